// SPDX-License-Identifier: GPL-3.0-or-later
// A text cut to a width, with an ellipsis where something was cut. Cuts between code points. Pure;
// a few measurements where the text is too long.
#pragma once

#include <string>
#include <string_view>

#include "app/timeline/ticks.h"

namespace dateline {

struct FittedText {
    std::string text;  // empty where not even one letter fits
    double width = 0;
    bool isElided = false;
};

FittedText fittedText(std::string_view text, double width, LabelFont font,
                      const TextMeasure &measure);

}  // namespace dateline
