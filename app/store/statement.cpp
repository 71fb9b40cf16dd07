// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "app/store/database.h"
#include "app/store/database_private.h"

namespace dateline {

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

Statement &Statement::copyRow(const Statement &row, int columns)
{
    for (int column = 0; column < columns; ++column) {
        if (sqlite3_bind_value(m_statement, column + 1,
                               sqlite3_column_value(row.m_statement, column)) != SQLITE_OK)
            throwError(m_database.d->handle());
    }
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        ++m_database.d->rowsRead;
        return true;
    }
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

}  // namespace dateline
