// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/own_tables_writer.h"

#include <algorithm>
#include <set>

#include "app/exchange/cell_syntax.h"
#include "app/exchange/csv_writer.h"
#include "app/exchange/file_bytes.h"
#include "app/store/store_error.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// Ids for all rows of one kind: those taken first, so that a new one never meets them.
template <typename IdType, typename Find>
void giveIds(GivenIds &ids, const std::vector<IdType> &rows, const Find &find)
{
    std::vector<std::pair<std::int64_t, std::string>> external;
    external.reserve(rows.size());
    for (const IdType id : rows) {
        if (const auto row = find(id))
            external.emplace_back(id.value, row->externalId);
    }
    for (const auto &[id, text] : external) {
        if (!text.empty())
            ids.take(text);
    }
    for (const auto &[id, text] : external)
        ids.add(id, text);
}

CsvWriter startTable(std::string &out, OwnTable table)
{
    CsvWriter csv(out);
    for (const std::string_view column : columnsOf(table))
        csv.cell(column);
    return csv;
}

}  // namespace

RowSelection selectionOf(const Filter &filter, const Snapshot &snapshot)
{
    RowSelection selection;
    if (filter.isEmpty())
        return selection;
    const RowSet rows = apply(filter, snapshot);
    selection.events.emplace();
    rows.bits().forEach(
        [&](std::uint32_t row) { selection.events->insert(snapshot.events->id(EventRow{row})); });
    selection.actors.emplace();
    for (const ActorRow row : actorsShown(filter, rows, snapshot))
        selection.actors->insert(snapshot.actor(row).id);
    if (!filter.sources.empty())
        selection.sources.emplace(filter.sources.begin(), filter.sources.end());
    return selection;
}

OwnTablesWriter::OwnTablesWriter(ExportedProject project, RowSelection selection, LongWork *work)
    : m_project(std::move(project)), m_selection(std::move(selection)), m_work(work)
{
    const Stores &stores = m_project.stores;
    const auto give = [this](auto &ids, const auto &rows, const auto &find) {
        dateline::giveIds(ids, rows, [&](auto id) {
            advance();
            return find(id);
        });
    };
    give(m_actorIds, stores.actors.all(), [&](ActorId id) { return stores.actors.find(id); });
    give(m_eventIds, stores.events.all(), [&](EventId id) { return stores.events.find(id); });
    give(m_relationIds, stores.relations.all(),
         [&](RelationId id) { return stores.relations.find(id); });
    give(m_sourceIds, stores.sources.all(), [&](SourceId id) { return stores.sources.find(id); });
    give(m_annotationIds, stores.annotations.all(),
         [&](AnnotationId id) { return stores.annotations.find(id); });
    give(m_claimIds, stores.claims.all(), [&](ClaimId id) { return stores.claims.find(id); });
}

void OwnTablesWriter::advance() const
{
    if (m_work != nullptr && !m_work->advance())
        throw StoreError(ErrorCode::Cancelled, "nothing was written");
}

std::int64_t OwnTablesWriter::rowsWithIds(const Snapshot &snapshot)
{
    return static_cast<std::int64_t>(snapshot.actors->size() + snapshot.events->size() +
                                     snapshot.relations->size() + snapshot.sources->size() +
                                     snapshot.annotations->size() + snapshot.claims->size());
}

// Participations and quantities are read event by event.
std::int64_t OwnTablesWriter::rowsOfAll(const Snapshot &snapshot)
{
    return rowsWithIds(snapshot) + 2 * static_cast<std::int64_t>(snapshot.events->size());
}

std::string OwnTablesWriter::table(OwnTable table, ActorsInPlace inPlace) const
{
    switch (table) {
    case OwnTable::Actors:
        return actors();
    case OwnTable::Events:
        return events(inPlace);
    case OwnTable::Participations:
        return participations();
    case OwnTable::Quantities:
        return quantities();
    case OwnTable::Roles:
        return roles();
    case OwnTable::Relations:
        return relations();
    case OwnTable::Reliabilities:
        return reliabilities();
    case OwnTable::Sources:
        return sources();
    case OwnTable::Annotations:
        return annotations();
    case OwnTable::Claims:
        return claims();
    case OwnTable::Decisions:
        return decisions();
    case OwnTable::Rulings:
        return rulings();
    case OwnTable::Acceptances:
        return acceptances();
    }
    return {};
}

bool OwnTablesWriter::isWritten(OwnTable table) const
{
    if (table == OwnTable::Reliabilities)
        return m_project.snapshot->reliabilities->size() > 0;
    if (table == OwnTable::Rulings)
        return !m_project.snapshot->rulings->empty();
    if (table == OwnTable::Acceptances)
        return m_project.snapshot->acceptances->size() > 0;
    return table != OwnTable::Decisions || !allDecisions().empty();
}

std::string OwnTablesWriter::aboutId(ItemRef item) const
{
    switch (item.kind) {
    case ItemKind::Event:
        return m_eventIds.of(item.id);
    case ItemKind::Actor:
        return m_actorIds.of(item.id);
    case ItemKind::Relation:
        return m_relationIds.of(item.id);
    case ItemKind::Source:
        return m_sourceIds.of(item.id);
    case ItemKind::Annotation:
        return m_annotationIds.of(item.id);
    case ItemKind::Claim:
        return m_claimIds.of(item.id);
    case ItemKind::Role:
        if (const std::optional<Role> role = m_project.stores.actors.find(item.role())) {
            return cellOf({m_actorIds.of(role->actor.value), role->title,
                           m_actorIds.of(role->body.value), role->when.text()},
                          '|', "|");
        }
        return {};
    default:
        return {};
    }
}

std::string OwnTablesWriter::events(ActorsInPlace inPlace) const
{
    const Stores &stores = m_project.stores;
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Events);
    if (inPlace == ActorsInPlace::Yes)
        csv.cell("actors");
    csv.endRow();
    for (const EventId id : stores.events.all()) {
        advance();
        const std::optional<Event> row = isSelected(id) ? stores.events.find(id) : std::nullopt;
        if (!row)
            continue;
        csv.cell(m_eventIds.of(id.value)).cell(row->title).cell(row->kind).cell(row->when.text());
        csv.cell(row->status).cell(row->place).cell(row->notes);
        csv.cell(cellOf(stores.tags.tagsOf(id), ';', ";"));
        if (inPlace == ActorsInPlace::Yes) {
            std::vector<NamedPart> parts;
            for (const Participation &part : stores.events.participationsOf(id)) {
                if (const std::optional<Actor> actor = stores.actors.find(part.actor))
                    parts.push_back({actor->name, part.part});
            }
            csv.cell(cellOf(parts));
        }
        csv.endRow();
    }
    return out;
}

std::string OwnTablesWriter::actors() const
{
    const Stores &stores = m_project.stores;
    const std::vector<ActorId> all = stores.actors.all();
    const bool hasTags = std::any_of(all.begin(), all.end(),
                                     [&](ActorId id) { return !stores.tags.tagsOf(id).empty(); });
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Actors);
    if (hasTags)
        csv.cell("tags");
    csv.endRow();
    for (const ActorId id : all) {
        advance();
        const std::optional<Actor> row = isSelected(id) ? stores.actors.find(id) : std::nullopt;
        if (!row)
            continue;
        csv.cell(m_actorIds.of(id.value)).cell(row->name).cell(row->kind);
        csv.cell(cellOf(row->aliases)).cell(row->notes);
        if (hasTags)
            csv.cell(cellOf(stores.tags.tagsOf(id), ';', ";"));
        csv.endRow();
    }
    return out;
}

std::string OwnTablesWriter::participations() const
{
    const Stores &stores = m_project.stores;
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Participations);
    csv.endRow();
    for (const EventId id : stores.events.all()) {
        advance();
        if (!isSelected(id))
            continue;
        std::set<std::pair<ActorId, std::string>> written;  // one actor in one part once
        for (const Participation &row : stores.events.participationsOf(id)) {
            if (written.emplace(row.actor, row.part).second)
                csv.row(m_eventIds.of(id.value), m_actorIds.of(row.actor.value), row.part);
        }
    }
    return out;
}

std::string OwnTablesWriter::quantities() const
{
    const Stores &stores = m_project.stores;
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Quantities);
    csv.endRow();
    for (const EventId id : stores.events.all()) {
        advance();
        if (!isSelected(id))
            continue;
        for (const Quantity &row : stores.events.quantitiesOf(id)) {
            csv.row(m_eventIds.of(id.value), row.what, row.low ? textOf(*row.low) : "",
                    row.high ? textOf(*row.high) : "", row.qualifier, row.unit,
                    row.mode == QuantityMode::Additional ? "additional" : "total");
        }
    }
    return out;
}

std::string OwnTablesWriter::roles() const
{
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Roles);
    csv.endRow();
    std::set<std::string> written;
    for (const Role &row : *m_project.snapshot->roles) {
        if (isSelected(row.actor) && written.insert(aboutId(row.id)).second) {
            csv.row(m_actorIds.of(row.actor.value), row.title, m_actorIds.of(row.body.value),
                    row.when.text());
        }
    }
    return out;
}

std::string OwnTablesWriter::relations() const
{
    const Stores &stores = m_project.stores;
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Relations);
    csv.endRow();
    for (const RelationId id : stores.relations.all()) {
        advance();
        const std::optional<Relation> row = stores.relations.find(id);
        if (!row || !isSelected(row->from) || !isSelected(row->to))
            continue;
        csv.row(m_relationIds.of(id.value), m_actorIds.of(row->from.value),
                m_actorIds.of(row->to.value), row->kind, row->isDirected ? "yes" : "no",
                row->when.text(), row->status, row->notes);
    }
    return out;
}

std::string OwnTablesWriter::reliabilities() const
{
    std::string out;
    CsvWriter csv = startTable(out, OwnTable::Reliabilities);
    csv.endRow();
    for (const Reliability &row : *m_project.snapshot->reliabilities) {
        csv.row(m_actorIds.of(row.actor.value), std::string(1, row.grade), row.since.text(),
                row.reason);
    }
    return out;
}

namespace {

Result<void> stageOwnTables(const ExportedProject &project, const fs::path &folder,
                            StagedFiles &staged, LongWork *work)
{
    if (work != nullptr) {
        work->enter(WorkStage::Writing, 1,
                    OwnTablesWriter::rowsWithIds(*project.snapshot) +
                        OwnTablesWriter::rowsOfAll(*project.snapshot),
                    WorkUnit::Rows);
    }
    const OwnTablesWriter writer(project, {}, work);
    for (const OwnTable table : kOwnTables) {
        const fs::path path = folder / fileNameOf(table);
        // An optional table of an earlier export must not speak for this one.
        std::error_code error;
        if (!writer.isWritten(table) && !fs::exists(path, error))
            continue;
        if (const Result<void> written = staged.write(path, writer.table(table), work); !written)
            return written;
    }
    for (const Source &source : *project.snapshot->sources) {
        const std::string bytes = project.stores.sources.bytes(source.id);
        if (bytes == project.stores.sources.text(source.id))
            continue;
        const fs::path originals = folder / kOriginalsFolder;
        if (const Result<void> made = staged.makeFolder(originals); !made)
            return made;
        const fs::path name = fileNameFor(writer.sourceIds().of(source.id.value)) +
                              std::string(endingOf(source.mediaType));
        if (const Result<void> written = staged.write(originals / name, bytes, work); !written)
            return written;
    }
    return {};
}

}  // namespace

Result<void> writeOwnTables(const ExportedProject &project, const fs::path &folder, LongWork *work)
{
    StagedFiles staged;
    if (const Result<void> made = staged.makeFolder(folder); !made)
        return made;
    try {
        const Result<void> written = stageOwnTables(project, folder, staged, work);
        return written ? staged.putInPlace() : written;
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

}  // namespace dateline
