// SPDX-License-Identifier: GPL-3.0-or-later
// Many bodies in a plane, seen from one of them: near ones one by one, far ones as heaps (Barnes
// and Hut 1986). Built in one pass over an index array, O(n log n); a query visits O(log n) heaps.
// Refers to the arrays that it was built from. Queries are const and can run on several threads.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

class QuadTree {
public:
    // x, y and mass have one entry per body and must outlive the tree.
    QuadTree(std::span<const float> x, std::span<const float> y, std::span<const float> mass);

    struct Push {
        float x = 0;
        float y = 0;
        float energy = 0;  // sum of mass / distance
    };
    // The sum over all other bodies of mass * away / distance^2, heaps smaller than openness times
    // their distance taken as one.
    Push pushOn(std::uint32_t body, float openness) const;

private:
    struct Heap {
        float centreX = 0;  // of mass
        float centreY = 0;
        float mass = 0;
        float side = 0;
        std::uint32_t first = 0;  // bodies of a leaf, as a range of m_order
        std::uint32_t last = 0;
        std::uint32_t next = 0;  // the heap after this one and all within it
        bool isLeaf = true;
    };
    void build(std::uint32_t first, std::uint32_t last, float left, float top, float side,
               int depth);

    std::span<const float> m_x;
    std::span<const float> m_y;
    std::span<const float> m_mass;
    std::vector<std::uint32_t> m_order;
    std::vector<Heap> m_heaps;  // in the order of a walk, parents first
};

}  // namespace dateline
