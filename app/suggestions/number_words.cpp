// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/number_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "app/model/word_tokens.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::array kNumbers{
    std::pair{"one"sv, 1.0},       std::pair{"two"sv, 2.0},        std::pair{"three"sv, 3.0},
    std::pair{"four"sv, 4.0},      std::pair{"five"sv, 5.0},       std::pair{"six"sv, 6.0},
    std::pair{"seven"sv, 7.0},     std::pair{"eight"sv, 8.0},      std::pair{"nine"sv, 9.0},
    std::pair{"ten"sv, 10.0},      std::pair{"eleven"sv, 11.0},    std::pair{"twelve"sv, 12.0},
    std::pair{"thirteen"sv, 13.0}, std::pair{"fourteen"sv, 14.0},  std::pair{"fifteen"sv, 15.0},
    std::pair{"sixteen"sv, 16.0},  std::pair{"seventeen"sv, 17.0}, std::pair{"eighteen"sv, 18.0},
    std::pair{"nineteen"sv, 19.0}, std::pair{"twenty"sv, 20.0},    std::pair{"thirty"sv, 30.0},
    std::pair{"forty"sv, 40.0},    std::pair{"fifty"sv, 50.0},     std::pair{"sixty"sv, 60.0},
    std::pair{"seventy"sv, 70.0},  std::pair{"eighty"sv, 80.0},    std::pair{"ninety"sv, 90.0}};
constexpr std::array kScales{std::pair{"dozen"sv, 12.0},   std::pair{"hundred"sv, 1e2},
                             std::pair{"thousand"sv, 1e3}, std::pair{"million"sv, 1e6},
                             std::pair{"billion"sv, 1e9},  std::pair{"trillion"sv, 1e12}};
constexpr std::array kShortScales{std::pair{"k"sv, 1e3}, std::pair{"m"sv, 1e6},
                                  std::pair{"mn"sv, 1e6}, std::pair{"bn"sv, 1e9},
                                  std::pair{"tn"sv, 1e12}};
constexpr std::array kUnitsOfTime{"hour"sv,      "minute"sv, "day"sv,   "week"sv,  "month"sv,
                                  "year"sv,      "mile"sv,   "metre"sv, "meter"sv, "kilometre"sv,
                                  "kilometer"sv, "ton"sv,    "tonne"sv};

std::optional<double> wordNumber(std::string_view word)
{
    const auto *found = std::find_if(kNumbers.begin(), kNumbers.end(),
                                     [word](const auto &entry) { return entry.first == word; });
    return found == kNumbers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> digitsNumber(std::string_view token)
{
    std::string plain;
    std::size_t at = 0;
    for (; at < token.size(); ++at) {
        const char letter = token[at];
        if (letter == ',') {
            const std::string_view group = token.substr(at + 1, 3);
            if (group.size() < 3 || !std::all_of(group.begin(), group.end(), isAsciiDigit))
                return std::nullopt;
        } else if (isAsciiDigit(letter) || letter == '.') {
            plain += letter;
        } else {
            break;
        }
    }
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc() || end != plain.data() + plain.size())
        return std::nullopt;
    if (at == token.size())
        return number;
    const std::string rest = asciiLower(token.substr(at));
    for (const auto &[scale, factor] : kShortScales) {
        if (rest == scale)
            return number * factor;
    }
    return std::nullopt;
}

std::string plural(std::string_view word)
{
    return std::string(word).append(word.ends_with('s') ? "" : "s");
}

}  // namespace

bool canBeNumber(std::string_view token)
{
    if (token.empty())
        return false;
    if (isAsciiDigit(token[0]))
        return true;
    constexpr std::string_view kFirstLetters = "oOtTfFsSeEnNaAhH";
    return kFirstLetters.find(token[0]) != std::string_view::npos;
}

std::optional<double> numberOfWord(std::string_view token)
{
    if (token.empty())
        return std::nullopt;
    if (isAsciiDigit(token[0]))
        return digitsNumber(token);
    const std::string word = asciiLower(token);
    if (const std::optional<double> number = wordNumber(word))
        return number;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string::npos)
        return std::nullopt;
    const std::optional<double> tens = wordNumber(std::string_view(word).substr(0, hyphen));
    const std::optional<double> ones = wordNumber(std::string_view(word).substr(hyphen + 1));
    return tens && ones && *tens >= 20 && *ones < 10 ? std::optional(*tens + *ones) : std::nullopt;
}

double scaleOf(std::string_view word)
{
    for (const auto &[scale, factor] : kScales) {
        if (word == scale ||
            (word.size() == scale.size() + 1 && word.starts_with(scale) && word.back() == 's'))
            return factor;
    }
    return word == "bn" ? 1e9 : 0;
}

std::optional<HyphenatedCount> hyphenatedCount(std::string_view token)
{
    const std::size_t hyphen = token.find('-');
    if (hyphen == std::string_view::npos || numberOfWord(token))
        return std::nullopt;
    const std::optional<double> low = numberOfWord(token.substr(0, hyphen));
    if (!low)
        return std::nullopt;
    std::string rest = asciiLower(token.substr(hyphen + 1));
    HyphenatedCount count{*low, *low, {}, false};
    // Two numbers; "2025-03" and "2018-2019" have no grouping and are dates more often than not.
    if (const std::optional<double> high = numberOfWord(rest)) {
        const bool isYear = token.find(',') == std::string_view::npos && *low >= 1000;
        if (isYear || *high < *low)
            return std::nullopt;
        count.high = *high;
        return count;
    }
    if (const std::size_t plus = rest.rfind("-plus"); plus != std::string::npos) {
        count.isAtLeast = true;
        rest.resize(plus);
    } else if (rest == "plus") {
        count.isAtLeast = true;
        return count;
    }
    const bool isUnit =
        std::any_of(kUnitsOfTime.begin(), kUnitsOfTime.end(),
                    [&rest](std::string_view unit) { return plural(rest) == plural(unit); });
    if (!isUnit && !count.isAtLeast)
        return std::nullopt;
    count.unit = plural(rest);
    return count;
}

bool isCurrency(std::string_view token)
{
    return token == "$" || token == "€" || token == "£" || token == "¥" || token == "₩" ||
           token == "₽";
}

}  // namespace dateline
