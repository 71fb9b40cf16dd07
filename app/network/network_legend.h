// SPDX-License-Identifier: GPL-3.0-or-later
// The legend along the lower edge of a graph: what the strokes and shapes that are in view mean,
// and nothing else. Part of buildNetworkScene().
#pragma once

#include "app/network/network_scene_builder.h"

namespace dateline {

// Reads the scene's nodes, links and lines; strokes stand at the left, shapes at the right.
void addNetworkLegend(const NetworkSceneRequest &request, NetworkScene &scene);

}  // namespace dateline
