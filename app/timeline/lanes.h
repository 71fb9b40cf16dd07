// SPDX-License-Identifier: GPL-3.0-or-later
// Which lanes a picture has and which events stand in each: by actor, kind, place, source, or all
// in one. An event with several actors, or several sources, stands in several lanes; one without
// any stands in a last lane of its own, so that nothing is lost. Undated events are in no lane.
// Lanes are numbers only; their names and notes are made when they are seen, so that a hundred
// thousand of them cost a few milliseconds. Built anew when snapshot, filter or wish change
// (lane_builder.h); afterwards a value for any thread.
#pragma once

#include <functional>
#include <memory>
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
    std::string noGroup = "Others";  // actors without a kind, sources without an outlet
    std::function<std::string(std::size_t)> eventCount = [](std::size_t count) {
        return std::to_string(count) + (count == 1 ? " event" : " events");
    };
    std::function<std::string(std::size_t)> laneCount = [](std::size_t count) {
        return std::to_string(count) + (count == 1 ? " row" : " rows");
    };
};

// What a lane stands for, in any snapshot: an actor or source, or the word of a kind or place.
struct LaneName {
    ItemRef item;
    std::string word;
    bool operator==(const LaneName &) const = default;
};

struct LaneWish {
    Grouping grouping = Grouping::Actor;
    LaneOrder order = LaneOrder::ByCount;
    std::optional<Instant> asOf;   // for the roles in the notes; none: at the end of the last event
    std::vector<LaneName> pinned;  // stand at the top, in this order
    // Actors stand under their kinds, sources under their outlets.
    bool isGrouped = false;
    std::vector<std::string> closed;  // groups that are one lane
    bool operator==(const LaneWish &) const = default;
};

enum class LaneForm : std::uint8_t {
    Item,
    Rest,         // what belongs to no actor, kind, place or source
    OpenGroup,    // a heading without events; its lanes follow
    ClosedGroup,  // all events of its lanes, each once
};

struct Lane {
    std::uint32_t key = 0;    // row of the actor or source, number of the word, or of the group
    std::uint32_t first = 0;  // see Lanes::rowsOf()
    std::uint32_t last = 0;
    std::uint32_t members = 0;  // of a group: its lanes
    LaneForm form = LaneForm::Item;
    bool isPinned = false;

    std::uint32_t count() const { return last - first; }
    bool isGroup() const { return form == LaneForm::OpenGroup || form == LaneForm::ClosedGroup; }
};

struct Lanes {
    static constexpr std::uint32_t kNone = UINT32_MAX;

    Grouping grouping = Grouping::None;
    std::vector<Lane> lanes;
    // Event rows, ascending within a lane. Where all events are placed, those of an actor's lane
    // stand in the participations, and are not copied.
    std::vector<std::uint32_t> rows;
    bool areActorRowsShared = false;
    std::size_t entryCount = 0;  // of all lanes together

    // What the numbers mean. Set by the builder.
    std::shared_ptr<const EventColumns> events;
    std::shared_ptr<const Table<Actor>> actors;
    std::shared_ptr<const Table<Source>> sources;
    std::shared_ptr<const ParticipationColumns> participations;
    std::vector<std::string> groups;       // by the key of a group
    std::vector<std::uint32_t> laneOfKey;  // where an item stands, maybe in its closed group
    std::uint32_t restLane = kNone;
    std::vector<std::pair<std::uint32_t, std::string>> roles;  // of actors by row, ascending
    LaneWords words;

    std::span<const std::uint32_t> rowsOf(const Lane &lane) const
    {
        const bool isShared = areActorRowsShared && lane.form == LaneForm::Item;
        return (isShared ? actorRows() : std::span(rows)).subspan(lane.first, lane.count());
    }
    ItemRef item(const Lane &lane) const;           // the actor or source; else none
    std::string_view word(const Lane &lane) const;  // the kind or place; else ""
    LaneName nameInFile(const Lane &lane) const { return {item(lane), std::string(word(lane))}; }
    std::string_view name(const Lane &lane) const;
    std::string note(const Lane &lane) const;  // second line: a role, or how many events
    // The lane in which the item's events stand, or kNone.
    std::uint32_t laneOf(ItemRef item) const;

private:
    std::span<const std::uint32_t> actorRows() const;
};

// All at once, for few events or off the GUI thread; see LaneBuilder.
Lanes buildLanes(const Snapshot &snapshot, const RowSet &placed, Grouping grouping, LaneOrder order,
                 std::optional<Instant> asOf, const LaneWords &words);

}  // namespace dateline
