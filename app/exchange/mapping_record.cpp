// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_record.h"

#include <algorithm>

#include "app/exchange/cell_syntax.h"

namespace dateline {

namespace {

class RecordMaker {
public:
    RecordMaker(const Mapping &mapping, RecordValues &values, RowPlace place,
                const std::string &sourceId)
        : m_mapping(mapping), m_values(values), m_place(place), m_sourceId(sourceId)
    {
    }

    MappedRecord make()
    {
        eachOf("actors", m_mapping.actors, &RecordMaker::addActor);
        eachOf("events", m_mapping.events, &RecordMaker::addEvent);
        eachOf("roles", m_mapping.roles, &RecordMaker::addRole);
        eachOf("relations", m_mapping.relations, &RecordMaker::addRelation);
        return std::move(m_made);
    }

private:
    template <typename Row>
    void eachOf(std::string_view group, const std::vector<Row> &rows,
                void (RecordMaker::*add)(const Row &))
    {
        for (std::size_t i = 0; i < rows.size() && !m_made.fault; ++i) {
            m_path = std::string(group).append("/").append(std::to_string(i));
            (this->*add)(rows[i]);
        }
    }

    void refuse(std::string_view key, std::string_view found, std::string expected)
    {
        if (!m_made.fault)
            m_made.fault = {m_path + "/" + std::string(key), std::string(found),
                            std::move(expected)};
    }

    std::optional<std::string> value(const ValueTemplate &from, std::string_view key)
    {
        if (m_made.fault)
            return {};
        std::optional<std::string> result = evaluate(from, m_values, m_mapping.maps);
        if (m_values.fault) {
            refuse(key, m_values.fault->found, m_values.fault->expected);
            m_values.fault.reset();
            return {};
        }
        return result;
    }
    std::string text(const ValueTemplate &from, std::string_view key)
    {
        return value(from, key).value_or("");
    }
    std::string needed(const ValueTemplate &from, std::string_view key)
    {
        const std::optional<std::string> result = value(from, key);
        if (!result)
            refuse(key, "", "a value");
        return result.value_or("");
    }
    Edtf date(const ValueTemplate &from, std::string_view key)
    {
        const std::string written = text(from, key);
        Result<Edtf> result = Edtf::parse(written);
        if (result)
            return *std::move(result);
        refuse(key, written, "a date as EDTF; " + result.error().detail);
        return {};
    }
    std::optional<double> number(const ValueTemplate &from, std::string_view key)
    {
        const std::optional<std::string> written = value(from, key);
        if (!written)
            return {};
        const std::optional<double> result = numberOf(*written);
        if (!result)
            refuse(key, *written, "a number with a point and without grouping");
        return result;
    }

    // The key of an actor by id or by name, "" for none. An actor by name comes along, filled as
    // the mapping says, in case nobody knows it.
    std::string actor(const MappedActorRef &ref, const std::string &key)
    {
        if (const std::optional<std::string> id = value(ref.id, key + "_id")) {
            m_made.neededActors.push_back(*id);
            return *id;
        }
        const std::optional<std::string> name = value(ref.name, key);
        if (!name)
            return {};
        addNamed(*name, {});
        return nameKey(*name);
    }

    // What is empty in the row is filled from new_actor.
    void addNamed(const std::string &name, Actor row)
    {
        row.name = name;
        fillNew(row);
        m_made.rows.actors.push_back({m_place, std::move(row), {}});
    }
    void fillNew(Actor &row)
    {
        const auto column = static_cast<std::size_t>(m_mapping.actorNameColumn);
        m_values.columns[column] = row.name;
        if (row.kind.empty())
            row.kind = value(m_mapping.newActor.kind, "kind").value_or("person");
        if (row.aliases.empty())
            row.aliases = aliasesOf(text(m_mapping.newActor.aliases, "aliases"));
        if (row.notes.empty())
            row.notes = text(m_mapping.newActor.notes, "notes");
    }

    void addActor(const MappedActor &from)
    {
        const std::optional<std::string> name = value(from.name, "name");
        if (!name)
            return;
        Actor row;
        row.name = *name;
        row.externalId = from.id.isGiven() ? needed(from.id, "id") : std::string();
        row.kind = text(from.kind, "kind");
        row.aliases = aliasesOf(text(from.aliases, "aliases"));
        row.notes = text(from.notes, "notes");
        fillNew(row);
        m_made.rows.actors.push_back({m_place, std::move(row), {}});
    }

    void addEvent(const MappedEvent &from)
    {
        EventRecord event{m_place, {}, {}};
        Event &row = event.row;
        row.externalId = needed(from.id, "id");
        row.title = needed(from.title, "title");
        row.kind = text(from.kind, "kind");
        row.when = date(from.when, "when");
        row.status = text(from.status, "status");
        row.place = text(from.place, "place");
        row.notes = text(from.notes, "notes");
        if (from.tags.isGiven())
            event.tags = valuesOf(text(from.tags, "tags"), ';');
        addParticipations(from, row.externalId);
        addQuantities(from, row.externalId);
        if (from.claim) {
            AboutKey about{ItemKind::Event, row.externalId, {}};
            const bool isDated = row.when.isDated();
            addClaim(*from.claim, "event:" + row.externalId, std::move(about),
                     isDated ? "date" : "title", isDated ? row.when.text() : row.title, row.status);
        }
        m_made.rows.events.push_back(std::move(event));
    }

    void addParticipations(const MappedEvent &from, const std::string &event)
    {
        const std::string path = m_path;
        for (std::size_t i = 0; i < from.participations.size(); ++i) {
            m_path = path + "/participations/" + std::to_string(i);
            const std::string key = actor(from.participations[i].actor, "actor");
            std::string part = text(from.participations[i].part, "part");
            std::vector<ParticipationRecord> &rows = m_made.rows.participations;
            const bool isThere =
                std::any_of(rows.begin(), rows.end(), [&](const ParticipationRecord &row) {
                    return row.event == event && row.actor == key && row.part == part;
                });
            if (!key.empty() && !isThere)
                rows.push_back({m_place, event, key, std::move(part)});
        }
        m_path = path;
    }

    void addQuantities(const MappedEvent &from, const std::string &event)
    {
        const std::string path = m_path;
        for (std::size_t i = 0; i < from.quantities.size(); ++i) {
            m_path = path + "/quantities/" + std::to_string(i);
            const MappedQuantity &quantity = from.quantities[i];
            Quantity row;
            row.low = number(quantity.low, "low");
            row.high = number(quantity.high, "high");
            if (!row.low && !row.high)
                continue;
            if (row.low && row.high && *row.low > *row.high)
                refuse("high", textOf(*row.high), "a number that is not below low");
            row.what = needed(quantity.what, "what");
            row.qualifier = text(quantity.qualifier, "qualifier");
            row.unit = text(quantity.unit, "unit");
            const std::string mode = text(quantity.mode, "mode");
            if (mode == "additional")
                row.mode = QuantityMode::Additional;
            else if (!mode.empty() && mode != "total")
                refuse("mode", mode, "total or additional");
            m_made.rows.quantities.push_back({m_place, event, std::move(row)});
        }
        m_path = path;
    }

    void addRole(const MappedRole &from)
    {
        RoleRecord row{m_place, actor(from.actor, "actor"), {}, text(from.title, "title"), {}};
        if (row.actor.empty() || row.title.empty())
            return;
        row.body = actor(from.body, "body");
        row.when = date(from.when, "when");
        if (from.claim) {
            const auto idOf = [](const std::string &key) {
                return isNameKey(key) ? key.substr(1) : key;
            };
            AboutKey about{
                ItemKind::Role,
                cellOf({idOf(row.actor), row.title, idOf(row.body), row.when.text()}, '|', "|"),
                row};
            const std::string claimId = "role:" + about.id;
            addClaim(*from.claim, claimId, std::move(about), "role", row.title, "");
        }
        m_made.rows.roles.push_back(std::move(row));
    }

    void addRelation(const MappedRelation &from)
    {
        RelationRecord record{m_place, actor(from.from, "from"), actor(from.to, "to"), {}};
        if (record.from.empty() || record.to.empty() || record.from == record.to)
            return;
        Relation &row = record.row;
        row.kind = needed(from.kind, "kind");
        row.when = date(from.when, "when");
        row.status = text(from.status, "status");
        row.notes = text(from.notes, "notes");
        const std::string directed = text(from.directed, "directed");
        row.isDirected = directed != "no";
        if (row.isDirected && !directed.empty() && directed != "yes")
            refuse("directed", directed, "yes or no");
        row.externalId = text(from.id, "id");
        if (row.externalId.empty()) {
            const auto idOf = [](const std::string &key) {
                return isNameKey(key) ? key.substr(1) : key;
            };
            row.externalId =
                idOf(record.from) + ">" + row.kind + ">" + idOf(record.to) + ">" + row.when.text();
        }
        if (from.claim) {
            addClaim(*from.claim, "relation:" + row.externalId,
                     {ItemKind::Relation, row.externalId, {}}, "relation", row.kind, row.status);
        }
        m_made.rows.relations.push_back(std::move(record));
    }

    void addClaim(const MappedClaim &from, std::string id, AboutKey about, std::string field,
                  const std::string &claimed, const std::string &status)
    {
        const std::string path = m_path;
        m_path += "/claim";
        ClaimRecord claim{m_place, m_sourceId, {}, std::move(about), {}, {}};
        claim.row.externalId = std::move(id);
        claim.row.field = std::move(field);
        claim.row.value = value(from.value, "value").value_or(claimed);
        claim.row.status = value(from.status, "status").value_or(status);
        claim.row.likelihood = text(from.likelihood, "likelihood");
        claim.row.notes = text(from.notes, "notes");
        const std::string grade = text(from.credibility, "credibility");
        if (grade.size() == 1 && grade[0] >= '1' && grade[0] <= '6')
            claim.row.credibility = grade[0] - '0';
        else if (!grade.empty())
            refuse("credibility", grade, "a number from 1 to 6");
        m_path = path;
        m_made.rows.claims.push_back(std::move(claim));
    }

    const Mapping &m_mapping;
    RecordValues &m_values;
    RowPlace m_place;
    const std::string &m_sourceId;
    std::string m_path;
    MappedRecord m_made;
};

}  // namespace

MappedRecord mapRecord(const Mapping &mapping, RecordValues &values, RowPlace place,
                       const std::string &sourceId)
{
    return RecordMaker(mapping, values, place, sourceId).make();
}

}  // namespace dateline
