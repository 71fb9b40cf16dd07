// SPDX-License-Identifier: GPL-3.0-or-later
// Rows put in another order, or taken out, one column at a time. O(n).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace dateline {

// Puts values[order[i]] at i.
template <typename T>
void permute(std::vector<T> &values, const std::vector<std::uint32_t> &order)
{
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (const std::uint32_t from : order)
        sorted.push_back(values[from]);
    values = std::move(sorted);
}

// Takes the values at these positions, which ascend, out.
template <typename T>
void eraseRows(std::vector<T> &values, const std::vector<std::uint32_t> &positions)
{
    if (positions.empty())
        return;
    auto to = values.begin() + positions.front();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto from = values.begin() + positions[i] + 1;
        const auto end =
            i + 1 < positions.size() ? values.begin() + positions[i + 1] : values.end();
        to = std::move(from, end, to);
    }
    values.erase(to, values.end());
}

}  // namespace dateline
