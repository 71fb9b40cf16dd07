// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a good layout of a small graph into a picture that is easy to read: by annealing over
// single moves and swaps it trades crossings, links that run through names, cramped angles, lengths
// and the room of the view against each other (after Davidson and Harel 1996). Same seed, same
// picture.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "app/network/network_layout.h"
#include "app/network/stress_layout.h"

namespace dateline {

struct LayoutSearch {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<float> lengths;                 // liked, in units; one per pair
    std::vector<std::uint16_t> lanes;           // parallel links of each pair: they fan out
    std::vector<NodeExtent> extents;            // one per node
    std::vector<std::uint8_t> isHeld;           // one per node: never moves
    std::vector<std::optional<Point>> anchors;  // one per node: likes to stay there
    PlaneBox room;                              // where the picture should fit
    double firstStep = 1.5;                     // how far moves reach at first, in units
    double heat = 0.9;                          // the rise in cost that is still often accepted
    int sweeps = 500;                           // at most; larger graphs get fewer
    std::uint64_t seed = 1;
};

// 500 sweeps over 25 nodes take some 20 ms; whatever is asked for, 300 nodes take about half a
// second.
void searchReadable(const LayoutSearch &search, const WantedDistances &wanted,
                    std::vector<Point> &positions, std::stop_token stop,
                    const LayoutProgress &progress = {});

// The same figure that the search lowers; for tests and comparisons.
double readingCost(const LayoutSearch &search, const WantedDistances &wanted,
                   const std::vector<Point> &positions);

// Crossings of straight links that do not share an end.
int countCrossings(const std::vector<std::pair<std::uint32_t, std::uint32_t>> &pairs,
                   const std::vector<Point> &positions);

}  // namespace dateline
