// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_builder.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/base/stable_order.h"

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
    std::vector<std::uint32_t> groupOfKey = {};  // empty: not grouped
    std::vector<std::uint32_t> begins = {};      // by actor or source: see visitRows()

    bool areActorRowsShared() const
    {
        return lanes.grouping == Grouping::Actor && placed.count() == snapshot.events->size();
    }
    bool isPlaced(std::uint32_t row) const { return row < dated && placed.contains({row}); }
    void count(std::uint32_t key, std::uint32_t row)
    {
        if (counts[key]++ == 0)
            firstRows[key] = row;
    }
    // Of an actor or a source: in lanes.rows, or in the participations where these are shared.
    template <typename Visit>
    void visitRows(std::uint32_t key, const Visit &visit) const
    {
        if (areActorRowsShared()) {
            for (const EventRow row : snapshot.participations->eventsOf({key}).first(counts[key]))
                visit(row.value);
            return;
        }
        for (std::uint32_t i = 0; i < counts[key]; ++i)
            visit(lanes.rows[begins[key] + i]);
    }
};

void LaneBuilder::countActors(Draft &draft) const
{
    const ParticipationColumns &participations = *draft.snapshot.participations;
    if (draft.areActorRowsShared()) {
        for (std::uint32_t actor = 0; actor < draft.keys; ++actor) {
            // Undated ones stand behind the others.
            const std::span<const EventRow> rows = participations.eventsOf({actor});
            auto end = rows.end();
            if (!rows.empty() && rows.back().value >= draft.dated)
                end = std::lower_bound(rows.begin(), rows.end(), EventRow{draft.dated});
            draft.counts[actor] = static_cast<std::uint32_t>(end - rows.begin());
            draft.begins[actor] = participations.actorBegin({actor});
            if (end != rows.begin())
                draft.firstRows[actor] = rows.front().value;
        }
    } else {
        gatherActors(draft);
    }
    const std::span<const std::uint32_t> begins = participations.eventBegins();
    draft.placed.bits().forEachIn(0, draft.dated, [&](std::uint32_t row) {
        if (begins[row] == begins[row + 1u])
            draft.restRows.push_back(row);
    });
}

// The rows of each actor, one after the other, whatever the order of their lanes will be: those of
// the events that are placed, counted, then put in their places.
void LaneBuilder::gatherActors(Draft &draft) const
{
    const ParticipationColumns &participations = *draft.snapshot.participations;
    struct Part {
        std::uint32_t actor;
        std::uint32_t row;
    };
    std::vector<Part> parts;
    parts.reserve(std::size_t{draft.placed.count()} * 2);
    // Who takes part in an event in two ways does so once.
    std::vector<std::uint32_t> lastRows(draft.keys, UINT32_MAX);
    draft.placed.bits().forEachIn(0, draft.dated, [&](std::uint32_t row) {
        for (const ParticipationColumns::Entry &entry : participations.ofEvent({row})) {
            const std::uint32_t actor = entry.actor.value;
            if (std::exchange(lastRows[actor], row) == row)
                continue;
            draft.count(actor, row);
            parts.push_back({actor, row});
        }
    });
    std::uint32_t total = 0;
    for (std::uint32_t actor = 0; actor < draft.keys; ++actor) {
        draft.begins[actor] = total;
        total += draft.counts[actor];
    }
    draft.lanes.rows.resize(total);
    std::vector<std::uint32_t> next = draft.begins;
    for (const Part &part : parts)
        draft.lanes.rows[next[part.actor]++] = part.row;
}

void LaneBuilder::countWords(Draft &draft, const Column<std::uint32_t> &column) const
{
    draft.placed.bits().forEachIn(0, draft.dated, [&](std::uint32_t row) {
        draft.count(column[row] == 0 ? draft.keys : column[row], row);
    });
}

// A source has the events that its claims are about.
void LaneBuilder::gatherSources(Draft &draft) const
{
    const Snapshot &snapshot = draft.snapshot;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> claimed;  // source and row
    BitSet hasSource(draft.dated);
    for (const Claim &claim : *snapshot.claims) {
        if (claim.about.kind != ItemKind::Event)
            continue;
        const EventRow row = snapshot.events->rowOf(claim.about.event());
        const std::size_t source = snapshot.sources->rowOf(claim.source);
        if (row.isNull() || source >= snapshot.sources->size() || !draft.isPlaced(row.value))
            continue;
        claimed.emplace_back(static_cast<std::uint32_t>(source), row.value);
        hasSource.insert(row.value);
    }
    std::sort(claimed.begin(), claimed.end());
    claimed.erase(std::unique(claimed.begin(), claimed.end()), claimed.end());
    for (const auto &[source, row] : claimed) {
        if (draft.counts[source] == 0)
            draft.begins[source] = static_cast<std::uint32_t>(draft.lanes.rows.size());
        draft.count(source, row);
        draft.lanes.rows.push_back(row);
    }
    draft.placed.bits().forEachIn(0, draft.dated, [&](std::uint32_t row) {
        if (!hasSource.contains(row))
            draft.restRows.push_back(row);
    });
}

std::vector<std::uint32_t> LaneBuilder::keysByName(const Lanes &lanes, std::size_t count)
{
    // Most names differ in their first letters, which are compared as two numbers: to look at a
    // name again means to wait for memory.
    struct Name {
        std::uint64_t first;
        std::uint64_t second;
        std::uint32_t key;
    };
    const auto nameOf = [&lanes](std::uint32_t key) {
        Lane lane;
        lane.key = key;
        return lanes.name(lane);
    };
    const auto bytesAt = [](std::string_view name, std::size_t from) {
        std::uint64_t bytes = 0;
        for (std::size_t i = from; i < from + sizeof bytes; ++i)
            bytes = bytes << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0u);
        return bytes;
    };
    std::vector<Name> names(count);
    for (std::uint32_t key = 0; key < count; ++key) {
        const std::string_view name = nameOf(key);
        names[key] = {bytesAt(name, 0), bytesAt(name, sizeof(std::uint64_t)), key};
    }
    std::sort(names.begin(), names.end(), [&](const Name &a, const Name &b) {
        if (a.first != b.first)
            return a.first < b.first;
        if (a.second != b.second)
            return a.second < b.second;
        const int order = nameOf(a.key).compare(nameOf(b.key));
        return order != 0 ? order < 0 : a.key < b.key;
    });
    std::vector<std::uint32_t> keys;
    keys.reserve(count);
    for (const Name &name : names)
        keys.push_back(name.key);
    return keys;
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
        ofWords = keysByName(draft.lanes, draft.keys);
    } else if (table != m_namedTable) {
        m_byName = keysByName(draft.lanes, draft.keys);
        m_namedTable = table;
    }
    const std::vector<std::uint32_t> &byName = table ? m_byName : ofWords;
    std::vector<std::uint32_t> ordered;
    ordered.reserve(byName.size());
    std::uint32_t most = 0;
    std::uint32_t last = 0;
    for (const std::uint32_t key : byName) {
        if (draft.counts[key] == 0)
            continue;
        ordered.push_back(key);
        most = std::max(most, draft.counts[key]);
        last = std::max(last, draft.firstRows[key]);
    }
    // What is equal otherwise stays in the order of names.
    if (draft.wish.order == LaneOrder::ByCount)
        orderStably(ordered, most, [&](std::uint32_t key) { return most - draft.counts[key]; });
    else if (isByDate)
        orderStably(ordered, last, [&](std::uint32_t key) { return draft.firstRows[key]; });
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

// Whose rows they are; those of the rest follow behind all.
void LaneBuilder::fillActors(Draft &draft) const
{
    Lanes &lanes = draft.lanes;
    lanes.areActorRowsShared = draft.areActorRowsShared();
    const auto rest = static_cast<std::uint32_t>(lanes.rows.size());
    lanes.rows.insert(lanes.rows.end(), draft.restRows.begin(), draft.restRows.end());
    for (Lane &lane : lanes.lanes) {
        if (lane.form == LaneForm::Item) {
            lane.first = draft.begins[lane.key];
            lane.last = lane.first + draft.counts[lane.key];
        } else if (lane.form == LaneForm::Rest) {
            lane.first = rest;
            lane.last = static_cast<std::uint32_t>(lanes.rows.size());
        }
    }
}

// The rows of each lane, one lane after the other.
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
    draft.placed.bits().forEachIn(0, draft.dated, [&](std::uint32_t row) {
        lanes.rows[next[column[row] == 0 ? draft.keys : column[row]]++] = row;
    });
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
    draft.begins.assign(draft.keys, 0);
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
