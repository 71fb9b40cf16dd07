// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a SQLite file one of ours: the application id in its header ("DLIN", bytes 68 to 71)
// and the version of its schema (user_version, bytes 60 to 63), which is the number of the newest
// file of resources/sql that it has seen. Throws StoreError.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class Database;

inline constexpr std::int64_t kApplicationId = 0x444C494E;

// The texts of resources/sql, oldest first: number n leads from version n - 1 to n.
std::span<const std::string_view> embeddedMigrations();
int newestSchemaVersion();

int schemaVersionOf(Database &database);

// Brings a file from its version (0: no tables yet) to the newest, in one transaction; nothing to
// do is not an error, a newer file is (NewerFile).
void migrate(Database &database,
             std::span<const std::string_view> migrations = embeddedMigrations());

// Tables that a file of this version must have and has not.
std::vector<std::string> missingTables(Database &database);

}  // namespace dateline
