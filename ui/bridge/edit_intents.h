// SPDX-License-Identifier: GPL-3.0-or-later
// What the user can do to the file, one function each: it names the edit, performs it as one undo
// step, and reports a failure through SessionHub::failed. Functions that make something return its
// id, none after a failure; the others return whether it was done. GUI thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <QString>

#include "app/model/reanchor.h"
#include "app/model/snapshot.h"

namespace dateline::ui {

class SessionHub;

// What an annotation becomes, in the same undo step.
struct AnnotationTarget {
    enum class Kind { Note, NewEvent, NewActor, NewRelation, Claim };
    Kind kind = Kind::Note;
    Event event;                                // NewEvent
    std::vector<Participation> participations;  // NewEvent: event ids are filled in
    std::vector<Quantity> quantities;           // NewEvent
    // NewEvent: participants by name; made as new actors where nobody is called so.
    struct Named {
        std::string name;
        std::string kind;
        std::string part;
    };
    std::vector<Named> named;
    Actor actor;        // NewActor
    Relation relation;  // NewRelation; an end without id is the actor of that name, or a new one
    std::string from;
    std::string to;
    // Claim: about, field, value, status ... as given. NewEvent, NewActor and NewRelation: made
    // too, about the new item, where given; source and annotation are filled in everywhere.
    std::optional<dateline::Claim> claim;
    std::vector<dateline::Claim> moreClaims;  // that the same words carry
    std::vector<std::string> tags;            // on the annotation
};

struct AnnotationResult {
    AnnotationId annotation;
    ItemRef made;  // the event, actor, relation or claim
};

class EditIntents {
public:
    explicit EditIntents(SessionHub &hub) : m_hub(hub) {}

    // Events
    EventId addEvent(const Event &event, std::span<const Participation> participations = {},
                     std::span<const std::string> tags = {});
    bool changeEvent(const Event &event);
    bool moveEvent(EventId id, const Edtf &when);
    ParticipationId addParticipation(const Participation &participation);
    // The actor with this name or alias takes part; made as a new one of the kind where unknown.
    ParticipationId addParticipationNamed(EventId event, const QString &actorName,
                                          const std::string &actorKind, const std::string &part);
    bool changeParticipation(const Participation &participation);
    bool removeParticipation(ParticipationId id);
    QuantityId addQuantity(const Quantity &quantity);
    bool changeQuantity(const Quantity &quantity);
    bool removeQuantity(QuantityId id);

    // Actors
    ActorId addActor(const Actor &actor, std::span<const std::string> tags = {});
    bool changeActor(const Actor &actor);  // aliases too
    RoleId addRole(const Role &role);
    bool changeRole(const Role &role);
    bool removeRole(RoleId id);
    RelationId addRelation(const Relation &relation);
    bool changeRelation(const Relation &relation);
    bool grade(const Reliability &reliability);
    bool withdrawGrade(ActorId actor, const Edtf &since, const std::string &reason);

    // Sources and annotations
    // With the name of an outlet it is that actor's, or a new one's, in the same undo step.
    SourceId addSource(const Source &source, const std::string &text, const std::string &bytes,
                       const QString &outletName = {});
    // Its supersedes names the version whose annotations move on to it.
    SourceId supersedeSource(const Source &newer, const std::string &text, const std::string &bytes,
                             std::span<const AnchorMove> moves, const QString &outletName = {});
    bool changeSource(const Source &source);
    std::optional<AnnotationResult> annotate(const Annotation &annotation,
                                             const AnnotationTarget &target);
    bool changeAnnotation(const Annotation &annotation);
    bool changeAnnotation(const Annotation &annotation, std::span<const std::string> tags);

    // Claims
    ClaimId addClaim(const Claim &claim);
    bool changeClaim(const Claim &claim);
    bool preferClaim(const Decision &decision);
    bool withdrawPreference(ItemRef about, const std::string &field);

    // What people decide about what the program computes
    bool acceptFinding(const Acceptance &acceptance);
    bool withdrawAcceptance(AcceptanceId id);
    bool ruleStanding(const Ruling &ruling);
    bool withdrawRuling(ItemRef about);
    // Sources become doubtful; outlets and speakers get the grade, whose actor is filled in.
    bool confirmDoubt(std::span<const ItemRef> doubted, const Reliability &grade);
    bool mergeActors(ActorId kept, ActorId gone, const std::string &reason);
    ActorId unmergeActors(MergeId merge);  // who is back; none after a failure

    // On anything that can bear one (app/model/note.h); an empty text takes it away.
    bool setNote(ItemRef about, const QString &text);

    // Anything. Removing several items of any kinds is one undo step.
    bool setTags(ItemRef item, std::span<const std::string> tags);
    bool renameTag(const QString &from, const QString &to);  // merges into one that is there
    bool removeTag(const QString &name);
    bool remove(std::span<const ItemRef> items);

    // Views and the project
    bool placeActors(std::span<const ActorPosition> positions, const QString &editName,
                     ViewId view = kDefaultView);
    bool unpinActor(ActorId actor, ViewId view = kDefaultView);
    ViewId saveView(const SavedView &view);
    // Name and settings of a view that is there, and the positions given.
    bool changeView(const SavedView &view, const QString &editName);
    bool removeView(ViewId id);
    bool changeSetting(const QString &name, const QString &value);

private:
    SessionHub &m_hub;
};

}  // namespace dateline::ui
