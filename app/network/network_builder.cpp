// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_builder.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "app/network/pair_table.h"

namespace dateline {

namespace {

constexpr std::uint32_t kRowsBetweenStops = 4'096;
constexpr std::size_t kMaxParticipants = 40;

// Two nodes, smaller first.
PairTable::Pair pairOf(std::uint32_t a, std::uint32_t b)
{
    return {std::min(a, b), std::max(a, b)};
}

bool isEventShown(const Snapshot &snapshot, const NetworkQuery &query, EventRow event)
{
    if (query.events && !query.events->contains(event))
        return false;
    return !query.asOf || event.value >= snapshot.events->datedSize() ||
           snapshot.events->begins()[event.value] <= *query.asOf;
}

// Outlets print and places hold: that they are named with an event is no tie.
bool takesPart(NodeShape shape)
{
    return shape != NodeShape::Diamond && shape != NodeShape::Triangle;
}

// Whether the claim counts for what is shown: claims about hidden events do not.
bool isClaimShown(const Snapshot &snapshot, const NetworkQuery &query, const Claim &claim)
{
    if (claim.about.kind != ItemKind::Event)
        return true;
    const EventRow event = snapshot.events->rowOf(claim.about.event());
    return !event.isNull() && isEventShown(snapshot, query, event);
}

// Events of one or several actors, each once, ascending.
std::vector<EventRow> eventsOfMark(const Snapshot &snapshot, const std::vector<ActorRow> &actors)
{
    std::vector<EventRow> events;
    for (const ActorRow actor : actors) {
        const auto own = snapshot.participations->eventsOf(actor);
        events.insert(events.end(), own.begin(), own.end());
    }
    if (actors.size() > 1) {
        std::sort(events.begin(), events.end());
        events.erase(std::unique(events.begin(), events.end()), events.end());
    }
    return events;
}

class Builder {
public:
    Builder(const Snapshot &snapshot, const NetworkQuery &query, const std::stop_token &stop)
        : m_snapshot(snapshot), m_query(query), m_stop(stop),
          m_nodeOfActor(snapshot.actors->size(), Network::kNone)
    {
        const Column<Instant> &begins = snapshot.events->begins();
        if (query.asOf)
            m_begunRows = static_cast<std::uint32_t>(
                std::upper_bound(begins.begin(), begins.begin() + snapshot.events->datedSize(),
                                 *query.asOf) -
                begins.begin());
    }

    Network build()
    {
        addNodes();
        if (m_nodes.empty() || isStopped())  // nobody to tie: a million rows are left alone
            return Network({}, {}, static_cast<std::uint32_t>(m_snapshot.actors->size()));
        findRelations();
        if (m_query.withRoles)
            findRoles();
        m_superiorsOf = PairTable(m_belongings, nodeCount());
        std::vector<Counted> shared;
        std::vector<Counted> quoted;
        if (m_query.withSharedEvents)
            shared = sharedEvents();
        if (m_query.withQuotations)
            quoted = quotations();
        // As many as there will be: to grow would copy them, and hold them twice.
        m_links.reserve(m_relations.size() + m_roleLinks.size() + shared.size() + quoted.size());
        addRelations();
        m_links.insert(m_links.end(), m_roleLinks.begin(), m_roleLinks.end());
        addCounted(shared, LinkOrigin::SharedEvents);
        addCounted(quoted, LinkOrigin::Quotation);
        if (isStopped())
            return {};
        Network network(std::move(m_nodes), std::move(m_links),
                        static_cast<std::uint32_t>(m_snapshot.actors->size()));
        for (const FoldedGroup &group : m_folded)
            network.fold(group);
        return network;
    }

private:
    struct Counted {
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t count;
    };

    std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    bool isStopped() const { return m_stop.stop_requested(); }
    bool isStoppedAt(std::uint32_t row) const
    {
        return row % kRowsBetweenStops == 0 && isStopped();
    }
    // As isEventShown(): those begun by then stand before the others.
    bool isShown(EventRow event) const
    {
        if (m_query.events && !m_query.events->contains(event))
            return false;
        return !m_query.asOf || event.value < m_begunRows ||
               event.value >= m_snapshot.events->datedSize();
    }

    void addNodes()
    {
        const auto add = [this](ActorRow actor) {
            m_nodeOfActor[actor.value] = static_cast<std::uint32_t>(m_nodes.size());
            m_nodes.push_back({actor, shapeOf(m_snapshot.actor(actor).kind)});
        };
        if (m_query.actors) {
            for (const ActorRow actor : *m_query.actors)
                add(actor);
        } else {
            for (std::uint32_t i = 0; i < m_snapshot.actors->size(); ++i)
                add(ActorRow{i});
        }
        fold();
        const EventColumns &events = *m_snapshot.events;
        const auto noteEvents = [&](NetworkNode &node, std::span<const EventRow> own) {
            std::uint32_t first = events.datedSize();  // the earliest stands first
            for (const EventRow event : own) {
                if (!isShown(event))
                    continue;
                ++node.events;
                if (event.value < first && !events.begins()[event.value].isDistant())
                    first = event.value;
            }
            if (first < events.datedSize())
                noteSeen(node, events.begins()[first]);
        };
        for (NetworkNode &node : m_nodes) {
            if (isStopped())
                return;
            const std::vector<ActorRow> behind = actorsBehind(node.actor);
            if (behind.empty())
                noteEvents(node, m_snapshot.participations->eventsOf(node.actor));
            else
                noteEvents(node, eventsOfMark(m_snapshot, behind));
        }
    }

    // Who is folded loses the node of their own. A group of which nobody is shown stays away, and
    // where the leader is not shown the first other who is leads.
    void fold()
    {
        if (m_query.folded.empty())
            return;
        std::vector<std::uint8_t> isGone(m_nodes.size(), 0);
        for (FoldedGroup group : m_query.folded) {
            std::vector<ActorRow> shown;
            group.others.insert(group.others.begin(), group.leader);
            for (const ActorRow row : group.others)
                if (row.value < m_nodeOfActor.size() && m_nodeOfActor[row.value] != Network::kNone)
                    shown.push_back(row);
            if (shown.size() < 2)
                continue;
            group.leader = shown.front();
            group.others.assign(shown.begin() + 1, shown.end());
            for (const ActorRow row : group.others)
                isGone[m_nodeOfActor[row.value]] = 1;
            m_folded.push_back(std::move(group));
        }
        std::vector<NetworkNode> left;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (isGone[i] != 0)
                continue;
            m_nodeOfActor[m_nodes[i].actor.value] = static_cast<std::uint32_t>(left.size());
            left.push_back(m_nodes[i]);
        }
        m_nodes = std::move(left);
        for (const FoldedGroup &group : m_folded)
            for (const ActorRow row : group.others)
                m_nodeOfActor[row.value] = m_nodeOfActor[group.leader.value];
    }

    // All of a group; nobody where the mark is a single actor's.
    std::vector<ActorRow> actorsBehind(ActorRow leader) const
    {
        std::vector<ActorRow> actors;
        for (const FoldedGroup &group : m_folded) {
            if (group.leader != leader)
                continue;
            actors = group.others;
            actors.push_back(leader);
        }
        return actors;
    }

    static void noteSeen(NetworkNode &node, Instant at)
    {
        if (!at.isDistant())
            node.firstSeen = std::min(node.firstSeen, at);
    }

    std::uint32_t nodeOf(ActorId actor) const
    {
        const ActorRow row = m_snapshot.actorRow(actor);
        return row.isNull() ? Network::kNone : m_nodeOfActor[row.value];
    }

    // Independent origins of the claims about each relation: distinct first speakers, the source's
    // outlet where nobody is named.
    std::unordered_map<std::int64_t, std::uint32_t> relationSources() const
    {
        std::unordered_map<std::int64_t, std::unordered_set<std::int64_t>> origins;
        for (const Claim &claim : *m_snapshot.claims) {
            if (claim.about.kind != ItemKind::Relation || claim.stance != Stance::Supports)
                continue;
            std::int64_t origin = -claim.source.value;
            if (!claim.attribution.empty()) {
                origin = claim.attribution.front().value;
            } else if (const Source *source = m_snapshot.sources->find(claim.source);
                       source && source->outlet) {
                origin = source->outlet.value;
            }
            origins[claim.about.id].insert(origin);
        }
        std::unordered_map<std::int64_t, std::uint32_t> counts;
        for (const auto &[relation, speakers] : origins)
            counts[relation] = static_cast<std::uint32_t>(speakers.size());
        return counts;
    }

    // How sure the claims are that a relation is so: the one preferred by somebody, else the surest
    // that supports it. Only denied: nobody supports it otherwise. Without a standing in any claim
    // the relation's own status holds.
    std::unordered_map<std::int64_t, Certainty> relationCertainties() const
    {
        const auto standingOf = [](const Claim &claim) -> const std::string & {
            return claim.field == "status" && !claim.value.empty() ? claim.value : claim.status;
        };
        std::unordered_map<std::int64_t, Certainty> certainties;
        for (const Claim &claim : *m_snapshot.claims) {
            if (claim.about.kind != ItemKind::Relation || claim.stance != Stance::Supports ||
                standingOf(claim).empty())
                continue;
            const Certainty certainty = certaintyOf(standingOf(claim));
            const auto [known, isNew] = certainties.try_emplace(claim.about.id, certainty);
            if (!isNew)
                known->second = std::min(known->second, certainty);
        }
        for (const Decision &decision : *m_snapshot.decisions) {
            const Claim *preferred = decision.about.kind == ItemKind::Relation
                                         ? m_snapshot.claims->find(decision.preferred)
                                         : nullptr;
            if (preferred != nullptr && !standingOf(*preferred).empty())
                certainties[decision.about.id] = certaintyOf(standingOf(*preferred));
        }
        return certainties;
    }

    // Which relations are shown, whom they join, and who belongs to whom.
    void findRelations()
    {
        const RelationColumns &relations = *m_snapshot.relations;
        std::vector<std::uint8_t> isBelonging(relations.kindWords().size());
        for (std::uint32_t kind = 0; kind < isBelonging.size(); ++kind)
            isBelonging[kind] = isBelongingKind(relations.kindWords().word(kind)) ? 1 : 0;
        std::vector<PairTable::Pair> joined;
        std::vector<PairTable::Pair> related;
        for (std::uint32_t i = 0; i < relations.size() && !isStoppedAt(i); ++i) {
            const RelationRow row{i};
            const std::uint32_t from = m_nodeOfActor[relations.from(row).value];
            const std::uint32_t to = m_nodeOfActor[relations.to(row).value];
            if (from == Network::kNone || to == Network::kNone || from == to)
                continue;
            if (m_query.asOf || m_query.range) {
                const When &when = relations.when(row);
                if (m_query.asOf && !isValidAt(when, *m_query.asOf))
                    continue;
                if (m_query.range && when.isDated() &&
                    !when.bounds.whole().overlaps(*m_query.range))
                    continue;
            }
            m_relations.push_back(row);
            joined.push_back(pairOf(from, to));
            if (isBelonging[relations.kind(row)] != 0)
                m_belongings.emplace_back(from, to);
            else
                related.push_back(pairOf(from, to));
        }
        m_joined = PairTable(joined, nodeCount());
        m_related = PairTable(related, nodeCount());
    }

    void addRelations()
    {
        const RelationColumns &relations = *m_snapshot.relations;
        const auto sources = relationSources();
        const auto certainties = relationCertainties();
        for (const RelationRow row : m_relations) {
            const When &when = relations.when(row);
            NetworkLink link;
            link.from = m_nodeOfActor[relations.from(row).value];
            link.to = m_nodeOfActor[relations.to(row).value];
            link.relation = row;
            link.kind = relations.kind(row);
            link.certainty = certaintyOf(relations.statusWords().word(relations.status(row)));
            link.isDirected = relations.isDirected(row);
            link.isBelonging = isBelongingKind(relations.kindWords().word(link.kind));
            if (const auto found = sources.find(relations.id(row).value); found != sources.end())
                link.sources = found->second;
            if (const auto found = certainties.find(relations.id(row).value);
                found != certainties.end())
                link.certainty = found->second;
            m_links.push_back(link);
            noteSeen(m_nodes[link.from], when.bounds.earliestBegin);
            noteSeen(m_nodes[link.to], when.bounds.earliestBegin);
        }
    }

    void findRoles()
    {
        std::set<PairTable::Pair> seen;
        for (const Role &role : *m_snapshot.roles) {
            const std::uint32_t from = nodeOf(role.actor);
            const std::uint32_t to = role.body ? nodeOf(role.body) : Network::kNone;
            if (from == Network::kNone || to == Network::kNone || from == to)
                continue;
            if (m_query.asOf && !isValidAt(role.when.when(), *m_query.asOf))
                continue;
            if (m_query.range && role.when.isDated() &&
                !role.when.when().bounds.whole().overlaps(*m_query.range))
                continue;
            const PairTable::Pair pair = pairOf(from, to);
            if (m_joined.contains(pair.first, pair.second) || !seen.insert(pair).second)
                continue;
            NetworkLink link;
            link.from = from;
            link.to = to;
            link.origin = LinkOrigin::Role;
            link.isBelonging = true;
            link.role = role.id;
            m_roleLinks.push_back(link);
            m_belongings.emplace_back(from, to);
        }
        m_roles = PairTable(std::vector<PairTable::Pair>(seen.begin(), seen.end()), nodeCount());
    }

    bool isJoined(std::uint32_t a, std::uint32_t b) const
    {
        const PairTable::Pair pair = pairOf(a, b);
        return m_joined.contains(pair.first, pair.second) ||
               (!m_roleLinks.empty() && m_roles.contains(pair.first, pair.second));
    }

    bool isSaidByRelation(std::uint32_t a, std::uint32_t b) const
    {
        if (isJoined(a, b))
            return true;
        const auto throughSuperior = [this](std::uint32_t of, std::uint32_t other) {
            const std::span<const std::uint32_t> superiors = m_superiorsOf.of(of);
            return std::any_of(superiors.begin(), superiors.end(),
                               [this, other](std::uint32_t superior) {
                                   const PairTable::Pair pair = pairOf(superior, other);
                                   return m_related.contains(pair.first, pair.second);
                               });
        };
        return throughSuperior(a, b) || throughSuperior(b, a);
    }

    // Nodes of those who took part in an event, each once, ascending.
    void findPresent(EventRow event, std::vector<std::uint32_t> &present) const
    {
        present.clear();
        for (const auto &entry : m_snapshot.participations->ofEvent(event)) {
            const std::uint32_t node = m_nodeOfActor[entry.actor.value];
            if (node != Network::kNone && takesPart(m_nodes[node].shape))
                present.push_back(node);
        }
        std::sort(present.begin(), present.end());
        present.erase(std::unique(present.begin(), present.end()), present.end());
    }

    // Pairs in a stable order that no relation says, with how many events they share.
    std::vector<Counted> sharedEvents() const
    {
        std::vector<PairTable::Pair> pairs;
        std::vector<std::uint32_t> present;
        for (std::uint32_t i = 0; i < m_snapshot.events->size() && !isStoppedAt(i); ++i) {
            if (!isShown(EventRow{i}))
                continue;
            findPresent(EventRow{i}, present);
            if (present.size() < 2 || present.size() > kMaxParticipants)
                continue;
            std::array<int, kNodeShapeCount> peers{};
            for (const std::uint32_t node : present)
                ++peers[static_cast<std::size_t>(m_nodes[node].shape)];
            for (std::size_t a = 0; a < present.size(); ++a) {
                for (std::size_t b = a + 1; b < present.size(); ++b) {
                    const NodeShape shapeA = m_nodes[present[a]].shape;
                    const NodeShape shapeB = m_nodes[present[b]].shape;
                    if (shapeA == shapeB || peers[static_cast<std::size_t>(shapeA)] == 1 ||
                        peers[static_cast<std::size_t>(shapeB)] == 1)
                        pairs.emplace_back(present[a], present[b]);
                }
            }
        }
        return counted(PairTable(pairs, nodeCount()), LinkOrigin::SharedEvents);
    }

    std::vector<Counted> counted(const PairTable &pairs, LinkOrigin origin) const
    {
        std::vector<Counted> found;
        for (std::uint32_t from = 0; from < nodeCount() && !isStoppedAt(from); ++from) {
            const std::span<const std::uint32_t> seconds = pairs.of(from);
            for (std::size_t first = 0; first < seconds.size();) {
                const std::uint32_t to = seconds[first];
                std::size_t last = first + 1;
                while (last < seconds.size() && seconds[last] == to)
                    ++last;
                if (origin == LinkOrigin::SharedEvents ? !isSaidByRelation(from, to)
                                                       : !isJoined(from, to))
                    found.push_back({from, to, static_cast<std::uint32_t>(last - first)});
                first = last;
            }
        }
        return found;
    }

    void addCounted(const std::vector<Counted> &pairs, LinkOrigin origin)
    {
        for (const Counted &pair : pairs) {
            NetworkLink link;
            link.from = pair.from;
            link.to = pair.to;
            link.origin = origin;
            link.isDirected = origin == LinkOrigin::Quotation;
            link.weight = pair.count;
            m_links.push_back(link);
        }
    }

    // Who quoted whom, in that order.
    std::vector<Counted> quotations() const
    {
        std::vector<PairTable::Pair> quoted;
        for (const Claim &claim : *m_snapshot.claims) {
            if (!isClaimShown(m_snapshot, m_query, claim))
                continue;
            for (std::size_t i = 1; i < claim.attribution.size(); ++i) {
                const std::uint32_t from = nodeOf(claim.attribution[i - 1]);
                const std::uint32_t to = nodeOf(claim.attribution[i]);
                if (from != Network::kNone && to != Network::kNone && from != to)
                    quoted.emplace_back(from, to);
            }
        }
        return counted(PairTable(quoted, nodeCount()), LinkOrigin::Quotation);
    }

    const Snapshot &m_snapshot;
    const NetworkQuery &m_query;
    const std::stop_token &m_stop;
    std::uint32_t m_begunRows = 0;  // as of the day, of the dated
    std::vector<NetworkNode> m_nodes;
    std::vector<NetworkLink> m_links;
    std::vector<FoldedGroup> m_folded;
    std::vector<std::uint32_t> m_nodeOfActor;
    std::vector<RelationRow> m_relations;  // that are shown
    std::vector<NetworkLink> m_roleLinks;
    std::vector<PairTable::Pair> m_belongings;  // who belongs to whom
    PairTable m_joined;                         // pairs with a relation
    PairTable m_related;                        // of these, by more than belonging
    PairTable m_roles;                          // pairs with a role
    PairTable m_superiorsOf;                    // what each node belongs to
};

}  // namespace

Network buildNetwork(const Snapshot &snapshot, const NetworkQuery &query)
{
    return buildNetwork(snapshot, query, {});
}

Network buildNetwork(const Snapshot &snapshot, const NetworkQuery &query,
                     const std::stop_token &stop)
{
    return Builder(snapshot, query, stop).build();
}

std::vector<ItemRef> itemsBehind(const Snapshot &snapshot, const NetworkQuery &query,
                                 const Network &network, std::uint32_t linkIndex)
{
    const NetworkLink &link = network.links()[linkIndex];
    const auto isAt = [&](ActorId actor, std::uint32_t node) {
        const ActorRow row = snapshot.actorRow(actor);
        return !row.isNull() && network.nodeOf(row) == node;
    };
    std::vector<ItemRef> items;
    switch (link.origin) {
    case LinkOrigin::Relation:
        items.emplace_back(snapshot.relations->id(link.relation));
        break;
    case LinkOrigin::Role:
        items.emplace_back(link.role);
        break;
    case LinkOrigin::SharedEvents: {
        const std::vector<EventRow> ofFrom = eventsOfMark(snapshot, network.actorsAt(link.from));
        const std::vector<EventRow> ofTo = eventsOfMark(snapshot, network.actorsAt(link.to));
        std::vector<EventRow> both;
        std::set_intersection(ofFrom.begin(), ofFrom.end(), ofTo.begin(), ofTo.end(),
                              std::back_inserter(both));
        for (const EventRow event : both)
            if (isEventShown(snapshot, query, event))
                items.emplace_back(snapshot.events->id(event));
        break;
    }
    case LinkOrigin::Quotation:
        for (const Claim &claim : *snapshot.claims) {
            if (!isClaimShown(snapshot, query, claim))
                continue;
            for (std::size_t i = 1; i < claim.attribution.size(); ++i) {
                if (isAt(claim.attribution[i - 1], link.from) &&
                    isAt(claim.attribution[i], link.to)) {
                    items.emplace_back(claim.id);
                    break;
                }
            }
        }
        break;
    }
    return items;
}

}  // namespace dateline
