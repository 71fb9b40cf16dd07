// SPDX-License-Identifier: GPL-3.0-or-later
// One CSV file of our own whose columns are known by name. Rows come to a function; what a row
// lacks is collected as refusals with file, line, column and field. One thread; memory: the file,
// or what of it is looked at.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/csv_reader.h"
#include "app/exchange/refusal.h"
#include "app/model/edtf.h"

namespace dateline {

class TableRow {
public:
    TableRow(const std::string &file, const std::unordered_map<std::string, std::size_t> &columns,
             std::vector<Refusal> &refused)
        : m_file(file), m_columns(columns), m_refused(refused)
    {
    }

    void show(const CsvRow &row);  // the row that the functions below speak of

    std::int64_t line() const { return m_row->line; }
    std::string_view operator[](std::string_view column) const;  // empty where absent
    bool hasColumn(std::string_view column) const;

    // Each refuses the row and returns an empty value where the cell is not as it should be.
    void refuse(std::string_view column, std::string_view expected);
    std::string needed(std::string_view column);
    Edtf date(std::string_view column);

    bool isRefused() const { return m_isRefused; }

private:
    const std::string &m_file;
    const std::unordered_map<std::string, std::size_t> &m_columns;
    std::vector<Refusal> &m_refused;
    const CsvRow *m_row = nullptr;
    bool m_isRefused = false;
};

struct TableColumns {
    std::span<const std::string_view> known;
    std::span<const std::string_view> needed;  // a table without one of these is refused
};

// A look at the beginning: so many rows, and no more bytes than that of the file.
struct FirstPart {
    std::int64_t rows = 1'000;
    std::size_t bytes = 1 << 20;
};

// Reads the table; refusals are appended. An Error only where the file cannot be read. The name is
// what refusals call the file. onRow says whether to go on.
Result<void> readTableFile(const std::filesystem::path &path, const std::string &name,
                           const TableColumns &columns, std::vector<Refusal> &refused,
                           const std::function<bool(TableRow &)> &onRow,
                           const std::optional<FirstPart> &first = {});

}  // namespace dateline
