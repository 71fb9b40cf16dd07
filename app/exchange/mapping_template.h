// SPDX-License-Identifier: GPL-3.0-or-later
// Templates of a mapping file (docs/mapping.md, Templates): words with columns, filters and
// optional parts. Parsed once, evaluated for each record; columns are numbers by then. Values; any
// thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/mapping_words.h"

namespace dateline {

enum class FilterKind {
    Lower,
    Upper,
    Before,
    After,
    BeforeLast,
    AfterLast,
    Pad,
    Slug,
    Plain,
    Short,
    Number,
    Date,
    Map,
    Or,
};

struct TemplateFilter {
    FilterKind kind = FilterKind::Or;
    std::string argument;
    std::size_t number = 0;  // of pad and short; the map's position
};

struct TemplatePart {
    bool isOptional = false;
    struct Piece {
        std::string words;  // where there is no column
        std::optional<int> column;
        std::vector<TemplateFilter> filters;
    };
    std::vector<Piece> pieces;
};

// Alternatives: the first that has a value counts. Without any it never has a value.
struct ValueTemplate {
    std::vector<std::vector<TemplatePart>> alternatives;

    bool isGiven() const { return !alternatives.empty(); }
};

// What the columns of one record are, and what went wrong with one of them.
struct RecordValues {
    std::vector<std::optional<std::string>> columns;  // none: missing
    struct Fault {
        std::string found;
        std::string expected;
    };
    std::optional<Fault> fault;  // set by a filter that refuses the record
};

// One alternative as written. The functions give numbers to columns and maps; a negative number is
// an unknown name. BadInput says what is wrong.
struct TemplateNames {
    std::function<int(std::string_view)> column;
    std::function<int(std::string_view)> map;
};
Result<std::vector<TemplatePart>> parseTemplate(std::string_view text, const TemplateNames &names);

std::optional<std::string> evaluate(const ValueTemplate &value, RecordValues &record,
                                    const std::vector<WordMap> &maps);

// Without white space at both ends; none where nothing is left.
std::optional<std::string> trimmedValue(std::string_view text);

// Filters, for the parser and the evaluation.
std::optional<FilterKind> filterNamed(std::string_view name);
bool isDateFormat(std::string_view format);
std::string filtered(const std::string &value, const TemplateFilter &filter, RecordValues &record,
                     const std::vector<WordMap> &maps);

}  // namespace dateline
