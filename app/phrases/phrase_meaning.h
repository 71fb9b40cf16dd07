// SPDX-License-Identifier: GPL-3.0-or-later
// What a part of a phrase means while it is put together: a number, a date as far as its words say
// it, a length of time, a time of day, or days already known.
#pragma once

#include <vector>

#include "app/phrases/phrase_fields.h"

namespace dateline {

struct PhraseDuration {
    std::int64_t years = 0;
    std::int64_t months = 0;
    std::int64_t days = 0;
    std::int64_t workdays = 0;
    std::int64_t minutes = 0;
    Grain grain = Grain::None;  // the finest unit named
    std::int64_t count = 0;     // of it, where it is the only one
    bool isAny() const { return grain != Grain::None; }
};

enum class MeaningKind : std::uint8_t { Date, Duration, Time, Vague };

struct PhraseMeaning {
    int value = 0;
    int digits = 0;
    int rank = 0;  // of the rule that made it; lower ones are better
    bool isWeak = false;
    bool isFixed = false;  // windows holds the days, else fields
    bool isSet = false;    // every Friday: names no day
    MeaningKind kind = MeaningKind::Date;
    std::int16_t minute = kNoTime;
    std::int16_t second = 0;
    std::int16_t zone = kNoZone;
    PhraseFields fields;
    PhraseDuration duration;
    std::vector<Window> windows;

    std::vector<Window> windowsBeside(const PhraseBeside &beside) const
    {
        return isFixed ? windows : windowsOf(fields, beside);
    }
};

}  // namespace dateline
