// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/csv_reader.h"

#include <csv.h>

#include <array>

namespace dateline {

namespace {

// Blanks are part of a cell (RFC 4180, section 2), while libcsv would cut them.
int isNoSpace(unsigned char)
{
    return 0;
}

struct Reading {
    CsvRow row;
    std::size_t cellCount = 0;  // cells of the row in use; their strings are kept for the next row
    bool isRowComplete = false;
};

void takeCell(void *text, std::size_t size, void *context)
{
    auto *reading = static_cast<Reading *>(context);
    const std::string_view cell(size > 0 ? static_cast<const char *>(text) : "", size);
    if (reading->cellCount < reading->row.cells.size())
        reading->row.cells[reading->cellCount].assign(cell);
    else
        reading->row.cells.emplace_back(cell);
    ++reading->cellCount;
}

void takeRowEnd(int, void *context)
{
    static_cast<Reading *>(context)->isRowComplete = true;
}

class Parser {
public:
    explicit Parser(const CsvDialect &dialect)
    {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&m_parser, static_cast<unsigned char>(dialect.delimiter));
        // NUL bytes never reach the parser, so as a quote it never occurs.
        csv_set_quote(&m_parser, static_cast<unsigned char>(dialect.quote.value_or('\0')));
        csv_set_space_func(&m_parser, isNoSpace);
        // The buffer of a cell grows by this much at a time; 128 bytes, the default, makes a large
        // cell quadratic.
        csv_set_blk_size(&m_parser, 1 << 20);
    }
    ~Parser() { csv_free(&m_parser); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    csv_parser *get() { return &m_parser; }

private:
    csv_parser m_parser;
};

int isCarriageReturn(unsigned char c)
{
    return c == '\r' ? 1 : 0;
}

// Whether rows end in a lone CR, as on old Macs; then an LF is a character of its cell. Told from
// the first row, by the first line end outside quotes.
bool endsInCarriageReturns(std::string_view text, const CsvDialect &dialect)
{
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (dialect.quote && text[i] == *dialect.quote)
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i] == '\n')
            return false;
        else if (!isQuoted && text[i] == '\r')
            return i + 1 == text.size() || text[i + 1] != '\n';
    }
    return false;
}

// The end of the line that begins at the position: past its LF, CR LF or lone CR.
std::size_t endOfLine(std::string_view text, std::size_t begin, std::string_view lineEnds)
{
    const std::size_t end = text.find_first_of(lineEnds, begin);
    if (end == std::string_view::npos)
        return text.size();
    return text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 2 : end + 1;
}

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of("\r\n") == std::string_view::npos;
}

}  // namespace

// Text goes to the parser line by line: a row can only end with its line, so that the number of the
// line on which each row begins is known without looking into the parser.
std::optional<CsvFault> readCsv(std::string_view text, const CsvDialect &dialect,
                                const std::function<bool(const CsvRow &)> &onRow)
{
    Parser parser(dialect);
    const bool isOldMac = endsInCarriageReturns(text, dialect);
    if (isOldMac)
        csv_set_term_func(parser.get(), isCarriageReturn);
    const std::string_view lineEnds = isOldMac ? "\r" : "\n\r";
    Reading reading;
    std::int64_t line = 0;
    bool isInRow = false;
    const auto deliver = [&] {
        reading.row.cells.resize(reading.cellCount);
        reading.cellCount = 0;
        reading.isRowComplete = false;
        isInRow = false;
        return onRow(reading.row);
    };

    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = endOfLine(text, begin, lineEnds);
        const std::string_view part = text.substr(begin, end - begin);
        ++line;
        if (!isInRow)
            reading.row.line = line;
        if (const std::size_t nul = part.find('\0'); nul != std::string_view::npos)
            return CsvFault{line, static_cast<std::int64_t>(nul) + 1, "a NUL byte", "text"};
        const std::size_t taken =
            csv_parse(parser.get(), part.data(), part.size(), takeCell, takeRowEnd, &reading);
        if (taken != part.size()) {
            if (csv_error(parser.get()) != CSV_EPARSE)
                return CsvFault{line, 0, "a cell too large for the memory", "a smaller cell"};
            return CsvFault{line, static_cast<std::int64_t>(taken) + 1, std::string(1, part[taken]),
                            "a delimiter or the line's end after a closing quote, and quotes "
                            "doubled inside a quoted cell"};
        }
        if (reading.isRowComplete) {
            if (!deliver())
                return {};
        } else {
            isInRow = isInRow || !isBlankLine(part);
        }
        begin = end;
    }
    if (csv_fini(parser.get(), takeCell, takeRowEnd, &reading) != 0)
        return CsvFault{reading.row.line, 0, "a quote that is never closed", "a closing quote",
                        true};
    if (reading.isRowComplete)
        deliver();
    return {};
}

char guessDelimiter(std::string_view text)
{
    constexpr std::array<char, 4> kCandidates = {',', '\t', ';', '|'};
    constexpr std::size_t kRowsLookedAt = 20;
    char best = ',';
    double bestScore = 0;
    for (const char candidate : kCandidates) {
        std::vector<std::size_t> widths;
        readCsv(text.substr(0, 1 << 16), {candidate, '"'}, [&](const CsvRow &row) {
            widths.push_back(row.cells.size());
            return widths.size() < kRowsLookedAt;
        });
        if (widths.empty() || widths.front() < 2)
            continue;
        std::size_t alike = 0;
        for (const std::size_t width : widths)
            alike += width == widths.front() ? 1u : 0u;
        // Even rows count most; of equally even ones the wider wins.
        const double score = static_cast<double>(alike) / static_cast<double>(widths.size()) +
                             static_cast<double>(widths.front()) * 1e-4;
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

}  // namespace dateline
