// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/date_suggestion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/model/civil_date.h"
#include "app/model/word_tokens.h"

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::array kMonths{"january"sv,   "february"sv, "march"sv,    "april"sv,
                             "may"sv,       "june"sv,     "july"sv,     "august"sv,
                             "september"sv, "october"sv,  "november"sv, "december"sv};

struct Found {
    std::string text;  // EDTF
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next = 0;  // the token after it
};

// 1-12; 0 for another word. "Sept." and "Mar" are months, "may" in small letters is a verb.
int monthOf(std::string_view token)
{
    if (token.size() < 3 || token == "may")
        return 0;
    const std::string word = asciiLower(token);
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        const bool isShort = word.size() == 3 || (word == "sept" && i == 8);
        if (word == kMonths[i] || (isShort && kMonths[i].starts_with(word)))
            return token[0] >= 'a' ? 0 : static_cast<int>(i) + 1;
    }
    return 0;
}

// A year as a number of four digits; a count ("1000 to 3000 troops") is told by its reach.
std::optional<int> yearOf(std::string_view token)
{
    if (token.size() != 4 || !std::all_of(token.begin(), token.end(), isAsciiDigit))
        return std::nullopt;
    const int year = std::stoi(std::string(token));
    return year >= 1500 && year <= 2199 ? std::optional(year) : std::nullopt;
}

// "21", "21st", "1st" ...
std::optional<int> dayOf(std::string_view token)
{
    std::size_t digits = 0;
    while (digits < token.size() && isAsciiDigit(token[digits]))
        ++digits;
    const std::string_view rest = token.substr(digits);
    if (digits == 0 || digits > 2 ||
        !(rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th"))
        return std::nullopt;
    const int day = std::stoi(std::string(token.substr(0, digits)));
    return day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
}

std::string padded(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string written(int year, int month, std::optional<int> day)
{
    std::string text = std::to_string(year) + '-' + padded(month);
    if (day && *day <= daysInMonth(year, month))
        text += '-' + padded(*day);
    return text;
}

bool isEdtfToken(std::string_view token)
{
    // Four digits and a dash at least: "10-12" is no date, and a bare year is yearOf's.
    if (token.size() < 5 || !std::all_of(token.begin(), token.begin() + 4, isAsciiDigit))
        return false;
    const char fifth = token[4];
    if (fifth != '-' && fifth != '~' && fifth != '?' && fifth != '/' && fifth != '%')
        return false;
    const Result<Edtf> date = Edtf::parse(token);
    return date && date->isDated();
}

class DateWords {
public:
    explicit DateWords(std::string_view words) : m_tokens(wordTokens(words)) {}

    std::optional<Found> first() const
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (std::optional<Found> found = at(i))
                return withEnd(std::move(*found));
        }
        return std::nullopt;
    }

private:
    std::string_view token(std::size_t i) const
    {
        return i < m_tokens.size() ? m_tokens[i].text : std::string_view();
    }
    Found found(std::string text, std::size_t from, std::size_t next) const
    {
        return {std::move(text), m_tokens[from].begin, m_tokens[next - 1].end(), next};
    }
    std::size_t skip(std::size_t i, std::string_view mark) const
    {
        return token(i) == mark ? i + 1 : i;
    }

    std::optional<Found> at(std::size_t i) const
    {
        if (isEdtfToken(token(i)))
            return found(std::string(token(i)), i, i + 1);
        if (const std::optional<int> day = dayOf(token(i))) {
            const std::size_t monthAt = skip(i + 1, "of");
            const std::size_t yearAt = skip(skip(monthAt + 1, "."), ",");
            const std::optional<int> year = yearOf(token(yearAt));
            if (const int month = monthOf(token(monthAt)); month != 0 && year)
                return found(written(*year, month, day), i, yearAt + 1);
        }
        if (const int month = monthOf(token(i))) {
            const std::size_t afterMonth = skip(i + 1, ".");
            if (const std::optional<int> day = dayOf(token(afterMonth))) {
                const std::size_t yearAt = skip(afterMonth + 1, ",");
                if (const std::optional<int> year = yearOf(token(yearAt)))
                    return found(written(*year, month, day), i, yearAt + 1);
            }
            const std::size_t yearAt = skip(skip(afterMonth, ","), "of");
            if (const std::optional<int> year = yearOf(token(yearAt)))
                return found(written(*year, month, std::nullopt), i, yearAt + 1);
        }
        if (yearOf(token(i)) && !isCounted(i))
            return found(std::string(token(i)), i, i + 1);
        return std::nullopt;
    }

    // "2000 troops": a number that something in the plural follows is no year, unless a
    // preposition of time stands before it.
    bool isCounted(std::size_t i) const
    {
        if (i > 0) {
            const std::string before = asciiLower(token(i - 1));
            for (const std::string_view word :
                 {"in"sv, "since"sv, "during"sv, "until"sv, "from"sv, "by"sv, "year"sv}) {
                if (before == word)
                    return false;
            }
        }
        const std::string_view after = token(i + 1);
        return after.size() > 3 && after[0] >= 'a' && after[0] <= 'z' &&
               (after.ends_with('s') || after == "people" || after == "personnel");
    }

    // The date that the first one runs to: "2018 to 2019".
    Found withEnd(Found begin) const
    {
        const std::string_view word = token(begin.next);
        if (word != "to" && word != "until" && word != "till" && !isDashToken(word))
            return begin;
        if (begin.text.find('/') != std::string::npos)
            return begin;
        const std::optional<Found> end = at(begin.next + 1);
        if (!end || end->text.find('/') != std::string::npos)
            return begin;
        const std::string interval = begin.text + '/' + end->text;
        const Result<Edtf> date = Edtf::parse(interval);
        if (!date)
            return begin;
        return {interval, begin.begin, end->end, end->next};
    }

    std::vector<WordToken> m_tokens;
};

}  // namespace

DateSuggestion suggestDate(std::string_view words, const Edtf &)
{
    const std::optional<Found> found = DateWords(words).first();
    if (!found)
        return {};
    Result<Edtf> date = Edtf::parse(found->text);
    if (!date)
        return {};
    return {std::move(*date), found->begin, found->end};
}

}  // namespace dateline
