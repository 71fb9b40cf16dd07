// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of a timeline in logical pixels, all derived from the heights of its texts, so that a
// larger desktop font gives a larger, not a tighter, picture.
#pragma once

#include <algorithm>
#include <cmath>

namespace dateline {

struct TimelineMetrics {
    double labelHeight = 15;  // a line of LabelFont::Mark
    double nameHeight = 17;   // of LaneName
    double noteHeight = 13;   // of LaneNote
    double axisHeight = 15;   // of Axis and AxisMajor

    double markHeight() const { return std::max(9.0, std::round(labelHeight * 0.78)); }
    double dotRadius() const { return markHeight() / 2; }
    double shortestCapsule() const { return markHeight(); }
    double shortestBar() const { return std::round(markHeight() * 0.55); }
    double rulerHeight() const { return std::round(2 * axisHeight + 9); }
    double markGap() const { return 3; }                       // between two marks of one row
    double labelGap() const { return 5; }                      // between a mark and its label
    double labelInset() const { return markHeight() * 0.75; }  // from a capsule's end to its label
    // What a mark must be longer than the label inside it: the shape of its kind stands before it.
    double insideRoom() const { return 2 * labelInset() + markHeight() / 2 + labelGap() + 1; }
    double longestLabel() const { return labelHeight * 17; }
    double laneInset() const { return 12; }  // from the header's edge to the name
};

}  // namespace dateline
