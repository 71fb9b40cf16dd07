// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/actor_store.h"

#include <algorithm>

#include "app/store/queries.h"

namespace dateline {

namespace {

void readAlias(const Statement &statement, Alias &row)
{
    statement.read(row.id, row.actor, row.text, row.language);
}

void readRole(const Statement &statement, Role &row)
{
    statement.read(row.id, row.actor, row.title, row.body, row.when);
}

void readReliability(const Statement &statement, Reliability &row)
{
    std::string grade;
    statement.read(row.id, row.actor, grade, row.since, row.reason);
    row.grade = grade.empty() ? '\0' : grade.front();
}

// Leaves the rows of names that stay alone, so that an edit of one name records one row.
void putAliases(Database &database, ActorId actor, const std::vector<Alias> &aliases)
{
    std::vector<AliasId> left = idsFrom<AliasId>(
        database, "SELECT id FROM alias WHERE actor_id = ? ORDER BY position, id", actor);
    std::vector<AliasId> ids;
    for (const Alias &alias : aliases) {
        const auto own = std::find(left.begin(), left.end(), alias.id);
        ids.push_back(own == left.end() ? AliasId{} : alias.id);
        if (own != left.end())
            left.erase(own);
    }
    for (const AliasId gone : left)
        change(database, "DELETE FROM alias WHERE id = ?", gone);
    for (std::size_t position = 0; position < aliases.size(); ++position) {
        change(database,
               "INSERT INTO alias(id, actor_id, position, text, language) VALUES (?, ?, ?, ?, ?) "
               "ON CONFLICT(id) DO UPDATE SET position = excluded.position, text = excluded.text, "
               "language = excluded.language",
               ids[position], actor, position, aliases[position].text, aliases[position].language);
    }
}

}  // namespace

std::optional<Actor> ActorStore::find(ActorId id) const
{
    Statement statement(m_database,
                        "SELECT id, external_id, name, kind, notes FROM actor WHERE id = ?");
    statement.bind(id);
    if (!statement.step())
        return std::nullopt;
    Actor actor;
    statement.read(actor.id, actor.externalId, actor.name, actor.kind, actor.notes);
    actor.aliases = rowsFrom<Alias>(m_database,
                                    "SELECT id, actor_id, text, language FROM alias "
                                    "WHERE actor_id = ? ORDER BY position, id",
                                    readAlias, id);
    return actor;
}

bool ActorStore::has(ActorId id) const
{
    return !firstIdFrom<ActorId>(m_database, "SELECT id FROM actor WHERE id = ?", id).isNull();
}

ActorId ActorStore::findExternal(std::string_view externalId) const
{
    if (externalId.empty())
        return {};
    return firstIdFrom<ActorId>(m_database,
                                "SELECT id FROM actor WHERE external_id = ? "
                                "AND external_id <> '' ORDER BY id",
                                externalId);
}

ActorId ActorStore::findNamed(std::string_view name) const
{
    const ActorId named =
        firstIdFrom<ActorId>(m_database, "SELECT id FROM actor WHERE name = ? ORDER BY id", name);
    if (named)
        return named;
    return firstIdFrom<ActorId>(
        m_database, "SELECT actor_id FROM alias WHERE text = ? ORDER BY actor_id", name);
}

std::vector<ActorId> ActorStore::all() const
{
    return idsFrom<ActorId>(m_database, "SELECT id FROM actor ORDER BY id");
}

ActorId ActorStore::put(const Actor &actor)
{
    change(m_database,
           "INSERT INTO actor(id, external_id, name, kind, notes) VALUES (?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET external_id = excluded.external_id, "
           "name = excluded.name, kind = excluded.kind, notes = excluded.notes",
           actor.id, actor.externalId, actor.name, actor.kind, actor.notes);
    const ActorId id = idAfterPut(m_database, actor.id);
    putAliases(m_database, id, actor.aliases);
    return id;
}

void ActorStore::remove(ActorId id)
{
    change(m_database, "DELETE FROM alias WHERE actor_id = ?", id);
    change(m_database, "DELETE FROM actor WHERE id = ?", id);
}

std::optional<Role> ActorStore::find(RoleId id) const
{
    return firstRowFrom<Role>(
        m_database, "SELECT id, actor_id, title, body_id, when_edtf FROM role WHERE id = ?",
        readRole, id);
}

std::vector<Role> ActorStore::rolesOf(ActorId actor) const
{
    return rowsFrom<Role>(m_database,
                          "SELECT id, actor_id, title, body_id, when_edtf FROM role "
                          "WHERE actor_id = ? ORDER BY id",
                          readRole, actor);
}

std::vector<Role> ActorStore::rolesAt(ActorId body) const
{
    return rowsFrom<Role>(m_database,
                          "SELECT id, actor_id, title, body_id, when_edtf FROM role "
                          "WHERE body_id = ? ORDER BY id",
                          readRole, body);
}

RoleId ActorStore::put(const Role &role)
{
    change(m_database,
           "INSERT INTO role(id, actor_id, title, body_id, when_edtf, earliest_begin, "
           "latest_begin, earliest_end, latest_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET actor_id = excluded.actor_id, title = excluded.title, "
           "body_id = excluded.body_id, when_edtf = excluded.when_edtf, "
           "earliest_begin = excluded.earliest_begin, latest_begin = excluded.latest_begin, "
           "earliest_end = excluded.earliest_end, latest_end = excluded.latest_end",
           role.id, role.actor, role.title, role.body, role.when);
    return idAfterPut(m_database, role.id);
}

void ActorStore::remove(RoleId id)
{
    change(m_database, "DELETE FROM role WHERE id = ?", id);
}

std::optional<Reliability> ActorStore::find(ReliabilityId id) const
{
    return firstRowFrom<Reliability>(
        m_database, "SELECT id, actor_id, grade, since_edtf, reason FROM reliability WHERE id = ?",
        readReliability, id);
}

std::vector<Reliability> ActorStore::reliabilityOf(ActorId actor) const
{
    return rowsFrom<Reliability>(m_database,
                                 "SELECT id, actor_id, grade, since_edtf, reason FROM reliability "
                                 "WHERE actor_id = ? ORDER BY id",
                                 readReliability, actor);
}

ReliabilityId ActorStore::put(const Reliability &reliability)
{
    const std::string_view grade(&reliability.grade, reliability.grade == '\0' ? 0 : 1);
    change(m_database,
           "INSERT INTO reliability(id, actor_id, grade, since_edtf, reason) "
           "VALUES (?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET actor_id = excluded.actor_id, grade = excluded.grade, "
           "since_edtf = excluded.since_edtf, reason = excluded.reason",
           reliability.id, reliability.actor, grade, reliability.since.text(), reliability.reason);
    return idAfterPut(m_database, reliability.id);
}

void ActorStore::remove(ReliabilityId id)
{
    change(m_database, "DELETE FROM reliability WHERE id = ?", id);
}

}  // namespace dateline
