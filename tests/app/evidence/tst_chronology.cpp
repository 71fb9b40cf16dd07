// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/evidence/checks.h"
#include "app/evidence/chronology.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_chronology : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rows = SnapshotOf(); }

    void aDayInTwoPlacesIsOneToLookAt();
    void aStayAroundADayElsewhereCannotBe();
    void placesThatLieInEachOtherAreOne();
    void whoSendsWordIsNotThere();
    void statesCanBeAnywhere();
    void aMonthHoldsTwoPlaces();
    void aRoleHeldOutsideItsTermIsFound_data();
    void aRoleHeldOutsideItsTermIsFound();
    void actingInAnOfficeOfAnotherTimeIsFound();
    void anEffectBeforeItsCauseIsFound_data();
    void anEffectBeforeItsCauseIsFound();
    void aMeetingOfOneIsFound();
    void partsAboveTheWholeAreFound_data();
    void partsAboveTheWholeAreFound();
    void aPartOutsideTheTimeOfItsWholeIsFound();
    void reversedDatesOfASourceAreFound();
    void whatIsAcceptedIsMarkedUntilItsBasisChanges();
    void manyOfAKindAreCounted();

private:
    QByteArray report() const
    {
        QByteArrayList lines;
        for (const Finding &finding : checkChronology(*m_rows.build()))
            lines << QByteArray::fromStdString(std::string(nameOf(finding.severity)) + ' ' +
                                               finding.code);
        return lines.join('\n');
    }
    EventId stay(std::string_view when, const std::string &place, ActorId who,
                 std::string part = "host", std::string status = "confirmed")
    {
        const EventId event = m_rows.event("in " + place, when, "", std::move(status), place);
        m_rows.participation(event, who, std::move(part));
        return event;
    }

    SnapshotOf m_rows;
};

void tst_chronology::aDayInTwoPlacesIsOneToLookAt()
{
    const ActorId kim = m_rows.actor("Kim");
    stay("2025-03-21", "Pyongyang", kim);
    stay("2025-03-21/..", "Russia", kim, "visitor", "speculation");
    QCOMPARE(report(), QByteArray("may person_in_two_places"));
    stay("2025-03-20", "Moscow", kim);  // the day before
    QCOMPARE(report(), QByteArray("may person_in_two_places"));
}

void tst_chronology::aStayAroundADayElsewhereCannotBe()
{
    const ActorId kim = m_rows.actor("Kim");
    stay("2025-03-18/2025-03-25", "Pyongyang", kim);
    stay("2025-03-21", "Moscow", kim);
    QCOMPARE(report(), QByteArray("must person_in_two_places"));
    m_rows = SnapshotOf();
    const ActorId other = m_rows.actor("Kim");
    stay("2025-03-18~/2025-03-25", "Pyongyang", other);
    stay("2025-03-21", "Moscow", other);
    QCOMPARE(report(), QByteArray("may person_in_two_places"));
    m_rows = SnapshotOf();
    const ActorId third = m_rows.actor("Kim");
    stay("2025-03-18/2025-03-25", "Pyongyang", third);
    stay("2025-03-21", "Moscow", third, "visitor", "denied");
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::placesThatLieInEachOtherAreOne()
{
    const ActorId kim = m_rows.actor("Kim");
    stay("2025-03-21", "Pyongyang", kim);
    stay("2025-03-21", "North Korea", kim);
    QCOMPARE(report(), QByteArray("may person_in_two_places"));
    const ActorId city = m_rows.actor("Pyongyang", "place");
    const ActorId state = m_rows.actor("DPRK", "state");
    m_rows.alias(state, "North Korea");
    m_rows.relation(city, state, "capital of");
    QCOMPARE(report(), QByteArray());
    stay("2025-03-21", "Kim Il Sung Square, Pyongyang", kim);
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::whoSendsWordIsNotThere()
{
    const ActorId putin = m_rows.actor("Putin");
    stay("2025-03-21", "Pyongyang", putin, "sender");
    stay("2025-03-21", "Moscow", putin);
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::statesCanBeAnywhere()
{
    const ActorId russia = m_rows.actor("Russia", "state");
    stay("2025-03-21", "Pyongyang", russia);
    stay("2025-03-21", "Moscow", russia);
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::aMonthHoldsTwoPlaces()
{
    const ActorId kim = m_rows.actor("Kim");
    stay("2025-03", "Pyongyang", kim);
    stay("2025-03-21", "Moscow", kim);
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::aRoleHeldOutsideItsTermIsFound_data()
{
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("after its end")
        << QByteArray("2012/2024") << QByteArray("2025-03") << QByteArray("must role_outside_term");
    QTest::newRow("before its begin")
        << QByteArray("2024-05/..") << QByteArray("2023") << QByteArray("must role_outside_term");
    QTest::newRow("perhaps before its begin")
        << QByteArray("2024-05~/..") << QByteArray("2023") << QByteArray("may role_outside_term");
    QTest::newRow("in the year in which it ends")
        << QByteArray("/2024") << QByteArray("2024-09") << QByteArray();
    QTest::newRow("of no known time") << QByteArray("") << QByteArray("2024-09") << QByteArray();
}

void tst_chronology::aRoleHeldOutsideItsTermIsFound()
{
    QFETCH(QByteArray, term);
    QFETCH(QByteArray, day);
    const RoleId role = m_rows.role(m_rows.actor("Shoigu"), "Secretary", {}, term.toStdString());
    m_rows.claim(m_rows.source("article"), role, "date", day.toStdString());
    QTEST(report(), "found");
}

void tst_chronology::actingInAnOfficeOfAnotherTimeIsFound()
{
    const ActorId shoigu = m_rows.actor("Shoigu");
    m_rows.role(shoigu, "Defence Minister", {}, "2012/2024-05");
    const EventId meeting = m_rows.event("Meets", "2025-03-21");
    m_rows.participation(meeting, shoigu, "defence minister");
    QCOMPARE(report(), QByteArray("must role_outside_term"));
    m_rows.role(shoigu, "Defence Minister", {}, "2025/..");  // again
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::anEffectBeforeItsCauseIsFound_data()
{
    QTest::addColumn<QByteArray>("effect");
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("a month before")
        << QByteArray("2025-02") << QByteArray("2025-03") << QByteArray("must effect_before_cause");
    QTest::newRow("in the same month")
        << QByteArray("2025-03") << QByteArray("2025-03") << QByteArray();
    QTest::newRow("in the month of a later day")
        << QByteArray("2025-03") << QByteArray("2025-03-21")
        << QByteArray("may effect_before_cause");
    QTest::newRow("about then") << QByteArray("2025-02~") << QByteArray("2025-03")
                                << QByteArray("may effect_before_cause");
    QTest::newRow("after it") << QByteArray("2025-04") << QByteArray("2025-03") << QByteArray();
    QTest::newRow("undated") << QByteArray("") << QByteArray("2025-03") << QByteArray();
}

void tst_chronology::anEffectBeforeItsCauseIsFound()
{
    QFETCH(QByteArray, effect);
    QFETCH(QByteArray, cause);
    const EventId after = m_rows.event("Answer", effect.toStdString());
    const EventId before = m_rows.event("Question", cause.toStdString());
    const SourceId source = m_rows.source("article");
    m_rows.claim(source, after, "follows", "question");
    QTEST(report(), "found");
    m_rows.claim(source, before, "leads to", "Answer");
    QFETCH(QByteArray, found);
    QCOMPARE(report(), found.isEmpty() ? found : found + '\n' + found);
}

void tst_chronology::aMeetingOfOneIsFound()
{
    const ActorId kim = m_rows.actor("Kim");
    const EventId talks = m_rows.event("Talks", "2025", "Talks");
    m_rows.participation(talks, kim, "host");
    m_rows.participation(talks, kim, "speaker");
    m_rows.event("Storm", "2025", "weather");
    QCOMPARE(report(), QByteArray("may meeting_one_sided"));
    m_rows.participation(talks, m_rows.actor("Shoigu"), "visitor");
    QCOMPARE(report(), QByteArray());
}

void tst_chronology::partsAboveTheWholeAreFound_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("certainly") << 60.0 << 70.0 << QByteArray("must parts_above_whole");
    QTest::newRow("perhaps") << 10.0 << 120.0 << QByteArray("may parts_above_whole");
    QTest::newRow("not") << 40.0 << 50.0 << QByteArray();
}

void tst_chronology::partsAboveTheWholeAreFound()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const EventId event = m_rows.event("Deployment", "2025");
    m_rows.quantity(event, "troops", 80, 100, "people");
    m_rows.quantity(event, "of which guards", low, high, "people");
    m_rows.quantity(event, "of which drivers", low, high, "people");
    QTEST(report(), "found");

    m_rows = SnapshotOf();
    const EventId whole = m_rows.event("All", "2025");
    m_rows.quantity(whole, "troops", 80, 100, "people");
    const SourceId source = m_rows.source("article");
    for (const char *title : {"First", "Second"}) {
        const EventId part = m_rows.event(title, "2025");
        m_rows.quantity(part, "troops", low, high, "people");
        m_rows.claim(source, part, "part of", "All");
    }
    QTEST(report(), "found");
}

void tst_chronology::aPartOutsideTheTimeOfItsWholeIsFound()
{
    m_rows.event("War", "2022/..");
    const EventId battle = m_rows.event("Battle", "2021");
    m_rows.claim(m_rows.source("article"), battle, "part of", "War");
    QCOMPARE(report(), QByteArray("must part_outside_whole"));
}

void tst_chronology::reversedDatesOfASourceAreFound()
{
    Source source;
    source.title = "article";
    source.published = edtf("2025-03-21");
    source.retrieved = edtf("2025-03-20");
    const SourceId first = m_rows.source(source);
    QCOMPARE(report(), QByteArray("must source_dates_reversed"));
    Source older;
    older.published = edtf("2025-03-01");
    older.supersedes = first;
    m_rows.source(older);
    QCOMPARE(report(), QByteArray("must source_dates_reversed\nmust version_before_first"));
}

void tst_chronology::whatIsAcceptedIsMarkedUntilItsBasisChanges()
{
    const EventId talks = m_rows.event("Talks", "2025", "talks");
    const Finding finding = checkEvidence(*m_rows.build()).front();
    Snapshot snapshot = *m_rows.build();
    const auto accept = [&](std::string basis) {
        snapshot.acceptances = std::make_shared<const Table<Acceptance>>(
            std::vector<Acceptance>{{{7}, finding.code, finding.items, std::move(basis), "Known"}});
        return checkEvidence(snapshot).front();
    };
    QCOMPARE(accept(finding.basis).accepted.value, 7);
    QCOMPARE(accept(finding.basis).acceptedWhy, std::string("Known"));
    QVERIFY(!accept("something else").accepted);
    QCOMPARE(finding.items, std::vector<ItemRef>{talks});
}

void tst_chronology::manyOfAKindAreCounted()
{
    for (std::size_t i = 0; i < kMostPerCode + 5; ++i)
        m_rows.event("Talks " + std::to_string(i), "2025", "talks");
    const Findings findings = checkEvidence(*m_rows.build());
    QCOMPARE(findings.size(), kMostPerCode + 1);
    QCOMPARE(findings.back().sentence, std::string("5 more of this kind (meeting_one_sided)."));
}

QTEST_GUILESS_MAIN(tst_chronology)
#include "tst_chronology.moc"
