// SPDX-License-Identifier: GPL-3.0-or-later
// Figures about a graph: degree, betweenness, PageRank, components, cores, shortest paths. A graph
// is a node count and its linked pairs, each once, without direction (Network::pairs). Pure, any
// thread; what can take long takes a stop_token and then returns what it has, marked as not
// complete.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace dateline {

class Network;

using NodePair = std::pair<std::uint32_t, std::uint32_t>;
using Progress = std::function<void(double)>;  // 0..1, called on the working thread; may be empty

std::vector<std::uint32_t> degrees(std::uint32_t nodeCount, std::span<const NodePair> pairs);

struct Components {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> ofNode;  // numbered in the order of their first node
};
Components components(std::uint32_t nodeCount, std::span<const NodePair> pairs);

// The largest k for which the node is in the k-core.
std::vector<std::uint32_t> coreNumbers(std::uint32_t nodeCount, std::span<const NodePair> pairs);

struct Betweenness {
    std::vector<double> ofNode;  // shortest paths through the node; each pair of ends counts once
    bool isComplete = true;      // false: stopped
    bool isSampled = false;      // estimated from some sources
};
// Exact up to kExactBetweennessNodes, O(nodes * pairs); above that an estimate from sources that
// lie evenly over the nodes: kBetweennessSamples of them, fewer in graphs so large that it would
// take more than some seconds. The same whatever the number of threads (0: all of the machine).
inline constexpr std::uint32_t kExactBetweennessNodes = 5'000;
inline constexpr std::uint32_t kBetweennessSamples = 500;
Betweenness betweenness(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                        std::stop_token stop = {}, const Progress &progress = {},
                        unsigned threads = 0);

// The share of the time that a walker spends at each node who follows links at random and starts
// anywhere again once in seven steps (damping 0.85: Brin and Page 1998); the sum is 1. To twelve
// digits in some hundred rounds of O(pairs).
struct PageRank {
    std::vector<double> ofNode;
    bool isComplete = true;  // false: stopped
};
PageRank pageRank(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                  const std::stop_token &stop = {});

// Steps from the node to each other one; UINT32_MAX where there is no way.
std::vector<std::uint32_t> stepsFrom(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                                     std::uint32_t from);

// One shortest way between two nodes of a network, and all of them taken together.
struct ShortestPaths {
    std::vector<std::uint32_t> nodes;     // one way, both ends included; empty: there is none
    std::vector<std::uint32_t> links;     // of every shortest way, parallel ones too, ascending
    std::vector<std::uint32_t> allNodes;  // on any shortest way, ascending
    std::uint32_t length() const
    {
        return nodes.empty() ? 0 : static_cast<std::uint32_t>(nodes.size()) - 1;
    }
};
ShortestPaths shortestPaths(const Network &network, std::uint32_t from, std::uint32_t to);

}  // namespace dateline
