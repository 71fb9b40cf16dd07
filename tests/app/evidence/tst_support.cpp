// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <set>

#include "app/evidence/handling.h"
#include "app/evidence/likelihood.h"
#include "app/evidence/support.h"
#include "app/model/grade.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

using Items = std::vector<ItemRef>;

class tst_support : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatOneSourceAloneTellsFallsWithIt();
    void anOutletTakesAllItsSourcesAlong();
    void aSpeakerTakesWhatOthersQuoteAlong();
    void twoThatAreDoubtedTogetherTakeWhatNeitherTakesAlone();
    void sharedOutletsDoNotLendEachOtherTheirSpeakers();
    void fieldsThatOnlyTheFallenToldAreNamed();
    void whatSpeaksAgainstHoldsNothingUp();
    void soleSupportsAreThoseWhoseLossIsFatal();
    void marksAreALadder();
    void likelihoodWordsHaveTheirRanges();
    void aClaimIsAsStrictAsItsSource();
    void whatStandsAboveAMarkIsListed();

private:
    ClaimId say(SourceId source, ItemRef about, std::string field, std::vector<ActorId> hops = {})
    {
        return m_rows.claim(source, about, std::move(field), "value", "", std::move(hops));
    }
    Fallen without(Items doubted) const { return SupportGraph(m_rows.build()).without(doubted); }

    SnapshotOf m_rows;
    ActorId m_speaker, m_agency, m_paper, m_rival;
    SourceId m_article, m_reprint, m_report;
    EventId m_event, m_other;
};

void tst_support::init()
{
    m_rows = SnapshotOf();
    m_speaker = m_rows.actor("Shoigu");
    m_agency = m_rows.actor("Agency", "outlet");
    m_paper = m_rows.actor("Paper", "outlet");
    m_rival = m_rows.actor("Rival", "outlet");
    m_article = m_rows.source("article", "", m_paper);
    m_reprint = m_rows.source("second article", "", m_paper);
    m_report = m_rows.source("report", "", m_rival);
    m_event = m_rows.event("meeting", "2025");
    m_other = m_rows.event("arrival", "2025");
}

void tst_support::whatOneSourceAloneTellsFallsWithIt()
{
    say(m_article, m_event, "date");
    say(m_article, m_other, "date");
    say(m_report, m_other, "date");
    const Fallen fallen = without({m_article});
    QCOMPARE(fallen.items, Items{m_event});
    QVERIFY(fallen.contains(m_event));
    QVERIFY(!fallen.contains(m_other));
    QVERIFY(fallen.contains(m_article));
    QCOMPARE(fallen.claims.size(), std::size_t{2});
    QVERIFY(without({}).isEmpty());
    QVERIFY(without({m_event}).isEmpty());  // holds nothing up
}

void tst_support::anOutletTakesAllItsSourcesAlong()
{
    say(m_article, m_event, "date");
    say(m_reprint, m_event, "place");
    QCOMPARE(without({m_article}).items, Items());
    QCOMPARE(without({m_paper}).items, Items{m_event});
    QCOMPARE(without({m_paper}).sources, (std::vector<SourceId>{m_article, m_reprint}));
}

void tst_support::aSpeakerTakesWhatOthersQuoteAlong()
{
    say(m_article, m_event, "date", {m_speaker, m_agency, m_paper});
    say(m_report, m_event, "date", {m_speaker, m_rival});
    QCOMPARE(without({m_agency}).items, Items());
    QCOMPARE(without({m_speaker}).items, Items{m_event});
}

void tst_support::twoThatAreDoubtedTogetherTakeWhatNeitherTakesAlone()
{
    say(m_article, m_event, "date");
    say(m_report, m_event, "date");
    QCOMPARE(without({m_article}).items, Items());
    QCOMPARE(without({m_article, m_rival}).items, Items{m_event});
}

void tst_support::sharedOutletsDoNotLendEachOtherTheirSpeakers()
{
    // Both ways lead through the agency: a path from the speaker's word to the report exists on
    // paper only.
    say(m_article, m_event, "date", {m_speaker, m_agency});
    say(m_report, m_other, "date", {m_rival, m_agency});
    const SupportGraph graph(m_rows.build());
    QCOMPARE(graph.soleSupports(m_event), (Items{m_speaker, m_agency, m_paper, m_article}));
    QCOMPARE(graph.soleSupports(m_other), (Items{m_agency, m_rival, m_report}));
}

void tst_support::fieldsThatOnlyTheFallenToldAreNamed()
{
    say(m_article, m_event, "date");
    say(m_report, m_event, "date");
    say(m_article, m_event, "place");
    const Fallen fallen = without({m_article});
    QCOMPARE(fallen.items, Items());
    QCOMPARE(fallen.fields, (std::vector<Fallen::Field>{{m_event, "place"}}));
}

void tst_support::whatSpeaksAgainstHoldsNothingUp()
{
    say(m_article, m_event, "date");
    m_rows.claim(m_report, m_event, "date", "2024", "", {}, Stance::Contradicts);
    QCOMPARE(without({m_article}).items, Items{m_event});
}

void tst_support::soleSupportsAreThoseWhoseLossIsFatal()
{
    say(m_article, m_event, "date", {m_speaker, m_paper});
    say(m_reprint, m_event, "date", {m_speaker, m_agency, m_paper});
    say(m_article, m_other, "date", {m_agency});
    const SupportGraph graph(m_rows.build());
    std::set<ItemRef> fatal;
    for (const ItemRef doubted :
         Items{m_speaker, m_agency, m_paper, m_rival, m_article, m_reprint, m_report}) {
        if (graph.without({&doubted, 1}).contains(m_event))
            fatal.insert(doubted);
    }
    const Items sole = graph.soleSupports(m_event);
    QVERIFY(std::equal(sole.begin(), sole.end(), fatal.begin(), fatal.end()));
    QCOMPARE(graph.keystones().front().support, ItemRef(m_paper));
    QCOMPARE(graph.keystones().front().items, std::size_t{2});
}

void tst_support::marksAreALadder()
{
    QVERIFY(rankOf("TLP:CLEAR") == rankOf("white"));
    QVERIFY(rankOf("") < rankOf("TLP:CLEAR"));
    QVERIFY(rankOf("TLP:CLEAR") < rankOf("TLP:GREEN"));
    QVERIFY(rankOf("green") < rankOf("TLP:AMBER"));
    QVERIFY(rankOf("TLP:AMBER") < rankOf("tlp:amber+strict"));
    QVERIFY(rankOf("TLP:AMBER+STRICT") < rankOf("TLP:RED"));
    QVERIFY(rankOf("TLP:RED") < rankOf("SECRET"));
    QVERIFY(isKnownMark("TLP:RED"));
    QVERIFY(!isKnownMark("SECRET"));
    QVERIFY(!isKnownMark(""));
}

void tst_support::likelihoodWordsHaveTheirRanges()
{
    int before = 1;
    for (const std::string_view word : likelihoodWords()) {
        const std::optional<PercentRange> range = likelihoodRange(word);
        QVERIFY2(range.has_value(), std::string(word).c_str());
        QCOMPARE(range->low, before);  // they leave no gap and do not overlap
        before = range->high;
    }
    QCOMPARE(before, 99);
    QCOMPARE(likelihoodRange("probable"), likelihoodRange("likely"));
    QVERIFY(!likelihoodRange("possibly"));
}

void tst_support::aClaimIsAsStrictAsItsSource()
{
    Source source;
    source.handling = "TLP:AMBER";
    Claim claim;
    claim.source = m_rows.source(source);
    claim.handling = "TLP:GREEN";
    QCOMPARE(markOf(*m_rows.build(), claim), std::string_view("TLP:AMBER"));
    claim.handling = "TLP:RED";
    QCOMPARE(markOf(*m_rows.build(), claim), std::string_view("TLP:RED"));
}

void tst_support::whatStandsAboveAMarkIsListed()
{
    Source source;
    source.handling = "TLP:AMBER";
    const SourceId amber = m_rows.source(source);
    Claim claim;
    claim.source = amber;
    claim.about = m_event;
    m_rows.claim(claim);
    claim.source = m_article;
    claim.about = m_other;
    claim.handling = "TLP:RED";
    const ClaimId red = m_rows.claim(claim);
    const SnapshotPointer snapshot = m_rows.build();
    QCOMPARE(aboveMark(*snapshot, "TLP:RED"), Items());
    QCOMPARE(aboveMark(*snapshot, "TLP:AMBER"), Items{red});
    QCOMPARE(aboveMark(*snapshot, "TLP:GREEN"), (Items{amber, red}));
    const auto isEvent = [this](ItemRef item) { return item == ItemRef(m_event); };
    QCOMPARE(aboveMark(*snapshot, "TLP:GREEN", isEvent), Items{amber});
    QCOMPARE(aboveMark(*snapshot, "TLP:AMBER", isEvent), Items());
}

QTEST_GUILESS_MAIN(tst_support)
#include "tst_support.moc"
