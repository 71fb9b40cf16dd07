// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a network with positions into the scene for one camera. Pure; O(nodes and links). Detail
// follows the number of links in view: curves with arrows and names, then thin lines, then their
// mass (link_mass.h); where marks can be read among very many links, those of the marks are curves
// and only what passes by is mass. Names never touch marks or each other; the most linked actors
// get theirs first.
#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "app/network/community_hulls.h"
#include "app/network/network_camera.h"
#include "app/network/network_scene.h"

namespace dateline {

// Words for the legend, in the user's language. Entries may be empty: then they are left out.
struct NetworkWords {
    std::function<std::string(Certainty)> certainty;
    std::function<std::string(std::string_view)> actorKind;
    std::string belonging;  // "belongs to"
    std::string derived;    // "in the same events"
    std::string quoted;     // "quoted by"
};

// A column of a layout by time, with its date as words.
struct LabelledColumn {
    double left = 0;  // units
    double right = 0;
    std::string label;
};

// A part of a network, as positions in it.
struct NetworkPart {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> links;
};

struct NetworkSceneRequest {
    const Snapshot *snapshot = nullptr;
    const Network *network = nullptr;
    std::span<const Point> positions;            // one per node, in units
    std::span<const std::uint8_t> isPinned;      // one per node, or empty
    std::span<const std::uint8_t> isDimmedNode;  // one per node, or empty
    NetworkCamera camera;
    std::optional<Instant> asOf;
    NodeSizing sizing = NodeSizing::ByLinks;
    NetworkMeasure measure;
    NetworkWords words;
    bool withLegend = true;
    std::span<const CommunityHull> hulls;         // below everything
    std::span<const LabelledColumn> columns;      // labelled at the upper edge, by left
    std::span<const std::uint32_t> leftOutNodes;  // not drawn, nor are their links
    const NetworkPart *only = nullptr;            // draw nothing else; O(part)
    // Of the mass of very many links.
    const LinkGroups *groups = nullptr;  // made before, or null
    double pixelScale = 1;               // device pixels a pixel
    std::uint32_t everyNthLink = 1;      // a sample is there sooner
    unsigned threads = 1;
    std::stop_token stop;  // what is stopped has an unfinished mass
};

// Pixels that labels of columns take at the upper edge.
double columnLabelHeight(const NetworkMeasure &measure);

// Pixels that the legend takes at the lower edge.
double legendHeight(const NetworkMeasure &measure);

NetworkScene buildNetworkScene(const NetworkSceneRequest &request);

// A second, small scene to lay over the first: the given nodes and links in full strength, over a
// veil, or with rings and glow. Both lists are positions in the network.
enum class OverlayStyle : std::uint8_t { Ring, Spotlight };
NetworkScene buildNetworkOverlay(const NetworkScene &scene, std::span<const std::uint32_t> nodes,
                                 std::span<const std::uint32_t> links, OverlayStyle style);
// The same over a large graph, from the positions themselves: the scene below it may be of another
// camera or hold a mass. O(part); of very many marks or links, as many as can be told apart.
NetworkScene buildNetworkOverlay(const NetworkSceneRequest &request, const NetworkPart &part,
                                 OverlayStyle style);

// What a node covers with its label, for the layout.
std::vector<NodeExtent> nodeExtents(const Snapshot &snapshot, const Network &network,
                                    std::optional<Instant> asOf, NodeSizing sizing,
                                    const NetworkMeasure &measure);
// The length that each of network.pairs() likes: room for the names of its relations.
std::vector<float> likedLengths(const Snapshot &snapshot, const Network &network,
                                const NetworkMeasure &measure);

}  // namespace dateline
