// SPDX-License-Identifier: GPL-3.0-or-later
// A graph written as rows of two ends: csv, tsv, or parted by ';' or '|', with a header or without.
// Ends are named by any text. Links to oneself and repeated ones are dropped; direction and further
// columns say nothing here. Any thread; memory: some three times the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/refusal.h"

namespace dateline {

struct EdgeList {
    std::vector<std::string> names;  // of the nodes, in the order of their first appearance
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // each once, smaller number first
};

// Columns called source and target (from and to, node_1 and node_2), else the first two. What is
// wrong is appended to the refusals; an Error only where the file cannot be read.
Result<EdgeList> readEdgeList(const std::filesystem::path &path, std::vector<Refusal> &refused);

}  // namespace dateline
