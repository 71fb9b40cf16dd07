// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/rows_writer.h"

#include <array>

#include "app/exchange/date_text.h"
#include "app/exchange/file_bytes.h"
#include "app/exchange/json_writer.h"
#include "app/store/store_error.h"

namespace dateline {

namespace {

constexpr std::array<std::pair<RowsOf, std::string_view>, 5> kNames = {
    {{RowsOf::Events, "events"},
     {RowsOf::Actors, "actors"},
     {RowsOf::Relations, "relations"},
     {RowsOf::Sources, "sources"},
     {RowsOf::Annotations, "annotations"}}};

class JsonRows {
public:
    JsonRows(const ExportedProject &project, const RowSelection &selection, LongWork *work)
        : m_stores(project.stores), m_snapshot(*project.snapshot), m_ids(project, {}, work),
          m_selection(selection), m_work(work), m_json(m_out, JsonWriter::Layout::Indented)
    {
    }

    std::string of(RowsOf rows)
    {
        m_json.beginArray();
        switch (rows) {
        case RowsOf::Events:
            events();
            break;
        case RowsOf::Actors:
            actors();
            break;
        case RowsOf::Relations:
            relations();
            break;
        case RowsOf::Sources:
            sources();
            break;
        case RowsOf::Annotations:
            annotations();
            break;
        }
        m_json.end();
        m_out += '\n';
        return std::move(m_out);
    }

private:
    void advance() const
    {
        if (m_work != nullptr && !m_work->advance())
            throw StoreError(ErrorCode::Cancelled, "nothing was written");
    }

    template <typename Set, typename IdType>
    static bool isSelected(const Set &selection, IdType id)
    {
        return !selection || selection->contains(id);
    }

    void optionalNumber(std::string_view name, const std::optional<double> &number)
    {
        m_json.key(name);
        number ? m_json.value(*number) : m_json.null();
    }

    // The date as written, and the first and the last day that it can mean.
    void date(std::string_view name, const Edtf &when)
    {
        m_json.key(name);
        if (!when.isDated()) {
            m_json.null();
            return;
        }
        m_json.beginObject().member("edtf", when.text());
        bound("earliest", earliestText(when));
        bound("latest", latestText(when));
        m_json.end();
    }
    void bound(std::string_view name, const std::string &text)
    {
        m_json.key(name);
        text.empty() ? m_json.null() : m_json.value(text);
    }

    void actor(std::string_view idName, std::string_view name, ActorId id)
    {
        const Actor *row = m_snapshot.actor(id);
        m_json.member(idName, m_ids.actorIds().of(id.value));
        m_json.member(name, row != nullptr ? row->name : std::string());
    }

    void tags(ItemRef item)
    {
        m_json.key("tags").beginArray();
        for (const std::string &tag : m_stores.tags.tagsOf(item))
            m_json.value(tag);
        m_json.end();
    }

    void events()
    {
        for (const EventId id : m_stores.events.all()) {
            advance();
            const std::optional<Event> row =
                isSelected(m_selection.events, id) ? m_stores.events.find(id) : std::nullopt;
            if (!row)
                continue;
            m_json.beginObject().member("id", m_ids.eventIds().of(id.value));
            m_json.member("title", row->title).member("kind", row->kind);
            date("when", row->when);
            m_json.member("status", row->status).member("place", row->place);
            m_json.member("notes", row->notes);
            tags(id);
            m_json.key("participations").beginArray();
            for (const Participation &part : m_stores.events.participationsOf(id)) {
                m_json.beginObject();
                actor("actor_id", "actor", part.actor);
                m_json.member("part", part.part).end();
            }
            m_json.end().key("quantities").beginArray();
            for (const Quantity &quantity : m_stores.events.quantitiesOf(id)) {
                m_json.beginObject().member("what", quantity.what);
                optionalNumber("low", quantity.low);
                optionalNumber("high", quantity.high);
                m_json.member("qualifier", quantity.qualifier).member("unit", quantity.unit);
                m_json.member("mode",
                              quantity.mode == QuantityMode::Total ? "total" : "additional");
                m_json.end();
            }
            m_json.end().end();
        }
    }

    void actors()
    {
        for (const ActorId id : m_stores.actors.all()) {
            advance();
            const std::optional<Actor> row =
                isSelected(m_selection.actors, id) ? m_stores.actors.find(id) : std::nullopt;
            if (!row)
                continue;
            m_json.beginObject().member("id", m_ids.actorIds().of(id.value));
            m_json.member("name", row->name).member("kind", row->kind);
            m_json.member("notes", row->notes);
            tags(id);
            m_json.key("aliases").beginArray();
            for (const Alias &alias : row->aliases) {
                m_json.beginObject().member("text", alias.text);
                m_json.member("language", alias.language).end();
            }
            m_json.end().key("roles").beginArray();
            for (const Role &role : m_stores.actors.rolesOf(id)) {
                m_json.beginObject().member("title", role.title);
                actor("body_id", "body", role.body);
                date("when", role.when);
                m_json.end();
            }
            m_json.end().end();
        }
    }

    void relations()
    {
        for (const RelationId id : m_stores.relations.all()) {
            advance();
            const std::optional<Relation> row = m_stores.relations.find(id);
            if (!row || !isSelected(m_selection.actors, row->from) ||
                !isSelected(m_selection.actors, row->to))
                continue;
            m_json.beginObject().member("id", m_ids.relationIds().of(id.value));
            actor("from_id", "from", row->from);
            actor("to_id", "to", row->to);
            m_json.member("kind", row->kind).member("directed", row->isDirected);
            date("when", row->when);
            m_json.member("status", row->status).member("notes", row->notes).end();
        }
    }

    void sources()
    {
        for (const Source &row : *m_snapshot.sources) {
            advance();
            if (!isSelected(m_selection.sources, row.id))
                continue;
            m_json.beginObject().member("id", m_ids.sourceIds().of(row.id.value));
            m_json.member("title", row.title);
            actor("outlet_id", "outlet", row.outlet);
            m_json.member("author", row.author);
            date("published", row.published);
            date("updated", row.updated);
            date("retrieved", row.retrieved);
            m_json.member("address", row.address).member("language", row.language);
            m_json.member("handling", row.handling).member("media_type", row.mediaType);
            m_json.member("sha256", row.sha256).member("length", row.length);
            tags(row.id);
            m_json.member("text", m_stores.sources.text(row.id)).end();
        }
    }

    void annotations()
    {
        for (const AnnotationId id : m_stores.annotations.all()) {
            advance();
            const std::optional<Annotation> row = m_stores.annotations.find(id);
            if (!row || !isSelected(m_selection.sources, row->source))
                continue;
            m_json.beginObject().member("id", m_ids.annotationIds().of(id.value));
            m_json.member("source_id", m_ids.sourceIds().of(row->source.value));
            m_json.member("start", row->begin).member("end", row->end);
            m_json.member("exact", row->exact).member("prefix", row->prefix);
            m_json.member("suffix", row->suffix).member("note", row->note);
            tags(id);
            m_json.member("made_by", row->madeBy).member("made_at", row->madeAt).end();
        }
    }

    const Stores &m_stores;
    const Snapshot &m_snapshot;
    OwnTablesWriter m_ids;
    const RowSelection &m_selection;
    LongWork *m_work;
    std::string m_out;
    JsonWriter m_json;
};

OwnTable tableOf(RowsOf rows)
{
    switch (rows) {
    case RowsOf::Events:
        return OwnTable::Events;
    case RowsOf::Actors:
        return OwnTable::Actors;
    case RowsOf::Relations:
        return OwnTable::Relations;
    case RowsOf::Sources:
        return OwnTable::Sources;
    case RowsOf::Annotations:
        return OwnTable::Annotations;
    }
    return OwnTable::Events;
}

std::int64_t countOf(RowsOf rows, const Snapshot &snapshot)
{
    switch (rows) {
    case RowsOf::Events:
        return snapshot.events->size();
    case RowsOf::Actors:
        return static_cast<std::int64_t>(snapshot.actors->size());
    case RowsOf::Relations:
        return static_cast<std::int64_t>(snapshot.relations->size());
    case RowsOf::Sources:
        return static_cast<std::int64_t>(snapshot.sources->size());
    case RowsOf::Annotations:
        return static_cast<std::int64_t>(snapshot.annotations->size());
    }
    return 0;
}

}  // namespace

std::string_view nameOf(RowsOf rows)
{
    for (const auto &[kind, name] : kNames) {
        if (kind == rows)
            return name;
    }
    return {};
}

std::optional<RowsOf> rowsNamed(std::string_view name)
{
    for (const auto &[kind, word] : kNames) {
        if (word == name)
            return kind;
    }
    return {};
}

std::string rowsAsCsv(const ExportedProject &project, RowsOf rows, const RowSelection &selection,
                      LongWork *work)
{
    return OwnTablesWriter(project, selection, work)
        .table(tableOf(rows), OwnTablesWriter::ActorsInPlace::Yes);
}

std::string rowsAsJson(const ExportedProject &project, RowsOf rows, const RowSelection &selection,
                       LongWork *work)
{
    return JsonRows(project, selection, work).of(rows);
}

Result<void> writeRows(const ExportedProject &project, RowsOf rows, RowsFormat format,
                       const RowSelection &selection, const std::filesystem::path &path,
                       LongWork *work)
{
    const Snapshot &snapshot = *project.snapshot;
    if (work != nullptr) {
        work->enter(WorkStage::Writing, 1,
                    OwnTablesWriter::rowsWithIds(snapshot) + countOf(rows, snapshot),
                    WorkUnit::Rows);
    }
    try {
        return writeFileBytes(path,
                              format == RowsFormat::Csv
                                  ? rowsAsCsv(project, rows, selection, work)
                                  : rowsAsJson(project, rows, selection, work),
                              work);
    } catch (const StoreError &error) {
        return tl::unexpected(error.error());
    }
}

}  // namespace dateline
