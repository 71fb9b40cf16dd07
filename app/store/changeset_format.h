// SPDX-License-Identifier: GPL-3.0-or-later
// Whether bytes are a whole changeset of SQLite's session extension. SQLite itself trusts them and
// can read past their end; ours come out of files that somebody else may have made.
#pragma once

#include <string_view>

namespace dateline {

// O(bytes). An empty changeset is well formed.
bool isWellFormedChangeset(std::string_view bytes);

}  // namespace dateline
