// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a snapshot, each read from its tables: for snapshot_reader.cpp alone. Throw
// StoreError.
#pragma once

#include <memory>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

class Database;
class RowMoves;

std::shared_ptr<const EventColumns> readEvents(Database &database);
// The previous columns with these rows read again, or gone.
std::shared_ptr<const EventColumns> readEvents(Database &database, const EventColumns &previous,
                                               const std::vector<EventId> &touched);
std::shared_ptr<const Table<Actor>> readActors(Database &database);
std::shared_ptr<const ParticipationColumns>
readParticipations(Database &database, const EventColumns &events, const Table<Actor> &actors);
std::shared_ptr<const ParticipationColumns>
readParticipations(Database &database, const EventColumns &events, const Table<Actor> &actors,
                   const ParticipationColumns &previous, const RowMoves &eventMoves,
                   const std::vector<ActorRow> &newActors,
                   const std::vector<ParticipationId> &touched);
std::shared_ptr<const RelationColumns> readRelations(Database &database,
                                                     const Table<Actor> &actors);
std::shared_ptr<const RelationColumns> readRelations(Database &database, const Table<Actor> &actors,
                                                     const RelationColumns &previous,
                                                     const std::vector<ActorRow> &newActors,
                                                     const std::vector<RelationId> &touched);
std::shared_ptr<const Table<Quantity>> readQuantities(Database &database);
std::shared_ptr<const Table<Role>> readRoles(Database &database);
std::shared_ptr<const Table<Reliability>> readReliabilities(Database &database);
std::shared_ptr<const Table<Source>> readSources(Database &database);
std::shared_ptr<const Table<Annotation>> readAnnotations(Database &database);
std::shared_ptr<const Table<Claim>> readClaims(Database &database);
std::shared_ptr<const std::vector<Decision>> readDecisions(Database &database);
std::shared_ptr<const Table<Acceptance>> readAcceptances(Database &database);
std::shared_ptr<const std::vector<Ruling>> readRulings(Database &database);
std::shared_ptr<const Table<Merge>> readMerges(Database &database);
std::shared_ptr<const Table<Tagging>> readTaggings(Database &database);
std::shared_ptr<const Table<SavedView>> readViews(Database &database);

}  // namespace dateline
