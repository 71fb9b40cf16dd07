// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_metrics.h"

#include <algorithm>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>

#include "app/network/network.h"

namespace dateline {

namespace {

// Boost's Brandes cannot be stopped; up to here it is a fraction of a second.
constexpr std::uint32_t kUnstoppableNodes = 600;

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
class SourceSweep {
public:
    explicit SourceSweep(const Graph &graph)
        : m_graph(graph), m_steps(num_vertices(graph)), m_ways(num_vertices(graph)),
          m_share(num_vertices(graph))
    {
        m_order.reserve(num_vertices(graph));
    }

    void addTo(std::vector<double> &sums, std::size_t source)
    {
        std::fill(m_steps.begin(), m_steps.end(), UINT32_MAX);
        std::fill(m_ways.begin(), m_ways.end(), 0.0);
        std::fill(m_share.begin(), m_share.end(), 0.0);
        m_order.assign(1, source);
        m_steps[source] = 0;
        m_ways[source] = 1;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const std::size_t node = m_order[i];
            for (const auto next : boost::make_iterator_range(adjacent_vertices(node, m_graph))) {
                if (m_steps[next] == UINT32_MAX) {
                    m_steps[next] = m_steps[node] + 1;
                    m_order.push_back(next);
                }
                if (m_steps[next] == m_steps[node] + 1)
                    m_ways[next] += m_ways[node];
            }
        }
        for (std::size_t i = m_order.size() - 1; i > 0; --i) {
            const std::size_t node = m_order[i];
            for (const auto next : boost::make_iterator_range(adjacent_vertices(node, m_graph)))
                if (m_steps[next] + 1 == m_steps[node])
                    m_share[next] += m_ways[next] / m_ways[node] * (1 + m_share[node]);
            sums[node] += m_share[node];
        }
    }

private:
    const Graph &m_graph;
    std::vector<std::uint32_t> m_steps;
    std::vector<double> m_ways;
    std::vector<double> m_share;
    std::vector<std::size_t> m_order;
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
                        std::stop_token stop, const Progress &progress)
{
    Betweenness result;
    result.ofNode.assign(nodeCount, 0.0);
    if (nodeCount == 0)
        return result;
    const Graph graph = graphOf(nodeCount, pairs);
    if (nodeCount <= kUnstoppableNodes) {
        boost::brandes_betweenness_centrality(graph, mapOver(graph, result.ofNode));
        return result;
    }
    result.isSampled = nodeCount > kExactBetweennessNodes;
    // Sources evenly over the nodes: no dice, so the same figures every time.
    const std::uint32_t sources = result.isSampled ? kBetweennessSamples : nodeCount;
    SourceSweep sweep(graph);
    std::uint32_t done = 0;
    for (; done < sources && !stop.stop_requested(); ++done) {
        sweep.addTo(result.ofNode,
                    static_cast<std::size_t>(std::uint64_t{done} * nodeCount / sources));
        if (progress && done % 16 == 0)
            progress(static_cast<double>(done) / sources);
    }
    result.isComplete = done == sources;
    // Every pair was met from both of its ends.
    const double scale = done == 0 ? 0 : 0.5 * nodeCount / done;
    for (double &value : result.ofNode)
        value *= scale;
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
