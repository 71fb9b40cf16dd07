// SPDX-License-Identifier: GPL-3.0-or-later
// Stepping and counting: last week, two days ago, three weeks after Easter, the first week of May.
#include <algorithm>

#include "app/phrases/phrase_actions.h"

namespace dateline {

namespace {

int directionOf(Shift shift)
{
    switch (shift) {
    case Shift::NearestPast:
    case Shift::Last:
        return -1;
    case Shift::BeforeLast:
        return -2;
    case Shift::Next:
    case Shift::NearestComing:
        return 1;
    case Shift::AfterNext:
        return 2;
    default:
        return 0;
    }
}

Grain grainOf(const PhraseMeaning &unit)
{
    return static_cast<Grain>(unit.value);
}

void add(PhraseMeaning &out, Window window, const char *rule)
{
    window.rule = rule;
    const bool isKnown = std::any_of(out.windows.begin(), out.windows.end(), [&](const Window &w) {
        return w.begin() == window.begin() && w.end() == window.end();
    });
    if (!isKnown && window.begin() < window.end())
        out.windows.push_back(window);
}

// The day so long before (sign -1) or after; the clock's hours are left to the day.
CivilDate movedBy(const CivilDate &day, const PhraseDuration &duration, int sign)
{
    CivilDate moved = addYears(day, sign * duration.years);
    moved = addMonths(moved, sign * duration.months);
    moved = addDays(moved, sign * (duration.days + duration.minutes / (24 * 60)));
    return duration.workdays != 0 ? stepped(moved, Grain::Workday, sign * duration.workdays)
                                  : moved;
}

// "Two years ago" names a year, not a day of it: the unit around the day, then the day itself.
void addAround(PhraseMeaning &out, const CivilDate &day, const PhraseDuration &duration,
               const char *rule)
{
    const bool isSimple = duration.count > 0;
    const bool isLong = duration.grain == Grain::Decade || duration.grain == Grain::Century;
    if (isSimple && roughDays(duration.grain) > 2 && duration.grain != Grain::Workweek)
        add(out, unitAround(day, isLong ? Grain::Year : duration.grain, rule), rule);
    add(out, dayWindow(day, rule), rule);
}

// The k units that begin with the nth of them in the window, or the last k (nth -1).
bool nthUnits(const Window &whole, Grain unit, int nth, int count, Window &result)
{
    CivilDate begin;
    CivilDate end;
    const CivilDate last = addDays(whole.end(), -1);
    if (unit == Grain::Week || unit == Grain::Workweek) {
        // A week belongs to the month or the year that has its Thursday, as in ISO 8601.
        CivilDate first = startOfWeek(whole.begin());
        if (addDays(first, 3) < whole.begin())
            first = addDays(first, 7);
        CivilDate final = startOfWeek(last);
        if (!(addDays(final, 3) < whole.end()))
            final = addDays(final, -7);
        begin = nth > 0 ? addDays(first, 7 * (nth - 1)) : addDays(final, 7 * (nth + 2 - count));
        end = addDays(begin, 7 * count);
        if (!(addDays(begin, 3) < whole.end()) || begin < first)
            return false;
        if (unit == Grain::Workweek)
            end = addDays(end, -2);
    } else if (unit == Grain::Weekend) {
        CivilDate first = addDays(startOfWeek(whole.begin()), 5);
        if (first < whole.begin())
            first = addDays(first, 7);
        CivilDate final = addDays(startOfWeek(last), 5);
        if (last < final)
            final = addDays(final, -7);
        begin = nth > 0 ? addDays(first, 7 * (nth - 1)) : addDays(final, 7 * (nth + 1));
        end = addDays(begin, 2);
    } else {
        if (nth > 0) {
            begin = stepped(whole.begin(), unit, nth - 1);
            end = stepped(begin, unit, count);
        } else {
            end = stepped(whole.end(), unit, nth + 1);
            begin = stepped(end, unit, -count);
        }
    }
    if (begin < addDays(whole.begin(), -6) || addDays(whole.end(), 6) < end)
        return false;
    result = windowOf(begin, end, count == 1 ? unit : Grain::Days, whole.rule);
    return begin < end;
}

}  // namespace

bool actUnitShift(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *unit = in.part(kUnit);
    const PhraseMeaning *shift = in.part(kShift);
    const PhraseMeaning *follow = in.part(kFollow);
    // Values 6, 7 and 8 of the rule: one word for the day, year or month beside the one named
    // before.
    if (in.value == 9) {  // "the quarter" of a report is the one that was over
        const CivilDate now = unitAround(in.beside->reference, Grain::Quarter, "").begin();
        out.isFixed = true;
        add(out, unitAround(addMonths(now, -3), Grain::Quarter, ""), "unit_last");
        add(out, unitAround(now, Grain::Quarter, ""), "unit_this");
        return true;
    }
    const bool isOneWord = in.value >= 6 && in.value <= 8 && !in.children.empty();
    if (isOneWord)
        follow = in.children.front().meaning;
    else if (unit == nullptr && in.value != 5)
        return false;
    const Grain grain = in.value == 7     ? Grain::Year
                        : in.value == 8   ? Grain::Month
                        : unit == nullptr ? Grain::Day
                                          : grainOf(*unit);
    if (grain == Grain::None || grain == Grain::Hour || grain == Grain::Minute ||
        grain == Grain::Second || grain == Grain::Half)
        return false;
    const Shift which = shift != nullptr    ? shift->fields.shift
                        : follow != nullptr ? static_cast<Shift>(follow->value)
                                            : static_cast<Shift>(in.value);
    const int direction = directionOf(which);
    // Value 5 of the rule: "the following", "the previous", counted from a date named before.
    const bool isAnchored = in.value >= 5 && in.value <= 8;
    const CivilDate from = isAnchored ? in.beside->anchor : in.beside->reference;
    out.isFixed = true;
    const char *rule = isAnchored      ? (direction < 0   ? "unit_before"
                                          : direction > 0 ? "unit_after"
                                                          : "unit_same")
                       : direction < 0 ? "unit_last"
                       : direction > 0 ? "unit_next"
                                       : "unit_this";
    CivilDate day = stepped(from, grain, direction);
    if (direction != 0 && (grain == Grain::Month || grain == Grain::Quarter ||
                           grain == Grain::Season || grain == Grain::Half))
        day = stepped({from.year, from.month, 1}, grain, direction);
    const Window calendar = unitAround(day, grain, rule);
    const bool isRolling = which == Shift::NearestPast && grain != Grain::Quarter &&
                           grain != Grain::Day && grain != Grain::Week;
    if (isRolling)
        add(out, windowOf(stepped(from, grain, -1), from, Grain::Days, rule), "unit_run_past");
    add(out, calendar, rule);
    if (which == Shift::Last && grain == Grain::Decade)
        add(out, windowOf(stepped(from, grain, -1), from, Grain::Days, rule), "unit_run_past");
    return true;
}

bool actUnitRun(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *unit = in.part(kUnit);
    const PhraseMeaning *shift = in.part(kShift);
    const PhraseMeaning *number = in.part(kNumber);
    if (unit == nullptr || number == nullptr || number->value < 1 || number->value > 9'999)
        return false;
    const Grain grain = grainOf(*unit);
    const int direction = shift != nullptr ? directionOf(shift->fields.shift) : in.value;
    const CivilDate today = in.beside->reference;
    const int count = number->value;
    out.isFixed = true;
    if (grain == Grain::Hour || grain == Grain::Minute || grain == Grain::Second) {
        const int days = grain == Grain::Hour ? (count + 23) / 24 : 1;
        add(out,
            direction < 0 ? windowOf(addDays(today, -days), addDays(today, 1), Grain::Days, "")
                          : windowOf(today, addDays(today, days + 1), Grain::Days, ""),
            "hours_near");
        return true;
    }
    const bool isWhole = grain == Grain::Quarter || grain == Grain::Decade ||
                         grain == Grain::Century || grain == Grain::Weekend;
    const CivilDate now = unitAround(today, grain, "").begin();
    const auto addWhole = [&] {
        if (direction < 0)
            add(out, windowOf(stepped(now, grain, -count), now, Grain::Days, ""), "unit_run_past");
        else
            add(out,
                windowOf(stepped(now, grain, 1), stepped(now, grain, count + 1), Grain::Days, ""),
                "unit_run_coming");
    };
    if (isWhole)
        addWhole();
    if (direction < 0) {
        add(out, windowOf(stepped(today, grain, -count), today, Grain::Days, ""), "unit_run_past");
    } else if (direction > 0) {
        CivilDate end = stepped(today, grain, count);
        if (roughDays(grain) < 30)
            end = addDays(end, 1);
        add(out, windowOf(addDays(today, 1), end, Grain::Days, ""), "unit_run_coming");
    } else {
        return false;
    }
    if (!isWhole && roughDays(grain) > 2)
        addWhole();
    return true;
}

// Value of the rule: 1 and -1 from the day of publication, 2 and -2 from a date named before.
bool actAgo(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *length = in.length();
    if (length == nullptr)
        return false;
    const int sign = in.value < 0 ? -1 : 1;
    const bool isAnchored = in.value == 2 || in.value == -2;
    const CivilDate from = isAnchored ? in.beside->anchor : in.beside->reference;
    const char *rule = isAnchored ? (sign < 0 ? "duration_before" : "duration_after")
                       : sign < 0 ? "duration_ago"
                                  : "duration_ahead";
    out.isFixed = true;
    const CivilDate day = movedBy(from, length->duration, sign);
    if (in.value == -3) {  // the year-ago quarter: that of the last quarter reported
        const CivilDate quarter = unitAround(from, Grain::Quarter, "").begin();
        add(out,
            unitAround(movedBy(addMonths(quarter, -3), length->duration, -1), Grain::Quarter, ""),
            rule);
        add(out, unitAround(day, Grain::Quarter, ""), rule);
        return true;
    }
    addAround(out, day, length->duration, rule);
    return true;
}

bool actAway(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *length = in.length();
    const PhraseMeaning *date = in.part(kDate);
    if (length == nullptr || date == nullptr)
        return false;
    const int sign = in.value < 0 ? -1 : 1;
    const char *rule = sign < 0 ? "duration_before_date" : "duration_after_date";
    out.isFixed = true;
    PhraseBeside beside = *in.beside;
    beside.isFuture = beside.isFuture || in.value == 3;  // "a week from Tuesday"
    for (const Window &window : date->windowsBeside(beside)) {
        if (window.last || window.isOpenBegin || window.isOpenEnd)
            return false;
        const CivilDate day = movedBy(window.begin(), length->duration, sign);
        if (window.first.grain != Grain::Day && roughDays(length->duration.grain) > 2)
            add(out, unitAround(day, length->duration.grain, rule), rule);
        add(out, dayWindow(day, rule), rule);
    }
    return !out.windows.empty();
}

// "For three days from Monday": all of them. Value 2: from today, -1: up to today.
bool actRunFrom(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *length = in.length();
    const PhraseMeaning *date = in.part(kDate);
    for (const PhraseChild &child : in.children)
        if (date == nullptr && child.meaning != length &&
            (child.meaning->isFixed || child.meaning->fields.isAny()))
            date = child.meaning;
    if (length == nullptr || (date == nullptr && in.value == 0))
        return false;
    out.isFixed = true;
    std::vector<Window> starts;
    if (date != nullptr)
        starts = in.windows(*date);
    else
        starts.push_back(dayWindow(in.beside->reference, ""));
    for (const Window &start : starts) {
        const int sign = in.value < 0 ? -1 : 1;
        if (in.value < 0 && date != nullptr) {  // "the nine months ended Sept. 30"
            const CivilDate end = start.end();
            Window window = windowOf(movedBy(end, length->duration, -1), end, Grain::Days, "");
            window.isSpan = true;
            add(out, window, "duration_ended");
            continue;
        }
        const CivilDate far = movedBy(start.begin(), length->duration, sign);
        Window window = sign > 0 ? windowOf(start.begin(), far, Grain::Days, "")
                                 : windowOf(far, start.begin(), Grain::Days, "");
        if (!(window.begin() < window.end()))
            window.first.end = addDays(window.first.begin, 1);
        window.isSpan = in.value == 0;
        add(out, window, "duration_run");
    }
    return !out.windows.empty();
}

// Value of the part: 1 early, 2 mid, 3 late, 4 the begin, 5 the end, 6 and 7 the halves, 8 earlier
// and 9 later (of this week, up to or from the day of publication), 10 the rest.
bool actPart(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *part = in.part(kPart);
    const PhraseMeaning *date = in.part(kDate);
    if (part == nullptr && !in.children.empty())
        part = in.children.back().meaning;
    if (date == nullptr && in.children.size() > 1)
        date = in.children[in.children[0].meaning == part ? 1 : 0].meaning;
    if (part == nullptr || date == nullptr || date->kind != MeaningKind::Date)
        return false;
    constexpr const char *kRules[] = {"",           "part_early",  "part_mid",   "part_late",
                                      "part_begin", "part_end",    "part_half",  "part_half",
                                      "part_past",  "part_coming", "part_coming"};
    const int value = part->value;
    if (value < 1 || value > 10)
        return false;
    const char *rule = kRules[value];
    out.isFixed = true;
    const std::vector<Window> wholes = in.windows(*date);
    const CivilDate today = in.beside->reference;
    for (const Window &whole : wholes) {
        if (whole.last || whole.isOpenBegin || whole.isOpenEnd)
            return false;
        if (value >= 8) {
            const bool isNow = whole.begin() <= today && today < whole.end();
            if (!isNow) {
                add(out, partOf(whole, value == 8 ? 1 : 3), rule);
                continue;
            }
            const bool isPast = value == 8;
            if (isPast)
                add(out, windowOf(whole.begin(), addDays(today, 1), Grain::Days, ""), rule);
            else
                add(out, windowOf(today, whole.end(), Grain::Days, ""), rule);
            continue;
        }
        add(out, partOf(whole, value), rule);
    }
    // How much of it is early is a matter of taste: the half is the next best.
    if (value != 2 && value != 6 && value != 7)
        for (const Window &whole : wholes)
            add(out, partOf(whole, value == 1 || value == 4 || value == 8 ? 6 : 7), rule);
    for (const Window &whole : wholes)
        if (value >= 8)
            add(out, whole, rule);
    return !out.windows.empty();
}

// The value of the word is unit * 100 + part. Part 0 is all of it; 98 and 99 are the ones two and
// one before it ("torik", last year), 97 the next one.
bool actUnitPart(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *word = in.part(kUnitPart);
    if (word == nullptr)
        return false;
    const auto unit = static_cast<Grain>(word->value / 100);
    const PhraseMeaning *year = in.part(kYear);
    const CivilDate from =
        year != nullptr ? CivilDate{year->fields.year, 6, 15} : in.beside->reference;
    if (year != nullptr && unit != Grain::Year)
        return false;
    const int part = word->value % 100;
    const int shift = part == 99 ? -1 : part == 98 ? -2 : part == 97 ? 1 : 0;
    const Window whole =
        unitAround(stepped(unitAround(from, unit, "").begin(), unit, shift), unit, "");
    out.isFixed = true;
    if (part == 0 || shift != 0) {
        add(out, whole, shift < 0 ? "unit_last" : shift > 0 ? "unit_next" : "unit_this");
        return true;
    }
    add(out, partOf(whole, part), part == 5 ? "part_end" : part == 4 ? "part_begin" : "part_mid");
    if (part != 2)
        add(out, partOf(whole, part == 4 ? 6 : 7), "part_half");
    return true;
}

bool actNthOf(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *nth = in.part(kNth);
    const PhraseMeaning *date = in.part(kDate);
    const PhraseMeaning *unit = in.part(kUnit);
    const PhraseMeaning *weekday = in.part(kWeekday);
    const PhraseMeaning *number = in.part(kNumber);
    if (nth == nullptr && !in.children.empty() && unit == nullptr && weekday == nullptr)
        nth = in.children.front().meaning;
    PhraseMeaning year;  // value 2: "the first nine months", of the year in which they were over
    if (in.value == 2 && date == nullptr && number != nullptr && number->value <= 12) {
        unit = in.children.back().meaning;
        const CivilDate today = in.beside->reference;
        const bool isOver = today.month > number->value;
        year.isFixed = true;
        year.windows.push_back(
            unitAround({today.year - (isOver ? 0 : 1), 1, 1}, Grain::Year, "year"));
        date = &year;
    }
    if (nth == nullptr || date == nullptr)
        return false;
    const int count = number != nullptr ? number->value : 1;
    if (count < 1 || count > 400 || nth->value == 0 || nth->value > 400)
        return false;
    out.isFixed = true;
    for (const Window &whole : in.windows(*date)) {
        if (whole.last || whole.isOpenBegin || whole.isOpenEnd)
            return false;
        Window window;
        if (weekday != nullptr) {
            if (weekday->fields.weekday == 0)
                return false;
            const int day = weekday->fields.weekday;
            CivilDate found = addDays(whole.begin(), (day - weekdayOf(whole.begin()) + 7) % 7);
            if (nth->value > 0) {
                found = addDays(found, 7 * (nth->value - 1));
            } else {
                const CivilDate last = addDays(whole.end(), -1);
                found = addDays(last, -((weekdayOf(last) - day + 7) % 7));
            }
            if (!(found < whole.end()) || found < whole.begin())
                continue;
            window = dayWindow(found, "");
        } else if (unit == nullptr) {  // "the 21st of this month"
            const CivilDate day = addDays(whole.begin(), nth->value - 1);
            if (nth->value < 1 || whole.first.grain != Grain::Month || !(day < whole.end()))
                continue;
            window = dayWindow(day, "");
        } else if (grainOf(*unit) == Grain::Hour || grainOf(*unit) == Grain::Minute ||
                   grainOf(*unit) == Grain::Second ||
                   roughDays(grainOf(*unit)) >= daysBetween(whole.begin(), whole.end()) + 1 ||
                   !nthUnits(whole, grainOf(*unit), nth->value, count, window)) {
            continue;
        }
        add(out, window, weekday != nullptr ? "nth_weekday" : "nth_unit");
    }
    return !out.windows.empty();
}

bool actWeekdayIn(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *weekday = in.part(kWeekday);
    const PhraseMeaning *date = in.part(kDate);
    if (weekday == nullptr || date == nullptr)
        return false;
    out.isFixed = true;
    const int day = weekday->fields.weekday;
    for (const Window &whole : in.windows(*date)) {
        const std::int64_t days = daysBetween(whole.begin(), whole.end());
        if (whole.last || whole.isOpenBegin || whole.isOpenEnd || days > 7)
            return false;
        if (weekday->fields.weekend) {
            if (days < 5)
                return false;
            add(out, unitAround(whole.begin(), Grain::Weekend, ""), "weekday_in_week");
            continue;
        }
        CivilDate found = addDays(whole.begin(), (day - weekdayOf(whole.begin()) + 7) % 7);
        // "In three days, on Friday": the Friday that is nearest.
        const bool isDay = days <= 1;
        if (isDay && daysBetween(whole.begin(), found) > 3)
            found = addDays(found, -7);
        if (!isDay && !(found < whole.end()))
            continue;
        add(out, dayWindow(found, ""), isDay ? "weekday_from_day" : "weekday_in_week");
    }
    return !out.windows.empty();
}

bool actInYear(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *fields = in.part(kFields);
    const PhraseMeaning *date = in.part(kDate);
    if (fields == nullptr || date == nullptr || !date->isFixed || fields->fields.hasYear() ||
        fields->fields.shift != Shift::Bare)
        return false;
    const PhraseFields &f = fields->fields;
    if (f.day && !f.month) {  // the 3rd of last month
        out.isFixed = true;
        for (const Window &window : date->windows)
            if (window.first.grain == Grain::Month && !window.last && !window.isOpenBegin &&
                !window.isOpenEnd && isDayOfMonth(window.begin().year, window.begin().month, f.day))
                add(out, dayWindow(addDays(window.begin(), f.day - 1), ""), "nth_unit");
        return !out.windows.empty();
    }
    if (!f.month && !f.season && !f.quarter && !f.half && !f.week && f.holiday == HolidayKind::None)
        return false;
    out.isFixed = true;
    for (const Window &window : date->windows) {
        if (window.first.grain != Grain::Year || window.last || window.isOpenBegin ||
            window.isOpenEnd)
            continue;
        PhraseFields dated = f;
        dated.year = window.begin().year;
        for (const Window &each : windowsOf(dated, *in.beside))
            add(out, each, each.rule);
    }
    return !out.windows.empty();
}

bool actWeekOf(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *date = in.part(kDate);
    if (date == nullptr)
        return false;
    out.isFixed = true;
    for (const Window &window : in.windows(*date)) {
        if (window.first.grain != Grain::Day || window.last)
            return false;
        add(out, unitAround(window.begin(), Grain::Week, ""), "week_of_day");
    }
    return !out.windows.empty();
}

// The Saturday and Sunday next to it, with the day itself where it lies beside them.
bool actWeekendOf(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *date = in.part(kDate);
    PhraseMeaning merged;  // "Halloween weekend 2021"
    if (date == nullptr) {
        for (const PhraseChild &child : in.children)
            if (!merge(merged.fields, child.meaning->fields))
                return false;
        date = &merged;
    }
    out.isFixed = true;
    for (const Window &window : in.windows(*date)) {
        if (window.first.grain != Grain::Day || window.last)
            return false;
        const CivilDate day = window.begin();
        const int weekday = weekdayOf(day);
        const CivilDate saturday = addDays(startOfWeek(day), weekday <= 3 ? -2 : 5);
        const CivilDate monday = addDays(saturday, 2);
        add(out,
            windowOf(weekday == 5 ? day : saturday, weekday == 1 ? addDays(monday, 1) : monday,
                     Grain::Days, ""),
            "weekend_of_day");
    }
    return !out.windows.empty();
}

// "In recent weeks": some of them, how many it does not say. Bounds wide enough for any.
bool actVagueRun(const ActionInput &in, PhraseMeaning &out)
{
    if (in.children.empty())
        return false;
    const PhraseMeaning *unit = in.part(kUnit);
    if (unit == nullptr)
        unit = in.children.back().meaning;
    constexpr int kMany = 10;
    const CivilDate today = in.beside->reference;
    const Grain grain = grainOf(*unit);
    out.isFixed = true;
    if (in.value < 0)
        add(out, windowOf(stepped(today, grain, -kMany), addDays(today, 1), Grain::Days, ""),
            "vague_run");
    else
        add(out, windowOf(today, addDays(stepped(today, grain, kMany), 1), Grain::Days, ""),
            "vague_run");
    for (Window &window : out.windows)
        window.isApproximate = true;
    return !out.windows.empty();
}

}  // namespace dateline
