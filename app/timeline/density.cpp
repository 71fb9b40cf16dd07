// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/density.h"

#include <algorithm>

#include "app/model/row_moves.h"

namespace dateline {

void Density::reset(double left, double right, double columnWidth)
{
    m_left = left;
    m_width = std::max(columnWidth, 0.25);
    m_columnsPerPixel = 1 / m_width;
    const auto columns = static_cast<std::size_t>(std::ceil(std::max(right - left, 0.0) / m_width));
    m_counts.assign(columns, 0);
    m_ongoing.assign(columns + 1, 0);
    m_highest = 0;
}

Density::Place Density::placeOf(double x0, double x1) const
{
    const double last = static_cast<double>(m_counts.size() - 1);
    // Of what is not below zero, the whole part is the floor. Signed, which is one instruction.
    const auto columnAt = [&](double x) {
        const double column = std::clamp((x - m_left) * m_columnsPerPixel, 0.0, last);
        return static_cast<std::size_t>(static_cast<std::int64_t>(column));
    };
    if (x1 - x0 > 2 * m_width)
        return {columnAt(x0), columnAt(x1), true};
    const std::size_t middle = columnAt((x0 + x1) / 2);
    return {middle, middle, false};
}

void Density::add(double x0, double x1)
{
    if (m_counts.empty())
        return;
    const Place place = placeOf(x0, x1);
    if (!place.isOngoing) {
        ++m_counts[place.first];
        return;
    }
    ++m_ongoing[place.first];
    --m_ongoing[place.last + 1];
}

void Density::finish()
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        sum += m_ongoing[i];
        m_ongoing[i] = sum;
    }
    settle();
}

void Density::change(double x0, double x1, bool isAdded)
{
    if (m_counts.empty())
        return;
    const Place place = placeOf(x0, x1);
    for (std::size_t i = place.first; place.isOngoing && i <= place.last; ++i)
        m_ongoing[i] += isAdded ? 1 : -1;
    if (!place.isOngoing)
        m_counts[place.first] += isAdded ? 1u : ~0u;
}

void Density::settle()
{
    m_highest = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_highest = std::max(m_highest, m_counts[i] + ongoing(i));
}

void countEvents(const EventColumns &events, const RowSet &shown, const TimeScale &scale,
                 double columnWidth, Density &density)
{
    density.reset(scale.left(), scale.right(), columnWidth);
    const TimeSpan visible = scale.visible();
    const EventColumns::Range range = events.candidates(visible);
    const Instant *const begins = events.begins().data();
    const Instant *const ends = events.ends().data();
    shown.bits().forEachIn(range.first, range.last, [&](std::uint32_t row) {
        if (ends[row] >= visible.begin())
            density.add(scale.toX(begins[row]), scale.toX(ends[row]));
    });
    density.finish();
}

void followEdit(const EventColumns &before, const RowMoves &moves, const EventColumns &after,
                const TimeScale &scale, Density &density)
{
    const TimeSpan visible = scale.visible();
    const auto change = [&](const EventColumns &events, EventRow row, bool isAdded) {
        const EventColumns::Range range = events.candidates(visible);
        if (!row || row.value < range.first || row.value >= range.last ||
            events.ends()[row.value] < visible.begin())
            return;
        density.change(scale.toX(events.begins()[row.value]), scale.toX(events.ends()[row.value]),
                       isAdded);
    };
    for (const RowMoves::Touched &event : moves.touched()) {
        change(before, event.before, false);
        change(after, event.after, true);
    }
    density.settle();
}

}  // namespace dateline
