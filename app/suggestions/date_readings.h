// SPDX-License-Identifier: GPL-3.0-or-later
// What a date that somebody types, or that stands in a source, can mean beside the day on which the
// source was published. Where that day is known to the month or the year only, or not at all, only
// those readings are given that hold beside each of its days. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/edtf.h"
#include "app/suggestions/quantity_phrases.h"

namespace dateline {

struct DateReading {
    Edtf date;
    std::string rule;  // "edtf", or that of app/phrases/date_phrase.h

    bool operator==(const DateReading &) const = default;
};

struct FoundDate {
    ByteRange place;
    std::vector<DateReading> readings;  // the likeliest first; never empty
};

struct DateSetting {
    Edtf published;        // undated: not known
    std::string language;  // "en", "ko" ...; empty: told from the text
    bool isSouthern = false;

    bool operator==(const DateSetting &) const = default;
};

// The whole text is one date: EDTF, or words.
std::vector<DateReading> dateReadings(std::string_view text, const DateSetting &setting);

// The dates in a text, ascending and apart.
std::vector<FoundDate> findDates(std::string_view text, const DateSetting &setting);

// The first date in some words, as a form is prefilled with it; undated where there is none.
Edtf likeliestDate(std::string_view words, const DateSetting &setting);

// Why a reading is what it is, as a clause: "the latest autumn that had begun".
std::string_view becauseOf(std::string_view rule);

}  // namespace dateline
