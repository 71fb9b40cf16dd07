// SPDX-License-Identifier: GPL-3.0-or-later
// The number that stands in some words: "10,000 to 12,000 troops", "at least 40 people", "more than
// two hours", "a further 1,000 to 3,000". Digits with English grouping, words up to twelve, and
// "million" and its like. What is a year or a day of a date is no number. Pure; O(length).
#pragma once

#include <optional>
#include <string_view>

#include "app/model/event.h"

namespace dateline {

// The first one; ids and what it counts are left empty. The qualifier is "about", "at least",
// "more than", "up to" or empty; the mode is additional after "further", "more" and the like.
std::optional<Quantity> suggestQuantity(std::string_view words);

}  // namespace dateline
