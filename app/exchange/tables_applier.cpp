// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/tables_applier.h"

#include <algorithm>
#include <tuple>

#include "app/exchange/generated_id.h"

namespace dateline {

namespace {

bool sameTexts(const std::vector<Alias> &a, const std::vector<Alias> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Alias &x, const Alias &y) {
        return x.text == y.text && x.language == y.language;
    });
}

bool sameContent(const Actor &a, const Actor &b)
{
    return std::tie(a.name, a.kind, a.notes) == std::tie(b.name, b.kind, b.notes) &&
           sameTexts(a.aliases, b.aliases);
}

// Aliases that stay keep their ids, so that only what differs is written.
std::vector<Alias> mergedAliases(std::vector<Alias> wanted, std::vector<Alias> existing)
{
    for (Alias &alias : wanted) {
        const auto same = std::find_if(existing.begin(), existing.end(), [&](const Alias &other) {
            return other.text == alias.text && other.language == alias.language;
        });
        if (same == existing.end())
            continue;
        alias = *same;
        existing.erase(same);
    }
    return wanted;
}

bool sameContent(Event a, const Event &b)
{
    a.id = b.id;
    a.externalId = b.externalId;
    return a == b;
}

bool sameContent(Relation a, const Relation &b)
{
    a.id = b.id;
    a.externalId = b.externalId;
    return a == b;
}

}  // namespace

TablesApplier::TablesApplier(Stores &stores, ImportReport &report, Consequences consequences)
    : m_stores(stores), m_report(report), m_consequences(consequences),
      m_hadActors(!stores.actors.all().empty()), m_hadEvents(!stores.events.all().empty()),
      m_hadRelations(!stores.relations.all().empty())
{
}

void TablesApplier::apply(const ProjectTables &part, const std::function<void()> &onRow)
{
    m_files = part.files;
    m_refusedIds.insert(part.refusedIds.begin(), part.refusedIds.end());
    const auto applyAll = [&](const auto &records) {
        for (const auto &record : records) {
            onRow();
            try {
                apply(record);
            } catch (const EditRefused &refusal) {
                refuse(record.place, "", "", std::string("a row that fits: ") + refusal.what());
            }
        }
    };
    // Actors that have an id come first, so that a name can mean one of them.
    std::vector<ActorRecord> named;
    for (const ActorRecord &record : part.actors) {
        if (record.row.externalId.empty())
            named.push_back(record);
        else
            applyAll(std::span(&record, 1));
    }
    applyAll(named);
    applyAll(part.events);
    applyAll(part.participations);
    applyAll(part.quantities);
    applyAll(part.roles);
    applyAll(part.relations);
    // What follows asks for rows by what they refer to.
    const bool isLater = !part.reliabilities.empty() || !part.sources.empty() ||
                         !part.annotations.empty() || !part.claims.empty() ||
                         !part.decisions.empty() || !part.rulings.empty() ||
                         !part.acceptances.empty();
    if (isLater && m_stores.bulk != nullptr)
        m_stores.bulk->makeIndexes();
    applyAll(part.reliabilities);
    applyAll(part.sources);
    applyAll(part.annotations);
    applyAll(part.claims);
    applyAll(part.decisions);
    applyAll(part.rulings);
    applyAll(part.acceptances);
}

void TablesApplier::apply(const ActorRecord &record)
{
    if (record.row.externalId.empty()) {
        addActorNamed(record);
        return;
    }
    const std::string &key = record.row.externalId;
    ActorId id = findActor(key);
    std::optional<Actor> existing = id ? m_stores.actors.find(id) : std::nullopt;
    if (!existing && m_hadActors) {
        existing = m_stores.actors.find(ActorId{generatedNumber("actor", key)});
        if (existing && (!existing->externalId.empty() || !sameContent(record.row, *existing)))
            existing.reset();
    }
    if (!existing) {
        id = addActor(m_stores, record.row);
        m_actors[key] = id;
        rememberName(id, record.row);
        addTagsTo(id, record.tags);
        countAdded(m_report.added.actors);
        return;
    }
    m_actors[key] = existing->id;
    bool isUpdated = !sameContent(record.row, *existing);
    if (isUpdated) {
        Actor changed = record.row;
        changed.id = existing->id;
        changed.externalId = existing->externalId;
        changed.aliases = mergedAliases(record.row.aliases, existing->aliases);
        for (Alias &alias : changed.aliases)
            alias.actor = changed.id;
        changeActor(m_stores, changed);
        rememberName(changed.id, changed);
    }
    isUpdated = setTagsOf(existing->id, record.tags) || isUpdated;
    countExisting(isUpdated);
}

void TablesApplier::addActorNamed(const ActorRecord &record)
{
    const std::string key = nameKey(record.row.name);
    if (findActor(key))
        return;
    const ActorId id = addActor(m_stores, record.row);
    m_actors[key] = id;
    rememberName(id, record.row);
    countAdded(m_report.added.actors);
}

void TablesApplier::apply(const EventRecord &record)
{
    const std::string &key = record.row.externalId;
    const EventId id = findEvent(key);
    std::optional<Event> existing = id ? m_stores.events.find(id) : std::nullopt;
    if (!existing && m_hadEvents) {
        existing = m_stores.events.find(EventId{generatedNumber("event", key)});
        if (existing && (!existing->externalId.empty() || !sameContent(record.row, *existing)))
            existing.reset();
    }
    if (!existing) {
        const EventId added = addEvent(m_stores, record.row);
        m_events[key] = added;
        m_ownEvents.emplace(added, false);
        addTagsTo(added, record.tags);
        countAdded(m_report.added.events);
        return;
    }
    m_events[key] = existing->id;
    bool isUpdated = !sameContent(record.row, *existing);
    if (isUpdated) {
        Event changed = record.row;
        changed.id = existing->id;
        changed.externalId = existing->externalId;
        changeEvent(m_stores, changed);
    }
    isUpdated = setTagsOf(existing->id, record.tags) || isUpdated;
    countExisting(isUpdated);
}

void TablesApplier::apply(const ParticipationRecord &record)
{
    const EventId eventId = event(record.place, record.event);
    const ActorId actorId = eventId ? actor(record.place, "actor_id", record.actor) : ActorId{};
    if (!eventId || !actorId)
        return;
    if (isAmongLast(eventId, actorId, record.part))
        return countExisting(false);
    addParticipation(m_stores, {{}, eventId, actorId, record.part});
    m_lastParts.emplace_back(actorId, record.part);
    countAdded(m_report.added.participations);
}

bool TablesApplier::isAmongLast(EventId event, ActorId actor, const std::string &part)
{
    if (event != m_lastEvent) {
        m_lastEvent = event;
        m_lastParts.clear();
        const auto own = m_ownEvents.find(event);
        const bool isNew = own != m_ownEvents.end() && !own->second;
        if (isNew) {
            own->second = true;
        } else {
            for (Participation &existing : m_stores.events.participationsOf(event))
                m_lastParts.emplace_back(existing.actor, std::move(existing.part));
        }
    }
    return std::find(m_lastParts.begin(), m_lastParts.end(), std::pair(actor, part)) !=
           m_lastParts.end();
}

// The nth row of one event, what, unit and mode in the table is the nth in the project.
void TablesApplier::apply(const QuantityRecord &record)
{
    const EventId eventId = event(record.place, record.event);
    if (!eventId)
        return;
    const auto isAlike = [&](const Quantity &other) {
        return other.what == record.row.what && other.unit == record.row.unit &&
               other.mode == record.row.mode;
    };
    const std::string key = std::to_string(eventId.value) + '\0' + record.row.what + '\0' +
                            record.row.unit + '\0' +
                            (record.row.mode == QuantityMode::Total ? 't' : 'a');
    std::size_t toSkip = m_quantitiesSeen[key]++;
    Quantity wanted = record.row;
    wanted.event = eventId;
    for (const Quantity &existing : m_stores.events.quantitiesOf(eventId)) {
        if (!isAlike(existing) || toSkip-- > 0)
            continue;
        wanted.id = existing.id;
        if (wanted != existing)
            changeQuantity(m_stores, wanted);
        return countExisting(wanted != existing);
    }
    addQuantity(m_stores, wanted);
    countAdded(m_report.added.quantities);
}

void TablesApplier::apply(const RoleRecord &record)
{
    const ActorId actorId = actor(record.place, "actor_id", record.actor);
    if (!actorId)
        return;
    ActorId bodyId;
    if (!record.body.empty()) {
        bodyId = actor(record.place, "body_id", record.body);
        if (!bodyId)
            return;
    }
    for (const Role &existing : m_stores.actors.rolesOf(actorId)) {
        if (existing.title == record.title && existing.body == bodyId &&
            existing.when == record.when)
            return countExisting(false);
    }
    addRole(m_stores, {{}, actorId, record.title, bodyId, record.when});
    countAdded(m_report.added.roles);
}

void TablesApplier::apply(const RelationRecord &record)
{
    Relation wanted = record.row;
    wanted.from = actor(record.place, "from_id", record.from);
    if (wanted.from)
        wanted.to = actor(record.place, "to_id", record.to);
    if (!wanted.from || !wanted.to)
        return;
    const std::string &key = wanted.externalId;
    const RelationId id = findRelation(key);
    std::optional<Relation> existing = id ? m_stores.relations.find(id) : std::nullopt;
    if (!existing && m_hadRelations) {
        existing = m_stores.relations.find({generatedNumber("relation", key)});
        if (existing && (!existing->externalId.empty() || !sameContent(wanted, *existing)))
            existing.reset();
    }
    if (!existing) {
        m_relations[key] = addRelation(m_stores, wanted);
        countAdded(m_report.added.relations);
        return;
    }
    m_relations[key] = existing->id;
    wanted.id = existing->id;
    const bool isUpdated = !sameContent(wanted, *existing);
    if (isUpdated)
        changeRelation(m_stores, wanted);
    countExisting(isUpdated);
}

void TablesApplier::apply(const ReliabilityRecord &record)
{
    Reliability wanted = record.row;
    wanted.actor = actor(record.place, "actor_id", record.actor);
    if (!wanted.actor)
        return;
    for (const Reliability &existing : m_stores.actors.reliabilityOf(wanted.actor)) {
        if (existing.since != wanted.since)
            continue;
        wanted.id = existing.id;
        if (wanted == existing)
            return countExisting(false);
        wanted.id = {};
        removeReliability(m_stores, existing.id);
        addReliability(m_stores, wanted);
        return countExisting(true);
    }
    addReliability(m_stores, wanted);
    countAdded(m_report.added.reliabilities);
}

}  // namespace dateline
