// SPDX-License-Identifier: GPL-3.0-or-later
// A text cut into words, runs of digits and signs, each word looked up in the words of a language's
// dates. Hangul, which writes words and endings together, is cut where the known words end.
// One pass, O(length); any bytes; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class PhraseGrammar;

enum class TokenKind : std::uint8_t { Word, Number, Sign };

struct PhraseToken {
    std::uint32_t begin = 0;  // bytes
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Word;
    bool isCapital = false;
    bool isAfterBreak = false;  // an empty line lies before it
    bool isAfterSpace = false;
    char sign = 0;  // one of , . - / : ~ ( and so on; every dash is '-'
    int digits = 0;
    int value = -1;  // of up to eight digits
    int word = -1;   // of the grammar; -1 says nothing about dates
};

// Clears and fills tokens.
void cutIntoTokens(std::string_view text, const PhraseGrammar &grammar,
                   std::vector<PhraseToken> &tokens);

// In small letters: Latin, with its accents, and Cyrillic.
void appendLowered(std::string &out, std::string_view text);

}  // namespace dateline
