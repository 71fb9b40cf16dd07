// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_records.h"

#include <algorithm>
#include <limits>
#include <set>

#include "app/exchange/csv_reader.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/json_value.h"
#include "app/exchange/mapping_map_files.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

using Origin = MappingColumn::Origin;
using OnRecord = std::function<void(std::int64_t, RecordValues &)>;

class RecordReader {
public:
    RecordReader(Mapping &mapping, const std::filesystem::path &input,
                 std::vector<Refusal> &refused, const OnRecord &onRecord, std::int64_t mostRows)
        : m_mapping(mapping), m_file(input.filename().string()), m_stem(input.stem().string()),
          m_refused(refused), m_onRecord(onRecord), m_mostRows(mostRows)
    {
    }

    void readCells(std::string_view text, bool isWhole);
    void readJson(std::string_view text);

private:
    void refuse(std::int64_t row, std::string field, const std::string &found, std::string expected)
    {
        m_refused.push_back(
            {m_file, row, 0, std::move(field), cutForDisplay(found), std::move(expected)});
    }
    // The value where it is none of those that stand for "no value".
    std::optional<std::string> present(std::string_view written) const
    {
        std::optional<std::string> value = trimmedValue(written);
        if (value && std::find(m_mapping.missing.begin(), m_mapping.missing.end(), *value) !=
                         m_mapping.missing.end())
            value.reset();
        return value;
    }
    bool bindCells(const std::vector<std::string> &names, std::int64_t line);
    void takeRow(const CsvRow &row);
    void takeObject(const JsonValue &record, const std::string *key);
    void walk(const JsonValue &value, std::size_t step);
    void takeRecordsIn(const JsonValue &container);
    std::optional<std::string> plainValue(const JsonValue *value) const;
    void deliver(std::int64_t row, RecordValues &values);

    Mapping &m_mapping;
    std::string m_file;
    std::string m_stem;
    std::vector<Refusal> &m_refused;
    const OnRecord &m_onRecord;
    std::int64_t m_mostRows;
    std::vector<std::size_t> m_cells;  // per column of the mapping, for origin Cell
    std::size_t m_width = 0;
    std::int64_t m_position = 0;
    bool m_hasReached = false;
};

// Where the table has each column that the mapping uses; false where one is not there.
bool RecordReader::bindCells(const std::vector<std::string> &names, std::int64_t line)
{
    bool isFine = true;
    std::set<std::string> seen;
    for (const std::string &name : names) {
        if (!name.empty() && !seen.insert(name).second) {
            refuse(line, name, name, "each column once");
            isFine = false;
        }
    }
    m_width = names.size();
    m_cells.assign(m_mapping.columns.size(), 0);
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        const MappingColumn &column = m_mapping.columns[i];
        const auto found = std::find(names.begin(), names.end(), column.name);
        m_cells[i] = static_cast<std::size_t>(found - names.begin());
        if (column.origin == Origin::Cell && found == names.end()) {
            refuse(line, column.name, "no such column", "the column " + column.name);
            isFine = false;
        } else if (column.origin == Origin::Let && found != names.end()) {
            refuse(line, column.name, column.name,
                   "a name for the made column that the table does not have");
            isFine = false;
        }
    }
    return isFine;
}

void RecordReader::readCells(std::string_view text, bool isWhole)
{
    std::int64_t rows = 0;
    bool isBound = false;
    if (!m_mapping.hasHeader) {
        isBound = bindCells(m_mapping.givenColumns, 0);
        if (!isBound)
            return;
    }
    const std::optional<CsvFault> fault =
        readCsv(text, {m_mapping.delimiter, m_mapping.quote}, [&](const CsvRow &row) {
            if (isBound && rows++ == m_mostRows)
                return false;
            if (isBound) {
                takeRow(row);
                return true;
            }
            std::vector<std::string> names;
            for (const std::string &cell : row.cells)
                names.push_back(trimmedValue(cell).value_or(""));
            isBound = bindCells(names, row.line);
            return isBound;
        });
    if (fault && (isWhole || !fault->isUnfinished)) {
        m_refused.push_back(
            {m_file, fault->line, fault->column, "", fault->found, fault->expected});
    }
}

void RecordReader::takeRow(const CsvRow &row)
{
    const std::size_t width = row.cells.size();
    if (width > m_width || (width < m_width && !m_mapping.fillsShortRows)) {
        refuse(row.line, "", std::to_string(width) + " cells", std::to_string(m_width) + " cells");
        return;
    }
    RecordValues values;
    values.columns.resize(m_mapping.columns.size());
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        if (m_mapping.columns[i].origin == Origin::Cell && m_cells[i] < width)
            values.columns[i] = present(row.cells[m_cells[i]]);
    }
    deliver(row.line, values);
}

void RecordReader::readJson(std::string_view text)
{
    const Result<JsonValue> document = parseJson(text);
    if (!document)
        return refuse(0, "", document.error().detail, "a JSON document");
    walk(*document, 0);
    if (!m_hasReached)
        refuse(0, "", "nothing at the pointer `records`", "arrays or objects with records");
}

void RecordReader::walk(const JsonValue &value, std::size_t step)
{
    if (step == m_mapping.recordSteps.size()) {
        takeRecordsIn(value);
        return;
    }
    const std::string &name = m_mapping.recordSteps[step];
    if (name == "*") {
        for (const JsonValue &element : value.elements)
            walk(element, step + 1);
        for (const auto &[key, member] : value.members)
            walk(member, step + 1);
        return;
    }
    // A step is a member's name, or an element's number.
    const std::string pointer = "/" + name;
    const JsonValue *next = value.isArray() ? value.at(pointer) : value.member(name);
    if (next != nullptr)
        walk(*next, step + 1);
}

void RecordReader::takeRecordsIn(const JsonValue &container)
{
    if (container.isPlain()) {
        refuse(0, "", container.text, "an array or an object at the pointer `records`");
        m_hasReached = true;
        return;
    }
    m_hasReached = true;
    for (const JsonValue &element : container.elements)
        takeObject(element, nullptr);
    for (const auto &[key, member] : container.members)
        takeObject(member, &key);
}

void RecordReader::takeObject(const JsonValue &record, const std::string *key)
{
    ++m_position;
    if (!record.isObject())
        return refuse(m_position, "", record.text, "a record: an object");
    RecordValues values;
    values.columns.resize(m_mapping.columns.size());
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        const MappingColumn &column = m_mapping.columns[i];
        if (column.origin == Origin::Cell)
            values.columns[i] = plainValue(record.member(column.name));
        else if (column.origin == Origin::Pointer)
            values.columns[i] = plainValue(record.at(column.name));
        else if (column.origin == Origin::Key && key != nullptr)
            values.columns[i] = present(*key);
    }
    deliver(m_position, values);
}

std::optional<std::string> RecordReader::plainValue(const JsonValue *value) const
{
    if (value == nullptr || value->isObject() || value->kind == JsonValue::Kind::Null)
        return {};
    if (!value->isArray())
        return present(value->text);
    std::string joined;
    for (const JsonValue &element : value->elements) {
        if (element.isPlain() && !element.text.empty())
            joined.append(joined.empty() ? "" : ";").append(element.text);
    }
    return present(joined);
}

void RecordReader::deliver(std::int64_t row, RecordValues &values)
{
    // A NUL in a JSON text would not survive in the file.
    for (std::optional<std::string> &value : values.columns) {
        if (value && value->find('\0') != std::string::npos)
            return refuse(row, "", "a NUL character", "text");
    }
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        if (m_mapping.columns[i].origin == Origin::Row)
            values.columns[i] = std::to_string(row);
        else if (m_mapping.columns[i].origin == Origin::File)
            values.columns[i] = m_stem;
    }
    for (std::size_t i = 0; i < m_mapping.lets.size(); ++i) {
        const Mapping::Let &let = m_mapping.lets[i];
        values.columns[static_cast<std::size_t>(let.column)] =
            evaluate(let.value, values, m_mapping.maps);
        if (values.fault) {
            return refuse(row, "let/" + std::to_string(i) + "/value", values.fault->found,
                          values.fault->expected);
        }
    }
    m_onRecord(row, values);
}

Result<FirstBytes> bytesOf(const Mapping &mapping, const std::filesystem::path &input,
                           const std::optional<FirstPart> &first)
{
    // JSON becomes a tree of some ten times its size.
    constexpr std::uintmax_t kLargestJson = 200'000'000;
    const bool isJson = mapping.format == TableFormat::Json;
    if (first && !isJson) {
        Result<FirstBytes> some = readFirstBytes(input, first->bytes);
        // In UTF-16 a byte like a line's end need not be one.
        const bool isWide =
            some && (some->bytes.starts_with("\xFF\xFE") || some->bytes.starts_with("\xFE\xFF"));
        if (!isWide)
            return some;
    }
    Result<std::string> all = readFileBytes(input, isJson ? kLargestJson : kLargestInput);
    if (!all)
        return tl::unexpected(all.error());
    return FirstBytes{*std::move(all), true};
}

}  // namespace

Result<void> readRecords(Mapping &mapping, const std::filesystem::path &input,
                         std::vector<Refusal> &refused, std::vector<std::string> &remarks,
                         const OnRecord &onRecord, const std::optional<FirstPart> &first)
{
    Result<FirstBytes> read = bytesOf(mapping, input, first);
    if (!read)
        return tl::unexpected(read.error());
    const std::string *const bytes = &read->bytes;
    const std::string name = input.filename().string();
    DecodedText decoded;
    if (mapping.encoding == "auto") {
        decoded = decodeText(*bytes);
    } else if (Result<DecodedText> named = decodeTextAs(*bytes, mapping.encoding)) {
        decoded = *std::move(named);
    } else {
        refused.push_back(
            {name, 0, 0, "encoding", named.error().detail, "text in " + mapping.encoding});
        return {};
    }
    if (const std::string remark = decoded.remark(); !remark.empty())
        remarks.push_back(name + ": " + remark);
    readMapFiles(mapping, input.parent_path(), refused, remarks);

    RecordReader reader(mapping, input, refused, onRecord,
                        first ? first->rows : std::numeric_limits<std::int64_t>::max());
    if (mapping.format == TableFormat::Json)
        reader.readJson(decoded.text);
    else
        reader.readCells(decoded.text, read->isWhole);
    return {};
}

}  // namespace dateline
