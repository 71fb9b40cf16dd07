// SPDX-License-Identifier: GPL-3.0-or-later
// Points and boxes of the plane, as the graph's layouts, scenes and hit tests use them. y points
// down, as on a screen. Units are the caller's: layout units (a link likes to be 1 long) or pixels.
#pragma once

#include <algorithm>
#include <cmath>

namespace dateline {

struct Point {
    double x = 0;
    double y = 0;

    constexpr Point operator+(Point other) const { return {x + other.x, y + other.y}; }
    constexpr Point operator-(Point other) const { return {x - other.x, y - other.y}; }
    constexpr Point operator*(double factor) const { return {x * factor, y * factor}; }
    constexpr bool operator==(const Point &) const = default;
};

inline double lengthOf(Point vector)
{
    return std::sqrt(vector.x * vector.x + vector.y * vector.y);
}
inline double distance(Point a, Point b)
{
    return lengthOf(b - a);
}
constexpr double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

// Never inverted once something was included; empty before.
struct PlaneBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    static constexpr PlaneBox around(Point centre, double halfWidth, double halfHeight)
    {
        return {centre.x - halfWidth, centre.y - halfHeight, centre.x + halfWidth,
                centre.y + halfHeight};
    }
    constexpr double width() const { return right - left; }
    constexpr double height() const { return bottom - top; }
    constexpr Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    constexpr PlaneBox grown(double margin) const
    {
        return {left - margin, top - margin, right + margin, bottom + margin};
    }
    constexpr PlaneBox movedBy(Point by) const
    {
        return {left + by.x, top + by.y, right + by.x, bottom + by.y};
    }
    constexpr bool contains(Point point) const
    {
        return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    }
    constexpr bool contains(const PlaneBox &other) const
    {
        return other.left >= left && other.right <= right && other.top >= top &&
               other.bottom <= bottom;
    }
    // Boxes that only touch do not meet.
    constexpr bool meets(const PlaneBox &other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    constexpr PlaneBox united(const PlaneBox &other) const
    {
        return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
                std::max(bottom, other.bottom)};
    }
    constexpr double commonArea(const PlaneBox &other) const
    {
        const double w = std::min(right, other.right) - std::max(left, other.left);
        const double h = std::min(bottom, other.bottom) - std::max(top, other.top);
        return w > 0 && h > 0 ? w * h : 0;
    }
    constexpr bool operator==(const PlaneBox &) const = default;
};

// Whether two segments cross in their insides; segments that share an end do not.
constexpr bool segmentsCross(Point a, Point b, Point c, Point d)
{
    const double d1 = cross(b - a, c - a);
    const double d2 = cross(b - a, d - a);
    const double d3 = cross(d - c, a - c);
    const double d4 = cross(d - c, b - c);
    return ((d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0)) && ((d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0));
}

// Narrows [enter, leave], a part of the segment given as shares of its length, to what lies inside
// the box; false where nothing does.
bool clipTo(Point a, Point b, const PlaneBox &box, double &enter, double &leave);

// How much of the segment lies inside the box.
double lengthInside(Point a, Point b, const PlaneBox &box);

double distanceToSegment(Point point, Point a, Point b);

}  // namespace dateline
