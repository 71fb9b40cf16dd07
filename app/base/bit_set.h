// SPDX-License-Identifier: GPL-3.0-or-later
// A set of numbers below a size, one bit each: a million take 125 KB, which stays in a core's cache
// where a byte each would not. Written by one thread, then read by any.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

class BitSet {
public:
    explicit BitSet(std::uint32_t size = 0, bool isFull = false)
        : m_words((size + std::size_t{kWordBits} - 1) / kWordBits, isFull ? ~std::uint64_t{0} : 0),
          m_size(size)
    {
        clearBehind();
    }

    std::uint32_t size() const { return m_size; }
    bool contains(std::uint32_t number) const
    {
        return number < m_size && (m_words[number / kWordBits] >> number % kWordBits & 1) != 0;
    }
    // Below the size.
    void insert(std::uint32_t number)
    {
        m_words[number / kWordBits] |= std::uint64_t{1} << number % kWordBits;
    }
    // O(size / 64), as the next three.
    std::uint32_t count() const
    {
        std::uint32_t count = 0;
        for (const std::uint64_t word : m_words)
            count += static_cast<std::uint32_t>(std::popcount(word));
        return count;
    }
    // Those of both; of sets of the same size.
    BitSet &operator&=(const BitSet &other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    bool operator==(const BitSet &) const = default;

    // Those for which keeps(number) holds; it is asked for some that are not in the set, too.
    template <typename Keeps>
    void keepIf(const Keeps &keeps)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (m_words[i] == 0)
                continue;
            const auto first = static_cast<std::uint32_t>(i * kWordBits);
            const std::uint32_t bits = std::min(kWordBits, m_size - first);
            std::uint64_t kept = 0;
            for (std::uint32_t bit = 0; bit < bits; ++bit)
                kept |= std::uint64_t{keeps(first + bit)} << bit;
            m_words[i] &= kept;
        }
    }

    // visit(number), ascending, for those of first to last; what is not in the set costs a 64th.
    template <typename Visit>
    void forEachIn(std::uint32_t first, std::uint32_t last, const Visit &visit) const
    {
        last = std::min(last, m_size);
        if (first >= last)
            return;
        const std::size_t end = (last - 1) / kWordBits;
        for (std::size_t i = first / kWordBits; i <= end; ++i) {
            std::uint64_t word = m_words[i];
            if (i == first / kWordBits)
                word &= ~std::uint64_t{0} << first % kWordBits;
            if (i == end)
                word &= ~std::uint64_t{0} >> (kWordBits - 1 - (last - 1) % kWordBits);
            for (; word != 0; word &= word - 1)
                visit(static_cast<std::uint32_t>(i * kWordBits) +
                      static_cast<std::uint32_t>(std::countr_zero(word)));
        }
    }
    template <typename Visit>
    void forEach(const Visit &visit) const
    {
        forEachIn(0, m_size, visit);
    }

private:
    friend class CountedBitSet;
    static constexpr std::uint32_t kWordBits = 64;

    void clearBehind()
    {
        if (m_size % kWordBits != 0)
            m_words.back() &= (std::uint64_t{1} << m_size % kWordBits) - 1;
    }

    std::vector<std::uint64_t> m_words;  // no bit at the size or behind it
    std::uint32_t m_size = 0;
};

// A set that knows how many of it lie before any number, in O(1): half as much again as the set.
class CountedBitSet {
public:
    CountedBitSet() = default;
    explicit CountedBitSet(BitSet set) : m_set(std::move(set)), m_before(m_set.m_words.size() + 1)
    {
        for (std::size_t i = 0; i < m_set.m_words.size(); ++i)
            m_before[i + 1] =
                m_before[i] + static_cast<std::uint32_t>(std::popcount(m_set.m_words[i]));
    }

    std::uint32_t size() const { return m_set.size(); }
    bool contains(std::uint32_t number) const { return m_set.contains(number); }
    // How many are less than the number, which is at most the size.
    std::uint32_t before(std::uint32_t number) const
    {
        const std::uint32_t word = number / BitSet::kWordBits;
        const std::uint32_t bit = number % BitSet::kWordBits;
        if (bit == 0)
            return m_before.empty() ? 0 : m_before[word];
        const std::uint64_t lower = m_set.m_words[word] & ((std::uint64_t{1} << bit) - 1);
        return m_before[word] + static_cast<std::uint32_t>(std::popcount(lower));
    }
    std::uint32_t count() const { return m_before.empty() ? 0 : m_before.back(); }

private:
    BitSet m_set;
    std::vector<std::uint32_t> m_before;  // by word, and of all
};

}  // namespace dateline
