// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under a pixel of a scene: a mark or its name before a link, the nearest first.
// O(visible marks and links), some microseconds for what can be read by name.
#pragma once

#include "app/network/network_scene.h"

namespace dateline {

struct NetworkHit {
    std::uint32_t node = Network::kNone;  // in the network
    std::uint32_t link = Network::kNone;

    bool isNothing() const { return node == Network::kNone && link == Network::kNone; }
    bool operator==(const NetworkHit &) const = default;
};

NetworkHit hitTest(const NetworkScene &scene, Point pixel);

Point pointOn(const SceneCurve &curve, double t);

}  // namespace dateline
