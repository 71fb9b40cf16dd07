// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of graphs of any size as dots: each connected part by the multilevel engine
// (force_layout.h) or, where it is small, by its stress; the parts side by side; then what the user
// pinned is met, and marks are kept off each other. Part of layOut().
#pragma once

#include "app/network/network_layout.h"

namespace dateline {

LayoutResult layOutLarge(const LayoutRequest &request, const std::stop_token &stop,
                         const LayoutProgress &progress, const LayoutFirstViews &firstViews);

}  // namespace dateline
