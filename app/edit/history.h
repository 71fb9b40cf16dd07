// SPDX-License-Identifier: GPL-3.0-or-later
// The history table: edits in their order with their changesets, and how far they are undone. The
// undone ones are always the newest; a new edit forgets them. Capped in bytes, oldest first: what
// an import added counts nothing, as it is told by runs of ids, and while it is undone its rows
// stand here in place of where they stood before. Works inside the caller's transaction, after
// whose rollback reload() must be called. Throws StoreError.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/history_entry.h"
#include "app/store/row_ranges.h"

namespace dateline {

class Database;

class History {
public:
    static constexpr std::int64_t kCapacityBytes = 256ll * 1024 * 1024;

    explicit History(Database &database, std::int64_t capacityBytes = kCapacityBytes);
    void reload();

    // An edit larger than the capacity empties the history: what lies before it could not be
    // undone either.
    void append(std::string_view name, std::string_view author, std::string_view madeAt,
                std::string_view changeset, std::span<const RowRange> ranges = {});
    void setUndone(std::span<const std::int64_t> ids, bool isUndone);

    // The next to undo and to redo; id 0 where there is none. From memory.
    const HistoryEntry &nextUndo() const { return m_undo; }
    const HistoryEntry &nextRedo() const { return m_redo; }

    std::string changeset(std::int64_t id) const;
    // The rows that the edit added before what its changeset tells; empty but for large imports.
    std::vector<RowRange> ranges(std::int64_t id) const;
    // Of an entry that is undone: what adds these rows again.
    void keepRows(std::int64_t id, std::int64_t place, std::string_view changeset);
    void forEachOfKeptRows(std::int64_t id,
                           const std::function<void(std::string_view changeset)> &visit) const;
    void forgetKeptRows(std::int64_t id);

    bool contains(std::int64_t id) const;
    std::vector<std::int64_t> doneAfter(std::int64_t id) const;   // newest first
    std::vector<std::int64_t> undoneUpTo(std::int64_t id) const;  // oldest first
    std::vector<HistoryEntry> entries(int limit) const;           // newest first

private:
    void forgetRowsOfNobody();
    HistoryEntry first(std::string_view sql) const;

    Database &m_database;
    std::int64_t m_capacity = kCapacityBytes;
    std::int64_t m_bytes = 0;
    HistoryEntry m_undo;
    HistoryEntry m_redo;
};

}  // namespace dateline
