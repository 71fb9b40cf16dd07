// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/bridge/view_settings.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

const ActorId kA{1};
const ActorId kB{2};
const ActorId kC{3};

}  // namespace

class tst_view_settings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aChoiceComesBackAsItWasWritten()
    {
        GraphChoice choice;
        choice.hide(kB);
        choice.hide(kA);
        choice.hide(kB);
        choice.only = std::vector<ActorId>{kC};
        choice.group("Two", {kC, kA});
        choice.columns = {{-1.5, 1.25, Instant{-70}, Instant{90}}, {3, 4}};
        const std::string text = withGraphChoice("{}", choice);
        QVERIFY(graphChoiceIn(text) == choice);
        QCOMPARE(choice.hidden, (std::vector<ActorId>{kA, kB}));
        QCOMPARE(withGraphChoice(text, {}), std::string("{}"));
        QVERIFY(graphChoiceIn("not JSON") == GraphChoice{});
    }
    void whatIsNotKnownIsKept()
    {
        GraphChoice choice;
        choice.hide(kA);
        const std::string text = withGraphChoice(R"({"lanes":"kind"})", choice);
        QVERIFY(text.find(R"("lanes":"kind")") != std::string::npos);
    }
    void whatTiesTheActorsComesBackAsItWasWritten()
    {
        QCOMPARE(withGraphLook("{}", {}), std::string("{}"));
        QVERIFY(graphLookIn("{}") == GraphLook{});
        GraphLook look;
        look.withSharedEvents = look.withRoles = false;
        look.withCommunities = true;
        look.sizing = NodeSizing::ByEvents;
        const std::string text = withGraphLook(R"({"hidden":[3]})", look);
        QVERIFY(graphLookIn(text) == look);
        QCOMPARE(graphChoiceIn(text).hidden, (std::vector<ActorId>{kC}));
        look.withQuotations = true;
        look.sizing = NodeSizing::Equal;
        QVERIFY(graphLookIn(withGraphLook(text, look)) == look);
    }
    void whoIsHiddenOrLeftOutIsNotShown()
    {
        GraphChoice choice;
        QVERIFY(choice.isShown(kA));
        choice.hide(kA);
        QVERIFY(!choice.isShown(kA));
        choice.show(kA);
        QVERIFY(choice.isShown(kA));
        choice.only = std::vector<ActorId>{kB};
        QVERIFY(!choice.isShown(kA) && choice.isShown(kB));
        choice.show(kA);
        QVERIFY(choice.isShown(kA));
    }
    void anActorIsInOneGroupAlone()
    {
        GraphChoice choice;
        choice.group("First", {kA, kB});
        choice.group("Second", {kB, kC});
        QCOMPARE(choice.groups.size(), std::size_t{1});  // the first has but one left
        QCOMPARE(choice.groupOf(kC)->name, std::string("Second"));
        QVERIFY(choice.groupOf(kA) == nullptr);
    }
    void filterAndDayComeBack()
    {
        OpenSample sample;
        Filter filter;
        filter.kinds = {"visit", "treaty"};
        filter.actors = {sample.file.russia};
        filter.rangeText = "2024";
        filter.range = edtf("2024").when().bounds.whole();
        sample.filter.setFilter(filter);
        sample.filter.setAsOf(Instant{edtf("2024-06").when().bounds.latestEnd.seconds - 1},
                              QStringLiteral("2024-06"));
        sample.filter.setGrouping(Grouping::Kind);
        sample.filter.setColouring(Colouring::Status);
        const std::string text = withLook("{}", sample.filter);
        const Filter kept = sample.filter.filter();
        const auto asOf = sample.filter.asOf();

        sample.filter.clear();
        sample.filter.setAsOf(std::nullopt);
        sample.filter.setGrouping(Grouping::Actor);
        sample.filter.setColouring(Colouring::Kind);
        applyLook(text, sample.filter);
        QVERIFY(sample.filter.filter() == kept);
        QVERIFY(sample.filter.asOf() == asOf);
        QCOMPARE(sample.filter.asOfText(), QStringLiteral("2024-06"));
        QVERIFY(sample.filter.grouping() == Grouping::Kind);
        QVERIFY(sample.filter.colouring() == Colouring::Status);
    }
    void aBrushedRangeHasNoWordsAndComesBack()
    {
        OpenSample sample;
        sample.filter.setRange(TimeSpan::between(Instant{1'000'000}, Instant{2'000'000}));
        const std::string text = withLook("{}", sample.filter);
        sample.filter.clear();
        applyLook(text, sample.filter);
        QVERIFY(sample.filter.filter().range ==
                TimeSpan::between(Instant{1'000'000}, Instant{2'000'000}));
        applyLook("{}", sample.filter);
        QVERIFY(sample.filter.filter().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_view_settings)
#include "tst_view_settings.moc"
