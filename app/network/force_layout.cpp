// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/force_layout.h"

#include <algorithm>

#include "app/network/coarsening.h"
#include "app/network/dice.h"
#include "app/network/quad_tree.h"

namespace dateline {

namespace {

constexpr std::uint32_t kCoarsest = 40;  // nodes of the roughest graph
constexpr float kRepulsion = 0.2F;       // against springs of 1
constexpr float kOpenness = 0.9F;
constexpr float kCooling = 0.9F;  // Hu's adaptive step
constexpr int kRoundsAtCoarsest = 250;
constexpr int kRoundsAtFinest = 40;
constexpr int kRoundsFromStart = 60;
constexpr double kSpread = 1.6;  // how far apart a finer level begins

// Positions as the tree wants them.
struct Places {
    std::vector<float> x;
    std::vector<float> y;

    explicit Places(std::size_t count) : x(count), y(count) {}
};

class ForceRounds {
public:
    ForceRounds(const Adjacency &graph, const std::vector<float> &mass,
                const std::vector<std::uint8_t> &isHeld, Places &places)
        : m_graph(graph), m_mass(mass), m_isHeld(isHeld), m_places(places),
          m_pushX(places.x.size()), m_pushY(places.x.size())
    {
    }

    // Moves every node by at most the step, which adapts; ends early when little moves.
    void run(int rounds, float step, std::stop_token stop,
             const std::function<void(double)> &progress)
    {
        float energyBefore = std::numeric_limits<float>::max();
        int successes = 0;
        const float tolerance = 0.005F;
        for (int round = 0; round < rounds && !stop.stop_requested(); ++round) {
            const float energy = moveAll(step);
            if (energy < energyBefore) {
                if (++successes >= 5) {
                    successes = 0;
                    step /= kCooling;
                }
            } else {
                successes = 0;
                step *= kCooling;
            }
            energyBefore = energy;
            if (progress)
                progress(static_cast<double>(round + 1) / rounds);
            if (step < tolerance)
                break;
            // Hu's rule alone keeps moving for long: the last third cools whatever happens.
            if (round > rounds * 2 / 3)
                step *= kCooling;
        }
    }

private:
    float moveAll(float step)
    {
        const std::uint32_t count = m_graph.nodeCount();
        const QuadTree tree(m_places.x, m_places.y, m_mass);
        float energy = 0;
        for (std::uint32_t node = 0; node < count; ++node) {
            if (!m_isHeld.empty() && m_isHeld[node]) {
                m_pushX[node] = m_pushY[node] = 0;
                continue;
            }
            const QuadTree::Push push = tree.pushOn(node, kOpenness);
            float pushX = kRepulsion * push.x * m_mass[node];
            float pushY = kRepulsion * push.y * m_mass[node];
            const auto neighbours = m_graph.of(node);
            const auto weights = m_graph.weightsOf(node);
            for (std::size_t i = 0; i < neighbours.size(); ++i) {
                const float toX = m_places.x[neighbours[i]] - m_places.x[node];
                const float toY = m_places.y[neighbours[i]] - m_places.y[node];
                const float pull = weights[i] * std::sqrt(toX * toX + toY * toY);
                pushX += pull * toX;
                pushY += pull * toY;
            }
            m_pushX[node] = pushX;
            m_pushY[node] = pushY;
            energy += pushX * pushX + pushY * pushY;
        }
        for (std::uint32_t node = 0; node < count; ++node) {
            const float strength =
                std::sqrt(m_pushX[node] * m_pushX[node] + m_pushY[node] * m_pushY[node]);
            if (strength < 1e-9F)
                continue;
            m_places.x[node] += step * m_pushX[node] / strength;
            m_places.y[node] += step * m_pushY[node] / strength;
        }
        return energy;
    }

    const Adjacency &m_graph;
    const std::vector<float> &m_mass;
    const std::vector<std::uint8_t> &m_isHeld;
    Places &m_places;
    std::vector<float> m_pushX;
    std::vector<float> m_pushY;
};

double meanLinkLength(const Adjacency &graph, const Places &places)
{
    double sum = 0;
    for (std::uint32_t node = 0; node < graph.nodeCount(); ++node)
        for (const std::uint32_t other : graph.of(node))
            sum += std::hypot(places.x[node] - places.x[other], places.y[node] - places.y[other]);
    return graph.entryCount() == 0 ? 1 : sum / static_cast<double>(graph.entryCount());
}

std::vector<Point> toPoints(const Places &places, double scale)
{
    std::vector<Point> points;
    points.reserve(places.x.size());
    for (std::size_t i = 0; i < places.x.size(); ++i)
        points.push_back({places.x[i] * scale, places.y[i] * scale});
    return points;
}

Places scattered(std::uint32_t count, std::uint64_t seed)
{
    Places places(count);
    Dice dice(seed);
    const double radius = std::sqrt(static_cast<double>(count));
    for (std::uint32_t i = 0; i < count; ++i) {
        places.x[i] = static_cast<float>(dice.between(-radius, radius));
        places.y[i] = static_cast<float>(dice.between(-radius, radius));
    }
    return places;
}

// The factor by which the places must grow for springs and repulsion to be in balance as a whole.
// Repulsion falls with the distance and springs grow with its square, so the sums of force times
// place are R and A * factor^3.
double balancingFactor(const Adjacency &graph, const std::vector<float> &mass, const Places &places)
{
    const QuadTree tree(places.x, places.y, mass);
    double repulsion = 0;
    double springs = 0;
    for (std::uint32_t node = 0; node < graph.nodeCount(); ++node) {
        const QuadTree::Push push = tree.pushOn(node, kOpenness);
        repulsion += kRepulsion * (push.x * places.x[node] + push.y * places.y[node]);
        for (const std::uint32_t other : graph.of(node)) {
            const double far =
                std::hypot(places.x[node] - places.x[other], places.y[node] - places.y[other]);
            springs += far * far * far / 2;
        }
    }
    return repulsion > 0 && springs > 0 ? std::cbrt(repulsion / springs) : 1;
}

std::vector<Point> fromStart(const Adjacency &graph, const ForceStart &start, std::stop_token stop,
                             const std::function<void(double)> &progress)
{
    Places places(graph.nodeCount());
    for (std::uint32_t i = 0; i < graph.nodeCount(); ++i) {
        places.x[i] = static_cast<float>(start.positions[i].x);
        places.y[i] = static_cast<float>(start.positions[i].y);
    }
    const std::vector<float> mass(graph.nodeCount(), 1.0F);
    // Otherwise everything would swell or shrink first, and the mental map with it.
    const double factor = balancingFactor(graph, mass, places);
    for (std::uint32_t i = 0; i < graph.nodeCount(); ++i) {
        places.x[i] = static_cast<float>(places.x[i] * factor);
        places.y[i] = static_cast<float>(places.y[i] * factor);
    }
    ForceRounds(graph, mass, start.isHeld, places)
        .run(kRoundsFromStart, static_cast<float>(0.1 * factor), stop, progress);
    std::vector<Point> points = toPoints(places, 1 / factor);
    for (std::uint32_t i = 0; i < graph.nodeCount(); ++i)
        if (!start.isHeld.empty() && start.isHeld[i])
            points[i] = start.positions[i];  // to the last digit
    return points;
}

}  // namespace

std::vector<Point> forceLayout(const Adjacency &graph, const ForceStart &start, std::uint64_t seed,
                               std::stop_token stop, const std::function<void(double)> &progress)
{
    if (graph.nodeCount() == 0)
        return {};
    if (!start.positions.empty())
        return fromStart(graph, start, stop, progress);

    std::vector<CoarserGraph> levels;
    levels.push_back({graph, std::vector<float>(graph.nodeCount(), 1.0F), {}});
    while (levels.back().graph.nodeCount() > kCoarsest && !stop.stop_requested()) {
        CoarserGraph coarser =
            coarsen(levels.back().graph, levels.back().mass, seed + levels.size());
        if (coarser.graph.nodeCount() > levels.back().graph.nodeCount() * 0.9)
            break;
        levels.push_back(std::move(coarser));
    }

    Places places = scattered(levels.back().graph.nodeCount(), seed);
    double done = 0;
    for (std::size_t level = levels.size(); level-- > 0;) {
        const CoarserGraph &current = levels[level];
        const bool isCoarsest = level + 1 == levels.size();
        const double share = levels.size() == 1 ? 0
                                                : static_cast<double>(level) /
                                                      static_cast<double>(levels.size() - 1);
        const int rounds =
            isCoarsest ? kRoundsAtCoarsest
                       : static_cast<int>(kRoundsAtFinest + share * (kRoundsAtCoarsest / 2.0));
        const double step = isCoarsest ? std::sqrt(1.0 * current.graph.nodeCount())
                                       : 0.25 * meanLinkLength(current.graph, places);
        const double work = level == 0 ? 1 - done : 0.5 * (1 - done);
        ForceRounds(current.graph, current.mass, {}, places)
            .run(rounds, static_cast<float>(step), stop, [&](double part) {
                if (progress)
                    progress(done + part * work);
            });
        done += work;
        if (level == 0)
            break;
        // Each node of the finer graph begins where it stood as part of a coarser one, a little
        // off.
        const CoarserGraph &finer = levels[level - 1];
        Places next(finer.graph.nodeCount());
        Dice dice(seed + level * 977);
        for (std::uint32_t node = 0; node < finer.graph.nodeCount(); ++node) {
            const std::uint32_t from = current.nodeOf[node];
            next.x[node] = static_cast<float>(places.x[from] * kSpread + dice.between(-0.3, 0.3));
            next.y[node] = static_cast<float>(places.y[from] * kSpread + dice.between(-0.3, 0.3));
        }
        places = std::move(next);
    }
    const double length = meanLinkLength(graph, places);
    return toPoints(places, length > 0 ? 1 / length : 1);
}

}  // namespace dateline
