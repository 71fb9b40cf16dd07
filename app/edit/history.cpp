// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit/history.h"

#include <algorithm>

#include "app/store/database.h"

namespace dateline {

namespace {

HistoryEntry entryOf(const Statement &row)
{
    HistoryEntry entry;
    row.read(entry.id, entry.name, entry.author, entry.madeAt, entry.isUndone);
    return entry;
}

std::vector<std::int64_t> idsOf(Statement &rows)
{
    std::vector<std::int64_t> ids;
    while (rows.step())
        ids.push_back(rows.integer(0));
    return ids;
}

}  // namespace

History::History(Database &database, std::int64_t capacityBytes)
    : m_database(database), m_capacity(capacityBytes)
{
    reload();
}

void History::reload()
{
    m_bytes = m_database.integer("SELECT total(length(changeset)) FROM history");
    m_undo = first("SELECT id, name, author, made_at, is_undone FROM history "
                   "WHERE is_undone = 0 ORDER BY id DESC LIMIT 1");
    // Undone entries are always the newest ones, so the first behind the last that is done is the
    // next to redo. To ask each row for is_undone would be to read past its changeset, which for an
    // import is hundreds of megabytes.
    Statement next(m_database, "SELECT id, name, author, made_at, is_undone FROM history "
                               "WHERE id > ? ORDER BY id LIMIT 1");
    m_redo = next.bind(m_undo.id).step() ? entryOf(next) : HistoryEntry();
}

void History::append(std::string_view name, std::string_view author, std::string_view madeAt,
                     std::string_view changeset, std::span<const RowRange> ranges)
{
    Statement forget(m_database,
                     "DELETE FROM history WHERE is_undone = 1 RETURNING length(changeset)");
    while (forget.step())
        m_bytes -= forget.integer(0);
    forget.reset();

    const auto size = static_cast<std::int64_t>(changeset.size());
    if (size > m_capacity) {
        m_database.execute("DELETE FROM history");
        forgetRowsOfNobody();
        return reload();
    }
    Statement(m_database, "INSERT INTO history(name, author, made_at, changeset) "
                          "VALUES (?, ?, ?, ?)")
        .bind(name, author, madeAt, Blob{changeset})
        .run();
    m_bytes += size;
    m_undo = {m_database.lastInsertId(), std::string(name), std::string(author),
              std::string(madeAt), false};
    m_redo = {};
    Statement note(m_database, "INSERT INTO history_range(history_id, position, name, first_id, "
                               "last_id) VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        note.bind(m_undo.id, i, recordedTables()[static_cast<std::size_t>(ranges[i].table)],
                  ranges[i].first, ranges[i].last)
            .run();
    }
    while (m_bytes > m_capacity) {
        Statement drop(m_database, "DELETE FROM history WHERE id = (SELECT min(id) FROM history) "
                                   "RETURNING length(changeset)");
        if (!drop.step())
            break;
        m_bytes -= drop.integer(0);
        drop.run();
    }
    forgetRowsOfNobody();
}

void History::forgetRowsOfNobody()
{
    Statement(m_database, "DELETE FROM history_range WHERE NOT EXISTS "
                          "(SELECT 1 FROM history WHERE id = history_id)")
        .run();
    Statement(m_database, "DELETE FROM history_rows WHERE NOT EXISTS "
                          "(SELECT 1 FROM history WHERE id = history_id)")
        .run();
}

void History::setUndone(std::span<const std::int64_t> ids, bool isUndone)
{
    Statement mark(m_database, "UPDATE history SET is_undone = ? WHERE id = ?");
    for (const std::int64_t id : ids)
        mark.bind(isUndone, id).run();
    reload();
}

std::string History::changeset(std::int64_t id) const
{
    Statement row(m_database, "SELECT changeset FROM history WHERE id = ?");
    return row.bind(id).step() ? std::string(row.blob(0)) : std::string();
}

std::vector<RowRange> History::ranges(std::int64_t id) const
{
    std::vector<RowRange> ranges;
    Statement row(m_database, "SELECT name, first_id, last_id FROM history_range "
                              "WHERE history_id = ? ORDER BY position");
    row.bind(id);
    while (row.step()) {
        const auto &tables = recordedTables();
        const auto table = std::find(tables.begin(), tables.end(), row.text(0));
        if (table == tables.end() || row.integer(1) > row.integer(2))
            throw StoreError(ErrorCode::DamagedFile, "a range of rows in the history is damaged");
        ranges.push_back(
            {static_cast<RecordedTable>(table - tables.begin()), row.integer(1), row.integer(2)});
    }
    return ranges;
}

void History::keepRows(std::int64_t id, std::int64_t place, std::string_view changeset)
{
    Statement(m_database,
              "INSERT INTO history_rows(history_id, position, changeset) VALUES (?, ?, ?)")
        .bind(id, place, Blob{changeset})
        .run();
}

void History::forEachOfKeptRows(std::int64_t id,
                                const std::function<void(std::string_view)> &visit) const
{
    Statement row(m_database,
                  "SELECT changeset FROM history_rows WHERE history_id = ? ORDER BY position");
    row.bind(id);
    while (row.step())
        visit(row.blob(0));
}

void History::forgetKeptRows(std::int64_t id)
{
    Statement(m_database, "DELETE FROM history_rows WHERE history_id = ?").bind(id).run();
}

bool History::contains(std::int64_t id) const
{
    return Statement(m_database, "SELECT 1 FROM history WHERE id = ?").bind(id).step();
}

std::vector<std::int64_t> History::doneAfter(std::int64_t id) const
{
    Statement rows(m_database,
                   "SELECT id FROM history WHERE is_undone = 0 AND id > ? ORDER BY id DESC");
    return idsOf(rows.bind(id));
}

std::vector<std::int64_t> History::undoneUpTo(std::int64_t id) const
{
    Statement rows(m_database,
                   "SELECT id FROM history WHERE is_undone = 1 AND id <= ? ORDER BY id");
    return idsOf(rows.bind(id));
}

std::vector<HistoryEntry> History::entries(int limit) const
{
    std::vector<HistoryEntry> entries;
    Statement row(m_database, "SELECT id, name, author, made_at, is_undone FROM history "
                              "ORDER BY id DESC LIMIT ?");
    row.bind(limit);
    while (row.step())
        entries.push_back(entryOf(row));
    return entries;
}

HistoryEntry History::first(std::string_view sql) const
{
    Statement row(m_database, sql);
    return row.step() ? entryOf(row) : HistoryEntry();
}

}  // namespace dateline
