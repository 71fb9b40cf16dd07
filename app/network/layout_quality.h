// SPDX-License-Identifier: GPL-3.0-or-later
// What a layout of a large graph is to show best, and how long it may take for that.
#pragma once

#include <cstdint>

namespace dateline {

enum class LayoutQuality : std::uint8_t {
    Fast,  // a good picture in a fraction of a second for ten thousand nodes
    Fine,  // distances in the picture nearer to distances in the graph; some three times as long
    Clusters,  // who belongs together stands together, far from all others
};

}  // namespace dateline
