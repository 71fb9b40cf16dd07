// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/civil_date.h"

#include <algorithm>
#include <limits>

namespace dateline {

namespace {

// Whole years that fit into 64 bits of seconds with room for a month's arithmetic.
constexpr std::int64_t kLastYear = 292'277'020'000;
constexpr std::int64_t kFirstYear = -292'277'020'000;

constexpr std::int64_t kDaysPerEra = 146'097;  // 400 years

constexpr std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

// Days since 1970-01-01. Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public
// domain): years are counted from March, so that the leap day is the last one of a year.
constexpr std::int64_t daysFromCivil(std::int64_t year, int month, int day)
{
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = floorDivide(y, 400);
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * kDaysPerEra + dayOfEra - 719'468;
}

// The inverse, from the same source.
constexpr CivilDate civilFromDays(std::int64_t days)
{
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = floorDivide(shifted, kDaysPerEra);
    const std::int64_t dayOfEra = shifted - era * kDaysPerEra;
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const int day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    const int month =
        static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

static_assert(daysFromCivil(1970, 1, 1) == 0);
static_assert(civilFromDays(daysFromCivil(-4, 2, 29)) == CivilDate{-4, 2, 29});

std::int64_t daysAt(Instant t)
{
    return floorDivide(t.seconds, kSecondsPerDay);
}

// Any number of months after January of the year.
CivilDate monthOf(std::int64_t year, std::int64_t monthIndex)
{
    const std::int64_t years = floorDivide(monthIndex, 12);
    return {year + years, static_cast<int>(monthIndex - years * 12) + 1, 1};
}

TimeSpan monthsFrom(std::int64_t year, std::int64_t monthIndex, int count)
{
    return TimeSpan::between(instantOf(monthOf(year, monthIndex)),
                             instantOf(monthOf(year, monthIndex + count)));
}

TimeSpan yearsAround(std::int64_t year, std::int64_t count)
{
    const std::int64_t first = floorDivide(year, count) * count;
    return TimeSpan::between(instantOf(first), instantOf(first + count));
}

void appendPadded(std::string &text, std::int64_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    text.append(digits.size() < width ? width - digits.size() : 0, '0');
    text += digits;
}

}  // namespace

Instant instantOf(const CivilDate &date)
{
    if (date.year > kLastYear)
        return Instant::distantFuture();
    if (date.year < kFirstYear)
        return Instant::distantPast();
    return {daysFromCivil(date.year, date.month, date.day) * kSecondsPerDay};
}

CivilDate civilDateAt(Instant t)
{
    return civilFromDays(daysAt(t));
}

std::int64_t secondOfDay(Instant t)
{
    const std::int64_t rest = t.seconds % kSecondsPerDay;
    return rest < 0 ? rest + kSecondsPerDay : rest;
}

int weekdayAt(Instant t)
{
    const std::int64_t days = daysAt(t) + 3;  // 1970-01-01 was a Thursday
    return static_cast<int>(days - floorDivide(days, 7) * 7) + 1;
}

CivilDate addDays(const CivilDate &date, std::int64_t days)
{
    return civilFromDays(daysFromCivil(date.year, date.month, date.day) + days);
}

CivilDate addMonths(const CivilDate &date, std::int64_t months)
{
    CivilDate result = monthOf(date.year, date.month - 1 + months);
    result.day = std::min(date.day, daysInMonth(result.year, result.month));
    return result;
}

CivilDate addYears(const CivilDate &date, std::int64_t years)
{
    const std::int64_t year = date.year + years;
    return {year, date.month, std::min(date.day, daysInMonth(year, date.month))};
}

Instant addSeconds(Instant t, std::int64_t seconds)
{
    if (t.isDistant())
        return t;
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(t.seconds, seconds, &sum))
        return {sum};
    return seconds > 0 ? Instant::distantFuture() : Instant::distantPast();
}

TimeSpan unitAround(Instant t, Precision precision)
{
    if (t.isDistant() || precision == Precision::None)
        return TimeSpan::between(t, t);
    const auto clock = [t](std::int64_t unit) {
        const std::int64_t rest = (t.seconds % unit + unit) % unit;
        const Instant begin = addSeconds(t, -rest);
        return TimeSpan::between(begin, addSeconds(begin, unit));
    };
    const CivilDate date = civilDateAt(t);
    switch (precision) {
    case Precision::Second:
        return clock(1);
    case Precision::Minute:
        return clock(kSecondsPerMinute);
    case Precision::Day:
        return clock(kSecondsPerDay);
    case Precision::Month:
        return monthsFrom(date.year, date.month - 1, 1);
    case Precision::Season:
        return monthsFrom(date.year, date.month % 12 / 3 * 3 - 1 + (date.month == 12 ? 12 : 0), 3);
    case Precision::Year:
        return yearsAround(date.year, 1);
    case Precision::Decade:
        return yearsAround(date.year, 10);
    case Precision::Century:
        return yearsAround(date.year, 100);
    case Precision::Coarser:
    case Precision::None:
        break;
    }
    return yearsAround(date.year, 1'000);
}

std::string isoDate(Instant t)
{
    if (t.isDistant())
        return {};
    const CivilDate date = civilDateAt(t);
    std::string text;
    text.reserve(24);
    if (date.year < 0)
        text += '-';
    else if (date.year > 9'999)
        text += '+';
    appendPadded(text, date.year < 0 ? -date.year : date.year, 4);
    text += '-';
    appendPadded(text, date.month, 2);
    text += '-';
    appendPadded(text, date.day, 2);
    const std::int64_t second = secondOfDay(t);
    if (second == 0)
        return text;
    text += 'T';
    appendPadded(text, second / kSecondsPerHour, 2);
    text += ':';
    appendPadded(text, second / kSecondsPerMinute % 60, 2);
    if (second % 60 != 0) {
        text += ':';
        appendPadded(text, second % 60, 2);
    }
    text += 'Z';
    return text;
}

}  // namespace dateline
