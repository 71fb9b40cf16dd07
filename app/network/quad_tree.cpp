// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/quad_tree.h"

#include <algorithm>
#include <numeric>

namespace dateline {

namespace {

constexpr std::uint32_t kLeafBodies = 8;
constexpr int kMaxDepth = 24;      // bodies in one spot do not split for ever
constexpr float kNearest = 1e-4F;  // squared; nothing pushes harder than from here

}  // namespace

QuadTree::QuadTree(std::span<const float> x, std::span<const float> y, std::span<const float> mass)
    : m_x(x), m_y(y), m_mass(mass), m_order(x.size())
{
    std::iota(m_order.begin(), m_order.end(), 0u);
    if (x.empty())
        return;
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [top, bottom] = std::minmax_element(y.begin(), y.end());
    const float side = std::max({*right - *left, *bottom - *top, 1e-6F});
    m_heaps.reserve(x.size());
    build(0, static_cast<std::uint32_t>(x.size()), *left, *top, side, 0);
}

void QuadTree::build(std::uint32_t first, std::uint32_t last, float left, float top, float side,
                     int depth)
{
    const std::size_t self = m_heaps.size();
    m_heaps.emplace_back();
    Heap heap;
    heap.side = side;
    heap.first = first;
    heap.last = last;
    for (std::uint32_t i = first; i < last; ++i) {
        const std::uint32_t body = m_order[i];
        heap.mass += m_mass[body];
        heap.centreX += m_mass[body] * m_x[body];
        heap.centreY += m_mass[body] * m_y[body];
    }
    heap.centreX /= heap.mass;
    heap.centreY /= heap.mass;
    heap.isLeaf = last - first <= kLeafBodies || depth >= kMaxDepth;
    if (!heap.isLeaf) {
        const float half = side / 2;
        const float middleX = left + half;
        const float middleY = top + half;
        const auto begin = m_order.begin();
        const auto isAbove = [this, middleY](std::uint32_t body) { return m_y[body] < middleY; };
        const auto isLeft = [this, middleX](std::uint32_t body) { return m_x[body] < middleX; };
        const auto middle = std::stable_partition(begin + first, begin + last, isAbove);
        const auto upper = std::stable_partition(begin + first, middle, isLeft);
        const auto lower = std::stable_partition(middle, begin + last, isLeft);
        const auto at = [begin](auto position) {
            return static_cast<std::uint32_t>(position - begin);
        };
        const auto part = [&](std::uint32_t from, std::uint32_t to, float x, float y) {
            if (from < to)
                build(from, to, x, y, half, depth + 1);
        };
        const std::uint32_t upperSplit = at(upper);
        const std::uint32_t rowSplit = at(middle);
        const std::uint32_t lowerSplit = at(lower);
        part(first, upperSplit, left, top);
        part(upperSplit, rowSplit, middleX, top);
        part(rowSplit, lowerSplit, left, middleY);
        part(lowerSplit, last, middleX, middleY);
    }
    heap.next = static_cast<std::uint32_t>(m_heaps.size());
    m_heaps[self] = heap;
}

QuadTree::Push QuadTree::pushOn(std::uint32_t body, float openness) const
{
    Push push;
    const float x = m_x[body];
    const float y = m_y[body];
    const float open = openness * openness;
    const auto add = [&push](float awayX, float awayY, float squared, float mass) {
        const float strength = mass / std::max(squared, kNearest);
        push.x += strength * awayX;
        push.y += strength * awayY;
        push.energy += strength;
    };
    for (std::uint32_t i = 0; i < m_heaps.size();) {
        const Heap &heap = m_heaps[i];
        const float awayX = x - heap.centreX;
        const float awayY = y - heap.centreY;
        const float squared = awayX * awayX + awayY * awayY;
        if (heap.side * heap.side < open * squared) {
            add(awayX, awayY, squared, heap.mass);
            i = heap.next;
        } else if (heap.isLeaf) {
            for (std::uint32_t j = heap.first; j < heap.last; ++j) {
                const std::uint32_t other = m_order[j];
                if (other == body)
                    continue;
                const float nearX = x - m_x[other];
                const float nearY = y - m_y[other];
                add(nearX, nearY, nearX * nearX + nearY * nearY, m_mass[other]);
            }
            i = heap.next;
        } else {
            ++i;
        }
    }
    return push;
}

}  // namespace dateline
