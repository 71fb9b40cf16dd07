// SPDX-License-Identifier: GPL-3.0-or-later
// Words and numbers of a text with their places in bytes, for what looks for dates and numbers in a
// few words. A token is a run of letters, digits and what stands inside them ("10,000", "2025-03",
// "Tass's"); bytes above ASCII count as letters, but dashes and quotation marks are tokens alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct WordToken {
    std::string_view text;
    std::size_t begin = 0;
    std::size_t end() const { return begin + text.size(); }
};

std::vector<WordToken> wordTokens(std::string_view text);

bool isAsciiDigit(char letter);
std::string asciiLower(std::string_view text);
bool isDashToken(std::string_view token);  // "-", an en dash or an em dash

}  // namespace dateline
