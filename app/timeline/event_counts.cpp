// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/event_counts.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/base/stable_order.h"
#include "app/model/row_moves.h"

namespace dateline {

namespace {

// Ends as distances from the first one that is not distant; 0 and the greatest are the distant
// ones.
std::vector<std::uint64_t> endKeys(const EventColumns &events)
{
    std::int64_t first = INT64_MAX;
    std::int64_t last = INT64_MIN;
    for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
        const Instant end = events.ends()[row];
        if (!end.isDistant()) {
            first = std::min(first, end.seconds);
            last = std::max(last, end.seconds);
        }
    }
    const std::uint64_t beyond =
        first <= last ? static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) + 2
                      : 1;
    std::vector<std::uint64_t> keys(events.datedSize());
    for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
        const Instant end = events.ends()[row];
        if (end.isDistant())
            keys[row] = end == Instant::distantPast() ? 0 : beyond;
        else
            keys[row] =
                static_cast<std::uint64_t>(end.seconds) - static_cast<std::uint64_t>(first) + 1;
    }
    return keys;
}

}  // namespace

Column<std::uint32_t> rowsByEnd(const EventColumns &events)
{
    // Rows ascend by begin, so that an order by end that keeps them is one by end and begin.
    const std::vector<std::uint64_t> keys = endKeys(events);
    Column<std::uint32_t> rows = Column<std::uint32_t>::ofSize(keys.size());
    std::iota(rows.writable(), rows.writable() + keys.size(), 0u);
    orderStably({rows.writable(), rows.size()},
                keys.empty() ? 0 : *std::max_element(keys.begin(), keys.end()),
                [&keys](std::uint32_t row) { return keys[row]; });
    return rows;
}

Column<std::uint32_t> rowsByEnd(const EventColumns &events, const RowMoves &moves,
                                const EventColumns &before,
                                const Column<std::uint32_t> &beforeByEnd)
{
    if (!moves.areFew())
        return rowsByEnd(events);
    const auto isDatedIn = [](const EventColumns &columns) {
        return [&columns](std::uint32_t row) { return row < columns.datedSize(); };
    };
    const auto endsEarlierIn = [](const EventColumns &columns) {
        return [&ends = columns.ends()](std::uint32_t a, std::uint32_t b) {
            return ends[a] != ends[b] ? ends[a] < ends[b] : a < b;
        };
    };
    return followOrder(beforeByEnd, moves, isDatedIn(before), endsEarlierIn(before),
                       isDatedIn(events), endsEarlierIn(events));
}

EventCounts::EventCounts(std::shared_ptr<const EventColumns> events, const RowSet &shown,
                         Column<std::uint32_t> byEnd)
    : m_events(std::move(events)), m_byEnd(std::move(byEnd)), m_shown(shown.count())
{
    if (m_shown == m_events->size())
        return;
    const std::uint32_t dated = m_events->datedSize();
    BitSet ended(dated, true);
    ended.keepIf([&](std::uint32_t place) { return shown.contains({m_byEnd[place]}); });
    m_begun = CountedBitSet(shown.bits());
    m_ended = CountedBitSet(std::move(ended));
}

std::uint32_t EventCounts::shownDated() const
{
    return areAllShown() ? m_events->datedSize() : m_ended.count();
}

TimelineCounts EventCounts::in(TimeSpan visible) const
{
    TimelineCounts counts;
    if (!m_events)
        return counts;
    const Column<Instant> &begins = m_events->begins();
    const Column<Instant> &ends = m_events->ends();
    counts.total = m_events->size();
    counts.shown = m_shown;
    counts.undated = m_shown - shownDated();
    const auto shownBefore = [this](const CountedBitSet &shown, std::ptrdiff_t place) {
        const auto number = static_cast<std::uint32_t>(place);
        return areAllShown() ? number : shown.before(number);
    };
    const auto dated = begins.begin() + m_events->datedSize();
    const auto later = std::lower_bound(begins.begin(), dated, visible.end());
    const std::uint32_t begun = shownBefore(m_begun, later - begins.begin());
    // What ends at the very begin has been before it, but for a moment that is this instant.
    const Instant from = visible.begin();
    const auto inView =
        std::partition_point(m_byEnd.begin(), m_byEnd.end(), [&](std::uint32_t row) {
            return ends[row] < from || (ends[row] == from && begins[row] < from);
        });
    counts.earlier = shownBefore(m_ended, inView - m_byEnd.begin());
    counts.inView = begun - counts.earlier;
    counts.later = shownDated() - begun;
    return counts;
}

}  // namespace dateline
