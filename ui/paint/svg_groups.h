// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the shapes and words of a drawing together by how they look, so that a look is told once.
// A shape joins an earlier group of its look only where nothing painted since lies on its place:
// the picture stays what it was, dot by dot. Linear in the shapes and the room that they take.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <QRectF>

namespace dateline::ui {

struct SvgPiece {
    std::uint32_t look = 0;
    QRectF bounds;               // of all that it may colour
    bool mayCrossItsOwn = true;  // painting two of them over each other once or twice is the same
};

class SvgGroups {
public:
    explicit SvgGroups(const QSizeF &size);

    // The number of the group that the next piece goes to. Groups are painted in their order.
    std::uint32_t groupFor(const SvgPiece &piece);
    std::uint32_t count() const { return m_count; }

private:
    struct Placed {
        QRectF bounds;
        std::uint32_t group;
    };
    struct Cells {
        int left;
        int top;
        int right;
        int bottom;
        int count() const { return (right - left + 1) * (bottom - top + 1); }
    };

    Cells cellsOf(const QRectF &bounds) const;
    bool isFree(const SvgPiece &piece, const Cells &cells, std::uint32_t group) const;

    int m_columns;
    int m_lines;
    std::vector<std::vector<Placed>> m_cells;
    std::unordered_map<std::uint32_t, std::uint32_t> m_newest;  // group of a look
    std::uint32_t m_floor = 0;  // no piece goes to a group before it
    std::uint32_t m_count = 0;
};

}  // namespace dateline::ui
