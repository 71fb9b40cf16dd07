// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_layout.h"

#include <algorithm>

#include "app/base/check.h"
#include "app/network/crowd_layouts.h"
#include "app/network/large_layout.h"
#include "app/network/newcomers.h"
#include "app/network/overlap_removal.h"
#include "app/network/plain_layouts.h"
#include "app/network/small_layout.h"

namespace dateline {

namespace {

constexpr double kMostDrift = 0.05;  // of the width: the map in the reader's head survives

std::vector<Point> positionsByRule(const LayoutRequest &request)
{
    switch (request.kind) {
    case LayoutKind::LayersByGroup:
        return layeredLayout(request);
    case LayoutKind::GridByGroup:
        return gridLayout(request);
    case LayoutKind::RadialAround:
        return radialLayout(request);
    default:
        return circleLayout(request);
    }
}

// Rules place everything; what the user pinned stays, and the rest makes way.
LayoutResult layOutByRule(const LayoutRequest &request, std::stop_token stop)
{
    LayoutResult result;
    result.positions = positionsByRule(request);
    std::vector<std::uint8_t> isHeld(request.nodeCount, 0);
    bool anyHeld = false;
    for (std::uint32_t i = 0; i < request.nodeCount; ++i) {
        if (request.isPinned.empty() || !request.isPinned[i] || request.start.empty() ||
            !request.start[i])
            continue;
        result.positions[i] = *request.start[i];
        isHeld[i] = 1;
        anyHeld = true;
    }
    if (anyHeld && !request.extents.empty() && request.nodeCount <= kSmallGraph)
        removeOverlaps(result.positions, request.extents, isHeld, 0.1, stop);
    result.isComplete = !stop.stop_requested();
    return result;
}

// The mean way that the nodes with a place went, as a share of how wide they stood.
double drift(const LayoutRequest &request, const std::vector<Point> &now)
{
    double way = 0;
    std::uint32_t count = 0;
    double left = 0;
    double right = 0;
    for (std::uint32_t i = 0; i < request.nodeCount; ++i) {
        if (!request.start[i])
            continue;
        left = count == 0 ? request.start[i]->x : std::min(left, request.start[i]->x);
        right = count == 0 ? request.start[i]->x : std::max(right, request.start[i]->x);
        way += distance(*request.start[i], now[i]);
        ++count;
    }
    return count == 0 || right <= left ? 0 : way / count / (right - left);
}

// So many newcomers that all would have to move for their names: then nobody does, and the
// newcomers find room between and around those who are there.
LayoutResult layOutNames(const LayoutRequest &request, const std::stop_token &stop,
                         const LayoutProgress &progress)
{
    LayoutResult result = layOutSmall(request, stop, progress);
    const bool isFirst = std::none_of(request.start.begin(), request.start.end(),
                                      [](const auto &place) { return place.has_value(); });
    if (isFirst && !stop.stop_requested()) {
        // From where everybody stands names find the room that a first look did not see.
        LayoutRequest again = request;
        again.start.assign(result.positions.begin(), result.positions.end());
        again.startFrom = LayoutStart::FromThere;
        return layOutSmall(again, stop, progress);
    }
    if (request.startFrom != LayoutStart::StayThere || request.start.empty() ||
        stop.stop_requested() || drift(request, result.positions) < kMostDrift)
        return result;
    result.positions = placeNewcomers(request);
    return result;
}

}  // namespace

LayoutResult layOut(const LayoutRequest &request, std::stop_token stop,
                    const LayoutProgress &progress, const LayoutFirstViews &firstViews)
{
    const auto fits = [&request](std::size_t size) {
        return size == 0 || size == request.nodeCount;
    };
    DL_CHECK(fits(request.extents.size()) && fits(request.start.size()) &&
             fits(request.isPinned.size()) && fits(request.groups.size()));
    DL_CHECK(request.lengths.empty() || request.lengths.size() == request.pairs.size());
    DL_CHECK(request.lanes.empty() || request.lanes.size() == request.pairs.size());
    DL_CHECK(request.width > 0 && request.height > 0);
    if (request.nodeCount == 0)
        return {};
    if (request.kind != LayoutKind::ByLinks)
        return layOutByRule(request, std::move(stop));
    if (request.nodeCount <= kSmallGraph && !request.extents.empty())
        return layOutNames(request, stop, progress);
    return layOutLarge(request, stop, progress, firstViews);
}

}  // namespace dateline
