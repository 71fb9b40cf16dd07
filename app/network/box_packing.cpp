// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/box_packing.h"

#include <array>
#include <cstddef>

namespace dateline {

namespace {

constexpr std::size_t kMostFitted = 120;

PlaneBox movedTo(const PlaneBox &box, double left, double top)
{
    return box.movedBy({left - box.left, top - box.top});
}

// The place, corner to corner with one that stands already, which keeps all of them most compact.
PlaneBox bestPlace(const std::vector<PlaneBox> &boxes, std::size_t placed, const PlaneBox &box,
                   double shape, double gap)
{
    PlaneBox all = boxes[0];
    for (std::size_t i = 1; i < placed; ++i)
        all = all.united(boxes[i]);
    PlaneBox best;
    double bestCost = -1;
    for (std::size_t i = 0; i < placed; ++i) {
        const PlaneBox &at = boxes[i];
        const double w = box.width();
        const double h = box.height();
        const std::array<Point, 12> corners{{
            {at.right + gap, at.top},
            {at.right + gap, at.bottom - h},
            {at.right + gap, at.centre().y - h / 2},
            {at.left - gap - w, at.top},
            {at.left - gap - w, at.bottom - h},
            {at.left - gap - w, at.centre().y - h / 2},
            {at.left, at.bottom + gap},
            {at.right - w, at.bottom + gap},
            {at.centre().x - w / 2, at.bottom + gap},
            {at.left, at.top - gap - h},
            {at.right - w, at.top - gap - h},
            {at.centre().x - w / 2, at.top - gap - h},
        }};
        for (const Point corner : corners) {
            const PlaneBox candidate = movedTo(box, corner.x, corner.y);
            bool isFree = true;
            for (std::size_t j = 0; j < placed && isFree; ++j)
                isFree = !candidate.grown(gap * 0.999).meets(boxes[j]);
            if (!isFree)
                continue;
            const PlaneBox together = all.united(candidate);
            const double side = std::max(together.width() / shape, together.height());
            const double cost = side + 1e-3 * distance(candidate.centre(), boxes[0].centre());
            if (bestCost < 0 || cost < bestCost) {
                bestCost = cost;
                best = candidate;
            }
        }
    }
    return best;
}

}  // namespace

void packBoxes(std::vector<PlaneBox> &boxes, double shape, double gap)
{
    if (boxes.size() < 2)
        return;
    if (boxes.size() <= kMostFitted) {
        for (std::size_t i = 1; i < boxes.size(); ++i)
            boxes[i] = bestPlace(boxes, i, boxes[i], shape, gap);
        return;
    }
    double area = 0;
    for (const PlaneBox &box : boxes)
        area += (box.width() + gap) * (box.height() + gap);
    const double width = std::max(boxes[0].width(), std::sqrt(area * shape));
    double x = boxes[0].left;
    double y = boxes[0].top;
    double rowHeight = 0;
    for (PlaneBox &box : boxes) {
        if (x > boxes[0].left && x + box.width() > boxes[0].left + width) {
            x = boxes[0].left;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        box = movedTo(box, x, y);
        x += box.width() + gap;
        rowHeight = std::max(rowHeight, box.height());
    }
}

std::vector<Point> packCells(const std::vector<PlaneBox> &cells, double width, double gap,
                             PlaneBox &bounds)
{
    double cellWidth = 0;
    double above = 0;
    double below = 0;
    double left = 0;
    for (const PlaneBox &cell : cells) {
        cellWidth = std::max(cellWidth, cell.width());
        left = std::max(left, -cell.left);
        above = std::max(above, -cell.top);
        below = std::max(below, cell.bottom);
    }
    const double stepX = cellWidth + gap;
    const double stepY = above + below + gap;
    const auto mostColumns =
        std::max<std::size_t>(1, static_cast<std::size_t>((width + gap) / stepX));
    const std::size_t rows = (cells.size() + mostColumns - 1) / mostColumns;
    const std::size_t columns = rows == 0 ? 0 : (cells.size() + rows - 1) / rows;
    std::vector<Point> points;
    points.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t row = i / columns;
        points.push_back({left + static_cast<double>(i % columns) * stepX,
                          above + static_cast<double>(row) * stepY});
    }
    bounds = {0, 0, cells.empty() ? 0 : static_cast<double>(columns) * stepX - gap,
              cells.empty() ? 0 : static_cast<double>(rows) * stepY - gap};
    return points;
}

}  // namespace dateline
