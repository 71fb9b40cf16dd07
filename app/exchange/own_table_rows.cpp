// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/own_table_rows.h"

#include "app/exchange/cell_syntax.h"
#include "app/model/withdrawn_grade.h"

namespace dateline {

namespace {

std::string text(const TableRow &row, std::string_view column)
{
    return std::string(row[column]);
}

TagList tagsOf(const TableRow &row)
{
    if (!row.hasColumn("tags"))
        return {};
    return valuesOf(row["tags"], ';');
}

std::optional<double> number(TableRow &row, std::string_view column)
{
    if (row[column].empty())
        return {};
    const std::optional<double> value = numberOf(row[column]);
    if (!value)
        row.refuse(column, "a number with a point and without grouping, or nothing");
    return value;
}

}  // namespace

void readActorRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    ActorRecord record{place, {}, tagsOf(row)};
    record.row.externalId = row.needed("id");
    record.row.name = row.needed("name");
    record.row.kind = text(row, "kind");
    record.row.aliases = aliasesOf(row["aliases"]);
    record.row.notes = text(row, "notes");
    if (!row.isRefused())
        tables.actors.push_back(std::move(record));
}

void readEventRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    EventRecord record{place, {}, valuesOf(row["tags"], ';')};
    record.row.externalId = row.needed("id");
    record.row.title = row.needed("title");
    record.row.kind = text(row, "kind");
    record.row.when = row.date("when");
    record.row.status = text(row, "status");
    record.row.place = text(row, "place");
    record.row.notes = text(row, "notes");
    if (row.isRefused())
        return;
    for (const NamedPart &named : namedPartsOf(row["actors"])) {
        ActorRecord actor{place, {}, {}};
        actor.row.name = named.name;
        actor.row.kind = "person";
        tables.actors.push_back(std::move(actor));
        tables.participations.push_back(
            {place, record.row.externalId, nameKey(named.name), named.part});
    }
    tables.events.push_back(std::move(record));
}

void readParticipationRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    ParticipationRecord record{place, row.needed("event_id"), row.needed("actor_id"),
                               text(row, "part")};
    if (!row.isRefused())
        tables.participations.push_back(std::move(record));
}

void readQuantityRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    QuantityRecord record{place, row.needed("event_id"), {}};
    record.row.what = row.needed("what");
    record.row.low = number(row, "low");
    record.row.high = number(row, "high");
    record.row.qualifier = text(row, "qualifier");
    record.row.unit = text(row, "unit");
    if (row["mode"] == "additional")
        record.row.mode = QuantityMode::Additional;
    else if (!row["mode"].empty() && row["mode"] != "total")
        row.refuse("mode", "total or additional");
    if (record.row.low && record.row.high && *record.row.low > *record.row.high)
        row.refuse("high", "a number that is not below low");
    if (!row.isRefused())
        tables.quantities.push_back(std::move(record));
}

void readRoleRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    RoleRecord record{place, row.needed("actor_id"), text(row, "body_id"), row.needed("title"),
                      row.date("when")};
    if (!row.isRefused())
        tables.roles.push_back(std::move(record));
}

void readRelationRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    RelationRecord record{place, row.needed("from_id"), row.needed("to_id"), {}};
    record.row.externalId = row.needed("id");
    record.row.kind = row.needed("kind");
    record.row.when = row.date("when");
    record.row.status = text(row, "status");
    record.row.notes = text(row, "notes");
    const std::string_view directed = row["directed"];
    record.row.isDirected = directed != "no" && directed != "0";
    if (record.row.isDirected && !directed.empty() && directed != "yes" && directed != "1")
        row.refuse("directed", "yes or no, 1 or 0");
    if (!row.isRefused())
        tables.relations.push_back(std::move(record));
}

void readReliabilityRow(TableRow &row, RowPlace place, ProjectTables &tables)
{
    ReliabilityRecord record{place, row.needed("actor_id"), {}};
    const std::string_view grade = row["grade"];
    if (grade.size() == 1 && ((grade[0] >= 'A' && grade[0] <= 'F') || grade[0] == kWithdrawnGrade))
        record.row.grade = grade[0];
    else
        row.refuse("grade", "a letter from A to F, or - for withdrawn");
    record.row.since = row.date("since");
    record.row.reason = text(row, "reason");
    if (!row.isRefused())
        tables.reliabilities.push_back(std::move(record));
}

}  // namespace dateline
