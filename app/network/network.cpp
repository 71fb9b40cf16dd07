// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "app/base/check.h"

namespace dateline {

namespace {

// Parallel links share both nodes; their order of making decides the lane.
void numberLanes(std::vector<NetworkLink> &links, std::size_t nodeCount)
{
    std::vector<std::uint32_t> begin(nodeCount + 1, 0);
    for (NetworkLink &link : links) {
        link.lane = 0;
        link.laneCount = 1;
        ++begin[std::min(link.from, link.to)];
    }
    // Filled from each end backwards, the ends become the beginnings.
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    struct Way {
        std::uint32_t other;
        std::uint32_t link;
        auto operator<=>(const Way &) const = default;
    };
    std::vector<Way> ways(links.size());  // by the smaller node
    for (std::uint32_t i = 0; i < links.size(); ++i)
        ways[--begin[std::min(links[i].from, links[i].to)]] = {std::max(links[i].from, links[i].to),
                                                               i};
    for (std::size_t node = 0; node < nodeCount; ++node) {
        const std::span<Way> own =
            std::span(ways).subspan(begin[node], begin[node + 1] - begin[node]);
        std::sort(own.begin(), own.end());
        for (std::size_t first = 0; first < own.size();) {
            std::size_t last = first + 1;
            while (last < own.size() && own[last].other == own[first].other)
                ++last;
            for (std::size_t i = first; last - first > 1 && i < last; ++i) {
                links[own[i].link].lane = static_cast<std::uint16_t>(i - first);
                links[own[i].link].laneCount = static_cast<std::uint16_t>(last - first);
            }
            first = last;
        }
    }
}

}  // namespace

NodeShape shapeOf(std::string_view actorKind)
{
    static constexpr std::array<std::pair<std::string_view, NodeShape>, 6> kShapes{{
        {"person", NodeShape::Circle},
        {"state", NodeShape::Square},
        {"body", NodeShape::Hexagon},
        {"group", NodeShape::DoubleCircle},
        {"outlet", NodeShape::Diamond},
        {"place", NodeShape::Triangle},
    }};
    for (const auto &[word, shape] : kShapes)
        if (word == actorKind)
            return shape;
    return NodeShape::Pentagon;
}

bool isBelongingKind(std::string_view relationKind)
{
    static constexpr std::array<std::string_view, 16> kWords{
        "member of",    "part of",      "belongs to",  "based in",  "leader of",  "head of",
        "president of", "officer of",   "organ of",    "works for", "citizen of", "official of",
        "minister of",  "secretary of", "employed by", "located in"};
    return std::find(kWords.begin(), kWords.end(), relationKind) != kWords.end();
}

bool isValidAt(const When &when, Instant instant)
{
    return !when.isDated() ||
           (when.bounds.earliestBegin <= instant &&
            (instant < when.bounds.latestEnd || when.bounds.latestEnd == Instant::distantFuture()));
}

Network::Network(std::vector<NetworkNode> nodes, std::vector<NetworkLink> links,
                 std::uint32_t actorCount)
    : m_nodes(std::move(nodes)), m_links(std::move(links)), m_nodeOfActor(actorCount, kNone)
{
    std::erase_if(m_links, [](const NetworkLink &link) { return link.from == link.to; });
    for (std::uint32_t i = 0; i < nodeCount(); ++i)
        m_nodeOfActor[m_nodes[i].actor.value] = i;

    m_incidentBegin.assign(m_nodes.size() + 1, 0);
    for (const NetworkLink &link : m_links) {
        DL_CHECK(link.from < nodeCount() && link.to < nodeCount());
        ++m_incidentBegin[link.from + 1];
        ++m_incidentBegin[link.to + 1];
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        m_incidentBegin[i + 1] += m_incidentBegin[i];
    m_incident.resize(m_links.size() * 2);
    std::vector<std::uint32_t> next(m_incidentBegin.begin(), m_incidentBegin.end() - 1);
    for (std::uint32_t i = 0; i < linkCount(); ++i) {
        m_incident[next[m_links[i].from]++] = i;
        m_incident[next[m_links[i].to]++] = i;
    }

    numberLanes(m_links, m_nodes.size());
}

std::uint32_t Network::nodeOf(ActorRow actor) const
{
    return actor.value < m_nodeOfActor.size() ? m_nodeOfActor[actor.value] : kNone;
}

void Network::fold(const FoldedGroup &group)
{
    const std::uint32_t node = nodeOf(group.leader);
    if (node == kNone)
        return;
    for (const ActorRow other : group.others)
        m_nodeOfActor[other.value] = node;
    m_folded.emplace_back(node, group);
}

const FoldedGroup *Network::foldedAt(std::uint32_t node) const
{
    for (const auto &[at, group] : m_folded)
        if (at == node)
            return &group;
    return nullptr;
}

std::vector<ActorRow> Network::actorsAt(std::uint32_t node) const
{
    std::vector<ActorRow> actors{m_nodes[node].actor};
    if (const FoldedGroup *group = foldedAt(node))
        actors.insert(actors.end(), group->others.begin(), group->others.end());
    return actors;
}

std::string markName(const Snapshot &snapshot, const Network &network, std::uint32_t node)
{
    const FoldedGroup *group = network.foldedAt(node);
    if (group == nullptr)
        return snapshot.actor(network.nodes()[node].actor).name;
    return group->name + " (" + std::to_string(group->others.size() + 1) + ")";
}

std::uint32_t Network::linkOf(RelationRow relation) const
{
    for (std::uint32_t i = 0; i < linkCount(); ++i)
        if (m_links[i].origin == LinkOrigin::Relation && m_links[i].relation == relation)
            return i;
    return kNone;
}

std::span<const std::uint32_t> Network::linksOf(std::uint32_t node) const
{
    return std::span(m_incident)
        .subspan(m_incidentBegin[node], m_incidentBegin[node + 1] - m_incidentBegin[node]);
}

std::vector<std::uint32_t> Network::neighboursOf(std::uint32_t node) const
{
    std::vector<std::uint32_t> neighbours;
    for (const std::uint32_t link : linksOf(node))
        neighbours.push_back(otherEnd(link, node));
    std::sort(neighbours.begin(), neighbours.end());
    neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
    return neighbours;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Network::pairs() const
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> result;
    result.reserve(m_links.size());
    for (const NetworkLink &link : m_links)
        result.emplace_back(std::min(link.from, link.to), std::max(link.from, link.to));
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace dateline
