// SPDX-License-Identifier: GPL-3.0-or-later
// A date as far as its words say it: a month and a day without a year, a weekday, a season, a
// holiday. Such a thing comes round every week, month or year; beside a reference day it means the
// nearest one up to that day, or the next one, in the order that news texts have it. Any thread.
#pragma once

#include <vector>

#include "app/phrases/phrase_window.h"

namespace dateline {

constexpr std::int64_t kNoYear = INT64_MIN;

// "shift" of the word lists: which one of those that come round.
enum class Shift : std::int8_t {
    NearestPast = -2,  // past, this past
    Last = -1,
    This = 0,
    Next = 1,
    NearestComing = 2,  // coming, this coming
    BeforeLast = -3,
    AfterNext = 3,
    Bare = 9,
};

enum class HolidayKind : std::uint8_t {
    None,
    Fixed,     // value: month * 100 + day
    Easter,    // days after Easter Sunday
    Orthodox,  // the same in the Orthodox calendar
    Nth,       // value: month * 1000 + nth (9 the last) * 100 + weekday * 10 + days after it
};

struct PhraseFields {
    std::int64_t year = kNoYear;
    std::int8_t month = 0;
    std::int8_t day = 0;
    std::int8_t weekday = 0;
    std::int8_t season = 0;  // 21-24
    std::int8_t quarter = 0;
    std::int8_t half = 0;
    std::int8_t week = 0;     // ISO
    std::int8_t weekend = 0;  // 1: Saturday and Sunday
    HolidayKind holiday = HolidayKind::None;
    int holidayValue = 0;
    Shift shift = Shift::Bare;
    bool isOtherCentury = false;  // a year of two digits, which may also be the next century's

    bool isAny() const
    {
        return year != kNoYear || month || day || weekday || season || quarter || half || week ||
               weekend || holiday != HolidayKind::None;
    }
    bool hasYear() const { return year != kNoYear; }
    bool operator==(const PhraseFields &) const = default;
};

struct PhraseBeside {
    CivilDate reference;
    CivilDate anchor;  // of "the following week": a date before in the text, else the reference
    bool isSouthern = false;
    bool isFuture = false;  // the sentence speaks of what is to come
    bool isPast = false;    // ... of what has been; neither: it does not say
};

// What the fields mean, best first; empty for what no calendar has (30 February).
std::vector<Window> windowsOf(const PhraseFields &fields, const PhraseBeside &beside);

// Keeps what both say and fails (false) where they contradict each other.
bool merge(PhraseFields &into, const PhraseFields &other);

}  // namespace dateline
