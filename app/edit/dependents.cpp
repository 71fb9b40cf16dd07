// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/edits.h"

#include <algorithm>

namespace dateline {

namespace {

int countOf(std::size_t size)
{
    return static_cast<int>(size);
}

int distinctCount(std::vector<ClaimId> claims)
{
    std::sort(claims.begin(), claims.end());
    return countOf(
        static_cast<std::size_t>(std::unique(claims.begin(), claims.end()) - claims.begin()));
}

void append(std::vector<ClaimId> &claims, const std::vector<ClaimId> &more)
{
    claims.insert(claims.end(), more.begin(), more.end());
}

void addOfActor(const Stores &stores, ActorId id, Dependents &dependents)
{
    const std::vector<Role> held = stores.actors.rolesOf(id);
    const std::vector<RelationId> relations = stores.relations.of(id);
    const std::vector<Role> atIt = stores.actors.rolesAt(id);
    dependents.participations = countOf(stores.events.participationsOf(id).size());
    dependents.relations = countOf(relations.size());
    // A role at the body itself is in both lists.
    dependents.roles =
        countOf(held.size()) +
        countOf(static_cast<std::size_t>(std::count_if(
            atIt.begin(), atIt.end(), [id](const Role &role) { return role.actor != id; })));
    dependents.sources = countOf(stores.sources.ofOutlet(id).size());
    dependents.attributions = countOf(stores.claims.attributedTo(id).size());
    std::vector<ClaimId> claims = stores.claims.about(id);
    for (const Role &role : held)
        append(claims, stores.claims.about(role.id));
    for (const RelationId relation : relations)
        append(claims, stores.claims.about(relation));
    dependents.claims = distinctCount(std::move(claims));
}

void addOfSource(const Stores &stores, SourceId id, Dependents &dependents)
{
    const std::vector<AnnotationId> annotations = stores.annotations.ofSource(id);
    dependents.annotations = countOf(annotations.size());
    std::vector<ClaimId> claims = stores.claims.ofSource(id);
    for (const AnnotationId annotation : annotations)
        append(claims, stores.claims.ofAnnotation(annotation));
    dependents.claims = distinctCount(std::move(claims));
}

}  // namespace

Dependents dependentsOf(const Stores &stores, ItemRef item)
{
    Dependents dependents;
    switch (item.kind) {
    case ItemKind::Event:
        dependents.participations = countOf(stores.events.participationsOf(item.event()).size());
        dependents.quantities = countOf(stores.events.quantitiesOf(item.event()).size());
        dependents.claims = countOf(stores.claims.about(item).size());
        break;
    case ItemKind::Actor:
        addOfActor(stores, item.actor(), dependents);
        break;
    case ItemKind::Role:
    case ItemKind::Relation:
        dependents.claims = countOf(stores.claims.about(item).size());
        break;
    case ItemKind::Source:
        addOfSource(stores, item.source(), dependents);
        break;
    case ItemKind::Annotation:
        dependents.claims = countOf(stores.claims.ofAnnotation(item.annotation()).size());
        break;
    case ItemKind::None:
    case ItemKind::Claim:
    case ItemKind::Participation:
    case ItemKind::Quantity:
        break;
    }
    return dependents;
}

}  // namespace dateline
