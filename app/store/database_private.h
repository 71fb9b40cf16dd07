// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of Database, for database.cpp, statement.cpp and recorder.cpp alone.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>

#include <SQLiteCpp/Database.h>

#include "app/base/check.h"
#include "app/store/database.h"

namespace dateline {

// What an extended result code of SQLite means to whoever is told; Internal for all others.
ErrorCode errorCodeFor(int extendedCode);
// The connection's last failure as a StoreError.
[[noreturn]] void throwError(sqlite3 *connection);

struct CachedStatement {
    sqlite3_stmt *statement = nullptr;
    bool isInUse = false;
};

struct SqlHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view sql) const noexcept
    {
        return std::hash<std::string_view>{}(sql);
    }
};

// Statements are made with SQLite's own functions: SQLiteCpp's Column copies a shared pointer per
// value, which the bulk reader would pay for thirteen million times.
struct Database::Private {
    Private(const std::filesystem::path &path, Mode mode);
    ~Private();
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    sqlite3 *handle() const { return connection.getHandle(); }
    void checkThread() const { DL_CHECK(owner == std::this_thread::get_id()); }

    SQLite::Database connection;
    std::unordered_map<std::string, CachedStatement, SqlHash, std::equal_to<>> statements;
    std::thread::id owner = std::this_thread::get_id();
    std::function<bool()> isToStop;
    std::int64_t rowsRead = 0;
};

}  // namespace dateline
