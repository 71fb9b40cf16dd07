// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/source_store.h"

#include "app/store/queries.h"

namespace dateline {

std::optional<Source> SourceStore::find(SourceId id) const
{
    Statement statement(m_database,
                        "SELECT id, external_id, title, outlet_id, author, published, updated, "
                        "retrieved, address, language, handling, media_type, sha256, "
                        "supersedes_id, length FROM source WHERE id = ?");
    statement.bind(id);
    if (!statement.step())
        return std::nullopt;
    Source row;
    statement.read(row.id, row.externalId, row.title, row.outlet, row.author, row.published,
                   row.updated, row.retrieved, row.address, row.language, row.handling,
                   row.mediaType, row.sha256, row.supersedes, row.length);
    return row;
}

SourceId SourceStore::findExternal(std::string_view externalId) const
{
    if (externalId.empty())
        return {};
    return firstIdFrom<SourceId>(m_database,
                                 "SELECT id FROM source WHERE external_id = ? "
                                 "AND external_id <> '' ORDER BY id",
                                 externalId);
}

SourceId SourceStore::findSha256(std::string_view sha256) const
{
    return firstIdFrom<SourceId>(m_database, "SELECT id FROM source WHERE sha256 = ? ORDER BY id",
                                 sha256);
}

std::vector<SourceId> SourceStore::all() const
{
    return idsFrom<SourceId>(m_database, "SELECT id FROM source ORDER BY id");
}

std::vector<SourceId> SourceStore::ofOutlet(ActorId outlet) const
{
    return idsFrom<SourceId>(m_database, "SELECT id FROM source WHERE outlet_id = ? ORDER BY id",
                             outlet);
}

std::vector<SourceId> SourceStore::superseding(SourceId source) const
{
    return idsFrom<SourceId>(m_database,
                             "SELECT id FROM source WHERE supersedes_id = ? ORDER BY id", source);
}

std::string SourceStore::text(SourceId id) const
{
    Statement statement(m_database, "SELECT text FROM document WHERE source_id = ?");
    statement.bind(id);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::string SourceStore::bytes(SourceId id) const
{
    Statement statement(m_database, "SELECT bytes FROM document WHERE source_id = ?");
    statement.bind(id);
    return statement.step() ? std::string(statement.blob(0)) : std::string();
}

SourceId SourceStore::add(const Source &source, std::string_view text, std::string_view bytes)
{
    change(m_database,
           "INSERT INTO source(id, external_id, title, outlet_id, author, published, updated, "
           "retrieved, address, language, handling, media_type, sha256, supersedes_id, length) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
           source.id, source.externalId, source.title, source.outlet, source.author,
           source.published.text(), source.updated.text(), source.retrieved.text(), source.address,
           source.language, source.handling, source.mediaType, source.sha256, source.supersedes,
           source.length);
    const SourceId id = idAfterPut(m_database, source.id);
    change(m_database, "INSERT INTO document(source_id, bytes, text) VALUES (?, ?, ?)", id,
           Blob{bytes}, text);
    return id;
}

void SourceStore::put(const Source &source)
{
    change(m_database,
           "UPDATE source SET external_id = ?, title = ?, outlet_id = ?, author = ?, "
           "published = ?, updated = ?, retrieved = ?, address = ?, language = ?, handling = ?, "
           "media_type = ?, supersedes_id = ? WHERE id = ?",
           source.externalId, source.title, source.outlet, source.author, source.published.text(),
           source.updated.text(), source.retrieved.text(), source.address, source.language,
           source.handling, source.mediaType, source.supersedes, source.id);
}

void SourceStore::remove(SourceId id)
{
    change(m_database, "DELETE FROM document WHERE source_id = ?", id);
    change(m_database, "DELETE FROM source WHERE id = ?", id);
}

}  // namespace dateline
