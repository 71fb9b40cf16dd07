// SPDX-License-Identifier: GPL-3.0-or-later
// The date that stands in some words, ready to be kept or corrected by a person: EDTF itself
// ("2024-06~"), "21 March 2025", "March 21, 2025", "March 2025", "in 2023", and two of them with
// "to", "until" or a dash between. English month names, long and short. Pure; O(length).
#pragma once

#include <cstddef>
#include <string_view>

#include "app/model/edtf.h"

namespace dateline {

struct DateSuggestion {
    Edtf date;  // undated: the words hold none
    // The bytes of the words that say so.
    std::size_t begin = 0;
    std::size_t end = 0;

    bool isEmpty() const { return !date.isDated(); }
};

// The first date in the words. When the source was published is what phrases such as "last autumn"
// are read beside; explicit dates do not need it.
DateSuggestion suggestDate(std::string_view words, const Edtf &published);

}  // namespace dateline
