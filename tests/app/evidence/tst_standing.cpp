// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/evidence/resolve.h"
#include "app/evidence/standing.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_standing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneOriginLeavesItOpen();
    void tenReprintsOfOneStoryAreOneOrigin();
    void theOutletOfASourceIsTheOriginOfWhatItSaysItself();
    void versionsAndCopiesOfADocumentAreOneOrigin();
    void twoOriginsCorroborate();
    void disagreementIsStrongerThanCorroboration();
    void whatSpeaksAgainstDoesNotCorroborate();
    void retractedSourcesRetractWhatTheyAloneSaid();
    void doubtfulSourcesCountForNothing();
    void whatOnlySupersededVersionsSayIsCorrected();
    void aRulingIsStronger();
    void aClaimHasAStandingOfItsOwn();

private:
    Snapshot snapshot(std::vector<Ruling> rulings = {}) const
    {
        Snapshot snapshot = *m_rows.build();
        snapshot.rulings = std::make_shared<const std::vector<Ruling>>(std::move(rulings));
        return snapshot;
    }
    Standing standing(std::vector<Ruling> rulings = {}) const
    {
        const Snapshot built = snapshot(std::move(rulings));
        const Standing single = standingOf(built, m_event);
        // What the views get for all events at once is the same.
        const std::vector<EventEvidence> all = resolveEvents(built);
        const Standing resolved = all.empty() ? Standing::Open : all[0].standing;
        return single == resolved ? single : Standing::Doubtful;
    }
    ClaimId say(SourceId source, std::vector<ActorId> hops = {}, std::string value = "2025-03")
    {
        return m_rows.claim(source, m_event, "date", std::move(value), "", std::move(hops));
    }

    SnapshotOf m_rows;
    EventId m_event;
    ActorId m_agency;
    ActorId m_other;
};

void tst_standing::init()
{
    m_rows = SnapshotOf();
    m_event = m_rows.event("meeting", "2025-03");
    m_agency = m_rows.actor("Agency", "outlet");
    m_other = m_rows.actor("Other agency", "outlet");
}

void tst_standing::oneOriginLeavesItOpen()
{
    QCOMPARE(standing(), Standing::Open);
    say(m_rows.source("article"));
    QCOMPARE(standing(), Standing::Open);
}

void tst_standing::tenReprintsOfOneStoryAreOneOrigin()
{
    for (int i = 0; i < 10; ++i) {
        const ActorId paper = m_rows.actor("Paper " + std::to_string(i), "outlet");
        say(m_rows.source("reprint", "2025-03-21", paper), {m_agency, paper});
    }
    QCOMPARE(standing(), Standing::Open);
    QCOMPARE(resolveEvents(*m_rows.build())[0].origins, 1);
    QCOMPARE(resolveEvents(*m_rows.build())[0].sources, 10);
    say(m_rows.source("own report", "2025-03-21", m_other), {m_other});
    QCOMPARE(standing(), Standing::Corroborated);
    QCOMPARE(resolveEvents(*m_rows.build())[0].origins, 2);
}

void tst_standing::theOutletOfASourceIsTheOriginOfWhatItSaysItself()
{
    say(m_rows.source("wire", "", m_agency));
    say(m_rows.source("paper", "", m_other), {m_agency, m_other});
    QCOMPARE(standing(), Standing::Open);
}

void tst_standing::versionsAndCopiesOfADocumentAreOneOrigin()
{
    Source source;
    source.sha256 = "a";
    const SourceId first = m_rows.source(source);
    source.sha256 = "b";
    source.supersedes = first;
    const SourceId second = m_rows.source(source);
    source.sha256 = "a";
    source.supersedes = {};
    const SourceId copy = m_rows.source(source);
    for (const SourceId id : {first, second, copy})
        say(id);
    QCOMPARE(resolveEvents(*m_rows.build())[0].origins, 1);
}

void tst_standing::twoOriginsCorroborate()
{
    say(m_rows.source("one"));
    say(m_rows.source("two"));
    QCOMPARE(standing(), Standing::Corroborated);
}

void tst_standing::disagreementIsStrongerThanCorroboration()
{
    say(m_rows.source("one"));
    say(m_rows.source("two"));
    say(m_rows.source("three"), {}, "2025-05");
    QCOMPARE(standing(), Standing::Disputed);
}

void tst_standing::whatSpeaksAgainstDoesNotCorroborate()
{
    const SourceId one = m_rows.source("one");
    const SourceId two = m_rows.source("two");
    say(one);
    m_rows.claim(two, m_event, "date", "2025-03", "", {}, Stance::Contradicts);
    const Snapshot built = snapshot();
    QCOMPARE(Standings(built).byClaims(built.claimsAbout(m_event), false), Standing::Open);
}

void tst_standing::retractedSourcesRetractWhatTheyAloneSaid()
{
    const SourceId one = m_rows.source("one");
    const SourceId two = m_rows.source("two");
    say(one);
    QCOMPARE(standing({{one, Standing::Retracted, "by its editor"}}), Standing::Retracted);
    const ClaimId other = say(two);
    QCOMPARE(standing({{one, Standing::Retracted, "by its editor"}}), Standing::Open);
    QCOMPARE(standing({{one, Standing::Retracted, ""}, {other, Standing::Retracted, ""}}),
             Standing::Retracted);
}

void tst_standing::doubtfulSourcesCountForNothing()
{
    const SourceId one = m_rows.source("one");
    say(one);
    say(m_rows.source("two"));
    QCOMPARE(standing({{one, Standing::Doubtful, "unsigned"}}), Standing::Open);
}

void tst_standing::whatOnlySupersededVersionsSayIsCorrected()
{
    const SourceId first = m_rows.source("first");
    say(first);
    Source newer;
    newer.title = "second";
    newer.supersedes = first;
    const SourceId second = m_rows.source(newer);
    QCOMPARE(standing(), Standing::Corrected);
    say(second);
    QCOMPARE(standing(), Standing::Open);
}

void tst_standing::aRulingIsStronger()
{
    say(m_rows.source("one"));
    say(m_rows.source("two"), {}, "2025-05");
    QCOMPARE(standing({{m_event, Standing::Corroborated, "seen by us"}}), Standing::Corroborated);
}

void tst_standing::aClaimHasAStandingOfItsOwn()
{
    const SourceId one = m_rows.source("one");
    const ClaimId march = say(one);
    const ClaimId marchToo = say(m_rows.source("two"));
    QCOMPARE(standingOf(*m_rows.build(), march), Standing::Corroborated);
    const ClaimId may = say(m_rows.source("three"), {}, "2025-05");
    QCOMPARE(standingOf(*m_rows.build(), may), Standing::Disputed);
    QCOMPARE(standingOf(snapshot({{one, Standing::Retracted, ""}}), march), Standing::Retracted);
    QCOMPARE(standingOf(snapshot({{march, Standing::Open, ""}}), march), Standing::Open);
    QCOMPARE(standingOf(snapshot(), marchToo), Standing::Disputed);
}

QTEST_GUILESS_MAIN(tst_standing)
#include "tst_standing.moc"
