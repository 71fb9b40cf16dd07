// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/exchange/cell_syntax.h"
#include "app/exchange/csv_writer.h"
#include "app/exchange/own_tables_writer.h"

namespace dateline {

namespace {

CsvWriter startTable(std::string &out, OwnTable table)
{
    CsvWriter csv(out);
    for (const std::string_view column : columnsOf(table))
        csv.cell(column);
    return csv;
}

// What is not said is plain text.
std::string_view mediaTypeOf(const Source &source)
{
    return source.mediaType.empty() ? std::string_view("text/plain") : source.mediaType;
}

}  // namespace

std::string OwnTablesWriter::sources() const
{
    const Stores &stores = m_project.stores;
    const Table<Source> &rows = *m_project.snapshot->sources;
    const auto anyOf = [&](const auto &has) { return std::any_of(rows.begin(), rows.end(), has); };
    const bool hasMediaTypes =
        anyOf([](const Source &row) { return mediaTypeOf(row) != "text/plain"; });
    const bool hasEarlier = anyOf([](const Source &row) { return !row.supersedes.isNull(); });
    const bool hasTags =
        anyOf([&](const Source &row) { return !stores.tags.tagsOf(row.id).empty(); });

    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Sources);
    if (hasMediaTypes)
        csv.cell("media_type");
    if (hasEarlier)
        csv.cell("supersedes_id");
    if (hasTags)
        csv.cell("tags");
    csv.endRow();
    for (const Source &row : rows) {
        advance();
        if (!isSelected(row.id))
            continue;
        csv.cell(m_sourceIds.of(row.id.value)).cell(row.title);
        csv.cell(m_actorIds.of(row.outlet.value)).cell(row.author).cell(row.published.text());
        csv.cell(row.updated.text()).cell(row.retrieved.text()).cell(row.address);
        csv.cell(row.language).cell(row.handling).cell(stores.sources.text(row.id));
        csv.cell(row.sha256);
        if (hasMediaTypes)
            csv.cell(mediaTypeOf(row));
        if (hasEarlier)
            csv.cell(m_sourceIds.of(row.supersedes.value));
        if (hasTags)
            csv.cell(cellOf(stores.tags.tagsOf(row.id), ';', ";"));
        csv.endRow();
    }
    return out;
}

std::string OwnTablesWriter::annotations() const
{
    const Stores &stores = m_project.stores;
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Annotations);
    csv.endRow();
    for (const AnnotationId id : stores.annotations.all()) {
        advance();
        const std::optional<Annotation> row = stores.annotations.find(id);
        if (!row || !isSelected(row->source))
            continue;
        csv.row(m_annotationIds.of(id.value), m_sourceIds.of(row->source.value),
                std::to_string(row->begin), std::to_string(row->end), row->exact, row->prefix,
                row->suffix, row->note, cellOf(stores.tags.tagsOf(id), ';', ";"), row->madeBy,
                row->madeAt);
    }
    return out;
}

std::string OwnTablesWriter::claims() const
{
    const Stores &stores = m_project.stores;
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Claims);
    const Table<Claim> &shown = *m_project.snapshot->claims;
    const bool hasHandling = std::any_of(
        shown.begin(), shown.end(), [](const Claim &claim) { return !claim.handling.empty(); });
    if (hasHandling)
        csv.cell("handling");
    csv.endRow();
    for (const ClaimId id : stores.claims.all()) {
        advance();
        const std::optional<Claim> row = stores.claims.find(id);
        if (!row || !isSelected(row->source))
            continue;
        std::vector<std::string> hops;
        for (const ActorId hop : row->attribution)
            hops.push_back(m_actorIds.of(hop.value));
        const std::string about = aboutId(row->about);
        csv.cell(m_claimIds.of(id.value)).cell(m_sourceIds.of(row->source.value));
        csv.cell(m_annotationIds.of(row->annotation.value));
        csv.cell(about.empty() ? std::string_view() : nameOf(row->about.kind)).cell(about);
        csv.cell(row->field).cell(row->value).cell(row->status);
        csv.cell(row->credibility == 0 ? std::string() : std::to_string(row->credibility));
        csv.cell(row->likelihood);
        csv.cell(row->stance == Stance::Contradicts ? "contradicts" : "supports");
        csv.cell(cellOf(hops, '>', ">")).cell(row->notes);
        if (hasHandling)
            csv.cell(row->handling);
        csv.endRow();
    }
    return out;
}

std::vector<Decision> OwnTablesWriter::allDecisions() const
{
    std::vector<Decision> decisions = *m_project.snapshot->decisions;
    std::erase_if(decisions, [&](const Decision &row) { return aboutId(row.about).empty(); });
    std::sort(decisions.begin(), decisions.end(), [](const Decision &a, const Decision &b) {
        return std::tie(a.about, a.field) < std::tie(b.about, b.field);
    });
    return decisions;
}

std::string OwnTablesWriter::decisions() const
{
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Decisions);
    csv.endRow();
    for (const Decision &row : allDecisions()) {
        csv.row(nameOf(row.about.kind), aboutId(row.about), row.field,
                m_claimIds.of(row.preferred.value), row.reason);
    }
    return out;
}

std::string OwnTablesWriter::rulings() const
{
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Rulings);
    csv.endRow();
    for (const Ruling &row : *m_project.snapshot->rulings) {
        const std::string about = aboutId(row.about);
        if (!about.empty())
            csv.row(nameOf(row.about.kind), about, nameOf(row.standing), row.reason);
    }
    return out;
}

std::string OwnTablesWriter::itemsCell(const std::vector<ItemRef> &items) const
{
    std::vector<std::string> cells;
    for (const ItemRef item : items) {
        const std::string id = aboutId(item);
        if (id.empty())
            return {};
        cells.push_back(std::string(nameOf(item.kind)) + "=" + id);
    }
    return cellOf(cells, ';', ";");
}

std::string OwnTablesWriter::acceptances() const
{
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Acceptances);
    csv.endRow();
    for (const Acceptance &row : *m_project.snapshot->acceptances) {
        const std::string items = itemsCell(row.items);
        if (!items.empty())
            csv.row(row.code, items, row.basis, row.reason);
    }
    return out;
}

}  // namespace dateline
