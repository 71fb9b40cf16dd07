// SPDX-License-Identifier: GPL-3.0-or-later
// What a text and the name of its file tell about it where nothing says so outright. Guesses, to be
// confirmed by a person; empty where nothing tells. Pure; they look at the beginning of the text.
#pragma once

#include <string>
#include <string_view>

#include "app/model/edtf.h"

namespace dateline {

// "2024-10-30-statement.txt" and "20241030 x.txt"; else the first day that stands in the first
// lines, such as a dateline's. Only days that are written out: "on Friday" says nothing here.
Edtf guessPublished(std::string_view fileName, std::string_view text);

// "ko", "ru", "uk", "ja", "zh" by their letters; "en", "de", "fr", "es" by their commonest words.
std::string guessLanguage(std::string_view text);

}  // namespace dateline
