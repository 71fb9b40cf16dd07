// SPDX-License-Identifier: GPL-3.0-or-later
// Many bodies in a plane and how they push each other: near ones one by one, far ones as heaps
// (Barnes and Hut 1986), with one walk for a whole group of neighbours (Barnes 1990) and the sums
// over wide registers. The tree stands on the order of a space-filling curve (Morton 1966). Bodies
// are copied. Building is O(n) and serial; pushes are O(n log n) on the team's threads, the same
// whatever their number.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/worker_team.h"

namespace dateline {

class BodyTree {
public:
    // Keeps its memory from one time to the next. The spans have one entry per body.
    void build(std::span<const float> x, std::span<const float> y, std::span<const float> mass);

    // For every body the sum over all others of mass * away / distance^2. Heaps that are smaller
    // than openness times their distance are taken as one; 0 takes none.
    void pushes(float openness, WorkerTeam &team, std::span<float> pushX,
                std::span<float> pushY) const;

private:
    struct Heap {
        float centreX = 0;  // of mass
        float centreY = 0;
        float mass = 0;
        float side = 0;
        std::uint32_t next = 0;  // the heap after this one and all within it
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool isLeaf = true;
        float left = 0;
        float top = 0;
        float right = 0;
        float bottom = 0;
    };
    void sortBodies(std::span<const float> x, std::span<const float> y);
    void addHeap(std::uint32_t first, std::uint32_t last, int shift, bool isInGroup);
    void gatherBodies(Heap &heap) const;
    void gatherHeaps(Heap &heap, std::uint32_t self) const;

    std::vector<std::uint32_t> m_order;  // of the bodies along the curve
    std::vector<std::uint32_t> m_keys;
    std::vector<std::uint32_t> m_spareOrder;
    std::vector<std::uint32_t> m_spareKeys;
    std::vector<float> m_x;  // in that order
    std::vector<float> m_y;
    std::vector<float> m_mass;
    std::vector<Heap> m_heaps;            // in the order of a walk, parents first
    std::vector<std::uint32_t> m_groups;  // heaps whose bodies share a walk
};

}  // namespace dateline
