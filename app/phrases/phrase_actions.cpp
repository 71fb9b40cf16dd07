// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phrases/phrase_actions.h"

#include <utility>

#include "app/base/check.h"

namespace dateline {

namespace {

constexpr std::pair<std::string_view, PhraseAction> kNames[] = {
    {"same", PhraseAction::Same},
    {"merge", PhraseAction::Merge},
    {"day", PhraseAction::Day},
    {"shifted", PhraseAction::Shifted},
    {"year", PhraseAction::Year},
    {"two_digit_year", PhraseAction::TwoDigitYear},
    {"quarter", PhraseAction::Quarter},
    {"half", PhraseAction::Half},
    {"week_number", PhraseAction::WeekNumber},
    {"month_number", PhraseAction::MonthNumber},
    {"sum", PhraseAction::Sum},
    {"scaled", PhraseAction::Scaled},
    {"year_pair", PhraseAction::YearPair},
    {"duration", PhraseAction::Duration},
    {"add_durations", PhraseAction::AddDurations},
    {"decade", PhraseAction::Decade},
    {"century", PhraseAction::Century},
    {"unit_shift", PhraseAction::UnitShift},
    {"unit_run", PhraseAction::UnitRun},
    {"ago", PhraseAction::Ago},
    {"away", PhraseAction::Away},
    {"run_from", PhraseAction::RunFrom},
    {"day_word", PhraseAction::DayWord},
    {"now", PhraseAction::Now},
    {"part", PhraseAction::Part},
    {"unit_part", PhraseAction::UnitPart},
    {"nth_of", PhraseAction::NthOf},
    {"weekday_in", PhraseAction::WeekdayIn},
    {"in_year", PhraseAction::InYear},
    {"week_of", PhraseAction::WeekOf},
    {"weekend_of", PhraseAction::WeekendOf},
    {"clock", PhraseAction::Clock},
    {"half_day", PhraseAction::HalfDay},
    {"with_zone", PhraseAction::WithZone},
    {"with_time", PhraseAction::WithTime},
    {"span", PhraseAction::Span},
    {"open", PhraseAction::Open},
    {"mark", PhraseAction::Mark},
    {"fiscal", PhraseAction::Fiscal},
    {"vague_side", PhraseAction::VagueSide},
    {"vague_run", PhraseAction::VagueRun},
    {"set_of", PhraseAction::SetOf},
};

// The first part that is worth something as a number.
const PhraseMeaning *numberIn(const ActionInput &in)
{
    for (const PhraseChild &child : in.children)
        if (child.symbol == kNumber || child.symbol == kOrdinal || child.symbol == kNth ||
            child.symbol == kDayDigits || child.symbol == kNumberDigits ||
            child.symbol == kTwoDigits || child.symbol == kYearDigits)
            return child.meaning;
    return in.children.empty() ? nullptr : in.children.front().meaning;
}

bool merge(const ActionInput &in, PhraseMeaning &out)
{
    for (const PhraseChild &child : in.children)
        if (!merge(out.fields, child.meaning->fields))
            return false;
    const PhraseFields &f = out.fields;
    // "31 April" is no day of any year; 29 February is one of some.
    if (f.month && f.day > daysInMonth(2000, f.month))
        return false;
    return f.isAny();
}

bool makeTwoDigitYear(const ActionInput &in, PhraseMeaning &out)
{
    const int value = numberIn(in)->value;
    if (value < 0 || value > 99)
        return false;
    const std::int64_t now = in.beside->reference.year;
    std::int64_t year = now - now % 100 + value;
    if (year > now + 10)
        year -= 100;
    out.fields.year = year;
    out.fields.isOtherCentury = true;
    return true;
}

void addUnits(PhraseDuration &duration, Grain unit, std::int64_t count)
{
    switch (unit) {
    case Grain::Year:
        duration.years += count;
        break;
    case Grain::Decade:
        duration.years += 10 * count;
        break;
    case Grain::Century:
        duration.years += 100 * count;
        break;
    case Grain::Month:
        duration.months += count;
        break;
    case Grain::Quarter:
    case Grain::Season:
        duration.months += 3 * count;
        break;
    case Grain::Half:
        duration.months += 6 * count;
        break;
    case Grain::Hour:
        duration.minutes += 60 * count;
        break;
    case Grain::Minute:
        duration.minutes += count;
        break;
    case Grain::Second:
        break;
    case Grain::Workday:
        duration.workdays += count;
        break;
    case Grain::Fortnight:
        duration.days += 14 * count;
        break;
    default:
        duration.days += count * (unit == Grain::Week || unit == Grain::Weekend ? 7 : 1);
    }
}

// "two weeks"; value 2 of the rule: "a week and a half", 3: "half a year"; 4 and 5: one word that
// is so many days or weeks.
bool makeDuration(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *unit = in.part(kUnit);
    const PhraseMeaning *number = in.part(kNumber);
    const bool isOneWord = in.value == 4 || in.value == 5;
    if (isOneWord)
        number = in.children.front().meaning;
    else if (unit == nullptr)
        unit = in.children.back().meaning;
    const std::int64_t count = number != nullptr ? number->value : 1;
    if (count < 0 || count > 99'999)
        return false;
    const auto grain = in.value == 4   ? Grain::Day
                       : in.value == 5 ? Grain::Week
                                       : static_cast<Grain>(unit->value);
    PhraseDuration &duration = out.duration;
    duration.grain = grain;
    duration.count = count;
    if (in.value != 3)
        addUnits(duration, grain, count);
    if (in.value == 2 || in.value == 3) {
        if (grain == Grain::Year)
            duration.months += 6;
        else if (grain == Grain::Decade)
            duration.years += 5;
        else if (grain == Grain::Century)
            duration.years += 50;
        else if (grain == Grain::Hour)
            duration.minutes += 30;
        else
            duration.days += roughDays(grain) / 2;
        duration.grain = grain == Grain::Year      ? Grain::Month
                         : grain == Grain::Decade  ? Grain::Year
                         : grain == Grain::Century ? Grain::Decade
                                                   : Grain::Day;
        duration.count = roughDays(grain) > 300 ? 1 : 0;
    }
    out.kind = MeaningKind::Duration;
    return true;
}

bool addDurations(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *first = in.part(kDuration);
    const PhraseMeaning *second = in.part(kDuration, 1);
    if (first == nullptr || second == nullptr ||
        (roughDays(first->duration.grain) <= roughDays(second->duration.grain) &&
         first->duration.grain != Grain::Hour))
        return false;
    out.duration = second->duration;
    out.duration.years += first->duration.years;
    out.duration.months += first->duration.months;
    out.duration.days += first->duration.days;
    out.duration.workdays += first->duration.workdays;
    out.duration.minutes += first->duration.minutes;
    out.duration.count = 0;
    out.kind = MeaningKind::Duration;
    return true;
}

bool makeDecade(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *number = numberIn(in);
    if (number->value < 0 || number->value % 10 != 0)
        return false;
    out.isFixed = true;
    const auto add = [&](std::int64_t year) {
        out.windows.push_back(windowOf({year, 1, 1}, {year + 10, 1, 1}, Grain::Decade, "decade"));
    };
    if (number->value >= 1000) {
        // "The 1900s" may be the century as well.
        if (number->value % 100 == 0)
            out.windows.push_back(windowOf({number->value, 1, 1}, {number->value + 100, 1, 1},
                                           Grain::Century, "century"));
        add(number->value);
        return number->value < 3000;
    }
    if (number->value > 90)
        return false;
    const std::int64_t now = in.beside->reference.year;
    std::int64_t year = now - now % 100 + number->value;
    if (year > now)
        year -= 100;
    add(year);
    add(year + (year + 100 > now + 100 ? -100 : 100));
    return true;
}

bool makeCentury(const ActionInput &in, PhraseMeaning &out)
{
    const int century = numberIn(in)->value;
    if (century < 1 || century > 30)
        return false;
    out.isFixed = true;
    const std::int64_t year = 100 * (century - 1);
    out.windows.push_back(windowOf({year, 1, 1}, {year + 100, 1, 1}, Grain::Century, "century"));
    return true;
}

// "3 pm": the part of the day is {half_day}, 0 before and 12 after noon.
bool makeHalfDay(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *half = nullptr;
    const PhraseMeaning *time = nullptr;
    for (const PhraseChild &child : in.children) {
        if (child.symbol == kSide)
            half = child.meaning;
        else if (time == nullptr)
            time = child.meaning;
    }
    if (half == nullptr || time == nullptr)
        return false;
    int minute = time->minute != kNoTime ? time->minute : time->value * 60;
    if (minute < 60 || minute >= 13 * 60)
        return false;
    minute = minute % (12 * 60) + half->value * 60;
    out.minute = static_cast<std::int16_t>(minute);
    out.second = time->second;
    out.kind = MeaningKind::Time;
    return true;
}

// "15 Uhr", "15 h 30", "half past": hours and, as a second number, minutes.
bool makeClock(const ActionInput &in, PhraseMeaning &out)
{
    int hour = -1;
    int minute = 0;
    int numbers = 0;
    for (const PhraseChild &child : in.children) {
        if (child.meaning->minute != kNoTime) {
            out.minute = child.meaning->minute;
            out.second = child.meaning->second;
            out.kind = MeaningKind::Time;
            return true;
        }
        if (child.symbol == kNumber || child.symbol == kDayDigits || child.symbol == kTwoDigits ||
            child.symbol == kNumberDigits)
            (numbers++ == 0 ? hour : minute) = child.meaning->value;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return false;
    out.minute = static_cast<std::int16_t>(hour * 60 + minute);
    out.kind = MeaningKind::Time;
    return true;
}

bool makeFiscal(const ActionInput &in, PhraseMeaning &out)
{
    const PhraseMeaning *date = in.part(kYear);
    if (date == nullptr)
        date = in.part(kDate);
    if (date == nullptr)
        date = in.part(kFields);
    if (date == nullptr)
        return false;
    out.isFixed = true;
    out.windows = in.windows(*date);
    for (Window &window : out.windows) {
        window.isApproximate = true;
        window.rule = "fiscal";
    }
    return !out.windows.empty();
}

bool makeVagueSide(const ActionInput &in, PhraseMeaning &out)
{
    Window window = dayWindow(in.beside->reference, in.value < 0 ? "vague_past" : "vague_coming");
    window.isOpenBegin = in.value < 0;
    window.isOpenEnd = in.value > 0;
    out.isFixed = true;
    out.windows.push_back(window);
    return true;
}

}  // namespace

PhraseAction phraseActionNamed(std::string_view name)
{
    for (const auto &[known, action] : kNames)
        if (known == name)
            return action;
    DL_CHECK(false);
    return PhraseAction::Same;
}

const PhraseMeaning *ActionInput::part(int symbol, int nth) const
{
    for (const PhraseChild &child : children)
        if (child.symbol == symbol && nth-- == 0)
            return child.meaning;
    return nullptr;
}

const PhraseMeaning *ActionInput::length() const
{
    for (const PhraseChild &child : children)
        if (child.meaning->duration.isAny())
            return child.meaning;
    return nullptr;
}

PhraseMeaning constantMeaning(int symbol, std::string_view symbolName, int value)
{
    PhraseMeaning meaning;
    meaning.value = value;
    PhraseFields &fields = meaning.fields;
    const auto small = static_cast<std::int8_t>(value % 100);
    const auto setHoliday = [&](HolidayKind kind) {
        fields.holiday = kind;
        fields.holidayValue = value;
    };
    switch (symbol) {
    case kMonth:
        fields.month = small;
        break;
    case kWeekday:
        (value == 8 ? fields.weekend : fields.weekday) = value == 8 ? std::int8_t{1} : small;
        break;
    case kSeason:
        fields.season = small;
        break;
    case kShift:
        fields.shift = static_cast<Shift>(small);
        break;
    case kTime:
        meaning.minute = static_cast<std::int16_t>(value);
        meaning.kind = MeaningKind::Time;
        break;
    case kZone:
        meaning.zone = static_cast<std::int16_t>(value);
        break;
    default:
        if (symbolName == "holiday")
            setHoliday(HolidayKind::Fixed);
        else if (symbolName == "easter")
            setHoliday(HolidayKind::Easter);
        else if (symbolName == "orthodox")
            setHoliday(HolidayKind::Orthodox);
        else if (symbolName == "nth_weekday")
            setHoliday(HolidayKind::Nth);
    }
    return meaning;
}

bool act(PhraseAction action, const ActionInput &in, PhraseMeaning &out)
{
    const bool standsAlone = action == PhraseAction::DayWord || action == PhraseAction::Now ||
                             action == PhraseAction::VagueSide || action == PhraseAction::SetOf ||
                             action == PhraseAction::UnitShift || action == PhraseAction::Same;
    if (in.children.empty() && !standsAlone)
        return false;
    switch (action) {
    case PhraseAction::Constant:
        return false;
    case PhraseAction::Same:
        for (const PhraseChild &child : in.children)
            if (child.symbol >= kPhrase) {
                out = *child.meaning;
                return true;
            }
        if (!in.children.empty())
            out = *in.children.front().meaning;
        return true;
    case PhraseAction::Merge:
        return merge(in, out);
    case PhraseAction::Day: {
        const int day = numberIn(in)->value;
        out.fields.day = static_cast<std::int8_t>(day >= 1 && day <= 31 ? day : 0);
        return out.fields.day != 0;
    }
    case PhraseAction::Shifted:
        out.fields.shift = static_cast<Shift>(in.value);
        return true;
    case PhraseAction::Year:
        out.fields.year = in.value < 0 ? 1 - numberIn(in)->value : numberIn(in)->value;
        return out.fields.year >= -9'000 && out.fields.year <= 2'999 && numberIn(in)->value > 0;
    case PhraseAction::TwoDigitYear:
        return makeTwoDigitYear(in, out);
    case PhraseAction::Quarter:
        out.fields.quarter = static_cast<std::int8_t>(numberIn(in)->value);
        return out.fields.quarter >= 1 && out.fields.quarter <= 4 && merge(in, out);
    case PhraseAction::Half:
        out.fields.half = static_cast<std::int8_t>(numberIn(in)->value);
        return out.fields.half >= 1 && out.fields.half <= 2 && merge(in, out);
    case PhraseAction::WeekNumber: {
        const int week = numberIn(in)->value;
        out.fields.week = static_cast<std::int8_t>(week >= 1 && week <= 53 ? week : 0);
        return out.fields.week != 0 && merge(in, out);
    }
    case PhraseAction::MonthNumber: {
        const int month = numberIn(in)->value;
        out.fields.month = static_cast<std::int8_t>(month >= 1 && month <= 12 ? month : 0);
        return out.fields.month != 0;
    }
    case PhraseAction::Sum:
        for (const PhraseChild &child : in.children)
            out.value += child.meaning->value;
        return true;
    case PhraseAction::Scaled: {
        const PhraseMeaning *first = in.children.front().meaning;
        std::int64_t value = 0;
        if (in.children.size() == 1)
            value = first->value;
        else
            value = std::int64_t{first->value} * in.children[1].meaning->value;
        for (std::size_t i = 2; i < in.children.size(); ++i)
            value += in.children[i].meaning->value;
        out.value = static_cast<int>(value);
        return value >= 0 && value < 100'000;
    }
    case PhraseAction::YearPair:
        if (in.children.size() < 2)
            return false;
        out.value = in.children[0].meaning->value * 100 + in.children[1].meaning->value;
        out.fields.year = out.value;
        return in.children[0].meaning->value >= 10 && in.children[0].meaning->value <= 21 &&
               in.children[1].meaning->value >= 10 && in.children[1].meaning->value <= 99;
    case PhraseAction::Duration:
        return makeDuration(in, out);
    case PhraseAction::AddDurations:
        return addDurations(in, out);
    case PhraseAction::Decade:
        return makeDecade(in, out);
    case PhraseAction::Century:
        return makeCentury(in, out);
    case PhraseAction::UnitShift:
        return actUnitShift(in, out);
    case PhraseAction::UnitRun:
        return actUnitRun(in, out);
    case PhraseAction::Ago:
        return actAgo(in, out);
    case PhraseAction::Away:
        return actAway(in, out);
    case PhraseAction::RunFrom:
        return actRunFrom(in, out);
    case PhraseAction::DayWord:
    case PhraseAction::Now: {
        const PhraseMeaning *word = in.part(kDayWord);
        const int days = word != nullptr ? word->value : in.value;
        const char *rule = action == PhraseAction::Now ? "now"
                           : days == 0                 ? "today"
                           : days < 0                  ? "day_before"
                                                       : "day_after";
        out.isFixed = true;
        out.windows.push_back(dayWindow(addDays(in.beside->reference, days), rule));
        return true;
    }
    case PhraseAction::Part:
        return actPart(in, out);
    case PhraseAction::UnitPart:
        return actUnitPart(in, out);
    case PhraseAction::NthOf:
        return actNthOf(in, out);
    case PhraseAction::WeekdayIn:
        return actWeekdayIn(in, out);
    case PhraseAction::InYear:
        return actInYear(in, out);
    case PhraseAction::WeekOf:
        return actWeekOf(in, out);
    case PhraseAction::WeekendOf:
        return actWeekendOf(in, out);
    case PhraseAction::Clock:
        return makeClock(in, out);
    case PhraseAction::HalfDay:
        return makeHalfDay(in, out);
    case PhraseAction::WithZone: {
        const PhraseMeaning *time = in.part(kTime);
        const PhraseMeaning *zone = in.part(kZone);
        if (time == nullptr || zone == nullptr || time->zone != kNoZone)
            return false;
        out = *time;
        out.zone = zone->zone;
        return true;
    }
    case PhraseAction::WithTime:
        return actWithTime(in, out);
    case PhraseAction::Span:
        return actSpan(in, out);
    case PhraseAction::Open:
        return actOpen(in, out);
    case PhraseAction::Mark:
        return actMark(in, out);
    case PhraseAction::Fiscal:
        return makeFiscal(in, out);
    case PhraseAction::VagueSide:
        return makeVagueSide(in, out);
    case PhraseAction::VagueRun:
        return actVagueRun(in, out);
    case PhraseAction::SetOf:
        out.isSet = true;
        out.kind = MeaningKind::Vague;
        return true;
    }
    return false;
}

}  // namespace dateline
