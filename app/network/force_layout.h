// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of large connected graphs: springs and repulsion, first on a coarse graph, then refined
// level by level (Hu 2005; Walshaw 2003), repulsion by a quad tree. Deterministic for a seed.
// 10,000 nodes with 60,000 links take about a second. Results are in units in which a link is
// about 1 long.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "app/network/adjacency.h"
#include "app/network/plane.h"

namespace dateline {

struct ForceStart {
    std::vector<Point> positions;      // of every node; empty: none are known
    std::vector<std::uint8_t> isHeld;  // or empty
};

// A stop returns the positions of the moment, carried down to all nodes. With start positions the
// coarse levels are left out: things drift from where they are.
std::vector<Point> forceLayout(const Adjacency &graph, const ForceStart &start, std::uint64_t seed,
                               std::stop_token stop, const std::function<void(double)> &progress);

}  // namespace dateline
