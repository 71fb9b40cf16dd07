// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/adjacency.h"

namespace dateline {

Adjacency::Adjacency(std::uint32_t nodeCount,
                     std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs,
                     std::span<const float> weights)
    : m_begin(nodeCount + 1u, 0)
{
    for (const auto &[a, b] : pairs) {
        if (a == b)
            continue;
        ++m_begin[a + 1];
        ++m_begin[b + 1];
    }
    for (std::uint32_t i = 0; i < nodeCount; ++i)
        m_begin[i + 1] += m_begin[i];
    m_neighbours.resize(m_begin[nodeCount]);
    m_weights.resize(m_begin[nodeCount], 1.0F);
    std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto [a, b] = pairs[i];
        if (a == b)
            continue;
        const float weight = weights.empty() ? 1.0F : weights[i];
        m_neighbours[next[a]] = b;
        m_weights[next[a]++] = weight;
        m_neighbours[next[b]] = a;
        m_weights[next[b]++] = weight;
    }
}

std::vector<std::uint32_t> Adjacency::stepsFrom(std::uint32_t node) const
{
    std::vector<std::uint32_t> steps(nodeCount(), UINT32_MAX);
    std::vector<std::uint32_t> order{node};
    steps[node] = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const std::uint32_t next : of(order[i])) {
            if (steps[next] == UINT32_MAX) {
                steps[next] = steps[order[i]] + 1;
                order.push_back(next);
            }
        }
    }
    return steps;
}

std::vector<std::uint32_t> Adjacency::components(std::uint32_t *count) const
{
    std::vector<std::uint32_t> component(nodeCount(), UINT32_MAX);
    std::vector<std::uint32_t> order;
    std::uint32_t found = 0;
    for (std::uint32_t first = 0; first < nodeCount(); ++first) {
        if (component[first] != UINT32_MAX)
            continue;
        order.assign(1, first);
        component[first] = found;
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (const std::uint32_t next : of(order[i])) {
                if (component[next] == UINT32_MAX) {
                    component[next] = found;
                    order.push_back(next);
                }
            }
        }
        ++found;
    }
    if (count)
        *count = found;
    return component;
}

}  // namespace dateline
