// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/annotation_store.h"

#include "app/store/queries.h"

namespace dateline {

std::optional<Annotation> AnnotationStore::find(AnnotationId id) const
{
    Statement statement(m_database,
                        "SELECT id, external_id, source_id, begin, end, exact, prefix, suffix, "
                        "note, made_by, made_at FROM annotation WHERE id = ?");
    statement.bind(id);
    if (!statement.step())
        return std::nullopt;
    Annotation row;
    statement.read(row.id, row.externalId, row.source, row.begin, row.end, row.exact, row.prefix,
                   row.suffix, row.note, row.madeBy, row.madeAt);
    return row;
}

AnnotationId AnnotationStore::findExternal(std::string_view externalId) const
{
    if (externalId.empty())
        return {};
    return firstIdFrom<AnnotationId>(m_database,
                                     "SELECT id FROM annotation WHERE external_id = ? "
                                     "AND external_id <> '' ORDER BY id",
                                     externalId);
}

std::vector<AnnotationId> AnnotationStore::all() const
{
    return idsFrom<AnnotationId>(m_database, "SELECT id FROM annotation ORDER BY id");
}

std::vector<AnnotationId> AnnotationStore::ofSource(SourceId source) const
{
    return idsFrom<AnnotationId>(
        m_database, "SELECT id FROM annotation WHERE source_id = ? ORDER BY begin, end, id",
        source);
}

AnnotationId AnnotationStore::put(const Annotation &annotation)
{
    change(m_database,
           "INSERT INTO annotation(id, external_id, source_id, begin, end, exact, prefix, suffix, "
           "note, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET external_id = excluded.external_id, "
           "source_id = excluded.source_id, begin = excluded.begin, end = excluded.end, "
           "exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, "
           "note = excluded.note, made_by = excluded.made_by, made_at = excluded.made_at",
           annotation.id, annotation.externalId, annotation.source, annotation.begin,
           annotation.end, annotation.exact, annotation.prefix, annotation.suffix, annotation.note,
           annotation.madeBy, annotation.madeAt);
    return idAfterPut(m_database, annotation.id);
}

void AnnotationStore::remove(AnnotationId id)
{
    change(m_database, "DELETE FROM annotation WHERE id = ?", id);
}

}  // namespace dateline
