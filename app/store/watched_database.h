// SPDX-License-Identifier: GPL-3.0-or-later
// While it lives, statements of the connection tell long work how far they are, and end as
// Cancelled where it is to stop, whatever store they belong to. Without work it does nothing. On
// the thread of the connection; the work's functions are called on it.
#pragma once

#include "app/base/long_work.h"
#include "app/store/database.h"

namespace dateline {

class WatchedDatabase {
public:
    // RowsRead: each row that a statement reads advances the work. Nothing: whoever works counts.
    enum class Counts { Nothing, RowsRead };
    WatchedDatabase(Database &database, LongWork *work, Counts counts = Counts::Nothing)
        : m_database(database), m_isWatched(work != nullptr)
    {
        if (work == nullptr)
            return;
        const std::int64_t before = database.rowsRead();
        database.setInterruption([&database, work, counts, before] {
            return counts == Counts::RowsRead ? !work->reach(database.rowsRead() - before)
                                              : !work->look();
        });
    }
    ~WatchedDatabase()
    {
        if (m_isWatched)
            m_database.setInterruption({});
    }
    WatchedDatabase(const WatchedDatabase &) = delete;
    WatchedDatabase &operator=(const WatchedDatabase &) = delete;

private:
    Database &m_database;
    bool m_isWatched;
};

}  // namespace dateline
