// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/edge_list.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "app/exchange/csv_reader.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

struct EndColumns {
    std::size_t from = 0;
    std::size_t to = 1;
    bool isHeader = false;
};

std::string lowered(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// Whether the first row names the columns, and which two are the ends.
EndColumns endColumnsOf(const CsvRow &first)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kNames = {
        {{"source", "target"},
         {"from", "to"},
         {"node_1", "node_2"},
         {"from_id", "to_id"},
         {"source_id", "target_id"}}};
    const auto placeOf = [&](std::string_view name) {
        return static_cast<std::size_t>(
            std::find_if(first.cells.begin(), first.cells.end(),
                         [&](const std::string &cell) { return lowered(cell) == name; }) -
            first.cells.begin());
    };
    for (const auto &[from, to] : kNames) {
        const EndColumns columns{placeOf(from), placeOf(to), true};
        if (std::max(columns.from, columns.to) < first.cells.size())
            return columns;
    }
    return {};
}

}  // namespace

Result<EdgeList> readEdgeList(const std::filesystem::path &path, std::vector<Refusal> &refused)
{
    const Result<std::string> bytes = readFileBytes(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string name = path.filename().string();
    const std::string text = decodeText(*bytes).text;
    EdgeList list;
    std::unordered_map<std::string, std::uint32_t> numbers;
    const auto numberOf = [&](const std::string &node) {
        const auto [place, isNew] =
            numbers.emplace(node, static_cast<std::uint32_t>(list.names.size()));
        if (isNew)
            list.names.push_back(node);
        return place->second;
    };
    EndColumns ends;
    bool isFirst = true;
    const auto takeRow = [&](const CsvRow &row) {
        if (isFirst)
            ends = endColumnsOf(row);
        if (std::exchange(isFirst, false) && ends.isHeader)
            return true;
        if (std::max(ends.from, ends.to) >= row.cells.size()) {
            refused.push_back({name, row.line, 0, "", std::to_string(row.cells.size()) + " cells",
                               "two ends: source,target"});
            return false;
        }
        const std::uint32_t from = numberOf(row.cells[ends.from]);
        const std::uint32_t to = numberOf(row.cells[ends.to]);
        if (from != to)
            list.pairs.emplace_back(std::min(from, to), std::max(from, to));
        return true;
    };
    const std::optional<CsvFault> fault = readCsv(text, {guessDelimiter(text), '"'}, takeRow);
    if (fault)
        refused.push_back({name, fault->line, fault->column, "", fault->found, fault->expected});
    std::sort(list.pairs.begin(), list.pairs.end());
    list.pairs.erase(std::unique(list.pairs.begin(), list.pairs.end()), list.pairs.end());
    return list;
}

}  // namespace dateline
