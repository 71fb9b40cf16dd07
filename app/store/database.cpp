// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include <cctype>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "app/store/database_private.h"

namespace dateline {

namespace {

constexpr int kBusyTimeoutMs = 3'000;
// Every connection has one thread at a time (checked): SQLite need not lock it for each value.
constexpr int kReadWrite = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
constexpr int kReadOnly = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;

// SQLite counts what it allocates, for all connections together and behind one lock, on which two
// threads that search or read wait for each other. Nobody asks for the count.
void countNoMemory()
{
    [[maybe_unused]] static const int before = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

bool isWritable(const std::filesystem::path &path)
{
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

std::filesystem::path folderOf(const std::filesystem::path &path)
{
    const std::filesystem::path folder = path.parent_path();
    return folder.empty() ? std::filesystem::path(".") : folder;
}

bool hasRollbackJournal(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path.string() + "-journal", ignored);
}

bool hasJournal(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path.string() + "-wal", ignored) || hasRollbackJournal(path);
}

// "file:" and the path with all that a URI could take for its own syntax written as %XX.
std::string immutableUri(const std::filesystem::path &path)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '.' || c == '-' ||
            c == '_') {
            uri += c;
        } else {
            char escaped[4];
            std::snprintf(escaped, sizeof escaped, "%%%02X",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            uri += escaped;
        }
    }
    return uri + "?immutable=1";
}

// A connection that only reads is opened for writing where that is possible, and told not to write:
// so the last one to leave takes the write-ahead log into the file and removes it. A file without a
// journal that nobody can be writing is read as immutable, which needs no other file beside it. One
// that somebody left while writing to it must be brought back to what it was before all else.
SQLite::Database openConnection(const std::filesystem::path &path, Database::Mode mode)
{
    countNoMemory();
    if (mode == Database::Mode::Scratch)
        return {std::string(), kReadWrite | SQLite::OPEN_CREATE, kBusyTimeoutMs};
    const std::string name = std::filesystem::absolute(path).string();
    switch (mode) {
    case Database::Mode::Create:
        return {name, kReadWrite | SQLite::OPEN_CREATE, kBusyTimeoutMs};
    case Database::Mode::Write:
        return {name, kReadWrite, kBusyTimeoutMs};
    case Database::Mode::Read:
    case Database::Mode::Probe:
    case Database::Mode::Scratch:
        break;
    }
    const bool isFolderWritable = isWritable(folderOf(path));
    if ((mode == Database::Mode::Read || hasRollbackJournal(path)) && isFolderWritable &&
        isWritable(path))
        return {name, kReadWrite, kBusyTimeoutMs};
    if ((mode == Database::Mode::Probe || !isFolderWritable) && !hasJournal(path))
        return {immutableUri(path), kReadOnly | SQLite::OPEN_URI, kBusyTimeoutMs};
    return {name, kReadOnly, kBusyTimeoutMs};
}

}  // namespace

ErrorCode errorCodeFor(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
        return ErrorCode::NotReadable;
    case SQLITE_IOERR_CORRUPTFS:
        return ErrorCode::DamagedFile;
    default:
        break;
    }
    switch (extendedCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::InUse;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::DamagedFile;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::NotReadable;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_TOOBIG:
        return ErrorCode::NotWritable;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Refused;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal;
    }
}

void throwError(sqlite3 *connection)
{
    const int code = sqlite3_extended_errcode(connection);
    throw StoreError(errorCodeFor(code), std::string(sqlite3_errmsg(connection)) + " (SQLite " +
                                             std::to_string(code) + ")");
}

Database::Private::Private(const std::filesystem::path &path, Mode mode)
    : connection(openConnection(path, mode))
{
}

Database::Private::~Private()
{
    for (auto &[sql, cached] : statements)
        sqlite3_finalize(cached.statement);
}

Database::Database(const std::filesystem::path &path, Mode mode)
{
    try {
        d = std::make_unique<Private>(path, mode);
    } catch (const SQLite::Exception &exception) {
        throw StoreError(errorCodeFor(exception.getExtendedErrorCode() > 0
                                          ? exception.getExtendedErrorCode()
                                          : exception.getErrorCode()),
                         exception.what());
    }
    sqlite3_extended_result_codes(d->handle(), 1);
    sqlite3_db_config(d->handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    execute("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
            "PRAGMA mmap_size = 0; PRAGMA synchronous = FULL");
    if (mode == Mode::Read || mode == Mode::Probe)
        execute("PRAGMA query_only = ON");
    // A large edit writes to many pages at once, those of every index among them; with the 2 MiB
    // that SQLite takes by itself most of the time goes into writing and reading them again. What
    // is kept counts as memory of the window: imports ask for more while they run.
    if (mode == Mode::Write || mode == Mode::Create)
        execute("PRAGMA cache_size = -32768");
    if (mode == Mode::Scratch)
        execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768");
    if (mode == Mode::Write)
        execute("PRAGMA journal_mode = WAL");
}

Database::~Database() = default;

void Database::execute(const char *sql)
{
    d->checkThread();
    if (sqlite3_exec(d->handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throwError(d->handle());
}

std::int64_t Database::integer(std::string_view sql)
{
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql)
{
    Statement statement(*this, sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(d->handle());
}

int Database::changes() const
{
    return sqlite3_changes(d->handle());
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(d->handle()) == 0;
}

void Database::adoptByThisThread()
{
    d->owner = std::this_thread::get_id();
}

void Database::setInterruption(std::function<bool()> isToStop)
{
    constexpr int kStepsBetweenLooks = 20'000;  // of SQLite's virtual machine: about a millisecond
    d->checkThread();
    d->isToStop = std::move(isToStop);
    const auto ask = [](void *inside) {
        return static_cast<Private *>(inside)->isToStop() ? 1 : 0;
    };
    sqlite3_progress_handler(d->handle(), d->isToStop ? kStepsBetweenLooks : 0,
                             d->isToStop ? +ask : nullptr, d.get());
}

std::int64_t Database::rowsRead() const
{
    return d->rowsRead;
}

sqlite3 *Database::connection() const
{
    d->checkThread();
    return d->handle();
}

Transaction::Transaction(Database &database, Kind kind) : m_database(database)
{
    database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (a full disk); a second ROLLBACK has nothing to do.
    if (!m_isOpen || !m_database.isInTransaction())
        return;
    try {
        m_database.execute("ROLLBACK");
    } catch (const StoreError &) {
        // The connection is broken; what is not committed is not in the file.
    }
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_isOpen = false;
}

}  // namespace dateline
