// SPDX-License-Identifier: GPL-3.0-or-later
// The neighbours of every node next to each other in memory (compressed rows), each with the weight
// of its link: what the layout engines walk over. A value; made in O(nodes + pairs).
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace dateline {

class Adjacency {
public:
    Adjacency() = default;
    // Self-links are dropped. Weights may be empty: all 1.
    Adjacency(std::uint32_t nodeCount,
              std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs,
              std::span<const float> weights = {});
    // From rows that are ready: begin has one entry more than there are nodes, each link stands in
    // the rows of both of its ends.
    Adjacency(std::vector<std::uint32_t> begin, std::vector<std::uint32_t> neighbours,
              std::vector<float> weights)
        : m_begin(std::move(begin)), m_neighbours(std::move(neighbours)),
          m_weights(std::move(weights))
    {
    }

    std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_begin.size()) - 1; }
    std::span<const std::uint32_t> of(std::uint32_t node) const
    {
        return std::span(m_neighbours).subspan(m_begin[node], m_begin[node + 1] - m_begin[node]);
    }
    std::span<const float> weightsOf(std::uint32_t node) const
    {
        return std::span(m_weights).subspan(m_begin[node], m_begin[node + 1] - m_begin[node]);
    }
    std::size_t entryCount() const { return m_neighbours.size(); }
    // The rows themselves, for loops that cannot afford a call a node.
    const std::uint32_t *begins() const { return m_begin.data(); }
    const std::uint32_t *neighbours() const { return m_neighbours.data(); }
    const float *weights() const { return m_weights.data(); }
    // Steps to every node by breadth-first search; UINT32_MAX where there is no way.
    std::vector<std::uint32_t> stepsFrom(std::uint32_t node) const;
    // The number of each node's connected component, in the order of their first nodes.
    std::vector<std::uint32_t> components(std::uint32_t *count = nullptr) const;

private:
    std::vector<std::uint32_t> m_begin{0};
    std::vector<std::uint32_t> m_neighbours;
    std::vector<float> m_weights;
};

}  // namespace dateline
