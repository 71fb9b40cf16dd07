// SPDX-License-Identifier: GPL-3.0-or-later
// What a date as written can mean, in the form that columns and painters use. edtf.h makes it; the
// text it came from stays beside it and alone is shown, sorted by and exported as "the date".
#pragma once

#include <cstdint>

#include "app/model/time_span.h"

namespace dateline {

// A moment or range happened at some time in [earliestBegin, latestEnd) and has latestBegin ==
// latestEnd and earliestEnd == earliestBegin. A span began in [earliestBegin, latestBegin) and
// ended in [earliestEnd, latestEnd); it certainly covers [latestBegin, earliestEnd) where that is
// not inverted. Open ends are the distant instants. All upper bounds are exclusive.
struct DateBounds {
    Instant earliestBegin = Instant::distantPast();
    Instant latestBegin = Instant::distantFuture();
    Instant earliestEnd = Instant::distantPast();
    Instant latestEnd = Instant::distantFuture();

    constexpr TimeSpan whole() const { return TimeSpan::between(earliestBegin, latestEnd); }
    constexpr bool operator==(const DateBounds &) const = default;
};

enum class DateForm : std::uint8_t {
    Undated,  // nothing is known
    Moment,   // known to the day, or finer
    Range,    // some day between two days: a month, a season, a year, 2025-02-2X
    Span,     // from - to, either end may be open or unknown
    Set,      // one of, or all of, several dates
};

enum class Precision : std::uint8_t {
    Second,
    Minute,
    Day,
    Month,
    Season,
    Year,
    Decade,
    Century,
    Coarser,
    None
};

enum DateFlag : std::uint8_t {
    kApproximate = 1,    // ~ or %
    kUncertain = 2,      // ? or %
    kOpenBegin = 4,      // ../x
    kOpenEnd = 8,        // x/..
    kUnknownBegin = 16,  // /x
    kUnknownEnd = 32,    // x/
    kUnspecified = 64,   // an X stands for a digit
    kAllOf = 128,        // {..}: every date of the set; without it, one of them
};

// A date, ready for columns: 40 bytes.
struct When {
    DateBounds bounds;
    DateForm form = DateForm::Undated;
    Precision precision = Precision::None;
    std::uint8_t flags = 0;  // of DateFlag

    constexpr bool isDated() const { return form != DateForm::Undated; }
    constexpr bool has(DateFlag flag) const { return (flags & flag) != 0; }
    constexpr bool operator==(const When &) const = default;
};

}  // namespace dateline
