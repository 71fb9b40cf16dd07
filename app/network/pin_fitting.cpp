// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/pin_fitting.h"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

constexpr double kLeastScale = 0.5;
constexpr double kMostScale = 2;

// As complex numbers: the best turn and scale is the sum of at * conj(from), and of at * from for
// the mirrored picture, over the sum of |from|^2.
struct Turn {
    double real = 0;
    double imaginary = 0;

    double size() const { return std::sqrt(real * real + imaginary * imaginary); }
};

}  // namespace

void fitToPins(std::vector<Point> &positions, std::span<const PinnedPoint> pins)
{
    if (pins.empty())
        return;
    const double share = 1 / static_cast<double>(pins.size());
    Point from;
    Point to;
    for (const PinnedPoint &pin : pins) {
        from = from + positions[pin.node] * share;
        to = to + pin.at * share;
    }
    Turn plain;
    Turn mirrored;
    double squares = 0;
    for (const PinnedPoint &pin : pins) {
        const Point here = positions[pin.node] - from;
        const Point there = pin.at - to;
        plain.real += there.x * here.x + there.y * here.y;
        plain.imaginary += there.y * here.x - there.x * here.y;
        mirrored.real += there.x * here.x - there.y * here.y;
        mirrored.imaginary += there.y * here.x + there.x * here.y;
        squares += here.x * here.x + here.y * here.y;
    }
    const bool isMirrored = mirrored.size() > plain.size() * (1 + 1e-9);
    Turn turn = isMirrored ? mirrored : plain;
    if (squares > 0 && turn.size() > 0) {
        const double size = turn.size();
        const double scale = std::clamp(size / squares, kLeastScale, kMostScale) / size;
        turn = {turn.real * scale, turn.imaginary * scale};
    } else {
        turn = {1, 0};
    }
    for (Point &position : positions) {
        const Point here = position - from;
        const double y = isMirrored ? -here.y : here.y;
        position = to + Point{turn.real * here.x - turn.imaginary * y,
                              turn.imaginary * here.x + turn.real * y};
    }
    for (const PinnedPoint &pin : pins)
        positions[pin.node] = pin.at;
}

}  // namespace dateline
