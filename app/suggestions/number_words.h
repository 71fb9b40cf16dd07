// SPDX-License-Identifier: GPL-3.0-or-later
// English numbers as they are written, one token at a time: "12,000", "2.5", "twelve",
// "twenty-five", and what a hyphen ties to them: "1,000-3,000", "two-hours-plus". Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// A cheap test that most words fail: without it no number begins here.
bool canBeNumber(std::string_view token);

// None for "2025-03", "3rd" and other words. "20bn" and "5m" have their scale inside.
std::optional<double> numberOfWord(std::string_view token);

// "million" 1e6, "dozen" 12, "thousands" 1e3; 0 for another word. In small letters.
double scaleOf(std::string_view word);

struct HyphenatedCount {
    double low = 0;
    double high = 0;
    std::string unit;
    bool isAtLeast = false;
};
std::optional<HyphenatedCount> hyphenatedCount(std::string_view token);

bool isCurrency(std::string_view token);

}  // namespace dateline
