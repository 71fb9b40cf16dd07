// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/density.h"

namespace dateline {

void Density::reset(double left, double right, double columnWidth)
{
    m_left = left;
    m_width = std::max(columnWidth, 0.25);
    const auto columns = static_cast<std::size_t>(std::ceil(std::max(right - left, 0.0) / m_width));
    m_counts.assign(columns, 0);
    m_ongoing.assign(columns + 1, 0);
    m_highest = 0;
}

void Density::add(double x0, double x1)
{
    if (m_counts.empty())
        return;
    const double last = static_cast<double>(m_counts.size() - 1);
    // Of what is not below zero, the whole part is the floor.
    const auto columnAt = [&](double x) {
        return static_cast<std::size_t>(std::clamp((x - m_left) / m_width, 0.0, last));
    };
    if (x1 - x0 <= 2 * m_width) {
        ++m_counts[columnAt((x0 + x1) / 2)];
        return;
    }
    ++m_ongoing[columnAt(x0)];
    --m_ongoing[columnAt(x1) + 1];
}

void Density::finish()
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        sum += m_ongoing[i];
        m_ongoing[i] = sum;
        m_highest = std::max(m_highest, m_counts[i] + static_cast<std::uint32_t>(sum));
    }
}

void countEvents(const EventColumns &events, const RowSet &shown, const TimeScale &scale,
                 double columnWidth, Density &density)
{
    density.reset(scale.left(), scale.right(), columnWidth);
    const TimeSpan visible = scale.visible();
    const EventColumns::Range range = events.candidates(visible);
    for (std::uint32_t row = range.first; row < range.last; ++row) {
        if (events.ends()[row] >= visible.begin() && shown.contains({row}))
            density.add(scale.toX(events.begins()[row]), scale.toX(events.ends()[row]));
    }
    density.finish();
}

}  // namespace dateline
