// SPDX-License-Identifier: GPL-3.0-or-later
// Which lanes a picture has and which events stand in each: by actor, kind, place, source, or all
// in one. An event with several actors, or several sources, stands in several lanes; one without
// any stands in a last lane of its own, so that nothing is lost. Undated events are in no lane.
// Built anew when snapshot, filter or grouping change: O(events + participations). Pure.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/model/filter.h"
#include "app/model/snapshot.h"
#include "app/model/view_choice.h"

namespace dateline {

enum class LaneOrder : std::uint8_t { ByCount, ByFirstDate, ByName };

// Words that the lanes need beside those of the file.
struct LaneWords {
    std::string allEvents = "All events";
    std::string noActor = "No actor";
    std::string noKind = "No kind";
    std::string noPlace = "No place";
    std::string noSource = "No source";
    std::function<std::string(std::size_t)> eventCount = [](std::size_t count) {
        return std::to_string(count) + (count == 1 ? " event" : " events");
    };
};

struct Lane {
    ItemRef item;      // the actor or source; none for other groupings
    std::string word;  // the kind or place
    std::string name;
    std::string note;         // second line: a role, or how many events
    std::uint32_t first = 0;  // its rows are [first, last) of Lanes::rows
    std::uint32_t last = 0;
    bool isRest = false;  // what belongs to no actor, kind, place or source
};

struct Lanes {
    Grouping grouping = Grouping::None;
    std::vector<Lane> lanes;
    std::vector<std::uint32_t> rows;  // event rows, ascending within a lane

    std::span<const std::uint32_t> rowsOf(const Lane &lane) const
    {
        return std::span(rows).subspan(lane.first, lane.last - lane.first);
    }
};

// Lanes without an event of `placed` are left out. The note of an actor's lane is the role held at
// asOf, or at the end of the last event without it.
Lanes buildLanes(const Snapshot &snapshot, const RowSet &placed, Grouping grouping, LaneOrder order,
                 std::optional<Instant> asOf, const LaneWords &words);

}  // namespace dateline
