// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/plane.h"

namespace dateline {

namespace {

// Narrows [enter, leave], the part of the segment that is inside, by one side (Liang and Barsky).
bool narrow(double direction, double toSide, double &enter, double &leave)
{
    if (direction == 0)
        return toSide >= 0;
    const double at = toSide / direction;
    if (direction < 0)
        enter = std::max(enter, at);
    else
        leave = std::min(leave, at);
    return enter < leave;
}

}  // namespace

bool clipTo(Point a, Point b, const PlaneBox &box, double &enter, double &leave)
{
    const Point along = b - a;
    return narrow(-along.x, a.x - box.left, enter, leave) &&
           narrow(along.x, box.right - a.x, enter, leave) &&
           narrow(-along.y, a.y - box.top, enter, leave) &&
           narrow(along.y, box.bottom - a.y, enter, leave);
}

double lengthInside(Point a, Point b, const PlaneBox &box)
{
    double enter = 0;
    double leave = 1;
    return clipTo(a, b, box, enter, leave) ? (leave - enter) * distance(a, b) : 0;
}

double distanceToSegment(Point point, Point a, Point b)
{
    const Point along = b - a;
    const double squared = along.x * along.x + along.y * along.y;
    if (squared == 0)
        return distance(point, a);
    const double at =
        std::clamp(((point.x - a.x) * along.x + (point.y - a.y) * along.y) / squared, 0.0, 1.0);
    return distance(point, a + along * at);
}

}  // namespace dateline
