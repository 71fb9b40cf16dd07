// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/bridging.h"

#include <algorithm>

#include "app/network/adjacency.h"
#include "app/network/network.h"

namespace dateline {

CutPoints cutPoints(std::uint32_t nodeCount, std::span<const NodePair> pairs)
{
    constexpr std::uint32_t kUnseen = UINT32_MAX;
    CutPoints result;
    result.partsWithout.assign(nodeCount, 0);
    const Adjacency graph(nodeCount, pairs);
    std::vector<std::uint32_t> number(nodeCount, kUnseen);  // in the order of discovery
    std::vector<std::uint32_t> low(nodeCount, 0);  // the earliest that the subtree is tied to
    struct Visit {
        std::uint32_t node;
        std::uint32_t parent;
        std::size_t next = 0;
    };
    std::vector<Visit> stack;
    std::uint32_t seen = 0;
    for (std::uint32_t root = 0; root < nodeCount; ++root) {
        if (number[root] != kUnseen)
            continue;
        number[root] = low[root] = seen++;
        stack.push_back({root, kUnseen});
        while (!stack.empty()) {
            Visit &visit = stack.back();
            const std::uint32_t node = visit.node;
            if (visit.next < graph.of(node).size()) {
                const std::uint32_t other = graph.of(node)[visit.next++];
                if (number[other] == kUnseen) {
                    number[other] = low[other] = seen++;
                    stack.push_back({other, node});
                } else if (other != visit.parent) {
                    low[node] = std::min(low[node], number[other]);
                }
                continue;
            }
            const std::uint32_t parent = visit.parent;
            stack.pop_back();
            if (parent == kUnseen)
                continue;
            low[parent] = std::min(low[parent], low[node]);
            if (low[node] >= number[parent])
                ++result.partsWithout[parent];  // this subtree loses everybody else
            if (low[node] > number[parent])
                result.bridges.emplace_back(std::min(node, parent), std::max(node, parent));
        }
        // Besides the subtrees there is the rest, but not around the root.
        result.partsWithout[root] += UINT32_MAX;
    }
    for (std::uint32_t node = 0; node < nodeCount; ++node) {
        ++result.partsWithout[node];
        if (graph.of(node).empty())
            result.partsWithout[node] = 0;
    }
    std::sort(result.bridges.begin(), result.bridges.end());
    return result;
}

std::vector<std::uint32_t> commonNeighbours(const Network &network, std::uint32_t a,
                                            std::uint32_t b)
{
    const std::vector<std::uint32_t> ofA = network.neighboursOf(a);
    const std::vector<std::uint32_t> ofB = network.neighboursOf(b);
    std::vector<std::uint32_t> both;
    std::set_intersection(ofA.begin(), ofA.end(), ofB.begin(), ofB.end(), std::back_inserter(both));
    return both;
}

std::vector<std::vector<std::uint32_t>> rings(const Network &network, std::uint32_t node,
                                              std::uint32_t mostSteps)
{
    std::vector<std::vector<std::uint32_t>> found{{node}};
    std::vector<std::uint8_t> isSeen(network.nodeCount(), 0);
    isSeen[node] = 1;
    while (found.size() <= mostSteps) {
        std::vector<std::uint32_t> beyond;
        for (const std::uint32_t at : found.back()) {
            for (const std::uint32_t link : network.linksOf(at)) {
                const std::uint32_t other = network.otherEnd(link, at);
                if (isSeen[other] == 0) {
                    isSeen[other] = 1;
                    beyond.push_back(other);
                }
            }
        }
        if (beyond.empty())
            break;
        std::sort(beyond.begin(), beyond.end());
        found.push_back(std::move(beyond));
    }
    return found;
}

}  // namespace dateline
