// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs in the older list formats: Pajek (.net), UCINET DL (.dl), Tulip (.tlp) and GUESS (.gdf).
// Nodes and links only; labels, weights, times and properties say nothing here.
#pragma once

#include <string_view>

#include "app/exchange/graph_builder.h"

namespace dateline {

GraphFault readPajek(std::string_view text, GraphBuilder &graph);
GraphFault readDl(std::string_view text, GraphBuilder &graph);
GraphFault readTlp(std::string_view text, GraphBuilder &graph);
GraphFault readGdf(std::string_view text, GraphBuilder &graph);

}  // namespace dateline
