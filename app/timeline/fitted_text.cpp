// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/fitted_text.h"

#include <vector>

namespace dateline {

namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool startsCodePoint(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
}

}  // namespace

FittedText fittedText(std::string_view text, double width, LabelFont font,
                      const TextMeasure &measure)
{
    const double whole = measure(text, font);
    if (whole <= width)
        return {std::string(text), whole, false};

    // Where the text may be cut. Bisect for the longest head that fits with the ellipsis.
    std::vector<std::size_t> cuts;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (startsCodePoint(text[i]))
            cuts.push_back(i);
    }
    FittedText best;
    best.isElided = true;
    std::size_t low = 0;
    std::size_t high = cuts.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        std::size_t end = cuts[middle];
        while (end > 0 && text[end - 1] == ' ')
            --end;
        std::string candidate = std::string(text.substr(0, end)).append(kEllipsis);
        const double candidateWidth = measure(candidate, font);
        if (candidateWidth <= width) {
            best.text = std::move(candidate);
            best.width = candidateWidth;
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return best;
}

}  // namespace dateline
