// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that the parts of EdtfReader share. Nobody else needs them.
#pragma once

#include <algorithm>
#include <cstdint>

#include "app/model/edtf_date.h"

namespace dateline {

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline bool isDigitOrX(char c)
{
    return isDigit(c) || c == 'X';
}

inline void raiseLevel(EdtfDate &date, std::uint8_t level)
{
    date.level = std::max(date.level, level);
}

inline void addFlags(std::uint8_t &part, std::uint8_t flags)
{
    part = static_cast<std::uint8_t>(part | flags);
}

}  // namespace dateline
