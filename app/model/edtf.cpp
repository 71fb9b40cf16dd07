// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/edtf.h"

#include "app/model/edtf_bounds.h"

namespace dateline {

namespace {

// How many bytes the UTF-8 character at the front has; 0 where there is no whole one.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const bool isOverlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
    const bool isNone = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
    return isOverlong || isNone ? 0 : length;
}

std::string foundIn(std::string_view rest)
{
    if (rest.empty())
        return "the end of the text";
    const auto first = static_cast<unsigned char>(rest.front());
    const std::size_t length = characterLength(rest);
    if (length != 0 && first >= 0x20 && first != 0x7F)
        return std::string(1, '\'').append(rest.substr(0, length)) + '\'';
    constexpr char kHex[] = "0123456789ABCDEF";
    return std::string("byte 0x") + kHex[first >> 4] + kHex[first & 15];
}

// All that is read before a problem is ASCII, so that bytes and characters count the same.
Error describe(std::string_view text, const EdtfProblem &problem)
{
    return {ErrorCode::BadInput, "at character " + std::to_string(problem.position + 1) +
                                     ": found " + foundIn(text.substr(problem.position)) +
                                     ", expected " + problem.expected};
}

}  // namespace

Result<Edtf> Edtf::parse(std::string_view text)
{
    Edtf result;
    if (text.empty())
        return result;
    EdtfReader reader(text);
    EdtfBounds bounds;
    EdtfMember member;
    while (reader.next(member))
        bounds.add(member, reader.shape());
    if (reader.problem())
        return tl::unexpected<Error>(describe(text, *reader.problem()));
    result.m_text = text;
    result.m_when = bounds.when();
    result.m_level = bounds.level();
    return result;
}

}  // namespace dateline
