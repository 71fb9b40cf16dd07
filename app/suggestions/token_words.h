// SPDX-License-Identifier: GPL-3.0-or-later
// What all who look for phrases in running text ask of its tokens (app/model/word_tokens.h). ASCII
// letters lose their case, others stay. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/word_tokens.h"

namespace dateline {

template <std::size_t count>
bool isOneOf(std::string_view word, const std::array<std::string_view, count> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

inline bool isCapital(std::string_view word)
{
    return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

// In small letters; "" behind the last token.
inline std::string lowerAt(const std::vector<WordToken> &tokens, std::size_t at)
{
    return at < tokens.size() ? asciiLower(tokens[at].text) : std::string();
}

// The token behind these words, one blank between two, where they stand from `first` on; 0 where
// others do.
std::size_t endOfWords(const std::vector<WordToken> &tokens, std::size_t first,
                       std::string_view words);

}  // namespace dateline
