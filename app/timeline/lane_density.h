// SPDX-License-Identifier: GPL-3.0-or-later
// How many events of a crowded lane begin in each column of the view and how many go on through it.
// The columns stand on the time line, not on the plot: while the view moves along it, the same
// columns are shown in other places, and nothing is counted again until the view leaves what was
// counted. Counting: O(events of the lane in view). Not for several threads at once.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "app/timeline/density.h"

namespace dateline {

class LaneDensity {
public:
    // Columns by their numbers; column 0 begins where the earliest event does.
    struct View {
        const Density *density = nullptr;
        std::int64_t densityFirst = 0;  // the column that the density begins with
        std::int64_t first = 0;         // of those in view
        std::int64_t last = 0;          // behind them

        std::uint32_t count(std::int64_t column) const
        {
            return density->count(static_cast<std::size_t>(column - densityFirst));
        }
        std::uint32_t ongoing(std::int64_t column) const
        {
            return density->ongoing(static_cast<std::size_t>(column - densityFirst));
        }
        std::uint32_t highest() const;  // of count + ongoing, in view
    };

    // Other events or other lanes.
    void forget() { m_lanes.clear(); }
    // The columns that the scale's plot shows. `rows` are all of the lane, ascending. Valid until
    // the next call.
    View of(std::uint32_t lane, std::span<const std::uint32_t> rows, const EventColumns &events,
            const TimeScale &scale, double columnWidth);

private:
    struct Counted {
        double secondsPerPixel = 0;
        std::int64_t first = 0;
        Density density;
    };

    static void count(std::span<const std::uint32_t> rows, const EventColumns &events,
                      std::int64_t columns, double columnWidth, Counted &counted);

    std::unordered_map<std::uint32_t, Counted> m_lanes;
};

}  // namespace dateline
