// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_content.h"

#include "app/base/side_by_side.h"

namespace dateline {

TimelineContent TimelineContentMaker::make(const TimelineContentWish &wish, const LaneWords &words)
{
    const Snapshot &snapshot = *wish.snapshot;
    // Dimmed and shown ones keep their place in the lanes; hidden ones do not.
    std::shared_ptr<const RowSet> placed = wish.passing;
    if (wish.others != FilteredOutEvents::Hidden)
        placed = std::make_shared<const RowSet>(snapshot.events->size(), true);
    TimelineContent content;
    content.snapshot = wish.snapshot;
    content.shown = wish.others == FilteredOutEvents::Shown ? placed : wish.passing;
    const auto count = [&] {
        if (m_events != snapshot.events) {
            m_byEnd = rowsByEnd(*snapshot.events);
            m_events = snapshot.events;
        }
        content.counts = std::make_shared<const EventCounts>(m_events, *content.shown, m_byEnd);
    };
    sideBySide(snapshot.events->size(), count, [&] {
        content.lanes =
            std::make_shared<const Lanes>(m_lanes.build(snapshot, *placed, wish.lanes, words));
    });
    return content;
}

}  // namespace dateline
