// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/event_counts.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "app/model/row_moves.h"

namespace dateline {

namespace {

constexpr unsigned kDigitBits = 11;
constexpr std::size_t kDigitValues = std::size_t{1} << kDigitBits;

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
    Column<std::uint32_t> sorted = Column<std::uint32_t>::ofSize(keys.size());
    const std::uint64_t greatest = keys.empty() ? 0 : *std::max_element(keys.begin(), keys.end());
    for (unsigned shift = 0; shift < 64 && greatest >> shift != 0; shift += kDigitBits) {
        std::array<std::uint32_t, kDigitValues + 1> begins{};
        for (const std::uint64_t key : keys)
            ++begins[(key >> shift & (kDigitValues - 1)) + 1];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        std::uint32_t *const next = sorted.writable();
        for (const std::uint32_t row : rows)
            next[begins[keys[row] >> shift & (kDigitValues - 1)]++] = row;
        std::swap(rows, sorted);
    }
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
    m_begun.resize(dated + 1u);
    m_ended.resize(dated + 1u);
    for (std::uint32_t i = 0; i < dated; ++i) {
        m_begun[i + 1] = m_begun[i] + (shown.contains({i}) ? 1u : 0u);
        m_ended[i + 1] = m_ended[i] + (shown.contains({m_byEnd[i]}) ? 1u : 0u);
    }
}

std::uint32_t EventCounts::shownDated() const
{
    return m_begun.empty() ? m_events->datedSize() : m_begun.back();
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
    const auto shownBefore = [](const std::vector<std::uint32_t> &shown, std::ptrdiff_t place) {
        return shown.empty() ? static_cast<std::uint32_t>(place)
                             : shown[static_cast<std::size_t>(place)];
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
