// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"

#include <algorithm>
#include <optional>

#include "app/store/database.h"
#include "app/store/recorder.h"

namespace dateline {

int newestSchemaVersion()
{
    return static_cast<int>(embeddedMigrations().size());
}

int schemaVersionOf(Database &database)
{
    return static_cast<int>(database.integer("PRAGMA user_version"));
}

void migrate(Database &database, std::span<const std::string_view> migrations)
{
    const auto newest = migrations.size();
    const int found = schemaVersionOf(database);
    if (found < 0 || static_cast<std::size_t>(found) > newest) {
        throw StoreError(ErrorCode::NewerFile, "the file has schema version " +
                                                   std::to_string(found) + ", this program knows " +
                                                   std::to_string(newest));
    }
    if (static_cast<std::size_t>(found) == newest)
        return;
    std::optional<Transaction> transaction;
    if (!database.isInTransaction())
        transaction.emplace(database);
    for (std::size_t version = static_cast<std::size_t>(found); version < newest; ++version)
        database.execute(std::string(migrations[version]).c_str());
    database.execute(("PRAGMA user_version = " + std::to_string(newest)).c_str());
    database.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    if (transaction)
        transaction->commit();
}

namespace {

// Whether a step beyond the version makes the table: a file of that version has none yet.
bool isOfLaterVersion(std::string_view table, int version)
{
    const std::string creation = "CREATE TABLE " + std::string(table) + " (";
    const std::span<const std::string_view> all = embeddedMigrations();
    const auto seen = std::min(static_cast<std::size_t>(std::max(version, 0)), all.size());
    return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(seen), all.end(),
                       [&creation](std::string_view step) {
                           return step.find(creation) != std::string_view::npos;
                       });
}

}  // namespace

std::vector<std::string> missingTables(Database &database)
{
    std::vector<std::string> missing;
    const int version = schemaVersionOf(database);
    const auto need = [&](std::string_view table) {
        if (version > 0 && isOfLaterVersion(table, version))
            return;
        Statement statement(database,
                            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
        if (!statement.bind(table).step())
            missing.emplace_back(table);
    };
    for (const std::string_view table : recordedTables())
        need(table);
    need("history");
    need("history_range");
    need("history_rows");
    need("text_index");
    return missing;
}

}  // namespace dateline
