// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of the stores that give nothing but ids. For the .cpp files of app/store. Throw
// StoreError.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/store/database.h"

namespace dateline {

// Ids in the order of the query, whose one column they are.
template <typename IdType, typename... Values>
std::vector<IdType> idsFrom(Database &database, std::string_view sql, const Values &...values)
{
    std::vector<IdType> ids;
    Statement statement(database, sql);
    if constexpr (sizeof...(values) != 0)
        statement.bind(values...);
    while (statement.step())
        ids.push_back({statement.integer(0)});
    return ids;
}

// The first of them, none where there is none.
template <typename IdType, typename... Values>
IdType firstIdFrom(Database &database, std::string_view sql, const Values &...values)
{
    Statement statement(database, sql);
    statement.bind(values...);
    return statement.step() ? IdType{statement.integer(0)} : IdType{};
}

// Whole rows in the order of the query; read is a function (const Statement &, RowType &).
template <typename RowType, typename Read, typename... Values>
std::vector<RowType> rowsFrom(Database &database, std::string_view sql, const Read &read,
                              const Values &...values)
{
    std::vector<RowType> rows;
    Statement statement(database, sql);
    statement.bind(values...);
    while (statement.step())
        read(statement, rows.emplace_back());
    return rows;
}

template <typename RowType, typename Read, typename... Values>
std::optional<RowType> firstRowFrom(Database &database, std::string_view sql, const Read &read,
                                    const Values &...values)
{
    Statement statement(database, sql);
    statement.bind(values...);
    if (!statement.step())
        return std::nullopt;
    RowType row;
    read(statement, row);
    return row;
}

// Runs a statement that gives no rows.
template <typename... Values>
void change(Database &database, std::string_view sql, const Values &...values)
{
    Statement statement(database, sql);
    statement.bind(values...);
    statement.run();
}

// The id that a put ended with: the one it was given, or the new one.
template <typename IdType>
IdType idAfterPut(const Database &database, IdType given)
{
    return given.isNull() ? IdType{database.lastInsertId()} : given;
}

}  // namespace dateline
