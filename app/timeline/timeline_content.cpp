// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_content.h"

#include "app/base/side_by_side.h"
#include "app/model/row_moves.h"

namespace dateline {

void TimelineContentMaker::orderByEnd(const Snapshot &snapshot)
{
    if (m_events == snapshot.events)
        return;
    const EventColumns &events = *snapshot.events;
    const bool haveDatesStayed = m_events && m_events->begins().data() == events.begins().data() &&
                                 m_events->ends().data() == events.ends().data() &&
                                 m_events->datedSize() == events.datedSize();
    if (!haveDatesStayed) {
        const EventMoves *moves = snapshot.eventMoves.get();
        m_byEnd = m_events && moves != nullptr && moves->before.lock() == m_events
                      ? rowsByEnd(events, moves->rows, *m_events, m_byEnd)
                      : rowsByEnd(events);
    }
    m_events = snapshot.events;
}

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
        orderByEnd(snapshot);
        content.counts = std::make_shared<const EventCounts>(m_events, *content.shown, m_byEnd);
    };
    sideBySide(snapshot.events->size(), count, [&] {
        content.lanes =
            std::make_shared<const Lanes>(m_lanes.build(snapshot, *placed, wish.lanes, words));
    });
    return content;
}

}  // namespace dateline
