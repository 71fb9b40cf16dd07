// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/pair_table.h"

#include <algorithm>
#include <numeric>

namespace dateline {

PairTable::PairTable(std::span<const Pair> pairs, std::uint32_t nodeCount)
    : m_begin(nodeCount + std::size_t{1}, 0), m_seconds(pairs.size())
{
    for (const Pair &pair : pairs)
        ++m_begin[pair.first];
    // Filled from each end backwards, the ends become the beginnings.
    std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
    for (const Pair &pair : pairs)
        m_seconds[--m_begin[pair.first]] = pair.second;
    const auto at = [this](std::uint32_t place) {
        return m_seconds.begin() + static_cast<std::ptrdiff_t>(place);
    };
    for (std::uint32_t node = 0; node < nodeCount; ++node) {
        if (m_begin[node + 1] - m_begin[node] > 1)
            std::sort(at(m_begin[node]), at(m_begin[node + 1]));
    }
}

bool PairTable::contains(std::uint32_t first, std::uint32_t second) const
{
    const std::span<const std::uint32_t> seconds = of(first);
    return std::binary_search(seconds.begin(), seconds.end(), second);
}

}  // namespace dateline
