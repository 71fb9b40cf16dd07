// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot made in memory, one line per row, for tests that need no file. Ids count up from 1 per
// table; what the test does not name is empty.
//
//     SnapshotOf rows;
//     const ActorId kim = rows.actor("Kim Jong Un");
//     const EventId treaty = rows.event("Treaty signed", "2024-06");
//     rows.participation(treaty, kim, "host");
//     SnapshotPointer snapshot = rows.build();
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/base/check.h"
#include "app/model/snapshot.h"

namespace dateline::test {

// A date that the test knows to be right.
inline Edtf edtf(std::string_view text)
{
    const Result<Edtf> date = Edtf::parse(text);
    DL_CHECK(date.has_value());
    return *date;
}

class SnapshotOf {
public:
    ActorId actor(std::string name, std::string kind = "person")
    {
        Actor row;
        row.name = std::move(name);
        row.kind = std::move(kind);
        return add(m_actors, std::move(row));
    }
    void alias(ActorId actor, std::string text)
    {
        auto &aliases = m_actors[rowOf(actor).value].aliases;
        aliases.push_back({{}, actor, std::move(text), {}});
    }
    EventId event(std::string title, std::string_view when = {}, std::string kind = {},
                  std::string status = {}, std::string place = {})
    {
        Event row;
        row.title = std::move(title);
        row.when = edtf(when);
        row.kind = std::move(kind);
        row.status = std::move(status);
        row.place = std::move(place);
        return add(m_events, std::move(row));
    }
    ParticipationId participation(EventId event, ActorId actor, std::string part = {})
    {
        return add(m_participations, Participation{{}, event, actor, std::move(part)});
    }
    QuantityId quantity(EventId event, std::string what, double low, double high, std::string unit)
    {
        return add(m_quantities,
                   Quantity{{}, event, std::move(what), low, high, {}, std::move(unit)});
    }
    QuantityId quantity(Quantity row) { return add(m_quantities, std::move(row)); }
    RelationId relation(ActorId from, ActorId to, std::string kind, std::string_view when = {},
                        std::string status = {})
    {
        Relation row;
        row.from = from;
        row.to = to;
        row.kind = std::move(kind);
        row.when = edtf(when);
        row.status = std::move(status);
        return add(m_relations, std::move(row));
    }
    RelationId undirectedRelation(ActorId from, ActorId to, std::string kind,
                                  std::string_view when = {}, std::string status = {})
    {
        const RelationId id = relation(from, to, std::move(kind), when, std::move(status));
        m_relations.back().isDirected = false;
        return id;
    }
    RoleId role(ActorId actor, std::string title, ActorId body = {}, std::string_view when = {})
    {
        return add(m_roles, Role{{}, actor, std::move(title), body, edtf(when)});
    }
    SourceId source(std::string title, std::string_view published = {}, ActorId outlet = {})
    {
        Source row;
        row.title = std::move(title);
        row.published = edtf(published);
        row.outlet = outlet;
        return add(m_sources, std::move(row));
    }
    SourceId source(Source row) { return add(m_sources, std::move(row)); }
    AnnotationId annotation(Annotation row) { return add(m_annotations, std::move(row)); }
    ClaimId claim(SourceId source, ItemRef about, std::string field, std::string value,
                  std::string status = {}, std::vector<ActorId> attribution = {},
                  Stance stance = Stance::Supports)
    {
        Claim row;
        row.source = source;
        row.about = about;
        row.field = std::move(field);
        row.value = std::move(value);
        row.status = std::move(status);
        row.attribution = std::move(attribution);
        row.stance = stance;
        return add(m_claims, std::move(row));
    }
    ClaimId claim(Claim row) { return add(m_claims, std::move(row)); }
    void decision(Decision row) { m_decisions.push_back(std::move(row)); }
    TaggingId tag(ItemRef item, std::string name)
    {
        return add(m_taggings, Tagging{{}, item, std::move(name)});
    }

    // May be called again after more rows were added.
    SnapshotPointer build() const
    {
        Snapshot snapshot = *Snapshot::empty();
        snapshot.events = events();
        snapshot.actors = std::make_shared<const Table<Actor>>(m_actors);
        snapshot.participations = participations(*snapshot.events);
        snapshot.relations = relations();
        snapshot.quantities = std::make_shared<const Table<Quantity>>(m_quantities);
        snapshot.roles = std::make_shared<const Table<Role>>(m_roles);
        snapshot.sources = std::make_shared<const Table<Source>>(m_sources);
        snapshot.annotations = std::make_shared<const Table<Annotation>>(m_annotations);
        snapshot.claims = std::make_shared<const Table<Claim>>(m_claims);
        snapshot.decisions = std::make_shared<const std::vector<Decision>>(m_decisions);
        snapshot.taggings = std::make_shared<const Table<Tagging>>(m_taggings);
        snapshot.evidence =
            std::make_shared<const std::vector<EventEvidence>>(snapshot.events->size());
        return std::make_shared<const Snapshot>(std::move(snapshot));
    }

private:
    template <typename RowType>
    static decltype(RowType::id) add(std::vector<RowType> &rows, RowType row)
    {
        row.id = {static_cast<std::int64_t>(rows.size()) + 1};
        rows.push_back(std::move(row));
        return rows.back().id;
    }
    static ActorRow rowOf(ActorId id) { return {static_cast<std::uint32_t>(id.value - 1)}; }

    std::shared_ptr<const EventColumns> events() const
    {
        auto columns = std::make_shared<EventColumns>();
        for (const Event &row : m_events) {
            columns->add(row.id, row.title, row.kind, row.when.text(), row.when.when(), row.status,
                         row.place);
        }
        columns->finish();
        return columns;
    }
    std::shared_ptr<const ParticipationColumns> participations(const EventColumns &events) const
    {
        auto columns = std::make_shared<ParticipationColumns>();
        for (const Participation &row : m_participations)
            columns->add(row.id, events.rowOf(row.event), rowOf(row.actor), row.part);
        columns->finish(events.size(), static_cast<std::uint32_t>(m_actors.size()));
        return columns;
    }
    std::shared_ptr<const RelationColumns> relations() const
    {
        auto columns = std::make_shared<RelationColumns>();
        for (const Relation &row : m_relations) {
            columns->add(row.id, rowOf(row.from), rowOf(row.to), row.kind, row.isDirected,
                         row.when.text(), row.when.when(), row.status);
        }
        columns->finish();
        return columns;
    }

    std::vector<Actor> m_actors;
    std::vector<Event> m_events;
    std::vector<Participation> m_participations;
    std::vector<Quantity> m_quantities;
    std::vector<Relation> m_relations;
    std::vector<Role> m_roles;
    std::vector<Source> m_sources;
    std::vector<Annotation> m_annotations;
    std::vector<Claim> m_claims;
    std::vector<Decision> m_decisions;
    std::vector<Tagging> m_taggings;
};

}  // namespace dateline::test
