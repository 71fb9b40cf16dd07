// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the project's own tables (docs/tables.md): a folder with any of them, or single files that
// have their names. Syntax and single rows are checked here; nothing is written. One thread.
#pragma once

#include <filesystem>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/project_tables.h"
#include "app/exchange/refusal.h"

namespace dateline {

bool isOwnTablesFolder(const std::filesystem::path &path);  // holds at least one of them
bool isOwnTableFile(const std::filesystem::path &path);     // has the name of one of them

// Appends to the tables and the refusals. An Error only where a file cannot be read, or the folder
// holds no table at all.
Result<void> readOwnTables(const std::filesystem::path &folderOrFile, ProjectTables &tables,
                           std::vector<Refusal> &refused);

}  // namespace dateline
