// SPDX-License-Identifier: GPL-3.0-or-later
// The course of a link in pixels: bent so that parallel ones fan out, trimmed to the marks at both
// ends, with gaps where a name stands. Pure; some microseconds a link.
#pragma once

#include <span>
#include <vector>

#include "app/network/network_scene.h"

namespace dateline {

// Pixels from the middle of a mark to its edge in a direction (any length, not null).
double edgeOf(NodeShape shape, double radius, Point direction);

// From mark to mark. Lanes are counted from the smaller node, so opposite links do not swap sides.
SceneCurve curveBetween(const SceneNode &from, const SceneNode &to, const NetworkLink &link,
                        double zoom);

SceneCurve partOf(const SceneCurve &curve, double begin, double end);

// The parts of the curve outside all boxes, appended; scraps under three pixels are left out.
void addPiecesOutside(const SceneCurve &curve, std::span<const PlaneBox> boxes,
                      std::vector<SceneCurve> &pieces);

// Whether the curve runs through the box.
bool meets(const SceneCurve &curve, const PlaneBox &box);

double lengthOf(const SceneCurve &curve);  // about

}  // namespace dateline
