// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one kind as a table or as JSON, for other programs: all of them, or those that a filter
// shows. CSV has the columns of the project's own tables (docs/tables.md), so that it can be read
// back; JSON says more, with names beside ids and bounds beside dates. The same rows give the same
// bytes. On the session's thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/edit/session.h"
#include "app/exchange/own_tables_writer.h"

namespace dateline {

enum class RowsOf { Events, Actors, Relations, Sources, Annotations };
std::string_view nameOf(RowsOf rows);  // "events", "actors" ...
std::optional<RowsOf> rowsNamed(std::string_view name);

std::string rowsAsCsv(const Session &session, RowsOf rows, const RowSelection &selection);
// One array of objects, indented.
std::string rowsAsJson(const Session &session, RowsOf rows, const RowSelection &selection);

}  // namespace dateline
