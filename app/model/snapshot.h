// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was read from the file at one revision, never changed afterwards. Views and
// workers hold shared_ptr<const Snapshot>; a newer snapshot shares the parts that did not change.
// Texts and bytes of sources, notes of events, and other long fields are not here: the stores read
// them by id when they are shown.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/model/actor.h"
#include "app/model/claim.h"
#include "app/model/event.h"
#include "app/model/event_columns.h"
#include "app/model/judgement.h"
#include "app/model/link_columns.h"
#include "app/model/saved_view.h"
#include "app/model/source.h"
#include "app/model/table.h"

namespace dateline {

struct EventMoves;  // row_moves.h

// A tag on an item.
struct Tagging {
    TaggingId id;
    ItemRef about;
    std::string tag;

    bool operator==(const Tagging &) const = default;
};

// What app/evidence made of the claims on one event.
struct EventEvidence {
    std::uint16_t claims = 0;
    std::uint16_t sources = 0;
    std::uint16_t origins = 0;  // independent first speakers
    bool isContested = false;
    Standing standing = Standing::Open;  // by the evidence, or by a ruling
};

struct Snapshot {
    std::uint64_t revision = 0;
    std::string projectTitle;
    std::shared_ptr<const EventColumns> events;
    // Since the snapshot before; nothing where many events have changed at once.
    std::shared_ptr<const EventMoves> eventMoves;
    std::shared_ptr<const Table<Actor>> actors;  // ActorRow is a position in it
    std::shared_ptr<const ParticipationColumns> participations;
    std::shared_ptr<const RelationColumns> relations;
    std::shared_ptr<const Table<Quantity>> quantities;
    std::shared_ptr<const Table<Role>> roles;
    std::shared_ptr<const Table<Reliability>> reliabilities;
    std::shared_ptr<const Table<Source>> sources;
    std::shared_ptr<const Table<Annotation>> annotations;
    std::shared_ptr<const Table<Claim>> claims;
    std::shared_ptr<const std::vector<Decision>> decisions;
    std::shared_ptr<const Table<Acceptance>> acceptances;
    std::shared_ptr<const std::vector<Ruling>> rulings;  // sorted by what they are about
    std::shared_ptr<const Table<Merge>> merges;
    std::shared_ptr<const Table<Tagging>> taggings;  // sorted by id
    std::shared_ptr<const Table<SavedView>> views;
    std::shared_ptr<const std::vector<EventEvidence>> evidence;  // per EventRow; may be empty

    // A snapshot without rows, every pointer set.
    static std::shared_ptr<const Snapshot> empty();

    ActorRow actorRow(ActorId id) const;
    const Actor *actor(ActorId id) const { return actors->find(id); }
    const Actor &actor(ActorRow row) const { return (*actors)[row.value]; }
    // The actor with this name or alias, exactly or but for case (ASCII); null where none. O(n).
    const Actor *actorNamed(std::string_view name) const;
    // Role titles that the actor held at the instant, newest first, "title, body" each.
    std::vector<std::string> rolesAt(ActorId actor, Instant when) const;
    // The grade that holds now, or '\0'.
    char reliabilityOf(ActorId actor) const;
    std::vector<std::string> tagsOf(ItemRef item) const;
    std::vector<const Claim *> claimsAbout(ItemRef item) const;
    std::vector<const Annotation *> annotationsOf(SourceId source) const;  // by position
    EventEvidence evidenceOf(EventRow row) const;
    const Ruling *rulingOn(ItemRef item) const;  // null where there is none
};

using SnapshotPointer = std::shared_ptr<const Snapshot>;

}  // namespace dateline
