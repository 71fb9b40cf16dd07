// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of nodes as two arrays: where the pairs of each first node begin, and their second nodes in
// ascending order. A million pairs cost a few passes over memory and four bytes each, where a hash
// table takes ten times as long and as much. A value; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace dateline {

class PairTable {
public:
    using Pair = std::pair<std::uint32_t, std::uint32_t>;

    PairTable() = default;
    // Pairs as they stand, also such as come several times; O(pairs + nodes), and a sort of each
    // node's own.
    PairTable(std::span<const Pair> pairs, std::uint32_t nodeCount);

    // The second nodes of all pairs of this first one, ascending.
    std::span<const std::uint32_t> of(std::uint32_t first) const
    {
        return std::span(m_seconds).subspan(m_begin[first], m_begin[first + 1] - m_begin[first]);
    }
    bool contains(std::uint32_t first, std::uint32_t second) const;

private:
    std::vector<std::uint32_t> m_begin;  // per node, and one behind
    std::vector<std::uint32_t> m_seconds;
};

}  // namespace dateline
