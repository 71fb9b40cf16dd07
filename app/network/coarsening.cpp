// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/coarsening.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/network/dice.h"

namespace dateline {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::uint32_t kMostMembers = 6;
constexpr int kRounds = 2;
constexpr float kMostShare = 1.0F / 30;  // of the whole mass, in one group

std::vector<std::uint32_t> shuffled(std::uint32_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    Dice dice(seed);
    for (std::uint32_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[dice.below(i)]);
    return order;
}

class Grouping {
public:
    Grouping(const Adjacency &graph, const std::vector<float> &mass)
        : m_graph(graph), m_mass(mass), m_group(graph.nodeCount()), m_members(graph.nodeCount(), 1),
          m_groupMass(mass), m_worth(graph.nodeCount()), m_pull(graph.nodeCount(), 0.0F)
    {
        std::iota(m_group.begin(), m_group.end(), 0u);
        for (std::uint32_t node = 0; node < graph.nodeCount(); ++node)
            m_worth[node] = worthOf(mass[node]);
        m_mostMass = kMostShare * std::accumulate(mass.begin(), mass.end(), 0.0F);
    }

    void run(std::uint64_t seed)
    {
        const auto order = shuffled(m_graph.nodeCount(), seed);
        for (int round = 0; round < kRounds; ++round)
            for (const std::uint32_t node : order)
                if (round > 0 || m_members[m_group[node]] == 1)
                    moveToBest(node);
        joinLeft();
    }

    // Groups numbered in the order of their first node.
    std::uint32_t numbered(std::vector<std::uint32_t> &groupOf) const
    {
        std::vector<std::uint32_t> number(m_group.size(), kNone);
        std::uint32_t count = 0;
        groupOf.resize(m_group.size());
        for (std::size_t node = 0; node < m_group.size(); ++node) {
            std::uint32_t &of = number[m_group[node]];
            if (of == kNone)
                of = count++;
            groupOf[node] = of;
        }
        return count;
    }

private:
    // Heavy groups attract less, or a few would swallow all.
    static float worthOf(float mass) { return 1 / std::sqrt(mass * std::sqrt(mass)); }

    void moveToBest(std::uint32_t node)
    {
        const std::uint32_t own = m_group[node];
        const auto neighbours = m_graph.of(node);
        const auto weights = m_graph.weightsOf(node);
        m_touched.clear();
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
            const std::uint32_t group = m_group[neighbours[i]];
            if (m_pull[group] == 0)
                m_touched.push_back(group);
            m_pull[group] += weights[i];
        }
        std::uint32_t best = own;
        float most = m_members[own] > 1 ? m_pull[own] * m_worth[own] : 0;
        for (const std::uint32_t group : m_touched) {
            if (group != own && m_members[group] < kMostMembers && fits(group, node)) {
                const float pull = m_pull[group] * m_worth[group];
                if (pull > most) {
                    most = pull;
                    best = group;
                }
            }
        }
        for (const std::uint32_t group : m_touched)
            m_pull[group] = 0;
        if (best != own)
            move(node, best);
    }

    bool fits(std::uint32_t group, std::uint32_t node) const
    {
        return m_groupMass[group] + m_mass[node] <= std::max(m_mostMass, 2 * m_mass[node]);
    }

    void move(std::uint32_t node, std::uint32_t to)
    {
        const std::uint32_t from = m_group[node];
        m_group[node] = to;
        --m_members[from];
        ++m_members[to];
        m_groupMass[from] -= m_mass[node];
        m_groupMass[to] += m_mass[node];
        if (m_members[from] > 0)
            m_worth[from] = worthOf(m_groupMass[from]);
        m_worth[to] = worthOf(m_groupMass[to]);
    }

    // Single nodes that hang most on the same node come together.
    void joinLeft()
    {
        std::vector<std::uint32_t> gathering(m_graph.nodeCount(), kNone);
        for (std::uint32_t node = 0; node < m_graph.nodeCount(); ++node) {
            const auto neighbours = m_graph.of(node);
            if (m_members[m_group[node]] != 1 || neighbours.empty())
                continue;
            const auto weights = m_graph.weightsOf(node);
            const auto heaviest = std::max_element(weights.begin(), weights.end());
            std::uint32_t &open =
                gathering[neighbours[static_cast<std::size_t>(heaviest - weights.begin())]];
            if (open == kNone || m_members[open] >= kMostMembers || !fits(open, node))
                open = m_group[node];
            else
                move(node, open);
        }
    }

    const Adjacency &m_graph;
    const std::vector<float> &m_mass;
    std::vector<std::uint32_t> m_group;
    std::vector<std::uint32_t> m_members;  // of each group
    std::vector<float> m_groupMass;
    std::vector<float> m_worth;
    std::vector<float> m_pull;  // of each group on the node at hand
    std::vector<std::uint32_t> m_touched;
    float m_mostMass = 0;
};

// Members of each group, one after the other.
struct Members {
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> nodes;
};

Members membersOf(const std::vector<std::uint32_t> &groupOf, std::uint32_t groups)
{
    Members members{std::vector<std::uint32_t>(groups + 1u, 0),
                    std::vector<std::uint32_t>(groupOf.size())};
    for (const std::uint32_t group : groupOf)
        ++members.begin[group + 1];
    for (std::uint32_t group = 0; group < groups; ++group)
        members.begin[group + 1] += members.begin[group];
    std::vector<std::uint32_t> next(members.begin.begin(), members.begin.end() - 1);
    for (std::uint32_t node = 0; node < groupOf.size(); ++node)
        members.nodes[next[groupOf[node]]++] = node;
    return members;
}

Adjacency joined(const Adjacency &graph, const std::vector<std::uint32_t> &groupOf,
                 std::uint32_t groups)
{
    const Members members = membersOf(groupOf, groups);
    std::vector<std::uint32_t> begin{0};
    std::vector<std::uint32_t> neighbours;
    std::vector<float> weights;
    begin.reserve(groups + 1u);
    neighbours.reserve(graph.entryCount() * 2 / 3);
    weights.reserve(graph.entryCount() * 2 / 3);
    std::vector<std::uint32_t> entryOf(groups, 0);  // in the row at hand, if not before it
    for (std::uint32_t from = 0; from < groups; ++from) {
        const std::uint32_t row = begin.back();
        entryOf[from] = kNone;
        for (std::uint32_t i = members.begin[from]; i < members.begin[from + 1]; ++i) {
            const auto others = graph.of(members.nodes[i]);
            const auto otherWeights = graph.weightsOf(members.nodes[i]);
            for (std::size_t j = 0; j < others.size(); ++j) {
                const std::uint32_t to = groupOf[others[j]];
                if (to == from)
                    continue;
                const std::uint32_t entry = entryOf[to];
                if (entry >= row && entry < neighbours.size() && neighbours[entry] == to) {
                    weights[entry] += otherWeights[j];
                } else {
                    entryOf[to] = static_cast<std::uint32_t>(neighbours.size());
                    neighbours.push_back(to);
                    weights.push_back(otherWeights[j]);
                }
            }
        }
        begin.push_back(static_cast<std::uint32_t>(neighbours.size()));
    }
    return {std::move(begin), std::move(neighbours), std::move(weights)};
}

}  // namespace

CoarserGraph coarsen(const Adjacency &graph, const std::vector<float> &mass, std::uint64_t seed)
{
    Grouping grouping(graph, mass);
    grouping.run(seed);
    CoarserGraph result;
    const std::uint32_t groups = grouping.numbered(result.nodeOf);
    result.mass.assign(groups, 0);
    for (std::size_t node = 0; node < mass.size(); ++node)
        result.mass[result.nodeOf[node]] += mass[node];
    result.graph = joined(graph, result.nodeOf, groups);
    return result;
}

}  // namespace dateline
