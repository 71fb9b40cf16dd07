// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/relation_store.h"

#include "app/store/queries.h"

namespace dateline {

std::optional<Relation> RelationStore::find(RelationId id) const
{
    Statement statement(m_database,
                        "SELECT id, external_id, from_id, to_id, kind, is_directed, when_edtf, "
                        "status, notes FROM relation WHERE id = ?");
    statement.bind(id);
    if (!statement.step())
        return std::nullopt;
    Relation row;
    statement.read(row.id, row.externalId, row.from, row.to, row.kind, row.isDirected, row.when,
                   row.status, row.notes);
    return row;
}

RelationId RelationStore::findExternal(std::string_view externalId) const
{
    if (externalId.empty())
        return {};
    return firstIdFrom<RelationId>(m_database,
                                   "SELECT id FROM relation WHERE external_id = ? "
                                   "AND external_id <> '' ORDER BY id",
                                   externalId);
}

std::vector<RelationId> RelationStore::all() const
{
    return idsFrom<RelationId>(m_database, "SELECT id FROM relation ORDER BY id");
}

std::vector<RelationId> RelationStore::of(ActorId actor) const
{
    return idsFrom<RelationId>(m_database,
                               "SELECT id FROM relation WHERE from_id = ? "
                               "UNION SELECT id FROM relation WHERE to_id = ? ORDER BY id",
                               actor, actor);
}

RelationId RelationStore::put(const Relation &relation)
{
    change(m_database,
           "INSERT INTO relation(id, external_id, from_id, to_id, kind, is_directed, when_edtf, "
           "earliest_begin, latest_begin, earliest_end, latest_end, status, notes) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET external_id = excluded.external_id, "
           "from_id = excluded.from_id, to_id = excluded.to_id, kind = excluded.kind, "
           "is_directed = excluded.is_directed, when_edtf = excluded.when_edtf, "
           "earliest_begin = excluded.earliest_begin, latest_begin = excluded.latest_begin, "
           "earliest_end = excluded.earliest_end, latest_end = excluded.latest_end, "
           "status = excluded.status, notes = excluded.notes",
           relation.id, relation.externalId, relation.from, relation.to, relation.kind,
           relation.isDirected, relation.when, relation.status, relation.notes);
    return idAfterPut(m_database, relation.id);
}

void RelationStore::remove(RelationId id)
{
    change(m_database, "DELETE FROM relation WHERE id = ?", id);
}

}  // namespace dateline
