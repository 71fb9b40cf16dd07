// SPDX-License-Identifier: GPL-3.0-or-later
// Who belongs together, as regions of the picture: a convex outline about the members of each
// community, named by its most central actor or by the commonest kind of its relations. Pure;
// O(nodes log nodes + links).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/network/communities.h"
#include "app/network/network.h"
#include "app/network/plane.h"

namespace dateline {

struct CommunityHull {
    std::vector<Point> corners;  // clockwise on the screen, in units
    std::uint32_t community = 0;
    std::uint32_t members = 0;
    std::uint8_t colour = 0;  // 0..6, by the order of size
    // "Russia": the member with most links to other members; where one kind makes more than half
    // of the inner links, it stands behind: "Russia · trade".
    std::string name;
};

// The largest communities that hold together on the picture, the largest first. Members that stand
// far from the others do not stretch the outline.
inline constexpr std::uint32_t kLeastHullMembers = 3;
inline constexpr std::size_t kMostHulls = 24;
std::vector<CommunityHull> communityHulls(const Snapshot &snapshot, const Network &network,
                                          const Communities &communities,
                                          std::span<const Point> positions);

}  // namespace dateline
