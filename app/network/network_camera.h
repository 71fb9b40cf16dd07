// SPDX-License-Identifier: GPL-3.0-or-later
// Where a graph is looked at from: the one formula between layout units and pixels. A value.
#pragma once

#include "app/network/network_layout.h"

namespace dateline {

struct NetworkCamera {
    Point centre;        // in units, in the middle of the picture
    double zoom = 1;     // 1: kPixelsPerUnit pixels a unit
    double width = 800;  // of the picture, in pixels
    double height = 400;

    static constexpr double kLeastZoom = 0.002;
    static constexpr double kMostZoom = 8;

    double pixelsPerUnit() const { return zoom * kPixelsPerUnit; }
    Point toPixel(Point units) const
    {
        return {width / 2 + (units.x - centre.x) * pixelsPerUnit(),
                height / 2 + (units.y - centre.y) * pixelsPerUnit()};
    }
    Point toUnits(Point pixel) const
    {
        return {centre.x + (pixel.x - width / 2) / pixelsPerUnit(),
                centre.y + (pixel.y - height / 2) / pixelsPerUnit()};
    }
    void panBy(double x, double y)  // pixels
    {
        centre = centre - Point{x, y} * (1 / pixelsPerUnit());
    }
    // What lies under the pixel stays there.
    void zoomBy(double factor, Point pixel)
    {
        const Point fixed = toUnits(pixel);
        zoom = std::clamp(zoom * factor, kLeastZoom, kMostZoom);
        centre = centre + (fixed - toUnits(pixel));
    }
    // The box, in units, in the middle of what the margins (pixels) leave; never closer than
    // mostZoom.
    void fit(const PlaneBox &units, const PlaneBox &margins, double mostZoom)
    {
        const double roomX = std::max(20.0, width - margins.left - margins.right);
        const double roomY = std::max(20.0, height - margins.top - margins.bottom);
        zoom = std::clamp(std::min(roomX / std::max(1e-6, units.width()),
                                   roomY / std::max(1e-6, units.height())) /
                              kPixelsPerUnit,
                          kLeastZoom, mostZoom);
        const Point middle{(margins.left + width - margins.right) / 2,
                           (margins.top + height - margins.bottom) / 2};
        centre = units.centre() -
                 Point{middle.x - width / 2, middle.y - height / 2} * (1 / pixelsPerUnit());
    }
    bool operator==(const NetworkCamera &) const = default;
};

}  // namespace dateline
