// SPDX-License-Identifier: GPL-3.0-or-later
// Steps from every node of a graph to a few nodes of it, its pivots: what a layout needs to know of
// all distances (sparse stress: Ortmann, Klimenta, Brandes 2017). Sixty-four pivots are searched
// from at once, a bit for each (Then and others 2014): O(links * steps across) at the most for each
// such set, far less in small worlds.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/adjacency.h"

namespace dateline {

class PivotDistances {
public:
    // Pivots are chosen by the seed; one for every node where there are fewer nodes. The graph
    // should be connected: what cannot be reached counts as far, 255 steps.
    PivotDistances(const Adjacency &graph, std::uint32_t count, std::uint64_t seed);

    // The same for a coarser graph: a node there is as far as its members are on average.
    PivotDistances coarser(std::span<const std::uint32_t> nodeOf, std::span<const float> mass,
                           std::span<const float> coarseMass) const;

    std::span<const std::uint32_t> pivots() const { return m_pivots; }  // nodes
    // As lane_kernels.h wants them. A pivot has no wish about itself.
    std::span<const float> blocks() const { return m_steps; }
    float operator()(std::uint32_t node, std::size_t pivot) const
    {
        return m_steps[at(node, pivot)];
    }

private:
    PivotDistances() = default;
    std::size_t at(std::uint32_t node, std::size_t pivot) const;
    void search(const Adjacency &graph, std::size_t first, std::size_t last);
    void silence();

    std::uint32_t m_nodeCount = 0;
    std::vector<std::uint32_t> m_pivots;
    std::vector<float> m_steps;
};

}  // namespace dateline
