// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in a row: several positions brought onto one line, or spread evenly between the outermost
// two. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "app/network/plane.h"

namespace dateline {

enum class Alignment : std::uint8_t { Left, Centre, Right, Top, Middle, Bottom };
enum class PlaneAxis : std::uint8_t { Across, Down };

std::vector<Point> aligned(std::vector<Point> points, Alignment alignment);
// In their order along the axis; fewer than three stay.
std::vector<Point> distributed(std::vector<Point> points, PlaneAxis axis);

}  // namespace dateline
