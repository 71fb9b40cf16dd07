// SPDX-License-Identifier: GPL-3.0-or-later
// Who is tied to whom, as arrays: the actors that are shown and the links between them, made from a
// snapshot. Links are the stored relations, and what can be derived: who holds a post at which
// body, who took part in the same events, who quoted whom. A value without positions or colours;
// built once (O(relations + participations + claims)), then read by any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/model/filter.h"
#include "app/model/grade.h"
#include "app/model/snapshot.h"

namespace dateline {

enum class LinkOrigin : std::uint8_t { Relation, Role, SharedEvents, Quotation };

// Told apart without colour. The order is that of the legend.
enum class NodeShape : std::uint8_t {
    Circle,
    Square,
    Hexagon,
    DoubleCircle,
    Diamond,
    Triangle,
    Pentagon
};
inline constexpr int kNodeShapeCount = 7;
NodeShape shapeOf(std::string_view actorKind);

struct NetworkNode {
    ActorRow actor;
    NodeShape shape = NodeShape::Circle;
    std::uint32_t events = 0;                      // shown events that it takes part in
    Instant firstSeen = Instant::distantFuture();  // of its dated events and relations
};

struct NetworkLink {
    std::uint32_t from = 0;  // positions in Network::nodes; never equal
    std::uint32_t to = 0;
    LinkOrigin origin = LinkOrigin::Relation;
    Certainty certainty = Certainty::Confirmed;
    bool isDirected = false;
    // Who belongs to what ("member of", "part of", a role): drawn thin and without a name.
    bool isBelonging = false;
    RelationRow relation;       // of a Relation
    RoleId role;                // of a Role
    std::uint32_t kind = 0;     // of a Relation: its number in kindWords()
    std::uint32_t weight = 1;   // shared events, or claims that came this way
    std::uint32_t sources = 0;  // independent origins of the claims about a relation
    // Parallel links: which of how many, counted from the node with the smaller position.
    std::uint16_t lane = 0;
    std::uint16_t laneCount = 1;
};

// Several actors shown as one mark, that of the leader, who is not among the others.
struct FoldedGroup {
    std::string name;
    ActorRow leader;
    std::vector<ActorRow> others;
};

// What the network is made from. Spans and pointers need only live through the call.
struct NetworkQuery {
    const RowSet *events = nullptr;               // null: all events
    std::optional<std::vector<ActorRow>> actors;  // none: all actors
    std::optional<Instant> asOf;                  // relations and roles must be valid then, and
                                                  // events begun; none: at any time
    std::optional<TimeSpan> range;                // relations must touch it
    bool withSharedEvents = true;
    bool withRoles = true;
    bool withQuotations = false;      // who said it to whom: many, so on request
    std::vector<FoldedGroup> folded;  // no actor in two of them
};

class Network {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    Network() = default;
    // Self-links are dropped; lanes are numbered.
    Network(std::vector<NetworkNode> nodes, std::vector<NetworkLink> links,
            std::uint32_t actorCount);
    // Who stands behind the leader's mark; a leader without a node is passed over.
    void fold(const FoldedGroup &group);

    const std::vector<NetworkNode> &nodes() const { return m_nodes; }
    const std::vector<NetworkLink> &links() const { return m_links; }
    std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    std::uint32_t linkCount() const { return static_cast<std::uint32_t>(m_links.size()); }
    std::uint32_t nodeOf(ActorRow actor) const;             // kNone where it is not shown
    const FoldedGroup *foldedAt(std::uint32_t node) const;  // null for a single actor
    std::vector<ActorRow> actorsAt(std::uint32_t node) const;
    std::uint32_t linkOf(RelationRow relation) const;  // kNone where it is not shown; O(links)
    std::span<const std::uint32_t> linksOf(std::uint32_t node) const;
    std::uint32_t otherEnd(std::uint32_t link, std::uint32_t node) const
    {
        return m_links[link].from == node ? m_links[link].to : m_links[link].from;
    }
    std::vector<std::uint32_t> neighboursOf(std::uint32_t node) const;  // distinct, ascending
    // Each linked pair once, smaller position first, ascending: what layouts and metrics take.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs() const;

private:
    std::vector<NetworkNode> m_nodes;
    std::vector<NetworkLink> m_links;
    std::vector<std::uint32_t> m_incidentBegin;
    std::vector<std::uint32_t> m_incident;
    std::vector<std::uint32_t> m_nodeOfActor;
    std::vector<std::pair<std::uint32_t, FoldedGroup>> m_folded;  // few
};

// What a mark is called: the actor's name, or the group's with how many it holds.
std::string markName(const Snapshot &snapshot, const Network &network, std::uint32_t node);

// Derived links do not repeat what a stored one says: a pair that a relation joins gets none, nor
// one of which the first is so joined to what the second belongs to (Trump and Russia, when the
// United States mediate there). Shared events join peers (persons with persons, states with
// states); an actor without a peer in an event is joined with all others in it. Outlets and places
// only get links that are stored or quoted. An event with more than 40 participants ties nobody.
Network buildNetwork(const Snapshot &snapshot, const NetworkQuery &query);

// What a link rests on: its relation, its role, the shown events shared, or the claims that came
// from one to the other.
std::vector<ItemRef> itemsBehind(const Snapshot &snapshot, const NetworkQuery &query,
                                 const Network &network, std::uint32_t link);

bool isBelongingKind(std::string_view relationKind);
bool isValidAt(const When &when, Instant instant);  // can be valid then; undated: always

}  // namespace dateline
