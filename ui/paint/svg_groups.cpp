// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/svg_groups.h"

#include <algorithm>
#include <cmath>

namespace dateline::ui {

namespace {

constexpr double kCell = 24;
constexpr int kMostCells = 2'000;  // a piece over more of them parts what is before from behind

}  // namespace

SvgGroups::SvgGroups(const QSizeF &size)
    : m_columns(std::clamp(static_cast<int>(size.width() / kCell) + 1, 1, 2'000)),
      m_lines(std::clamp(static_cast<int>(size.height() / kCell) + 1, 1, 2'000)),
      m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_lines))
{
}

SvgGroups::Cells SvgGroups::cellsOf(const QRectF &bounds) const
{
    const auto cell = [](double value, int most) {
        return static_cast<int>(std::clamp(std::floor(value / kCell), 0.0, double(most - 1)));
    };
    return {cell(bounds.left(), m_columns), cell(bounds.top(), m_lines),
            cell(bounds.right(), m_columns), cell(bounds.bottom(), m_lines)};
}

bool SvgGroups::isFree(const SvgPiece &piece, const Cells &cells, std::uint32_t group) const
{
    for (int line = cells.top; line <= cells.bottom; ++line) {
        for (int column = cells.left; column <= cells.right; ++column) {
            const auto cell = static_cast<std::size_t>(line) * static_cast<std::size_t>(m_columns) +
                              static_cast<std::size_t>(column);
            for (const Placed &other : m_cells[cell]) {
                if (other.group < group || (other.group == group && piece.mayCrossItsOwn))
                    continue;
                if (other.bounds.intersects(piece.bounds))
                    return false;
            }
        }
    }
    return true;
}

std::uint32_t SvgGroups::groupFor(const SvgPiece &piece)
{
    const Cells cells = cellsOf(piece.bounds);
    const bool isWide = cells.count() > kMostCells;
    const auto known = m_newest.find(piece.look);
    std::uint32_t group = m_count;
    if (known != m_newest.end() && known->second >= m_floor && !isWide &&
        isFree(piece, cells, known->second))
        group = known->second;
    else
        ++m_count;
    m_newest[piece.look] = group;
    if (isWide) {
        m_floor = m_count;
        return group;
    }
    for (int line = cells.top; line <= cells.bottom; ++line) {
        for (int column = cells.left; column <= cells.right; ++column) {
            m_cells[static_cast<std::size_t>(line) * static_cast<std::size_t>(m_columns) +
                    static_cast<std::size_t>(column)]
                .push_back({piece.bounds, group});
        }
    }
    return group;
}

}  // namespace dateline::ui
