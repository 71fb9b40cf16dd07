// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/claim_store.h"

#include "app/store/queries.h"

namespace dateline {

namespace {

std::vector<ActorId> hopsOf(Database &database, ClaimId claim)
{
    return idsFrom<ActorId>(
        database, "SELECT actor_id FROM attribution WHERE claim_id = ? ORDER BY position, id",
        claim);
}

// Rewrites the actors of the hops that are there, so that a change of one hop records one row.
void putHops(Database &database, ClaimId claim, const std::vector<ActorId> &hops)
{
    const std::vector<AttributionId> rows = idsFrom<AttributionId>(
        database, "SELECT id FROM attribution WHERE claim_id = ? ORDER BY position, id", claim);
    for (std::size_t i = hops.size(); i < rows.size(); ++i)
        change(database, "DELETE FROM attribution WHERE id = ?", rows[i]);
    for (std::size_t i = 0; i < hops.size(); ++i) {
        change(database,
               "INSERT INTO attribution(id, claim_id, position, actor_id) VALUES (?, ?, ?, ?) "
               "ON CONFLICT(id) DO UPDATE SET position = excluded.position, "
               "actor_id = excluded.actor_id",
               i < rows.size() ? rows[i] : AttributionId{}, claim, i, hops[i]);
    }
}

}  // namespace

std::optional<Claim> ClaimStore::find(ClaimId id) const
{
    Statement statement(m_database,
                        "SELECT id, external_id, source_id, annotation_id, about_kind, about_id, "
                        "field, value, status, credibility, likelihood, stance, notes "
                        "FROM claim WHERE id = ?");
    statement.bind(id);
    if (!statement.step())
        return std::nullopt;
    Claim row;
    statement.read(row.id, row.externalId, row.source, row.annotation, row.about.kind, row.about.id,
                   row.field, row.value, row.status, row.credibility, row.likelihood, row.stance,
                   row.notes);
    row.attribution = hopsOf(m_database, id);
    Statement mark(m_database, "SELECT mark FROM claim_handling WHERE claim_id = ?");
    if (mark.bind(id).step())
        row.handling = mark.text(0);
    return row;
}

ClaimId ClaimStore::findExternal(std::string_view externalId) const
{
    if (externalId.empty())
        return {};
    return firstIdFrom<ClaimId>(m_database,
                                "SELECT id FROM claim WHERE external_id = ? "
                                "AND external_id <> '' ORDER BY id",
                                externalId);
}

std::vector<ClaimId> ClaimStore::all() const
{
    return idsFrom<ClaimId>(m_database, "SELECT id FROM claim ORDER BY id");
}

std::vector<ClaimId> ClaimStore::about(ItemRef item) const
{
    return idsFrom<ClaimId>(m_database,
                            "SELECT id FROM claim WHERE about_kind = ? AND about_id = ? "
                            "ORDER BY id",
                            item.kind, item.id);
}

std::vector<ClaimId> ClaimStore::ofSource(SourceId source) const
{
    return idsFrom<ClaimId>(m_database, "SELECT id FROM claim WHERE source_id = ? ORDER BY id",
                            source);
}

std::vector<ClaimId> ClaimStore::ofAnnotation(AnnotationId annotation) const
{
    return idsFrom<ClaimId>(m_database, "SELECT id FROM claim WHERE annotation_id = ? ORDER BY id",
                            annotation);
}

std::vector<ClaimId> ClaimStore::attributedTo(ActorId actor) const
{
    return idsFrom<ClaimId>(
        m_database,
        "SELECT DISTINCT claim_id FROM attribution WHERE actor_id = ? ORDER BY claim_id", actor);
}

ClaimId ClaimStore::put(const Claim &claim)
{
    change(m_database,
           "INSERT INTO claim(id, external_id, source_id, annotation_id, about_kind, about_id, "
           "field, value, status, credibility, likelihood, stance, notes) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET external_id = excluded.external_id, "
           "source_id = excluded.source_id, annotation_id = excluded.annotation_id, "
           "about_kind = excluded.about_kind, about_id = excluded.about_id, "
           "field = excluded.field, value = excluded.value, status = excluded.status, "
           "credibility = excluded.credibility, likelihood = excluded.likelihood, "
           "stance = excluded.stance, notes = excluded.notes",
           claim.id, claim.externalId, claim.source, claim.annotation, claim.about.kind,
           claim.about.id, claim.field, claim.value, claim.status, claim.credibility,
           claim.likelihood, claim.stance, claim.notes);
    const ClaimId id = idAfterPut(m_database, claim.id);
    putHops(m_database, id, claim.attribution);
    if (claim.handling.empty()) {
        change(m_database, "DELETE FROM claim_handling WHERE claim_id = ?", id);
    } else {
        change(m_database,
               "INSERT INTO claim_handling(claim_id, mark) VALUES (?, ?) "
               "ON CONFLICT(claim_id) DO UPDATE SET mark = excluded.mark",
               id, claim.handling);
    }
    return id;
}

void ClaimStore::remove(ClaimId id)
{
    change(m_database, "DELETE FROM attribution WHERE claim_id = ?", id);
    change(m_database, "DELETE FROM decision WHERE claim_id = ?", id);
    change(m_database, "DELETE FROM claim_handling WHERE claim_id = ?", id);
    change(m_database, "DELETE FROM claim WHERE id = ?", id);
}

std::vector<Decision> ClaimStore::decisionsAbout(ItemRef item) const
{
    std::vector<Decision> decisions;
    Statement statement(m_database,
                        "SELECT about_kind, about_id, field, claim_id, reason FROM decision "
                        "WHERE about_kind = ? AND about_id = ? ORDER BY field");
    statement.bind(item.kind, item.id);
    while (statement.step()) {
        Decision &row = decisions.emplace_back();
        statement.read(row.about.kind, row.about.id, row.field, row.preferred, row.reason);
    }
    return decisions;
}

void ClaimStore::put(const Decision &decision)
{
    change(m_database,
           "INSERT INTO decision(about_kind, about_id, field, claim_id, reason) "
           "VALUES (?, ?, ?, ?, ?) "
           "ON CONFLICT(about_kind, about_id, field) DO UPDATE SET claim_id = excluded.claim_id, "
           "reason = excluded.reason",
           decision.about.kind, decision.about.id, decision.field, decision.preferred,
           decision.reason);
}

void ClaimStore::removeDecision(ItemRef about, std::string_view field)
{
    change(m_database, "DELETE FROM decision WHERE about_kind = ? AND about_id = ? AND field = ?",
           about.kind, about.id, field);
}

}  // namespace dateline
