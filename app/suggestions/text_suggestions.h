// SPDX-License-Identifier: GPL-3.0-or-later
// What in a source could be annotated: dates, quantities and who says so. Only suggestions: nothing
// of this is kept until somebody accepts it. Pure; any thread; a million letters in a fraction of a
// second (docs/performance.md), asked to stop between its three passes.
#pragma once

#include <stop_token>
#include <string_view>
#include <vector>

#include "app/suggestions/attribution_phrases.h"
#include "app/suggestions/date_readings.h"
#include "app/suggestions/quantity_phrases.h"

namespace dateline {

struct TextSuggestion {
    enum class Kind : std::uint8_t { Date, Quantity, Attribution };

    Kind kind = Kind::Date;
    ByteRange place;
    std::vector<DateReading> readings;  // of a date
    Quantity quantity;
    ByteRange speaker;  // of an attribution
};

// By place. They may overlap: "the ministry said on Friday that 3,000 ..." does not, "told Tass in
// 2024" may.
std::vector<TextSuggestion> suggestionsIn(std::string_view text, const DateSetting &setting,
                                          std::stop_token stop = {});

}  // namespace dateline
