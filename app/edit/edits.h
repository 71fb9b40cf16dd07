// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a file can change, as one free function each. They are called only inside
// Session::perform, which owns the transaction and records the undo: there are no inverses here.
// A function throws EditRefused with a sentence when the edit cannot be made (a row is gone, a name
// is empty, a span lies outside its text); StoreError when the world fails. Either unwinds the
// edit.
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/edit/stores.h"
#include "app/model/dependents.h"
#include "app/model/note.h"
#include "app/model/reanchor.h"

namespace dateline {

class EditRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Events. A title must not be empty; change* refuses a row that is gone.
EventId addEvent(Stores &stores, const Event &event);
void changeEvent(Stores &stores, const Event &event);  // all fields
void moveEvent(Stores &stores, EventId id, const Edtf &when);
void removeEvent(Stores &stores, EventId id);  // participations, quantities, taggings, and the
                                               // claims about it become claims about nothing
ParticipationId addParticipation(Stores &stores, const Participation &participation);
void changeParticipation(Stores &stores, const Participation &participation);
void removeParticipation(Stores &stores, ParticipationId id);
QuantityId addQuantity(Stores &stores, const Quantity &quantity);  // low above high is refused
void changeQuantity(Stores &stores, const Quantity &quantity);
void removeQuantity(Stores &stores, QuantityId id);

// Actors.
ActorId addActor(Stores &stores, const Actor &actor);
void changeActor(Stores &stores, const Actor &actor);  // name, kind, notes and aliases
void removeActor(Stores &stores, ActorId id);  // participations, roles, relations, positions,
                                               // grades, hops; sources keep, without outlet
RoleId addRole(Stores &stores, const Role &role);
void changeRole(Stores &stores, const Role &role);
void removeRole(Stores &stores, RoleId id);
RelationId addRelation(Stores &stores, const Relation &relation);
void changeRelation(Stores &stores, const Relation &relation);
void removeRelation(Stores &stores, RelationId id);
ReliabilityId addReliability(Stores &stores, const Reliability &reliability);
// The actor has no grade from then on; the grades that it had stay in its history.
ReliabilityId withdrawReliability(Stores &stores, ActorId actor, const Edtf &since,
                                  std::string_view reason);
void removeReliability(Stores &stores, ReliabilityId id);

// Sources and annotations. addSource computes hash and length; text and bytes are final.
SourceId addSource(Stores &stores, const Source &source, std::string_view text,
                   std::string_view bytes);
// A new version of a document: like addSource(), and the annotations named move on to it with
// their claims. The others stay with the version that they were made on.
SourceId supersedeSource(Stores &stores, const Source &newer, std::string_view text,
                         std::string_view bytes, std::span<const AnchorMove> moves);
void changeSource(Stores &stores, const Source &source);
void removeSource(Stores &stores, SourceId id);  // its annotations and claims too
// begin and end rule; exact, prefix and suffix are read from the text. Without words it is a
// remark on the source as a whole: at 0, and with a note.
AnnotationId addAnnotation(Stores &stores, const Annotation &annotation);
void changeAnnotation(Stores &stores, const Annotation &annotation);  // note; place if it moved
void removeAnnotation(Stores &stores, AnnotationId id);  // its claims keep, without annotation

// Claims.
ClaimId addClaim(Stores &stores, const Claim &claim);
void changeClaim(Stores &stores, const Claim &claim);
void removeClaim(Stores &stores, ClaimId id);
// The item shows what the preferred claim says; what was entered is kept and comes back when the
// preference is withdrawn. A value set by hand afterwards ends it.
void preferClaim(Stores &stores, const Decision &decision);
void withdrawPreference(Stores &stores, ItemRef about, std::string_view field);

// What analysts decide about what the program computes. Reasons must not be empty.
AcceptanceId acceptFinding(Stores &stores, const Acceptance &acceptance);
void withdrawAcceptance(Stores &stores, AcceptanceId id);
void ruleStanding(Stores &stores, const Ruling &ruling);
void withdrawRuling(Stores &stores, ItemRef about);
// All that the one has becomes the other's, its names included; refused while a relation ties the
// two. Unmerging, at any later time, gives back what still is where the merge put it.
MergeId mergeActors(Stores &stores, ActorId kept, ActorId gone, std::string_view reason);
ActorId unmergeActors(Stores &stores, MergeId id);

// The note on anything that can bear one, see canBearNote(); an empty text takes it away. Who and
// when are kept where the note is on a source, and it had none before.
void setNote(Stores &stores, const Note &note);

// Tags on events, actors, sources and annotations; the whole list each time.
void setTags(Stores &stores, ItemRef item, std::span<const std::string> tags);
// The tags of an item that this edit added, each once.
void addTags(Stores &stores, ItemRef item, std::span<const std::string> tags);
// A slash parts a tag from what it belongs to: "arms/artillery". Renaming takes along all below;
// where the new name is there already, the two become one.
void renameTag(Stores &stores, std::string_view from, std::string_view to);
void removeTag(Stores &stores, std::string_view name);  // with all below

// Views and the project.
void placeActors(Stores &stores, ViewId view, std::span<const ActorPosition> positions);
void unpinActor(Stores &stores, ViewId view, ActorId actor);
ViewId saveView(Stores &stores, const SavedView &view);
void removeView(Stores &stores, ViewId id);  // the default view is refused
void changeSetting(Stores &stores, std::string_view name, std::string_view value);

// Counted before an item is removed.
Dependents dependentsOf(const Stores &stores, ItemRef item);

}  // namespace dateline
