// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the project's own tables (docs/tables.md): a folder with any of them, or single files that
// have their names. Syntax and single rows are checked here; nothing is written. One thread.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/project_tables.h"
#include "app/exchange/refusal.h"
#include "app/exchange/table_file.h"

namespace dateline {

bool isOwnTablesFolder(const std::filesystem::path &path);  // holds at least one of them
bool isOwnTableFile(const std::filesystem::path &path);     // has the name of one of them

// Called with the tables whenever some thousand rows more are in them, and at the end of each file;
// may move the rows away, but leaves the names of files. Says whether more is wanted.
using TakeRows = std::function<bool(ProjectTables &tables)>;

// Appends to the tables and the refusals; of each file all, or the first part alone. An Error only
// where a file cannot be read, or the folder holds no table at all.
Result<void> readOwnTables(const std::filesystem::path &folderOrFile, ProjectTables &tables,
                           std::vector<Refusal> &refused, const TakeRows &take = {},
                           const std::optional<FirstPart> &first = {});

// The files that the inputs mean, those of a table after those that it refers to. An input that is
// none, or a folder without any, is left where it is: reading it says why.
std::vector<std::filesystem::path> ownTableFiles(const std::vector<std::filesystem::path> &inputs);

}  // namespace dateline
