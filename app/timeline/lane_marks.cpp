// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_marks.h"

#include <algorithm>

#include "app/timeline/lane_rows.h"

namespace dateline {

namespace {

constexpr std::size_t kMostInView = 400;
constexpr std::size_t kMostBeside = 1'200;  // with those in view
constexpr std::size_t kMostKept = 100'000;  // of all lanes

// Who moves on at the same zoom will go on moving; who zooms will not see these marks again.
double widened(double beside)
{
    constexpr double kFirst = 0.125;
    constexpr double kWidest = 1;
    return std::clamp(beside * 2, kFirst, kWidest);
}

TimeSpan spanBeside(const TimeScale &scale, double beside)
{
    const double more = beside * scale.width();
    return TimeSpan::between(scale.toInstant(scale.left() - more),
                             scale.toInstant(scale.right() + more));
}

}  // namespace

void LaneMarks::forget()
{
    m_lanes.clear();
    m_kept = 0;
}

LaneMarks::View LaneMarks::of(std::uint32_t lane, std::span<const std::uint32_t> rows,
                              const Snapshot &snapshot, const TimeScale &scale, const Sizes &sizes)
{
    if (m_kept > kMostKept && !m_lanes.contains(lane))
        forget();
    Packed &packed = m_lanes[lane];
    const TimeSpan visible = scale.visible();
    const bool isSameZoom = packed.secondsPerPixel == scale.secondsPerPixel() &&
                            packed.labelHeight == sizes.metrics.labelHeight &&
                            packed.mostRows == sizes.mostRows;
    if (!isSameZoom || visible.begin() < packed.span.begin() || visible.end() > packed.span.end()) {
        packed.beside = isSameZoom ? widened(packed.beside) : 0;
        pack(rows, snapshot, scale, sizes, packed);
    }
    return {packed.marks, packed.rows};
}

bool LaneMarks::collect(std::span<const std::uint32_t> rows, const EventColumns &events,
                        TimeSpan visible, TimeSpan wider)
{
    m_collected.clear();
    // As many begin in the view: nothing else need be looked at.
    const auto dated = events.begins().begin() + events.datedSize();
    const auto begun = static_cast<std::uint32_t>(
        std::lower_bound(events.begins().begin(), dated, visible.begin()) -
        events.begins().begin());
    if (rowsWithin(rows, {begun, events.candidates(visible).last}).size() > kMostInView)
        return false;
    std::size_t inView = 0;
    for (const std::uint32_t row : rowsWithin(rows, events.candidates(wider))) {
        if (events.ends()[row] < wider.begin())
            continue;
        m_collected.push_back(row);
        if (events.ends()[row] >= visible.begin() && events.begins()[row] <= visible.end() &&
            ++inView > kMostInView)
            return false;
    }
    return true;
}

void LaneMarks::pack(std::span<const std::uint32_t> rows, const Snapshot &snapshot,
                     const TimeScale &scale, const Sizes &sizes, Packed &packed)
{
    const EventColumns &events = *snapshot.events;
    packed.secondsPerPixel = scale.secondsPerPixel();
    packed.labelHeight = sizes.metrics.labelHeight;
    packed.mostRows = sizes.mostRows;
    const TimeSpan visible = scale.visible();
    packed.span = spanBeside(scale, packed.beside);
    bool hasRoom = collect(rows, events, visible, packed.span);
    if (hasRoom && m_collected.size() > kMostBeside) {
        packed.span = visible;
        hasRoom = collect(rows, events, visible, visible);
    }
    m_kept -= packed.marks.size();
    packed.marks.clear();
    packed.rows = 0;
    if (hasRoom) {
        const TimeScale world(events.extent().begin(), 0, scale.secondsPerPixel(), 0, 1);
        packed.rows = m_packer.pack(
            m_collected, snapshot, world, sizes.metrics, sizes.labelWidth,
            {sizes.mostRows, sizes.mostRows, LanePacker::IfCrowded::LeaveOut}, packed.marks);
    }
    m_kept += packed.marks.size();
}

}  // namespace dateline
