// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files in and out. A file is written beside its place and then renamed, so that there is
// never half of one. Any thread; no exceptions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "app/base/error.h"

namespace dateline {

inline constexpr std::uintmax_t kLargestInput = 4'000'000'000;  // some thirty million rows

// NotFound, NotReadable, or BadInput for a file above the limit.
Result<std::string> readFileBytes(const std::filesystem::path &path,
                                  std::uintmax_t limit = kLargestInput);
Result<void> writeFileBytes(const std::filesystem::path &path, std::string_view bytes);

// A file name that any text can be turned into, and no two into the same: letters, digits, '-', '_'
// and '.' stand for themselves, other bytes are %XX.
std::string fileNameFor(std::string_view text);

}  // namespace dateline
