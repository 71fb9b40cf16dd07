// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one table in the order of their ids, in chunks that copies share: the table after an edit
// costs the chunks that it touched, however long the table is. Never changed once it is made; read
// by any thread.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace dateline {

template <typename T>
class Table {
public:
    using IdType = decltype(T::id);

    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator() = default;
        Iterator(const Table *table, std::size_t row) : m_table(table), m_row(row) {}

        reference operator*() const { return (*m_table)[m_row]; }
        pointer operator->() const { return &(*m_table)[m_row]; }
        reference operator[](difference_type steps) const { return *(*this + steps); }
        Iterator &operator++() { return *this += 1; }
        Iterator &operator--() { return *this -= 1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        Iterator &operator+=(difference_type steps)
        {
            m_row += static_cast<std::size_t>(steps);
            return *this;
        }
        Iterator &operator-=(difference_type steps) { return *this += -steps; }
        friend Iterator operator+(Iterator at, difference_type steps) { return at += steps; }
        friend Iterator operator+(difference_type steps, Iterator at) { return at += steps; }
        friend Iterator operator-(Iterator at, difference_type steps) { return at -= steps; }
        friend difference_type operator-(const Iterator &a, const Iterator &b)
        {
            return static_cast<difference_type>(a.m_row - b.m_row);
        }
        bool operator==(const Iterator &other) const { return m_row == other.m_row; }
        auto operator<=>(const Iterator &other) const { return m_row <=> other.m_row; }

    private:
        const Table *m_table = nullptr;
        std::size_t m_row = 0;
    };

    Table() = default;
    // In any order.
    explicit Table(std::vector<T> rows)
    {
        if (!std::is_sorted(rows.begin(), rows.end(), precedes))
            std::sort(rows.begin(), rows.end(), precedes);
        append(std::move(rows));
    }
    // This table after an edit that touched these ids: rows that are among `now` are as they are
    // there, the others are gone. Both in any order. What has no greater id than the last and was
    // not there, or is gone, moves all behind it: they are copied.
    Table with(std::vector<IdType> touched, std::vector<T> now) const;

    const T *find(IdType id) const
    {
        const std::size_t row = rowOf(id);
        return row < m_size ? &(*this)[row] : nullptr;
    }
    std::size_t rowOf(IdType id) const  // size() where unknown
    {
        const std::size_t row = firstFrom(id);
        return row < m_size && (*this)[row].id == id ? row : m_size;
    }
    std::size_t size() const { return m_size; }
    const T &operator[](std::size_t row) const
    {
        return (*m_chunks[row / kChunkRows])[row % kChunkRows];
    }
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, m_size}; }

private:
    static constexpr std::size_t kChunkRows = 256;
    using Chunk = std::vector<T>;

    static bool precedes(const T &a, const T &b) { return a.id < b.id; }

    std::size_t firstFrom(IdType id) const
    {
        const auto found = std::lower_bound(
            begin(), end(), id, [](const T &row, IdType wanted) { return row.id < wanted; });
        return static_cast<std::size_t>(found - begin());
    }
    // Rows behind the last, ascending; only where all chunks are full.
    void append(std::vector<T> rows)
    {
        for (std::size_t first = 0; first < rows.size(); first += kChunkRows) {
            const auto from = rows.begin() + static_cast<std::ptrdiff_t>(first);
            const std::size_t count = std::min(kChunkRows, rows.size() - first);
            m_chunks.push_back(std::make_shared<const Chunk>(
                std::make_move_iterator(from),
                std::make_move_iterator(from + static_cast<std::ptrdiff_t>(count))));
        }
        m_size += rows.size();
    }

    std::vector<std::shared_ptr<const Chunk>> m_chunks;  // full ones, but for the last
    std::size_t m_size = 0;
};

template <typename T>
Table<T> Table<T>::with(std::vector<IdType> touched, std::vector<T> now) const
{
    std::sort(touched.begin(), touched.end());
    std::sort(now.begin(), now.end(), precedes);
    Table next;
    next.m_chunks = m_chunks;
    next.m_size = m_size;
    // Up to the first row that is not where it was: chunks with touched rows are replaced.
    auto row = now.begin();
    auto id = touched.begin();
    std::shared_ptr<Chunk> chunk;
    std::size_t number = 0;
    for (; id != touched.end() && row != now.end() && row->id == *id; ++id, ++row) {
        const std::size_t place = rowOf(*id);
        if (place == m_size)
            break;
        if (!chunk || number != place / kChunkRows) {
            number = place / kChunkRows;
            chunk = std::make_shared<Chunk>(*m_chunks[number]);
            next.m_chunks[number] = chunk;
        }
        (*chunk)[place % kChunkRows] = std::move(*row);
        while (id + 1 != touched.end() && *(id + 1) == *id)
            ++id;
    }
    if (id == touched.end())
        return next;
    // From there on all are put together anew, from the beginning of a chunk.
    const std::size_t kept = firstFrom(*id) / kChunkRows * kChunkRows;
    std::vector<T> rest;
    for (std::size_t old = kept; old < m_size; ++old) {
        const T &before = next[old];
        if (!std::binary_search(id, touched.end(), before.id))
            rest.push_back(before);
    }
    const auto middle = static_cast<std::ptrdiff_t>(rest.size());
    rest.insert(rest.end(), std::make_move_iterator(row), std::make_move_iterator(now.end()));
    std::inplace_merge(rest.begin(), rest.begin() + middle, rest.end(), precedes);
    next.m_chunks.resize(kept / kChunkRows);
    next.m_size = kept;
    next.append(std::move(rest));
    return next;
}

}  // namespace dateline
