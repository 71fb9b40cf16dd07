// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/snapshot_reader.h"

#include <algorithm>
#include <optional>

#include "app/model/row_moves.h"
#include "app/store/actor_store.h"
#include "app/store/annotation_store.h"
#include "app/store/claim_store.h"
#include "app/store/column_cache.h"
#include "app/store/database.h"
#include "app/store/recorder.h"
#include "app/store/snapshot_tables.h"
#include "app/store/source_store.h"

namespace dateline {

namespace {

// One transaction over all reads, unless the caller has one.
class ReadTransaction {
public:
    explicit ReadTransaction(Database &database)
    {
        if (!database.isInTransaction())
            m_transaction.emplace(database, Transaction::Kind::Read);
    }

private:
    std::optional<Transaction> m_transaction;
};

// What an edit touched is read by itself where it is little beside the rest: reading a row by its
// id costs some ten times as much as reading it in passing.
constexpr std::size_t kFewTimes = 20;

template <typename IdType>
std::vector<IdType> touchedIds(const ChangeSet &changes, ItemKind kind)
{
    std::vector<IdType> ids;
    for (const std::vector<ItemRef> *items : {&changes.added, &changes.changed, &changes.removed}) {
        for (const ItemRef item : *items) {
            if (item.kind == kind)
                ids.push_back(IdType{item.id});
        }
    }
    return ids;
}

bool isFew(std::size_t touched, std::size_t all)
{
    return touched * kFewTimes < all;
}

std::shared_ptr<const EventColumns> nextEvents(Database &database, const Snapshot &previous,
                                               const ChangeSet &changes)
{
    const auto touched = touchedIds<EventId>(changes, ItemKind::Event);
    return isFew(touched.size(), previous.events->size())
               ? readEvents(database, *previous.events, touched)
               : readEvents(database);
}

// A table of which each row is an item of its own.
template <typename T, typename Find, typename ReadAll>
std::shared_ptr<const Table<T>> nextTable(const Table<T> &previous, const ChangeSet &changes,
                                          ItemKind kind, const Find &find, const ReadAll &readAll)
{
    using IdType = typename Table<T>::IdType;
    std::vector<IdType> touched = touchedIds<IdType>(changes, kind);
    // Touched, but nobody says what of it: kept columns know no more of actors than their ids.
    if (touched.empty() || !isFew(touched.size(), previous.size()))
        return readAll();
    std::vector<T> now;
    for (const IdType id : touched) {
        if (std::optional<T> row = find(id))
            now.push_back(std::move(*row));
    }
    return std::make_shared<const Table<T>>(previous.with(std::move(touched), std::move(now)));
}

// Where the rows of the previous actors stand now. Both tables are in the order of the ids.
std::vector<ActorRow> newActorRows(const Snapshot &previous, const Snapshot &next)
{
    std::vector<ActorRow> rows;
    if (previous.actors == next.actors) {
        rows.resize(previous.actors->size());
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            rows[row] = ActorRow{row};
        return rows;
    }
    rows.reserve(previous.actors->size());
    std::uint32_t row = 0;
    for (const Actor &actor : *previous.actors) {
        while (row < next.actors->size() && (*next.actors)[row].id < actor.id)
            ++row;
        const bool isThere = row < next.actors->size() && (*next.actors)[row].id == actor.id;
        rows.push_back(isThere ? ActorRow{row} : ActorRow());
    }
    return rows;
}

// Nothing where so many have moved that whoever keeps something of the rows makes it anew.
std::shared_ptr<const EventMoves> nextMoves(const Snapshot &previous, const Snapshot &next,
                                            const ChangeSet &changes)
{
    const auto touched = touchedIds<EventId>(changes, ItemKind::Event);
    if (!isFew(touched.size(), previous.events->size()))
        return nullptr;
    return std::make_shared<const EventMoves>(
        EventMoves{previous.events, RowMoves::between(*previous.events, *next.events, touched)});
}

std::shared_ptr<const ParticipationColumns> nextParticipations(Database &database,
                                                               const Snapshot &next,
                                                               const Snapshot &previous,
                                                               const ChangeSet &changes)
{
    const auto touched = touchedIds<ParticipationId>(changes, ItemKind::Participation);
    // Many events at once stand in another order.
    if (!isFew(touched.size(), previous.participations->size()) || !next.eventMoves)
        return readParticipations(database, *next.events, *next.actors);
    return readParticipations(database, *next.events, *next.actors, *previous.participations,
                              next.eventMoves->rows, newActorRows(previous, next), touched);
}

std::shared_ptr<const RelationColumns> nextRelations(Database &database, const Snapshot &next,
                                                     const Snapshot &previous,
                                                     const ChangeSet &changes)
{
    const auto touched = touchedIds<RelationId>(changes, ItemKind::Relation);
    return isFew(touched.size(), previous.relations->size())
               ? readRelations(database, *next.actors, *previous.relations,
                               newActorRows(previous, next), touched)
               : readRelations(database, *next.actors);
}

bool haveSameIds(const Table<Actor> &actors, const Table<Actor> &others)
{
    return &actors == &others ||
           std::equal(actors.begin(), actors.end(), others.begin(), others.end(),
                      [](const Actor &a, const Actor &b) { return a.id == b.id; });
}

}  // namespace

Snapshot readSnapshot(Database &database)
{
    const ReadTransaction transaction(database);
    ChangeSet changes;
    changes.tables = kAllTables;
    Snapshot previous = *Snapshot::empty();
    if (std::optional<CachedColumns> cached = readColumnCache(database)) {
        changes = std::move(cached->since);
        previous = std::move(cached->snapshot);
    }
    Snapshot snapshot = readChanges(database, previous, changes);
    // Pages that have passed by once are not kept: they would cost as much memory as the rows.
    database.execute("PRAGMA shrink_memory");
    return snapshot;
}

Snapshot readChanges(Database &database, const Snapshot &previous, const ChangeSet &changes)
{
    const ReadTransaction transaction(database);
    Snapshot next = previous;
    ++next.revision;
    if (touches(changes, RecordedTable::Setting))
        next.projectTitle = database.text("SELECT value FROM setting WHERE name = 'title'");
    if (touches(changes, RecordedTable::Actor, RecordedTable::Alias))
        next.actors = nextTable(
            *previous.actors, changes, ItemKind::Actor,
            [&](ActorId id) { return ActorStore(database).find(id); },
            [&] { return readActors(database); });
    if (touches(changes, RecordedTable::Event))
        next.events = nextEvents(database, previous, changes);
    next.eventMoves = nextMoves(previous, next, changes);
    // Rows of events and actors are positions: who refers to them must follow when they shift.
    const bool haveEventsShifted = next.events->ids() != previous.events->ids();
    const bool haveActorsShifted = !haveSameIds(*next.actors, *previous.actors);
    if (touches(changes, RecordedTable::Participation) || haveEventsShifted || haveActorsShifted) {
        next.participations = nextParticipations(database, next, previous, changes);
    }
    if (touches(changes, RecordedTable::Relation) || haveActorsShifted)
        next.relations = nextRelations(database, next, previous, changes);
    if (touches(changes, RecordedTable::Quantity))
        next.quantities = readQuantities(database);
    if (touches(changes, RecordedTable::Role))
        next.roles = readRoles(database);
    if (touches(changes, RecordedTable::Reliability))
        next.reliabilities = readReliabilities(database);
    if (touches(changes, RecordedTable::Source))
        next.sources = nextTable(
            *previous.sources, changes, ItemKind::Source,
            [&](SourceId id) { return SourceStore(database).find(id); },
            [&] { return readSources(database); });
    if (touches(changes, RecordedTable::Annotation))
        next.annotations = nextTable(
            *previous.annotations, changes, ItemKind::Annotation,
            [&](AnnotationId id) { return AnnotationStore(database).find(id); },
            [&] { return readAnnotations(database); });
    if (touches(changes, RecordedTable::Claim, RecordedTable::Attribution,
                RecordedTable::ClaimHandling))
        next.claims = nextTable(
            *previous.claims, changes, ItemKind::Claim,
            [&](ClaimId id) { return ClaimStore(database).find(id); },
            [&] { return readClaims(database); });
    if (touches(changes, RecordedTable::Decision))
        next.decisions = readDecisions(database);
    if (touches(changes, RecordedTable::Acceptance))
        next.acceptances = readAcceptances(database);
    if (touches(changes, RecordedTable::Ruling))
        next.rulings = readRulings(database);
    if (touches(changes, RecordedTable::Merge))
        next.merges = readMerges(database);
    if (touches(changes, RecordedTable::Tag, RecordedTable::Tagging))
        next.taggings = readTaggings(database);
    if (touches(changes, RecordedTable::View, RecordedTable::ViewPosition))
        next.views = readViews(database);
    return next;
}

}  // namespace dateline
