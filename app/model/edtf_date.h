// SPDX-License-Identifier: GPL-3.0-or-later
// One date of an EDTF text taken apart, for whoever needs more than its bounds: words for a reader,
// marks for the members of a set. Made by EdtfReader; yearText points into the text that was read.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "app/model/date_bounds.h"

namespace dateline {

enum class EdtfKind : std::uint8_t {
    Calendar,  // year, year-month or year-month-day; any digit may be X
    DateTime,  // a whole day and a time
    Season,    // year and a code 21-41
    LongYear,  // Y17E7, Y170000002, and any year with significant digits
    Decade,    // 193
    Century,   // 19
};

enum class EdtfZone : std::uint8_t { None, Utc, Offset };

// Masks hold a bit for every value that is possible: bit 6 of months is June. Flags are DateFlag's
// kApproximate, kUncertain and kUnspecified of each part.
struct EdtfDate {
    EdtfKind kind = EdtfKind::Calendar;
    EdtfZone zone = EdtfZone::None;
    std::uint8_t level = 0;
    std::uint8_t season = 0;             // 21-41
    std::uint8_t significantDigits = 0;  // 0: not said
    std::uint8_t yearFlags = 0;
    std::uint8_t monthFlags = 0;  // of the season, too
    std::uint8_t dayFlags = 0;
    std::uint16_t months = 0;  // 0: no month given
    std::uint32_t days = 0;    // 0: no day given
    bool isNegative = false;
    bool hasSeconds = false;
    std::int32_t secondOfDay = 0;    // as written, up to 86400
    std::int32_t offsetSeconds = 0;  // east of Greenwich
    std::string_view yearText;       // digits and X, without sign and exponent
    std::int64_t year = 0;           // as written; with X the earliest
    std::int64_t firstYear = 0;      // the years that it can be
    std::int64_t lastYear = 0;
    TimeSpan span;  // from its earliest instant to the end of its latest day

    std::uint8_t flags() const
    {
        return static_cast<std::uint8_t>(yearFlags | monthFlags | dayFlags);
    }
    bool isUnspecified() const { return (flags() & kUnspecified) != 0; }
    // The finest unit that is surely right: 2025-02-2X is known to the month.
    Precision precision() const;
};

// Of a mask with at least one number in it.
constexpr int lowestNumber(std::uint32_t mask)
{
    return std::countr_zero(mask);
}
constexpr int highestNumber(std::uint32_t mask)
{
    return 31 - std::countl_zero(mask);
}

// Fills in span from the other members; false when there is no such day, as in 2023-02-29.
bool findSpan(EdtfDate &date);

// One side of an interval, or of a stretch of a set.
struct EdtfEnd {
    enum class Kind : std::uint8_t { Date, Open, Unknown };
    Kind kind = Kind::Date;
    EdtfDate date;  // of Kind::Date
};

struct EdtfMember {
    EdtfEnd begin;
    EdtfEnd end;             // only of a stretch
    bool isStretch = false;  // from begin to end; else the one date in begin
};

}  // namespace dateline
