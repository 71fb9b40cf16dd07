// SPDX-License-Identifier: GPL-3.0-or-later
// Places in UTF-8 texts counted in Unicode code points, which is how annotations name them (not
// bytes, not the UTF-16 units of a text on the screen). All but the first function expect valid
// UTF-8; on other bytes they give wrong numbers, but read nothing outside the text. O(length).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

// Neither overlong forms, nor surrogates, nor anything above U+10FFFF, and no U+0000, which ends a
// text for half of the world's programs.
bool isCleanUtf8(std::string_view text);

std::int64_t codePointCount(std::string_view text);

// The byte at which that code point starts; the end of the text for what lies past it, 0 for what
// is negative.
std::size_t byteOffset(std::string_view text, std::int64_t codePoint);

// Code points [begin, end) of the text, cut to it.
std::string_view codePointSlice(std::string_view text, std::int64_t begin, std::int64_t end);

// The last and the first code points of a text, as many as there are up to the count.
std::string_view lastCodePoints(std::string_view text, std::int64_t count);
std::string_view firstCodePoints(std::string_view text, std::int64_t count);

}  // namespace dateline
