// SPDX-License-Identifier: GPL-3.0-or-later
// The stretch of a lane's rows that lie in a range of all event rows. O(log n).
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "app/model/event_columns.h"

namespace dateline {

// `rows` ascending.
inline std::span<const std::uint32_t> rowsWithin(std::span<const std::uint32_t> rows,
                                                 EventColumns::Range range)
{
    const auto first = std::lower_bound(rows.begin(), rows.end(), range.first);
    const auto last = std::lower_bound(first, rows.end(), range.last);
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()),
                        static_cast<std::size_t>(last - first));
}

}  // namespace dateline
