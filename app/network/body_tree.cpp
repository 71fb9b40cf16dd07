// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/body_tree.h"

#include <algorithm>
#include <array>

#include "app/network/lane_kernels.h"

namespace dateline {

namespace {

constexpr std::uint32_t kLeafBodies = 16;
constexpr std::uint32_t kGroupBodies = 48;
constexpr std::size_t kGroupsAtOnce = 16;
constexpr int kTopShift = 30;  // of a key's two highest bits
constexpr int kDigitBits = 11;
constexpr std::uint32_t kDigits = 1u << kDigitBits;
constexpr float kCellsAcross = 65535.0F;
constexpr float kNowhere = 1e30F;

// The bits of a number, each with a gap after it.
std::uint32_t spreadBits(std::uint32_t number)
{
    number = (number | (number << 8)) & 0x00ff00ffu;
    number = (number | (number << 4)) & 0x0f0f0f0fu;
    number = (number | (number << 2)) & 0x33333333u;
    return (number | (number << 1)) & 0x55555555u;
}

// What pushes on one group; grows, and is used again.
class PushList {
public:
    void clear() { m_count = 0; }
    void add(float x, float y, float mass)
    {
        if (m_count == m_x.size())
            grow(m_count + 1);
        m_x[m_count] = x;
        m_y[m_count] = y;
        m_mass[m_count++] = mass;
    }
    void add(const float *x, const float *y, const float *mass, std::size_t count)
    {
        if (m_count + count > m_x.size())
            grow(m_count + count);
        std::copy_n(x, count, m_x.begin() + static_cast<std::ptrdiff_t>(m_count));
        std::copy_n(y, count, m_y.begin() + static_cast<std::ptrdiff_t>(m_count));
        std::copy_n(mass, count, m_mass.begin() + static_cast<std::ptrdiff_t>(m_count));
        m_count += count;
    }
    BodyList padded()
    {
        while (m_count % kLanes != 0)
            add(0, 0, 0);
        return {m_x.data(), m_y.data(), m_mass.data(), m_count};
    }

private:
    void grow(std::size_t count)
    {
        const std::size_t room = paddedToLanes(2 * count);
        m_x.resize(room);
        m_y.resize(room);
        m_mass.resize(room);
    }

    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<float> m_mass;
    std::size_t m_count = 0;
};

}  // namespace

void BodyTree::build(std::span<const float> x, std::span<const float> y,
                     std::span<const float> mass)
{
    m_heaps.clear();
    m_groups.clear();
    if (x.empty())
        return;
    sortBodies(x, y);
    m_x.resize(x.size());
    m_y.resize(x.size());
    m_mass.resize(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        m_x[i] = x[m_order[i]];
        m_y[i] = y[m_order[i]];
        m_mass[i] = mass[m_order[i]];
    }
    addHeap(0, static_cast<std::uint32_t>(x.size()), kTopShift, false);
}

void BodyTree::sortBodies(std::span<const float> x, std::span<const float> y)
{
    const std::size_t count = x.size();
    m_order.resize(count);
    m_keys.resize(count);
    m_spareOrder.resize(count);
    m_spareKeys.resize(count);
    float left = x[0];
    float right = x[0];
    float top = y[0];
    float bottom = y[0];
    for (std::size_t i = 0; i < count; ++i) {
        left = std::min(left, x[i]);
        right = std::max(right, x[i]);
        top = std::min(top, y[i]);
        bottom = std::max(bottom, y[i]);
    }
    const float scale = kCellsAcross / std::max({right - left, bottom - top, 1e-9F});
    for (std::size_t i = 0; i < count; ++i) {
        m_keys[i] = spreadBits(static_cast<std::uint32_t>((x[i] - left) * scale)) |
                    (spreadBits(static_cast<std::uint32_t>((y[i] - top) * scale)) << 1);
        m_order[i] = static_cast<std::uint32_t>(i);
    }
    if (count < kDigits) {
        // Counting digits costs more than it saves.
        std::sort(m_order.begin(), m_order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_keys[a] < m_keys[b] || (m_keys[a] == m_keys[b] && a < b);
        });
        for (std::size_t i = 0; i < count; ++i)
            m_spareKeys[i] = m_keys[m_order[i]];
        m_keys.swap(m_spareKeys);
        return;
    }
    for (int shift = 0; shift < 32; shift += kDigitBits) {
        std::array<std::uint32_t, kDigits + 1> begin{};
        for (std::size_t i = 0; i < count; ++i)
            ++begin[((m_keys[i] >> shift) & (kDigits - 1)) + 1];
        for (std::size_t digit = 0; digit < kDigits; ++digit)
            begin[digit + 1] += begin[digit];
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t at = begin[(m_keys[i] >> shift) & (kDigits - 1)]++;
            m_spareKeys[at] = m_keys[i];
            m_spareOrder[at] = m_order[i];
        }
        m_keys.swap(m_spareKeys);
        m_order.swap(m_spareOrder);
    }
}

void BodyTree::addHeap(std::uint32_t first, std::uint32_t last, int shift, bool isInGroup)
{
    const auto self = static_cast<std::uint32_t>(m_heaps.size());
    m_heaps.emplace_back();
    Heap heap;
    heap.first = first;
    heap.last = last;
    heap.isLeaf = last - first <= kLeafBodies || shift < 0;
    if (!isInGroup && (last - first <= kGroupBodies || heap.isLeaf)) {
        m_groups.push_back(self);
        isInGroup = true;
    }
    if (heap.isLeaf) {
        gatherBodies(heap);
    } else {
        std::uint32_t begin = first;
        for (std::uint32_t quarter = 0; quarter < 4 && begin < last; ++quarter) {
            const auto end = std::partition_point(
                m_keys.begin() + begin, m_keys.begin() + last,
                [&](std::uint32_t key) { return ((key >> shift) & 3u) <= quarter; });
            const auto limit = static_cast<std::uint32_t>(end - m_keys.begin());
            if (limit > begin)
                addHeap(begin, limit, shift - 2, isInGroup);
            begin = limit;
        }
        gatherHeaps(heap, self);
    }
    heap.side = std::max(heap.right - heap.left, heap.bottom - heap.top);
    heap.next = static_cast<std::uint32_t>(m_heaps.size());
    m_heaps[self] = heap;
}

void BodyTree::gatherBodies(Heap &heap) const
{
    heap.left = heap.top = kNowhere;
    heap.right = heap.bottom = -kNowhere;
    for (std::uint32_t i = heap.first; i < heap.last; ++i) {
        heap.mass += m_mass[i];
        heap.centreX += m_mass[i] * m_x[i];
        heap.centreY += m_mass[i] * m_y[i];
        heap.left = std::min(heap.left, m_x[i]);
        heap.right = std::max(heap.right, m_x[i]);
        heap.top = std::min(heap.top, m_y[i]);
        heap.bottom = std::max(heap.bottom, m_y[i]);
    }
    heap.centreX /= heap.mass;
    heap.centreY /= heap.mass;
}

void BodyTree::gatherHeaps(Heap &heap, std::uint32_t self) const
{
    heap.left = heap.top = kNowhere;
    heap.right = heap.bottom = -kNowhere;
    for (std::uint32_t i = self + 1; i < m_heaps.size(); i = m_heaps[i].next) {
        const Heap &part = m_heaps[i];
        heap.mass += part.mass;
        heap.centreX += part.mass * part.centreX;
        heap.centreY += part.mass * part.centreY;
        heap.left = std::min(heap.left, part.left);
        heap.right = std::max(heap.right, part.right);
        heap.top = std::min(heap.top, part.top);
        heap.bottom = std::max(heap.bottom, part.bottom);
    }
    heap.centreX /= heap.mass;
    heap.centreY /= heap.mass;
}

void BodyTree::pushes(float openness, WorkerTeam &team, std::span<float> pushX,
                      std::span<float> pushY) const
{
    const float open = openness * openness;
    team.run(m_groups.size(), kGroupsAtOnce, [&](std::size_t begin, std::size_t end) {
        thread_local PushList list;
        std::array<float, kGroupBodies> sumX;
        std::array<float, kGroupBodies> sumY;
        for (std::size_t i = begin; i < end; ++i) {
            const Heap &group = m_heaps[m_groups[i]];
            list.clear();
            for (std::uint32_t at = 0; at < m_heaps.size();) {
                const Heap &heap = m_heaps[at];
                // From the heap's centre to the nearest place in the group.
                const float awayX =
                    std::max({group.left - heap.centreX, heap.centreX - group.right, 0.0F});
                const float awayY =
                    std::max({group.top - heap.centreY, heap.centreY - group.bottom, 0.0F});
                if (heap.side * heap.side < open * (awayX * awayX + awayY * awayY)) {
                    list.add(heap.centreX, heap.centreY, heap.mass);
                    at = heap.next;
                } else if (heap.isLeaf) {
                    list.add(&m_x[heap.first], &m_y[heap.first], &m_mass[heap.first],
                             heap.last - heap.first);
                    at = heap.next;
                } else {
                    ++at;
                }
            }
            const BodyList pushing = list.padded();
            // Bodies in one spot make a leaf that may be larger than a group.
            for (std::uint32_t first = group.first; first < group.last; first += kGroupBodies) {
                const std::uint32_t count = std::min(kGroupBodies, group.last - first);
                sumPushes(pushing, &m_x[first], &m_y[first], count, sumX.data(), sumY.data());
                for (std::uint32_t body = 0; body < count; ++body) {
                    pushX[m_order[first + body]] = sumX[body];
                    pushY[m_order[first + body]] = sumY[body];
                }
            }
        }
    });
}

}  // namespace dateline
