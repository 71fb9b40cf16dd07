// SPDX-License-Identifier: GPL-3.0-or-later
// How many events lie in each column of a strip: for the overview and for crowded lanes. An event
// that is about as short as a column is counted once, in the column of its middle; a longer one
// counts as ongoing in every column that it covers. So counts add up to the number of events, and
// one event with open ends does not look like many. Bins keep their memory. O(1) an event.
#pragma once

#include <vector>

#include "app/model/filter.h"
#include "app/timeline/time_scale.h"

namespace dateline {

class RowMoves;

class Density {
public:
    // Columns of that width from left; the last may reach beyond right.
    void reset(double left, double right, double columnWidth);
    // An event from x0 to x1 that overlaps the strip.
    void add(double x0, double x1);
    // After the last add(): sums up what is ongoing.
    void finish();
    // After finish(): one more such event, or without one that was added; then settle().
    void change(double x0, double x1, bool isAdded);
    void settle();

    std::size_t size() const { return m_counts.size(); }
    std::uint32_t count(std::size_t column) const { return m_counts[column]; }
    std::uint32_t ongoing(std::size_t column) const
    {
        return static_cast<std::uint32_t>(m_ongoing[column]);
    }
    double x(std::size_t column) const { return m_left + static_cast<double>(column) * m_width; }
    double columnWidth() const { return m_width; }
    std::uint32_t highest() const { return m_highest; }  // of count + ongoing, after finish()

private:
    // Where an event counts: in one column, or as ongoing from the first to the last.
    struct Place {
        std::size_t first = 0;
        std::size_t last = 0;
        bool isOngoing = false;
    };
    Place placeOf(double x0, double x1) const;

    double m_left = 0;
    double m_width = 1;
    double m_columnsPerPixel = 1;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::int32_t> m_ongoing;
    std::uint32_t m_highest = 0;
};

// The dated events of the set that overlap the scale's plot, counted into columns. O(events in it).
void countEvents(const EventColumns &events, const RowSet &shown, const TimeScale &scale,
                 double columnWidth, Density &density);
// The same of all events after an edit, from those before it, of which these are the moves.
// O(touched events and columns).
void followEdit(const EventColumns &before, const RowMoves &moves, const EventColumns &after,
                const TimeScale &scale, Density &density);

}  // namespace dateline
