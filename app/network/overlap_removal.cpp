// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/overlap_removal.h"

#include <algorithm>
#include <numeric>

namespace dateline {

namespace {

constexpr int kRoundsBeforeStretch = 60;
constexpr int kMaxRounds = 1'500;
constexpr double kStretch = 1.06;

// Finds the boxes that meet: in rows as high as the highest box, in each row from left to right.
class MeetingBoxes {
public:
    explicit MeetingBoxes(std::size_t count) : m_order(count), m_row(count)
    {
        std::iota(m_order.begin(), m_order.end(), 0u);
    }

    // Calls visit(a, b) once for every two.
    template <typename Visit>
    void forEach(const std::vector<PlaneBox> &boxes, Visit visit)
    {
        sortIntoRows(boxes);
        for (std::size_t row = 0; row + 1 < m_begin.size(); ++row) {
            for (std::size_t i = m_begin[row]; i < m_begin[row + 1]; ++i) {
                const PlaneBox &box = boxes[m_order[i]];
                visitFrom(boxes, m_order[i], i + 1, m_begin[row + 1], visit);
                if (row + 2 >= m_begin.size())
                    continue;
                const auto below = m_order.begin();
                const auto first = std::partition_point(
                    below + static_cast<std::ptrdiff_t>(m_begin[row + 1]),
                    below + static_cast<std::ptrdiff_t>(m_begin[row + 2]),
                    [&](std::uint32_t at) { return boxes[at].left <= box.left - m_widest; });
                visitFrom(boxes, m_order[i], static_cast<std::size_t>(first - below),
                          m_begin[row + 2], visit);
            }
        }
    }

private:
    void sortIntoRows(const std::vector<PlaneBox> &boxes)
    {
        m_begin.assign(1, 0);
        if (boxes.empty())
            return;
        double top = boxes[0].top;
        double bottom = boxes[0].bottom;
        double highest = 0;
        m_widest = 0;
        for (const PlaneBox &box : boxes) {
            top = std::min(top, box.top);
            bottom = std::max(bottom, box.bottom);
            highest = std::max(highest, box.height());
            m_widest = std::max(m_widest, box.width());
        }
        // More rows than boxes only cost.
        highest = std::max({highest, (bottom - top) / static_cast<double>(boxes.size()), 1e-12});
        for (std::size_t i = 0; i < boxes.size(); ++i)
            m_row[i] = static_cast<std::uint32_t>((boxes[i].top - top) / highest);
        std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (m_row[a] != m_row[b])
                return m_row[a] < m_row[b];
            return boxes[a].left != boxes[b].left ? boxes[a].left < boxes[b].left : a < b;
        });
        m_begin.resize(m_row[m_order.back()] + 2u, 0);
        for (const std::uint32_t box : m_order)
            ++m_begin[m_row[box] + 1u];
        for (std::size_t row = 0; row + 1 < m_begin.size(); ++row)
            m_begin[row + 1] += m_begin[row];
    }

    template <typename Visit>
    void visitFrom(const std::vector<PlaneBox> &boxes, std::uint32_t node, std::size_t first,
                   std::size_t last, Visit visit) const
    {
        const PlaneBox &box = boxes[node];
        for (std::size_t i = first; i < last && boxes[m_order[i]].left < box.right; ++i)
            if (box.meets(boxes[m_order[i]]))
                visit(node, m_order[i]);
    }

    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_row;
    std::vector<std::size_t> m_begin;  // of each row in the order
    double m_widest = 0;
};

}  // namespace

void removeOverlaps(std::vector<Point> &positions, const std::vector<NodeExtent> &extents,
                    const std::vector<std::uint8_t> &isHeld, double margin, std::stop_token stop)
{
    const std::size_t count = positions.size();
    const auto held = [&isHeld](std::uint32_t node) { return !isHeld.empty() && isHeld[node]; };
    std::vector<PlaneBox> boxes(count);
    MeetingBoxes meeting(count);
    for (int round = 1; round <= kMaxRounds && !stop.stop_requested(); ++round) {
        for (std::size_t i = 0; i < count; ++i)
            boxes[i] = extents[i].whole(positions[i]).grown(margin / 2);
        bool isClear = true;
        std::vector<Point> push(count);
        std::vector<int> pushes(count, 0);
        meeting.forEach(boxes, [&](std::uint32_t a, std::uint32_t b) {
            if (held(a) && held(b))
                return;
            isClear = false;
            const PlaneBox &first = boxes[a];
            const PlaneBox &second = boxes[b];
            const Point apart = second.centre() - first.centre();
            const double overX =
                std::min(first.right, second.right) - std::max(first.left, second.left);
            const double overY =
                std::min(first.bottom, second.bottom) - std::max(first.top, second.top);
            // Along the axis that costs less; a grain more than needed, so that rounding ends.
            Point by;
            if (overX < overY)
                by.x = (apart.x > 0 || (apart.x == 0 && a < b) ? 1 : -1) * (overX + 1e-4);
            else
                by.y = (apart.y > 0 || (apart.y == 0 && a < b) ? 1 : -1) * (overY + 1e-4);
            const double shareB = held(a) ? 1.0 : held(b) ? 0.0 : 0.5;
            push[a] = push[a] - by * (1 - shareB);
            push[b] = push[b] + by * shareB;
            ++pushes[a];
            ++pushes[b];
        });
        if (isClear)
            return;
        for (std::uint32_t i = 0; i < count; ++i)
            if (pushes[i] > 0 && !held(i))
                positions[i] = positions[i] + push[i] * (pushes[i] > 2 ? 0.7 : 1.0);
        if (round % kRoundsBeforeStretch != 0)
            continue;
        // Jammed: give all of it more room.
        Point centre;
        for (const Point position : positions)
            centre = centre + position * (1.0 / static_cast<double>(count));
        for (std::uint32_t i = 0; i < count; ++i)
            if (!held(i))
                positions[i] = centre + (positions[i] - centre) * kStretch;
    }
}

int countOverlaps(const std::vector<Point> &positions, const std::vector<NodeExtent> &extents)
{
    std::vector<PlaneBox> boxes;
    boxes.reserve(positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i)
        boxes.push_back(extents[i].whole(positions[i]));
    int count = 0;
    MeetingBoxes(boxes.size()).forEach(boxes, [&count](std::uint32_t, std::uint32_t) { ++count; });
    return count;
}

}  // namespace dateline
