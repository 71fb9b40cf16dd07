// SPDX-License-Identifier: GPL-3.0-or-later
// Some event rows of one snapshot: a bit each.
#pragma once

#include <cstdint>
#include <utility>

#include "app/base/bit_set.h"
#include "app/model/ids.h"

namespace dateline {

class RowSet {
public:
    explicit RowSet(std::uint32_t size = 0, bool isFull = false)
        : m_bits(size, isFull), m_count(isFull ? size : 0)
    {
    }
    explicit RowSet(BitSet bits) : m_bits(std::move(bits)), m_count(m_bits.count()) {}

    bool contains(EventRow row) const { return m_bits.contains(row.value); }
    void insert(EventRow row)
    {
        m_count += contains(row) ? 0u : 1u;
        m_bits.insert(row.value);
    }
    std::uint32_t size() const { return m_bits.size(); }
    std::uint32_t count() const { return m_count; }
    const BitSet &bits() const { return m_bits; }  // to walk through many

private:
    BitSet m_bits;
    std::uint32_t m_count = 0;
};

}  // namespace dateline
