// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_map_files.h"

#include <algorithm>

#include "app/exchange/csv_reader.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/json_value.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

std::optional<std::string> readJsonWords(std::string_view text, WordMap &map)
{
    const Result<JsonValue> document = parseJson(text);
    if (!document)
        return document.error().detail;
    const JsonValue *words = document->at(map.file->at);
    if (words == nullptr || !words->isObject())
        return "no object at " + map.file->at;
    for (const auto &[key, member] : words->members) {
        const JsonValue *value = member.at(map.file->value);
        if (value != nullptr && value->isPlain() && value->kind != JsonValue::Kind::Null)
            map.fileValues.emplace(key, value->text);
    }
    return {};
}

std::optional<std::string> readCsvWords(std::string_view text, WordMap &map)
{
    const bool isTsv = map.file->format == "tsv";
    const CsvDialect dialect{isTsv ? '\t' : ',', isTsv ? std::nullopt : std::optional('"')};
    std::optional<std::pair<std::size_t, std::size_t>> columns;
    std::optional<std::string> problem;
    const std::optional<CsvFault> fault = readCsv(text, dialect, [&](const CsvRow &row) {
        if (columns) {
            if (std::max(columns->first, columns->second) < row.cells.size())
                map.fileValues.emplace(row.cells[columns->first], row.cells[columns->second]);
            return true;
        }
        const auto placeOf = [&](const std::string &name) {
            return static_cast<std::size_t>(std::find(row.cells.begin(), row.cells.end(), name) -
                                            row.cells.begin());
        };
        columns = {placeOf(map.file->key), placeOf(map.file->value)};
        if (std::max(columns->first, columns->second) >= row.cells.size())
            problem = "no columns " + map.file->key + " and " + map.file->value;
        return !problem;
    });
    if (fault)
        problem = "line " + std::to_string(fault->line) + ": " + fault->found;
    return problem;
}

}  // namespace

void readMapFiles(Mapping &mapping, const std::filesystem::path &folder,
                  std::vector<Refusal> &refused, std::vector<std::string> &remarks)
{
    for (WordMap &map : mapping.maps) {
        map.fileValues.clear();
        if (!map.file)
            continue;
        const Result<std::string> bytes = readFileBytes(folder / map.file->name);
        if (!bytes) {
            if (bytes.error().code == ErrorCode::NotFound) {
                remarks.push_back("the map " + map.name + " stays empty: " + map.file->name +
                                  " is not beside the input");
            } else {
                refused.push_back({map.file->name, 0, 0, "maps/" + map.name, bytes.error().detail,
                                   "a file that can be read"});
            }
            continue;
        }
        const DecodedText decoded = decodeText(*bytes);
        const std::optional<std::string> problem = map.file->format == "json"
                                                       ? readJsonWords(decoded.text, map)
                                                       : readCsvWords(decoded.text, map);
        if (problem) {
            refused.push_back({map.file->name, 0, 0, "maps/" + map.name, cutForDisplay(*problem),
                               "a table of words as the mapping says"});
        }
    }
}

}  // namespace dateline
