// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/code_points.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr bool startsCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
}

// Bytes of the well-formed sequence that the text starts with; 0 where it does not.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return lead == 0 ? 0 : 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return text.size() > 1 && continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (text.size() < 3 || !continues(1) || !continues(2))
            return 0;
        const bool isOverlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool isSurrogate = lead == 0xED && byte(1) > 0x9F;
        return isOverlong || isSurrogate ? 0 : 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (text.size() < 4 || !continues(1) || !continues(2) || !continues(3))
            return 0;
        const bool isOverlong = lead == 0xF0 && byte(1) < 0x90;
        const bool isTooHigh = lead == 0xF4 && byte(1) > 0x8F;
        return isOverlong || isTooHigh ? 0 : 4;
    }
    return 0;
}

}  // namespace

bool isCleanUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::int64_t codePointCount(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), startsCodePoint);
}

std::size_t byteOffset(std::string_view text, std::int64_t codePoint)
{
    if (codePoint <= 0)
        return 0;
    std::int64_t seen = -1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (startsCodePoint(text[i]) && ++seen == codePoint)
            return i;
    }
    return text.size();
}

std::string_view codePointSlice(std::string_view text, std::int64_t begin, std::int64_t end)
{
    if (end <= begin)
        return {};
    text.remove_prefix(byteOffset(text, begin));
    return firstCodePoints(text, end - std::max<std::int64_t>(begin, 0));
}

std::string_view lastCodePoints(std::string_view text, std::int64_t count)
{
    std::size_t start = text.size();
    while (start > 0 && count > 0) {
        --start;
        if (startsCodePoint(text[start]))
            --count;
    }
    return text.substr(start);
}

std::string_view firstCodePoints(std::string_view text, std::int64_t count)
{
    return text.substr(0, byteOffset(text, count));
}

}  // namespace dateline
