// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people write them, read beside a reference day: "last autumn" in a text of 21 March 2025
// is 2024-23. What language leaves open gives several readings, the likeliest first; what says no
// more than "recently" gives no day. Rules and conventions are told in docs/phrases.md.
//
//     PhraseContext context{.reference = {2025, 3, 21}};
//     readDatePhrase("last autumn", context).front().date.text()   // "2024-23"
//
// Any bytes are safe. No state is shared but the word lists, which are made once: any thread.
// Running text costs time in proportion to its length, some 10 MB a second.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"

namespace dateline {

enum class PhraseTense : std::uint8_t {
    News,  // past, unless the sentence says will, is to, next ...
    Past,
    Coming,
};

struct PhraseContext {
    CivilDate reference;                // the day of publication
    std::string language;               // "en", "de", "fr", "ru", "uk", "ko"; empty: guessed
    bool isSouthernHemisphere = false;  // autumn is March to May
    PhraseTense tense = PhraseTense::News;
    std::optional<CivilDate> preceding;  // what "a year earlier", "the following week" count from
};

struct PhraseReading {
    Edtf date;
    std::string rule;                // "season_last"; phraseRuleWords() says it in words
    std::optional<CivilDate> begin;  // none where it is open
    std::optional<CivilDate> end;    // exclusive
};

enum class PhraseKind : std::uint8_t {
    Date,
    Duration,  // "for three days": no date
    Time,      // "3 pm": no date
};

struct DatePhrase {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    PhraseKind kind = PhraseKind::Date;
    std::vector<PhraseReading> readings;  // best first; none of a duration or a time
};

// The phrases of a running text, in order, none inside another.
std::vector<DatePhrase> findDatePhrases(std::string_view text, const PhraseContext &context);

// The whole text is the phrase; "on", "in", "the" before it and signs behind it may be there.
std::vector<PhraseReading> readDatePhrase(std::string_view whole, const PhraseContext &context);
// The same, told apart from durations and times; none if it is no phrase.
std::optional<DatePhrase> readPhrase(std::string_view whole, const PhraseContext &context);

// One sentence for people, without its stop: "the nearest such weekday up to the day of
// publication". Empty for an unknown rule.
std::string_view phraseRuleWords(std::string_view rule);

// The languages that can be read, "en" first.
std::vector<std::string_view> phraseLanguages();

}  // namespace dateline
