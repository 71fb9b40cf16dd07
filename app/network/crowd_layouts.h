// SPDX-License-Identifier: GPL-3.0-or-later
// Further layouts that follow a rule (plain_layouts.h has the first): around one actor, in a grid
// by kind; and what a circle and columns become where there are too many for one line of them.
// Part of layOut(). O(nodes log nodes + links) but for small graphs, whose names must not touch.
#pragma once

#include "app/network/network_layout.h"

namespace dateline {

// The centre in the middle, who is one link away on the first ring about it, and so on; who has no
// way to it on the last. Who came by the same neighbour stands together. Rings of very many are as
// broad as they need.
std::vector<Point> radialLayout(const LayoutRequest &request);

// A block of rows for each group, the most linked first.
std::vector<Point> gridLayout(const LayoutRequest &request);

// Each group a disc, the discs on a circle, those with many links between them near each other.
std::vector<Point> discLayout(const LayoutRequest &request);

// As many columns for each group as the picture's shape asks for; heights as ordered: the nodes of
// each group from top to bottom.
std::vector<Point> bandLayout(const LayoutRequest &request,
                              const std::vector<std::vector<std::uint32_t>> &ordered);

}  // namespace dateline
