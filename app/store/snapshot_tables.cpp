// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/snapshot_tables.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/store/database.h"

namespace dateline {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept
    {
        return std::hash<std::string_view>{}(text);
    }
};

// A million events have some ten thousand different dates; the from and to of a million relations
// hardly meet again, and to remember them all costs more than to read them.
class DateReader {
public:
    static constexpr std::size_t kMostKept = 50'000;

    // The text of a date, and the four bounds behind it, which speak for a text that this version
    // of the program cannot read.
    When read(const Statement &row, int column)
    {
        const std::string_view text = row.text(column);
        if (text.empty())
            return {};
        const auto known = m_dates.find(text);
        if (known != m_dates.end())
            return known->second;
        When when;
        if (const Result<Edtf> date = Edtf::parse(text)) {
            when = date->when();
        } else if (const DateBounds bounds = row.bounds(column + 1); bounds != DateBounds()) {
            when.bounds = bounds;
            when.form = DateForm::Range;
        }
        if (m_dates.size() < kMostKept)
            m_dates.emplace(text, when);
        return when;
    }

private:
    std::unordered_map<std::string, When, TextHash, std::equal_to<>> m_dates;
};

constexpr std::string_view kEventRows =
    "SELECT id, title, kind, status, place, when_edtf, earliest_begin, latest_begin, earliest_end, "
    "latest_end FROM event";
constexpr std::string_view kEventRow =
    "SELECT id, title, kind, status, place, when_edtf, earliest_begin, latest_begin, earliest_end, "
    "latest_end FROM event WHERE id = ?";

void addEvent(EventColumns &events, const Statement &row, DateReader &dates)
{
    events.add(EventId{row.integer(0)}, row.text(1), row.text(2), row.text(5), dates.read(row, 5),
               row.text(3), row.text(4));
}

constexpr std::string_view kParticipationRows =
    "SELECT id, event_id, actor_id, part FROM participation";
constexpr std::string_view kParticipationRow =
    "SELECT id, event_id, actor_id, part FROM participation WHERE id = ?";

// Links to rows that are not there (a file that something else has written to) are left out.
void addParticipation(ParticipationColumns &participations, const Statement &row,
                      const EventColumns &events, const Table<Actor> &actors)
{
    const EventRow event = events.rowOf(EventId{row.integer(1)});
    const std::size_t actor = actors.rowOf(ActorId{row.integer(2)});
    if (event && actor < actors.size()) {
        participations.add(ParticipationId{row.integer(0)}, event,
                           ActorRow{static_cast<std::uint32_t>(actor)}, row.text(3));
    }
}

constexpr std::string_view kRelationRows =
    "SELECT id, from_id, to_id, kind, is_directed, status, when_edtf, earliest_begin, "
    "latest_begin, earliest_end, latest_end FROM relation";
constexpr std::string_view kRelationRow =
    "SELECT id, from_id, to_id, kind, is_directed, status, when_edtf, earliest_begin, "
    "latest_begin, earliest_end, latest_end FROM relation WHERE id = ?";

void addRelation(RelationColumns &relations, const Statement &row, const Table<Actor> &actors,
                 DateReader &dates)
{
    const std::size_t from = actors.rowOf(ActorId{row.integer(1)});
    const std::size_t to = actors.rowOf(ActorId{row.integer(2)});
    if (from < actors.size() && to < actors.size()) {
        relations.add(RelationId{row.integer(0)}, ActorRow{static_cast<std::uint32_t>(from)},
                      ActorRow{static_cast<std::uint32_t>(to)}, row.text(3), row.integer(4) != 0,
                      row.text(6), dates.read(row, 6), row.text(5));
    }
}

}  // namespace

std::shared_ptr<const EventColumns> readEvents(Database &database)
{
    auto events = std::make_shared<EventColumns>();
    DateReader dates;
    Statement row(database, kEventRows);
    while (row.step())
        addEvent(*events, row, dates);
    events->finish();
    return events;
}

std::shared_ptr<const EventColumns> readEvents(Database &database, const EventColumns &previous,
                                               const std::vector<EventId> &touched)
{
    auto events = std::make_shared<EventColumns>(previous.without(touched));
    DateReader dates;
    for (const EventId id : touched) {
        Statement row(database, kEventRow);
        if (row.bind(id).step())
            addEvent(*events, row, dates);
    }
    events->finish();
    return events;
}

std::shared_ptr<const Table<Actor>> readActors(Database &database)
{
    std::vector<Actor> actors;
    Statement row(database, "SELECT id, external_id, name, kind, notes FROM actor ORDER BY id");
    while (row.step()) {
        Actor &actor = actors.emplace_back();
        row.read(actor.id, actor.externalId, actor.name, actor.kind, actor.notes);
    }
    auto owner = actors.begin();
    Statement names(database, "SELECT id, actor_id, text, language FROM alias "
                              "ORDER BY actor_id, position, id");
    while (names.step()) {
        Alias alias;
        names.read(alias.id, alias.actor, alias.text, alias.language);
        while (owner != actors.end() && owner->id < alias.actor)
            ++owner;
        if (owner != actors.end() && owner->id == alias.actor)
            owner->aliases.push_back(std::move(alias));
    }
    return std::make_shared<const Table<Actor>>(std::move(actors));
}

std::shared_ptr<const ParticipationColumns>
readParticipations(Database &database, const EventColumns &events, const Table<Actor> &actors)
{
    auto participations = std::make_shared<ParticipationColumns>();
    Statement row(database, kParticipationRows);
    while (row.step())
        addParticipation(*participations, row, events, actors);
    participations->finish(events.size(), static_cast<std::uint32_t>(actors.size()));
    return participations;
}

std::shared_ptr<const ParticipationColumns>
readParticipations(Database &database, const EventColumns &events, const Table<Actor> &actors,
                   const ParticipationColumns &previous, const RowMoves &eventMoves,
                   const std::vector<ActorRow> &newActors,
                   const std::vector<ParticipationId> &touched)
{
    auto participations =
        std::make_shared<ParticipationColumns>(previous.without(touched, eventMoves, newActors));
    for (const ParticipationId id : touched) {
        Statement row(database, kParticipationRow);
        if (row.bind(id).step())
            addParticipation(*participations, row, events, actors);
    }
    participations->finish(events.size(), static_cast<std::uint32_t>(actors.size()));
    return participations;
}

std::shared_ptr<const RelationColumns> readRelations(Database &database, const Table<Actor> &actors)
{
    auto relations = std::make_shared<RelationColumns>();
    DateReader dates;
    Statement row(database, kRelationRows);
    while (row.step())
        addRelation(*relations, row, actors, dates);
    relations->finish();
    return relations;
}

std::shared_ptr<const RelationColumns> readRelations(Database &database, const Table<Actor> &actors,
                                                     const RelationColumns &previous,
                                                     const std::vector<ActorRow> &newActors,
                                                     const std::vector<RelationId> &touched)
{
    auto relations = std::make_shared<RelationColumns>(previous.without(touched, newActors));
    DateReader dates;
    for (const RelationId id : touched) {
        Statement row(database, kRelationRow);
        if (row.bind(id).step())
            addRelation(*relations, row, actors, dates);
    }
    relations->finish();
    return relations;
}

// Rows of one type, the columns read in order into what fields() names.
template <typename T, typename Fields>
static std::shared_ptr<const Table<T>> readTable(Database &database, std::string_view sql,
                                                 Fields fields)
{
    std::vector<T> rows;
    Statement row(database, sql);
    while (row.step())
        fields(row, rows.emplace_back());
    return std::make_shared<const Table<T>>(std::move(rows));
}

std::shared_ptr<const Table<Quantity>> readQuantities(Database &database)
{
    return readTable<Quantity>(
        database, "SELECT id, event_id, what, low, high, qualifier, unit, mode FROM quantity",
        [](const Statement &row, Quantity &q) {
            row.read(q.id, q.event, q.what, q.low, q.high, q.qualifier, q.unit, q.mode);
        });
}

std::shared_ptr<const Table<Role>> readRoles(Database &database)
{
    return readTable<Role>(database, "SELECT id, actor_id, title, body_id, when_edtf FROM role",
                           [](const Statement &row, Role &role) {
                               row.read(role.id, role.actor, role.title, role.body, role.when);
                           });
}

std::shared_ptr<const Table<Reliability>> readReliabilities(Database &database)
{
    return readTable<Reliability>(database,
                                  "SELECT id, actor_id, grade, since_edtf, reason FROM reliability",
                                  [](const Statement &row, Reliability &reliability) {
                                      std::string grade;
                                      row.read(reliability.id, reliability.actor, grade,
                                               reliability.since, reliability.reason);
                                      reliability.grade = grade.empty() ? '\0' : grade.front();
                                  });
}

std::shared_ptr<const Table<Source>> readSources(Database &database)
{
    return readTable<Source>(
        database,
        "SELECT id, external_id, title, outlet_id, author, published, updated, retrieved, address, "
        "language, handling, media_type, sha256, supersedes_id, length FROM source",
        [](const Statement &row, Source &s) {
            row.read(s.id, s.externalId, s.title, s.outlet, s.author, s.published, s.updated,
                     s.retrieved, s.address, s.language, s.handling, s.mediaType, s.sha256,
                     s.supersedes, s.length);
        });
}

std::shared_ptr<const Table<Annotation>> readAnnotations(Database &database)
{
    return readTable<Annotation>(
        database,
        "SELECT id, external_id, source_id, begin, end, exact, prefix, suffix, note, made_by, "
        "made_at FROM annotation",
        [](const Statement &row, Annotation &a) {
            row.read(a.id, a.externalId, a.source, a.begin, a.end, a.exact, a.prefix, a.suffix,
                     a.note, a.madeBy, a.madeAt);
        });
}

std::shared_ptr<const Table<Claim>> readClaims(Database &database)
{
    std::vector<Claim> claims;
    Statement row(database, "SELECT id, external_id, source_id, annotation_id, about_kind, "
                            "about_id, field, value, status, credibility, likelihood, stance, "
                            "notes FROM claim ORDER BY id");
    while (row.step()) {
        Claim &c = claims.emplace_back();
        row.read(c.id, c.externalId, c.source, c.annotation, c.about.kind, c.about.id, c.field,
                 c.value, c.status, c.credibility, c.likelihood, c.stance, c.notes);
    }
    auto owner = claims.begin();
    Statement hops(database, "SELECT claim_id, actor_id FROM attribution "
                             "ORDER BY claim_id, position, id");
    while (hops.step()) {
        const ClaimId claim{hops.integer(0)};
        while (owner != claims.end() && owner->id < claim)
            ++owner;
        if (owner != claims.end() && owner->id == claim)
            owner->attribution.push_back(ActorId{hops.integer(1)});
    }
    owner = claims.begin();
    Statement marks(database, "SELECT claim_id, mark FROM claim_handling ORDER BY claim_id");
    while (marks.step()) {
        const ClaimId claim{marks.integer(0)};
        while (owner != claims.end() && owner->id < claim)
            ++owner;
        if (owner != claims.end() && owner->id == claim)
            owner->handling = marks.text(1);
    }
    return std::make_shared<const Table<Claim>>(std::move(claims));
}

std::shared_ptr<const std::vector<Decision>> readDecisions(Database &database)
{
    std::vector<Decision> decisions;
    Statement row(database, "SELECT about_kind, about_id, field, claim_id, reason FROM decision "
                            "ORDER BY about_kind, about_id, field");
    while (row.step()) {
        Decision &d = decisions.emplace_back();
        row.read(d.about.kind, d.about.id, d.field, d.preferred, d.reason);
    }
    return std::make_shared<const std::vector<Decision>>(std::move(decisions));
}

std::shared_ptr<const Table<Tagging>> readTaggings(Database &database)
{
    return readTable<Tagging>(database,
                              "SELECT tagging.id, about_kind, about_id, tag.name FROM tagging "
                              "JOIN tag ON tag.id = tag_id",
                              [](const Statement &row, Tagging &tagging) {
                                  row.read(tagging.id, tagging.about.kind, tagging.about.id,
                                           tagging.tag);
                              });
}

std::shared_ptr<const Table<SavedView>> readViews(Database &database)
{
    return readTable<SavedView>(
        database, "SELECT id, name, settings FROM view",
        [&](const Statement &row, SavedView &view) {
            row.read(view.id, view.name, view.settings);
            Statement place(database, "SELECT actor_id, x, y, is_pinned FROM view_position "
                                      "WHERE view_id = ? ORDER BY actor_id");
            place.bind(view.id);
            while (place.step()) {
                ActorPosition &position = view.positions.emplace_back();
                place.read(position.actor, position.x, position.y, position.isPinned);
            }
        });
}

}  // namespace dateline
