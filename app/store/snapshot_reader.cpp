// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/snapshot_reader.h"

#include <algorithm>
#include <optional>

#include "app/store/database.h"
#include "app/store/recorder.h"
#include "app/store/snapshot_tables.h"

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

std::shared_ptr<const ParticipationColumns>
nextParticipations(Database &database, const Snapshot &next, const Snapshot &previous,
                   const ChangeSet &changes, bool haveActorsShifted)
{
    const auto touched = touchedIds<ParticipationId>(changes, ItemKind::Participation);
    if (haveActorsShifted || !isFew(touched.size(), previous.participations->size()))
        return readParticipations(database, *next.events, *next.actors);
    return readParticipations(database, *next.events, *next.actors, *previous.participations,
                              *previous.events, touched);
}

bool hasMembersChanged(const ChangeSet &changes, ItemKind kind)
{
    const auto isOfKind = [kind](ItemRef item) { return item.kind == kind; };
    return std::any_of(changes.added.begin(), changes.added.end(), isOfKind) ||
           std::any_of(changes.removed.begin(), changes.removed.end(), isOfKind);
}

}  // namespace

Snapshot readSnapshot(Database &database)
{
    ChangeSet everything;
    everything.tables = kAllTables;
    return readChanges(database, *Snapshot::empty(), everything);
}

Snapshot readChanges(Database &database, const Snapshot &previous, const ChangeSet &changes)
{
    const ReadTransaction transaction(database);
    Snapshot next = previous;
    ++next.revision;
    if (touches(changes, RecordedTable::Setting))
        next.projectTitle = database.text("SELECT value FROM setting WHERE name = 'title'");
    if (touches(changes, RecordedTable::Actor, RecordedTable::Alias))
        next.actors = readActors(database);
    if (touches(changes, RecordedTable::Event))
        next.events = nextEvents(database, previous, changes);
    // Rows of events and actors are positions: who refers to them must follow when they shift.
    const bool haveEventsShifted = next.events->ids() != previous.events->ids();
    const bool haveActorsShifted =
        next.actors != previous.actors &&
        (previous.revision == 0 || hasMembersChanged(changes, ItemKind::Actor));
    if (touches(changes, RecordedTable::Participation) || haveEventsShifted || haveActorsShifted) {
        next.participations =
            nextParticipations(database, next, previous, changes, haveActorsShifted);
    }
    if (touches(changes, RecordedTable::Relation) || haveActorsShifted)
        next.relations = readRelations(database, *next.actors);
    if (touches(changes, RecordedTable::Quantity))
        next.quantities = readQuantities(database);
    if (touches(changes, RecordedTable::Role))
        next.roles = readRoles(database);
    if (touches(changes, RecordedTable::Reliability))
        next.reliabilities = readReliabilities(database);
    if (touches(changes, RecordedTable::Source))
        next.sources = readSources(database);
    if (touches(changes, RecordedTable::Annotation))
        next.annotations = readAnnotations(database);
    if (touches(changes, RecordedTable::Claim, RecordedTable::Attribution,
                RecordedTable::ClaimHandling))
        next.claims = readClaims(database);
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
