// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/evidence/resolve.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

// "field: reason" of each dispute, one a line.
QByteArray disputes(const SnapshotOf &rows, ItemRef item)
{
    QByteArrayList lines;
    for (const Dispute &dispute : disputesAbout(*rows.build(), item))
        lines << QByteArray::fromStdString(dispute.field + ": " + dispute.reason);
    return lines.join('\n');
}

}  // namespace

class tst_resolve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void countsClaimsSourcesAndOrigins();
    void aReprintIsNoSecondOrigin();
    void anEventWithoutClaimsIsEmpty();
    void datesThatMeetAgree_data();
    void datesThatMeetAgree();
    void datesThatDoNotMeetAreContested_data();
    void datesThatDoNotMeetAreContested();
    void allDatesMustMeetPairwise();
    void anExpectationIsNoWitness();
    void anExpectationFromBeforeIsForesight();
    void aDenialContestsWhatIsAffirmed();
    void suspicionContestsNothing();
    void standingOfOneFieldIsNotThatOfAnother();
    void standingSpeaksAcrossTheFieldsOfTheWhole();
    void numbersThatCannotBothBeRightAreContested();
    void numbersOfDifferentUnitsAreNotCompared();
    void numbersAreNotComparedWhereTheUnitIsNotClear();
    void oneNumberFromTwoCountersIsContested();
    void aCounterInCommonSettlesIt();
    void participantsThatCannotAllHaveHadAPartAreContested();
    void participantsThatBelongTogetherAgree();
    void aContradictingClaimContestsItsField();
    void disputesNameTheirClaims();
    void relationsAndRolesAreDisputedToo();

private:
    bool isContested() const
    {
        const SnapshotPointer snapshot = m_rows.build();
        const bool isDisputed = !disputesAbout(*snapshot, m_event).empty();
        const EventEvidence evidence =
            resolveEvents(*snapshot).at(snapshot->events->rowOf(m_event).value);
        // The two answers come from one rule.
        return evidence.isContested == isDisputed ? isDisputed : throw "they differ";
    }

    SnapshotOf m_rows;
    ActorId m_nis, m_media, m_ap;
    SourceId m_a, m_b;
    EventId m_event;
};

void tst_resolve::init()
{
    m_rows = SnapshotOf();
    m_nis = m_rows.actor("NIS", "body");
    m_media = m_rows.actor("South Korean media", "group");
    m_ap = m_rows.actor("AP", "outlet");
    m_a = m_rows.source("A", "2025-03-21", m_ap);
    m_b = m_rows.source("B", "2025-03-22");
    m_rows.event("earlier", "2018");
    m_event = m_rows.event("troops", "2025-03-21");
}

void tst_resolve::countsClaimsSourcesAndOrigins()
{
    m_rows.claim(m_a, m_event, "date", "2025-03", {}, {m_nis, m_ap});
    m_rows.claim(m_a, m_event, "status", "reported");  // AP, as the outlet
    m_rows.claim(m_b, m_event, "status", "reported");  // B itself, which names no outlet
    m_rows.claim(m_b, m_event, "place", "Kursk", {}, {m_nis});
    m_rows.claim(m_b, m_nis, "status", "reported");
    const SnapshotPointer snapshot = m_rows.build();
    const std::vector<EventEvidence> evidence = resolveEvents(*snapshot);
    QCOMPARE(evidence.size(), std::size_t(2));
    const EventEvidence ofEvent = evidence[snapshot->events->rowOf(m_event).value];
    QCOMPARE(int(ofEvent.claims), 4);
    QCOMPARE(int(ofEvent.sources), 2);
    QCOMPARE(int(ofEvent.origins), 3);
    QVERIFY(!ofEvent.isContested);
}

void tst_resolve::aReprintIsNoSecondOrigin()
{
    m_rows.claim(m_a, m_event, "date", "2025-03", {}, {m_ap});
    m_rows.claim(m_a, m_event, "date", "2025-03");
    m_rows.claim(m_b, m_event, "date", "2025-03", {}, {m_ap, m_media});
    const SnapshotPointer snapshot = m_rows.build();
    QCOMPARE(independentOrigins(*snapshot, snapshot->claimsAbout(m_event)), 1);
    QCOMPARE(independentOrigins(*snapshot, {}), 0);
}

void tst_resolve::anEventWithoutClaimsIsEmpty()
{
    m_rows.claim(m_a, EventId{99}, "date", "2025");  // about an event that is not there
    for (const EventEvidence &evidence : resolveEvents(*m_rows.build())) {
        QCOMPARE(int(evidence.claims), 0);
        QVERIFY(!evidence.isContested);
    }
}

void tst_resolve::datesThatMeetAgree_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *one, const char *other) {
        QTest::addRow("%s and %s", one, other) << QByteArray(one) << QByteArray(other);
    };
    row("2024-06", "2024-06-19");
    row("2025~", "2025-02-2X");
    row("2018/2019", "2018");
    row("2024-06/..", "2030");
    row("2025-03~", "2025-02-2X");  // "about March" may be the end of February
    row("2025-03?", "2025-04");
    row("2024-23", "2024-10-01/2024-12");
    row("", "2024");
    row("last autumn", "2024");
}

void tst_resolve::datesThatMeetAgree()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    m_rows.claim(m_a, m_event, "date", one.toStdString());
    m_rows.claim(m_b, m_event, "date", other.toStdString());
    QVERIFY(!isContested());
}

void tst_resolve::datesThatDoNotMeetAreContested_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *one, const char *other) {
        QTest::addRow("%s and %s", one, other) << QByteArray(one) << QByteArray(other);
    };
    row("2024-06-19", "2024-06-20");
    row("2025-03", "2025-04");
    row("2025-03~", "2025-06");
    row("2018/2019", "2020");
    row("../2025-03", "2025-04-01");
    row("2025-04~/..", "2025-02");
}

void tst_resolve::datesThatDoNotMeetAreContested()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    m_rows.claim(m_a, m_event, "date", one.toStdString());
    m_rows.claim(m_b, m_event, "date", other.toStdString());
    QVERIFY(isContested());
    const QByteArray reason = disputes(m_rows, m_event);
    QVERIFY2(reason.startsWith("date: ") && reason.contains(one) && reason.contains(other), reason);
}

void tst_resolve::allDatesMustMeetPairwise()
{
    m_rows.claim(m_a, m_event, "date", "2024/2026");
    m_rows.claim(m_a, m_event, "date", "2024");
    m_rows.claim(m_b, m_event, "date", "2026");
    QCOMPARE(disputes(m_rows, m_event), QByteArray("date: The dates 2024 and 2026 do not meet."));
}

void tst_resolve::anExpectationIsNoWitness()
{
    m_rows.claim(m_a, m_event, "status", "took place", "took place");
    QVERIFY(!isContested());
    m_rows.claim(m_b, m_event, "status", "expected", "expected");
    QVERIFY(isContested());
    QCOMPARE(disputes(m_rows, m_event),
             QByteArray("status: One claim says \"took place\", another \"expected\"."));
}

void tst_resolve::anExpectationFromBeforeIsForesight()
{
    const SourceId preview = m_rows.source("preview", "2025-03-19");
    m_rows.claim(m_a, m_event, "status", "took place");
    m_rows.claim(preview, m_event, "status", "expected");
    QVERIFY(!isContested());
    // Somebody who might have written on the day may have had it wrong.
    const SourceId unclear = m_rows.source("unclear", "2025-03");
    m_rows.claim(unclear, m_event, "status", "expected");
    QVERIFY(isContested());
}

void tst_resolve::aDenialContestsWhatIsAffirmed()
{
    m_rows.claim(m_a, m_event, "status", "denied");
    QVERIFY(!isContested());
    m_rows.claim(m_b, m_event, "status", "assessed");
    QVERIFY(isContested());
}

void tst_resolve::suspicionContestsNothing()
{
    m_rows.claim(m_a, m_event, "status", "suspected");
    m_rows.claim(m_b, m_event, "status", "denied");
    m_rows.claim(m_b, m_event, "status", "expected");
    QVERIFY(!isContested());
    m_rows.claim(m_b, m_event, "status", "");
    QVERIFY(!isContested());
}

void tst_resolve::standingOfOneFieldIsNotThatOfAnother()
{
    // That he met them all is denied; that he met is not.
    m_rows.claim(m_a, m_event, "status", "took place");
    m_rows.claim(m_b, m_event, "participation", "putin=host", "denied");
    m_rows.claim(m_b, m_event, "participation", "kim=host", "confirmed");
    QVERIFY(!isContested());
    m_rows.claim(m_a, m_event, "participation", "putin=host", "reported");
    QCOMPARE(disputes(m_rows, m_event),
             QByteArray("participation: One claim says \"reported\", another \"denied\"."));
    QVERIFY(isContested());
}

void tst_resolve::standingSpeaksAcrossTheFieldsOfTheWhole()
{
    m_rows.claim(m_a, m_event, "date", "2025-03-21", "took place");
    m_rows.claim(m_b, m_event, "", "", "expected");
    QCOMPARE(disputes(m_rows, m_event),
             QByteArray("status: One claim says \"took place\", another \"expected\"."));
}

void tst_resolve::numbersThatCannotBothBeRightAreContested()
{
    m_rows.claim(m_a, m_event, "quantity", "10000..12000 troops");
    m_rows.claim(m_b, m_event, "quantity", "11000.. troops");
    m_rows.claim(m_b, m_event, "quantity", "..10000 troops");
    m_rows.claim(m_b, m_event, "quantity", "many troops");
    QCOMPARE(
        disputes(m_rows, m_event),
        QByteArray("quantity: \"..10000 troops\" and \"11000.. troops\" cannot both be right."));
    QVERIFY(isContested());
}

void tst_resolve::numbersOfDifferentUnitsAreNotCompared()
{
    m_rows.claim(m_a, m_event, "quantity", "10000 troops");
    m_rows.claim(m_b, m_event, "quantity", "2 hours");
    QVERIFY(!isContested());
}

void tst_resolve::numbersAreNotComparedWhereTheUnitIsNotClear()
{
    m_rows.quantity(m_event, "sent", 10000, 10000, "troops");
    m_rows.claim(m_a, m_event, "quantity", "10000 troops");
    m_rows.claim(m_b, m_event, "quantity", "300 troops");
    QVERIFY(isContested());
    m_rows.quantity(m_event, "killed", 300, 300, "troops");
    QVERIFY(!isContested());
}

void tst_resolve::oneNumberFromTwoCountersIsContested()
{
    m_rows.claim(m_a, m_event, "quantity", "1000..3000 troops", "reported", {m_media, m_ap});
    QVERIFY(!isContested());
    m_rows.claim(m_b, m_event, "quantity", "1000..3000  troops", "assessed", {m_nis});
    QCOMPARE(disputes(m_rows, m_event),
             QByteArray("quantity: \"1000..3000 troops\" was counted by South Korean media or by "
                        "NIS."));
    QVERIFY(isContested());
}

void tst_resolve::aCounterInCommonSettlesIt()
{
    // Both sources name NIS; A names the media too.
    m_rows.claim(m_a, m_event, "quantity", "1000 troops", {}, {m_media});
    m_rows.claim(m_a, m_event, "quantity", "1000 troops", {}, {m_nis, m_ap});
    m_rows.claim(m_b, m_event, "quantity", "1000 troops", {}, {m_nis});
    QVERIFY(!isContested());
    // Who does not say who counted disagrees with nobody.
    m_rows.claim(m_rows.source("C"), m_event, "quantity", "1000 troops");
    QVERIFY(!isContested());
}

void tst_resolve::participantsThatCannotAllHaveHadAPartAreContested()
{
    m_rows.claim(m_a, m_event, "participation", "NIS=speaker");
    m_rows.claim(m_b, m_event, "participation", "AP=visitor");
    QVERIFY(!isContested());
    m_rows.claim(m_b, m_event, "participation", "South Korean media=speaker");
    QVERIFY(isContested());
    QCOMPARE(disputes(m_rows, m_event),
             QByteArray("participation: The speaker is NIS or South Korean media."));
    // A source that names both takes no side.
    m_rows.claim(m_b, m_event, "participation", "NIS=speaker");
    QVERIFY(!isContested());
    // One source's host is the other's visitor.
    m_rows.claim(m_a, m_event, "participation", "AP=host");
    QCOMPARE(disputes(m_rows, m_event),
             QByteArray("participation: AP is the visitor by one source, the host by another."));
}

void tst_resolve::participantsThatBelongTogetherAgree()
{
    m_rows.claim(m_a, m_event, "participation", "NIS=host");
    m_rows.claim(m_b, m_event, "participation", "South Korean media=host");
    QVERIFY(isContested());
    m_rows.relation(m_nis, m_media, "part of");
    QVERIFY(!isContested());
    // Several may sign or visit.
    m_rows.claim(m_a, m_event, "participation", "NIS=signatory");
    m_rows.claim(m_b, m_event, "participation", "AP=signatory");
    QVERIFY(!isContested());
}

void tst_resolve::aContradictingClaimContestsItsField()
{
    m_rows.claim(m_a, m_event, "counted by", "NIS", "denied", {}, Stance::Contradicts);
    QVERIFY(isContested());
    QCOMPARE(disputes(m_rows, m_event), QByteArray("counted by: A claim contradicts \"NIS\"."));
    m_rows.claim(m_b, m_event, "", "", "", {}, Stance::Contradicts);
    QCOMPARE(disputes(m_rows, m_event), QByteArray(": A claim contradicts it.\n"
                                                   "counted by: A claim contradicts \"NIS\"."));
}

void tst_resolve::disputesNameTheirClaims()
{
    const ClaimId place = m_rows.claim(m_a, m_event, "place", "Kursk");
    const ClaimId early = m_rows.claim(m_a, m_event, "date", "2024");
    const ClaimId noDate = m_rows.claim(m_a, m_event, "date", "some day");
    const ClaimId late = m_rows.claim(m_b, m_event, "date", "2025");
    const std::vector<Dispute> found = disputesAbout(*m_rows.build(), m_event);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].claims, (std::vector{early, late}));
    QVERIFY(place != noDate);
}

void tst_resolve::relationsAndRolesAreDisputedToo()
{
    const RelationId relation = m_rows.relation(m_nis, m_media, "informs");
    const RoleId role = m_rows.role(m_nis, "counter");
    m_rows.claim(m_a, relation, "relation", "informs", "confirmed");
    m_rows.claim(m_b, relation, "status", "denied", "denied");
    m_rows.claim(m_a, role, "date", "2020/2021");
    m_rows.claim(m_b, role, "date", "2022/..");
    QCOMPARE(disputes(m_rows, relation),
             QByteArray("status: One claim says \"confirmed\", another \"denied\"."));
    QCOMPARE(disputes(m_rows, role),
             QByteArray("date: The dates 2020/2021 and 2022/.. do not meet."));
}

QTEST_GUILESS_MAIN(tst_resolve)
#include "tst_resolve.moc"
