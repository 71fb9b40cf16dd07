// SPDX-License-Identifier: GPL-3.0-or-later
// What of the graph falls with items that are doubted: one rule for the window and for pictures.
// Pure, any thread.
#pragma once

#include <functional>
#include <vector>

#include "app/network/network.h"
#include "app/network/network_scene_builder.h"

namespace dateline {

// The doubted actors, and the links all of whose ground falls. Derived links of very many are left
// as they are: each would have to be looked up.
NetworkPart fallenPart(const Snapshot &snapshot, const NetworkQuery &query, const Network &network,
                       const std::vector<ItemRef> &doubted,
                       const std::function<bool(ItemRef)> &falls);

}  // namespace dateline
