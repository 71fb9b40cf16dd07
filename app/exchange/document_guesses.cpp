// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/document_guesses.h"

#include <algorithm>
#include <array>

#include "app/model/word_tokens.h"
#include "app/suggestions/date_readings.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 700;      // bytes in which a text may say when it was published
constexpr std::size_t kSample = 6'000;  // bytes that tell a language

Edtf dayIn(std::string_view name)
{
    for (std::size_t at = 0; at + 8 <= name.size(); ++at) {
        if (at > 0 && isAsciiDigit(name[at - 1]))
            continue;
        std::string text(name.substr(at, 10));
        if (text.size() < 10 || text[4] != '-' || text[7] != '-') {
            const std::string_view digits = name.substr(at, 8);
            const bool isPlain = std::all_of(digits.begin(), digits.end(), isAsciiDigit) &&
                                 (at + 8 == name.size() || !isAsciiDigit(name[at + 8]));
            if (!isPlain)
                continue;
            text = std::string(digits.substr(0, 4))
                       .append("-")
                       .append(digits.substr(4, 2))
                       .append("-")
                       .append(digits.substr(6, 2));
        }
        if (Result<Edtf> date = Edtf::parse(text);
            date && date->when().form == DateForm::Moment && text[0] >= '1')
            return *std::move(date);
    }
    return {};
}

struct Letters {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t ukrainian = 0;  // і ї є ґ
    std::size_t russian = 0;    // ы э ъ ё
    std::size_t hangul = 0;
    std::size_t kana = 0;
    std::size_t han = 0;
};

Letters countLetters(std::string_view text)
{
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t point = length == 1   ? lead
                         : length == 2 ? lead & 0x1fu
                         : length == 3 ? lead & 0x0fu
                                       : lead & 0x07u;
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
            point = (point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
        at += length;
        letters.latin += (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ||
                                 (point >= 0xc0 && point < 0x250)
                             ? 1u
                             : 0u;
        letters.cyrillic += point >= 0x400 && point < 0x530 ? 1u : 0u;
        letters.ukrainian += point == U'і' || point == U'ї' || point == U'є' || point == U'ґ';
        letters.russian += point == U'ы' || point == U'э' || point == U'ъ' || point == U'ё';
        letters.hangul += point >= 0xac00 && point < 0xd7b0 ? 1u : 0u;
        letters.kana += point >= 0x3040 && point < 0x3100 ? 1u : 0u;
        letters.han += point >= 0x4e00 && point < 0xa000 ? 1u : 0u;
    }
    return letters;
}

struct CommonWords {
    std::string_view language;
    std::array<std::string_view, 10> words;
};
constexpr std::array kCommonWords{
    CommonWords{"en", {"the", "of", "and", "to", "in", "that", "is", "was", "for", "with"}},
    CommonWords{"de", {"der", "die", "und", "das", "nicht", "mit", "von", "ist", "den", "ein"}},
    CommonWords{"fr", {"le", "la", "les", "des", "et", "une", "est", "dans", "que", "pour"}},
    CommonWords{"es", {"el", "los", "las", "una", "del", "por", "con", "que", "para", "es"}}};

std::string languageOfWords(std::string_view text)
{
    std::array<std::size_t, kCommonWords.size()> counts{};
    std::size_t total = 0;
    for (const WordToken &token : wordTokens(text)) {
        const std::string word = asciiLower(token.text);
        ++total;
        for (std::size_t i = 0; i < kCommonWords.size(); ++i) {
            const auto &words = kCommonWords[i].words;
            counts[i] += std::find(words.begin(), words.end(), word) != words.end() ? 1u : 0u;
        }
    }
    const auto best = std::max_element(counts.begin(), counts.end());
    // A few words in common prove nothing.
    if (*best < 3 || *best * 14 < total)
        return {};
    return std::string(kCommonWords[static_cast<std::size_t>(best - counts.begin())].language);
}

}  // namespace

Edtf guessPublished(std::string_view fileName, std::string_view text)
{
    if (Edtf day = dayIn(fileName); day.isDated())
        return day;
    for (const FoundDate &found : findDates(text.substr(0, kHead), {})) {
        const Edtf &date = found.readings.front().date;
        if (date.when().form == DateForm::Moment)
            return date;
    }
    return {};
}

std::string guessLanguage(std::string_view text)
{
    const std::string_view sample = text.substr(0, kSample);
    const Letters letters = countLetters(sample);
    const std::size_t all =
        letters.latin + letters.cyrillic + letters.hangul + letters.kana + letters.han;
    if (all < 20)
        return {};
    if (letters.hangul * 3 > all)
        return "ko";
    if (letters.kana * 8 > all)
        return "ja";
    if (letters.han * 2 > all)
        return "zh";
    if (letters.cyrillic * 2 > all) {
        if (letters.ukrainian == letters.russian)
            return {};
        return letters.ukrainian > letters.russian ? "uk" : "ru";
    }
    return letters.latin * 2 > all ? languageOfWords(sample) : std::string();
}

}  // namespace dateline
