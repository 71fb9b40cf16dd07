// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of resources/phrases, as the build compiled them in.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

struct WordList {
    std::string_view language;
    std::string_view text;
};

std::span<const WordList> wordLists();

}  // namespace dateline
