// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "app/edit/refuse.h"
#include "app/edit/shown_values.h"
#include "app/model/withdrawn_grade.h"

namespace dateline {

namespace {

void examine(const Actor &actor)
{
    refuseBlank(actor.name, "name of an actor");
    refuseUnclean({actor.externalId, actor.name, actor.kind, actor.notes});
    for (const Alias &alias : actor.aliases) {
        refuseBlank(alias.text, "other name of an actor");
        refuseUnclean({alias.text, alias.language});
    }
}

void examine(const Stores &stores, const Role &role)
{
    refuseMissing(stores, role.actor);
    if (role.body)
        refuseMissing(stores, role.body);
    refuseBlank(role.title, "title of a role");
    refuseUnclean({role.title});
}

void examine(const Stores &stores, const Relation &relation)
{
    if (stores.bulk == nullptr) {
        refuseMissing(stores, relation.from);
        refuseMissing(stores, relation.to);
    }
    refuseBlank(relation.kind, "kind of a relation");
    refuseUnclean({relation.externalId, relation.kind, relation.status, relation.notes});
}

// What belongs to the actor alone goes with it.
void removeWhatIsOf(Stores &stores, ActorId id)
{
    for (const ViewId view : stores.views.viewsPlacing(id))
        stores.views.removePosition(view, id);
    for (const Participation &participation : stores.events.participationsOf(id))
        stores.events.remove(participation.id);
    for (const Role &role : stores.actors.rolesOf(id))
        removeRole(stores, role.id);
    for (const RelationId relation : stores.relations.of(id))
        removeRelation(stores, relation);
    for (const Reliability &reliability : stores.actors.reliabilityOf(id))
        stores.actors.remove(reliability.id);
}

// What belongs to others stays, without the actor.
void detachWhatNames(Stores &stores, ActorId id)
{
    for (Role role : stores.actors.rolesAt(id)) {
        role.body = {};
        stores.actors.put(role);
    }
    for (const ClaimId claimId : stores.claims.attributedTo(id)) {
        if (std::optional<Claim> claim = stores.claims.find(claimId)) {
            std::erase(claim->attribution, id);
            stores.claims.put(*claim);
        }
    }
    for (const SourceId sourceId : stores.sources.ofOutlet(id)) {
        if (std::optional<Source> source = stores.sources.find(sourceId)) {
            source->outlet = {};
            stores.sources.put(*source);
        }
    }
}

}  // namespace

ActorId addActor(Stores &stores, const Actor &actor)
{
    examine(actor);
    if (stores.bulk != nullptr)
        return stores.bulk->add(actor);
    Actor row = actor;
    row.id = {};
    return stores.actors.put(row);
}

void changeActor(Stores &stores, const Actor &actor)
{
    refuseMissing(stores, actor.id);
    examine(actor);
    stores.actors.put(actor);
}

void removeActor(Stores &stores, ActorId id)
{
    removeWhatIsOf(stores, id);
    detachWhatNames(stores, id);
    stores.tags.setTags(id, {});
    detachClaimsAbout(stores, id);
    stores.actors.remove(id);
}

RoleId addRole(Stores &stores, const Role &role)
{
    examine(stores, role);
    if (stores.bulk != nullptr)
        return stores.bulk->add(role);
    Role row = role;
    row.id = {};
    return stores.actors.put(row);
}

void changeRole(Stores &stores, const Role &role)
{
    refuseMissing(stores, role.id);
    examine(stores, role);
    stores.actors.put(role);
    endOverruledPreferences(stores, role.id);
}

void removeRole(Stores &stores, RoleId id)
{
    detachClaimsAbout(stores, id);
    stores.actors.remove(id);
}

RelationId addRelation(Stores &stores, const Relation &relation)
{
    examine(stores, relation);
    if (stores.bulk != nullptr)
        return stores.bulk->add(relation);
    Relation row = relation;
    row.id = {};
    return stores.relations.put(row);
}

void changeRelation(Stores &stores, const Relation &relation)
{
    refuseMissing(stores, relation.id);
    examine(stores, relation);
    stores.relations.put(relation);
    endOverruledPreferences(stores, relation.id);
}

void removeRelation(Stores &stores, RelationId id)
{
    detachClaimsAbout(stores, id);
    stores.relations.remove(id);
}

ReliabilityId addReliability(Stores &stores, const Reliability &reliability)
{
    refuseMissing(stores, reliability.actor);
    refuseUnless((reliability.grade >= 'A' && reliability.grade <= 'F') ||
                     reliability.grade == kWithdrawnGrade,
                 "A reliability grade is a letter from A to F.");
    refuseUnclean({reliability.reason});
    Reliability row = reliability;
    row.id = {};
    return stores.actors.put(row);
}

ReliabilityId withdrawReliability(Stores &stores, ActorId actor, const Edtf &since,
                                  std::string_view reason)
{
    refuseMissing(stores, actor);
    refuseBlank(reason, "reason for which a grade is withdrawn");
    const std::vector<Reliability> grades = stores.actors.reliabilityOf(actor);
    refuseUnless(!grades.empty() && grades.back().grade != kWithdrawnGrade,
                 "There is no grade to withdraw.");
    return addReliability(stores, {{}, actor, kWithdrawnGrade, since, std::string(reason)});
}

void removeReliability(Stores &stores, ReliabilityId id)
{
    stores.actors.remove(id);
}

}  // namespace dateline
