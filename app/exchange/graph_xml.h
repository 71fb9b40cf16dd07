// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs in GEXF (1.1 to 1.3) and GraphML: nodes and links, however deep they are nested;
// attributes, times and colours say nothing here. Namespaces are not looked at. Entities cannot
// blow up: the library stops them.
#pragma once

#include <string_view>

#include "app/exchange/graph_builder.h"

namespace dateline {

GraphFault readGexf(std::string_view text, GraphBuilder &graph);
GraphFault readGraphMl(std::string_view text, GraphBuilder &graph);

}  // namespace dateline
