// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of the word lists do with their parts, by name: "ago" steps back, "span" joins two
// dates, "nth_of" counts. Every language's rules use the same ones. Pure; any thread.
#pragma once

#include <span>
#include <string_view>

#include "app/phrases/phrase_grammar.h"
#include "app/phrases/phrase_meaning.h"

namespace dateline {

enum class PhraseAction : std::uint8_t {
    Constant,  // a line of words
    Same,      // the part's own meaning
    Merge,     // fields of all parts
    Day,
    Shifted,  // a word that means a shift here and something else elsewhere: "ce"
    Year,
    TwoDigitYear,
    Quarter,
    Half,
    WeekNumber,
    MonthNumber,  // "the 7th of the 4th"
    Sum,
    Scaled,    // two thousand thirty
    YearPair,  // nineteen seventy two
    Duration,
    AddDurations,
    Decade,
    Century,
    UnitShift,  // last week
    UnitRun,    // the last three weeks
    Ago,
    Away,     // three weeks after Easter
    RunFrom,  // for three days from Monday
    DayWord,
    Now,
    Part,
    UnitPart,  // Jahresende: a part of the unit around the day of publication
    NthOf,
    WeekdayIn,
    InYear,  // "May of last year"
    WeekOf,
    WeekendOf,
    Clock,
    HalfDay,  // 3 pm
    WithZone,
    WithTime,
    Span,
    Open,  // since, until, before, after
    Mark,  // about, perhaps
    Fiscal,
    VagueSide,  // recently, soon
    VagueRun,   // in recent weeks
    SetOf,      // every Friday
};

// Ends the program if there is no such action: the lists are part of the program.
PhraseAction phraseActionNamed(std::string_view name);

struct PhraseChild {
    int symbol = 0;
    const PhraseMeaning *meaning = nullptr;
};

struct ActionInput {
    std::span<const PhraseChild> children;
    int value = 0;  // of the rule
    const PhraseBeside *beside = nullptr;

    // The nth part that is of that symbol; null if there is none.
    const PhraseMeaning *part(int symbol, int nth = 0) const;
    // The part that is a length of time; null if there is none.
    const PhraseMeaning *length() const;
    std::vector<Window> windows(const PhraseMeaning &meaning) const
    {
        return meaning.windowsBeside(*beside);
    }
};

// False where the parts make no sense together; out is then of no use.
bool act(PhraseAction action, const ActionInput &in, PhraseMeaning &out);

// What a word of a class means by itself: "may" the month 5, "last" the shift -1.
PhraseMeaning constantMeaning(int symbol, std::string_view symbolName, int value);

// phrase_actions_dates.cpp
bool actUnitShift(const ActionInput &in, PhraseMeaning &out);
bool actUnitRun(const ActionInput &in, PhraseMeaning &out);
bool actAgo(const ActionInput &in, PhraseMeaning &out);
bool actAway(const ActionInput &in, PhraseMeaning &out);
bool actRunFrom(const ActionInput &in, PhraseMeaning &out);
bool actPart(const ActionInput &in, PhraseMeaning &out);
bool actUnitPart(const ActionInput &in, PhraseMeaning &out);
bool actNthOf(const ActionInput &in, PhraseMeaning &out);
bool actWeekdayIn(const ActionInput &in, PhraseMeaning &out);
bool actInYear(const ActionInput &in, PhraseMeaning &out);
bool actWeekOf(const ActionInput &in, PhraseMeaning &out);
bool actWeekendOf(const ActionInput &in, PhraseMeaning &out);
bool actVagueRun(const ActionInput &in, PhraseMeaning &out);
// phrase_actions_spans.cpp
bool actSpan(const ActionInput &in, PhraseMeaning &out);
bool actOpen(const ActionInput &in, PhraseMeaning &out);
bool actWithTime(const ActionInput &in, PhraseMeaning &out);
bool actMark(const ActionInput &in, PhraseMeaning &out);

}  // namespace dateline
