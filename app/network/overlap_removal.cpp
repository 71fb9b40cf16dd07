// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/overlap_removal.h"

#include <algorithm>
#include <numeric>

namespace dateline {

namespace {

constexpr int kRoundsBeforeStretch = 60;
constexpr int kMaxRounds = 1'500;
constexpr double kStretch = 1.06;

// Calls visit(a, b) for every two boxes that meet.
template <typename Visit>
void forMeetingBoxes(const std::vector<PlaneBox> &boxes, std::vector<std::uint32_t> &order,
                     Visit visit)
{
    std::sort(order.begin(), order.end(), [&boxes](std::uint32_t a, std::uint32_t b) {
        return boxes[a].left != boxes[b].left ? boxes[a].left < boxes[b].left : a < b;
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const PlaneBox &box = boxes[order[i]];
        for (std::size_t j = i + 1; j < order.size() && boxes[order[j]].left < box.right; ++j)
            if (box.meets(boxes[order[j]]))
                visit(order[i], order[j]);
    }
}

}  // namespace

void removeOverlaps(std::vector<Point> &positions, const std::vector<NodeExtent> &extents,
                    const std::vector<std::uint8_t> &isHeld, double margin, std::stop_token stop)
{
    const std::size_t count = positions.size();
    const auto held = [&isHeld](std::uint32_t node) { return !isHeld.empty() && isHeld[node]; };
    std::vector<PlaneBox> boxes(count);
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    for (int round = 1; round <= kMaxRounds && !stop.stop_requested(); ++round) {
        for (std::size_t i = 0; i < count; ++i)
            boxes[i] = extents[i].whole(positions[i]).grown(margin / 2);
        bool isClear = true;
        std::vector<Point> push(count);
        std::vector<int> pushes(count, 0);
        forMeetingBoxes(boxes, order, [&](std::uint32_t a, std::uint32_t b) {
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
    std::vector<std::uint32_t> order(positions.size());
    std::iota(order.begin(), order.end(), 0u);
    int count = 0;
    forMeetingBoxes(boxes, order, [&count](std::uint32_t, std::uint32_t) { ++count; });
    return count;
}

}  // namespace dateline
