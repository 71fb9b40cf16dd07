// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/word_tokens.h"

#include <array>

namespace dateline {

namespace {

using namespace std::string_view_literals;

// Marks above ASCII that are no part of a word: dashes, quotation marks, the ellipsis, spaces.
constexpr std::array kMarks{"€"sv, "£"sv, "¥"sv,      "₩"sv,      "₽"sv,    "–"sv,
                            "—"sv, "“"sv, "”"sv,      "„"sv,      "«"sv,      "»"sv,
                            "…"sv, "‘"sv, "\u00a0"sv, "\u202f"sv, "\u2009"sv, "\u3000"sv};

// The length of the mark that the text begins with, 0 where it begins with none.
std::size_t markLength(std::string_view text)
{
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80)
        return 0;  // by far the most
    for (const std::string_view mark : kMarks) {
        if (text.starts_with(mark))
            return mark.size();
    }
    return 0;
}

bool isLetter(char letter)
{
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
           static_cast<unsigned char>(letter) >= 0x80;
}

// What may stand between two letters or digits of one token; dates keep their ~ and ? at the end.
bool joins(char letter)
{
    return letter == ',' || letter == '.' || letter == '-' || letter == '\'' || letter == '/' ||
           letter == ':';
}

}  // namespace

bool isAsciiDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    for (char &letter : lower) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

bool isDashToken(std::string_view token)
{
    return token == "-" || token == "–" || token == "—";
}

std::vector<WordToken> wordTokens(std::string_view text)
{
    const auto isInner = [&text](std::size_t at) {
        return at < text.size() && (isAsciiDigit(text[at]) || isLetter(text[at])) &&
               markLength(text.substr(at)) == 0;
    };
    std::vector<WordToken> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        if (const std::size_t mark = markLength(text.substr(at))) {
            tokens.push_back({text.substr(at, mark), at});
            at += mark;
        } else if (isInner(at)) {
            const std::size_t begin = at;
            while (isInner(at) || (joins(text[at]) && isInner(at + 1))) {
                if (++at == text.size())
                    break;
            }
            // "2024~", but not "35%".
            while (at < text.size() && at - begin >= 4 && isAsciiDigit(text[at - 1]) &&
                   (text[at] == '~' || text[at] == '?' || text[at] == '%'))
                ++at;
            tokens.push_back({text.substr(begin, at - begin), begin});
        } else {
            if (text[at] != ' ' && text[at] != '\n' && text[at] != '\t' && text[at] != '\r')
                tokens.push_back({text.substr(at, 1), at});
            ++at;
        }
    }
    return tokens;
}

}  // namespace dateline
