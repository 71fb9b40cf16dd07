// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of words that lie beside an input (docs/mapping.md, Maps, `file`).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/exchange/mapping.h"

namespace dateline {

// An absent file is a remark and an empty table; one that is not what its format says is refused.
void readMapFiles(Mapping &mapping, const std::filesystem::path &folder,
                  std::vector<Refusal> &refused, std::vector<std::string> &remarks);

}  // namespace dateline
