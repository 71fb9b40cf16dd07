// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/exchange/tables_applier.h"

namespace dateline {

namespace {

// The row's id, asked for once per key: a table of a million participations names few actors.
template <typename IdType, typename Find>
IdType remembered(std::unordered_map<std::string, IdType> &known, const std::string &key,
                  const Find &find)
{
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    const IdType id = find(key);
    if (id)
        known.emplace(key, id);
    return id;
}

std::vector<std::string> onceEach(const std::vector<std::string> &texts)
{
    std::vector<std::string> different;
    for (const std::string &text : texts) {
        if (std::find(different.begin(), different.end(), text) == different.end())
            different.push_back(text);
    }
    return different;
}

}  // namespace

ActorId TablesApplier::findActor(const std::string &key)
{
    return remembered(m_actors, key, [&](const std::string &wanted) -> ActorId {
        if (!isNameKey(wanted))
            return m_hadActors ? m_stores.actors.findExternal(wanted) : ActorId{};
        learnNames();
        const std::string name = wanted.substr(1);
        if (const auto found = m_actorsByName.find(name); found != m_actorsByName.end())
            return found->second;
        const auto alias = m_actorsByAlias.find(name);
        return alias == m_actorsByAlias.end() ? ActorId{} : alias->second;
    });
}

EventId TablesApplier::findEvent(const std::string &key)
{
    return remembered(m_events, key, [&](const std::string &wanted) {
        return m_hadEvents ? m_stores.events.findExternal(wanted) : EventId{};
    });
}

RelationId TablesApplier::findRelation(const std::string &key)
{
    return remembered(m_relations, key, [&](const std::string &wanted) {
        return m_hadRelations ? m_stores.relations.findExternal(wanted) : RelationId{};
    });
}

SourceId TablesApplier::findSource(const std::string &key)
{
    return remembered(m_sources, key, [&](const std::string &wanted) {
        return m_stores.sources.findExternal(wanted);
    });
}

AnnotationId TablesApplier::findAnnotation(const std::string &key)
{
    return remembered(m_annotations, key, [&](const std::string &wanted) {
        return m_stores.annotations.findExternal(wanted);
    });
}

ClaimId TablesApplier::findClaim(const std::string &key)
{
    return remembered(m_claims, key, [&](const std::string &wanted) {
        return m_stores.claims.findExternal(wanted);
    });
}

// Once, when the first actor is asked for by name: the table of actors has no index on names.
void TablesApplier::learnNames()
{
    if (m_knowsNames)
        return;
    m_knowsNames = true;
    for (const ActorId id : m_stores.actors.all()) {
        if (const std::optional<Actor> row = m_stores.actors.find(id))
            rememberName(id, *row);
    }
}

void TablesApplier::rememberName(ActorId id, const Actor &actor)
{
    if (!m_knowsNames)
        return;
    m_actorsByName.emplace(actor.name, id);
    for (const Alias &alias : actor.aliases) {
        const auto [place, isNew] = m_actorsByAlias.emplace(alias.text, id);
        if (!isNew && place->second != id)
            place->second = {};
    }
}

ActorId TablesApplier::actor(RowPlace place, std::string_view field, const std::string &key)
{
    const ActorId id = findActor(key);
    if (!id) {
        refuseReference(place, field, isNameKey(key) ? key.substr(1) : key,
                        "the id of an actor, here or in the project");
    }
    return id;
}

EventId TablesApplier::event(RowPlace place, const std::string &key)
{
    const EventId id = findEvent(key);
    if (!id)
        refuseReference(place, "event_id", key, "the id of an event, here or in the project");
    return id;
}

SourceId TablesApplier::source(RowPlace place, std::string_view field, const std::string &key)
{
    const SourceId id = findSource(key);
    if (!id)
        refuseReference(place, field, key, "the id of a source, here or in the project");
    return id;
}

std::optional<ItemRef> TablesApplier::about(RowPlace place, const AboutKey &key)
{
    ItemRef item;
    switch (key.kind) {
    case ItemKind::None:
        return item;
    case ItemKind::Event:
        item = findEvent(key.id);
        break;
    case ItemKind::Actor:
        item = findActor(key.id);
        break;
    case ItemKind::Relation:
        item = findRelation(key.id);
        break;
    case ItemKind::Source:
        item = findSource(key.id);
        break;
    case ItemKind::Annotation:
        item = findAnnotation(key.id);
        break;
    case ItemKind::Claim:
        item = findClaim(key.id);
        break;
    case ItemKind::Role: {
        const ActorId holder = findActor(key.role.actor);
        const ActorId body = key.role.body.empty() ? ActorId{} : findActor(key.role.body);
        for (const Role &role : holder ? m_stores.actors.rolesOf(holder) : std::vector<Role>()) {
            if (item.id == 0 && role.title == key.role.title && role.body == body &&
                role.when == key.role.when)
                item = role.id;
        }
        break;
    }
    default:
        break;
    }
    if (item.id != 0)
        return item;
    refuseReference(place, "about_id", key.id,
                    "the id of a row of this kind: " + std::string(nameOf(key.kind)));
    return {};
}

const std::string &TablesApplier::textOf(SourceId source)
{
    if (m_textSource != source) {
        m_text = m_stores.sources.text(source);
        m_textSource = source;
    }
    return m_text;
}

void TablesApplier::addTagsTo(ItemRef item, const TagList &tags)
{
    if (tags && !tags->empty())
        addTags(m_stores, item, onceEach(*tags));
}

bool TablesApplier::setTagsOf(ItemRef item, const TagList &tags)
{
    if (!tags)
        return false;
    const std::vector<std::string> wanted = onceEach(*tags);
    if (wanted == m_stores.tags.tagsOf(item))
        return false;
    setTags(m_stores, item, wanted);
    m_hasWritten = true;
    return true;
}

void TablesApplier::refuse(RowPlace place, std::string_view field, std::string_view found,
                           std::string expected)
{
    m_report.refused.push_back({place.file < m_files.size() ? m_files[place.file] : "", place.line,
                                0, std::string(field), cutForDisplay(found), std::move(expected)});
}

void TablesApplier::refuseReference(RowPlace place, std::string_view field, const std::string &key,
                                    std::string expected)
{
    if (m_consequences == Consequences::Listed || !m_refusedIds.contains(key))
        refuse(place, field, key, std::move(expected));
}

void TablesApplier::countExisting(bool isUpdated)
{
    ++(isUpdated ? m_report.updated : m_report.unchanged);
    m_hasWritten = m_hasWritten || isUpdated;
}

void TablesApplier::countAdded(std::int64_t &counter)
{
    ++counter;
    m_hasWritten = true;
}

}  // namespace dateline
