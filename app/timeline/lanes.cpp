// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lanes.h"

#include <algorithm>

namespace dateline {

namespace {

bool isPlaced(const EventColumns &events, const RowSet &placed, EventRow row)
{
    return row.value < events.datedSize() && placed.contains(row);
}

Lane restLane(const std::string &name)
{
    Lane lane;
    lane.name = name;
    lane.isRest = true;
    return lane;
}

// Fills the lanes from pairs (lane, row) given by `visit`, which must name each pair once, rows
// ascending within a lane: counted first, then put in place.
template <typename Visit>
void fill(Lanes &lanes, const Visit &visit)
{
    visit([&](std::uint32_t lane, std::uint32_t) { ++lanes.lanes[lane].last; });
    std::uint32_t next = 0;
    for (Lane &lane : lanes.lanes) {
        const std::uint32_t count = lane.last;
        lane.first = lane.last = next;
        next += count;
    }
    lanes.rows.resize(next);
    visit(
        [&](std::uint32_t lane, std::uint32_t row) { lanes.rows[lanes.lanes[lane].last++] = row; });
}

void fillByActor(Lanes &lanes, const Snapshot &snapshot, const RowSet &placed,
                 const LaneWords &words)
{
    const EventColumns &events = *snapshot.events;
    for (const Actor &actor : snapshot.actors->rows()) {
        Lane lane;
        lane.item = actor.id;
        lane.name = actor.name;
        lanes.lanes.push_back(std::move(lane));
    }
    const auto rest = static_cast<std::uint32_t>(lanes.lanes.size());
    lanes.lanes.push_back(restLane(words.noActor));
    fill(lanes, [&](const auto &put) {
        for (std::uint32_t actor = 0; actor < rest; ++actor) {
            for (const EventRow row : snapshot.participations->eventsOf({actor})) {
                if (isPlaced(events, placed, row))
                    put(actor, row.value);
            }
        }
        for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
            if (placed.contains({row}) && snapshot.participations->ofEvent({row}).empty())
                put(rest, row);
        }
    });
}

void fillByWord(Lanes &lanes, const Snapshot &snapshot, const RowSet &placed,
                const std::vector<std::uint32_t> &column, const Vocabulary &vocabulary,
                const std::string &restName)
{
    for (std::uint32_t number = 1; number < vocabulary.size(); ++number) {
        Lane lane;
        lane.word = lane.name = vocabulary.word(number);
        lanes.lanes.push_back(std::move(lane));
    }
    const auto rest = static_cast<std::uint32_t>(lanes.lanes.size());
    lanes.lanes.push_back(restLane(restName));
    fill(lanes, [&](const auto &put) {
        for (std::uint32_t row = 0; row < snapshot.events->datedSize(); ++row) {
            if (placed.contains({row}))
                put(column[row] == 0 ? rest : column[row] - 1, row);
        }
    });
}

// A source has the events that its claims are about.
void fillBySource(Lanes &lanes, const Snapshot &snapshot, const RowSet &placed,
                  const LaneWords &words)
{
    struct Pair {
        std::uint32_t lane;
        std::uint32_t row;
        auto operator<=>(const Pair &) const = default;
    };
    const EventColumns &events = *snapshot.events;
    std::vector<Pair> pairs;
    std::vector<std::uint8_t> hasSource(events.datedSize(), 0);
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind != ItemKind::Event)
            continue;
        const EventRow row = events.rowOf(claim.about.event());
        const std::size_t source = snapshot.sources->rowOf(claim.source);
        if (row.isNull() || source >= snapshot.sources->size() || !isPlaced(events, placed, row))
            continue;
        pairs.push_back({static_cast<std::uint32_t>(source), row.value});
        hasSource[row.value] = 1;
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const Source &source : *snapshot.sources) {
        Lane lane;
        lane.item = source.id;
        lane.name = source.title;
        lanes.lanes.push_back(std::move(lane));
    }
    const auto rest = static_cast<std::uint32_t>(lanes.lanes.size());
    lanes.lanes.push_back(restLane(words.noSource));
    fill(lanes, [&](const auto &put) {
        for (const Pair &pair : pairs)
            put(pair.lane, pair.row);
        for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
            if (placed.contains({row}) && hasSource[row] == 0)
                put(rest, row);
        }
    });
}

void sortLanes(Lanes &lanes, LaneOrder order)
{
    const auto precedes = [&](const Lane &a, const Lane &b) {
        if (a.isRest != b.isRest)
            return b.isRest;
        const std::uint32_t countOfA = a.last - a.first;
        const std::uint32_t countOfB = b.last - b.first;
        if (order == LaneOrder::ByCount && countOfA != countOfB)
            return countOfA > countOfB;
        if (order == LaneOrder::ByFirstDate && lanes.rows[a.first] != lanes.rows[b.first])
            return lanes.rows[a.first] < lanes.rows[b.first];
        return a.name < b.name;
    };
    std::stable_sort(lanes.lanes.begin(), lanes.lanes.end(), precedes);
}

Instant lastInstant(const EventColumns &events)
{
    const Instant end = events.extent().end();
    return events.extent().isEmpty() ? end : Instant{end.seconds - 1};
}

}  // namespace

Lanes buildLanes(const Snapshot &snapshot, const RowSet &placed, Grouping grouping, LaneOrder order,
                 std::optional<Instant> asOf, const LaneWords &words)
{
    const EventColumns &events = *snapshot.events;
    Lanes lanes;
    lanes.grouping = grouping;
    switch (grouping) {
    case Grouping::Actor:
        fillByActor(lanes, snapshot, placed, words);
        break;
    case Grouping::Kind:
        fillByWord(lanes, snapshot, placed, events.kinds(), events.kindWords(), words.noKind);
        break;
    case Grouping::Place:
        fillByWord(lanes, snapshot, placed, events.places(), events.placeWords(), words.noPlace);
        break;
    case Grouping::Source:
        fillBySource(lanes, snapshot, placed, words);
        break;
    case Grouping::None:
        lanes.lanes.push_back(restLane(words.allEvents));
        fill(lanes, [&](const auto &put) {
            for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
                if (placed.contains({row}))
                    put(0, row);
            }
        });
        break;
    }
    std::erase_if(lanes.lanes, [](const Lane &lane) { return lane.first == lane.last; });
    sortLanes(lanes, order);
    const Instant when = asOf.value_or(lastInstant(events));
    for (Lane &lane : lanes.lanes) {
        if (lane.item.kind == ItemKind::Actor) {
            const std::vector<std::string> roles = snapshot.rolesAt(lane.item.actor(), when);
            if (!roles.empty())
                lane.note = roles.front();
        }
        if (lane.note.empty())
            lane.note = words.eventCount(lane.last - lane.first);
    }
    return lanes;
}

}  // namespace dateline
