// SPDX-License-Identifier: GPL-3.0-or-later
// Positions whose distances are near the distances in the graph: pair by pair by stochastic descent
// (Zheng, Pawar, Goodman 2019), then stress majorisation (Gansner, Koren, North 2004), node by
// node, with nodes that are held. For up to some hundred nodes, 65,535 at the most: memory and each
// round are O(nodes squared).
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "app/network/adjacency.h"
#include "app/network/plane.h"

namespace dateline {

// Wanted distances of all pairs of one graph: the shortest way, a link's weight being its length.
class WantedDistances {
public:
    explicit WantedDistances(const Adjacency &graph);
    double operator()(std::uint32_t a, std::uint32_t b) const
    {
        return m_distances[static_cast<std::size_t>(a) * m_count + b];
    }
    std::uint32_t nodeCount() const { return m_count; }

private:
    std::uint32_t m_count;
    std::vector<float> m_distances;
};

double stressOf(const WantedDistances &wanted, const std::vector<Point> &positions);

// Improves positions in place until the stress falls by less than a thousandth a round. Held nodes
// (one flag per node, or empty) do not move.
void majoriseStress(const WantedDistances &wanted, std::vector<Point> &positions,
                    const std::vector<std::uint8_t> &isHeld, std::stop_token stop);

// The best of several starts, chosen by stress.
std::vector<Point> stressLayout(const WantedDistances &wanted, std::uint64_t seed,
                                std::stop_token stop);

}  // namespace dateline
