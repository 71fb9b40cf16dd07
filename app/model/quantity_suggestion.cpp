// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/quantity_suggestion.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "app/model/date_suggestion.h"
#include "app/model/word_tokens.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::array kSmallNumbers{"one"sv,  "two"sv, "three"sv,  "four"sv,
                                   "five"sv, "six"sv, "seven"sv,  "eight"sv,
                                   "nine"sv, "ten"sv, "eleven"sv, "twelve"sv};
constexpr std::array kScales{std::pair{"dozen"sv, 12.0},   std::pair{"hundred"sv, 1e2},
                             std::pair{"thousand"sv, 1e3}, std::pair{"million"sv, 1e6},
                             std::pair{"billion"sv, 1e9},  std::pair{"trillion"sv, 1e12}};
// Words in front of a number, longest first: what they make of it.
constexpr std::array kQualifiers{
    std::pair{"as many as"sv, "up to"sv},       std::pair{"at least"sv, "at least"sv},
    std::pair{"no fewer than"sv, "at least"sv}, std::pair{"more than"sv, "more than"sv},
    std::pair{"less than"sv, "up to"sv},        std::pair{"fewer than"sv, "up to"sv},
    std::pair{"at most"sv, "up to"sv},          std::pair{"up to"sv, "up to"sv},
    std::pair{"over"sv, "more than"sv},         std::pair{"about"sv, "about"sv},
    std::pair{"around"sv, "about"sv},           std::pair{"some"sv, "about"sv},
    std::pair{"approximately"sv, "about"sv},    std::pair{"roughly"sv, "about"sv},
    std::pair{"nearly"sv, "about"sv},           std::pair{"almost"sv, "about"sv}};
constexpr std::array kUncountedUnits{"troops"sv, "people"sv,   "personnel"sv, "men"sv,
                                     "women"sv,  "children"sv, "percent"sv,   "km"sv,
                                     "kg"sv,     "tons"sv,     "killed"sv,    "wounded"sv};
constexpr std::array kNoUnits{"was"sv, "has"sv,  "is"sv, "his"sv, "its"sv,
                              "as"sv,  "this"sv, "us"sv, "says"sv};

class NumberWords {
public:
    NumberWords(std::string_view words, const DateSuggestion &date)
        : m_tokens(wordTokens(words)), m_date(date)
    {
    }

    std::optional<Quantity> first() const
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            std::size_t next = i;
            const std::optional<double> number = take(next);
            if (!number)
                continue;
            Quantity quantity = inRange(*number, next);
            quantity.unit = unitAt(next);
            const std::string qualifier = qualifierBefore(i);
            // A small number in words is mostly no count: "the two sat together".
            const bool isWord = !isAsciiDigit(m_tokens[i].text[0]);
            if (isWord && (quantity.unit.empty() || qualifier.empty()) && !isScaled(i))
                continue;
            if (isAsciiDigit(m_tokens[i].text[0]) && quantity.unit.empty() && next == i + 1 &&
                *number < 100)
                continue;
            apply(qualifier, quantity);
            return quantity;
        }
        return std::nullopt;
    }

private:
    std::string lower(std::size_t i) const
    {
        return i < m_tokens.size() ? asciiLower(m_tokens[i].text) : std::string();
    }
    bool isOfDate(std::size_t i) const
    {
        return !m_date.isEmpty() && m_tokens[i].begin >= m_date.begin &&
               m_tokens[i].begin < m_date.end;
    }
    bool isScaled(std::size_t i) const
    {
        const std::string word = lower(i + 1);
        return std::any_of(kScales.begin(), kScales.end(),
                           [&word](const auto &scale) { return word == scale.first; });
    }

    // Takes a number and its scale from the tokens.
    std::optional<double> take(std::size_t &i) const
    {
        if (i >= m_tokens.size() || isOfDate(i))
            return std::nullopt;
        std::optional<double> number = digits(m_tokens[i].text);
        if (!number) {
            const std::string word = lower(i);
            const auto *found = std::find(kSmallNumbers.begin(), kSmallNumbers.end(), word);
            if (found == kSmallNumbers.end())
                return std::nullopt;
            number = static_cast<double>(found - kSmallNumbers.begin() + 1);
        }
        ++i;
        const std::string scale = lower(i);
        for (const auto &[word, factor] : kScales) {
            if (scale == word || (scale.size() == word.size() + 1 && scale.starts_with(word) &&
                                  scale.ends_with('s'))) {
                *number *= factor;
                ++i;
                break;
            }
        }
        return number;
    }

    // "12,000" and "2.5"; none for "2025-03", "3rd" and other words.
    static std::optional<double> digits(std::string_view token)
    {
        if (token.empty() || !isAsciiDigit(token[0]))
            return std::nullopt;
        std::string plain;
        for (std::size_t i = 0; i < token.size(); ++i) {
            if (token[i] == ',') {
                const std::string_view group = token.substr(i + 1, 3);
                if (group.size() < 3 || !std::all_of(group.begin(), group.end(), isAsciiDigit))
                    return std::nullopt;
            } else if (isAsciiDigit(token[i]) || token[i] == '.') {
                plain += token[i];
            } else {
                return std::nullopt;
            }
        }
        double number = 0;
        const auto [end, error] =
            std::from_chars(plain.data(), plain.data() + plain.size(), number);
        return error == std::errc() && end == plain.data() + plain.size() ? std::optional(number)
                                                                          : std::nullopt;
    }

    // A second number after "to", "and" (where "between" stands before) or a dash.
    Quantity inRange(double low, std::size_t &next) const
    {
        Quantity quantity;
        quantity.low = low;
        quantity.high = low;
        const std::string word = lower(next);
        const bool isBetween = next >= 2 && lower(next - 2) == "between";
        if (word != "to" && !isDashToken(word) && !(word == "and" && isBetween))
            return quantity;
        std::size_t after = next + 1;
        const std::optional<double> high = take(after);
        if (!high)
            return quantity;
        // "10 to 12 million": the scale belongs to both.
        if (*high >= 1'000 && low < 1'000 && *high / 1'000 >= low &&
            (lower(after - 1) == "million" || lower(after - 1) == "thousand" ||
             lower(after - 1) == "billion")) {
            for (const auto &[scale, factor] : kScales) {
                if (lower(after - 1) == scale)
                    quantity.low = low * factor;
            }
        }
        if (*high >= *quantity.low) {
            quantity.high = *high;
            next = after;
        } else {
            quantity.low = low;
        }
        return quantity;
    }

    std::string unitAt(std::size_t i) const
    {
        if (i < m_tokens.size() && m_tokens[i].text == "%")
            return "%";
        const std::string word = lower(i);
        if (word.empty() || isAsciiDigit(word[0]))
            return {};
        for (const std::string_view unit : kUncountedUnits) {
            if (word == unit)
                return word;
        }
        if (std::find(kNoUnits.begin(), kNoUnits.end(), word) != kNoUnits.end())
            return {};
        const bool isPlain = std::all_of(
            word.begin(), word.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
        return isPlain && word.size() > 2 && word.ends_with('s') ? word : std::string();
    }

    std::string qualifierBefore(std::size_t i) const
    {
        std::string before;
        for (std::size_t j = i >= 3 ? i - 3 : 0; j < i; ++j)
            before += ' ' + lower(j);
        for (const auto &[words, meaning] : kQualifiers) {
            if (before.ends_with(std::string(" ").append(words)))
                return std::string(meaning);
        }
        for (const std::string_view word : {"further"sv, "additional"sv, "another"sv, "extra"sv}) {
            if (before.ends_with(std::string(" ").append(word)))
                return std::string(word);
        }
        return {};
    }

    static void apply(const std::string &qualifier, Quantity &quantity)
    {
        if (qualifier == "further" || qualifier == "additional" || qualifier == "another" ||
            qualifier == "extra") {
            quantity.mode = QuantityMode::Additional;
            return;
        }
        quantity.qualifier = qualifier;
        if (quantity.low != quantity.high)
            return;
        if (qualifier == "at least" || qualifier == "more than")
            quantity.high.reset();
        else if (qualifier == "up to")
            quantity.low.reset();
    }

    std::vector<WordToken> m_tokens;
    const DateSuggestion &m_date;
};

}  // namespace

std::optional<Quantity> suggestQuantity(std::string_view words)
{
    const DateSuggestion date = suggestDate(words, {});
    return NumberWords(words, date).first();
}

}  // namespace dateline
