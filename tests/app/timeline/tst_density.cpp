// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/overview_scene.h"
#include "tests/support/fixed_measure.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_density : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortEventsAreCountedOnce();
    void longEventsAreOngoingInEveryColumn();
    void overviewCountsWhatPassesTheFilter();
    void windowIsNeverTooNarrowToTake();
};

void tst_density::shortEventsAreCountedOnce()
{
    Density density;
    density.reset(0, 100, 10);
    density.add(5, 5);
    density.add(18, 24);  // its middle is in the third
    density.add(99, 120);
    density.finish();
    QCOMPARE(density.size(), std::size_t{10});
    QCOMPARE(density.count(0), 1u);
    QCOMPARE(density.count(1), 0u);
    QCOMPARE(density.count(2), 1u);
    QCOMPARE(density.ongoing(9), 1u);
}

void tst_density::longEventsAreOngoingInEveryColumn()
{
    Density density;
    density.reset(0, 100, 10);
    density.add(-TimeScale::kFarAway, 35);
    density.add(25, TimeScale::kFarAway);
    density.finish();
    for (std::size_t i = 0; i < 10; ++i) {
        QCOMPARE(density.count(i), 0u);
        QCOMPARE(density.ongoing(i), i == 2 || i == 3 ? 2u : 1u);
    }
    QCOMPARE(density.highest(), 2u);
}

void tst_density::overviewCountsWhatPassesTheFilter()
{
    SnapshotOf rows;
    rows.event("a", "2020-05-01");
    rows.event("b", "2020-05-02");
    rows.event("c", "2024-05-01");
    rows.event("undated");
    const SnapshotPointer snapshot = rows.build();
    RowSet shown(4);
    shown.insert({0});
    shown.insert({2});
    OverviewFrame frame;
    frame.scale = overviewScale(snapshot->events->extent(), frame.width);
    Density density;
    TimelineScene scene;
    countOverview(frame, *snapshot->events, shown, density);
    buildOverview(frame, density, plainAxisWords, fixedMeasure, scene);
    std::uint32_t count = 0;
    for (const DensityColumn &column : scene.content.columns)
        count += column.count;
    QCOMPARE(count, 2u);
    QVERIFY(!scene.content.texts.empty());
}

void tst_density::windowIsNeverTooNarrowToTake()
{
    OverviewFrame frame;
    frame.scale = overviewScale(TimeSpan::between(instantOf(1900), instantOf(2000)), frame.width);
    const Box narrow =
        overviewWindow(frame, TimeSpan::between(instantOf(1950, 1, 1), instantOf(1950, 1, 2)));
    QVERIFY(narrow.width >= 10);
    QVERIFY(std::abs(narrow.centreX() - frame.scale.toX(instantOf(1950))) < 1);
    const Box wide = overviewWindow(frame, TimeSpan::between(instantOf(1000), instantOf(3000)));
    QVERIFY(wide.x >= 0 && wide.right() <= frame.width);
}

QTEST_GUILESS_MAIN(tst_density)
#include "tst_density.moc"
