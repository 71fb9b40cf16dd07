// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_layout.h"

#include <algorithm>

#include "app/base/check.h"
#include "app/network/large_layout.h"
#include "app/network/overlap_removal.h"
#include "app/network/plain_layouts.h"
#include "app/network/small_layout.h"

namespace dateline {

namespace {

// Rules place everything; what the user pinned stays, and the rest makes way.
LayoutResult layOutByRule(const LayoutRequest &request, std::stop_token stop)
{
    LayoutResult result;
    result.positions =
        request.kind == LayoutKind::CircleByGroup ? circleLayout(request) : layeredLayout(request);
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
        return layOutSmall(request, std::move(stop), progress);
    return layOutLarge(request, stop, progress, firstViews);
}

}  // namespace dateline
