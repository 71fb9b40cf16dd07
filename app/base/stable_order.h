// SPDX-License-Identifier: GPL-3.0-or-later
// Puts rows in the order of a number that each has, equal ones as they stood: by digits of eleven
// bits, the least first (Knuth, The Art of Computer Programming, volume 3, 5.2.5, algorithm R).
// O(rows) for each digit of the greatest number: of a million rows some milliseconds a digit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace dateline {

template <typename NumberOf>
void orderStably(std::span<std::uint32_t> rows, std::uint64_t greatest, const NumberOf &numberOf)
{
    constexpr unsigned kDigitBits = 11;
    constexpr std::size_t kDigitValues = std::size_t{1} << kDigitBits;
    std::vector<std::uint32_t> room(rows.size());
    std::span<std::uint32_t> from = rows;
    std::span<std::uint32_t> to = room;
    for (unsigned shift = 0; shift < 64 && greatest >> shift != 0; shift += kDigitBits) {
        const auto digitOf = [&](std::uint32_t row) {
            return static_cast<std::size_t>(numberOf(row) >> shift & (kDigitValues - 1));
        };
        std::array<std::uint32_t, kDigitValues + 1> begins{};
        for (const std::uint32_t row : from)
            ++begins[digitOf(row) + 1];
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        for (const std::uint32_t row : from)
            to[begins[digitOf(row)]++] = row;
        std::swap(from, to);
    }
    if (from.data() != rows.data())
        std::copy(from.begin(), from.end(), rows.begin());
}

}  // namespace dateline
