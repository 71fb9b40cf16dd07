// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/communities.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

#include "app/network/dice.h"

namespace dateline {

namespace {

// A weighted graph in compressed rows; a group that became one node has a loop.
struct WeightedGraph {
    std::uint32_t nodeCount = 0;
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> neighbour;
    std::vector<double> weight;
    std::vector<double> loop;    // inside the node, each inner link twice
    std::vector<double> degree;  // with the loop
    double total = 0;            // of all degrees
};

struct WeightedPair {
    std::uint32_t a;
    std::uint32_t b;
    double weight;
};

WeightedGraph graphOf(std::uint32_t nodeCount, const std::vector<WeightedPair> &pairs,
                      std::vector<double> loops)
{
    WeightedGraph graph;
    graph.nodeCount = nodeCount;
    graph.begin.assign(nodeCount + 1, 0);
    graph.loop = std::move(loops);
    graph.degree = graph.loop;
    for (const WeightedPair &pair : pairs) {
        ++graph.begin[pair.a + 1];
        ++graph.begin[pair.b + 1];
        graph.degree[pair.a] += pair.weight;
        graph.degree[pair.b] += pair.weight;
    }
    std::partial_sum(graph.begin.begin(), graph.begin.end(), graph.begin.begin());
    graph.neighbour.resize(pairs.size() * 2);
    graph.weight.resize(pairs.size() * 2);
    std::vector<std::uint32_t> next(graph.begin.begin(), graph.begin.end() - 1);
    for (const WeightedPair &pair : pairs) {
        graph.neighbour[next[pair.a]] = pair.b;
        graph.weight[next[pair.a]++] = pair.weight;
        graph.neighbour[next[pair.b]] = pair.a;
        graph.weight[next[pair.b]++] = pair.weight;
    }
    graph.total = std::accumulate(graph.degree.begin(), graph.degree.end(), 0.0);
    return graph;
}

constexpr double kLeastGain = 1e-12;
constexpr double kLeastPassGain = 1e-9;
constexpr int kMostPasses = 10;
constexpr std::size_t kFewPairs = 20'000;
constexpr std::uint64_t kStartsOfFew = 20;  // orders in which the nodes are visited

// The links of one node into each group near it, and what joining one of them would gain.
class GroupLinks {
public:
    explicit GroupLinks(const WeightedGraph &graph) : m_graph(graph), m_linked(graph.nodeCount, 0.0)
    {
    }

    // Of the neighbours for which isCounted is true.
    template <typename IsCounted>
    void gather(std::uint32_t node, const std::vector<std::uint32_t> &group, IsCounted isCounted)
    {
        for (const std::uint32_t to : m_near)
            m_linked[to] = 0;
        m_near.clear();
        for (std::uint32_t i = m_graph.begin[node]; i < m_graph.begin[node + 1]; ++i) {
            const std::uint32_t other = m_graph.neighbour[i];
            if (!isCounted(other))
                continue;
            if (m_linked[group[other]] == 0)
                m_near.push_back(group[other]);
            m_linked[group[other]] += m_graph.weight[i];
        }
    }
    const std::vector<std::uint32_t> &near() const { return m_near; }
    // degree: of the group without the node. Twice the modularity gained, times all links.
    double gain(std::uint32_t node, std::uint32_t to, double degree) const
    {
        return m_linked[to] - degree * m_graph.degree[node] / m_graph.total;
    }

private:
    const WeightedGraph &m_graph;
    std::vector<double> m_linked;
    std::vector<std::uint32_t> m_near;
};

// Moves single nodes to the neighbouring group that gains most, until none gains; only those are
// looked at again whose neighbours went elsewhere.
void moveNodes(const WeightedGraph &graph, const std::vector<std::uint32_t> &order,
               std::vector<std::uint32_t> &group)
{
    if (graph.total <= 0)
        return;
    std::vector<double> degree(graph.nodeCount, 0.0);
    for (std::uint32_t node = 0; node < graph.nodeCount; ++node)
        degree[group[node]] += graph.degree[node];
    GroupLinks links(graph);
    std::deque<std::uint32_t> waiting(order.begin(), order.end());
    std::vector<std::uint8_t> isWaiting(graph.nodeCount, 1);
    for (; !waiting.empty(); waiting.pop_front()) {
        const std::uint32_t node = waiting.front();
        isWaiting[node] = 0;
        links.gather(node, group, [](std::uint32_t) { return true; });
        const std::uint32_t from = group[node];
        degree[from] -= graph.degree[node];
        std::uint32_t best = from;
        double most = links.gain(node, from, degree[from]) + kLeastGain;
        for (const std::uint32_t to : links.near()) {
            const double gain = links.gain(node, to, degree[to]);
            if (gain > most) {
                most = gain + kLeastGain;
                best = to;
            }
        }
        degree[best] += graph.degree[node];
        group[node] = best;
        if (best == from)
            continue;
        for (std::uint32_t i = graph.begin[node]; i < graph.begin[node + 1]; ++i) {
            const std::uint32_t other = graph.neighbour[i];
            if (group[other] != best && !isWaiting[other]) {
                isWaiting[other] = 1;
                waiting.push_back(other);
            }
        }
    }
}

// Within each group, from single nodes again, only joining what is well connected to the rest of
// its group: the parts of a group hang together, which moving alone does not promise.
std::vector<std::uint32_t> refined(const WeightedGraph &graph,
                                   const std::vector<std::uint32_t> &order,
                                   const std::vector<std::uint32_t> &group)
{
    std::vector<std::uint32_t> part(graph.nodeCount);
    std::iota(part.begin(), part.end(), 0u);
    if (graph.total <= 0)
        return part;
    std::vector<double> groupDegree(graph.nodeCount, 0.0);
    std::vector<double> within(graph.nodeCount,
                               0.0);  // links of each part to the rest of its group
    for (std::uint32_t node = 0; node < graph.nodeCount; ++node) {
        groupDegree[group[node]] += graph.degree[node];
        for (std::uint32_t i = graph.begin[node]; i < graph.begin[node + 1]; ++i)
            if (group[graph.neighbour[i]] == group[node])
                within[node] += graph.weight[i];
    }
    std::vector<double> degree = graph.degree;
    std::vector<std::uint32_t> members(graph.nodeCount, 1);
    const auto isWellConnected = [&](std::uint32_t of, std::uint32_t in) {
        return within[of] >= degree[of] * (groupDegree[in] - degree[of]) / graph.total - kLeastGain;
    };
    GroupLinks links(graph);
    for (const std::uint32_t node : order) {
        if (members[part[node]] != 1 || part[node] != node || !isWellConnected(node, group[node]))
            continue;
        links.gather(node, part, [&](std::uint32_t other) { return group[other] == group[node]; });
        std::uint32_t best = node;
        double most = kLeastGain;
        for (const std::uint32_t to : links.near()) {
            if (to == node || !isWellConnected(to, group[node]))
                continue;
            const double gain = links.gain(node, to, degree[to]);
            if (gain > most) {
                most = gain + kLeastGain;
                best = to;
            }
        }
        if (best == node)
            continue;
        // What linked the two no longer leads out of the part.
        const double between = links.gain(node, best, 0);
        within[best] += within[node] - 2 * between;
        degree[best] += degree[node];
        members[best] += 1;
        members[node] = 0;
        part[node] = best;
    }
    return part;
}

// Numbers from 0 in the order of first use; returns how many.
std::uint32_t renumber(std::vector<std::uint32_t> &groups)
{
    std::vector<std::uint32_t> number(groups.size(), UINT32_MAX);
    std::uint32_t count = 0;
    for (std::uint32_t &group : groups) {
        if (number[group] == UINT32_MAX)
            number[group] = count++;
        group = number[group];
    }
    return count;
}

WeightedGraph contracted(const WeightedGraph &graph, const std::vector<std::uint32_t> &groups,
                         std::uint32_t count)
{
    std::vector<double> loops(count, 0.0);
    std::vector<WeightedPair> pairs;
    for (std::uint32_t node = 0; node < graph.nodeCount; ++node) {
        loops[groups[node]] += graph.loop[node];
        for (std::uint32_t i = graph.begin[node]; i < graph.begin[node + 1]; ++i) {
            const std::uint32_t a = groups[node];
            const std::uint32_t b = groups[graph.neighbour[i]];
            if (a == b)
                loops[a] += graph.weight[i];
            else if (a < b)
                pairs.push_back({a, b, graph.weight[i]});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const WeightedPair &x, const WeightedPair &y) {
        return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    std::vector<WeightedPair> merged;
    for (const WeightedPair &pair : pairs) {
        if (!merged.empty() && merged.back().a == pair.a && merged.back().b == pair.b)
            merged.back().weight += pair.weight;
        else
            merged.push_back(pair);
    }
    return graphOf(count, merged, std::move(loops));
}

double modularityOf(const WeightedGraph &graph, const std::vector<std::uint32_t> &group)
{
    if (graph.total <= 0)
        return 0;
    std::vector<double> inside(graph.nodeCount, 0.0);
    std::vector<double> degree(graph.nodeCount, 0.0);
    for (std::uint32_t node = 0; node < graph.nodeCount; ++node) {
        degree[group[node]] += graph.degree[node];
        inside[group[node]] += graph.loop[node];
        for (std::uint32_t i = graph.begin[node]; i < graph.begin[node + 1]; ++i)
            if (group[graph.neighbour[i]] == group[node])
                inside[group[node]] += graph.weight[i];
    }
    double modularity = 0;
    for (std::uint32_t of = 0; of < graph.nodeCount; ++of)
        modularity += inside[of] / graph.total - std::pow(degree[of] / graph.total, 2);
    return modularity;
}

std::vector<std::uint32_t> visitingOrder(std::uint32_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    Dice dice(seed);
    for (std::uint32_t i = count; seed != 0 && i > 1; --i)
        std::swap(order[i - 1], order[dice.below(i)]);
    return order;
}

// One pass: moved, refined, contracted to the refined parts, and again, until nothing joins.
void improve(const WeightedGraph &finest, std::uint64_t seed, std::vector<std::uint32_t> &ofNode)
{
    std::vector<std::uint32_t> at(finest.nodeCount);  // where each node is in the graph at hand
    std::iota(at.begin(), at.end(), 0u);
    std::vector<std::uint32_t> group = ofNode;
    renumber(group);
    WeightedGraph coarse;
    const WeightedGraph *graph = &finest;
    for (;;) {
        const auto order = visitingOrder(graph->nodeCount, seed);
        moveNodes(*graph, order, group);
        for (std::uint32_t node = 0; node < finest.nodeCount; ++node)
            ofNode[node] = group[at[node]];
        renumber(group);  // below the number of parts: each lies in one group
        std::vector<std::uint32_t> parts = refined(*graph, order, group);
        std::uint32_t count = renumber(parts);
        if (count == graph->nodeCount) {
            parts = group;
            count = renumber(parts);
            if (count == graph->nodeCount)
                return;
        }
        std::vector<std::uint32_t> next(count);
        for (std::uint32_t node = 0; node < graph->nodeCount; ++node)
            next[parts[node]] = group[node];
        for (std::uint32_t &node : at)
            node = parts[node];
        coarse = contracted(*graph, parts, count);
        graph = &coarse;
        group = std::move(next);
    }
}

}  // namespace

Communities communitiesOf(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                          const std::stop_token &stop)
{
    std::vector<WeightedPair> weighted;
    weighted.reserve(pairs.size());
    for (const auto &[a, b] : pairs)
        weighted.push_back({a, b, 1.0});
    const WeightedGraph graph = graphOf(nodeCount, weighted, std::vector<double>(nodeCount, 0.0));

    Communities result;
    result.modularity = -1;
    const std::uint64_t starts = pairs.size() <= kFewPairs ? kStartsOfFew : 1;
    for (std::uint64_t start = 0; start < starts; ++start) {
        std::vector<std::uint32_t> ofNode(nodeCount);
        std::iota(ofNode.begin(), ofNode.end(), 0u);
        double reached = -1;
        for (int pass = 0; pass < kMostPasses && !stop.stop_requested(); ++pass) {
            improve(graph, start, ofNode);
            const double modularity = modularityOf(graph, ofNode);
            if (modularity < reached + kLeastPassGain)
                break;
            reached = modularity;
        }
        renumber(ofNode);
        const double modularity = modularityOf(graph, ofNode);
        if (modularity > result.modularity + kLeastGain) {
            result.modularity = modularity;
            result.ofNode = std::move(ofNode);
        }
        if (stop.stop_requested())
            break;
    }
    result.count = renumber(result.ofNode);
    result.isComplete = !stop.stop_requested();
    return result;
}

}  // namespace dateline
