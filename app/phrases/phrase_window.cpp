// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/phrase_window.h"

namespace dateline {

namespace {

std::string padded(std::int64_t number, std::size_t digits)
{
    if (number < 0)
        return '-' + padded(-number, digits);
    const std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string monthText(std::int64_t year, int month)
{
    return padded(year, 4) + '-' + padded(month, 2);
}

std::string dayText(const CivilDate &day)
{
    return monthText(day.year, day.month) + '-' + padded(day.day, 2);
}

std::string timeText(const Stretch &stretch)
{
    std::string text = 'T' + padded(stretch.minute / 60, 2) + ':' + padded(stretch.minute % 60, 2);
    if (stretch.second > 0 || stretch.zone != kNoZone)
        text += ':' + padded(stretch.second, 2);
    if (stretch.zone == 0)
        return text + 'Z';
    if (stretch.zone != kNoZone) {
        const int minutes = stretch.zone < 0 ? -stretch.zone : stretch.zone;
        text += stretch.zone < 0 ? '-' : '+';
        text += padded(minutes / 60, 2) + ':' + padded(minutes % 60, 2);
    }
    return text;
}

bool isFirstOfMonth(const CivilDate &day)
{
    return day.day == 1;
}

// The one EDTF date that has just these bounds; empty if there is none.
std::string unitText(const Stretch &s, bool isSouthern)
{
    const CivilDate &b = s.begin;
    if (s.minute != kNoTime && s.grain == Grain::Day)
        return dayText(b) + timeText(s);
    const std::int64_t days = daysBetween(b, s.end);
    if (days == 1)
        return dayText(b);
    if (s.grain == Grain::Tens && (b.day < 20 || days <= 10))
        return monthText(b.year, b.month) + '-' + std::to_string(b.day / 10) + 'X';
    if (!isFirstOfMonth(b) || !isFirstOfMonth(s.end))
        return {};
    const std::int64_t months = (s.end.year - b.year) * 12 + s.end.month - b.month;
    const auto numbered = [&](int first, int count) {
        return padded(b.year, 4) + '-' + std::to_string(first + (b.month - 1) / count);
    };
    if (months == 1)
        return monthText(b.year, b.month);
    if (months == 12 && b.month == 1)
        return padded(b.year, 4);
    if (months == 3 && s.grain == Grain::Season && b.month % 3 == 0) {
        const int season = isSouthern ? 29 + (b.month / 3 + 1) % 4 : 20 + b.month / 3;
        return padded(b.year, 4) + '-' + std::to_string(season);
    }
    if (months == 3 && s.grain == Grain::Quarter && b.month % 3 == 1)
        return numbered(33, 3);
    if (months == 4 && s.grain == Grain::Third && b.month % 4 == 1)
        return numbered(37, 4);
    if (months == 6 && s.grain == Grain::Half && b.month % 6 == 1)
        return numbered(40, 6);
    if (b.year < 0)
        return {};
    if (months == 120 && b.month == 1 && b.year % 10 == 0)
        return padded(b.year / 10, 3) + 'X';
    if (months == 1200 && b.month == 1 && b.year % 100 == 0)
        return padded(b.year / 100, 2) + "XX";
    return {};
}

std::string mark(const Window &window)
{
    if (window.isApproximate && window.isUncertain)
        return "%";
    return window.isApproximate ? "~" : window.isUncertain ? "?" : "";
}

// An end of a span: the whole unit where EDTF has a date for it, else its outer day. Times of day
// are left out, as an interval holds none.
std::string endText(Stretch stretch, bool isLeft, const Window &window)
{
    stretch.minute = kNoTime;
    std::string text = unitText(stretch, window.isSouthern);
    if (text.empty())
        text = dayText(isLeft ? stretch.begin : addDays(stretch.end, -1));
    return text + mark(window);
}

}  // namespace

std::string edtfText(const Window &window)
{
    if (window.begin().year < -9'999 || window.end().year > 9'999 ||
        !(window.begin() < window.end()))
        return {};
    if (window.isOpenBegin)
        return "../" + endText(window.first, false, window);
    if (window.isOpenEnd)
        return endText(window.first, true, window) + "/..";
    if (window.last)
        return endText(window.first, true, window) + '/' + endText(*window.last, false, window);
    const std::string text = unitText(window.first, window.isSouthern);
    if (!text.empty())
        return text + mark(window);
    const std::string first = dayText(window.begin()) + mark(window);
    const std::string last = dayText(addDays(window.end(), -1)) + mark(window);
    return window.isSpan ? first + '/' + last : '[' + first + ".." + last + ']';
}

Window windowOf(const CivilDate &begin, const CivilDate &end, Grain grain, const char *rule)
{
    Window window;
    window.first.begin = begin;
    window.first.end = end;
    window.first.grain = grain;
    window.rule = rule;
    return window;
}

Window unitAround(const CivilDate &day, Grain unit, const char *rule)
{
    const auto years = [&](std::int64_t count) {
        const std::int64_t first = day.year - (day.year % count + count) % count;
        return windowOf({first, 1, 1}, {first + count, 1, 1}, unit, rule);
    };
    const auto months = [&](int count) {
        const CivilDate first{day.year, (day.month - 1) / count * count + 1, 1};
        return windowOf(first, addMonths(first, count), unit, rule);
    };
    const CivilDate monday = startOfWeek(day);
    switch (unit) {
    case Grain::Week:
    case Grain::Fortnight:
        return windowOf(monday, addDays(monday, 7), Grain::Week, rule);
    case Grain::Workweek:
        return windowOf(monday, addDays(monday, 5), unit, rule);
    case Grain::Weekend:
        return windowOf(addDays(monday, 5), addDays(monday, 7), unit, rule);
    case Grain::Month:
        return months(1);
    case Grain::Quarter:
        return months(3);
    case Grain::Half:
        return months(6);
    case Grain::Season: {
        const CivilDate first = addMonths({day.year, day.month, 1}, -(day.month % 3));
        return windowOf(first, addMonths(first, 3), unit, rule);
    }
    case Grain::Year:
        return years(1);
    case Grain::Decade:
        return years(10);
    case Grain::Century:
        return years(100);
    default:
        return dayWindow(day, rule);
    }
}

CivilDate stepped(const CivilDate &day, Grain unit, std::int64_t count)
{
    switch (unit) {
    case Grain::Week:
    case Grain::Workweek:
    case Grain::Weekend:
        return addDays(day, 7 * count);
    case Grain::Fortnight:
        return addDays(day, 14 * count);
    case Grain::Month:
        return addMonths(day, count);
    case Grain::Quarter:
    case Grain::Season:
        return addMonths(day, 3 * count);
    case Grain::Half:
        return addMonths(day, 6 * count);
    case Grain::Year:
        return addYears(day, count);
    case Grain::Decade:
        return addYears(day, 10 * count);
    case Grain::Century:
        return addYears(day, 100 * count);
    case Grain::Workday: {
        CivilDate result = day;
        const int step = count < 0 ? -1 : 1;
        for (std::int64_t left = count < 0 ? -count : count; left > 0 && left < 10'000;) {
            result = addDays(result, step);
            if (weekdayOf(result) <= 5)
                --left;
        }
        return result;
    }
    default:
        return addDays(day, count);
    }
}

std::int64_t roughDays(Grain unit)
{
    constexpr std::int64_t kDays[] = {0, 1, 7, 30,  365, 3650, 36500, 91,  2,  14,
                                      0, 0, 0, 182, 91,  1,    5,     122, 10, 1};
    return kDays[static_cast<std::size_t>(unit)];
}

Window partOf(const Window &whole, int part)
{
    const CivilDate begin = whole.begin();
    const CivilDate end = whole.end();
    const auto cut = [&](const CivilDate &from, const CivilDate &to, Grain grain) {
        Window window = windowOf(from, to, grain, whole.rule);
        window.isSouthern = whole.isSouthern;
        return window;
    };
    const std::int64_t days = daysBetween(begin, end);
    const bool isMonth = begin.day == 1 && days >= 28 && days <= 31;
    const bool isYear = begin.day == 1 && begin.month == 1 && (days == 365 || days == 366);
    const bool isDecade = begin.day == 1 && days > 3000 && days < 4000;
    if (part == 6 || part == 7) {  // halves
        CivilDate middle = addDays(begin, days / 2);
        if (isMonth)
            middle.day = 16;
        else if (isYear)
            middle = addMonths(begin, 6);
        else if (isDecade)
            middle = addYears(begin, 5);
        else if (days > 36000)
            middle = addYears(begin, 50);
        const Grain grain = isYear ? Grain::Half : Grain::Days;
        return part == 6 ? cut(begin, middle, grain) : cut(middle, end, grain);
    }
    const int third = part <= 3 ? part : part == 4 ? 1 : 3;
    if (isMonth) {
        CivilDate from = begin;
        CivilDate to = end;
        if (third > 1)
            from.day = (third - 1) * 10;
        if (third < 3) {
            to = begin;
            to.day = third * 10;
        }
        return cut(from, to, Grain::Tens);
    }
    if (isYear) {
        const CivilDate from = addMonths(begin, 4 * (third - 1));
        return cut(from, addMonths(from, 4), Grain::Third);
    }
    if (isDecade) {  // 1980-83, 1984-86, 1987-89, as such a phrase is mostly taken
        constexpr int kYears[] = {0, 4, 7, 10};
        const CivilDate from = addYears(begin, kYears[third - 1]);
        return cut(from, addYears(begin, kYears[third]), Grain::Days);
    }
    if (begin.day == 1 && end.day == 1) {
        const std::int64_t months = (end.year - begin.year) * 12 + end.month - begin.month;
        if (months % 3 == 0) {
            const CivilDate from = addMonths(begin, months / 3 * (third - 1));
            return cut(from, addMonths(from, months / 3), Grain::Days);
        }
    }
    if (days <= 1)
        return whole;
    const std::int64_t from = days * (third - 1) / 3;
    return cut(addDays(begin, from), addDays(begin, days * third / 3), Grain::Days);
}

std::int64_t daysBetween(const CivilDate &first, const CivilDate &end)
{
    return (instantOf(end).seconds - instantOf(first).seconds) / kSecondsPerDay;
}

int weekdayOf(const CivilDate &day)
{
    return weekdayAt(instantOf(day));
}

CivilDate startOfWeek(const CivilDate &day)
{
    return addDays(day, 1 - weekdayOf(day));
}

bool isDayOfMonth(std::int64_t year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

// Meeus, Astronomical Algorithms, chapter 8. The Julian rule's day is moved to our calendar, which
// is right for 1900-2099.
CivilDate easterOf(std::int64_t year, bool isOrthodox)
{
    const std::int64_t a = year % 19;
    if (isOrthodox) {
        const std::int64_t d = (19 * a + 15) % 30;
        const std::int64_t e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        const std::int64_t sum = d + e + 114;
        return addDays({year, static_cast<int>(sum / 31), static_cast<int>(sum % 31) + 1}, 13);
    }
    const std::int64_t b = year / 100;
    const std::int64_t c = year % 100;
    const std::int64_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const std::int64_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const std::int64_t m = (a + 11 * h + 22 * l) / 451;
    const std::int64_t sum = h + l - 7 * m + 114;
    return {year, static_cast<int>(sum / 31), static_cast<int>(sum % 31) + 1};
}

}  // namespace dateline
