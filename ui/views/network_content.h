// SPDX-License-Identifier: GPL-3.0-or-later
// What a graph's canvas shows. The vectors have one entry per node. A value.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/network/communities.h"
#include "app/network/network_scene_builder.h"

namespace dateline::ui {

struct NetworkContent {
    SnapshotPointer snapshot;
    std::shared_ptr<const Network> network;
    std::vector<Point> positions;  // in layout units
    std::vector<std::uint8_t> isPinned;
    std::vector<std::uint8_t> isDimmed;
    std::optional<Instant> asOf;
    NodeSizing sizing = NodeSizing::ByLinks;
    std::vector<LabelledColumn> columns;             // of a layout by time
    std::shared_ptr<const Communities> communities;  // drawn as soft hulls; null: none
};

// A graph above these sizes is painted beside the GUI thread.
inline constexpr std::uint32_t kLargeNodes = 600;
inline constexpr std::uint32_t kLargeLinks = 2'500;
inline bool isLargeGraph(const Network &network)
{
    return network.nodeCount() > kLargeNodes || network.linkCount() > kLargeLinks;
}

// What a picture needs of a snapshot, without the events: a picture stays through edits that do
// not touch it, and shall not keep a million rows of before them.
SnapshotPointer partDrawn(const Snapshot &snapshot);
// The part of a scene's request that the content decides. The content must outlive the request.
NetworkSceneRequest sceneRequestFor(const NetworkContent &content);

}  // namespace dateline::ui
