// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a project ready to be given away as a starting point: without a history, packed, and in one
// file that can be copied as it is (no write-ahead log beside it).
#pragma once

#include <filesystem>

namespace dateline {

// Nobody may have the file open. Throws StoreError.
void makeReleaseCopy(const std::filesystem::path &path);

}  // namespace dateline
