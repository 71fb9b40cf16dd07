// SPDX-License-Identifier: GPL-3.0-or-later
// How a claim writes a number with its unit: "10000..12000 troops", "2.. hours" (at least),
// "..500 people" (up to), "6 tests". Numbers have a point and no grouping, whatever the locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

struct CountedRange {
    std::optional<double> low;
    std::optional<double> high;
    std::string unit;  // may be empty

    bool operator==(const CountedRange &) const = default;
};

// None for what is written otherwise, for two open ends, and for a low end above the high one.
std::optional<CountedRange> parseCountedRange(std::string_view text);
std::string
toNotation(const CountedRange &range);  // the reverse: shortest digits that mean the same

}  // namespace dateline
