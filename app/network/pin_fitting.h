// SPDX-License-Identifier: GPL-3.0-or-later
// Turns, mirrors, scales and moves a whole picture so that some of its points come near to where
// they are pinned (the similarity with the least squares: Umeyama 1991), and puts those there.
// Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/plane.h"

namespace dateline {

struct PinnedPoint {
    std::uint32_t node = 0;
    Point at;
};

// The scale stays between a half and double: two pins do not squeeze a whole picture.
void fitToPins(std::vector<Point> &positions, std::span<const PinnedPoint> pins);

}  // namespace dateline
