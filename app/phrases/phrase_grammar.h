// SPDX-License-Identifier: GPL-3.0-or-later
// The words and the rules of one language, read from resources/phrases/*.txt, which are compiled
// into the program; the syntax of those lists is told at the head of en.txt. Made once a language,
// then immutable; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/phrases/phrase_meaning.h"

namespace dateline {

// What a rule does with its parts; phrase_actions.h has a function for each.
enum class PhraseAction : std::uint8_t;

// A part of a rule: a word of the language, or a symbol (a class of words, or what rules make).
struct PhrasePart {
    bool isWord = false;
    int id = 0;

    bool operator==(const PhrasePart &) const = default;
};

struct Production {
    int symbol = 0;
    PhraseAction action{};
    bool isConstant = false;  // a line of words: the value is given
    bool isWeak = false;      // counts only where the whole text is the phrase
    bool isStrong = false;    // ... and this rule counts although a part of it is weak
    int value = 0;
    PhraseMeaning constant;
    std::vector<PhrasePart> parts;
};

// Symbols that the program itself knows; others have the numbers after them.
enum KnownSymbol : int {
    kNumberDigits,  // {digits}: any run of digits
    kDayDigits,     // {day2}: 1-31 in one or two digits
    kYearDigits,    // {year4}: 1000-2999 in four digits
    kTwoDigits,     // {two}: two digits
    kNumericDate,   // {numeric}: 3/4/2024, 2024-06-01, 19.06.
    kClock,         // {clock}: 10:30, 10:30:15
    kDotClock,      // {dotclock}: 10.30
    kSlash,
    kDash,
    kComma,
    kDot,
    kApostrophe,
    kOpenBracket,
    kCloseBracket,
    kTilde,
    kPhrase,
    kDate,
    kNumber,
    kOrdinal,
    kMonth,
    kWeekday,
    kSeason,
    kUnit,
    kShift,
    kYear,
    kDuration,
    kTime,
    kZone,
    kPart,
    kNth,
    kAway,
    kSide,
    kDayWord,
    kFollow,    // of what was named before: the following, the same
    kUnitPart,  // a unit and its part in one word: Jahresende
    kFields,
    kDayPart,  // {mday}: a day of a month yet to be named
    kKnownSymbols
};

class PhraseGrammar {
public:
    // "en", "de", "fr", "ru", "uk", "ko"; any other code is null.
    static const PhraseGrammar *forLanguage(std::string_view code);

    std::string_view language() const { return m_language; }
    bool isMonthFirst() const { return m_isMonthFirst; }  // 3/4 is 4 March

    // The number of a word in small letters, or of the stem that it begins with; -1 if unknown.
    int word(std::string_view lowered) const;
    // The number of a class of words, or -1.
    int symbol(std::string_view name) const;

    const std::vector<Production> &productions() const { return m_productions; }
    // Rules by what they begin with.
    const std::vector<int> &startingWithWord(int word) const
    {
        return m_byWord[static_cast<std::size_t>(word)];
    }
    const std::vector<int> &startingWithSymbol(int symbol) const
    {
        return m_bySymbol[static_cast<std::size_t>(symbol)];
    }
    // Words that stand in lists as a mere mark: articles, "will", "said".
    enum Mark : std::uint8_t {
        kArticle = 1,
        kLead = 2,       // a preposition before a phrase
        kComing = 4,     // the sentence speaks of what is to come
        kGone = 8,       // ... of what has been
        kDoubtful = 16,  // "may", "sat": a date in running text only if written large, after "in"
        kAnchor = 32,    // a phrase of running text needs one of these, or a number
    };
    bool has(int word, Mark mark) const
    {
        return word >= 0 && (m_marks[static_cast<std::size_t>(word)] & mark) != 0;
    }

private:
    PhraseGrammar(std::string_view language, std::string_view list);

    void addLine(std::string_view line);
    void addWords(std::string_view head, std::string_view words);
    void addRule(std::string_view head, std::string_view patterns);
    void addMarks(Mark mark, std::string_view words);
    int addWord(std::string_view text);
    int addSymbol(std::string_view name);
    void spreadStems();
    void index();

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Numbers = std::unordered_map<std::string, int, Hash, std::equal_to<>>;

    std::string m_language;
    bool m_isMonthFirst = false;
    Numbers m_words;
    Numbers m_stems;  // "letzt*"
    std::size_t m_shortestStem = 1000;
    Numbers m_symbols;
    std::vector<Production> m_productions;
    std::vector<std::vector<int>> m_byWord;
    std::vector<std::vector<int>> m_bySymbol;
    std::vector<std::uint8_t> m_marks;
};

}  // namespace dateline
