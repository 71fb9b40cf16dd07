// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that count or measure something, as they stand in a text: "about 10,000 to 12,000
// troops", "at least 3 ships", "two-hours-plus", "an additional 1,000", "$20 billion". What is a
// year or a day of a date is no number. English; pure; any thread; O(length).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "app/model/event.h"

namespace dateline {

struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const ByteRange &) const = default;
};

struct QuantityPhrase {
    Quantity quantity;  // ids and what it counts are left empty
    ByteRange place;    // from the qualifier to the unit
};

// In the order of the text. The dates, ascending and apart, are stepped over. The qualifier is
// "about", "at least", "more than", "up to" or empty; the mode is additional beside "further",
// "more" and the like.
std::vector<QuantityPhrase> findQuantities(std::string_view text, std::span<const ByteRange> dates);

// The first one in some words.
std::optional<Quantity> suggestQuantity(std::string_view words, std::span<const ByteRange> dates);

}  // namespace dateline
