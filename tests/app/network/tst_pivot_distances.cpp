// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "app/network/dice.h"
#include "app/network/pivot_distances.h"

using namespace dateline;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Adjacency anyGraph(std::uint32_t nodes)
{
    Dice dice(3);
    Pairs pairs;
    for (std::uint32_t i = 1; i < nodes; ++i)
        pairs.emplace_back(dice.below(i), i);
    for (std::uint32_t i = 0; i < nodes / 3; ++i) {
        const std::uint32_t a = dice.below(nodes - 1);
        pairs.emplace_back(a, a + 1);
    }
    return {nodes, pairs};
}

}  // namespace

class tst_pivot_distances : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreThoseOfASearchFromEachPivot()
    {
        const Adjacency graph = anyGraph(500);
        const PivotDistances distances(graph, 20, 1);
        QCOMPARE(distances.pivots().size(), std::size_t{20});
        for (std::size_t pivot = 0; pivot < 20; ++pivot) {
            const auto steps = graph.stepsFrom(distances.pivots()[pivot]);
            for (std::uint32_t node = 0; node < 500; ++node)
                if (node != distances.pivots()[pivot])
                    QCOMPARE(distances(node, pivot), static_cast<float>(steps[node]));
        }
    }
    void aPivotIsChosenOnceAndThereAreNoMoreThanNodes()
    {
        const PivotDistances distances(anyGraph(9), 40, 5);
        const std::set<std::uint32_t> chosen(distances.pivots().begin(), distances.pivots().end());
        QCOMPARE(chosen.size(), std::size_t{9});
    }
    void aCoarserNodeIsAsFarAsItsMembersAreOnAverage()
    {
        // A path of six, in three groups of two.
        const Adjacency path(6, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}});
        const PivotDistances fine(path, 1, 1);
        const std::vector<std::uint32_t> nodeOf{0, 0, 1, 1, 2, 2};
        const PivotDistances coarse =
            fine.coarser(nodeOf, std::vector<float>(6, 1), std::vector<float>(3, 2));
        const std::uint32_t pivot = fine.pivots()[0];
        QCOMPARE(coarse.pivots()[0], nodeOf[pivot]);
        for (std::uint32_t node = 0; node < 3; ++node) {
            if (node == nodeOf[pivot])
                continue;
            const float mean = (fine(2 * node, 0) + fine(2 * node + 1, 0)) / 2;
            QCOMPARE(coarse(node, 0), mean);
        }
    }
};

QTEST_GUILESS_MAIN(tst_pivot_distances)
#include "tst_pivot_distances.moc"
