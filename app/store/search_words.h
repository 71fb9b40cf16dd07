// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a search, and where they stand in a text, by the rules of the index: composed
// characters, simple case folding. Pure functions; any bytes are safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// Valid UTF-8 with composed characters (NFC), so that both ways to write a Hangul syllable or an
// accented letter are one.
std::string composed(std::string_view text);

struct SearchWord {
    std::u32string folded;              // for comparing
    std::vector<std::string> variants;  // of a short word: every way to write it in either case
    // What the index is asked for: the word's beginning, composed; empty for a word shorter than a
    // trigram, and behind the first words of a very long search.
    std::string matched;
    bool isMatchedWhole = false;

    bool isShort() const { return folded.size() < 3; }
};

// The word as the index writes its trigrams.
std::string foldedText(const SearchWord &word);

// Each different word once, in their order.
std::vector<SearchWord> searchWords(std::string_view text);

// The MATCH expression for what the index can be asked; empty where all words are short. Its length
// has a limit: each trigram of it costs SQLite a cursor.
std::string matchExpression(const std::vector<SearchWord> &words);

// Whether the word occurs. O(bytes) for a short one, without folding the text.
bool contains(std::string_view text, const SearchWord &word);

// The stretch of the text where the words stand closest to its beginning, the words between U+0001
// and U+0002, white space and control characters as single spaces; empty where none of them occurs.
std::string excerptOf(std::string_view text, const std::vector<SearchWord> &words);

}  // namespace dateline
