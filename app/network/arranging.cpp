// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/arranging.h"

#include <algorithm>
#include <numeric>

namespace dateline {

std::vector<Point> aligned(std::vector<Point> points, Alignment alignment)
{
    if (points.empty())
        return points;
    const bool isAcross = alignment == Alignment::Left || alignment == Alignment::Centre ||
                          alignment == Alignment::Right;
    double Point::*const axis = isAcross ? &Point::x : &Point::y;
    const auto [least, most] =
        std::minmax_element(points.begin(), points.end(),
                            [axis](const Point &a, const Point &b) { return a.*axis < b.*axis; });
    double line = ((*least).*axis + (*most).*axis) / 2;
    if (alignment == Alignment::Left || alignment == Alignment::Top)
        line = (*least).*axis;
    else if (alignment == Alignment::Right || alignment == Alignment::Bottom)
        line = (*most).*axis;
    for (Point &point : points)
        point.*axis = line;
    return points;
}

std::vector<Point> distributed(std::vector<Point> points, PlaneAxis along)
{
    if (points.size() < 3)
        return points;
    double Point::*const axis = along == PlaneAxis::Across ? &Point::x : &Point::y;
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return points[a].*axis < points[b].*axis;
    });
    const double first = points[order.front()].*axis;
    const double step =
        (points[order.back()].*axis - first) / static_cast<double>(points.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i)
        points[order[i]].*axis = first + step * static_cast<double>(i);
    return points;
}

}  // namespace dateline
