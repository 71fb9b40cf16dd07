// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/pivot_distances.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "app/network/dice.h"
#include "app/network/lane_kernels.h"

namespace dateline {

namespace {

constexpr std::size_t kAtOnce = 64;  // bits of a word
constexpr float kFar = 255;
constexpr float kNoWish = 1e9F;       // weighs nothing
constexpr float kNearestWish = 0.5F;  // of nodes that stand for pivots among others

std::vector<std::uint32_t> chosen(std::uint32_t nodeCount, std::uint32_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> nodes(nodeCount);
    std::iota(nodes.begin(), nodes.end(), 0u);
    Dice dice(seed);
    for (std::uint32_t i = 0; i < count; ++i)
        std::swap(nodes[i], nodes[i + dice.below(nodeCount - i)]);
    nodes.resize(count);
    return nodes;
}

}  // namespace

std::size_t PivotDistances::at(std::uint32_t node, std::size_t pivot) const
{
    return (node / kLanes * m_pivots.size() + pivot) * kLanes + node % kLanes;
}

PivotDistances::PivotDistances(const Adjacency &graph, std::uint32_t count, std::uint64_t seed)
    : m_nodeCount(graph.nodeCount()),
      m_pivots(chosen(graph.nodeCount(), std::min(count, graph.nodeCount()), seed)),
      m_steps(paddedToLanes(graph.nodeCount()) * m_pivots.size(), kFar)
{
    for (std::size_t first = 0; first < m_pivots.size(); first += kAtOnce)
        search(graph, first, std::min(m_pivots.size(), first + kAtOnce));
    silence();
}

void PivotDistances::search(const Adjacency &graph, std::size_t first, std::size_t last)
{
    std::vector<std::uint64_t> seen(graph.nodeCount(), 0);
    std::vector<std::uint64_t> fresh(graph.nodeCount(), 0);  // reached with the last step
    std::vector<std::uint64_t> next(graph.nodeCount(), 0);
    std::vector<std::uint32_t> border;
    std::vector<std::uint32_t> beyond;
    for (std::size_t pivot = first; pivot < last; ++pivot) {
        fresh[m_pivots[pivot]] = seen[m_pivots[pivot]] = std::uint64_t{1} << (pivot - first);
        border.push_back(m_pivots[pivot]);
    }
    for (float steps = 1; !border.empty(); ++steps) {
        beyond.clear();
        for (const std::uint32_t node : border) {
            const std::uint64_t reaching = fresh[node];
            for (const std::uint32_t other : graph.of(node)) {
                const std::uint64_t reached = reaching & ~seen[other];
                if (reached == 0)
                    continue;
                if (next[other] == 0)
                    beyond.push_back(other);
                next[other] |= reached;
            }
        }
        for (const std::uint32_t node : beyond) {
            seen[node] |= next[node];
            for (std::uint64_t bits = next[node]; bits != 0; bits &= bits - 1)
                m_steps[at(node, first + static_cast<std::size_t>(std::countr_zero(bits)))] = steps;
            fresh[node] = next[node];
            next[node] = 0;
        }
        border.swap(beyond);
    }
}

// What weighs nothing: a pivot for itself, and what only fills the last block.
void PivotDistances::silence()
{
    for (auto node = m_nodeCount; node < paddedToLanes(m_nodeCount); ++node)
        for (std::size_t pivot = 0; pivot < m_pivots.size(); ++pivot)
            m_steps[at(node, pivot)] = kNoWish;
    for (std::size_t pivot = 0; pivot < m_pivots.size(); ++pivot)
        m_steps[at(m_pivots[pivot], pivot)] = kNoWish;
}

PivotDistances PivotDistances::coarser(std::span<const std::uint32_t> nodeOf,
                                       std::span<const float> mass,
                                       std::span<const float> coarseMass) const
{
    PivotDistances result;
    result.m_nodeCount = static_cast<std::uint32_t>(coarseMass.size());
    for (const std::uint32_t pivot : m_pivots)
        result.m_pivots.push_back(nodeOf[pivot]);
    result.m_steps.assign(paddedToLanes(coarseMass.size()) * m_pivots.size(), 0);
    for (std::uint32_t node = 0; node < nodeOf.size(); ++node) {
        const float share = mass[node] / coarseMass[nodeOf[node]];
        const float *from = m_steps.data() + at(node, 0);
        float *to = result.m_steps.data() + result.at(nodeOf[node], 0);
        for (std::size_t i = 0; i < m_pivots.size() * kLanes; i += kLanes)
            to[i] += share * (from[i] >= kNoWish ? 0 : from[i]);
    }
    for (float &steps : result.m_steps)
        steps = std::max(steps, kNearestWish);
    result.silence();
    return result;
}

}  // namespace dateline
