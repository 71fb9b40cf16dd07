// SPDX-License-Identifier: GPL-3.0-or-later
// Who a text says it has something from: "according to South Korea's spy agency", "Tass reported",
// "the minister told Tass", "citing two officials". Names are not known here, only how they stand
// in a sentence; pronouns are nobody. English, with the usual prepositions of German, French,
// Russian, Ukrainian and the Korean particle. Pure; any thread; O(length).
#pragma once

#include <string_view>
#include <vector>

#include "app/suggestions/quantity_phrases.h"

namespace dateline {

struct AttributionPhrase {
    ByteRange place;    // "according to South Korea's spy agency"
    ByteRange speaker;  // "South Korea's spy agency"
    ByteRange hearer;   // of "told Tass": "Tass"; empty otherwise
};

// In the order of the text, apart from each other.
std::vector<AttributionPhrase> findAttributions(std::string_view text);

}  // namespace dateline
