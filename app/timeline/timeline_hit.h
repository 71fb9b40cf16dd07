// SPDX-License-Identifier: GPL-3.0-or-later
// Pixel -> what lies there, and the steps of the keyboard from mark to mark. Pure; O(what is in
// view) for a pixel, O(log n) for a step.
#pragma once

#include <optional>
#include <vector>

#include "app/timeline/lanes.h"
#include "app/timeline/timeline_scene.h"

namespace dateline {

enum class TimelinePart : std::uint8_t { Outside, Corner, Ruler, LaneName, HeaderEdge, Plot };
enum class MarkPart : std::uint8_t { None, Body, Begin, End, Label };

struct TimelineHit {
    static constexpr std::uint32_t kNone = UINT32_MAX;

    TimelinePart part = TimelinePart::Outside;
    std::uint32_t lane = kNone;    // into Lanes::lanes
    std::uint32_t mark = kNone;    // into scene.content.marks
    std::uint32_t column = kNone;  // into scene.content.columns
    MarkPart markPart = MarkPart::None;

    bool hasMark() const { return mark != kNone; }
    bool hasColumn() const { return column != kNone; }
    bool operator==(const TimelineHit &) const = default;
};

// The nearest mark within the tolerance; a mark under the point before a label, and that before a
// column.
TimelineHit hitAt(const TimelineScene &scene, double x, double y, double tolerance = 3);

// The events behind a hit: one, a cluster's or a column's, at most `limit`; none where there are
// none.
std::vector<EventRow> eventsOf(const TimelineHit &hit, const TimelineScene &scene,
                               const Lanes &lanes, const Snapshot &snapshot,
                               std::size_t limit = 1'000);

// An event as it stands in one lane.
struct LaneEvent {
    std::uint32_t lane = 0;
    EventRow row;
    bool operator==(const LaneEvent &) const = default;
};
enum class Step : std::uint8_t { Earlier, Later, LaneAbove, LaneBelow };
// None at the end of a lane or of the lanes. A step to another lane goes to its nearest event.
std::optional<LaneEvent> stepFrom(const LaneEvent &from, Step step, const Lanes &lanes,
                                  const Snapshot &snapshot);
// The first lane that holds the event, from that lane on and around; none where it is in no lane.
std::optional<LaneEvent> findInLanes(EventRow row, std::uint32_t fromLane, const Lanes &lanes);

}  // namespace dateline
