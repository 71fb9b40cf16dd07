// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>
#include <set>

#include <QTest>

#include "app/timeline/lane_marks.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr double kDay = 86'400;
constexpr double kLabel = 40;

// Events so many days apart, counted from the first of January 2020.
struct MarkedLane {
    explicit MarkedLane(int count, int apart)
    {
        SnapshotOf made;
        for (int i = 0; i < count; ++i) {
            const int day = i * apart;
            char date[32];
            std::snprintf(date, sizeof date, "%04d-%02d-%02d", 2020 + day / 336, 1 + day % 336 / 28,
                          1 + day % 28);
            made.event("e", date);
        }
        snapshot = made.build();
        rows.resize(snapshot->events->size());
        std::iota(rows.begin(), rows.end(), 0u);
    }
    LaneMarks::View at(const TimeScale &scale, int mostRows = 2)
    {
        const LanePacker::LabelWidth width = [this](EventRow) {
            ++measured;
            return kLabel;
        };
        return marks.of(0, rows, *snapshot, scale, {metrics, width, mostRows});
    }
    // From so many pixels behind the first event, a day in so many pixels.
    TimeScale scale(double pixels, double perDay = 1, double width = 400) const
    {
        return TimeScale(snapshot->events->extent().begin(), 0, kDay / perDay, 0, width)
            .movedBy(pixels * kDay / perDay);
    }

    SnapshotPointer snapshot;
    std::vector<std::uint32_t> rows;
    TimelineMetrics metrics;
    LaneMarks marks;
    int measured = 0;  // labels that were asked for: whether anything was packed
};

std::set<std::uint32_t> eventsOf(const LaneMarks::View &view)
{
    std::set<std::uint32_t> rows;
    for (const PackedMark &mark : view.marks)
        rows.insert(mark.row.value);
    return rows;
}

const PackedMark *find(const LaneMarks::View &view, std::uint32_t row)
{
    const auto found = std::find_if(view.marks.begin(), view.marks.end(),
                                    [&](const PackedMark &mark) { return mark.row.value == row; });
    return found == view.marks.end() ? nullptr : &*found;
}

}  // namespace

class tst_lane_marks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventInViewHasItsMark();
    void movingOnPacksNothingAndKeepsPlaces();
    void whoZoomsGetsOtherMarks();
    void crowdedOnesAreCounted_data();
    void crowdedOnesAreCounted();
    void forgottenOnesArePackedAgain();
};

void tst_lane_marks::everyEventInViewHasItsMark()
{
    MarkedLane lane(100, 30);
    for (double pixels = -300; pixels < 3'300; pixels += 70) {
        const TimeScale scale = lane.scale(pixels);
        const LaneMarks::View view = lane.at(scale);
        QVERIFY(!view.isCrowded());
        const std::set<std::uint32_t> events = eventsOf(view);
        QCOMPARE(events.size(), view.marks.size());
        const EventColumns &columns = *lane.snapshot->events;
        for (const std::uint32_t i : lane.rows) {
            const bool isInView = columns.begins()[i] <= scale.visible().end() &&
                                  columns.ends()[i] >= scale.visible().begin();
            QVERIFY(!isInView || events.contains(i));
        }
    }
}

void tst_lane_marks::movingOnPacksNothingAndKeepsPlaces()
{
    MarkedLane lane(100, 30);
    lane.at(lane.scale(0));
    lane.at(lane.scale(10));  // packed beside the view, too, from here on
    lane.measured = 0;
    const LaneMarks::View before = lane.at(lane.scale(20));
    const PackedMark *mark = find(before, 10);
    QVERIFY(mark != nullptr);
    const double x = mark->x0;
    const LaneMarks::View after = lane.at(lane.scale(45));
    QCOMPARE(lane.measured, 0);
    QCOMPARE(find(after, 10)->x0, x);
    // Who goes far is served, too.
    QVERIFY(eventsOf(lane.at(lane.scale(1'500))).contains(55));
    QVERIFY(lane.measured > 0);
}

void tst_lane_marks::whoZoomsGetsOtherMarks()
{
    MarkedLane lane(100, 30);
    const double wide = find(lane.at(lane.scale(0)), 5)->x0;
    const double near = find(lane.at(lane.scale(0, 2)), 5)->x0;
    QVERIFY(near > wide * 1.8);
}

void tst_lane_marks::crowdedOnesAreCounted_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("apart");
    QTest::addColumn<int>("mostRows");
    QTest::addColumn<bool>("isCrowded");
    QTest::newRow("far apart") << 300 << 30 << 1 << false;
    QTest::newRow("close, but few") << 50 << 1 << 1 << false;
    QTest::newRow("close, and many") << 100 << 1 << 1 << true;
    QTest::newRow("close, with room") << 100 << 4 << 4 << false;
    QTest::newRow("too many") << 900 << 0 << 4 << true;
}

void tst_lane_marks::crowdedOnesAreCounted()
{
    QFETCH(int, count);
    QFETCH(int, apart);
    QFETCH(int, mostRows);
    QFETCH(bool, isCrowded);
    MarkedLane lane(count, apart);
    const LaneMarks::View view = lane.at(lane.scale(0), mostRows);
    QCOMPARE(view.isCrowded(), isCrowded);
    QCOMPARE(view.marks.empty(), isCrowded);
}

void tst_lane_marks::forgottenOnesArePackedAgain()
{
    MarkedLane lane(100, 30);
    lane.at(lane.scale(0));
    lane.measured = 0;
    lane.at(lane.scale(0));
    QCOMPARE(lane.measured, 0);
    lane.marks.forget();
    lane.at(lane.scale(0));
    QVERIFY(lane.measured > 0);
}

QTEST_GUILESS_MAIN(tst_lane_marks)
#include "tst_lane_marks.moc"
