// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of time [begin, end). Never inverted; a moment is the empty span at that instant.
#pragma once

#include <algorithm>

#include "app/model/instant.h"

namespace dateline {

class TimeSpan {
public:
    constexpr TimeSpan() = default;
    static constexpr TimeSpan between(Instant a, Instant b)
    {
        return {std::min(a, b), std::max(a, b)};
    }
    static constexpr TimeSpan everything()
    {
        return {Instant::distantPast(), Instant::distantFuture()};
    }

    constexpr Instant begin() const { return m_begin; }
    constexpr Instant end() const { return m_end; }
    constexpr bool isEmpty() const { return m_begin == m_end; }
    constexpr bool contains(Instant t) const { return m_begin <= t && t < m_end; }
    // A moment overlaps the span that contains it.
    constexpr bool overlaps(TimeSpan other) const
    {
        return m_begin < other.m_end && other.m_begin < m_end
                   ? true
                   : contains(other.m_begin) || other.contains(m_begin);
    }
    constexpr bool operator==(const TimeSpan &) const = default;

private:
    constexpr TimeSpan(Instant begin, Instant end) : m_begin(begin), m_end(end) {}
    Instant m_begin;
    Instant m_end;
};

}  // namespace dateline
