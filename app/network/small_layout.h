// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of graphs that are read name by name (up to kSmallGraph nodes): each connected part by
// stress, then by search for a readable picture, then the parts side by side. Part of layOut().
#pragma once

#include "app/network/network_layout.h"

namespace dateline {

LayoutResult layOutSmall(const LayoutRequest &request, std::stop_token stop,
                         const LayoutProgress &progress);

}  // namespace dateline
