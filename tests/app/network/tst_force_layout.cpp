// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/dice.h"
#include "app/network/force_layout.h"
#include "app/network/pivot_distances.h"

using namespace dateline;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// A square lattice: its layout must open up again.
Pairs lattice(std::uint32_t side)
{
    Pairs pairs;
    for (std::uint32_t row = 0; row < side; ++row) {
        for (std::uint32_t column = 0; column < side; ++column) {
            if (column + 1 < side)
                pairs.emplace_back(row * side + column, row * side + column + 1);
            if (row + 1 < side)
                pairs.emplace_back(row * side + column, (row + 1) * side + column);
        }
    }
    return pairs;
}

// Normalised, over the pivots, at the scale that suits best.
double stressOf(const std::vector<Point> &points, const PivotDistances &wanted)
{
    double lengths = 0;
    double squares = 0;
    std::vector<std::pair<double, double>> pairs;
    for (std::size_t pivot = 0; pivot < wanted.pivots().size(); ++pivot) {
        for (std::uint32_t node = 0; node < points.size(); ++node) {
            if (node == wanted.pivots()[pivot])
                continue;
            const double steps = wanted(node, pivot);
            const double length = distance(points[node], points[wanted.pivots()[pivot]]);
            lengths += length / steps;
            squares += length * length / (steps * steps);
            pairs.emplace_back(length, steps);
        }
    }
    double stress = 0;
    for (const auto &[length, steps] : pairs)
        stress += std::pow(length * lengths / squares / steps - 1, 2);
    return stress / static_cast<double>(pairs.size());
}

}  // namespace

class tst_force_layout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSamePositionsWithAnyNumberOfThreads()
    {
        const Adjacency graph(1'600, lattice(40));
        for (const LayoutQuality quality :
             {LayoutQuality::Fast, LayoutQuality::Fine, LayoutQuality::Clusters}) {
            WorkerTeam one(1);
            WorkerTeam three(3);
            QCOMPARE(forceLayout(graph, quality, 4, one), forceLayout(graph, quality, 4, three));
        }
    }
    void linksAreShortAgainstTheWhole()
    {
        const Pairs pairs = lattice(30);
        WorkerTeam team(1);
        const auto points = forceLayout(Adjacency(900, pairs), LayoutQuality::Fast, 1, team);
        double longest = 0;
        for (const auto &[a, b] : pairs)
            longest = std::max(longest, distance(points[a], points[b]));
        QVERIFY(distance(points[0], points[899]) > 15);
        QVERIFY(longest < 4);
    }
    void fineIsNearerToTheDistancesInTheGraph()
    {
        const Adjacency graph(900, lattice(30));
        const PivotDistances wanted(graph, 30, 9);
        WorkerTeam team(1);
        const double fast = stressOf(forceLayout(graph, LayoutQuality::Fast, 1, team), wanted);
        const double fine = stressOf(forceLayout(graph, LayoutQuality::Fine, 1, team), wanted);
        QVERIFY(fine < fast);
        QVERIFY(fine < 0.05);
    }
    void clustersStandApart()
    {
        // Twenty groups of thirty, all linked within and a few links between.
        Pairs pairs;
        Dice dice(5);
        for (std::uint32_t group = 0; group < 20; ++group) {
            for (std::uint32_t i = 0; i < 30; ++i) {
                for (std::uint32_t j = 0; j < i; ++j)
                    if (dice.below(3) == 0)
                        pairs.emplace_back(group * 30 + j, group * 30 + i);
                const std::uint32_t other = dice.below(600);
                if (other / 30 != group)
                    pairs.emplace_back(group * 30 + i, other);
            }
        }
        WorkerTeam team(1);
        const auto points = forceLayout(Adjacency(600, pairs), LayoutQuality::Clusters, 1, team);
        double within = 0;
        double between = 0;
        for (std::uint32_t i = 0; i < 600; i += 7) {
            double nearest = 1e9;
            double farthest = 0;
            for (std::uint32_t j = 0; j < 600; ++j) {
                if (i / 30 == j / 30)
                    farthest = std::max(farthest, distance(points[i], points[j]));
                else
                    nearest = std::min(nearest, distance(points[i], points[j]));
            }
            within += farthest;
            between += nearest;
        }
        QVERIFY(between > within / 2);
    }
    void heldNodesDoNotMoveAndAnchoredOnesDriftLittle()
    {
        const Adjacency graph(400, lattice(20));
        WorkerTeam team(2);
        ForceStart start;
        start.positions = forceLayout(graph, LayoutQuality::Fast, 2, team);
        start.footings.assign(400, Footing::Anchored);
        start.footings[7] = start.footings[250] = Footing::Held;
        const auto after = forceLayoutFrom(graph, start, LayoutQuality::Fast, team);
        QCOMPARE(after[7], start.positions[7]);
        QCOMPARE(after[250], start.positions[250]);
        double drift = 0;
        for (std::size_t i = 0; i < after.size(); ++i)
            drift += distance(after[i], start.positions[i]) / 400;
        QVERIFY(drift < 0.05 * distance(start.positions[0], start.positions[399]));
    }
    void aStopStillGivesAPlaceToEveryNode()
    {
        std::stop_source stop;
        stop.request_stop();
        WorkerTeam team(1);
        QCOMPARE(
            forceLayout(Adjacency(400, lattice(20)), LayoutQuality::Fast, 1, team, stop.get_token())
                .size(),
            std::size_t{400});
        // In the midst of the rounds, too.
        std::stop_source later;
        ForceEvents events;
        events.progress = [&later](double) { later.request_stop(); };
        QCOMPARE(forceLayout(Adjacency(1'600, lattice(40)), LayoutQuality::Fast, 1, team,
                             later.get_token(), events)
                     .size(),
                 std::size_t{1'600});
    }
    void progressRisesToTheWhole()
    {
        double last = 0;
        bool isRising = true;
        ForceEvents events;
        events.progress = [&](double share) {
            isRising = isRising && share >= last - 1e-9;
            last = share;
        };
        WorkerTeam team(1);
        forceLayout(Adjacency(900, lattice(30)), LayoutQuality::Fast, 1, team, {}, events);
        QVERIFY(isRising);
        QVERIFY(last > 0.999);
    }
    void aFirstViewHasEveryNodeAndComesBeforeMostOfTheWork()
    {
        double share = 0;
        double firstAt = -1;
        ForceEvents events;
        events.progress = [&share](double now) { share = now; };
        bool isWhole = true;
        events.firstViews = [&](const std::vector<Point> &points) {
            isWhole = isWhole && points.size() == 10'000;
            if (firstAt < 0)
                firstAt = share;
        };
        WorkerTeam team(2);
        forceLayout(Adjacency(10'000, lattice(100)), LayoutQuality::Fast, 1, team, {}, events);
        QVERIFY(isWhole);
        QVERIFY(firstAt >= 0 && firstAt < 0.2);
    }
    void aStarIsLaidOutWithoutFarOutliers()
    {
        Pairs pairs;
        for (std::uint32_t i = 1; i < 3'000; ++i)
            pairs.emplace_back(0, i);
        WorkerTeam team(1);
        const auto points = forceLayout(Adjacency(3'000, pairs), LayoutQuality::Fast, 1, team);
        for (const Point point : points)
            QVERIFY(distance(point, points[0]) < 6);
    }
};

QTEST_GUILESS_MAIN(tst_force_layout)
#include "tst_force_layout.moc"
