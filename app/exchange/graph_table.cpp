// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/graph_table.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "app/exchange/csv_reader.h"
#include "app/model/word_tokens.h"

namespace dateline {

namespace {

using Cells = std::vector<std::string_view>;

struct EndColumns {
    std::size_t from = 0;
    std::size_t to = 1;
    bool isHeader = false;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isWholeNumber(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// node_1 and node_2, PersonA and PersonB: the same but for the last sign.
bool areNumberedAlike(std::string_view a, std::string_view b)
{
    return a.size() > 1 && a.size() == b.size() && a != b &&
           a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1) && !isWholeNumber(a.substr(0, 1));
}

// Whether the first row names the columns, and which two are the ends. What follows it tells where
// the names do not: letters above numbers are a header.
EndColumns endColumnsOf(const Cells &first, const Cells &second)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kNames = {
        {{"source", "target"},
         {"from", "to"},
         {"node_1", "node_2"},
         {"from_id", "to_id"},
         {"source_id", "target_id"},
         {"src", "dst"},
         {"id_1", "id_2"},
         {"node1", "node2"},
         {"person_a", "person_b"},
         {"sender", "receiver"},
         {"sender", "recipient"},
         {"u", "v"}}};
    std::vector<std::string> names;
    for (const std::string_view cell : first)
        names.push_back(asciiLower(cell));
    const auto placeOf = [&](std::string_view name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) -
                                        names.begin());
    };
    for (const auto &[from, to] : kNames) {
        const EndColumns columns{placeOf(from), placeOf(to), true};
        if (std::max(columns.from, columns.to) < names.size())
            return columns;
    }
    if (names.size() < 2)
        return {};
    const bool isAboveNumbers = second.size() >= 2 && isWholeNumber(second[0]) &&
                                isWholeNumber(second[1]) && !isWholeNumber(first[0]) &&
                                !isWholeNumber(first[1]);
    return {0, 1, isAboveNumbers || areNumberedAlike(names[0], names[1])};
}

void splitLine(std::string_view line, char delimiter, Cells &cells)
{
    cells.clear();
    if (delimiter == ' ') {
        for (std::size_t at = 0; at < line.size();) {
            while (at < line.size() && isBlank(line[at]))
                ++at;
            const std::size_t begin = at;
            while (at < line.size() && !isBlank(line[at]))
                ++at;
            if (at > begin)
                cells.push_back(line.substr(begin, at - begin));
        }
        return;
    }
    for (;;) {
        const std::size_t end = line.find(delimiter);
        cells.push_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos)
            return;
        line.remove_prefix(end + 1);
    }
}

// Lines of cells without quotes: an order of magnitude faster than what quotes need.
class PlainRows {
public:
    PlainRows(std::string_view text, char delimiter) : m_rest(text), m_delimiter(delimiter) {}

    // The next line that holds something; false at the end.
    bool next(Cells &cells)
    {
        while (!m_rest.empty()) {
            const std::size_t end = m_rest.find('\n');
            const std::string_view line = trimmed(m_rest.substr(0, end));
            m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
            ++m_line;
            if (line.empty() || (m_delimiter == ' ' && (line[0] == '#' || line[0] == '%')))
                continue;
            splitLine(line, m_delimiter, cells);
            return true;
        }
        return false;
    }
    std::int64_t line() const { return m_line; }

private:
    std::string_view m_rest;
    char m_delimiter;
    std::int64_t m_line = 0;
};

// "nodes links" above rows of numbers below the first: as many rows as said, or rows that hold
// more.
std::optional<std::uint32_t> declaredNodes(std::string_view text)
{
    PlainRows rows(text, ' ');
    Cells first;
    Cells cells;
    if (!rows.next(first) || first.size() != 2 || !isWholeNumber(first[0]) ||
        !isWholeNumber(first[1]) || !rows.next(cells))
        return std::nullopt;
    std::uint32_t nodes = 0;
    std::uint64_t links = 0;
    std::from_chars(first[0].data(), first[0].data() + first[0].size(), nodes);
    std::from_chars(first[1].data(), first[1].data() + first[1].size(), links);
    const std::size_t width = cells.size();
    std::uint64_t count = 0;
    do {
        ++count;
        for (std::size_t i = 0; i < 2; ++i) {
            std::uint32_t end = 0;
            if (cells.size() < 2 || !isWholeNumber(cells[i]))
                return std::nullopt;
            std::from_chars(cells[i].data(), cells[i].data() + cells[i].size(), end);
            if (end >= nodes)
                return std::nullopt;
        }
    } while (rows.next(cells));
    return count == links || width > 2 ? std::optional(nodes) : std::nullopt;
}

Refusal shortRow(std::int64_t line, std::size_t cells)
{
    return faultAt(line, std::to_string(cells) + (cells == 1 ? " cell" : " cells"),
                   "two ends: source,target");
}

GraphFault takeEnds(const Cells &cells, const EndColumns &ends, std::int64_t line,
                    GraphBuilder &graph)
{
    if (std::max(ends.from, ends.to) >= cells.size())
        return shortRow(line, cells.size());
    if (cells[ends.from].empty() || cells[ends.to].empty())
        return faultAt(line, "an empty end", "two ends: source,target");
    const std::uint32_t from = graph.nodeOf(cells[ends.from]);
    graph.addLink(from, graph.nodeOf(cells[ends.to]));
    return std::nullopt;
}

GraphFault readPlain(std::string_view text, char delimiter, GraphBuilder &graph)
{
    PlainRows rows(text, delimiter);
    Cells first;
    Cells cells;
    if (!rows.next(first))
        return std::nullopt;
    const std::int64_t firstLine = rows.line();
    if (delimiter == ' ') {
        if (const auto nodes = declaredNodes(text)) {
            for (std::uint32_t node = 0; node < *nodes; ++node)
                graph.nodeOf(std::to_string(node));
            while (rows.next(cells))
                if (GraphFault fault = takeEnds(cells, {}, rows.line(), graph))
                    return fault;
            return std::nullopt;
        }
    }
    const bool hasSecond = rows.next(cells);
    const EndColumns ends = endColumnsOf(first, hasSecond ? cells : Cells{});
    if (!ends.isHeader)
        if (GraphFault fault = takeEnds(first, ends, firstLine, graph))
            return fault;
    if (!hasSecond)
        return std::nullopt;
    do {
        if (GraphFault fault = takeEnds(cells, ends, rows.line(), graph))
            return fault;
    } while (rows.next(cells));
    return std::nullopt;
}

GraphFault readQuoted(std::string_view text, char delimiter, GraphBuilder &graph)
{
    struct Row {
        std::int64_t line = 0;
        std::vector<std::string> cells;
    };
    std::optional<Row> first;
    std::optional<EndColumns> ends;
    GraphFault fault;
    const auto viewsOf = [](const std::vector<std::string> &cells) {
        Cells views;
        for (const std::string &cell : cells)
            views.push_back(trimmed(cell));
        return views;
    };
    const auto settle = [&](const Cells &second) {
        ends = endColumnsOf(viewsOf(first->cells), second);
        if (!ends->isHeader)
            fault = takeEnds(viewsOf(first->cells), *ends, first->line, graph);
    };
    const std::optional<CsvFault> broken = readCsv(text, {delimiter, '"'}, [&](const CsvRow &row) {
        if (!first) {
            first = Row{row.line, row.cells};
            return true;
        }
        if (!ends)
            settle(viewsOf(row.cells));
        if (!fault)
            fault = takeEnds(viewsOf(row.cells), *ends, row.line, graph);
        return !fault;
    });
    if (first && !ends)
        settle({});
    if (broken && !fault)
        return Refusal{"", broken->line, broken->column, "", broken->found, broken->expected};
    return fault;
}

}  // namespace

GraphFault readGraphTable(std::string_view text, GraphBuilder &graph)
{
    // The first line tells: blanks part only where nothing else does.
    const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
    const std::string_view first = text.substr(begin, text.find('\n', begin) - begin);
    const bool isParted = first.find_first_of(",;|\t") != std::string_view::npos;
    const char delimiter = isParted ? guessDelimiter(text) : ' ';
    if (text.find('"') == std::string_view::npos)
        return readPlain(text, delimiter, graph);
    return readQuoted(text, delimiter, graph);
}

}  // namespace dateline
