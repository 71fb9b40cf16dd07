// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/late_indexes.h"

#include "app/store/column_cache.h"
#include "app/store/database.h"
#include "app/store/recorder.h"

namespace dateline {

namespace {

// Left out while rows come in: their rows would come in any order. An index on what a table is
// sorted by, or that an import asks for, stays: rows come to it in its own order.
struct LateIndex {
    RecordedTable table;
    const char *name;
};
constexpr LateIndex kLateIndexes[] = {
    {RecordedTable::Actor, "actor_external_id"},
    {RecordedTable::Event, "event_external_id"},
    {RecordedTable::Event, "event_earliest_begin"},
    {RecordedTable::Participation, "participation_actor"},
    {RecordedTable::Relation, "relation_external_id"},
    {RecordedTable::Relation, "relation_from"},
    {RecordedTable::Relation, "relation_to"},
    {RecordedTable::Tagging, "tagging_tag"},
};

std::string nameOf(RecordedTable table)
{
    return std::string(recordedTables()[static_cast<std::size_t>(table)]);
}

// Triggers note which rows a cache does not have: not for millions, whose cache is thrown away.
std::vector<std::string> dropTriggers(Database &database)
{
    std::vector<std::string> names;
    std::vector<std::string> creations;
    {
        Statement trigger(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' "
                                    "ORDER BY rowid");
        while (trigger.step()) {
            names.emplace_back(trigger.text(0));
            creations.emplace_back(trigger.text(1));
        }
    }
    for (const std::string &name : names)
        database.execute(("DROP TRIGGER " + name).c_str());
    return creations;
}

bool isEmpty(Database &database, RecordedTable table)
{
    return database.integer("SELECT EXISTS (SELECT 1 FROM " + nameOf(table) + ")") == 0;
}

}  // namespace

LateIndexes::LateIndexes(Database &database) : m_database(database)
{
    dropColumnCache(database);
    m_creations = dropTriggers(database);
    for (const LateIndex &index : kLateIndexes) {
        if (!isEmpty(database, index.table))
            continue;
        const std::string name = index.name;
        m_creations.push_back(
            database.text("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'"));
        database.execute(("DROP INDEX " + name).c_str());
    }
}

void LateIndexes::make()
{
    for (const std::string &sql : m_creations)
        m_database.execute(sql.c_str());
    m_creations.clear();
}

}  // namespace dateline
