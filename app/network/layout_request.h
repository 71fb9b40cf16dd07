// SPDX-License-Identifier: GPL-3.0-or-later
// From a network and what is kept of earlier layouts to a request for the next one, and back: the
// part that the window, pictures and the command line share. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/model/graph_choice.h"
#include "app/model/saved_view.h"
#include "app/network/network_scene_builder.h"

namespace dateline {

struct LayoutWish {
    LayoutKind kind = LayoutKind::ByLinks;
    LayoutStart startFrom = LayoutStart::FromThere;
    double widthPx = 960;   // of the picture in which it is to be read
    double heightPx = 400;  // without the legend
    std::uint32_t seed = 1;
    ActorId around;  // the middle of a radial layout; none: who has most links
};

// placed: sorted by actor, as in SavedView; may name actors that are not in the network.
LayoutRequest layoutRequestFor(const Snapshot &snapshot, const Network &network,
                               std::span<const ActorPosition> placed, std::optional<Instant> asOf,
                               NodeSizing sizing, const NetworkMeasure &measure,
                               const LayoutWish &wish);

// The columns that a layout by first appearance has made. Pinned nodes stand anywhere, and are none
// of them.
std::vector<GraphColumn> columnsByTime(const Network &network, std::span<const Point> positions,
                                       std::span<const std::uint8_t> isPinned);

// Positions of the network's nodes, where known.
std::vector<std::optional<ActorPosition>> placesOf(const Snapshot &snapshot, const Network &network,
                                                   std::span<const ActorPosition> placed);

// Shows all nodes with their labels, which keep their size in pixels, inside the margins (pixels).
void fitNetwork(NetworkCamera &camera, std::span<const Point> positions,
                std::span<const NodeExtent> extents, const PlaneBox &margins, double mostZoom);

}  // namespace dateline
