// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/lane_density.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr double kWidth = 5;
constexpr double kDay = 86'400;

struct Lane {
    Lane()
    {
        SnapshotOf made;
        for (int i = 0; i < 600; ++i)
            made.event("e", date(i * 7 % 400, i % 5 == 0 ? 40 : 0));
        snapshot = made.build();
        rows.resize(snapshot->events->size());
        std::iota(rows.begin(), rows.end(), 0u);
    }
    // Days of 2020 and 2021, one by one or as a stretch.
    static std::string date(int day, int length)
    {
        const auto text = [](int n) {
            char written[32];
            std::snprintf(written, sizeof written, "%04d-%02d-%02d", 2020 + n / 336,
                          1 + n % 336 / 28, 1 + n % 28);
            return std::string(written);
        };
        return length == 0 ? text(day) : text(day) + "/" + text(day + length);
    }
    const EventColumns &events() const { return *snapshot->events; }
    LaneDensity::View view(LaneDensity &density, const TimeScale &scale) const
    {
        return density.of(0, rows, events(), scale, kWidth);
    }

    SnapshotPointer snapshot;
    std::vector<std::uint32_t> rows;
};

// So many pixels from the first event to the left edge, at a day a pixel.
TimeScale scaleAt(const Lane &lane, double pixels, double width = 200)
{
    const TimeScale whole(lane.events().extent().begin(), 0, kDay, 0, width);
    return whole.movedBy(pixels * kDay);
}

}  // namespace

class tst_lane_density : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsCounted();
    void columnsStandStillWhileTheViewMoves();
    void anotherZoomIsCountedAnew();
    void otherRowsAreCountedOnceForgotten();
    void nothingIsCountedBesideTheEvents();
};

void tst_lane_density::everyEventIsCounted()
{
    const Lane lane;
    LaneDensity density;
    const LaneDensity::View all = lane.view(density, scaleAt(lane, 0, 800));
    std::uint32_t shortOnes = 0;
    for (std::int64_t column = all.first; column < all.last; ++column)
        shortOnes += all.count(column);
    QCOMPARE(shortOnes, 480u);  // four of five: the others go on through columns
    QCOMPARE(all.first, std::int64_t{0});
    std::uint32_t highest = 0;
    for (std::int64_t column = all.first; column < all.last; ++column)
        highest = std::max(highest, all.count(column) + all.ongoing(column));
    QCOMPARE(all.highest(), highest);
}

// Whether counted before or anew, from either side: the same columns hold the same events.
void tst_lane_density::columnsStandStillWhileTheViewMoves()
{
    const Lane lane;
    LaneDensity whole;
    const LaneDensity::View all = lane.view(whole, scaleAt(lane, 0, 800));
    LaneDensity moving;
    for (const double pixels : {100.0, 101.0, 103.7, 150.0, 420.0, 260.0, 95.5, 3.0}) {
        const LaneDensity::View view = lane.view(moving, scaleAt(lane, pixels));
        QCOMPARE(view.first, static_cast<std::int64_t>(std::floor(pixels / kWidth)));
        // A column at the edge may lack what begins or ends beyond it.
        for (std::int64_t column = view.first + 2; column < view.last - 2; ++column) {
            QCOMPARE(view.count(column), all.count(column));
            QCOMPARE(view.ongoing(column), all.ongoing(column));
        }
    }
}

void tst_lane_density::anotherZoomIsCountedAnew()
{
    const Lane lane;
    LaneDensity density;
    const std::uint32_t near = lane.view(density, scaleAt(lane, 0, 800)).highest();
    const TimeScale far(lane.events().extent().begin(), 0, 30 * kDay, 0, 200);
    QVERIFY(lane.view(density, far).highest() > near);
    QCOMPARE(lane.view(density, scaleAt(lane, 0, 800)).highest(), near);
}

void tst_lane_density::otherRowsAreCountedOnceForgotten()
{
    Lane lane;
    LaneDensity density;
    const TimeScale scale = scaleAt(lane, 0, 800);
    const std::uint32_t before = lane.view(density, scale).highest();
    lane.rows.resize(1);
    density.forget();
    QVERIFY(before > 1);
    QCOMPARE(lane.view(density, scale).highest(), 1u);
}

void tst_lane_density::nothingIsCountedBesideTheEvents()
{
    const Lane lane;
    LaneDensity density;
    QCOMPARE(lane.view(density, scaleAt(lane, -3'000)).highest(), 0u);
    QCOMPARE(lane.view(density, scaleAt(lane, 9'000)).highest(), 0u);
    QVERIFY(lane.view(density, scaleAt(lane, 50)).highest() > 0);
}

QTEST_APPLESS_MAIN(tst_lane_density)
#include "tst_lane_density.moc"
