// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of the project's own tables to measure with, made from a seed: the same bytes each time.
// Of n events: n / 10 actors, about 1.9 n participations, n relations; titles of five to twelve
// words, most of them Latin, some Cyrillic or Hangul, few words often and many seldom; a third of
// the dates only a month or a year, some uncertain, some spans.
#pragma once

#include <cstdint>
#include <filesystem>

namespace dateline {

void writeGeneratedTables(const std::filesystem::path &folder, std::int64_t events,
                          std::uint64_t seed = 1);

}  // namespace dateline
