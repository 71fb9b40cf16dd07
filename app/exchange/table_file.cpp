// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/table_file.h"

#include <algorithm>

#include "app/exchange/file_bytes.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

using Columns = std::unordered_map<std::string, std::size_t>;

std::string listed(std::span<const std::string_view> names)
{
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

// The positions of the columns; each that is unknown, repeated or lacking is refused by name.
Columns columnsOf(const CsvRow &header, const std::string &file, const TableColumns &columns,
                  std::vector<Refusal> &refused)
{
    Columns positions;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const std::string &name = header.cells[i];
        const auto column = static_cast<std::int64_t>(i) + 1;
        if (std::find(columns.known.begin(), columns.known.end(), name) == columns.known.end()) {
            refused.push_back({file, header.line, column, name, name,
                               "a column of this table: " + listed(columns.known)});
        } else if (!positions.emplace(name, i).second) {
            refused.push_back({file, header.line, column, name, name, "each column once"});
        }
    }
    for (const std::string_view name : columns.needed) {
        if (!positions.contains(std::string(name))) {
            refused.push_back({file, header.line, 0, std::string(name), "no such column",
                               "the column " + std::string(name)});
        }
    }
    return positions;
}

std::optional<Refusal> invalidUtf8In(std::string_view text, const std::string &file)
{
    const std::optional<std::size_t> place = firstInvalidUtf8(text);
    if (!place)
        return {};
    const std::string_view before = text.substr(0, *place);
    const std::size_t lineBegin = before.rfind('\n');
    const std::size_t column =
        lineBegin == std::string_view::npos ? *place + 1 : *place - lineBegin;
    constexpr char kDigits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(text[*place]);
    return Refusal{file,
                   std::count(before.begin(), before.end(), '\n') + 1,
                   static_cast<std::int64_t>(column),
                   "",
                   std::string("the byte ") + kDigits[byte >> 4] + kDigits[byte & 15],
                   "UTF-8"};
}

}  // namespace

void TableRow::show(const CsvRow &row)
{
    m_row = &row;
    m_isRefused = false;
}

std::string_view TableRow::operator[](std::string_view column) const
{
    const auto found = m_columns.find(std::string(column));
    if (found == m_columns.end() || found->second >= m_row->cells.size())
        return {};
    return m_row->cells[found->second];
}

bool TableRow::hasColumn(std::string_view column) const
{
    return m_columns.contains(std::string(column));
}

void TableRow::refuse(std::string_view column, std::string_view expected)
{
    m_isRefused = true;
    const auto found = m_columns.find(std::string(column));
    m_refused.push_back(
        {m_file, m_row->line,
         found == m_columns.end() ? 0 : static_cast<std::int64_t>(found->second) + 1,
         std::string(column), cutForDisplay((*this)[column]), std::string(expected)});
}

std::string TableRow::needed(std::string_view column)
{
    const std::string_view cell = (*this)[column];
    // An id is any text, blanks too; a title or a name is to be read.
    const bool isId = column == "id" || column.ends_with("_id");
    if (isId ? cell.empty() : cell.find_first_not_of(" \t\r\n") == std::string_view::npos)
        refuse(column, "a value: this column must not be empty");
    return std::string(cell);
}

Edtf TableRow::date(std::string_view column)
{
    Result<Edtf> date = Edtf::parse((*this)[column]);
    if (date)
        return *std::move(date);
    refuse(column, "a date as EDTF; " + date.error().detail);
    return {};
}

Result<void> readTableFile(const std::filesystem::path &path, const std::string &name,
                           const TableColumns &columns, std::vector<Refusal> &refused,
                           const std::function<bool(TableRow &)> &onRow,
                           const std::optional<FirstPart> &first)
{
    FirstBytes read;
    if (first) {
        Result<FirstBytes> some = readFirstBytes(path, first->bytes);
        if (!some)
            return tl::unexpected(some.error());
        read = *std::move(some);
    } else {
        Result<std::string> all = readFileBytes(path);
        if (!all)
            return tl::unexpected(all.error());
        read.bytes = *std::move(all);
    }
    const std::string_view text = withoutByteOrderMark(read.bytes);
    if (std::optional<Refusal> invalid = invalidUtf8In(text, name)) {
        refused.push_back(*std::move(invalid));
        return {};
    }

    Columns positions;
    std::size_t width = 0;
    std::int64_t rows = 0;
    std::optional<TableRow> row;
    const std::optional<CsvFault> fault = readCsv(text, {}, [&](const CsvRow &cells) {
        if (!row) {
            const std::size_t before = refused.size();
            positions = columnsOf(cells, name, columns, refused);
            width = cells.cells.size();
            row.emplace(name, positions, refused);
            return refused.size() == before;
        }
        if (first && ++rows > first->rows)
            return false;
        if (cells.cells.size() != width) {
            refused.push_back({name, cells.line, 0, "",
                               std::to_string(cells.cells.size()) + " cells",
                               std::to_string(width) + " cells, as in the first row"});
            return true;
        }
        row->show(cells);
        return onRow(*row);
    });
    if (!read.isWhole && (!row || (fault && fault->isUnfinished)))
        return {};  // a cell that goes on behind what was read is none that is wrong
    if (fault)
        refused.push_back({name, fault->line, fault->column, "", fault->found, fault->expected});
    else if (!row)
        refused.push_back({name, 1, 0, "", "an empty file", "a first row that names the columns"});
    return {};
}

}  // namespace dateline
