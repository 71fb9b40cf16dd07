// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/time_steps.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

namespace {

Instant endOf(std::string_view day)
{
    return {test::edtf(day).when().bounds.latestEnd.seconds - 1};
}

}  // namespace

class tst_time_steps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asMuchHappensBetweenEachTwo()
    {
        // One event long ago, seven in a week.
        test::SnapshotOf rows;
        rows.event("old", "1990-01-01");
        for (const char *day : {"2024-03-01", "2024-03-02", "2024-03-03", "2024-03-04",
                                "2024-03-05", "2024-03-06", "2024-03-07"})
            rows.event("new", day);
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(timeSteps(*snapshot, {}, 4),
                 (std::vector<Instant>{endOf("1990-01-01"), endOf("2024-03-02"),
                                       endOf("2024-03-04"), endOf("2024-03-07")}));
        QCOMPARE(timeSteps(*snapshot, {}, 1), (std::vector<Instant>{endOf("2024-03-07")}));
        QCOMPARE(timeSteps(*snapshot, {}, 8).front(), endOf("1990-01-01"));
        QCOMPARE(timeSteps(*snapshot, {}, 12).size(), std::size_t{8});
    }
    void beginsAndEndsOfRelationsCount()
    {
        test::SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B");
        rows.relation(a, b, "ally", "2020-01-05/2021-02-06");
        rows.relation(a, b, "enemy", "2022-03-07/..");
        const std::vector<Instant> steps = timeSteps(*rows.build(), {}, 3);
        QCOMPARE(steps.size(), std::size_t{3});
        QCOMPARE(steps[0], endOf("2020-01-05"));
        QCOMPARE(steps[2], endOf("2022-03-07"));
    }
    void aRangeLeavesOutWhatIsBeyond()
    {
        test::SnapshotOf rows;
        for (const char *day : {"2020-01-01", "2021-01-01", "2022-01-01"})
            rows.event("e", day);
        NetworkQuery query;
        query.range = test::edtf("2021").when().bounds.whole();
        QCOMPARE(timeSteps(*rows.build(), query, 5), (std::vector<Instant>{endOf("2021-01-01")}));
        QVERIFY(timeSteps(*test::SnapshotOf().build(), {}, 5).empty());
    }
    void whoHasNotComeYetIsNotPresent()
    {
        test::SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B");
        const ActorId c = rows.actor("C");
        rows.actor("D");
        rows.relation(a, b, "ally", "2020/2021");
        rows.participation(rows.event("e", "2023"), c);
        NetworkQuery query;
        query.asOf = endOf("2020-06-01");
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(actorsPresent(*snapshot, query),
                 (std::vector<ActorRow>{ActorRow{0}, ActorRow{1}}));
        query.asOf = endOf("2024-01-01");
        QCOMPARE(actorsPresent(*snapshot, query), (std::vector<ActorRow>{ActorRow{2}}));
    }
};

QTEST_GUILESS_MAIN(tst_time_steps)
#include "tst_time_steps.moc"
