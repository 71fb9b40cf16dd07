// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs in GML (Himsolt 1997): graph [ node [ id 1 ... ] edge [ source 1 target 2 ... ] ]. Other
// keys, at any depth, say nothing here.
#pragma once

#include <string_view>

#include "app/exchange/graph_builder.h"

namespace dateline {

GraphFault readGml(std::string_view text, GraphBuilder &graph);

}  // namespace dateline
