// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/coarsening.h"

#include <numeric>

#include "app/network/dice.h"

namespace dateline {

namespace {

constexpr std::uint32_t kFree = UINT32_MAX;

std::vector<std::uint32_t> shuffled(std::uint32_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    Dice dice(seed);
    for (std::uint32_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[dice.below(i)]);
    return order;
}

// The neighbour to stand together with: heavy links first, light nodes first. Free ones only, or
// any.
std::uint32_t partnerOf(const Adjacency &graph, const std::vector<float> &mass, std::uint32_t node,
                        const std::vector<std::uint32_t> &group, bool mustBeFree)
{
    const auto neighbours = graph.of(node);
    const auto weights = graph.weightsOf(node);
    std::uint32_t best = kFree;
    float bestPull = 0;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const std::uint32_t other = neighbours[i];
        if (mustBeFree && group[other] != kFree)
            continue;
        const float pull = weights[i] / mass[other];
        if (best == kFree || pull > bestPull) {
            best = other;
            bestPull = pull;
        }
    }
    return best;
}

}  // namespace

CoarserGraph coarsen(const Adjacency &graph, const std::vector<float> &mass, std::uint64_t seed)
{
    const std::uint32_t count = graph.nodeCount();
    CoarserGraph result;
    std::vector<std::uint32_t> &group = result.nodeOf;
    group.assign(count, kFree);
    std::uint32_t groups = 0;
    const auto order = shuffled(count, seed);
    std::vector<std::uint32_t> left;
    for (const std::uint32_t node : order) {
        if (group[node] != kFree)
            continue;
        const std::uint32_t partner = partnerOf(graph, mass, node, group, true);
        if (partner == kFree) {
            left.push_back(node);
            continue;
        }
        group[node] = group[partner] = groups++;
    }
    // The leaves of a star would stay single for ever: they join the group of a neighbour.
    for (const std::uint32_t node : left) {
        const std::uint32_t partner = partnerOf(graph, mass, node, group, false);
        group[node] = partner == kFree || group[partner] == kFree ? groups++ : group[partner];
    }

    result.mass.assign(groups, 0);
    std::vector<std::vector<std::uint32_t>> members(groups);
    for (std::uint32_t node = 0; node < count; ++node) {
        result.mass[group[node]] += mass[node];
        members[group[node]].push_back(node);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<float> weights;
    std::vector<std::uint32_t> lastSeen(groups, kFree);
    std::vector<std::size_t> pairOf(groups, 0);
    for (std::uint32_t from = 0; from < groups; ++from) {
        for (const std::uint32_t node : members[from]) {
            const auto neighbours = graph.of(node);
            const auto linkWeights = graph.weightsOf(node);
            for (std::size_t i = 0; i < neighbours.size(); ++i) {
                const std::uint32_t to = group[neighbours[i]];
                if (to <= from)
                    continue;
                if (lastSeen[to] != from) {
                    lastSeen[to] = from;
                    pairOf[to] = pairs.size();
                    pairs.emplace_back(from, to);
                    weights.push_back(0);
                }
                weights[pairOf[to]] += linkWeights[i];
            }
        }
    }
    result.graph = Adjacency(groups, pairs, weights);
    return result;
}

}  // namespace dateline
