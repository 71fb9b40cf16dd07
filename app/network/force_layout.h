// SPDX-License-Identifier: GPL-3.0-or-later
// Layout of connected graphs of any size: first of a coarse graph, then refined level by level
// (Walshaw 2003; Hu 2005). Links pull by less than their length (Noack 2009 on what exponents
// show), all nodes push each other (body_tree.h), and a few pivots pull and push everybody to about
// its distance in the graph (sparse stress: Ortmann, Klimenta, Brandes 2017), which keeps the whole
// in shape. Each node goes most of the way to where its forces are in balance, as in stress
// majorisation (Gansner, Hu, North 2013), so that some twenty rounds a level are enough.
// Deterministic for a seed, whatever the number of threads. Results are in units in which a link is
// about 1 long.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "app/network/adjacency.h"
#include "app/network/layout_quality.h"
#include "app/network/plane.h"
#include "app/network/worker_team.h"

namespace dateline {

// Both are called on the caller's thread, or not where empty.
struct ForceEvents {
    std::function<void(double)> progress;                        // 0..1, rising
    std::function<void(const std::vector<Point> &)> firstViews;  // of all nodes, ever better
};

// Everything afresh. A stop returns the positions of the moment, carried down to all nodes.
std::vector<Point> forceLayout(const Adjacency &graph, LayoutQuality quality, std::uint64_t seed,
                               WorkerTeam &team, const std::stop_token &stop = {},
                               const ForceEvents &events = {});

enum class Footing : std::uint8_t {
    Loose,     // drifts freely from where it begins
    Anchored,  // drifts, but is drawn back to where it begins
    Held,      // does not move
};

struct ForceStart {
    std::vector<Point> positions;  // of every node
    std::vector<Footing> footings;
};

// From where things are; the graph need not be connected.
std::vector<Point> forceLayoutFrom(const Adjacency &graph, const ForceStart &start,
                                   LayoutQuality quality, WorkerTeam &team,
                                   const std::stop_token &stop = {},
                                   const ForceEvents &events = {});

}  // namespace dateline
