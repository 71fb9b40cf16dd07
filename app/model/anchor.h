// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a text an annotation stands: by its quote with the words before and after it, as the
// selectors of the W3C Web Annotation model have it. Texts are valid UTF-8, places are code points.
// Pure; O(length of the text).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dateline {

inline constexpr std::int64_t kAnchorContext = 32;  // code points of prefix and suffix

// The place [first, second) of the quote. Where the quote stands more than once, the place whose
// surroundings agree best with prefix and suffix; none where the quote is empty or absent, or where
// two places agree equally well.
std::optional<std::pair<std::int64_t, std::int64_t>> anchor(std::string_view text,
                                                            std::string_view exact,
                                                            std::string_view prefix,
                                                            std::string_view suffix);

// The quote at a place and its context.
struct Quote {
    std::string exact;
    std::string prefix;
    std::string suffix;
};
Quote quoteAt(std::string_view text, std::int64_t begin, std::int64_t end);

}  // namespace dateline
