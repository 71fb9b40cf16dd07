// SPDX-License-Identifier: GPL-3.0-or-later
// All that a timeline shows of one snapshot through one filter, made together: on a worker where
// there is much of it, so that the GUI thread walks no million rows. The parts belong to each other
// and never change.
#pragma once

#include "app/timeline/event_counts.h"
#include "app/timeline/lane_builder.h"

namespace dateline {

struct TimelineContent {
    SnapshotPointer snapshot;
    std::shared_ptr<const RowSet> shown;  // the others are dimmed where lanes hold them
    std::shared_ptr<const Lanes> lanes;
    std::shared_ptr<const EventCounts> counts;
};

enum class FilteredOutEvents : std::uint8_t { Hidden, Dimmed, Shown };

struct TimelineContentWish {
    SnapshotPointer snapshot;
    std::shared_ptr<const RowSet> passing;  // the filter
    FilteredOutEvents others = FilteredOutEvents::Hidden;
    LaneWish lanes;
};

// Keeps what the next content can use again. One thread at a time.
class TimelineContentMaker {
public:
    TimelineContent make(const TimelineContentWish &wish, const LaneWords &words);

private:
    void orderByEnd(const Snapshot &snapshot);

    LaneBuilder m_lanes;
    std::shared_ptr<const EventColumns> m_events;  // of the order by ends
    Column<std::uint32_t> m_byEnd;
};

}  // namespace dateline
