// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_builder.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace dateline {

namespace {

Instant lastInstant(const EventColumns &events)
{
    const Instant end = events.extent().end();
    return events.extent().isEmpty() ? end : Instant{end.seconds - 1};
}

// As Snapshot::rolesAt() means it.
bool canHoldAt(const When &when, Instant t)
{
    return !when.isDated() || (when.bounds.earliestBegin <= t && t < when.bounds.latestEnd);
}

// The first of Snapshot::rolesAt() for everybody who holds one, without asking for each.
std::vector<std::pair<std::uint32_t, std::string>> rolesHeldAt(const Snapshot &snapshot,
                                                               Instant when)
{
    std::vector<std::uint32_t> holders;
    for (const Role &role : *snapshot.roles) {
        const ActorRow row = snapshot.actorRow(role.actor);
        if (row)
            holders.push_back(row.value);
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    const auto newerThan = [](const When &a, const When &b) {
        if (a.isDated() != b.isDated())
            return a.isDated();
        return a.bounds.earliestBegin > b.bounds.earliestBegin;
    };
    std::vector<const Role *> newest(holders.size());
    for (const Role &role : *snapshot.roles) {
        const ActorRow row = snapshot.actorRow(role.actor);
        if (row.isNull() || !canHoldAt(role.when.when(), when))
            continue;
        const auto holder = std::lower_bound(holders.begin(), holders.end(), row.value);
        const Role *&known = newest[static_cast<std::size_t>(holder - holders.begin())];
        if (known == nullptr || newerThan(role.when.when(), known->when.when()))
            known = &role;
    }
    std::vector<std::pair<std::uint32_t, std::string>> held;
    for (std::size_t i = 0; i < holders.size(); ++i) {
        if (newest[i] == nullptr)
            continue;
        const Actor *body = snapshot.actor(newest[i]->body);
        held.emplace_back(holders[i], body != nullptr ? newest[i]->title + ", " + body->name
                                                      : newest[i]->title);
    }
    return held;
}

std::uint32_t keyOf(const LaneName &name, const Lanes &lanes)
{
    const auto rowIn = [](const auto &table, auto id) {
        const std::size_t row = table.rowOf(id);
        return id && row < table.size() ? static_cast<std::uint32_t>(row) : Lanes::kNone;
    };
    switch (lanes.grouping) {
    case Grouping::Actor:
        return rowIn(*lanes.actors, name.item.actor());
    case Grouping::Source:
        return rowIn(*lanes.sources, name.item.source());
    case Grouping::Kind:
        return lanes.events->kindWords().find(name.word);
    case Grouping::Place:
        return lanes.events->placeWords().find(name.word);
    case Grouping::None:
        break;
    }
    return Lanes::kNone;
}

}  // namespace

struct LaneBuilder::Draft {
    const Snapshot &snapshot;
    const RowSet &placed;
    const LaneWish &wish;
    Lanes lanes = {};
    std::uint32_t dated = 0;
    std::uint32_t keys = 0;  // counts[keys] is what belongs to none
    std::vector<std::uint32_t> counts = {};
    std::vector<std::uint32_t> firstRows = {};
    std::vector<std::uint32_t> restRows = {};
    std::vector<std::uint32_t> groupOfKey = {};                         // empty: not grouped
    std::vector<std::pair<std::uint32_t, std::uint32_t>> claimed = {};  // by source, then row
    std::vector<std::uint32_t> firstClaimed = {};                       // by source, and the end

    bool isAllPlaced() const { return placed.count() == snapshot.events->size(); }
    bool isPlaced(std::uint32_t row) const { return row < dated && placed.contains({row}); }
    void count(std::uint32_t key, std::uint32_t row)
    {
        if (counts[key]++ == 0)
            firstRows[key] = row;
    }
    template <typename Visit>
    void visitRows(std::uint32_t key, const Visit &visit) const
    {
        if (lanes.grouping == Grouping::Source) {
            for (std::uint32_t i = firstClaimed[key]; i < firstClaimed[key + 1]; ++i)
                visit(claimed[i].second);
            return;
        }
        for (const EventRow row : snapshot.participations->eventsOf({key})) {
            if (isPlaced(row.value))
                visit(row.value);
        }
    }
};

void LaneBuilder::countActors(Draft &draft) const
{
    for (std::uint32_t actor = 0; actor < draft.keys; ++actor) {
        if (!draft.isAllPlaced()) {
            draft.visitRows(actor, [&](std::uint32_t row) { draft.count(actor, row); });
            continue;
        }
        // Undated ones stand behind the others.
        const std::span<const EventRow> rows = draft.snapshot.participations->eventsOf({actor});
        auto end = rows.end();
        if (!rows.empty() && rows.back().value >= draft.dated)
            end = std::lower_bound(rows.begin(), rows.end(), EventRow{draft.dated});
        draft.counts[actor] = static_cast<std::uint32_t>(end - rows.begin());
        if (end != rows.begin())
            draft.firstRows[actor] = rows.front().value;
    }
    const std::span<const std::uint32_t> begins = draft.snapshot.participations->eventBegins();
    for (std::uint32_t row = 0; row < draft.dated; ++row) {
        if (begins[row] == begins[row + 1u] && draft.placed.contains({row}))
            draft.restRows.push_back(row);
    }
}

void LaneBuilder::countWords(Draft &draft, const Column<std::uint32_t> &column) const
{
    for (std::uint32_t row = 0; row < draft.dated; ++row) {
        if (draft.placed.contains({row}))
            draft.count(column[row] == 0 ? draft.keys : column[row], row);
    }
}

// A source has the events that its claims are about.
void LaneBuilder::gatherSources(Draft &draft) const
{
    const Snapshot &snapshot = draft.snapshot;
    std::vector<std::uint8_t> hasSource(draft.dated, 0);
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind != ItemKind::Event)
            continue;
        const EventRow row = snapshot.events->rowOf(claim.about.event());
        const std::size_t source = snapshot.sources->rowOf(claim.source);
        if (row.isNull() || source >= snapshot.sources->size() || !draft.isPlaced(row.value))
            continue;
        draft.claimed.emplace_back(static_cast<std::uint32_t>(source), row.value);
        hasSource[row.value] = 1;
    }
    std::sort(draft.claimed.begin(), draft.claimed.end());
    draft.claimed.erase(std::unique(draft.claimed.begin(), draft.claimed.end()),
                        draft.claimed.end());
    draft.firstClaimed.assign(draft.keys + 1u, 0);
    for (const auto &[source, row] : draft.claimed) {
        draft.count(source, row);
        ++draft.firstClaimed[source + 1];
    }
    std::partial_sum(draft.firstClaimed.begin(), draft.firstClaimed.end(),
                     draft.firstClaimed.begin());
    for (std::uint32_t row = 0; row < draft.dated; ++row) {
        if (draft.placed.contains({row}) && hasSource[row] == 0)
            draft.restRows.push_back(row);
    }
}

std::vector<std::uint32_t> LaneBuilder::nameRanks(const Lanes &lanes, std::size_t count)
{
    // Most names differ in their first letters, which are compared as one number.
    struct Name {
        std::uint64_t first;
        std::uint32_t key;
    };
    const auto nameOf = [&lanes](std::uint32_t key) {
        Lane lane;
        lane.key = key;
        return lanes.name(lane);
    };
    std::vector<Name> names(count);
    for (std::uint32_t key = 0; key < count; ++key) {
        const std::string_view name = nameOf(key);
        std::uint64_t first = 0;
        for (std::size_t i = 0; i < sizeof first; ++i)
            first = first << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0u);
        names[key] = {first, key};
    }
    std::sort(names.begin(), names.end(), [&](const Name &a, const Name &b) {
        if (a.first != b.first)
            return a.first < b.first;
        const int order = nameOf(a.key).compare(nameOf(b.key));
        return order != 0 ? order < 0 : a.key < b.key;
    });
    std::vector<std::uint32_t> ranks(count);
    for (std::uint32_t rank = 0; rank < names.size(); ++rank)
        ranks[names[rank].key] = rank;
    return ranks;
}

// The lanes that have events, from top to bottom but for pinned ones.
std::vector<std::uint32_t> LaneBuilder::orderedKeys(const Draft &draft)
{
    std::shared_ptr<const void> table;
    if (draft.lanes.grouping == Grouping::Actor)
        table = draft.lanes.actors;
    else if (draft.lanes.grouping == Grouping::Source)
        table = draft.lanes.sources;
    const bool isByDate = draft.wish.order == LaneOrder::ByFirstDate;
    // An edit leaves most lanes with as many events as they had.
    if (table && table == m_ordered.table && draft.wish.order == m_ordered.order &&
        draft.counts == m_ordered.counts && (!isByDate || draft.firstRows == m_ordered.firstRows))
        return m_ordered.keys;
    std::vector<std::uint32_t> ofWords;
    if (!table) {
        ofWords = nameRanks(draft.lanes, draft.keys);
    } else if (table != m_rankedTable) {
        m_ranks = nameRanks(draft.lanes, draft.keys);
        m_rankedTable = table;
    }
    const std::vector<std::uint32_t> &ranks = table ? m_ranks : ofWords;
    struct Place {
        std::uint64_t place;
        std::uint32_t key;
    };
    std::vector<Place> places;
    for (std::uint32_t key = 0; key < draft.keys; ++key) {
        if (draft.counts[key] == 0)
            continue;
        std::uint64_t first = 0;
        if (draft.wish.order == LaneOrder::ByCount)
            first = UINT32_MAX - draft.counts[key];
        else if (isByDate)
            first = draft.firstRows[key];
        places.push_back({first << 32 | ranks[key], key});
    }
    std::sort(places.begin(), places.end(),
              [](const Place &a, const Place &b) { return a.place < b.place; });
    std::vector<std::uint32_t> ordered;
    ordered.reserve(places.size());
    for (const Place &place : places)
        ordered.push_back(place.key);
    if (table) {
        m_ordered = {draft.wish.order, table, draft.counts, {}, ordered};
        if (isByDate)
            m_ordered.firstRows = draft.firstRows;
    }
    return ordered;
}

void LaneBuilder::orderLanes(Draft &draft)
{
    std::vector<std::uint32_t> ordered = orderedKeys(draft);
    for (const LaneName &wanted : draft.wish.pinned) {
        Lane lane;
        lane.key = keyOf(wanted, draft.lanes);
        const auto found = std::find(ordered.begin(), ordered.end(), lane.key);
        if (found == ordered.end())
            continue;
        ordered.erase(found);
        lane.isPinned = true;
        draft.lanes.lanes.push_back(lane);
    }
    if (draft.wish.isGrouped)
        addGroups(draft, ordered);
    else
        place(draft, ordered);
}

void LaneBuilder::place(Draft &draft, const std::vector<std::uint32_t> &ordered) const
{
    if (draft.lanes.groups.empty())
        draft.lanes.lanes.reserve(draft.lanes.lanes.size() + ordered.size() + 1);  // and the rest
    for (const std::uint32_t key : ordered) {
        Lane lane;
        lane.key = key;
        draft.lanes.lanes.push_back(lane);
    }
}

// Groups follow each other in the order that their lanes have, and hold these in it.
void LaneBuilder::addGroups(Draft &draft, std::vector<std::uint32_t> &ordered) const
{
    const Snapshot &snapshot = draft.snapshot;
    const auto groupName = [&](std::uint32_t key) -> std::string_view {
        if (draft.lanes.grouping == Grouping::Actor)
            return (*snapshot.actors)[key].kind;
        const Actor *outlet = snapshot.actor((*snapshot.sources)[key].outlet);
        return outlet != nullptr ? std::string_view(outlet->name) : std::string_view();
    };
    struct Group {
        std::string_view name;
        std::vector<std::uint32_t> keys;
        std::uint64_t events = 0;
        std::uint32_t firstRow = UINT32_MAX;
    };
    std::map<std::string_view, std::size_t> numbers;
    std::vector<Group> groups;
    for (const std::uint32_t key : ordered) {
        const std::string_view name = groupName(key);
        const auto [known, isNew] = numbers.try_emplace(name, groups.size());
        if (isNew)
            groups.push_back({name, {}, 0, UINT32_MAX});
        Group &group = groups[known->second];
        group.keys.push_back(key);
        group.events += draft.counts[key];
        group.firstRow = std::min(group.firstRow, draft.firstRows[key]);
    }
    std::sort(groups.begin(), groups.end(), [&](const Group &a, const Group &b) {
        if (a.name.empty() != b.name.empty())
            return b.name.empty();
        if (draft.wish.order == LaneOrder::ByCount && a.events != b.events)
            return a.events > b.events;
        if (draft.wish.order == LaneOrder::ByFirstDate && a.firstRow != b.firstRow)
            return a.firstRow < b.firstRow;
        return a.name < b.name;
    });
    draft.groupOfKey.assign(draft.keys, Lanes::kNone);
    for (const Group &group : groups) {
        Lane heading;
        heading.key = static_cast<std::uint32_t>(draft.lanes.groups.size());
        heading.members = static_cast<std::uint32_t>(group.keys.size());
        const std::string name(group.name.empty() ? std::string_view(draft.lanes.words.noGroup)
                                                  : group.name);
        const bool isClosed = std::find(draft.wish.closed.begin(), draft.wish.closed.end(), name) !=
                              draft.wish.closed.end();
        heading.form = isClosed ? LaneForm::ClosedGroup : LaneForm::OpenGroup;
        draft.lanes.groups.push_back(name);
        draft.lanes.lanes.push_back(heading);
        for (const std::uint32_t key : group.keys)
            draft.groupOfKey[key] = heading.key;
        if (!isClosed)
            place(draft, group.keys);
    }
}

// The rows of each lane, one lane after the other.
void LaneBuilder::fillActors(Draft &draft) const
{
    Lanes &lanes = draft.lanes;
    if (lanes.grouping == Grouping::Actor && draft.isAllPlaced()) {
        lanes.areActorRowsShared = true;
        lanes.rows = draft.restRows;
        for (Lane &lane : lanes.lanes) {
            if (lane.form == LaneForm::Item)
                lane.first = draft.snapshot.participations->actorBegin({lane.key});
            lane.last = lane.first;
            if (lane.form == LaneForm::Item)
                lane.last += draft.counts[lane.key];
            else if (lane.form == LaneForm::Rest)
                lane.last += static_cast<std::uint32_t>(draft.restRows.size());
        }
        return;
    }
    std::size_t total = draft.restRows.size();
    for (const Lane &lane : lanes.lanes)
        total += lane.form == LaneForm::Item ? draft.counts[lane.key] : 0;
    lanes.rows.resize(total);
    std::uint32_t next = 0;
    for (Lane &lane : lanes.lanes) {
        lane.first = next;
        if (lane.form == LaneForm::Item)
            draft.visitRows(lane.key, [&](std::uint32_t row) { lanes.rows[next++] = row; });
        else if (lane.form == LaneForm::Rest)
            for (const std::uint32_t row : draft.restRows)
                lanes.rows[next++] = row;
        lane.last = next;
    }
}

void LaneBuilder::fillWords(Draft &draft, const Column<std::uint32_t> &column) const
{
    Lanes &lanes = draft.lanes;
    std::vector<std::uint32_t> next(draft.keys + 1u, 0);
    std::uint32_t total = 0;
    for (Lane &lane : lanes.lanes) {
        const std::uint32_t key = lane.form == LaneForm::Rest ? draft.keys : lane.key;
        next[key] = lane.first = total;
        total += draft.counts[key];
        lane.last = total;
    }
    lanes.rows.resize(total);
    for (std::uint32_t row = 0; row < draft.dated; ++row) {
        if (draft.placed.contains({row}))
            lanes.rows[next[column[row] == 0 ? draft.keys : column[row]]++] = row;
    }
}

// A closed group has each event of its lanes once.
void LaneBuilder::fillGroups(Draft &draft) const
{
    Lanes &lanes = draft.lanes;
    std::vector<std::vector<std::uint32_t>> members(lanes.groups.size());
    for (std::uint32_t key = 0; key < draft.keys; ++key) {
        const std::uint32_t group = draft.groupOfKey[key];
        if (group != Lanes::kNone)
            members[group].push_back(key);
    }
    std::vector<std::uint8_t> isIn(draft.dated, 0);
    std::vector<std::uint32_t> found;
    for (Lane &lane : lanes.lanes) {
        if (lane.form != LaneForm::ClosedGroup)
            continue;
        found.clear();
        for (const std::uint32_t key : members[lane.key]) {
            draft.visitRows(key, [&](std::uint32_t row) {
                if (isIn[row] != 0)
                    return;
                isIn[row] = 1;
                found.push_back(row);
            });
        }
        std::sort(found.begin(), found.end());
        lane.first = static_cast<std::uint32_t>(lanes.rows.size());
        lanes.rows.insert(lanes.rows.end(), found.begin(), found.end());
        lane.last = static_cast<std::uint32_t>(lanes.rows.size());
        for (const std::uint32_t row : found)
            isIn[row] = 0;
    }
}

Lanes LaneBuilder::build(const Snapshot &snapshot, const RowSet &placed, const LaneWish &wish,
                         const LaneWords &words)
{
    LaneWish plain = wish;
    plain.isGrouped =
        wish.isGrouped && (wish.grouping == Grouping::Actor || wish.grouping == Grouping::Source);
    Draft draft{snapshot, placed, plain};
    const EventColumns &events = *snapshot.events;
    Lanes &lanes = draft.lanes;
    lanes.grouping = wish.grouping;
    lanes.words = words;
    lanes.events = snapshot.events;
    lanes.actors = snapshot.actors;
    lanes.sources = snapshot.sources;
    lanes.participations = snapshot.participations;
    draft.dated = events.datedSize();

    Column<std::uint32_t> column;
    switch (wish.grouping) {
    case Grouping::Actor:
        draft.keys = static_cast<std::uint32_t>(snapshot.actors->size());
        break;
    case Grouping::Source:
        draft.keys = static_cast<std::uint32_t>(snapshot.sources->size());
        break;
    case Grouping::Kind:
        draft.keys = events.kindWords().size();
        column = events.kinds();
        break;
    case Grouping::Place:
        draft.keys = events.placeWords().size();
        column = events.places();
        break;
    case Grouping::None:
        column = Column<std::uint32_t>::ofSize(draft.dated);
        std::fill_n(column.writable(), draft.dated, 0u);
        break;
    }
    draft.counts.assign(draft.keys + 1u, 0);
    draft.firstRows.assign(draft.keys + 1u, UINT32_MAX);
    if (wish.grouping == Grouping::Actor)
        countActors(draft);
    else if (wish.grouping == Grouping::Source)
        gatherSources(draft);
    else
        countWords(draft, column);
    orderLanes(draft);
    if (draft.counts[draft.keys] > 0 || !draft.restRows.empty()) {
        Lane rest;
        rest.form = LaneForm::Rest;
        lanes.lanes.push_back(rest);
    }
    if (wish.grouping != Grouping::Actor && wish.grouping != Grouping::Source)
        fillWords(draft, column);
    else
        fillActors(draft);
    if (!draft.groupOfKey.empty())
        fillGroups(draft);

    lanes.laneOfKey.assign(draft.keys, Lanes::kNone);
    std::vector<std::uint32_t> closed(lanes.groups.size(), Lanes::kNone);
    for (std::uint32_t i = 0; i < lanes.lanes.size(); ++i) {
        const Lane &lane = lanes.lanes[i];
        lanes.entryCount += lane.count();
        if (lane.form == LaneForm::Item)
            lanes.laneOfKey[lane.key] = i;
        else if (lane.form == LaneForm::Rest)
            lanes.restLane = i;
        else if (lane.form == LaneForm::ClosedGroup)
            closed[lane.key] = i;
    }
    for (std::uint32_t key = 0; key < draft.groupOfKey.size(); ++key) {
        if (lanes.laneOfKey[key] == Lanes::kNone && draft.groupOfKey[key] != Lanes::kNone)
            lanes.laneOfKey[key] = closed[draft.groupOfKey[key]];
    }
    if (wish.grouping == Grouping::Actor)
        lanes.roles = rolesHeldAt(snapshot, wish.asOf.value_or(lastInstant(events)));
    return std::move(draft.lanes);
}

}  // namespace dateline
