// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/own_tables_reader.h"

#include <algorithm>
#include <unordered_set>

#include "app/exchange/own_table_rows.h"
#include "app/exchange/own_tables.h"
#include "app/exchange/table_file.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

bool isFile(const fs::path &path)
{
    std::error_code error;
    return fs::is_regular_file(path, error);
}

void readRow(OwnTable table, TableRow &row, RowPlace place, const fs::path &folder,
             ProjectTables &tables)
{
    switch (table) {
    case OwnTable::Actors:
        return readActorRow(row, place, tables);
    case OwnTable::Events:
        return readEventRow(row, place, tables);
    case OwnTable::Participations:
        return readParticipationRow(row, place, tables);
    case OwnTable::Quantities:
        return readQuantityRow(row, place, tables);
    case OwnTable::Roles:
        return readRoleRow(row, place, tables);
    case OwnTable::Relations:
        return readRelationRow(row, place, tables);
    case OwnTable::Reliabilities:
        return readReliabilityRow(row, place, tables);
    case OwnTable::Sources:
        return readSourceRow(row, place, folder, tables);
    case OwnTable::Annotations:
        return readAnnotationRow(row, place, tables);
    case OwnTable::Claims:
        return readClaimRow(row, place, tables);
    case OwnTable::Decisions:
        return readDecisionRow(row, place, tables);
    case OwnTable::Rulings:
        return readRulingRow(row, place, tables);
    case OwnTable::Acceptances:
        return readAcceptanceRow(row, place, tables);
    }
}

constexpr std::int64_t kRowsOfPart = 4'096;

Result<void> readTable(OwnTable table, const fs::path &path, ProjectTables &tables,
                       std::vector<Refusal> &refused, const TakeRows &take,
                       const std::optional<FirstPart> &first)
{
    const fs::path folder = path.parent_path();
    const auto file = static_cast<std::uint32_t>(tables.files.size());
    const std::string name = path.filename().string();
    tables.files.push_back(name);

    // Actors named in place and a table of participations would say the same thing twice.
    std::vector<std::string_view> known(knownColumnsOf(table).begin(), knownColumnsOf(table).end());
    if (table == OwnTable::Events && isFile(folder / fileNameOf(OwnTable::Participations)))
        std::erase(known, "actors");

    std::unordered_set<std::string> ids;
    std::int64_t count = 0;
    const auto readOne = [&](TableRow &row) {
        if (++count % kRowsOfPart == 0 && take && !take(tables))
            return false;
        const std::string_view id = row["id"];
        if (!id.empty() && !ids.insert(std::string(id)).second) {
            row.refuse("id", "an id that occurs once in the file");
            return true;
        }
        readRow(table, row, {file, static_cast<std::uint32_t>(row.line())}, folder, tables);
        if (row.isRefused() && !id.empty())
            tables.refusedIds.insert(std::string(id));
        return true;
    };
    const Result<void> read =
        readTableFile(path, name, {known, neededColumnsOf(table)}, refused, readOne, first);
    if (read && take)
        take(tables);
    return read;
}

std::optional<OwnTable> tableNamed(const fs::path &path)
{
    const std::string name = path.filename().string();
    const auto found = std::find_if(kOwnTables.begin(), kOwnTables.end(),
                                    [&](OwnTable table) { return fileNameOf(table) == name; });
    return found == kOwnTables.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

bool isOwnTablesFolder(const fs::path &path)
{
    return std::any_of(kOwnTables.begin(), kOwnTables.end(),
                       [&](OwnTable table) { return isFile(path / fileNameOf(table)); });
}

bool isOwnTableFile(const fs::path &path)
{
    return isFile(path) && tableNamed(path).has_value();
}

Result<void> readOwnTables(const fs::path &folderOrFile, ProjectTables &tables,
                           std::vector<Refusal> &refused, const TakeRows &take,
                           const std::optional<FirstPart> &first)
{
    std::error_code error;
    if (!fs::is_directory(folderOrFile, error)) {
        const std::optional<OwnTable> table = tableNamed(folderOrFile);
        if (!table) {
            return failure(ErrorCode::BadInput,
                           folderOrFile.string() + " is none of the project's own tables");
        }
        return readTable(*table, folderOrFile, tables, refused, take, first);
    }
    if (!isOwnTablesFolder(folderOrFile)) {
        return failure(ErrorCode::BadInput,
                       folderOrFile.string() + " holds none of the project's own tables");
    }
    for (const OwnTable table : kOwnTables) {
        const fs::path path = folderOrFile / fileNameOf(table);
        if (!isFile(path))
            continue;
        if (const Result<void> read = readTable(table, path, tables, refused, take, first); !read)
            return read;
    }
    return {};
}

std::vector<fs::path> ownTableFiles(const std::vector<fs::path> &inputs)
{
    std::vector<fs::path> files;
    for (const OwnTable table : kOwnTables) {
        for (const fs::path &input : inputs) {
            if (tableNamed(input) == table && isFile(input))
                files.push_back(input);
            else if (isFile(input / fileNameOf(table)))
                files.push_back(input / fileNameOf(table));
        }
    }
    for (const fs::path &input : inputs) {
        if (!isOwnTableFile(input) && !isOwnTablesFolder(input))
            files.push_back(input);
    }
    return files;
}

}  // namespace dateline
