// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a file's history.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

struct HistoryEntry {
    std::int64_t id = 0;
    std::string name;
    std::string author;
    std::string madeAt;  // ISO 8601, UTC
    bool isUndone = false;
};

}  // namespace dateline
