// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/layout_request.h"

#include <algorithm>

#include "app/network/communities.h"

namespace dateline {

namespace {

constexpr std::size_t kMostLayers = 8;

// Time steps of about as many actors each; who is never dated comes last.
std::vector<std::uint32_t> layersByTime(const Network &network)
{
    std::vector<Instant> seen;
    for (const NetworkNode &node : network.nodes())
        if (!node.firstSeen.isDistant())
            seen.push_back(node.firstSeen);
    std::sort(seen.begin(), seen.end());
    std::vector<Instant> begins = seen;
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    if (begins.size() > kMostLayers) {
        begins.clear();
        for (std::size_t i = 0; i < kMostLayers; ++i)
            begins.push_back(seen[i * seen.size() / kMostLayers]);
        begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    }
    std::vector<std::uint32_t> layers;
    for (const NetworkNode &node : network.nodes()) {
        const auto after = std::upper_bound(begins.begin(), begins.end(), node.firstSeen);
        layers.push_back(node.firstSeen.isDistant()
                             ? static_cast<std::uint32_t>(begins.size())
                             : static_cast<std::uint32_t>(after - begins.begin()) - 1);
    }
    return layers;
}

}  // namespace

std::vector<GraphColumn> columnsByTime(const Network &network, std::span<const Point> positions,
                                       std::span<const std::uint8_t> isPinned)
{
    const std::vector<std::uint32_t> layers = layersByTime(network);
    std::vector<GraphColumn> columns;
    std::vector<std::uint32_t> members;
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node) {
        if (!isPinned.empty() && isPinned[node])
            continue;
        const std::size_t layer = layers[node];
        if (layer >= columns.size()) {
            columns.resize(layer + 1);
            members.resize(layer + 1);
        }
        GraphColumn &column = columns[layer];
        const double x = positions[node].x;
        const Instant seen = network.nodes()[node].firstSeen;
        const bool isFirst = members[layer]++ == 0;
        column.left = isFirst ? x : std::min(column.left, x);
        column.right = isFirst ? x : std::max(column.right, x);
        column.first = isFirst ? seen : std::min(column.first, seen);
        column.last = isFirst ? seen : std::max(column.last, seen);
    }
    std::vector<GraphColumn> used;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (members[i] > 0)
            used.push_back(columns[i]);
    return used;
}

std::vector<std::optional<ActorPosition>> placesOf(const Snapshot &snapshot, const Network &network,
                                                   std::span<const ActorPosition> placed)
{
    std::vector<std::optional<ActorPosition>> places(network.nodeCount());
    for (std::uint32_t i = 0; i < network.nodeCount(); ++i) {
        const ActorId actor = snapshot.actor(network.nodes()[i].actor).id;
        const auto found = std::lower_bound(
            placed.begin(), placed.end(), actor,
            [](const ActorPosition &position, ActorId want) { return position.actor < want; });
        if (found != placed.end() && found->actor == actor)
            places[i] = *found;
    }
    return places;
}

LayoutRequest layoutRequestFor(const Snapshot &snapshot, const Network &network,
                               std::span<const ActorPosition> placed, std::optional<Instant> asOf,
                               NodeSizing sizing, const NetworkMeasure &measure,
                               const LayoutWish &wish)
{
    LayoutRequest request;
    request.nodeCount = network.nodeCount();
    request.pairs = network.pairs();
    if (network.nodeCount() <= kSmallGraph)
        request.lengths = likedLengths(snapshot, network, measure);
    request.lanes.assign(request.pairs.size(), 1);
    for (const NetworkLink &link : network.links()) {
        const std::pair<std::uint32_t, std::uint32_t> pair{std::min(link.from, link.to),
                                                           std::max(link.from, link.to)};
        const auto at = std::lower_bound(request.pairs.begin(), request.pairs.end(), pair);
        request.lanes[static_cast<std::size_t>(at - request.pairs.begin())] = link.laneCount;
    }
    request.extents = nodeExtents(snapshot, network, asOf, sizing, measure);
    request.kind = wish.kind;
    request.startFrom = wish.startFrom;
    request.width = std::max(2.0, wish.widthPx / kPixelsPerUnit);
    request.height = std::max(1.5, wish.heightPx / kPixelsPerUnit);
    request.seed = wish.seed;
    request.start.resize(network.nodeCount());
    request.isPinned.assign(network.nodeCount(), 0);
    const auto places = placesOf(snapshot, network, placed);
    for (std::uint32_t i = 0; i < network.nodeCount(); ++i) {
        if (!places[i])
            continue;
        request.start[i] = Point{places[i]->x, places[i]->y};
        request.isPinned[i] = places[i]->isPinned;
    }
    if (const ActorRow centre = snapshot.actorRow(wish.around); !centre.isNull())
        request.centre = network.nodeOf(centre);
    if (wish.kind == LayoutKind::LayersByGroup) {
        request.groups = layersByTime(network);
    } else if (wish.kind == LayoutKind::CircleByCommunity) {
        request.groups = communitiesOf(request.nodeCount, request.pairs).ofNode;
    } else {
        for (const NetworkNode &node : network.nodes())
            request.groups.push_back(static_cast<std::uint32_t>(node.shape));
    }
    return request;
}

void fitNetwork(NetworkCamera &camera, std::span<const Point> positions,
                std::span<const NodeExtent> extents, const PlaneBox &margins, double mostZoom)
{
    if (positions.empty())
        return;
    // What a label takes in units depends on the zoom that is looked for: a few steps settle it.
    constexpr int kSteps = 4;
    camera.zoom = 1;
    for (int step = 0; step < kSteps; ++step) {
        const double scale = 1 / camera.zoom;
        std::optional<PlaneBox> bounds;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const NodeExtent extent{extents[i].radius * scale, extents[i].labelWidth * scale,
                                    extents[i].labelHeight * scale};
            const PlaneBox box = extent.whole(positions[i]);
            bounds = bounds ? bounds->united(box) : box;
        }
        camera.fit(*bounds, margins, mostZoom);
    }
}

}  // namespace dateline
