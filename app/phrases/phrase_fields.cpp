// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/phrase_fields.h"

#include <algorithm>
#include <cstdlib>

namespace dateline {

namespace {

enum class Round { Never, Week, Month, Year };

Round roundOf(const PhraseFields &f)
{
    if (f.month || f.season || f.quarter || f.half || f.week || f.holiday != HolidayKind::None)
        return Round::Year;
    if (f.day)
        return Round::Month;
    return f.weekday || f.weekend ? Round::Week : Round::Never;
}

CivilDate nthWeekday(std::int64_t year, int month, int nth, int weekday)
{
    const CivilDate first{year, month, 1};
    if (nth == 9) {
        const CivilDate last{year, month, daysInMonth(year, month)};
        return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
    }
    return addDays(first, (weekday - weekdayOf(first) + 7) % 7 + 7 * (nth - 1));
}

CivilDate holidayOf(const PhraseFields &f, std::int64_t year)
{
    const int value = f.holidayValue;
    switch (f.holiday) {
    case HolidayKind::Easter:
        return addDays(easterOf(year), value);
    case HolidayKind::Orthodox:
        return addDays(easterOf(year, true), value);
    case HolidayKind::Nth:
        return addDays(nthWeekday(year, value / 1000, value / 100 % 10, value / 10 % 10),
                       value % 10);
    default:
        return {year, value / 100, value % 100};
    }
}

// The one that comes round in that year; false if that year has none.
bool windowInYear(const PhraseFields &f, std::int64_t year, bool isSouthern, Window &window)
{
    if (f.holiday != HolidayKind::None) {
        const CivilDate day = holidayOf(f, year);
        window = dayWindow(day, "holiday");
        return isDayOfMonth(day.year, day.month, day.day);
    }
    if (f.season) {
        // Spring begins in March in the north and in September in the south.
        const int firstMonth = (3 * (f.season - 20) + (isSouthern ? 6 : 0) + 11) % 12 + 1;
        const CivilDate first{year, firstMonth, 1};
        window = windowOf(first, addMonths(first, 3), Grain::Season, "season");
        window.isSouthern = isSouthern;
        return true;
    }
    if (f.quarter) {
        const CivilDate first{year, 3 * f.quarter - 2, 1};
        window = windowOf(first, addMonths(first, 3), Grain::Quarter, "quarter");
        return true;
    }
    if (f.half) {
        const CivilDate first{year, 6 * f.half - 5, 1};
        window = windowOf(first, addMonths(first, 6), Grain::Half, "half_year");
        return true;
    }
    if (f.week) {
        // Week 1 holds 4 January.
        const CivilDate monday = addDays(startOfWeek({year, 1, 4}), 7 * (f.week - 1));
        window = windowOf(monday, addDays(monday, 7), Grain::Week, "week_number");
        return f.week <= 52 || monday <= CivilDate{year, 12, 28};
    }
    if (f.day) {
        window = dayWindow({year, f.month, f.day}, "month_day");
        return isDayOfMonth(year, f.month, f.day);
    }
    const CivilDate first{year, f.month, 1};
    window = windowOf(first, addMonths(first, 1), Grain::Month, "month");
    return true;
}

bool windowAt(const PhraseFields &f, Round round, const CivilDate &reference, std::int64_t step,
              bool isSouthern, Window &window)
{
    if (round == Round::Year)
        return windowInYear(f, reference.year + step, isSouthern, window);
    if (round == Round::Month) {
        CivilDate day = addMonths({reference.year, reference.month, 1}, step);
        if (f.day > daysInMonth(day.year, day.month))
            return false;
        day.day = f.day;
        window = dayWindow(day, f.weekday ? "weekday_and_day" : "day_of_month");
        return !f.weekday || weekdayOf(day) == f.weekday;
    }
    const CivilDate monday = addDays(startOfWeek(reference), 7 * step);
    if (f.weekend)
        window = windowOf(addDays(monday, 5), addDays(monday, 7), Grain::Weekend, "weekend");
    else
        window = dayWindow(addDays(monday, f.weekday - 1), "weekday");
    return true;
}

std::int64_t lastStep(Round round, const PhraseFields &f)
{
    if (round == Round::Month)
        return f.weekday ? 40 : 3;
    return f.month == 2 && f.day == 29 ? 8 : 2;
}

struct Rules {
    const char *bare;
    const char *past;
    const char *coming;
    const char *last;
    const char *next;
    const char *same;
};

Rules rulesOf(const PhraseFields &f)
{
    if (f.holiday != HolidayKind::None)
        return {"holiday",      "holiday_recent", "holiday_coming",
                "holiday_last", "holiday_next",   "holiday_this"};
    if (f.season)
        return {"season",      "season_recent", "season_coming",
                "season_last", "season_next",   "season_this"};
    if (f.quarter)
        return {"quarter",      "quarter_recent", "quarter_coming",
                "quarter_last", "quarter_next",   "quarter_this"};
    if (f.half)
        return {"half_year",      "half_year_recent", "half_year_coming",
                "half_year_last", "half_year_next",   "half_year_this"};
    if (f.week)
        return {"week_number",        "week_number_recent", "week_number_coming",
                "week_number_recent", "week_number_coming", "week_number"};
    if (f.month && f.day)
        return {"month_day",      "month_day_recent", "month_day_coming",
                "month_day_last", "month_day_next",   "month_day_this"};
    if (f.month)
        return {"month", "month_recent", "month_coming", "month_last", "month_next", "month_this"};
    if (f.day)
        return {"day_of_month",        "day_of_month_recent", "day_of_month_coming",
                "day_of_month_recent", "day_of_month_coming", "day_of_month"};
    if (f.weekend)
        return {"weekend",      "weekend_past", "weekend_coming",
                "weekend_last", "weekend_next", "weekend_this"};
    return {"weekday",      "weekday_past", "weekday_coming",
            "weekday_last", "weekday_next", "weekday_this"};
}

void keep(std::vector<Window> &windows, Window window, const char *rule)
{
    window.rule = rule;
    const bool isKnown = std::any_of(windows.begin(), windows.end(),
                                     [&](const Window &w) { return w.begin() == window.begin(); });
    if (!isKnown)
        windows.push_back(window);
}

// Those around the reference: over before it, holding it, beginning after it; nearest first.
struct Around {
    std::vector<Window> over;
    std::vector<Window> now;
    std::vector<Window> coming;
};

Around around(const PhraseFields &f, const PhraseBeside &beside, Round round)
{
    Around result;
    const std::int64_t last = lastStep(round, f);
    Window window;
    for (std::int64_t step = 0; step >= -last && result.over.size() < 2; --step)
        if (windowAt(f, round, beside.reference, step, beside.isSouthern, window)) {
            if (window.end() <= beside.reference)
                result.over.push_back(window);
            else if (window.begin() <= beside.reference)
                result.now.push_back(window);
        }
    for (std::int64_t step = 0; step <= last && result.coming.size() < 2; ++step)
        if (windowAt(f, round, beside.reference, step, beside.isSouthern, window) &&
            window.begin() > beside.reference)
            result.coming.push_back(window);
    return result;
}

std::vector<Window> roundWindows(const PhraseFields &f, const PhraseBeside &beside, Round round)
{
    const Around found = around(f, beside, round);
    const Rules rules = rulesOf(f);
    std::vector<Window> windows;
    const auto addOver = [&](std::size_t index, const char *rule) {
        if (index < found.over.size())
            keep(windows, found.over[index], rule);
    };
    const auto addNow = [&](const char *rule) {
        for (const Window &window : found.now)
            keep(windows, window, rule);
    };
    const auto addComing = [&](std::size_t index, const char *rule) {
        if (index < found.coming.size())
            keep(windows, found.coming[index], rule);
    };
    const auto isSameWeek = [&](const Window &window) {
        return startOfWeek(window.begin()) == startOfWeek(beside.reference);
    };
    const auto isSameYear = [&](const Window &window) {
        return window.begin().year == beside.reference.year;
    };
    // Where no verb tells: what is near ahead was hardly meant to be ten months back.
    const auto isComingNear = [&] {
        constexpr int kNear = 60;
        return round == Round::Year && !f.quarter && !f.half && !f.week && !beside.isPast &&
               found.now.empty() && !found.coming.empty() && (f.month != 2 || f.day != 29) &&
               daysBetween(beside.reference, found.coming.front().begin()) <= kNear;
    };
    switch (f.shift) {
    case Shift::NearestPast:
    case Shift::Last:
        addOver(0, rules.last);
        addOver(1, rules.last);
        break;
    case Shift::BeforeLast:
        addOver(1, rules.last);
        break;
    case Shift::NearestComing:
        addComing(0, rules.next);
        addComing(1, rules.next);
        break;
    case Shift::Next: {
        // "Next Friday" is not this week's.
        const bool isTooNear =
            round == Round::Week && !found.coming.empty() && isSameWeek(found.coming[0]);
        addComing(isTooNear ? 1 : 0, rules.next);
        addComing(isTooNear ? 0 : 1, rules.next);
        break;
    }
    case Shift::AfterNext:
        addComing(1, rules.next);
        break;
    case Shift::This: {
        addNow(rules.same);
        for (const auto *list : {&found.over, &found.coming})
            for (const Window &window : *list)
                if (round == Round::Week ? isSameWeek(window) : isSameYear(window))
                    keep(windows, window, rules.same);
        addComing(0, rules.coming);
        addOver(0, rules.past);
        if (round == Round::Week && !windows.empty() && windows.front().end() <= beside.reference &&
            windows.size() > 1 && beside.isFuture)
            std::swap(windows[0], windows[1]);
        break;
    }
    case Shift::Bare:
        if (beside.isFuture || isComingNear()) {
            if (round != Round::Week)
                addNow(rules.coming);
            addComing(0, rules.coming);
            addNow(rules.past);
            addOver(0, rules.past);
        } else {
            addNow(rules.past);
            addOver(0, rules.past);
            addComing(0, rules.coming);
        }
        break;
    }
    // Week 31 is that of the year; "Monday 21" whatever lies nearest.
    if (f.week)
        std::stable_partition(windows.begin(), windows.end(), [&](const Window &window) {
            return addDays(window.begin(), 3).year == beside.reference.year;
        });
    if (f.weekday && round == Round::Month) {
        const auto distance = [&](const Window &window) {
            return std::abs(daysBetween(beside.reference, window.begin()));
        };
        std::stable_sort(windows.begin(), windows.end(), [&](const Window &a, const Window &b) {
            return distance(a) < distance(b);
        });
    }
    // "Friday, May 12" is the one that is a Friday, if one of them is.
    if (f.weekday && round == Round::Year)
        std::stable_partition(windows.begin(), windows.end(), [&](const Window &window) {
            return weekdayOf(window.begin()) == f.weekday;
        });
    return windows;
}

}  // namespace

std::vector<Window> windowsOf(const PhraseFields &fields, const PhraseBeside &beside)
{
    const Round round = roundOf(fields);
    std::vector<Window> windows;
    if (!fields.hasYear()) {
        if (round != Round::Never)
            windows = roundWindows(fields, beside, round);
        return windows;
    }
    const auto addYear = [&](std::int64_t year) {
        Window window = windowOf({year, 1, 1}, {year + 1, 1, 1}, Grain::Year, "year");
        bool isReal = true;
        if (round == Round::Year) {
            PhraseFields dated = fields;
            dated.year = year;
            isReal = windowInYear(dated, year, beside.isSouthern, window);
        }
        if (isReal && year >= -9'000 && year <= 9'998)
            windows.push_back(window);
    };
    addYear(fields.year);
    if (fields.isOtherCentury)
        addYear(fields.year > beside.reference.year ? fields.year - 100 : fields.year + 100);
    return windows;
}

bool merge(PhraseFields &into, const PhraseFields &other)
{
    const auto take = [](auto &mine, const auto &theirs, const auto &none) {
        if (theirs == none)
            return true;
        if (mine != none && mine != theirs)
            return false;
        mine = theirs;
        return true;
    };
    constexpr std::int8_t kNone = 0;
    into.isOtherCentury = into.isOtherCentury || other.isOtherCentury;
    return take(into.year, other.year, kNoYear) && take(into.month, other.month, kNone) &&
           take(into.day, other.day, kNone) && take(into.weekday, other.weekday, kNone) &&
           take(into.season, other.season, kNone) && take(into.quarter, other.quarter, kNone) &&
           take(into.half, other.half, kNone) && take(into.week, other.week, kNone) &&
           take(into.weekend, other.weekend, kNone) &&
           take(into.holiday, other.holiday, HolidayKind::None) &&
           take(into.holidayValue, other.holidayValue, 0) &&
           take(into.shift, other.shift, Shift::Bare);
}

}  // namespace dateline
