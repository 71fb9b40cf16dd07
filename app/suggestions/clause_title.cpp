// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/clause_title.h"

#include <algorithm>
#include <vector>

namespace dateline {

namespace {

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kFewestLetters = 26;
constexpr std::size_t kMostBefore = 72;   // of what leads to the date
constexpr std::size_t kLeadingBytes = 8;  // "the", "vom", "после": a word that only joins

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool isBreak(char letter)
{
    return letter == ',' || letter == ';' || letter == ':' || letter == '(' || letter == ')';
}

// One blank between words, and none at the ends.
std::string simplified(std::string_view text)
{
    std::string out;
    for (const char letter : trimmed(text)) {
        const bool isBlank = kBlanks.find(letter) != std::string_view::npos;
        if (!isBlank)
            out += letter;
        else if (out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::size_t letterCount(std::string_view word)
{
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
    }));
}

std::size_t wordCount(std::string_view text)
{
    const std::string plain = simplified(text);
    return plain.empty()
               ? 0
               : static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' ')) + 1;
}

// "tests on" before a date: the "on" belongs to the date.
std::string_view withoutLeadingWord(std::string_view before)
{
    constexpr std::size_t kLongest = 4;
    before = trimmed(before);
    const std::size_t blank = before.find_last_of(kBlanks);
    const std::string_view word =
        blank == std::string_view::npos ? before : before.substr(blank + 1);
    if (word.size() > kLeadingBytes || letterCount(word) > kLongest ||
        (!word.empty() && isBreak(word.back())))
        return before;
    return blank == std::string_view::npos ? std::string_view() : trimmed(before.substr(0, blank));
}

// The last words of a long way to the date: what the date is of stands next to it.
std::string_view lastPart(std::string_view before)
{
    if (before.size() <= kMostBefore)
        return before;
    const std::size_t blank = before.find_first_of(kBlanks, before.size() - kMostBefore);
    return blank == std::string_view::npos ? before : trimmed(before.substr(blank));
}

bool isEnough(std::string_view text)
{
    return letterCount(text) >= kFewestLetters && wordCount(text) >= kFewestWords;
}

}  // namespace

std::string clauseTitle(std::string_view sentence, ByteRange date)
{
    const std::string_view before = withoutLeadingWord(sentence.substr(0, date.begin));
    std::string_view after = trimmed(sentence.substr(date.end));
    // A comma may be the date's own ("March 7, 2016, launch"); what ends a part does.
    if (!after.empty() && (after.front() == ';' || after.front() == '.') && !before.empty())
        after = {};
    while (!after.empty() && (isBreak(after.front()) || after.front() == '.'))
        after = trimmed(after.substr(1));

    // Both sides are taken up to a break, and then up to the next one while that is too little.
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (isBreak(before[i]))
            starts.push_back(i + 1);
    }
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const bool parts =
            isBreak(after[i]) &&
            (i + 1 == after.size() || kBlanks.find(after[i + 1]) != std::string_view::npos);
        if (parts || after[i] == '(')
            ends.push_back(i);
    }
    ends.push_back(after.size());

    std::size_t start = starts.size() - 1;
    std::size_t end = 0;
    const auto taken = [&] {
        const std::string_view left = lastPart(trimmed(before.substr(starts[start])));
        const std::string right = simplified(after.substr(0, ends[end]));
        return simplified(std::string(left) + (left.empty() || right.empty() ? "" : " ") + right);
    };
    std::string title = taken();
    while (!isEnough(title) && end + 1 < ends.size()) {
        ++end;
        title = taken();
    }
    while (!isEnough(title) && start > 0) {
        --start;
        title = taken();
    }
    return title;
}

}  // namespace dateline
