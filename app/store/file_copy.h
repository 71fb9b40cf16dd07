// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of an open file, whole even while it is written to.
#pragma once

#include <filesystem>

#include "app/base/error.h"

namespace dateline {

class Database;

// The target appears when the copy is complete and on the disk, or not at all. It must not exist
// (NotWritable).
Result<void> copyDatabase(Database &database, const std::filesystem::path &target);

// Page by page into a scratch database, which holds nothing else then. Throws StoreError.
void copyPages(Database &from, Database &scratch);

}  // namespace dateline
