// SPDX-License-Identifier: GPL-3.0-or-later
// Text widths for tests without fonts: seven pixels a code point, whatever the font.
#pragma once

#include <string_view>

#include "app/timeline/ticks.h"

namespace dateline::test {

inline double fixedMeasure(std::string_view text, LabelFont)
{
    double width = 0;
    for (const char c : text)
        width += (static_cast<unsigned char>(c) & 0xC0u) == 0x80u ? 0 : 7;
    return width;
}

}  // namespace dateline::test
