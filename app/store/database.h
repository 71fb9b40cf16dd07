// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a project file with our pragmas, and statements on it that are prepared once.
//
//     Statement statement(database, "SELECT id, title, body_id FROM role WHERE actor_id = ?");
//     statement.bind(actor);
//     while (statement.step())
//         statement.read(role.id, role.title, role.body);
//
// Everything throws StoreError. A connection belongs to the thread that made it (checked) until
// another one adopts it. Nothing here decides what is written or when a transaction begins.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "app/base/strong_id.h"
#include "app/model/edtf.h"
#include "app/store/store_error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace dateline {

class Database {
public:
    enum class Mode {
        Create,   // makes the file where there is none
        Write,    // write-ahead log, full synchronisation
        Read,     // sees what a writer commits; works on read-only media too
        Probe,    // for a look before it is known what the file is: writes nothing, ever
        Scratch,  // a nameless file for work in between; gone with the connection; no path
    };

    Database(const std::filesystem::path &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // One or several statements without parameters and rows.
    void execute(const char *sql);
    // The first column of the first row; 0 or "" where there is none.
    std::int64_t integer(std::string_view sql);
    std::string text(std::string_view sql);

    std::int64_t lastInsertId() const;
    int changes() const;  // rows touched by the last INSERT, UPDATE or DELETE
    bool isInTransaction() const;
    void adoptByThisThread();  // from now on this thread is the owner
    // Asked every few milliseconds of a long statement; where it says true, the statement ends with
    // a StoreError (Cancelled). An empty function asks no more.
    void setInterruption(std::function<bool()> isToStop);
    std::int64_t rowsRead() const;  // by all statements so far: how far long reading is

    // For column_cache.cpp, file_copy.cpp, recorder.cpp and text_index_builder.cpp, and only there.
    sqlite3 *connection() const;

private:
    friend class Statement;
    struct Private;
    std::unique_ptr<Private> d;
};

// Bound as a BLOB; plain texts are bound as TEXT. The bytes must live until the next bind.
struct Blob {
    std::string_view bytes;
};

// A borrowed prepared statement; given back clean when it goes out of scope. The same SQL may be in
// use twice at a time. Texts that are bound or read are not copied: what is bound must live until
// the last step, what is read is valid until the next one.
class Statement {
public:
    Statement(Database &database, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // All parameters from the first, in order. An id that is none, an empty optional and a distant
    // instant become NULL. DateBounds take four parameters, in the order of the columns of the
    // schema; an Edtf takes five: its text, then its bounds. ? must not be mixed with ?NNN.
    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        int position = 1;
        (put(position, values), ...);
        return *this;
    }

    // The first columns of the row that another statement, of any connection, is at.
    Statement &copyRow(const Statement &row, int columns);

    bool step();   // true: there is a row to read
    void run();    // steps to the end, rows are thrown away
    void reset();  // to bind and step again; keeps what is bound

    // Columns from 0. NULL reads as 0 and "".
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    Edtf edtf(int column) const;  // undated where the text is no date; reads the text alone
    DateBounds bounds(int firstColumn) const;  // of four columns; "../.." reads as undated

    // All columns from the first, in order: the reverse of bind, but for Edtf, which takes ONE
    // column here (its text says everything), and for Blob, which reads into a std::string.
    template <typename... Values>
    void read(Values &...values) const
    {
        int column = 0;
        (get(column, values), ...);
    }

private:
    void putNull(int &position);
    void putInteger(int &position, std::int64_t value);
    void put(int &position, double value);
    void put(int &position, std::string_view value);
    void put(int &position, const std::string &value) { put(position, std::string_view(value)); }
    void put(int &position, const char *value) { put(position, std::string_view(value)); }
    void put(int &position, Blob value);
    void put(int &position, const DateBounds &value);
    void put(int &position, const Edtf &value);
    template <typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void put(int &position, T value) { putInteger(position, static_cast<std::int64_t>(value)); }
    template <typename Tag>
    void put(int &position, Id<Tag> value)
    {
        value.isNull() ? putNull(position) : putInteger(position, value.value);
    }
    template <typename T>
    void put(int &position, const std::optional<T> &value)
    {
        value ? put(position, *value) : putNull(position);
    }

    void get(int &column, double &value) const { value = real(column++); }
    void get(int &column, std::string &value) const { value.assign(text(column++)); }
    void get(int &column, Edtf &value) const { value = edtf(column++); }
    void get(int &column, std::optional<double> &value) const
    {
        value = isNull(column) ? std::nullopt : std::optional(real(column));
        ++column;
    }
    void get(int &column, DateBounds &value) const
    {
        value = bounds(column);
        column += 4;
    }
    template <typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void get(int &column, T &value) const { value = static_cast<T>(integer(column++)); }
    template <typename Tag>
    void get(int &column, Id<Tag> &value) const
    {
        value.value = integer(column++);
    }

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    void *m_slot = nullptr;  // where it is kept; null: it was made for this one use
};

// BEGIN IMMEDIATE (or a read transaction) that rolls back unless it is committed.
class Transaction {
public:
    enum class Kind { Write, Read };
    explicit Transaction(Database &database, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    void commit();

private:
    Database &m_database;
    bool m_isOpen = true;
};

}  // namespace dateline
