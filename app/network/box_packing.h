// SPDX-License-Identifier: GPL-3.0-or-later
// Lays boxes side by side so that all of them together have about the wanted shape: the parts of a
// graph that no link joins. Pure. Few boxes are fitted corner to corner, many stand in rows.
#pragma once

#include <vector>

#include "app/network/plane.h"

namespace dateline {

// Moves the boxes, in place, so that none comes nearer than the gap to another; the first stays
// where it is. Larger ones should come first. The shape is width to height.
void packBoxes(std::vector<PlaneBox> &boxes, double shape, double gap);

// Cells of single nodes in rows of at most the width, in their order; a cell's box is given about
// its point of reference. Returns where the points go, the top left corner of all being (0, 0).
std::vector<Point> packCells(const std::vector<PlaneBox> &cells, double width, double gap,
                             PlaneBox &bounds);

}  // namespace dateline
