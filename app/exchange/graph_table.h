// SPDX-License-Identifier: GPL-3.0-or-later
// A graph written as rows of two ends: csv, tsv, parted by ';', '|' or blanks, with a header or
// without; lines that begin with '#' or '%' are comments where blanks part. A first line "nodes
// links" above rows of numbers declares the nodes 0, 1 ... Columns called source and target (from
// and to, node_1 and node_2, and the like) are the ends, else the first two. Direction and further
// columns say nothing here.
#pragma once

#include <string_view>

#include "app/exchange/graph_builder.h"

namespace dateline {

GraphFault readGraphTable(std::string_view text, GraphBuilder &graph);

}  // namespace dateline
