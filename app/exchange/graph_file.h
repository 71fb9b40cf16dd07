// SPDX-License-Identifier: GPL-3.0-or-later
// A graph out of any file that holds one: GEXF, GraphML, GML, DOT, Pajek, DL, TLP, GDF, and tables
// of links (graph_table.h); the file's ending tells which. Any thread; memory: some three times the
// file; 670,000 links in a plain table take less than a tenth of a second.
#pragma once

#include <filesystem>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/graph_builder.h"

namespace dateline {

// Endings without the dot, in lower case.
const std::vector<std::string> &graphFileEndings();
bool isGraphFile(const std::filesystem::path &path);  // by its ending

// What is wrong is appended to the refusals; an Error only where the file cannot be read or its
// ending is none of those.
Result<EdgeList> readGraphFile(const std::filesystem::path &path, std::vector<Refusal> &refused);

}  // namespace dateline
