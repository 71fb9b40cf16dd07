// SPDX-License-Identifier: GPL-3.0-or-later
// The proleptic Gregorian calendar on the time line of Instant, in UTC, with a year 0000 as ISO
// 8601 has it. What lies beyond the reach of Instant saturates at its distant ends. Pure functions,
// no allocation but the returned strings; any thread. What a date as *written* means is edtf.h's.
#pragma once

#include <cstdint>
#include <string>

#include "app/model/date_bounds.h"

namespace dateline {

struct CivilDate {
    std::int64_t year = 1970;
    int month = 1;  // 1-12
    int day = 1;    // 1-31

    constexpr auto operator<=>(const CivilDate &) const = default;
};

constexpr bool isLeapYear(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysInMonth(std::int64_t year, int month)
{
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : kDays[month - 1];
}

// The first instant of that day. The month is 1-12; a day past the month's end runs on.
Instant instantOf(const CivilDate &date);
inline Instant instantOf(std::int64_t year, int month = 1, int day = 1)
{
    return instantOf(CivilDate{year, month, day});
}

// The day that holds the instant. Distant instants give the first and the last day there are.
CivilDate civilDateAt(Instant t);
std::int64_t secondOfDay(Instant t);  // 0-86399
int weekdayAt(Instant t);             // 1 Monday - 7 Sunday

// Month and year steps keep the day where the month has it, else take the month's last day.
CivilDate addDays(const CivilDate &date, std::int64_t days);
CivilDate addMonths(const CivilDate &date, std::int64_t months);
CivilDate addYears(const CivilDate &date, std::int64_t years);
Instant addSeconds(Instant t, std::int64_t seconds);  // saturates; distant instants stay

// The minute, day, month, season, year, decade ... that holds the instant: [begin, begin of the
// next). Seasons are the northern ones, December to February being one. Precision::Coarser is a
// thousand years; Precision::None and distant instants give the empty span at the instant.
TimeSpan unitAround(Instant t, Precision precision);

// "2024-06-01" at midnight, else "2024-06-01T12:00Z" or "2024-06-01T12:00:30Z". Years outside
// 0000-9999 have a sign: "-0044-03-15", "+12345-01-01". A distant instant is the empty string.
std::string isoDate(Instant t);

}  // namespace dateline
