// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include <cctype>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <thread>
#include <unistd.h>
#include <unordered_map>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include "app/base/check.h"

namespace dateline {

namespace {

constexpr int kBusyTimeoutMs = 3'000;
// Every connection has one thread at a time (checked): SQLite need not lock it for each value.
constexpr int kReadWrite = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
constexpr int kReadOnly = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;

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
    default:
        return ErrorCode::Internal;
    }
}

[[noreturn]] void throwError(sqlite3 *connection)
{
    const int code = sqlite3_extended_errcode(connection);
    throw StoreError(errorCodeFor(code), std::string(sqlite3_errmsg(connection)) + " (SQLite " +
                                             std::to_string(code) + ")");
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

bool hasJournal(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path.string() + "-wal", ignored) ||
           std::filesystem::exists(path.string() + "-journal", ignored);
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
// journal that nobody can be writing is read as immutable, which needs no other file beside it.
SQLite::Database openConnection(const std::filesystem::path &path, Database::Mode mode)
{
    const std::string name = std::filesystem::absolute(path).string();
    switch (mode) {
    case Database::Mode::Create:
        return {name, kReadWrite | SQLite::OPEN_CREATE, kBusyTimeoutMs};
    case Database::Mode::Write:
        return {name, kReadWrite, kBusyTimeoutMs};
    case Database::Mode::Read:
    case Database::Mode::Probe:
        break;
    }
    const bool isFolderWritable = isWritable(folderOf(path));
    if (mode == Database::Mode::Read && isFolderWritable && isWritable(path))
        return {name, kReadWrite, kBusyTimeoutMs};
    if ((mode == Database::Mode::Probe || !isFolderWritable) && !hasJournal(path))
        return {immutableUri(path), kReadOnly | SQLite::OPEN_URI, kBusyTimeoutMs};
    return {name, kReadOnly, kBusyTimeoutMs};
}

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

}  // namespace

// Statements are made with SQLite's own functions: SQLiteCpp's Column copies a shared pointer per
// value, which the bulk reader would pay for thirteen million times.
struct Database::Private {
    Private(const std::filesystem::path &path, Mode mode) : connection(openConnection(path, mode))
    {
    }
    ~Private()
    {
        for (auto &[sql, cached] : statements)
            sqlite3_finalize(cached.statement);
    }
    sqlite3 *handle() const { return connection.getHandle(); }
    void checkThread() const { DL_CHECK(owner == std::this_thread::get_id()); }

    SQLite::Database connection;
    std::unordered_map<std::string, CachedStatement, SqlHash, std::equal_to<>> statements;
    std::thread::id owner = std::this_thread::get_id();
};

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

sqlite3 *Database::connection() const
{
    d->checkThread();
    return d->handle();
}

Statement::Statement(Database &database, std::string_view sql) : m_database(database)
{
    database.d->checkThread();
    auto &statements = database.d->statements;
    const auto found = statements.find(sql);
    if (found != statements.end() && !found->second.isInUse) {
        found->second.isInUse = true;
        m_statement = found->second.statement;
        m_slot = &found->second;
        return;
    }
    sqlite3 *connection = database.d->handle();
    if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK) {
        throwError(connection);
    }
    DL_CHECK(m_statement != nullptr);
    if (found == statements.end())
        m_slot = &(statements[std::string(sql)] = {m_statement, true});
}

Statement::~Statement()
{
    if (m_slot == nullptr) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    static_cast<CachedStatement *>(m_slot)->isInUse = false;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throwError(m_database.d->handle());
    return false;
}

void Statement::run()
{
    while (step()) {
    }
    sqlite3_reset(m_statement);
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::string_view Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    if (bytes == nullptr)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

Edtf Statement::edtf(int column) const
{
    return Edtf::parse(text(column)).value_or(Edtf());
}

DateBounds Statement::bounds(int firstColumn) const
{
    const auto read = [&](int offset, Instant distant) {
        const int column = firstColumn + offset;
        return isNull(column) ? distant : Instant{integer(column)};
    };
    const bool isBegun = !isNull(firstColumn) || !isNull(firstColumn + 1);
    const bool isEnded = !isNull(firstColumn + 2) || !isNull(firstColumn + 3);
    // Where one side is known, the other, when it is open, lies beyond all time; where neither is,
    // nothing is known.
    const Instant past = Instant::distantPast();
    const Instant future = Instant::distantFuture();
    return {read(0, past), read(1, !isBegun && isEnded ? past : future),
            read(2, !isEnded && isBegun ? future : past), read(3, future)};
}

void Statement::putNull(int &position)
{
    if (sqlite3_bind_null(m_statement, position++) != SQLITE_OK)
        throwError(m_database.d->handle());
}

void Statement::putInteger(int &position, std::int64_t value)
{
    if (sqlite3_bind_int64(m_statement, position++, value) != SQLITE_OK)
        throwError(m_database.d->handle());
}

void Statement::put(int &position, double value)
{
    if (sqlite3_bind_double(m_statement, position++, value) != SQLITE_OK)
        throwError(m_database.d->handle());
}

void Statement::put(int &position, std::string_view value)
{
    // A null pointer would bind NULL; the columns say NOT NULL.
    const char *bytes = value.data() == nullptr ? "" : value.data();
    if (sqlite3_bind_text64(m_statement, position++, bytes, value.size(), SQLITE_STATIC,
                            SQLITE_UTF8) != SQLITE_OK) {
        throwError(m_database.d->handle());
    }
}

void Statement::put(int &position, Blob value)
{
    const char *bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
    if (sqlite3_bind_blob64(m_statement, position++, bytes, value.bytes.size(), SQLITE_STATIC) !=
        SQLITE_OK) {
        throwError(m_database.d->handle());
    }
}

void Statement::put(int &position, const DateBounds &value)
{
    for (const Instant instant :
         {value.earliestBegin, value.latestBegin, value.earliestEnd, value.latestEnd}) {
        instant.isDistant() ? putNull(position) : putInteger(position, instant.seconds);
    }
}

void Statement::put(int &position, const Edtf &value)
{
    put(position, std::string_view(value.text()));
    put(position, value.when().bounds);
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
