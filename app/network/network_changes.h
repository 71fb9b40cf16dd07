// SPDX-License-Identifier: GPL-3.0-or-later
// What became of ties and actors between two networks of the same snapshot: two dates, or two
// spans. A tie is all that links two actors; it is stronger with more stored links, then with surer
// ones, then with more independent sources, then with more shared events. An actor is there while
// something ties it. Pure, any thread; O((nodes + links) log links).
#pragma once

#include <cstdint>
#include <vector>

#include "app/network/network.h"

namespace dateline {

enum class Change : std::uint8_t { Added, Gone, Stronger, Weaker };

// How much there was, in the order in which it counts.
struct TieStrength {
    std::uint32_t stored = 0;   // relations and roles
    std::uint32_t surest = 0;   // 0: the least sure; by certainty, of stored links
    std::uint32_t sources = 0;  // of stored links
    std::uint32_t weight = 0;   // shared events and quotations, where nothing is stored

    auto operator<=>(const TieStrength &) const = default;
};

struct TieChange {
    Change change = Change::Added;
    ActorRow a;  // the smaller row first
    ActorRow b;
    TieStrength before;
    TieStrength after;
};

struct ActorChange {
    Change change = Change::Added;
    ActorRow actor;
    std::uint32_t before = 0;  // actors that it was tied to
    std::uint32_t after = 0;
};

struct NetworkChanges {
    std::vector<TieChange> ties;      // by change, the largest difference first
    std::vector<ActorChange> actors;  // likewise
};

NetworkChanges changesBetween(const Network &before, const Network &after);

}  // namespace dateline
