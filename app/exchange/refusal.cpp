// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/refusal.h"

namespace dateline {

std::string sentenceOf(const Refusal &refusal)
{
    std::string text = cutForDisplay(refusal.file, 200);
    if (refusal.line > 0)
        text.append(":").append(std::to_string(refusal.line));
    if (refusal.column > 0)
        text.append(":").append(std::to_string(refusal.column));
    text += ": ";
    if (!refusal.field.empty())
        text += cutForDisplay(refusal.field) + ": ";
    if (!refusal.found.empty())
        text += "found '" + cutForDisplay(refusal.found) + "', ";
    return text + "expected " + cutForDisplay(refusal.expected, 300);
}

std::int64_t ImportReport::Counts::total() const
{
    return events + actors + participations + quantities + roles + relations + reliabilities +
           sources + annotations + claims + decisions + judgements;
}

std::string cutForDisplay(std::string_view text, std::size_t maxCharacters)
{
    std::string cut;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t next = i + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80)
            ++next;
        if (++characters > maxCharacters)
            return cut + "…";
        const auto first = static_cast<unsigned char>(text[i]);
        if (first < 0x20 || first == 0x7F)
            cut += ' ';
        else
            cut.append(text.substr(i, next - i));
        i = next;
    }
    return cut;
}

}  // namespace dateline
