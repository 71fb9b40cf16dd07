// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/mapping_words.h"

#include <algorithm>

namespace dateline {

// Each '*' first takes nothing; where the rest then fails, the last one takes one character more.
bool matchesPattern(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t afterStar = std::string_view::npos;
    std::size_t starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            afterStar = ++p;
            starText = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (afterStar != std::string_view::npos) {
            p = afterStar;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::string WordMap::of(const std::string &value) const
{
    if (const auto found = values.find(value); found != values.end())
        return found->second;
    for (const Rule &rule : rules) {
        if (std::any_of(rule.like.begin(), rule.like.end(),
                        [&](const std::string &like) { return matchesPattern(like, value); }))
            return rule.gives;
    }
    if (const auto found = fileValues.find(value); found != fileValues.end())
        return found->second;
    return otherwise ? *otherwise : value;
}

}  // namespace dateline
