// SPDX-License-Identifier: GPL-3.0-or-later
// Pushes boxes apart until none overlap, moving each as little as it can. Held boxes stay where
// they are; two held boxes that overlap go on overlapping. O(rounds * nodes * log nodes) by
// sweeps over rows.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "app/network/network_layout.h"

namespace dateline {

// isHeld and extents have one entry per position, isHeld may be empty.
void removeOverlaps(std::vector<Point> &positions, const std::vector<NodeExtent> &extents,
                    const std::vector<std::uint8_t> &isHeld, double margin,
                    std::stop_token stop = {});

// Pairs of boxes that overlap.
int countOverlaps(const std::vector<Point> &positions, const std::vector<NodeExtent> &extents);

}  // namespace dateline
