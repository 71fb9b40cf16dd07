// SPDX-License-Identifier: GPL-3.0-or-later
// The three inner loops of the layout engine, sixteen numbers at a time: the push of many bodies on
// one, the pull of a node's links, and the pull towards wanted distances from a few pivots. The
// widest registers of the running machine are used; every lane is summed in a fixed order without
// fused or approximate operations, so that all machines agree to the last bit. Pure, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline {

inline constexpr std::size_t kLanes = 16;

// Room for a whole last block of lanes.
inline constexpr std::size_t paddedToLanes(std::size_t count)
{
    return (count + kLanes - 1) / kLanes * kLanes;
}

struct BodyList {
    const float *x;
    const float *y;
    const float *mass;
    std::size_t count;  // a multiple of kLanes; what pads it has mass 0
};
// For each of count bodies: the sum over the list of mass * away / distance^2. A body that is in
// the list itself does not count.
void sumPushes(const BodyList &list, const float *x, const float *y, std::size_t count,
               float *pushX, float *pushY);

// How a link's pull grows with its length: by length^0.75 .. length^0.
enum class LinkLaw : std::uint8_t { NearlyLinear, SquareRoot, FourthRoot };

struct LinkRows {
    const std::uint32_t *begin;  // of each node, one more at the end
    const std::uint32_t *neighbours;
    const float *weights;
    const float *x;
    const float *y;
};
// For the nodes first .. last: the sums of strength * towards and of strength over their links; the
// arrays are those of all nodes.
void sumPulls(const LinkRows &rows, LinkLaw law, std::size_t first, std::size_t last, float *pullX,
              float *pullY, float *strength);

struct PivotRows {
    const float *wanted;  // steps, in blocks: [node / kLanes][pivot][node % kLanes]
    std::size_t pivots;
    const float *pivotX;
    const float *pivotY;
    const float *x;  // of all nodes, padded to whole lanes
    const float *y;
    float unit;  // how long a step is wanted
};
struct StepFit {
    double lengths = 0;  // sum of length / steps
    double squares = 0;  // sum of length^2 / steps^2; lengths / squares^-1 is the best unit
};
// For the blocks first .. last of kLanes nodes: sums over the pivots of steps^-2 * the way to the
// wanted distance, and of steps^-2 (Gansner, Koren, North 2004).
StepFit sumPivotPulls(const PivotRows &rows, std::size_t first, std::size_t last, float *pullX,
                      float *pullY, float *strength);

}  // namespace dateline
