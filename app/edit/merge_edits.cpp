// SPDX-License-Identifier: GPL-3.0-or-later
// Two actors made one, and taken apart again. A merge writes down every row that it points
// elsewhere, as MergePart:
//
//   alias, tag, decision, position     what the gone actor had (text, language; field and reason;
//                                      view, "x y", other 1: pinned)
//   alias_added, tag_added             what the kept one was given for it
//   participation, role, role_body,    rows that named the gone one and now name the kept one
//   relation_from, relation_to,
//   reliability, outlet, claim, merge
//   hop                                a claim's attribution, other: its place
//   participation_dropped              a part that the kept one had already: other, text
//
// Taking apart turns back those that still name the kept actor: what was changed or added since
// then stays as it is.
#include <algorithm>
#include <cstdio>

#include "app/edit/refuse.h"

namespace dateline {

namespace {

class Merging {
public:
    Merging(Stores &stores, const Actor &kept, const Actor &gone)
        : m_stores(stores), m_kept(kept), m_gone(gone)
    {
    }

    std::vector<MergePart> run()
    {
        moveNames();
        moveTags();
        moveParticipations();
        moveRoles();
        moveRelations();
        for (Reliability row : m_stores.actors.reliabilityOf(m_gone.id)) {
            row.actor = m_kept.id;
            m_stores.actors.put(row);
            note("reliability", row.id.value);
        }
        moveClaims();
        for (const SourceId id : m_stores.sources.ofOutlet(m_gone.id)) {
            Source row = *m_stores.sources.find(id);
            row.outlet = m_kept.id;
            m_stores.sources.put(row);
            note("outlet", id.value);
        }
        dropPositions();
        for (const MergeId id : m_stores.judgements.mergesInto(m_gone.id)) {
            m_stores.judgements.moveMerge(id, m_kept.id);
            note("merge", id.value);
        }
        return std::move(m_parts);
    }

private:
    void note(const char *kind, std::int64_t row, std::int64_t other = 0, std::string text = {},
              std::string language = {})
    {
        m_parts.push_back({kind, row, other, std::move(text), std::move(language)});
    }

    void moveNames()
    {
        const auto isKnown = [this](const std::string &text) {
            return text == m_kept.name ||
                   std::any_of(m_kept.aliases.begin(), m_kept.aliases.end(),
                               [&](const Alias &alias) { return alias.text == text; });
        };
        const auto give = [&](const std::string &text, const std::string &language) {
            if (isKnown(text))
                return;
            m_kept.aliases.push_back({{}, m_kept.id, text, language});
            note("alias_added", 0, 0, text, language);
        };
        give(m_gone.name, "");
        for (const Alias &alias : m_gone.aliases) {
            note("alias", 0, 0, alias.text, alias.language);
            give(alias.text, alias.language);
        }
        m_stores.actors.put(m_kept);
    }

    void moveTags()
    {
        std::vector<std::string> tags = m_stores.tags.tagsOf(m_kept.id);
        for (const std::string &tag : m_stores.tags.tagsOf(m_gone.id)) {
            note("tag", 0, 0, tag);
            if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
                tags.push_back(tag);
                note("tag_added", 0, 0, tag);
            }
        }
        m_stores.tags.setTags(m_kept.id, tags);
        m_stores.tags.setTags(m_gone.id, {});
    }

    void moveParticipations()
    {
        const std::vector<Participation> known = m_stores.events.participationsOf(m_kept.id);
        for (Participation row : m_stores.events.participationsOf(m_gone.id)) {
            const bool isDouble =
                std::any_of(known.begin(), known.end(), [&](const Participation &other) {
                    return other.event == row.event && other.part == row.part;
                });
            if (isDouble) {
                note("participation_dropped", row.id.value, row.event.value, row.part);
                m_stores.events.remove(row.id);
            } else {
                row.actor = m_kept.id;
                m_stores.events.put(row);
                note("participation", row.id.value);
            }
        }
    }

    void moveRoles()
    {
        for (Role row : m_stores.actors.rolesOf(m_gone.id)) {
            row.actor = m_kept.id;
            m_stores.actors.put(row);
            note("role", row.id.value);
        }
        for (Role row : m_stores.actors.rolesAt(m_gone.id)) {
            row.body = m_kept.id;
            m_stores.actors.put(row);
            note("role_body", row.id.value);
        }
    }

    void moveRelations()
    {
        for (const RelationId id : m_stores.relations.of(m_gone.id)) {
            Relation row = *m_stores.relations.find(id);
            if (row.from == m_gone.id) {
                row.from = m_kept.id;
                note("relation_from", id.value);
            }
            if (row.to == m_gone.id) {
                row.to = m_kept.id;
                note("relation_to", id.value);
            }
            m_stores.relations.put(row);
        }
    }

    void moveClaims()
    {
        for (const Decision &decision : m_stores.claims.decisionsAbout(m_gone.id)) {
            note("decision", decision.preferred.value, 0, decision.field, decision.reason);
            m_stores.claims.removeDecision(m_gone.id, decision.field);
        }
        for (const ClaimId id : m_stores.claims.about(m_gone.id)) {
            Claim row = *m_stores.claims.find(id);
            row.about = m_kept.id;
            m_stores.claims.put(row);
            note("claim", id.value);
        }
        for (const ClaimId id : m_stores.claims.attributedTo(m_gone.id)) {
            Claim row = *m_stores.claims.find(id);
            for (std::size_t i = 0; i < row.attribution.size(); ++i) {
                if (row.attribution[i] == m_gone.id) {
                    row.attribution[i] = m_kept.id;
                    note("hop", id.value, static_cast<std::int64_t>(i));
                }
            }
            m_stores.claims.put(row);
        }
    }

    void dropPositions()
    {
        for (const ViewId id : m_stores.views.viewsPlacing(m_gone.id)) {
            const std::optional<SavedView> view = m_stores.views.find(id);
            for (const ActorPosition &position : view->positions) {
                if (position.actor != m_gone.id)
                    continue;
                char text[64];
                std::snprintf(text, sizeof text, "%.17g %.17g", position.x, position.y);
                note("position", id.value, position.isPinned ? 1 : 0, text);
            }
            m_stores.views.removePosition(id, m_gone.id);
        }
    }

    Stores &m_stores;
    Actor m_kept;
    Actor m_gone;
    std::vector<MergePart> m_parts;
};

class Unmerging {
public:
    Unmerging(Stores &stores, const Merge &merge)
        : m_stores(stores), m_parts(stores.judgements.partsOf(merge.id)), m_kept(merge.kept)
    {
        Actor back{merge.gone, merge.externalId, merge.name, merge.kind, merge.notes, {}};
        // Somebody else may have got its id, or its name among imports, since then.
        if (stores.actors.find(back.id))
            back.id = {};
        if (stores.actors.findExternal(back.externalId))
            back.externalId.clear();
        for (const MergePart &part : m_parts) {
            if (part.kind == "alias")
                back.aliases.push_back({{}, {}, part.text, part.language});
        }
        m_back = stores.actors.put(back);
    }

    ActorId run()
    {
        takeNamesAndTags();
        for (const MergePart &part : m_parts)
            turnBack(part);
        return m_back;
    }

private:
    void takeNamesAndTags()
    {
        Actor kept = *m_stores.actors.find(m_kept);
        std::vector<std::string> keptTags = m_stores.tags.tagsOf(m_kept);
        std::vector<std::string> tags;
        for (const MergePart &part : m_parts) {
            if (part.kind == "tag") {
                tags.push_back(part.text);
            } else if (part.kind == "tag_added") {
                std::erase(keptTags, part.text);
            } else if (part.kind == "alias_added") {
                std::erase_if(kept.aliases, [&](const Alias &alias) {
                    return alias.text == part.text && alias.language == part.language;
                });
            }
        }
        m_stores.actors.put(kept);
        m_stores.tags.setTags(m_kept, keptTags);
        m_stores.tags.setTags(m_back, tags);
    }

    // Where the row is still there and still names the kept actor in that place.
    template <typename RowType, typename Store>
    void point(std::optional<RowType> row, ActorId RowType::*place, Store &store) const
    {
        if (row && (*row).*place == m_kept) {
            (*row).*place = m_back;
            store.put(*row);
        }
    }

    void turnBack(const MergePart &part)
    {
        if (part.kind == "participation")
            point(m_stores.events.find(ParticipationId{part.row}), &Participation::actor,
                  m_stores.events);
        else if (part.kind == "participation_dropped" && m_stores.events.find(EventId{part.other}))
            m_stores.events.put(Participation{{}, EventId{part.other}, m_back, part.text});
        else if (part.kind == "role")
            point(m_stores.actors.find(RoleId{part.row}), &Role::actor, m_stores.actors);
        else if (part.kind == "role_body")
            point(m_stores.actors.find(RoleId{part.row}), &Role::body, m_stores.actors);
        else if (part.kind == "relation_from")
            point(m_stores.relations.find(RelationId{part.row}), &Relation::from,
                  m_stores.relations);
        else if (part.kind == "relation_to")
            point(m_stores.relations.find(RelationId{part.row}), &Relation::to, m_stores.relations);
        else if (part.kind == "reliability")
            point(m_stores.actors.find(ReliabilityId{part.row}), &Reliability::actor,
                  m_stores.actors);
        else if (part.kind == "outlet")
            point(m_stores.sources.find(SourceId{part.row}), &Source::outlet, m_stores.sources);
        else if (part.kind == "claim" || part.kind == "hop")
            turnBackClaim(part);
        else if (part.kind == "decision")
            turnBackDecision(part);
        else if (part.kind == "position")
            turnBackPosition(part);
        else if (part.kind == "merge")
            turnBackMerge(MergeId{part.row});
    }

    void turnBackClaim(const MergePart &part)
    {
        std::optional<Claim> row = m_stores.claims.find(ClaimId{part.row});
        if (!row)
            return;
        if (part.kind == "claim" && row->about == ItemRef(m_kept)) {
            for (const Decision &decision : m_stores.claims.decisionsAbout(m_kept)) {
                if (decision.preferred == row->id)
                    m_stores.claims.removeDecision(m_kept, decision.field);
            }
            row->about = m_back;
        }
        const auto place = static_cast<std::size_t>(part.other);
        if (part.kind == "hop" && place < row->attribution.size() &&
            row->attribution[place] == m_kept)
            row->attribution[place] = m_back;
        m_stores.claims.put(*row);
    }

    void turnBackDecision(const MergePart &part)
    {
        // Stands before the claims among the parts: they must be moved back first.
        for (const MergePart &other : m_parts) {
            if (other.kind == "claim" && other.row == part.row)
                turnBackClaim(other);
        }
        const std::optional<Claim> claim = m_stores.claims.find(ClaimId{part.row});
        if (claim && claim->about == ItemRef(m_back) && claim->field == part.text)
            m_stores.claims.put(Decision{m_back, part.text, claim->id, part.language});
    }

    void turnBackPosition(const MergePart &part)
    {
        ActorPosition position{m_back, 0, 0, part.other != 0};
        if (m_stores.views.find(ViewId{part.row}) &&
            std::sscanf(part.text.c_str(), "%lf %lf", &position.x, &position.y) == 2)
            m_stores.views.putPositions(ViewId{part.row}, {&position, 1});
    }

    void turnBackMerge(MergeId id)
    {
        const std::optional<Merge> merge = m_stores.judgements.find(id);
        if (merge && merge->kept == m_kept)
            m_stores.judgements.moveMerge(id, m_back);
    }

    Stores &m_stores;
    std::vector<MergePart> m_parts;
    ActorId m_kept;
    ActorId m_back;
};

}  // namespace

MergeId mergeActors(Stores &stores, ActorId kept, ActorId gone, std::string_view reason)
{
    const std::optional<Actor> keptActor = stores.actors.find(kept);
    const std::optional<Actor> goneActor = stores.actors.find(gone);
    refuseUnless(keptActor && goneActor, "The actor is gone.");
    refuseUnless(kept != gone, "An actor cannot be merged with itself.");
    refuseUnclean({reason});
    for (const RelationId id : stores.relations.of(gone)) {
        const Relation relation = *stores.relations.find(id);
        refuseUnless(relation.from != kept && relation.to != kept,
                     "A relation ties the two to each other: if they are one, delete it first.");
    }
    const std::vector<MergePart> parts = Merging(stores, *keptActor, *goneActor).run();
    forgetJudgements(stores, gone);
    stores.actors.remove(gone);
    return stores.judgements.add({{},
                                  kept,
                                  gone,
                                  goneActor->externalId,
                                  goneActor->name,
                                  goneActor->kind,
                                  goneActor->notes,
                                  std::string(reason)},
                                 parts);
}

ActorId unmergeActors(Stores &stores, MergeId id)
{
    const std::optional<Merge> merge = stores.judgements.find(id);
    refuseUnless(merge.has_value(), "The merge is gone.");
    const ActorId back = Unmerging(stores, *merge).run();
    stores.judgements.remove(id);
    return back;
}

}  // namespace dateline
