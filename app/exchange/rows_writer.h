// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one kind as a table or as JSON, for other programs: all of them, or those that a filter
// shows. CSV has the columns of the project's own tables (docs/tables.md), so that it can be read
// back; JSON says more, with names beside ids and bounds beside dates. The same rows give the same
// bytes. On the session's thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "app/edit/session.h"
#include "app/exchange/own_tables_writer.h"

namespace dateline {

enum class RowsOf { Events, Actors, Relations, Sources, Annotations };
std::string_view nameOf(RowsOf rows);  // "events", "actors" ...
std::optional<RowsOf> rowsNamed(std::string_view name);

// Where there is work, what is stopped ends as a StoreError (Cancelled).
std::string rowsAsCsv(const ExportedProject &project, RowsOf rows, const RowSelection &selection,
                      LongWork *work = nullptr);
// One array of objects, indented.
std::string rowsAsJson(const ExportedProject &project, RowsOf rows, const RowSelection &selection,
                       LongWork *work = nullptr);

enum class RowsFormat { Csv, Json };
// Into a file: all of it, or, where it fails or is stopped (Cancelled), nothing.
Result<void> writeRows(const ExportedProject &project, RowsOf rows, RowsFormat format,
                       const RowSelection &selection, const std::filesystem::path &path,
                       LongWork *work = nullptr);

}  // namespace dateline
