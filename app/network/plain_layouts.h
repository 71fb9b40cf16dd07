// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts that follow a rule one can say in a word: a circle ordered by kind, columns ordered by
// the time of first appearance. Part of layOut(); pinned nodes stay, all others follow the rule.
#pragma once

#include "app/network/network_layout.h"

namespace dateline {

// The direction of each node on a circle: groups next to each other, linked nodes near in theirs.
std::vector<double> circleAngles(const LayoutRequest &request);

// On an ellipse of the view's shape, groups next to each other, linked nodes near in their group;
// more than can be read, as a disc each.
std::vector<Point> circleLayout(const LayoutRequest &request);

// A column per group from left to right; in a column, nodes stand near what they are linked to.
// More than can be read: several columns a group.
std::vector<Point> layeredLayout(const LayoutRequest &request);

}  // namespace dateline
