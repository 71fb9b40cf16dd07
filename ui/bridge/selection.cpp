// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/selection.h"

#include <algorithm>

namespace dateline::ui {

namespace {

template <typename T>
void addOnce(std::vector<T> &values, T value)
{
    if (value && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
}

// What a claim leads to: the item that it is about.
ItemRef subjectOf(const Snapshot &snapshot, ItemRef item)
{
    if (item.kind != ItemKind::Claim)
        return item;
    const Claim *claim = snapshot.claims->find(item.claim());
    return claim ? claim->about : ItemRef();
}

bool exists(const Snapshot &snapshot, ItemRef item)
{
    switch (item.kind) {
    case ItemKind::Event:
        return !snapshot.events->rowOf(item.event()).isNull();
    case ItemKind::Actor:
        return snapshot.actors->find(item.actor()) != nullptr;
    case ItemKind::Role:
        return snapshot.roles->find(item.role()) != nullptr;
    case ItemKind::Relation:
        return !snapshot.relations->rowOf(item.relation()).isNull();
    case ItemKind::Source:
        return snapshot.sources->find(item.source()) != nullptr;
    case ItemKind::Annotation:
        return snapshot.annotations->find(item.annotation()) != nullptr;
    case ItemKind::Claim:
        return snapshot.claims->find(item.claim()) != nullptr;
    case ItemKind::None:
    case ItemKind::Participation:
    case ItemKind::Quantity:
        return false;
    }
    return false;
}

}  // namespace

bool Selection::contains(ItemRef item) const
{
    return std::find(m_items.begin(), m_items.end(), item) != m_items.end();
}

void Selection::select(ItemRef item)
{
    setItems(item.isNull() ? std::vector<ItemRef>() : std::vector<ItemRef>{item});
}

void Selection::toggle(ItemRef item)
{
    std::vector<ItemRef> items = m_items;
    const auto found = std::find(items.begin(), items.end(), item);
    if (found != items.end())
        items.erase(found);
    else
        items.push_back(item);
    setItems(items);
}

void Selection::setItems(const std::vector<ItemRef> &items)
{
    std::vector<ItemRef> distinct;
    for (const ItemRef item : items) {
        if (!item.isNull() && std::find(distinct.begin(), distinct.end(), item) == distinct.end())
            distinct.push_back(item);
    }
    if (distinct == m_items)
        return;
    m_items = std::move(distinct);
    Q_EMIT changed();
}

void Selection::clear()
{
    setItems({});
}

void Selection::dropMissing(const Snapshot &snapshot)
{
    std::vector<ItemRef> kept;
    for (const ItemRef item : m_items) {
        if (exists(snapshot, item))
            kept.push_back(item);
    }
    setItems(kept);
}

std::vector<EventId> Selection::events(const Snapshot &snapshot) const
{
    std::vector<EventId> events;
    for (const ItemRef item : m_items) {
        const ItemRef subject = subjectOf(snapshot, item);
        addOnce(events, subject.event());
        if (subject.kind != ItemKind::Annotation)
            continue;
        for (const Claim &claim : *snapshot.claims) {
            if (claim.annotation == subject.annotation())
                addOnce(events, claim.about.event());
        }
    }
    return events;
}

std::vector<ActorId> Selection::actors(const Snapshot &snapshot) const
{
    std::vector<ActorId> actors;
    for (const ItemRef item : m_items) {
        const ItemRef subject = subjectOf(snapshot, item);
        addOnce(actors, subject.actor());
        if (subject.kind == ItemKind::Role) {
            if (const Role *role = snapshot.roles->find(subject.role()))
                addOnce(actors, role->actor);
        } else if (subject.kind == ItemKind::Relation) {
            const RelationRow row = snapshot.relations->rowOf(subject.relation());
            if (row) {
                addOnce(actors, snapshot.actor(snapshot.relations->from(row)).id);
                addOnce(actors, snapshot.actor(snapshot.relations->to(row)).id);
            }
        } else if (subject.kind == ItemKind::Source) {
            if (const Source *source = snapshot.sources->find(subject.source()))
                addOnce(actors, source->outlet);
        }
    }
    for (const EventId event : events(snapshot)) {
        const EventRow row = snapshot.events->rowOf(event);
        if (!row)
            continue;
        for (const ParticipationColumns::Entry &entry : snapshot.participations->ofEvent(row))
            addOnce(actors, snapshot.actor(entry.actor).id);
    }
    return actors;
}

std::vector<AnnotationId> Selection::annotations(const Snapshot &snapshot) const
{
    const ItemRef item = current();
    std::vector<AnnotationId> annotations;
    if (item.kind == ItemKind::Annotation) {
        annotations.push_back(item.annotation());
    } else if (item.kind == ItemKind::Claim) {
        if (const Claim *claim = snapshot.claims->find(item.claim()))
            addOnce(annotations, claim->annotation);
    } else {
        for (const Claim *claim : snapshot.claimsAbout(item))
            addOnce(annotations, claim->annotation);
    }
    const auto place = [&snapshot](AnnotationId id) {
        const Annotation *annotation = snapshot.annotations->find(id);
        return annotation ? std::pair(annotation->source.value, annotation->begin)
                          : std::pair(std::int64_t(0), std::int64_t(0));
    };
    std::sort(annotations.begin(), annotations.end(),
              [&place](AnnotationId a, AnnotationId b) { return place(a) < place(b); });
    return annotations;
}

}  // namespace dateline::ui
