// SPDX-License-Identifier: GPL-3.0-or-later
// Where the nodes of a graph stand. One call, pure, any thread; the same request gives the same
// positions on every machine, whatever the number of threads. Up to kSmallGraph nodes with known
// extents the picture is read name by name: stress majorisation, then crossings and links through
// names are searched away, and no two boxes overlap. Above that the multilevel engine places dots
// (large_layout.h): 100,000 nodes with 670,000 links take less than a second on two threads, and a
// first view of them is there after a quarter of one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "app/network/layout_quality.h"
#include "app/network/plane.h"

namespace dateline {

// Layout units: a link likes to be about 1 long. At zoom 1 a unit is this many pixels.
inline constexpr double kPixelsPerUnit = 100;
inline constexpr std::uint32_t kSmallGraph = 300;
// Between parallel links, at their middles.
inline constexpr double kLaneSpacing = 0.21;

enum class LayoutKind : std::uint8_t {
    ByLinks,
    CircleByGroup,
    LayersByGroup,
    GridByGroup,
    RadialAround,  // LayoutRequest::centre
    CircleByCommunity
};

// What a node covers, in units: its mark about its position, its label centred below the mark.
struct NodeExtent {
    double radius = 0.12;
    double labelWidth = 0;
    double labelHeight = 0;

    PlaneBox mark(Point at) const { return PlaneBox::around(at, radius, radius); }
    PlaneBox label(Point at) const
    {
        return {at.x - labelWidth / 2, at.y + radius, at.x + labelWidth / 2,
                at.y + radius + labelHeight};
    }
    PlaneBox whole(Point at) const
    {
        return labelHeight > 0 ? mark(at).united(label(at)) : mark(at);
    }
};

enum class LayoutStart : std::uint8_t {
    Afresh,     // start positions are ignored, but for pinned nodes
    FromThere,  // a good picture, found from the start positions: the mental map survives
    StayThere,  // nodes with a start position drift as little as room for the others allows
};

struct LayoutRequest {
    std::uint32_t nodeCount = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // each linked pair once
    std::vector<float> lengths;               // that each pair likes, in units; or empty: 1
    std::vector<std::uint16_t> lanes;         // parallel links of each pair; or empty: 1
    std::vector<NodeExtent> extents;          // one per node, or empty
    std::vector<std::optional<Point>> start;  // one per node, or empty
    std::vector<std::uint8_t> isPinned;       // one per node, or empty; needs a start position
    std::vector<std::uint32_t> groups;        // one per node: its kind, or its time step
    LayoutKind kind = LayoutKind::ByLinks;
    std::uint32_t centre = UINT32_MAX;  // of a radial layout; none: the node with most links
    LayoutStart startFrom = LayoutStart::Afresh;
    double width = 9.6;  // of the view in which it should look well, units
    double height = 4.4;
    std::uint32_t seed = 1;
    LayoutQuality quality = LayoutQuality::Fast;  // of large graphs
    unsigned threads = 0;                         // 0: as many as the machine runs at once
};

struct LayoutResult {
    std::vector<Point> positions;
    bool isComplete = true;  // false: stopped; the positions are usable, but not finished
};

using LayoutProgress = std::function<void(double)>;  // 0..1, on the working thread; may be empty

// Positions of all nodes while the engine still improves them, on the calling thread; may be empty.
using LayoutFirstViews = std::function<void(const std::vector<Point> &)>;

LayoutResult layOut(const LayoutRequest &request, std::stop_token stop = {},
                    const LayoutProgress &progress = {}, const LayoutFirstViews &firstViews = {});

}  // namespace dateline
