// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/timeline/lane_density.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr double kDay = 86'400;

// Days of 2020 and later, one by one, as stretches, and open at an end.
struct DenseLane {
    explicit DenseLane(int count)
    {
        SnapshotOf made;
        for (int i = 0; i < count; ++i) {
            const int day = i * 7 % 1'700;
            made.event("e", i % 5 == 0    ? text(day) + "/" + text(day + 40)
                            : i % 97 == 0 ? text(day) + "/.."
                            : i % 89 == 0 ? "../" + text(day)
                                          : text(day));
        }
        snapshot = made.build();
        rows.resize(snapshot->events->size());
        std::iota(rows.begin(), rows.end(), 0u);
    }
    static std::string text(int day)
    {
        char written[32];
        std::snprintf(written, sizeof written, "%04d-%02d-%02d", 2020 + day / 336,
                      1 + day % 336 / 28, 1 + day % 28);
        return written;
    }
    const EventColumns &events() const { return *snapshot->events; }
    LaneDensity::View at(LaneDensity &density, const TimeScale &scale) const
    {
        return density.of(0, rows, events(), scale);
    }
    // From so many days behind the first event.
    TimeScale scale(double days, double secondsPerPixel, double width = 300) const
    {
        return TimeScale(events().extent().begin(), 0, secondsPerPixel, 0, width)
            .movedBy(days * kDay);
    }

    SnapshotPointer snapshot;
    std::vector<std::uint32_t> rows;
};

// The columns, as they are and as the events themselves say.
struct Told {
    std::vector<std::uint32_t> begun;
    std::vector<std::uint32_t> overlapping;
    std::uint32_t highest = 0;
};

Told byTheView(const LaneDensity::View &view)
{
    Told told{{}, {}, view.highest()};
    for (std::int64_t column = view.first; column < view.last; ++column) {
        told.begun.push_back(view.count(column));
        told.overlapping.push_back(view.count(column) + view.ongoing(column));
    }
    return told;
}

Told byTheEvents(const DenseLane &lane, const LaneDensity::View &view)
{
    Told told;
    for (std::int64_t column = view.first; column < view.last; ++column) {
        const TimeSpan span = view.span(column);
        std::uint32_t begun = 0;
        std::uint32_t overlapping = 0;
        for (const std::uint32_t row : lane.rows) {
            const TimeSpan whole =
                TimeSpan::between(lane.events().begins()[row], lane.events().ends()[row]);
            begun += span.contains(whole.begin()) ? 1u : 0u;
            overlapping += span.overlaps(whole) ? 1u : 0u;
        }
        told.begun.push_back(begun);
        told.overlapping.push_back(overlapping);
        told.highest = std::max(told.highest, overlapping);
    }
    return told;
}

}  // namespace

class tst_lane_density : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumnTellsItsEvents_data();
    void everyColumnTellsItsEvents();
    void columnsFillTheViewAndAreNarrow();
    void columnsStandStillWhileTheViewMovesAndGrowWhileItZooms();
    void otherRowsAreCountedOnceForgotten();
};

void tst_lane_density::everyColumnTellsItsEvents_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("few: counted for the view") << 400;
    QTest::newRow("many: counted as a whole") << 2'500;
}

// In the order of somebody who zooms and moves, so that what was counted before is used again.
void tst_lane_density::everyColumnTellsItsEvents()
{
    QFETCH(int, count);
    const DenseLane lane(count);
    LaneDensity density;
    for (const double hours : {160.0, 40.0, 12.0, 3.0, 0.5, 6.0, 24.0, 300.0}) {
        for (const double days : {0.0, 1.5, 700.0, 720.0, 1'900.0, -90.0}) {
            const LaneDensity::View view = lane.at(density, lane.scale(days, hours * 3'600));
            const Told told = byTheView(view);
            const Told expected = byTheEvents(lane, view);
            QCOMPARE(told.begun, expected.begun);
            QCOMPARE(told.overlapping, expected.overlapping);
            QCOMPARE(told.highest, expected.highest);
        }
    }
}

void tst_lane_density::columnsFillTheViewAndAreNarrow()
{
    const DenseLane lane(600);
    LaneDensity density;
    for (double secondsPerPixel = 1; secondsPerPixel < 1e6; secondsPerPixel *= 3.7) {
        const TimeScale scale = lane.scale(50, secondsPerPixel);
        const LaneDensity::View view = lane.at(density, scale);
        QVERIFY(view.begin(view.first) <= scale.visible().begin());
        QVERIFY(view.begin(view.last) > scale.visible().end());
        const double width = scale.toX(view.begin(1)) - scale.toX(view.begin(0));
        QVERIFY(width >= LaneDensity::kNarrowest - 1e-6);
        QVERIFY(width < 2 * LaneDensity::kNarrowest + 1e-6);
    }
}

void tst_lane_density::columnsStandStillWhileTheViewMovesAndGrowWhileItZooms()
{
    const DenseLane lane(600);
    LaneDensity density;
    const Instant begin = lane.at(density, lane.scale(0, 8'000)).begin(7);
    QCOMPARE(lane.at(density, lane.scale(33.3, 8'000)).begin(7), begin);
    QCOMPARE(lane.at(density, lane.scale(33.3, 6'000)).begin(7), begin);
    // The next zoom has a column of two.
    QCOMPARE(lane.at(density, lane.scale(0, 16'000)).begin(4),
             lane.at(density, lane.scale(0, 8'000)).begin(8));
}

void tst_lane_density::otherRowsAreCountedOnceForgotten()
{
    DenseLane lane(2'500);
    LaneDensity density;
    const TimeScale scale = lane.scale(0, 80'000, 3'000);
    const std::uint32_t before = lane.at(density, scale).highest();
    lane.rows.resize(1);
    density.forget();
    QVERIFY(before > 1);
    QCOMPARE(lane.at(density, scale).highest(), 1u);
}

QTEST_GUILESS_MAIN(tst_lane_density)
#include "tst_lane_density.moc"
