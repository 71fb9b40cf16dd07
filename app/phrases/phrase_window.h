// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of days that a phrase can mean, and the EDTF that says exactly that and no more. Pure
// functions of civil dates; any thread; text is made only when it is asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/model/civil_date.h"

namespace dateline {

// The numbers are those of "unit" in resources/phrases/*.txt.
enum class Grain : std::uint8_t {
    None = 0,
    Day = 1,
    Week = 2,
    Month = 3,
    Year = 4,
    Decade = 5,
    Century = 6,
    Quarter = 7,
    Weekend = 8,
    Fortnight = 9,
    Hour = 10,
    Minute = 11,
    Second = 12,
    Half = 13,
    Season = 14,
    Workday = 15,
    Workweek = 16,
    Third = 17,  // of a year
    Tens = 18,   // the first, second or last ten days of a month
    Days = 19,   // any run of days
};

constexpr std::int16_t kNoTime = -1;
constexpr std::int16_t kNoZone = 9999;

// One end of a span; the text of each end follows its own grain.
struct Stretch {
    CivilDate begin;
    CivilDate end;  // exclusive
    Grain grain = Grain::Days;
    std::int16_t second = 0;
    std::int16_t minute = kNoTime;  // of the day, where a time is known
    std::int16_t zone = kNoZone;    // minutes east of Greenwich

    bool operator==(const Stretch &) const = default;
};

struct Window {
    Stretch first;
    std::optional<Stretch> last;  // a span from the one to the other, all of it
    bool isOpenBegin = false;     // up to the end of first
    bool isOpenEnd = false;       // from the begin of first
    bool isSpan = false;          // all of first, not some day of it
    bool isSouthern = false;
    bool isApproximate = false;
    bool isUncertain = false;
    const char *rule = "";

    const CivilDate &begin() const { return first.begin; }
    const CivilDate &end() const { return last ? last->end : first.end; }
};

// Empty where EDTF cannot say it (a year beyond 0000-9999, an end before the begin).
std::string edtfText(const Window &window);

Window windowOf(const CivilDate &begin, const CivilDate &end, Grain grain, const char *rule);
inline Window dayWindow(const CivilDate &day, const char *rule)
{
    return windowOf(day, addDays(day, 1), Grain::Day, rule);
}

// The unit that holds the day: its week from Monday on, its month, its quarter ...
Window unitAround(const CivilDate &day, Grain unit, const char *rule);
// The day so many units later or earlier.
CivilDate stepped(const CivilDate &day, Grain unit, std::int64_t count);
// How many days a unit has, roughly.
std::int64_t roughDays(Grain unit);

// What language calls early (1), mid (2), late (3), the begin (4) and the end (5) of it, the first
// (6) and the second (7) half.
Window partOf(const Window &whole, int part);

std::int64_t daysBetween(const CivilDate &first, const CivilDate &end);
int weekdayOf(const CivilDate &day);  // 1 Monday - 7 Sunday
CivilDate startOfWeek(const CivilDate &day);
bool isDayOfMonth(std::int64_t year, int month, int day);
CivilDate easterOf(std::int64_t year, bool isOrthodox = false);

}  // namespace dateline
