// SPDX-License-Identifier: GPL-3.0-or-later
// Likelihood words with the ranges that ICD 203 gives them. How likely something is says nothing of
// how sure one is of that: confidence comes from the sources, never from the word. Pure.
#pragma once

#include <optional>
#include <string_view>

namespace dateline {

struct PercentRange {
    int low = 0;
    int high = 0;
    bool operator==(const PercentRange &) const = default;
};

// "likely" 55 to 80; both wordings of the directive are known ("probable"). None for another word.
std::optional<PercentRange> likelihoodRange(std::string_view word);

}  // namespace dateline
