// SPDX-License-Identifier: GPL-3.0-or-later
// One column of many rows: an array of plain values that its copies share until one of them is
// written to. Reads like a const std::vector; a copy costs nothing, so that what an edit does not
// touch is the same memory before and after it. Written by one thread, then read by any.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

#include "app/base/large_block.h"

namespace dateline {

template <typename T>
class Column {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    using value_type = T;

    Column() = default;
    explicit Column(std::span<const T> values) : Column(ofSize(values.size()))
    {
        std::copy(values.begin(), values.end(), m_values);
    }
    // Values that must all be written before they are read.
    static Column ofSize(std::size_t size)
    {
        Column column;
        column.moveTo(size);
        column.m_size = size;
        return column;
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T *data() const { return m_values; }
    const T *begin() const { return m_values; }
    const T *end() const { return m_values + m_size; }
    std::reverse_iterator<const T *> rbegin() const { return std::reverse_iterator(end()); }
    std::reverse_iterator<const T *> rend() const { return std::reverse_iterator(begin()); }
    const T &operator[](std::size_t row) const { return m_values[row]; }
    const T &front() const { return m_values[0]; }
    const T &back() const { return m_values[m_size - 1]; }
    operator std::span<const T>() const { return {m_values, m_size}; }

    // To write to: what was shared is copied first.
    T *writable()
    {
        if (m_block && m_block.use_count() > 1)
            moveTo(m_size);
        return m_values;
    }
    void push_back(const T &value)
    {
        if (m_size == m_capacity || m_block.use_count() > 1) {
            const T kept = value;  // may stand in this column
            moveTo(std::max<std::size_t>(m_size * 2, 16));
            m_values[m_size++] = kept;
            return;
        }
        m_values[m_size++] = value;
    }
    void reserve(std::size_t capacity)
    {
        if (capacity > m_capacity)
            moveTo(capacity);
    }
    // Gives back what was reserved and not needed.
    void trim()
    {
        if (m_capacity > m_size)
            moveTo(m_size);
    }
    void shortenTo(std::size_t size) { m_size = std::min(m_size, size); }
    void clear() { *this = Column(); }

    bool operator==(const Column &other) const
    {
        return m_size == other.m_size &&
               (m_values == other.m_values || std::equal(begin(), end(), other.begin()));
    }

private:
    void moveTo(std::size_t capacity)
    {
        std::shared_ptr<void> block;
        if (capacity > 0) {
            const std::size_t bytes = capacity * sizeof(T);
            block = {allocateBlock(bytes), [bytes](void *freed) { freeBlock(freed, bytes); }};
            if (m_size > 0)
                std::memcpy(block.get(), m_values, m_size * sizeof(T));
        }
        m_block = std::move(block);
        m_values = static_cast<T *>(m_block.get());
        m_capacity = capacity;
    }

    std::shared_ptr<void> m_block;
    T *m_values = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

template <typename T>
bool operator==(const Column<T> &column, const std::vector<T> &values)
{
    return std::equal(column.begin(), column.end(), values.begin(), values.end());
}

}  // namespace dateline
