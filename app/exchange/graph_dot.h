// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs in the DOT language: nodes, chains of links, subgraphs as ends (every node of one with
// every node of the other). Attributes and ports say nothing here. One graph a file.
#pragma once

#include <string_view>

#include "app/exchange/graph_builder.h"

namespace dateline {

GraphFault readDot(std::string_view text, GraphBuilder &graph);

}  // namespace dateline
