// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestions/token_words.h"

namespace dateline {

std::size_t endOfWords(const std::vector<WordToken> &tokens, std::size_t first,
                       std::string_view words)
{
    std::size_t at = first;
    for (; !words.empty(); ++at) {
        const std::size_t blank = std::min(words.find(' '), words.size());
        if (at >= tokens.size() || lowerAt(tokens, at) != words.substr(0, blank))
            return 0;
        words.remove_prefix(std::min(blank + 1, words.size()));
    }
    return at;
}

}  // namespace dateline
