// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bulk_insert.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "app/store/database.h"
#include "app/store/late_indexes.h"
#include "app/store/queries.h"
#include "app/store/tag_store.h"
#include "app/store/text_index.h"
#include "app/store/text_index_builder.h"

namespace dateline {

struct BulkInsert::Private {
    Private(Database &file, Recorder &changes) : database(file), recorder(changes), indexes(file) {}

    // Runs the statement unrecorded; the id of the row that it added.
    std::int64_t insert(Statement &statement, RecordedTable table)
    {
        recorder.pause();
        try {
            statement.run();
        } catch (...) {
            recorder.resume();
            throw;
        }
        recorder.resume();
        const std::int64_t id = database.lastInsertId();
        note(table, id);
        return id;
    }
    void note(RecordedTable table, std::int64_t id)
    {
        RowRange &open = openRanges[static_cast<std::size_t>(table)];
        if (open.first != 0 && open.last + 1 == id) {
            open.last = id;
            return;
        }
        if (open.first != 0)
            closed.push_back(open);
        open = {table, id, id};
    }
    std::int64_t tagNamed(const std::string &name)
    {
        std::int64_t &id = tags[name];
        if (id == 0)
            id = firstIdFrom<TagId>(database, "SELECT id FROM tag WHERE name = ? ORDER BY id", name)
                     .value;
        if (id == 0)
            id = insert(newTag.bind(name), RecordedTable::Tag);
        return id;
    }

    Database &database;
    Recorder &recorder;
    LateIndexes indexes;
    std::array<RowRange, kRecordedTableCount> openRanges{};
    std::vector<RowRange> closed;
    std::vector<RowRange> all;
    std::unordered_map<std::string, std::int64_t> tags;
    std::optional<TextIndexBuilder> texts;

    Statement event{database,
                    "INSERT INTO event(external_id, title, kind, when_edtf, earliest_begin, "
                    "latest_begin, earliest_end, latest_end, status, place, notes) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement actor{database,
                    "INSERT INTO actor(external_id, name, kind, notes) VALUES (?, ?, ?, ?)"};
    Statement alias{database,
                    "INSERT INTO alias(actor_id, position, text, language) VALUES (?, ?, ?, ?)"};
    Statement participation{database,
                            "INSERT INTO participation(event_id, actor_id, part) VALUES (?, ?, ?)"};
    Statement quantity{database,
                       "INSERT INTO quantity(event_id, what, low, high, qualifier, unit, mode) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"};
    Statement role{database,
                   "INSERT INTO role(actor_id, title, body_id, when_edtf, earliest_begin, "
                   "latest_begin, earliest_end, latest_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement relation{database,
                       "INSERT INTO relation(external_id, from_id, to_id, kind, is_directed, "
                       "when_edtf, earliest_begin, latest_begin, earliest_end, latest_end, status, "
                       "notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Statement newTag{database, "INSERT INTO tag(name) VALUES (?)"};
    Statement tagging{database,
                      "INSERT INTO tagging(tag_id, about_kind, about_id) VALUES (?, ?, ?)"};
};

BulkInsert::BulkInsert(Database &database, Recorder &recorder, std::int64_t expectedRows)
    : d(std::make_unique<Private>(database, recorder))
{
    if (TextIndex(database).size() > expectedRows)
        return;
    d->texts.emplace(database);
    TextIndex::forEachText(database,
                           [&](ItemRef item, std::string_view title, std::string_view body) {
                               d->texts->add(item, std::string(title), std::string(body));
                           });
}

BulkInsert::~BulkInsert() = default;

EventId BulkInsert::add(const Event &row)
{
    d->event.bind(row.externalId, row.title, row.kind, row.when, row.status, row.place, row.notes);
    const EventId id{d->insert(d->event, RecordedTable::Event)};
    if (d->texts) {
        d->texts->add(id, row.title,
                      row.notes + '\n' + row.place + '\n' + row.kind + '\n' + row.status);
    }
    return id;
}

ActorId BulkInsert::add(const Actor &row)
{
    d->actor.bind(row.externalId, row.name, row.kind, row.notes);
    const ActorId id{d->insert(d->actor, RecordedTable::Actor)};
    std::string names;
    for (std::size_t position = 0; position < row.aliases.size(); ++position) {
        const Alias &alias = row.aliases[position];
        d->insert(d->alias.bind(id, position, alias.text, alias.language), RecordedTable::Alias);
        names.append(position > 0 ? "\n" : "").append(alias.text);
    }
    if (d->texts)
        d->texts->add(id, row.name, names + '\n' + row.notes);
    return id;
}

ParticipationId BulkInsert::add(const Participation &row)
{
    d->participation.bind(row.event, row.actor, row.part);
    return {d->insert(d->participation, RecordedTable::Participation)};
}

QuantityId BulkInsert::add(const Quantity &row)
{
    d->quantity.bind(row.event, row.what, row.low, row.high, row.qualifier, row.unit, row.mode);
    return {d->insert(d->quantity, RecordedTable::Quantity)};
}

RoleId BulkInsert::add(const Role &row)
{
    d->role.bind(row.actor, row.title, row.body, row.when);
    return {d->insert(d->role, RecordedTable::Role)};
}

RelationId BulkInsert::add(const Relation &row)
{
    d->relation.bind(row.externalId, row.from, row.to, row.kind, row.isDirected, row.when,
                     row.status, row.notes);
    return {d->insert(d->relation, RecordedTable::Relation)};
}

void BulkInsert::addTags(ItemRef item, std::span<const std::string> tags)
{
    for (const std::string &name : tags) {
        d->tagging.bind(d->tagNamed(name), item.kind, item.id);
        d->insert(d->tagging, RecordedTable::Tagging);
    }
}

void BulkInsert::addMissingTags(std::span<const std::string> tags)
{
    for (const std::string &name : tags)
        d->tagNamed(name);
}

void BulkInsert::makeIndexes()
{
    d->indexes.make();
}

const std::vector<RowRange> &BulkInsert::ranges() const
{
    d->all = d->closed;
    for (const RowRange &range : d->openRanges) {
        if (range.first != 0)
            d->all.push_back(range);
    }
    // In the order of the schema no table refers to a later one.
    std::stable_sort(d->all.begin(), d->all.end(), [](const RowRange &a, const RowRange &b) {
        return std::pair(a.table, a.first) < std::pair(b.table, b.first);
    });
    return d->all;
}

void BulkInsert::finishText(const ChangeSet &recorded)
{
    TextIndex index(d->database);
    if (d->texts) {
        d->texts->finish();
        d->texts.reset();
        return index.update(recorded);
    }
    index.update(joined(additionOf(ranges()), recorded));
}

}  // namespace dateline
