// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/force_rounds.h"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

constexpr float kMostOfTheWay = 0.8F;  // all of it would swing about the balance
constexpr float kAnchorPull = 1.0F;    // against all other pulls on the node
constexpr std::uint32_t kLeastPivots = 48;
constexpr std::uint32_t kRatherSmall = 20'000;  // nodes
constexpr std::uint32_t kRatherLarge = 50'000;
constexpr float kLastReach = 0.05F;  // of the first
constexpr std::size_t kNodesAtOnce = 1024;
constexpr std::size_t kBlocksAtOnce = kNodesAtOnce / kLanes;

}  // namespace

float Places::halfExtent() const
{
    if (count == 0)
        return 0;
    const auto [left, right] = std::minmax_element(x.begin(), x.begin() + count);
    const auto [top, bottom] = std::minmax_element(y.begin(), y.begin() + count);
    return std::max(*right - *left, *bottom - *top) / 2;
}

double Places::meanLinkLength(const Adjacency &graph) const
{
    double sum = 0;
    for (std::uint32_t node = 0; node < count; ++node) {
        for (const std::uint32_t other : graph.of(node)) {
            const float awayX = x[node] - x[other];
            const float awayY = y[node] - y[other];
            sum += std::sqrt(awayX * awayX + awayY * awayY);
        }
    }
    return graph.entryCount() == 0 ? 1 : sum / static_cast<double>(graph.entryCount());
}

std::vector<Point> Places::points(double scale) const
{
    std::vector<Point> points;
    points.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({x[i] * scale, y[i] * scale});
    return points;
}

ForceRules ForceRules::of(LayoutQuality quality, std::uint32_t nodeCount)
{
    // What a large graph cannot have in a second, a smaller one can.
    const auto pivots = [nodeCount](std::uint32_t distances, std::uint32_t most) {
        return std::clamp(distances / std::max(1u, nodeCount), kLeastPivots, most);
    };
    ForceRules rules;
    if (quality == LayoutQuality::Fine) {
        rules.openness = 1.0F;
        rules.pivotPull = 4;
        rules.pivots = pivots(6'400'000, 256);
        rules.rounds = 60;
        rules.roundsAtFinest = 60;
    } else if (quality == LayoutQuality::Clusters) {
        rules.law = LinkLaw::FourthRoot;
        rules.pivotPull = 0.015F;
        rules.pivots = kLeastPivots;
        rules.rounds = 60;
        rules.roundsAtFinest = 80;
    } else {
        rules.pivots = pivots(1'600'000, 128);
        if (nodeCount <= kRatherSmall) {
            rules.rounds = 40;
            rules.roundsAtFinest = 35;
        } else if (nodeCount > kRatherLarge) {
            rules.openness = 1.4F;
            rules.pivots = 40;
            rules.rounds = 18;
            rules.roundsAtFinest = 16;
        }
    }
    return rules;
}

ForceRounds::ForceRounds(const Adjacency &graph, std::span<const float> mass, float openness,
                         LinkLaw law, Places &places, WorkerTeam &team)
    : m_graph(graph), m_mass(mass), m_openness(openness), m_law(law), m_places(places),
      m_team(team), m_pushX(graph.nodeCount()), m_pushY(graph.nodeCount()),
      m_pullX(graph.nodeCount()), m_pullY(graph.nodeCount()), m_strength(graph.nodeCount())
{
}

void ForceRounds::usePivots(const PivotDistances &pivots, float pull)
{
    m_pivots = &pivots;
    m_pullOfPivot = pull / static_cast<float>(pivots.pivots().size());
    m_pivotX.resize(m_places.x.size());
    m_pivotY.resize(m_places.x.size());
    m_pivotStrength.resize(m_places.x.size());
}

void ForceRounds::fasten(std::span<const Footing> footings)
{
    m_footings.assign(footings.begin(), footings.end());
    m_startX = m_places.x;
    m_startY = m_places.y;
}

void ForceRounds::run(int rounds, float reach, const std::stop_token &stop,
                      const std::function<void(int)> &progress)
{
    const float fall = std::pow(kLastReach, 1 / static_cast<float>(std::max(1, rounds)));
    for (int round = 0; round < rounds && !stop.stop_requested(); ++round, reach *= fall) {
        gatherForces();
        moveAll(reach);
        if (progress)
            progress(round + 1);
    }
}

void ForceRounds::gatherForces()
{
    const std::uint32_t count = m_places.count;
    m_tree.build({m_places.x.data(), count}, {m_places.y.data(), count}, m_mass);
    m_tree.pushes(m_openness, m_team, m_pushX, m_pushY);
    const LinkRows rows{m_graph.begins(), m_graph.neighbours(), m_graph.weights(),
                        m_places.x.data(), m_places.y.data()};
    m_team.run(count, kNodesAtOnce, [&](std::size_t first, std::size_t last) {
        sumPulls(rows, m_law, first, last, m_pullX.data(), m_pullY.data(), m_strength.data());
    });
    if (m_pullOfPivot > 0)
        gatherPivotPulls();
}

void ForceRounds::gatherPivotPulls()
{
    std::vector<float> pivotX;
    std::vector<float> pivotY;
    for (const std::uint32_t pivot : m_pivots->pivots()) {
        pivotX.push_back(m_places.x[pivot]);
        pivotY.push_back(m_places.y[pivot]);
    }
    const std::size_t blocks = m_places.x.size() / kLanes;
    std::vector<StepFit> fits((blocks + kBlocksAtOnce - 1) / kBlocksAtOnce);
    const auto gather = [&](float unit) {
        const PivotRows rows{
            m_pivots->blocks().data(), pivotX.size(),     pivotX.data(), pivotY.data(),
            m_places.x.data(),         m_places.y.data(), unit};
        m_team.run(blocks, kBlocksAtOnce, [&](std::size_t first, std::size_t last) {
            fits[first / kBlocksAtOnce] = sumPivotPulls(rows, first, last, m_pivotX.data(),
                                                        m_pivotY.data(), m_pivotStrength.data());
        });
        m_fit = {};
        for (const StepFit &fit : fits) {
            m_fit.lengths += fit.lengths;
            m_fit.squares += fit.squares;
        }
        return static_cast<float>(m_fit.squares / std::max(m_fit.lengths, 1e-30));
    };
    // A round behind: where things are settles only slowly how long a step is.
    if (m_stepLength == 0)
        m_stepLength = gather(1);
    m_stepLength = gather(m_stepLength);
}

void ForceRounds::moveAll(float reach)
{
    m_team.run(m_places.count, kNodesAtOnce, [&](std::size_t first, std::size_t last) {
        for (std::size_t node = first; node < last; ++node) {
            const Footing footing = m_footings.empty() ? Footing::Loose : m_footings[node];
            if (footing == Footing::Held)
                continue;
            float forceX = m_pullX[node] + m_mass[node] * m_pushX[node];
            float forceY = m_pullY[node] + m_mass[node] * m_pushY[node];
            float strength = m_strength[node];
            if (m_pullOfPivot > 0) {
                const float share = m_pullOfPivot * m_mass[node];
                forceX += share * m_pivotX[node];
                forceY += share * m_pivotY[node];
                strength += share * m_pivotStrength[node];
            }
            if (footing == Footing::Anchored) {
                const float pull = kAnchorPull * strength;
                forceX += pull * (m_startX[node] - m_places.x[node]);
                forceY += pull * (m_startY[node] - m_places.y[node]);
                strength += pull;
            }
            const float part = kMostOfTheWay / std::max(strength, 1e-9F);
            const float moveX = forceX * part;
            const float moveY = forceY * part;
            const float length = std::sqrt(moveX * moveX + moveY * moveY);
            const float kept = length > reach ? reach / length : 1;
            m_places.x[node] += moveX * kept;
            m_places.y[node] += moveY * kept;
        }
    });
}

double ForceRounds::misfit()
{
    gatherPivotPulls();
    const double pairs =
        static_cast<double>(m_places.count) * static_cast<double>(m_pivots->pivots().size());
    return 1 - m_fit.lengths * m_fit.lengths / (std::max(m_fit.squares, 1e-30) * pairs);
}

float ForceRounds::balancingFactor()
{
    gatherForces();
    double pushes = 0;
    double pulls = 0;
    for (std::uint32_t node = 0; node < m_places.count; ++node) {
        const float x = m_places.x[node];
        const float y = m_places.y[node];
        pushes += m_mass[node] * (m_pushX[node] * x + m_pushY[node] * y);
        pulls -= m_pullX[node] * x + m_pullY[node] * y;
    }
    m_stepLength = 0;  // it grows, too
    // Pushes fall with the distance; pulls grow with a power of it.
    const double power = m_law == LinkLaw::NearlyLinear ? 1.75
                         : m_law == LinkLaw::SquareRoot ? 1.5
                                                        : 1.25;
    return pushes > 0 && pulls > 0 ? static_cast<float>(std::pow(pushes / pulls, 1 / power)) : 1;
}

}  // namespace dateline
