// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of nodes that are tied more closely among themselves than to the rest: modularity, raised
// by moving one node at a time and then whole groups (Blondel et al. 2008). Nodes are visited in
// their order, so the same graph gives the same groups. Pure; some 20 rounds of O(pairs).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/network_metrics.h"

namespace dateline {

struct Communities {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> ofNode;  // numbered in the order of their first node
    double modularity = 0;
};

Communities communitiesOf(std::uint32_t nodeCount, std::span<const NodePair> pairs);

}  // namespace dateline
