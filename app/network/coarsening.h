// SPDX-License-Identifier: GPL-3.0-or-later
// A graph made smaller step by step, by letting linked nodes stand as one: its rough shape is laid
// out first, then refined. Nodes join the group that most of their links lead to, as long as it is
// small (label propagation with a size constraint: Meyerhenke, Noellenburg, Schulz 2015); what is
// left single joins others that hang on the same node (two-hop matching: LaSalle and others 2015),
// or the leaves of stars would never go. Deterministic for a seed. Each step is O(nodes + links).
#pragma once

#include <cstdint>
#include <vector>

#include "app/network/adjacency.h"

namespace dateline {

struct CoarserGraph {
    Adjacency graph;                    // weights are the sums of the links that became one
    std::vector<float> mass;            // how many nodes of the finest graph each stands for
    std::vector<std::uint32_t> nodeOf;  // of each node of the finer graph: its node here
};

// About a third of the nodes remain where there are links at all.
CoarserGraph coarsen(const Adjacency &graph, const std::vector<float> &mass, std::uint64_t seed);

}  // namespace dateline
