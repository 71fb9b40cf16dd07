// SPDX-License-Identifier: GPL-3.0-or-later
// How many of the shown events lie in a stretch of time, before and behind it: exact, in O(log n),
// however many there are, so that a million are not walked in every frame. Made anew with another
// filter: O(events); the order by ends is made once for the events and shared. Any thread.
#pragma once

#include <memory>

#include "app/base/bit_set.h"
#include "app/base/column.h"
#include "app/model/filter.h"
#include "app/timeline/timeline_scene.h"

namespace dateline {

class RowMoves;

// Dated rows by latest end, then by begin. O(events), for dates within a few centuries.
Column<std::uint32_t> rowsByEnd(const EventColumns &events);
// The same from that order of the events before an edit, which must be those of the moves: at the
// speed of memory where it touched few.
Column<std::uint32_t> rowsByEnd(const EventColumns &events, const RowMoves &moves,
                                const EventColumns &before,
                                const Column<std::uint32_t> &beforeByEnd);

class EventCounts {
public:
    EventCounts() = default;
    // byEnd: rowsByEnd() of these events.
    EventCounts(std::shared_ptr<const EventColumns> events, const RowSet &shown,
                Column<std::uint32_t> byEnd);

    TimelineCounts in(TimeSpan visible) const;

private:
    bool areAllShown() const { return m_shown == m_events->size(); }
    std::uint32_t shownDated() const;

    std::shared_ptr<const EventColumns> m_events;
    Column<std::uint32_t> m_byEnd;
    // Which are shown, by row and by place in m_byEnd. Empty where all are.
    CountedBitSet m_begun;
    CountedBitSet m_ended;
    std::uint32_t m_shown = 0;
};

}  // namespace dateline
