// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of delimited text: RFC 4180 with any delimiter, with or without quoting, LF, CR LF or CR.
// Strict: a quote inside an unquoted cell, words after a closing quote, a quote that is never
// closed and a NUL byte are faults with their place. Blanks belong to the cells. Cells of any
// length; one row is in memory at a time, beside the text.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct CsvDialect {
    char delimiter = ',';
    std::optional<char> quote = '"';  // none: a cell is what stands between two delimiters
};

struct CsvRow {
    std::int64_t line = 0;  // where the row begins; from 1
    std::vector<std::string> cells;
};

struct CsvFault {
    std::int64_t line = 0;
    std::int64_t column = 0;  // byte of the line, from 1
    std::string found;
    std::string expected;
    bool isUnfinished = false;  // the text ends within a quoted cell
};

// Empty lines are no rows. Stops early when onRow returns false.
std::optional<CsvFault> readCsv(std::string_view text, const CsvDialect &dialect,
                                const std::function<bool(const CsvRow &)> &onRow);

// The delimiter (comma, TAB, semicolon or bar) that parts the first rows most evenly; a comma where
// nothing parts them.
char guessDelimiter(std::string_view text);

}  // namespace dateline
