// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of nodes that are tied more closely among themselves than to the rest: modularity, raised
// by moving single nodes, refining the groups and contracting them (the Leiden algorithm: Traag,
// Waltman, van Eck 2019, choosing the best where the paper rolls dice), so that every group hangs
// together. Small graphs are tried in twenty orders. The same graph gives the same groups. Pure;
// some ten passes of O(pairs).
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "app/network/network_metrics.h"

namespace dateline {

struct Communities {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> ofNode;  // numbered in the order of their first node
    double modularity = 0;
    bool isComplete = true;  // false: stopped; the groups are usable
};

Communities communitiesOf(std::uint32_t nodeCount, std::span<const NodePair> pairs,
                          const std::stop_token &stop = {});

}  // namespace dateline
