// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_hit.h"

namespace dateline {

namespace {

constexpr double kNodeReach = 3;  // pixels outside the mark that still count
constexpr double kLinkReach = 5;
constexpr int kCurveSteps = 16;

double distanceToCurve(Point pixel, const SceneCurve &curve)
{
    const double left = std::min({curve.from.x, curve.control.x, curve.to.x}) - kLinkReach;
    const double right = std::max({curve.from.x, curve.control.x, curve.to.x}) + kLinkReach;
    const double top = std::min({curve.from.y, curve.control.y, curve.to.y}) - kLinkReach;
    const double bottom = std::max({curve.from.y, curve.control.y, curve.to.y}) + kLinkReach;
    if (!PlaneBox{left, top, right, bottom}.contains(pixel))
        return 1e9;
    double nearest = 1e9;
    Point before = curve.from;
    for (int i = 1; i <= kCurveSteps; ++i) {
        const Point next = pointOn(curve, static_cast<double>(i) / kCurveSteps);
        nearest = std::min(nearest, distanceToSegment(pixel, before, next));
        before = next;
    }
    return nearest;
}

}  // namespace

Point pointOn(const SceneCurve &curve, double t)
{
    const double s = 1 - t;
    return curve.from * (s * s) + curve.control * (2 * s * t) + curve.to * (t * t);
}

NetworkHit hitTest(const NetworkScene &scene, Point pixel)
{
    NetworkHit hit;
    double nearest = 1e9;
    for (const SceneNode &node : scene.nodes) {
        const double far = distance(pixel, node.at);
        if (far <= node.radius + kNodeReach && far < nearest) {
            nearest = far;
            hit.node = node.node;
        }
    }
    if (!hit.isNothing())
        return hit;
    for (const NetworkText &text : scene.texts) {
        if (text.node != UINT32_MAX && text.box.contains(pixel)) {
            hit.node = text.node;
            return hit;
        }
    }
    nearest = kLinkReach;
    for (const SceneLink &link : scene.links) {
        const double far = distanceToCurve(pixel, link.whole);
        if (far < nearest) {
            nearest = far;
            hit.link = link.link;
        }
    }
    for (const NetworkLine &line : scene.lines) {
        const double far = distanceToSegment(pixel, line.from, line.to);
        if (far < nearest) {
            nearest = far;
            hit.link = line.link;
        }
    }
    return hit;
}

}  // namespace dateline
