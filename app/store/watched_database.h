// SPDX-License-Identifier: GPL-3.0-or-later
// While it lives, statements of the connection tell long work how far they are, and end as
// Cancelled where it is to stop, whatever store they belong to. Without work it does nothing. On
// the thread of the connection; the work's functions are called on it.
#pragma once

#include <cstdint>
#include <optional>

#include "app/base/long_work.h"
#include "app/store/interruption.h"

namespace dateline {

class WatchedDatabase {
public:
    // RowsRead: each row that a statement reads advances the work. Nothing: whoever works counts.
    enum class Counts { Nothing, RowsRead };
    WatchedDatabase(Database &database, LongWork *work, Counts counts = Counts::Nothing)
    {
        if (work == nullptr)
            return;
        const std::int64_t before = database.rowsRead();
        m_interruption.emplace(database, [&database, work, counts, before] {
            return counts == Counts::RowsRead ? !work->reach(database.rowsRead() - before)
                                              : !work->look();
        });
    }

private:
    std::optional<Interruption> m_interruption;
};

}  // namespace dateline
