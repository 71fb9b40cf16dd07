// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_density.h"

#include <algorithm>

#include "app/timeline/lane_rows.h"

namespace dateline {

namespace {

constexpr std::size_t kMostLanes = 256;
constexpr std::size_t kManyRows = 500;            // from here on a lane is counted as a whole
constexpr std::size_t kMostFineColumns = 65'536;  // for the whole file
constexpr int kWidest = 60;                       // level; no time line is as long

int levelFor(double seconds)
{
    int level = 0;
    while (level < kWidest && static_cast<double>(std::int64_t{1} << level) < seconds)
        ++level;
    return level;
}

// As many fine columns as the lane has events: in closer views there are fewer events than columns,
// so that to count them for each view costs less than to paint them.
int finestLevel(TimeSpan extent, std::size_t rows)
{
    const double seconds = TimeScale::secondsBetween(extent.begin(), extent.end());
    return levelFor(seconds / static_cast<double>(std::min(rows, kMostFineColumns) - 1));
}

}  // namespace

std::uint32_t LaneDensity::View::count(std::int64_t column) const
{
    const bool isIn = column >= m_counts->first && column < m_counts->last();
    return isIn ? m_counts->counts[static_cast<std::size_t>(column - m_counts->first)] : 0;
}

std::uint32_t LaneDensity::View::ongoing(std::int64_t column) const
{
    if (column < m_counts->first)
        return m_counts->before;
    if (column >= m_counts->last())
        return m_counts->behind;
    return static_cast<std::uint32_t>(
        m_counts->ongoing[static_cast<std::size_t>(column - m_counts->first)]);
}

std::uint32_t LaneDensity::View::highest() const
{
    std::uint32_t highest = 0;
    for (std::int64_t column = first; column < last; ++column)
        highest = std::max(highest, count(column) + ongoing(column));
    return highest;
}

Instant LaneDensity::View::begin(std::int64_t column) const
{
    return {m_origin.seconds + column * (std::int64_t{1} << m_counts->level)};
}

LaneDensity::View LaneDensity::of(std::uint32_t lane, std::span<const std::uint32_t> rows,
                                  const EventColumns &events, const TimeScale &scale)
{
    const Instant origin = events.extent().begin();
    const TimeSpan visible = scale.visible();
    const int level = levelFor(kNarrowest * scale.secondsPerPixel());
    const auto columnAt = [&](Instant t) { return (t.seconds - origin.seconds) >> level; };
    View view;
    view.m_origin = origin;
    view.first = columnAt(visible.begin());
    view.last = columnAt(visible.end()) + 1;
    if (m_lanes.size() >= kMostLanes && !m_lanes.contains(lane))
        m_lanes.clear();
    Lane &counted = m_lanes[lane];
    if (rows.size() >= kManyRows) {
        const int finest = finestLevel(events.extent(), rows.size());
        if (level >= finest) {
            view.m_counts = &wholeAt(level, finest, rows, events, counted);
            return view;
        }
    }
    Counts &near = counted.near;
    if (near.level != level || view.first < near.first || view.last > near.last()) {
        // Who moves on at the same zoom will go on moving.
        const std::int64_t beside = near.level == level ? view.last - view.first : 0;
        near.level = level;
        near.first = view.first - beside;
        near.counts.resize(static_cast<std::size_t>(view.last - view.first + 2 * beside));
        count(rows, events, near);
    }
    view.m_counts = &near;
    return view;
}

void LaneDensity::count(std::span<const std::uint32_t> rows, const EventColumns &events,
                        Counts &counts)
{
    const std::int64_t width = std::int64_t{1} << counts.level;
    const std::int64_t origin = events.extent().begin().seconds;
    const Instant begin{origin + counts.first * width};
    const Instant end{origin + counts.last() * width};
    const auto columns = static_cast<std::int64_t>(counts.counts.size());
    std::fill(counts.counts.begin(), counts.counts.end(), 0u);
    counts.ongoing.assign(counts.counts.size() + 1, 0);
    counts.before = 0;
    counts.behind = 0;

    const std::span<const std::uint32_t> counted =
        rowsWithin(rows, events.candidates(TimeSpan::between(begin, end)));
    const Column<Instant> &begins = events.begins();
    const Column<Instant> &ends = events.ends();
    // The rows of a lane lie far apart: what they tell is sent for before it is needed.
    constexpr std::size_t kAhead = 24;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        if (i + kAhead < counted.size()) {
            __builtin_prefetch(&begins[counted[i + kAhead]]);
            __builtin_prefetch(&ends[counted[i + kAhead]]);
        }
        const Instant from = begins[counted[i]];
        const Instant to = ends[counted[i]];
        if (from >= end || (from < begin && to <= begin))
            continue;
        const std::int64_t own = from < begin ? -1 : (from.seconds - begin.seconds) >> counts.level;
        if (own >= 0)
            ++counts.counts[static_cast<std::size_t>(own)];
        // The second before its end is the last that it goes on in.
        const std::int64_t furthest =
            to >= end ? columns - 1
                      : (std::max(to.seconds - 1, begin.seconds) - begin.seconds) >> counts.level;
        if (furthest > own) {
            ++counts.ongoing[static_cast<std::size_t>(own + 1)];
            --counts.ongoing[static_cast<std::size_t>(furthest + 1)];
        }
        counts.before += from == Instant::distantPast() ? 1u : 0u;
        counts.behind += to == Instant::distantFuture() ? 1u : 0u;
    }
    std::int32_t sum = 0;
    for (std::int32_t &ongoing : counts.ongoing)
        ongoing = sum += ongoing;
}

LaneDensity::Counts LaneDensity::halved(const Counts &fine)
{
    Counts wide;
    wide.level = fine.level + 1;
    wide.before = fine.before;
    wide.behind = fine.behind;
    const std::size_t columns = fine.counts.size();
    wide.counts.reserve((columns + 1) / 2);
    wide.ongoing.reserve((columns + 1) / 2);
    for (std::size_t i = 0; i < columns; i += 2) {
        wide.counts.push_back(fine.counts[i] + (i + 1 < columns ? fine.counts[i + 1] : 0));
        wide.ongoing.push_back(fine.ongoing[i]);
    }
    return wide;
}

const LaneDensity::Counts &LaneDensity::wholeAt(int level, int finest,
                                                std::span<const std::uint32_t> rows,
                                                const EventColumns &events, Lane &lane)
{
    if (lane.whole.empty()) {
        Counts &counts = lane.whole.emplace_back();
        counts.level = finest;
        const std::int64_t length = events.extent().end().seconds - events.extent().begin().seconds;
        counts.counts.resize(static_cast<std::size_t>((length >> finest) + 1));
        count(rows, events, counts);
    }
    const auto wanted = static_cast<std::size_t>(level - finest);
    while (lane.whole.size() <= wanted)
        lane.whole.push_back(halved(lane.whole.back()));
    return lane.whole[wanted];
}

}  // namespace dateline
