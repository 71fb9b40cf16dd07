// SPDX-License-Identifier: GPL-3.0-or-later
// How many events of a crowded lane begin in each column of the view, and how many that began
// before go on in it: together all that overlap the column, each once.
//
// Columns stand on the time line, not on the plot, and are a power of two of seconds wide. So they
// keep their places while the view moves, only grow while it zooms in, and two of them together
// are one of the next level: what begins in it is the sum, what goes on in it goes on in its first
// half. Lanes of many events are counted once, in about as many fine columns over the whole file as
// they have events; wider columns are made of those. Others, and views closer than the fine
// columns, are counted for the view and some time beside it. Counting: O(events of the lane), once,
// or in view. Memory: 16 bytes an event. Not for several threads at once.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/model/event_columns.h"
#include "app/timeline/time_scale.h"

namespace dateline {

class LaneDensity {
    struct Counts;

public:
    static constexpr double kNarrowest = 4;  // pixels; columns are up to twice as wide

    // Columns by their numbers; column 0 begins where the earliest event does.
    class View {
    public:
        std::int64_t first = 0;  // of those in view
        std::int64_t last = 0;   // behind them

        std::uint32_t count(std::int64_t column) const;
        std::uint32_t ongoing(std::int64_t column) const;
        std::uint32_t highest() const;  // of count + ongoing, in view
        Instant begin(std::int64_t column) const;
        TimeSpan span(std::int64_t column) const
        {
            return TimeSpan::between(begin(column), begin(column + 1));
        }

    private:
        friend class LaneDensity;
        const Counts *m_counts = nullptr;
        Instant m_origin;
    };

    // Other events or other lanes.
    void forget() { m_lanes.clear(); }
    // The columns that the scale's plot shows. `rows` are all of the lane, ascending. Valid until
    // the next call.
    View of(std::uint32_t lane, std::span<const std::uint32_t> rows, const EventColumns &events,
            const TimeScale &scale);

private:
    // A stretch of columns. What goes on before and behind them is open at that end.
    struct Counts {
        int level = -1;  // a column is 2^level seconds wide
        std::int64_t first = 0;
        std::vector<std::uint32_t> counts;
        std::vector<std::int32_t> ongoing;
        std::uint32_t before = 0;
        std::uint32_t behind = 0;

        std::int64_t last() const { return first + static_cast<std::int64_t>(counts.size()); }
    };
    struct Lane {
        Counts near;                // the view, and some time beside it
        std::vector<Counts> whole;  // the whole file, from fine to wide
    };

    static void count(std::span<const std::uint32_t> rows, const EventColumns &events,
                      Counts &counts);
    static Counts halved(const Counts &fine);
    static const Counts &wholeAt(int level, int finest, std::span<const std::uint32_t> rows,
                                 const EventColumns &events, Lane &lane);

    std::unordered_map<std::uint32_t, Lane> m_lanes;
};

}  // namespace dateline
