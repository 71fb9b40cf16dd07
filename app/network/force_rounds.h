// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds of force-directed moves on one graph, the inner work of force_layout.h: each node's links,
// pivots, anchors and the push of all others, and a move towards their balance. Memory is kept from
// round to round. One thread calls; the team shares the work.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "app/network/adjacency.h"
#include "app/network/body_tree.h"
#include "app/network/force_layout.h"
#include "app/network/lane_kernels.h"
#include "app/network/pivot_distances.h"

namespace dateline {

// Positions as the kernels want them, padded to whole lanes.
struct Places {
    std::uint32_t count = 0;
    std::vector<float> x;
    std::vector<float> y;

    explicit Places(std::uint32_t nodes)
        : count(nodes), x(paddedToLanes(nodes), 0.0F), y(paddedToLanes(nodes), 0.0F)
    {
    }
    float halfExtent() const;
    double meanLinkLength(const Adjacency &graph) const;
    std::vector<Point> points(double scale) const;
};

struct ForceRules {
    LinkLaw law = LinkLaw::NearlyLinear;
    float openness = 1.2F;
    float pivotPull = 1.75F;  // against the links of a node together
    std::uint32_t pivots = 64;
    int roundsAtCoarsest = 200;
    int rounds = 25;
    int roundsAtFinest = 20;

    static ForceRules of(LayoutQuality quality, std::uint32_t nodeCount);
};

class ForceRounds {
public:
    // mass: of each node, how many it stands for.
    ForceRounds(const Adjacency &graph, std::span<const float> mass, float openness, LinkLaw law,
                Places &places, WorkerTeam &team);

    // pull: of all pivots together on a node of mass 1 that is a step away from them.
    void usePivots(const PivotDistances &pivots, float pull);

    // Draws anchored nodes back and keeps held ones; the start is that of these places.
    void fasten(std::span<const Footing> footings);

    // A node goes no further in a round than the reach, which falls to a twentieth.
    void run(int rounds, float reach, const std::stop_token &stop,
             const std::function<void(int)> &progress);

    // How far distances are from those wanted of the pivots, at the scale that suits them best: 0
    // is not at all.
    double misfit();

    // The factor by which the places must grow for links and pushes to be in balance as a whole.
    float balancingFactor();

private:
    void gatherForces();
    void gatherPivotPulls();
    void moveAll(float reach);

    const Adjacency &m_graph;
    std::span<const float> m_mass;
    const PivotDistances *m_pivots = nullptr;
    float m_openness;
    LinkLaw m_law;
    Places &m_places;
    WorkerTeam &m_team;
    BodyTree m_tree;
    std::vector<Footing> m_footings;
    std::vector<float> m_startX;
    std::vector<float> m_startY;
    std::vector<float> m_pushX;
    std::vector<float> m_pushY;
    std::vector<float> m_pullX;
    std::vector<float> m_pullY;
    std::vector<float> m_strength;
    std::vector<float> m_pivotX;  // pulls of the pivots
    std::vector<float> m_pivotY;
    std::vector<float> m_pivotStrength;
    float m_pullOfPivot = 0;
    StepFit m_fit;
    float m_stepLength = 0;  // that a step in the graph is wanted to take here; 0: not known yet
};

}  // namespace dateline
