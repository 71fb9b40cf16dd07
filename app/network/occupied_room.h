// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a picture are taken: boxes in a grid, so that asking about one looks at its
// neighbourhood only. Boxes outside the picture count as well.
#pragma once

#include <cstdint>
#include <vector>

#include "app/network/plane.h"

namespace dateline {

class OccupiedRoom {
public:
    static constexpr std::uint32_t kNobody = UINT32_MAX;

    OccupiedRoom(double width, double height);

    // What an owner takes does not stand in its own way.
    void add(const PlaneBox &box, std::uint32_t owner = kNobody);
    bool isFree(const PlaneBox &box, std::uint32_t asker = kNobody) const;

private:
    struct Entry {
        PlaneBox box;
        std::uint32_t owner;
    };
    template <typename Visit>
    void forCells(const PlaneBox &box, Visit visit) const;

    int m_columns;
    int m_rows;
    std::vector<Entry> m_entries;
    std::vector<std::vector<std::uint32_t>> m_cells;
};

}  // namespace dateline
