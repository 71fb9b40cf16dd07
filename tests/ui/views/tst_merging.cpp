// SPDX-License-Identifier: GPL-3.0-or-later
// Merging actors in its dialog and taking them apart in Details; coverage under the timeline; what
// was known on a day.
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/coverage_strip.h"
#include "ui/views/merge_dialog.h"
#include "ui/views/merges_list.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_view.h"

using namespace dateline;
using namespace dateline::ui;

class tst_merging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dialogProposesWhoSoundsAlikeAndSaysWhy();
    void mergingKeepsTheChosenOneAndIsTakenApartLater();
    void swappingKeepsTheOtherOne();
    void coverageTellsSilenceFromASingleSource();
    void asKnownOnShowsOnlyWhatWasPublished();

private:
    static ActorId addTwin(OpenSample &sample)
    {
        Actor twin;
        twin.name = "Sergey Shoygu";
        twin.kind = "person";
        const ActorId id = sample.intents.addActor(twin);
        sample.intents.addParticipation({{}, sample.file.rumour, id, "speaker"});
        return id;
    }
};

void tst_merging::dialogProposesWhoSoundsAlikeAndSaysWhy()
{
    OpenSample sample;
    const ActorId twin = addTwin(sample);
    MergeDialog dialog(sample.context, sample.file.shoigu, {}, nullptr);
    QVERIFY(dialog.candidates()->topLevelItemCount() >= 1);
    QCOMPARE(dialog.candidates()->topLevelItem(0)->text(0), QStringLiteral("Sergey Shoygu"));
    QVERIFY(dialog.preview().contains(QStringLiteral("of 100 points")));
    QVERIFY(dialog.preview().contains(QStringLiteral("1 participation")));
    MergeDialog none(sample.context, sample.file.russia, sample.file.russia, nullptr);
    QVERIFY(!none.merge());
    QVERIFY(sample.hub.actor(twin));
}

void tst_merging::mergingKeepsTheChosenOneAndIsTakenApartLater()
{
    OpenSample sample;
    const ActorId twin = addTwin(sample);
    MergeDialog dialog(sample.context, sample.file.shoigu, twin, nullptr);
    QVERIFY(dialog.merge());
    QVERIFY(!sample.hub.actor(twin));
    QCOMPARE(sample.selection.current(), ItemRef(sample.file.shoigu));
    QCOMPARE(sample.hub.participationsOf(sample.file.rumour).front().actor, sample.file.shoigu);

    MergesList list(sample.context);
    list.showActor(sample.file.shoigu);
    QPushButton *apart = nullptr;
    for (QPushButton *button : list.findChildren<QPushButton *>()) {
        if (button->accessibleName() == QStringLiteral("Take apart from Sergey Shoygu"))
            apart = button;
    }
    QVERIFY(apart);
    apart->click();
    QTRY_VERIFY(sample.hub.actor(twin));
    QCOMPARE(sample.hub.participationsOf(sample.file.rumour).front().actor, twin);
    sample.hub.undo();
    QVERIFY(!sample.hub.actor(twin));
}

void tst_merging::swappingKeepsTheOtherOne()
{
    OpenSample sample;
    const ActorId twin = addTwin(sample);
    MergeDialog dialog(sample.context, sample.file.shoigu, twin, nullptr);
    dialog.swap();
    QVERIFY(dialog.merge());
    QVERIFY(sample.hub.actor(twin));
    QVERIFY(!sample.hub.actor(sample.file.shoigu));
}

void tst_merging::coverageTellsSilenceFromASingleSource()
{
    OpenSample sample;
    TimelineView view(sample.context);
    view.resize(900, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const CoverageStrip &strip = *view.coverage();
    const auto holds = [&strip](Telling telling) {
        return std::find(strip.bins().begin(), strip.bins().end(), telling) != strip.bins().end();
    };
    QTRY_VERIFY(holds(Telling::Silence));
    QVERIFY(holds(Telling::OneOrigin));  // the treaty
    QVERIFY(holds(Telling::Unsaid));     // the deployment
    const auto silence = std::find(strip.bins().begin(), strip.bins().end(), Telling::Silence);
    const Box plot = view.canvas()->scene().plot;
    const double share = (static_cast<double>(silence - strip.bins().begin()) + 0.5) /
                         static_cast<double>(strip.bins().size());
    QVERIFY(strip.textAt(plot.x + share * plot.width)
                .endsWith(QStringLiteral("nobody tells of anything")));
}

void tst_merging::asKnownOnShowsOnlyWhatWasPublished()
{
    OpenSample sample;
    // Both documents were published on 21 March 2025.
    sample.filter.setKnownBefore(edtf("2025-03-20").when().bounds.latestEnd,
                                 QStringLiteral("2025-03-20"));
    QCOMPARE(sample.filter.shown().count(), 0u);
    QCOMPARE(sample.filter.sentence(), QStringLiteral("as known on 2025-03-20"));
    sample.filter.setKnownBefore(edtf("2025-03-21").when().bounds.latestEnd,
                                 QStringLiteral("2025-03-21"));
    const Snapshot &snapshot = *sample.hub.snapshot();
    QVERIFY(sample.filter.shown().contains(snapshot.events->rowOf(sample.file.treaty)));
    QVERIFY(!sample.filter.shown().contains(snapshot.events->rowOf(sample.file.rumour)));
    sample.filter.clearPart(ViewFilter::Part::Known);
    QVERIFY(sample.filter.filter().isEmpty());
    sample.filter.goBack();
    QVERIFY(sample.filter.filter().knownBefore.has_value());
}

QTEST_MAIN(tst_merging)
#include "tst_merging.moc"
