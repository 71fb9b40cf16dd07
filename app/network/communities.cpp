// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/communities.h"

#include <algorithm>
#include <numeric>

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

// Moves single nodes to the neighbouring group that gains most, until none gains.
std::vector<std::uint32_t> movedNodes(const WeightedGraph &graph)
{
    constexpr int kMostRounds = 100;
    constexpr double kLeastGain = 1e-12;
    std::vector<std::uint32_t> group(graph.nodeCount);
    std::iota(group.begin(), group.end(), 0u);
    std::vector<double> groupDegree = graph.degree;
    std::vector<double> linked(graph.nodeCount, 0.0);
    std::vector<std::uint32_t> touched;
    bool hasMoved = graph.total > 0;
    for (int round = 0; hasMoved && round < kMostRounds; ++round) {
        hasMoved = false;
        for (std::uint32_t node = 0; node < graph.nodeCount; ++node) {
            touched.assign(1, group[node]);
            for (std::uint32_t i = graph.begin[node]; i < graph.begin[node + 1]; ++i) {
                const std::uint32_t other = group[graph.neighbour[i]];
                if (linked[other] == 0 && other != group[node])
                    touched.push_back(other);
                linked[other] += graph.weight[i];
            }
            const std::uint32_t from = group[node];
            groupDegree[from] -= graph.degree[node];
            const auto gain = [&](std::uint32_t to) {
                return linked[to] - groupDegree[to] * graph.degree[node] / graph.total;
            };
            std::uint32_t best = from;
            for (const std::uint32_t to : touched) {
                const double more = gain(to) - gain(best);
                if (more > kLeastGain || (more > -kLeastGain && to < best && best != from))
                    best = to;
            }
            groupDegree[best] += graph.degree[node];
            group[node] = best;
            hasMoved = hasMoved || best != from;
            for (const std::uint32_t to : touched)
                linked[to] = 0;
        }
    }
    return group;
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

double modularityOf(const WeightedGraph &graph)
{
    double modularity = 0;
    for (std::uint32_t node = 0; node < graph.nodeCount && graph.total > 0; ++node) {
        const double share = graph.degree[node] / graph.total;
        modularity += graph.loop[node] / graph.total - share * share;
    }
    return modularity;
}

}  // namespace

Communities communitiesOf(std::uint32_t nodeCount, std::span<const NodePair> pairs)
{
    std::vector<WeightedPair> weighted;
    weighted.reserve(pairs.size());
    for (const auto &[a, b] : pairs)
        weighted.push_back({a, b, 1.0});
    WeightedGraph graph = graphOf(nodeCount, weighted, std::vector<double>(nodeCount, 0.0));

    Communities result;
    result.ofNode.resize(nodeCount);
    std::iota(result.ofNode.begin(), result.ofNode.end(), 0u);
    for (;;) {
        std::vector<std::uint32_t> groups = movedNodes(graph);
        const std::uint32_t count = renumber(groups);
        for (std::uint32_t &group : result.ofNode)
            group = groups[group];
        const bool isSettled = count == graph.nodeCount;
        graph = contracted(graph, groups, count);
        if (isSettled)
            break;
    }
    result.count = renumber(result.ofNode);
    result.modularity = modularityOf(graph);
    return result;
}

}  // namespace dateline
