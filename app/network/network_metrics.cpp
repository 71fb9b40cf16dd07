// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_metrics.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <thread>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>

#include "app/network/adjacency.h"
#include "app/network/network.h"
#include "app/network/worker_team.h"

namespace dateline {

namespace {

constexpr std::uint32_t kSourceBlocks = 16;
constexpr std::uint32_t kLeastSamples = 100;
constexpr std::size_t kMostStepsOfAll = 200'000'000;  // along links: some seconds
constexpr std::size_t kWorthThreads = 1'000'000;

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

Graph graphOf(std::uint32_t nodeCount, std::span<const NodePair> pairs)
{
    return Graph(pairs.begin(), pairs.end(), nodeCount);
}

template <typename T>
auto mapOver(const Graph &graph, std::vector<T> &values)
{
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

// The shortest paths from one source, counted, then summed back from the far end (Brandes 2001).
// Nothing is cleared but what the last source reached.
class SourceSweep {
public:
    explicit SourceSweep(const Adjacency &graph)
        : m_graph(graph), m_steps(graph.nodeCount(), kUnreached), m_ways(graph.nodeCount(), 0.0),
          m_share(graph.nodeCount(), 0.0)
    {
        m_order.reserve(graph.nodeCount());
    }

    void addTo(std::vector<double> &sums, std::uint32_t source)
    {
        m_order.assign(1, source);
        m_steps[source] = 0;
        m_ways[source] = 1;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const std::uint32_t node = m_order[i];
            const std::uint32_t beyond = m_steps[node] + 1;
            for (const std::uint32_t next : m_graph.of(node)) {
                if (m_steps[next] == kUnreached) {
                    m_steps[next] = beyond;
                    m_order.push_back(next);
                }
                if (m_steps[next] == beyond)
                    m_ways[next] += m_ways[node];
            }
        }
        // Farther nodes hand their share to those through which they are reached.
        for (std::size_t i = m_order.size(); i-- > 1;) {
            const std::uint32_t node = m_order[i];
            const double handed = (1 + m_share[node]) / m_ways[node];
            for (const std::uint32_t next : m_graph.of(node))
                if (m_steps[next] + 1 == m_steps[node])
                    m_share[next] += m_ways[next] * handed;
            sums[node] += m_share[node];
        }
        for (const std::uint32_t node : m_order) {
            m_steps[node] = kUnreached;
            m_ways[node] = m_share[node] = 0;
        }
    }

private:
    static constexpr std::uint32_t kUnreached = UINT32_MAX - 1;  // one step more is no step

    const Adjacency &m_graph;
    std::vector<std::uint32_t> m_steps;
    std::vector<double> m_ways;
    std::vector<double> m_share;
    std::vector<std::uint32_t> m_order;
};

}  // namespace

std::vector<std::uint32_t> degrees(std::uint32_t nodeCount, std::span<const NodePair> pairs)
{
    std::vector<std::uint32_t> result(nodeCount, 0);
    for (const auto &[a, b] : pairs) {
        ++result[a];
        ++result[b];
    }
    return result;
}

Components components(std::uint32_t nodeCount, std::span<const NodePair> pairs)
{
    Components result;
    result.ofNode.resize(nodeCount);
    if (nodeCount == 0)
        return result;
    const Graph graph = graphOf(nodeCount, pairs);
    result.count = boost::connected_components(graph, mapOver(graph, result.ofNode));
    return result;
}

std::vector<std::uint32_t> coreNumbers(std::uint32_t nodeCount, std::span<const NodePair> pairs)
{
    std::vector<std::uint32_t> result(nodeCount, 0);
    if (nodeCount == 0)
        return result;
    const Graph graph = graphOf(nodeCount, pairs);
    boost::core_numbers(graph, mapOver(graph, result));
    return result;
}

Betweenness betweenness(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                        std::stop_token stop, const Progress &progress, unsigned threads)
{
    Betweenness result;
    result.ofNode.assign(nodeCount, 0.0);
    if (nodeCount == 0)
        return result;
    const Adjacency graph(nodeCount, pairs);
    result.isSampled = nodeCount > kExactBetweennessNodes;
    // Sources evenly over the nodes: no dice, so the same figures every time.
    const auto affordable = static_cast<std::uint32_t>(
        kMostStepsOfAll / std::max<std::size_t>(1, graph.entryCount() + nodeCount));
    const std::uint32_t sources =
        result.isSampled
            ? std::clamp(affordable, std::min(kLeastSamples, nodeCount), kBetweennessSamples)
            : nodeCount;
    // Each block of sources has sums of its own, added in their order: threads change nothing.
    const std::uint32_t blocks = std::min(kSourceBlocks, sources);
    std::vector<std::vector<double>> sums(blocks);
    std::vector<std::uint32_t> done(blocks, 0);
    std::atomic<std::uint32_t> allDone{0};
    const auto caller = std::this_thread::get_id();
    WorkerTeam team(sources * graph.entryCount() > kWorthThreads ? threads : 1);
    team.run(blocks, 1, [&](std::size_t block, std::size_t) {
        SourceSweep sweep(graph);
        sums[block].assign(nodeCount, 0.0);
        for (auto source = static_cast<std::uint32_t>(block);
             source < sources && !stop.stop_requested(); source += blocks) {
            const std::uint64_t at = std::uint64_t{source} * nodeCount / sources;
            sweep.addTo(sums[block], static_cast<std::uint32_t>(at));
            ++done[block];
            const std::uint32_t all = ++allDone;
            if (progress && std::this_thread::get_id() == caller)
                progress(static_cast<double>(all) / sources);
        }
    });
    const std::uint32_t swept = std::accumulate(done.begin(), done.end(), 0u);
    result.isComplete = swept == sources;
    // Every pair was met from both of its ends.
    const double scale = swept == 0 ? 0 : 0.5 * nodeCount / swept;
    for (const std::vector<double> &part : sums)
        for (std::uint32_t node = 0; node < nodeCount; ++node)
            result.ofNode[node] += part[node];
    for (double &value : result.ofNode)
        value *= scale;
    return result;
}

PageRank pageRank(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                  const std::stop_token &stop)
{
    constexpr double kDamping = 0.85;
    constexpr double kExact = 1e-13;
    constexpr int kMostRounds = 1'000;
    PageRank result;
    if (nodeCount == 0)
        return result;
    const Adjacency graph(nodeCount, pairs);
    std::vector<double> &rank = result.ofNode;
    rank.assign(nodeCount, 1.0 / nodeCount);
    std::vector<double> handed(nodeCount);  // by each node to each of its neighbours
    for (int round = 0; round < kMostRounds; ++round) {
        if (stop.stop_requested()) {
            result.isComplete = false;
            return result;
        }
        // Who has no links hands on to everybody.
        double lost = 0;
        for (std::uint32_t node = 0; node < nodeCount; ++node) {
            const std::size_t links = graph.of(node).size();
            handed[node] = links > 0 ? rank[node] / static_cast<double>(links) : 0;
            lost += links > 0 ? 0 : rank[node];
        }
        const double base = (1 - kDamping + kDamping * lost) / nodeCount;
        double change = 0;
        for (std::uint32_t node = 0; node < nodeCount; ++node) {
            double sum = 0;
            for (const std::uint32_t other : graph.of(node))
                sum += handed[other];
            const double next = base + kDamping * sum;
            change += std::abs(next - rank[node]);
            rank[node] = next;
        }
        if (change < kExact)
            break;
    }
    return result;
}

std::vector<std::uint32_t> stepsFrom(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                                     std::uint32_t from)
{
    std::vector<std::uint32_t> steps(nodeCount, UINT32_MAX);
    if (from >= nodeCount)
        return steps;
    const Graph graph = graphOf(nodeCount, pairs);
    steps[from] = 0;
    boost::breadth_first_search(graph, from,
                                boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                    mapOver(graph, steps), boost::on_tree_edge()))));
    return steps;
}

ShortestPaths shortestPaths(const Network &network, std::uint32_t from, std::uint32_t to)
{
    ShortestPaths result;
    const auto pairs = network.pairs();
    const auto there = stepsFrom(network.nodeCount(), pairs, from);
    if (to >= there.size() || there[to] == UINT32_MAX)
        return result;
    const auto back = stepsFrom(network.nodeCount(), pairs, to);
    const std::uint32_t length = there[to];
    for (std::uint32_t i = 0; i < network.nodeCount(); ++i)
        if (there[i] != UINT32_MAX && there[i] + back[i] == length)
            result.allNodes.push_back(i);
    for (std::uint32_t i = 0; i < network.linkCount(); ++i) {
        const NetworkLink &link = network.links()[i];
        if (there[link.from] == UINT32_MAX)
            continue;
        if (there[link.from] + 1 + back[link.to] == length ||
            there[link.to] + 1 + back[link.from] == length)
            result.links.push_back(i);
    }
    // One way: from each node to the neighbour that is one step nearer, the first of several.
    result.nodes.push_back(from);
    while (result.nodes.back() != to) {
        for (const std::uint32_t next : network.neighboursOf(result.nodes.back())) {
            if (back[next] + 1 == back[result.nodes.back()]) {
                result.nodes.push_back(next);
                break;
            }
        }
    }
    return result;
}

}  // namespace dateline
