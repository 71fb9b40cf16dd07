// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_density.h"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

constexpr std::size_t kMostLanes = 512;

}  // namespace

std::uint32_t LaneDensity::View::highest() const
{
    std::uint32_t highest = 0;
    for (std::int64_t column = first; column < last; ++column)
        highest = std::max(highest, count(column) + ongoing(column));
    return highest;
}

LaneDensity::View LaneDensity::of(std::uint32_t lane, std::span<const std::uint32_t> rows,
                                  const EventColumns &events, const TimeScale &scale,
                                  double columnWidth)
{
    const double begin = scale.toX(events.extent().begin());
    const auto columnAt = [&](double x) {
        return static_cast<std::int64_t>(std::floor((x - begin) / columnWidth));
    };
    View view;
    view.first = columnAt(scale.left());
    view.last = columnAt(scale.right()) + 1;
    if (m_lanes.size() >= kMostLanes && !m_lanes.contains(lane))
        m_lanes.clear();
    Counted &counted = m_lanes[lane];
    const bool isSameScale = counted.secondsPerPixel == scale.secondsPerPixel();
    const auto countedLast = counted.first + static_cast<std::int64_t>(counted.density.size());
    if (!isSameScale || view.first < counted.first || view.last > countedLast) {
        // Who moves on at the same zoom will go on moving; who zooms will not see these again.
        const std::int64_t beside = isSameScale ? view.last - view.first : 0;
        counted.secondsPerPixel = scale.secondsPerPixel();
        counted.first = view.first - beside;
        count(rows, events, view.last + beside - counted.first, columnWidth, counted);
    }
    view.density = &counted.density;
    view.densityFirst = counted.first;
    return view;
}

void LaneDensity::count(std::span<const std::uint32_t> rows, const EventColumns &events,
                        std::int64_t columns, double columnWidth, Counted &counted)
{
    const TimeScale world(events.extent().begin(), 0, counted.secondsPerPixel, 0, 1);
    const double left = static_cast<double>(counted.first) * columnWidth;
    const double right = left + static_cast<double>(columns) * columnWidth;
    counted.density.reset(left, right, columnWidth);
    const TimeSpan span = TimeSpan::between(world.toInstant(left), world.toInstant(right + 1));
    const EventColumns::Range range = events.candidates(span);
    const auto first = std::lower_bound(rows.begin(), rows.end(), range.first);
    const auto last = std::lower_bound(first, rows.end(), range.last);
    const Column<Instant> &begins = events.begins();
    const Column<Instant> &ends = events.ends();
    // The rows of a lane lie far apart: what they tell is sent for before it is needed.
    constexpr std::ptrdiff_t kAhead = 24;
    for (auto row = first; row != last; ++row) {
        if (last - row > kAhead) {
            __builtin_prefetch(&begins[row[kAhead]]);
            __builtin_prefetch(&ends[row[kAhead]]);
        }
        if (ends[*row] >= span.begin())
            counted.density.add(world.toX(begins[*row]), world.toX(ends[*row]));
    }
    counted.density.finish();
}

}  // namespace dateline
