// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/quantity_notation.h"

#include <array>
#include <charconv>
#include <cmath>

namespace dateline {

namespace {

// Takes a number from the front. Not what std::from_chars would take beyond digits and a point:
// "1..2" must leave the dots alone.
std::optional<double> takeNumber(std::string_view &text)
{
    std::size_t length = text.starts_with('-') ? 1 : 0;
    const auto skipDigits = [&] {
        const std::size_t start = length;
        while (length < text.size() && text[length] >= '0' && text[length] <= '9')
            ++length;
        return length > start;
    };
    if (!skipDigits())
        return std::nullopt;
    if (length + 1 < text.size() && text[length] == '.' && text[length + 1] != '.') {
        ++length;
        if (!skipDigits())
            return std::nullopt;
    }
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + length, number, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + length || !std::isfinite(number))
        return std::nullopt;
    text.remove_prefix(length);
    return number;
}

std::string digitsOf(double number)
{
    std::array<char, 400> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                            std::chars_format::fixed);
    return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

}  // namespace

std::optional<CountedRange> parseCountedRange(std::string_view text)
{
    CountedRange range;
    range.low = takeNumber(text);
    if (text.starts_with("..")) {
        text.remove_prefix(2);
        range.high = takeNumber(text);
    } else {
        range.high = range.low;
    }
    if (!range.low && !range.high)
        return std::nullopt;
    if (range.low && range.high && *range.low > *range.high)
        return std::nullopt;
    if (!text.empty() && !text.starts_with(' '))
        return std::nullopt;
    const std::size_t first = text.find_first_not_of(' ');
    if (first != std::string_view::npos)
        range.unit = text.substr(first, text.find_last_not_of(' ') - first + 1);
    return range;
}

std::string toNotation(const CountedRange &range)
{
    std::string text;
    if (range.low)
        text += digitsOf(*range.low);
    if (range.low != range.high) {
        text += "..";
        if (range.high)
            text += digitsOf(*range.high);
    }
    if (!range.unit.empty())
        text += ' ' + range.unit;
    return text;
}

}  // namespace dateline
