// SPDX-License-Identifier: GPL-3.0-or-later
// One text seen by its code points, for annotations on their way in: is a quote at its place, and
// where is it when no place is given. Keeps a position per 256 code points: finding a place is
// O(256), finding a quote O(text). Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct TextPlace {
    std::int64_t begin = 0;  // in code points, half open
    std::int64_t end = 0;
};

class QuotedText {
public:
    explicit QuotedText(std::string text = {});

    std::int64_t length() const { return m_length; }
    // What stands at the place; none where it does not lie inside the text.
    std::optional<std::string_view> at(TextPlace place) const;
    // The places of the quote that the words before and after it fit; at most `limit`.
    std::vector<TextPlace> find(std::string_view exact, std::string_view prefix,
                                std::string_view suffix, std::size_t limit = 2) const;

private:
    std::size_t byteOf(std::int64_t codePoint) const;
    std::int64_t codePointOf(std::size_t byte) const;

    std::string m_text;
    std::vector<std::size_t> m_bytes;  // where code point 256 * i begins
    std::int64_t m_length = 0;
};

}  // namespace dateline
