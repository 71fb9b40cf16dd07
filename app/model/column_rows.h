// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in another order, and columns after an edit, made of the columns before it: some rows out, a
// few rows in, the rest copied in long runs, or shared where nothing in a column has changed. O(n)
// at the speed of memory.
#pragma once

#include <cstdint>
#include <vector>

#include "app/base/column.h"

namespace dateline {

// values[order[i]] at i.
template <typename T>
Column<T> permuted(const Column<T> &values, const std::vector<std::uint32_t> &order)
{
    Column<T> sorted = Column<T>::ofSize(order.size());
    std::transform(order.begin(), order.end(), sorted.writable(),
                   [&values](std::uint32_t from) { return values[from]; });
    return sorted;
}

class RowRuns {
public:
    struct Run {
        std::uint32_t from = 0;  // first row, before or among the added
        std::uint32_t count = 0;
        bool isAdded = false;
    };

    // gone: rows before that fall away, ascending, distinct. places[i]: the row before which added
    // row i comes to stand, ascending; size where behind all.
    RowRuns(std::uint32_t size, const std::vector<std::uint32_t> &gone,
            const std::vector<std::uint32_t> &places)
    {
        std::size_t nextGone = 0;
        std::size_t nextAdded = 0;
        std::uint32_t row = 0;
        while (row < size || nextAdded < places.size()) {
            const std::uint32_t goneAt = nextGone < gone.size() ? gone[nextGone] : size;
            const std::uint32_t addedAt = nextAdded < places.size() ? places[nextAdded] : size;
            if (const std::uint32_t until = std::min(goneAt, addedAt); until > row) {
                keep(row, until - row);
                row = until;
            } else if (nextAdded < places.size() && addedAt <= row) {
                add(static_cast<std::uint32_t>(nextAdded++));
            } else {
                ++nextGone;
                ++row;
            }
        }
        m_keepsPlaces &= m_size == size;
    }

    std::uint32_t size() const { return m_size; }
    const std::vector<Run> &runs() const { return m_runs; }

    template <typename T>
    Column<T> applied(const Column<T> &before, const Column<T> &added) const
    {
        if (m_keepsPlaces && isSame(before, added))
            return before;
        Column<T> after = Column<T>::ofSize(m_size);
        T *to = after.writable();
        for (const Run &run : m_runs)
            to = std::copy_n((run.isAdded ? added : before).begin() + run.from, run.count, to);
        return after;
    }

private:
    void keep(std::uint32_t row, std::uint32_t count)
    {
        m_keepsPlaces &= m_size == row;
        m_runs.push_back({row, count, false});
        m_size += count;
    }
    void add(std::uint32_t row)
    {
        if (!m_runs.empty() && m_runs.back().isAdded)
            ++m_runs.back().count;
        else
            m_runs.push_back({row, 1, true});
        ++m_size;
    }
    template <typename T>
    bool isSame(const Column<T> &before, const Column<T> &added) const
    {
        std::uint32_t at = 0;
        for (const Run &run : m_runs) {
            if (run.isAdded &&
                !std::equal(added.begin() + run.from, added.begin() + run.from + run.count,
                            before.begin() + at))
                return false;
            at += run.count;
        }
        return true;
    }

    std::vector<Run> m_runs;
    std::uint32_t m_size = 0;
    bool m_keepsPlaces = true;  // every row that stays has the number it had
};

}  // namespace dateline
