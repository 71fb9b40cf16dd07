// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/edtf_date.h"

#include <optional>

#include "app/model/civil_date.h"

namespace dateline {

namespace {

enum class Side : std::uint8_t { Earliest, Latest };

// The first or last possible month and day of one year.
std::optional<CivilDate> dayIn(const EdtfDate &date, std::int64_t year, Side side)
{
    std::uint32_t months = date.months;
    while (months != 0) {
        const int month = side == Side::Earliest ? lowestNumber(months) : highestNumber(months);
        const std::uint32_t inMonth = (2U << daysInMonth(year, month)) - 1;
        const std::uint32_t days = date.days & inMonth;
        if (days != 0) {
            const int day = side == Side::Earliest ? lowestNumber(days) : highestNumber(days);
            return CivilDate{year, month, day};
        }
        months &= ~(1U << month);
    }
    return std::nullopt;
}

bool matchesLowDigits(std::string_view yearText, int number)
{
    for (std::size_t i = 1; i <= 4; ++i) {
        const char c = yearText[yearText.size() - i];
        if (c != 'X' && c - '0' != number % 10)
            return false;
        number /= 10;
    }
    return true;
}

// A 29 February needs a leap year among the possible ones. Whether a year is one hangs on its last
// four digits alone (10,000 is 25 times 400), so that the higher ones may stay at their extreme.
std::optional<std::int64_t> leapYearOf(const EdtfDate &date, Side side)
{
    const std::int64_t extreme = side == Side::Earliest ? date.firstYear : date.lastYear;
    const std::int64_t magnitude = extreme < 0 ? -extreme : extreme;
    const std::int64_t high = magnitude / 10'000 * 10'000;
    const int step = (side == Side::Earliest) != date.isNegative ? 1 : -1;
    for (auto low = static_cast<int>(magnitude % 10'000); low >= 0 && low < 10'000; low += step) {
        const std::int64_t year = high + low;
        if (isLeapYear(year) && matchesLowDigits(date.yearText, low) &&
            !(date.isNegative && year == 0))
            return date.isNegative ? -year : year;
    }
    return std::nullopt;
}

std::optional<CivilDate> dayOf(const EdtfDate &date, Side side)
{
    const std::int64_t year = side == Side::Earliest ? date.firstYear : date.lastYear;
    if (const auto day = dayIn(date, year, side))
        return day;
    if (date.firstYear == date.lastYear)
        return std::nullopt;
    if (const auto leapYear = leapYearOf(date, side))
        return dayIn(date, *leapYear, side);
    return std::nullopt;
}

TimeSpan monthsBetween(const CivilDate &first, const CivilDate &last, int monthsAfterLast)
{
    return TimeSpan::between(instantOf(first), instantOf(addMonths(last, monthsAfterLast)));
}

TimeSpan seasonSpan(const EdtfDate &date)
{
    struct Months {
        int first;  // December to February begins in the year that it is named after
        int count;
    };
    constexpr Months kSeasons[] = {
        {3, 3}, {6, 3},  {9, 3}, {12, 3},  // 21-24 spring ... winter, taken as northern
        {3, 3}, {6, 3},  {9, 3}, {12, 3},  // 25-28 northern
        {9, 3}, {12, 3}, {3, 3}, {6, 3},   // 29-32 southern
        {1, 3}, {4, 3},  {7, 3}, {10, 3},  // 33-36 quarters
        {1, 4}, {5, 4},  {9, 4},           // 37-39 four months
        {1, 6}, {7, 6},                    // 40-41 halves
    };
    const Months months = kSeasons[date.season - 21];
    return monthsBetween({date.firstYear, months.first, 1}, {date.lastYear, months.first, 1},
                         months.count);
}

TimeSpan momentSpan(const EdtfDate &date)
{
    const Instant day =
        instantOf(date.firstYear, lowestNumber(date.months), lowestNumber(date.days));
    const Instant begin = addSeconds(day, date.secondOfDay - date.offsetSeconds);
    return TimeSpan::between(begin, addSeconds(begin, date.hasSeconds ? 1 : kSecondsPerMinute));
}

Precision yearPrecision(const EdtfDate &date)
{
    if (date.lastYear == date.firstYear)
        return Precision::Year;
    if ((date.yearFlags & kUnspecified) != 0) {
        const std::size_t place = date.yearText.size() - date.yearText.find('X');
        return place == 1 ? Precision::Decade
                          : (place == 2 ? Precision::Century : Precision::Coarser);
    }
    const std::int64_t years = date.lastYear - date.firstYear + 1;
    return years <= 10 ? Precision::Decade
                       : (years <= 100 ? Precision::Century : Precision::Coarser);
}

}  // namespace

Precision EdtfDate::precision() const
{
    if ((yearFlags & kUnspecified) != 0)
        return yearPrecision(*this);
    switch (kind) {
    case EdtfKind::DateTime:
        return hasSeconds ? Precision::Second : Precision::Minute;
    case EdtfKind::Season:
        return Precision::Season;
    case EdtfKind::LongYear:
        return yearPrecision(*this);
    case EdtfKind::Decade:
        return Precision::Decade;
    case EdtfKind::Century:
        return Precision::Century;
    case EdtfKind::Calendar:
        break;
    }
    if (months == 0 || (monthFlags & kUnspecified) != 0)
        return Precision::Year;
    return days == 0 || (dayFlags & kUnspecified) != 0 ? Precision::Month : Precision::Day;
}

bool findSpan(EdtfDate &date)
{
    if (date.kind == EdtfKind::Season) {
        date.span = seasonSpan(date);
        return true;
    }
    if (date.months == 0) {
        date.span = TimeSpan::between(instantOf(date.firstYear), instantOf(date.lastYear + 1));
        return true;
    }
    if (date.days == 0) {
        date.span = monthsBetween({date.firstYear, lowestNumber(date.months), 1},
                                  {date.lastYear, highestNumber(date.months), 1}, 1);
        return true;
    }
    const auto first = dayOf(date, Side::Earliest);
    const auto last = dayOf(date, Side::Latest);
    if (!first || !last)
        return false;
    date.span =
        date.kind == EdtfKind::DateTime
            ? momentSpan(date)
            : TimeSpan::between(instantOf(*first), addSeconds(instantOf(*last), kSecondsPerDay));
    return true;
}

}  // namespace dateline
