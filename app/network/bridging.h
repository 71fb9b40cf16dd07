// SPDX-License-Identifier: GPL-3.0-or-later
// Where a graph hangs together by one thread: nodes and links without which it falls apart (the cut
// vertices and bridges of Tarjan, Depth-First Search and Linear Graph Algorithms, 1972, found
// without recursion), and what is near a node or common to two. Pure, any thread; O(nodes + pairs).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/network_metrics.h"

namespace dateline {

struct CutPoints {
    // Into how many parts the component falls without the node: 1 where it stays whole, 0 for a
    // node that is alone.
    std::vector<std::uint32_t> partsWithout;
    std::vector<NodePair> bridges;  // pairs whose link is the only way, ascending
};
CutPoints cutPoints(std::uint32_t nodeCount, std::span<const NodePair> pairs);

// Linked to both, ascending; the two themselves are not.
std::vector<std::uint32_t> commonNeighbours(const Network &network, std::uint32_t a,
                                            std::uint32_t b);

// Nodes by how many steps they are away, [0] being the node itself, up to so many steps.
std::vector<std::vector<std::uint32_t>> rings(const Network &network, std::uint32_t node,
                                              std::uint32_t mostSteps);

}  // namespace dateline
