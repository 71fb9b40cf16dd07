// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/occupied_room.h"

namespace dateline {

namespace {

constexpr double kCell = 64;

int cellOf(double at, int count)
{
    return static_cast<int>(std::clamp(at / kCell, 0.0, static_cast<double>(count - 1)));
}

}  // namespace

OccupiedRoom::OccupiedRoom(double width, double height)
    : m_columns(static_cast<int>(std::clamp(width / kCell, 1.0, 500.0)) + 1),
      m_rows(static_cast<int>(std::clamp(height / kCell, 1.0, 500.0)) + 1),
      m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows))
{
}

// Calls visit(cell) until it returns false.
template <typename Visit>
void OccupiedRoom::forCells(const PlaneBox &box, Visit visit) const
{
    const int right = cellOf(box.right, m_columns);
    const int bottom = cellOf(box.bottom, m_rows);
    for (int row = cellOf(box.top, m_rows); row <= bottom; ++row)
        for (int column = cellOf(box.left, m_columns); column <= right; ++column)
            if (!visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column)))
                return;
}

void OccupiedRoom::add(const PlaneBox &box, std::uint32_t owner)
{
    const auto number = static_cast<std::uint32_t>(m_entries.size());
    m_entries.push_back({box, owner});
    forCells(box, [this, number](std::size_t cell) {
        m_cells[cell].push_back(number);
        return true;
    });
}

bool OccupiedRoom::isFree(const PlaneBox &box, std::uint32_t asker) const
{
    bool free = true;
    forCells(box, [&](std::size_t cell) {
        for (const std::uint32_t number : m_cells[cell]) {
            const Entry &entry = m_entries[number];
            if ((asker == kNobody || entry.owner != asker) && entry.box.meets(box)) {
                free = false;
                break;
            }
        }
        return free;
    });
    return free;
}

}  // namespace dateline
