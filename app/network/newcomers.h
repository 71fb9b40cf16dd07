// SPDX-License-Identifier: GPL-3.0-or-later
// Places for those who have none while all others stay: each as near as there is room to the middle
// of those it is tied to, who is tied to most first. For small graphs whose names are read; pure,
// O(newcomers * nodes * places tried).
#pragma once

#include "app/network/network_layout.h"

namespace dateline {

// Nodes with a start position keep it.
std::vector<Point> placeNewcomers(const LayoutRequest &request);

}  // namespace dateline
