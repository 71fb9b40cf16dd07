// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of unknown origin become UTF-8. A byte order mark decides; without one, what is valid UTF-8
// is UTF-8; the rest is guessed (uchardet) and converted (ICU), and the answer says so. The text is
// valid UTF-8 in every case. Pure; any thread; memory: about three times the input.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/base/error.h"

namespace dateline {

struct DecodedText {
    std::string text;      // valid UTF-8, without a byte order mark
    std::string encoding;  // as the conversion library calls it: "UTF-8", "windows-949"
    bool isGuessed = false;
    bool hasReplacements = false;  // some bytes fitted no character and became U+FFFD

    // "the encoding was guessed: windows-949", "" where there is nothing to say.
    std::string remark() const;
};

// Never fails: what cannot be told is read as windows-1252, with a remark.
DecodedText decodeText(std::string_view bytes);

// In the encoding named ("utf-8", "windows-1252" ...), any name that the conversion library knows;
// a byte order mark is skipped. Refuses an unknown name, and bytes that the encoding does not have.
Result<DecodedText> decodeTextAs(std::string_view bytes, std::string_view encoding);

// Position of the first byte that is not UTF-8 (RFC 3629: no surrogates, no overlong forms).
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

// U+FFFD for each maximal part that is not UTF-8.
std::string repairedUtf8(std::string_view text);

std::string_view withoutByteOrderMark(std::string_view utf8);

}  // namespace dateline
