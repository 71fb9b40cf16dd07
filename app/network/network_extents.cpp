// SPDX-License-Identifier: GPL-3.0-or-later
// What nodes cover and how far they like to stand apart: the part of the scene that layouts ask
// for.
#include <algorithm>

#include "app/network/scene_names.h"

namespace dateline {

std::vector<NodeExtent> nodeExtents(const Snapshot &snapshot, const Network &network,
                                    std::optional<Instant> asOf, NodeSizing sizing,
                                    const NetworkMeasure &measure)
{
    const auto radii = nodeRadii(network, sizing);
    std::vector<NodeExtent> extents;
    extents.reserve(network.nodeCount());
    const bool isReadable = network.nodeCount() <= kSmallGraph;
    for (std::uint32_t i = 0; i < network.nodeCount(); ++i) {
        NodeExtent extent;
        extent.radius = radii[i] / kPixelsPerUnit;
        if (isReadable) {
            const NodeLabel label = labelOf(snapshot, network, i, asOf, measure);
            extent.labelWidth = (label.width + 2 * kNameMargin) / kPixelsPerUnit;
            extent.labelHeight = (label.height + kLabelGap + kNameMargin) / kPixelsPerUnit;
        }
        extents.push_back(extent);
    }
    return extents;
}

std::vector<float> likedLengths(const Snapshot &snapshot, const Network &network,
                                const NetworkMeasure &measure)
{
    constexpr double kBelonging = 0.95;
    constexpr double kShortest = 1.25;
    constexpr double kLongest = 2.6;
    const auto pairs = network.pairs();
    std::vector<float> lengths(pairs.size(), static_cast<float>(kBelonging));
    const auto relations = snapshot.relations;
    for (const NetworkLink &link : network.links()) {
        if (link.isBelonging || link.origin != LinkOrigin::Relation)
            continue;
        const std::pair<std::uint32_t, std::uint32_t> pair{std::min(link.from, link.to),
                                                           std::max(link.from, link.to)};
        const auto at = std::lower_bound(pairs.begin(), pairs.end(), pair) - pairs.begin();
        const double name =
            measure.width(relations->kindWords().word(link.kind), NetworkFont::Small);
        // Both marks, the name, and some of the line on either side of it.
        const double wanted = (2 * 17 + name + 44 + 14 * (link.laneCount - 1)) / kPixelsPerUnit;
        auto &length = lengths[static_cast<std::size_t>(at)];
        length = std::max(length, static_cast<float>(std::clamp(wanted, kShortest, kLongest)));
    }
    return lengths;
}

}  // namespace dateline
