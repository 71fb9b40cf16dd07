// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/force_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "app/network/coarsening.h"
#include "app/network/dice.h"
#include "app/network/force_rounds.h"

namespace dateline {

namespace {

constexpr std::uint32_t kCoarsest = 60;      // nodes of the roughest graph
constexpr double kLeastCoarser = 0.9;        // of the nodes must be fewer, or it is not worth it
constexpr std::uint64_t kStarts = 6;         // of the roughest graph
constexpr float kReach = 4;                  // in mean distances of nodes
constexpr double kSpread = 0.5;              // in mean distances: how members of a node begin
constexpr std::uint32_t kFirstViewed = 500;  // nodes of the roughest graph that is worth a look
constexpr int kViewedRounds = 10;
constexpr float kReachFromStart = 0.5F;
constexpr int kRoundsFromStart = 40;

struct Level {
    Adjacency own;  // of all but the finest
    std::vector<float> mass;
    std::vector<std::uint32_t> nodeOf;  // of the nodes of the finer level
    std::optional<PivotDistances> pivots;
};

class MultilevelLayout {
public:
    MultilevelLayout(const Adjacency &graph, LayoutQuality quality, std::uint64_t seed,
                     WorkerTeam &team, const std::stop_token &stop, const ForceEvents &events)
        : m_graph(graph), m_rules(ForceRules::of(quality, graph.nodeCount())), m_seed(seed),
          m_team(team), m_stop(stop), m_events(events), m_places(0)
    {
    }

    std::vector<Point> run()
    {
        coarsenAll();
        measureWork();
        findPivots();
        findRoughShape();
        Dice dice(m_seed * 977 + 1);
        for (std::size_t level = m_levels.size() - 1; level-- > 0;) {
            refine(level + 1, dice);
            layOut(level);
        }
        return m_places.points(1 / lengthScale());
    }

private:
    const Adjacency &graphOf(std::size_t level) const
    {
        return level == 0 ? m_graph : m_levels[level].own;
    }

    void coarsenAll()
    {
        m_levels.push_back({{}, std::vector<float>(m_graph.nodeCount(), 1.0F), {}, {}});
        while (graphOf(m_levels.size() - 1).nodeCount() > kCoarsest && !m_stop.stop_requested()) {
            const Adjacency &finer = graphOf(m_levels.size() - 1);
            CoarserGraph coarser = coarsen(finer, m_levels.back().mass, m_seed + m_levels.size());
            if (coarser.graph.nodeCount() > kLeastCoarser * finer.nodeCount())
                break;
            m_levels.push_back(
                {std::move(coarser.graph), std::move(coarser.mass), std::move(coarser.nodeOf), {}});
        }
    }

    void findPivots()
    {
        m_levels[0].pivots.emplace(m_graph, m_rules.pivots, m_seed);
        for (std::size_t level = 1; level < m_levels.size(); ++level)
            m_levels[level].pivots = m_levels[level - 1].pivots->coarser(
                m_levels[level].nodeOf, m_levels[level - 1].mass, m_levels[level].mass);
    }

    // The roughest graph from several starts: what is folded there stays folded.
    void findRoughShape()
    {
        Places best(0);
        double least = std::numeric_limits<double>::max();
        for (std::uint64_t start = 0; start < kStarts; ++start) {
            scatter(m_seed + start * 7919);
            const double misfit = layOut(m_levels.size() - 1);
            if (misfit < least) {
                least = misfit;
                best = m_places;
            }
            if (m_stop.stop_requested())
                break;
            m_done = 0;
        }
        m_places = std::move(best);
        m_done = workOf(m_levels.size() - 1);
    }

    void scatter(std::uint64_t seed)
    {
        m_places = Places(graphOf(m_levels.size() - 1).nodeCount());
        Dice dice(seed);
        const double radius = std::sqrt(static_cast<double>(m_graph.nodeCount()));
        for (std::uint32_t i = 0; i < m_places.count; ++i) {
            m_places.x[i] = static_cast<float>(dice.between(-radius, radius));
            m_places.y[i] = static_cast<float>(dice.between(-radius, radius));
        }
    }

    int roundsOf(std::size_t level) const
    {
        return level + 1 == m_levels.size() ? m_rules.roundsAtCoarsest
               : level == 0                 ? m_rules.roundsAtFinest
                                            : m_rules.rounds;
    }
    double workOf(std::size_t level) const
    {
        return static_cast<double>(roundsOf(level)) * graphOf(level).nodeCount();
    }
    void measureWork()
    {
        for (std::size_t level = 0; level < m_levels.size(); ++level)
            m_work += workOf(level);
    }

    double layOut(std::size_t level)
    {
        const Adjacency &graph = graphOf(level);
        const bool isCoarsest = level + 1 == m_levels.size();
        ForceRounds rounds(graph, m_levels[level].mass, m_rules.openness, m_rules.law, m_places,
                           m_team);
        if (m_levels[level].pivots) {
            const float degree =
                static_cast<float>(m_graph.entryCount()) / static_cast<float>(m_graph.nodeCount());
            rounds.usePivots(*m_levels[level].pivots, m_rules.pivotPull * degree);
        }
        const float reach = isCoarsest ? m_places.halfExtent() : kReach * nodeDistance();
        const double before = m_done;
        rounds.run(roundsOf(level), reach, m_stop, [&](int round) {
            m_done = before + workOf(level) * round / roundsOf(level);
            if (m_events.progress && !isCoarsest)
                m_events.progress(m_done / m_work);
            const bool isLook = round == roundsOf(level) || round % kViewedRounds == 0;
            if (m_events.firstViews && isLook && graph.nodeCount() >= kFirstViewed)
                show(level);
        });
        return isCoarsest ? rounds.misfit() : 0;
    }

    // A level's places are good enough to look at long before the finest level begins.
    void show(std::size_t level) const
    {
        const double scale = 1 / lengthScale();
        std::vector<Point> points = m_places.points(scale);
        for (std::size_t finer = level; finer > 0; --finer) {
            std::vector<Point> next;
            next.reserve(m_levels[finer].nodeOf.size());
            for (const std::uint32_t node : m_levels[finer].nodeOf)
                next.push_back(points[node]);
            points = std::move(next);
        }
        m_events.firstViews(points);
    }

    // Of the nodes if they stood in a square lattice.
    float nodeDistance() const
    {
        return m_places.halfExtent() / std::sqrt(static_cast<float>(m_places.count));
    }

    // Each node of the finer graph begins where it stood as part of a coarser one, a little off.
    void refine(std::size_t level, Dice &dice)
    {
        const std::vector<std::uint32_t> &nodeOf = m_levels[level].nodeOf;
        const double spread = kSpread * nodeDistance();
        Places finer(static_cast<std::uint32_t>(nodeOf.size()));
        for (std::uint32_t node = 0; node < finer.count; ++node) {
            finer.x[node] =
                m_places.x[nodeOf[node]] + static_cast<float>(dice.between(-spread, spread));
            finer.y[node] =
                m_places.y[nodeOf[node]] + static_cast<float>(dice.between(-spread, spread));
        }
        m_places = std::move(finer);
    }

    double lengthScale() const
    {
        // Of the level at hand: the finest one where all went to its end.
        for (std::size_t level = 0; level < m_levels.size(); ++level)
            if (graphOf(level).nodeCount() == m_places.count)
                return std::max(m_places.meanLinkLength(graphOf(level)), 1e-9);
        return 1;
    }

    const Adjacency &m_graph;
    ForceRules m_rules;
    std::uint64_t m_seed;
    WorkerTeam &m_team;
    const std::stop_token &m_stop;
    const ForceEvents &m_events;
    std::vector<Level> m_levels;
    Places m_places;
    double m_work = 0;
    double m_done = 0;
};

}  // namespace

std::vector<Point> forceLayout(const Adjacency &graph, LayoutQuality quality, std::uint64_t seed,
                               WorkerTeam &team, const std::stop_token &stop,
                               const ForceEvents &events)
{
    if (graph.nodeCount() == 0)
        return {};
    return MultilevelLayout(graph, quality, seed, team, stop, events).run();
}

std::vector<Point> forceLayoutFrom(const Adjacency &graph, const ForceStart &start,
                                   LayoutQuality quality, WorkerTeam &team,
                                   const std::stop_token &stop, const ForceEvents &events)
{
    if (graph.nodeCount() == 0)
        return {};
    const ForceRules rules = ForceRules::of(quality, graph.nodeCount());
    Places places(graph.nodeCount());
    for (std::uint32_t i = 0; i < places.count; ++i) {
        places.x[i] = static_cast<float>(start.positions[i].x);
        places.y[i] = static_cast<float>(start.positions[i].y);
    }
    const std::vector<float> mass(graph.nodeCount(), 1.0F);
    // Otherwise everything would swell or shrink first, and the mental map with it.
    const float factor =
        ForceRounds(graph, mass, rules.openness, rules.law, places, team).balancingFactor();
    for (std::uint32_t i = 0; i < places.count; ++i) {
        places.x[i] *= factor;
        places.y[i] *= factor;
    }
    ForceRounds rounds(graph, mass, rules.openness, rules.law, places, team);
    rounds.fasten(start.footings);
    const float distance = places.halfExtent() / std::sqrt(static_cast<float>(places.count));
    rounds.run(kRoundsFromStart, kReachFromStart * distance, stop, [&](int round) {
        if (events.progress)
            events.progress(static_cast<double>(round) / kRoundsFromStart);
    });
    std::vector<Point> points = places.points(1 / static_cast<double>(factor));
    for (std::uint32_t i = 0; i < places.count; ++i)
        if (start.footings[i] == Footing::Held)
            points[i] = start.positions[i];  // to the last digit
    return points;
}

}  // namespace dateline
