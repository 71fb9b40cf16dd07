// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "app/exchange/cell_syntax.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/own_table_rows.h"
#include "app/exchange/own_tables.h"
#include "app/exchange/text_decoding.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

std::string text(const TableRow &row, std::string_view column)
{
    return std::string(row[column]);
}

bool isSha256(std::string_view digits)
{
    return digits.size() == 64 &&
           digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A file beside the table; none where there is no such file. One that cannot be read is refused.
std::optional<std::string> fileBeside(TableRow &row, const fs::path &path)
{
    Result<std::string> bytes = readFileBytes(path);
    if (bytes)
        return *std::move(bytes);
    if (bytes.error().code != ErrorCode::NotFound)
        row.refuse("text", "a readable " + path.filename().string());
    return {};
}

void readTexts(TableRow &row, const fs::path &folder, SourceRecord &record)
{
    const std::string name = fileNameFor(record.row.externalId);
    if (!row["text"].empty()) {
        record.text = text(row, "text");
        record.hasText = true;
    } else if (const auto bytes = fileBeside(row, folder / kTextsFolder / (name + ".txt"))) {
        record.text = std::string(withoutByteOrderMark(*bytes));
        record.hasText = true;
        if (firstInvalidUtf8(record.text) || record.text.find('\0') != std::string::npos)
            row.refuse("text", "UTF-8 without NUL bytes in " + name + ".txt");
    }
    const std::string original = name + std::string(endingOf(record.row.mediaType));
    record.bytes = fileBeside(row, folder / kOriginalsFolder / original);
    record.hasText = record.hasText || record.bytes.has_value();
}

std::int64_t position(TableRow &row, std::string_view column)
{
    const std::string_view cell = row[column];
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || value < 0)
        row.refuse(column, "a whole number from 0: a code point of the text");
    return value;
}

// A day or an instant, as ISO 8601 has them.
bool isIsoTime(std::string_view cell)
{
    constexpr std::size_t kDaySize = std::string_view("2025-03-21").size();
    const Result<Edtf> day = Edtf::parse(cell.substr(0, kDaySize));
    return day && day->when().form == DateForm::Moment &&
           (cell.size() == kDaySize || cell[kDaySize] == 'T');
}

// The cells of a role that is named by what it is.
void readRoleKey(TableRow &row, std::string_view column, AboutKey &about)
{
    const std::vector<std::string> cells = valuesOf(about.id, '|', EmptyValues::Kept);
    Result<Edtf> when = Edtf::parse(cells.size() == 4 ? cells[3] : std::string());
    if (cells.size() != 4 || !when)
        row.refuse(column, "a role as actor_id|title|body_id|when");
    else
        about.role = {{}, cells[0], cells[2], cells[1], *std::move(when)};
}

AboutKey aboutOf(TableRow &row)
{
    AboutKey about;
    if (row["about"].empty() && row["about_id"].empty())
        return about;
    about.kind = itemKindFrom(row["about"]);
    about.id = row.needed("about_id");
    switch (about.kind) {
    case ItemKind::Event:
    case ItemKind::Actor:
    case ItemKind::Relation:
    case ItemKind::Source:
    case ItemKind::Annotation:
        return about;
    case ItemKind::Role:
        break;
    default:
        row.refuse("about", "event, actor, relation or role");
        return about;
    }
    readRoleKey(row, "about_id", about);
    return about;
}

}  // namespace

void readSourceRow(TableRow &row, RowPlace place, const fs::path &folder, ProjectTables &tables)
{
    SourceRecord record{place};
    Source &source = record.row;
    record.outlet = text(row, "outlet_id");
    record.supersedes = text(row, "supersedes_id");
    source.externalId = row.needed("id");
    source.title = row.needed("title");
    source.author = text(row, "author");
    source.published = row.date("published");
    source.updated = row.date("updated");
    source.retrieved = row.date("retrieved");
    source.address = text(row, "address");
    source.language = text(row, "language");
    source.handling = text(row, "handling");
    source.mediaType = row["media_type"].empty() ? "text/plain" : text(row, "media_type");
    source.sha256 = text(row, "sha256");
    if (!source.sha256.empty() && !isSha256(source.sha256))
        row.refuse("sha256", "64 small hexadecimal digits, or nothing");
    if (row.hasColumn("tags"))
        record.tags = valuesOf(row["tags"], ';');
    if (!source.externalId.empty())
        readTexts(row, folder, record);
    if (!row.isRefused())
        tables.sources.push_back(std::move(record));
}

void readAnnotationRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    AnnotationRecord record{place, row.needed("source_id")};
    Annotation &annotation = record.row;
    annotation.externalId = row.needed("id");
    annotation.exact = text(row, "exact");
    annotation.prefix = text(row, "prefix");
    annotation.suffix = text(row, "suffix");
    annotation.note = text(row, "note");
    annotation.madeBy = text(row, "made_by");
    annotation.madeAt = text(row, "made_at");
    record.tags = valuesOf(row["tags"], ';');
    record.hasPosition = !row["start"].empty() || !row["end"].empty();
    if (record.hasPosition) {
        annotation.begin = position(row, "start");
        annotation.end = position(row, "end");
        if (annotation.end < annotation.begin)
            row.refuse("end", "a position that is not before start");
    } else if (annotation.exact.empty()) {
        row.refuse("exact", "the words quoted, or start and end");
    }
    if (!annotation.madeAt.empty() && !isIsoTime(annotation.madeAt))
        row.refuse("made_at", "a day or an instant as ISO 8601: 2025-03-21T14:00:00Z");
    if (!row.isRefused())
        tables.annotations.push_back(std::move(record));
}

void readClaimRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    ClaimRecord record{place, row.needed("source_id"), text(row, "annotation_id"), aboutOf(row)};
    Claim &claim = record.row;
    claim.externalId = row.needed("id");
    claim.field = text(row, "field");
    claim.value = text(row, "value");
    claim.status = text(row, "status");
    claim.likelihood = text(row, "likelihood");
    claim.notes = text(row, "notes");
    claim.handling = text(row, "handling");
    record.hasHandling = row.hasColumn("handling");
    record.attribution = valuesOf(row["attribution"], '>');
    const std::string_view grade = row["credibility"];
    if (grade.size() == 1 && grade[0] >= '1' && grade[0] <= '6')
        claim.credibility = grade[0] - '0';
    else if (!grade.empty())
        row.refuse("credibility", "a number from 1 to 6, or nothing");
    if (row["stance"] == "contradicts")
        claim.stance = Stance::Contradicts;
    else if (!row["stance"].empty() && row["stance"] != "supports")
        row.refuse("stance", "supports or contradicts");
    if (claim.field == "date" && !claim.value.empty())
        row.date("value");
    if (!row.isRefused())
        tables.claims.push_back(std::move(record));
}

void readDecisionRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    DecisionRecord record{place, aboutOf(row), text(row, "field"), row.needed("claim_id"),
                          text(row, "reason")};
    if (record.about.kind == ItemKind::None)
        row.refuse("about", "event, actor, relation or role");
    if (!row.isRefused())
        tables.decisions.push_back(std::move(record));
}

void readRulingRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    RulingRecord record{place};
    record.about.kind = itemKindFrom(row["about"]);
    record.about.id = row.needed("about_id");
    record.reason = row.needed("reason");
    const std::optional<Standing> standing = standingNamed(row["standing"]);
    if (record.about.kind == ItemKind::None)
        row.refuse("about", "event, relation, claim or source");
    if (standing)
        record.standing = *standing;
    else
        row.refuse("standing",
                   "open, corroborated, disputed, corrected, retracted, or doubtful for a source");
    if (!row.isRefused())
        tables.rulings.push_back(std::move(record));
}

void readAcceptanceRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    AcceptanceRecord record{
        place, row.needed("code"), {}, text(row, "basis"), row.needed("reason")};
    for (const std::string &item : valuesOf(row["items"], ';')) {
        const std::size_t equals = item.find('=');
        AboutKey key;
        key.kind = itemKindFrom(std::string_view(item).substr(0, equals));
        if (equals == std::string::npos || key.kind == ItemKind::None) {
            row.refuse("items", "items as kind=id, parted by ;");
            return;
        }
        key.id = item.substr(equals + 1);
        if (key.kind == ItemKind::Role)
            readRoleKey(row, "items", key);
        record.items.push_back(std::move(key));
    }
    if (!row.isRefused())
        tables.acceptances.push_back(std::move(record));
}

}  // namespace dateline
