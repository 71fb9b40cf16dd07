// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in the order of their texts as the language has it: numbers by their value, upper and lower
// case alike. A million titles take half a second on two threads, because letters of any script are
// weighed by a table that is read from the collator once (letter_weights.h); texts of which letters
// count together, and languages that leave signs out of account, go through it. Any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::ui {

struct TextOrder {
    std::vector<std::uint32_t> rows;      // ascending; equal texts in the order of their rows
    std::vector<std::uint8_t> isLikeOne;  // per place: its text equals the one before it
};

// locale: as QLocale::name(), "en_US"; "C" and unknown ones sort by the root of all languages.
TextOrder orderByText(std::uint32_t count,
                      const std::function<std::string_view(std::uint32_t)> &textOf,
                      const std::string &locale);

// The same order the other way round, equal texts still in the order of their rows.
std::vector<std::uint32_t> descending(const TextOrder &order);

}  // namespace dateline::ui
