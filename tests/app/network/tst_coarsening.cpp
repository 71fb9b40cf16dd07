// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/network/coarsening.h"

using namespace dateline;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class tst_coarsening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void massAndMembershipAreKept()
    {
        Pairs ring;
        for (std::uint32_t i = 0; i < 100; ++i)
            ring.emplace_back(i, (i + 1) % 100);
        const CoarserGraph coarse = coarsen(Adjacency(100, ring), std::vector<float>(100, 1), 3);
        QVERIFY(coarse.graph.nodeCount() <= 75);
        QVERIFY(coarse.graph.nodeCount() >= 16);
        QCOMPARE(std::accumulate(coarse.mass.begin(), coarse.mass.end(), 0.0F), 100.0F);
        for (const std::uint32_t node : coarse.nodeOf)
            QVERIFY(node < coarse.graph.nodeCount());
    }
    void theLeavesOfAStarJoinIt()
    {
        Pairs star;
        for (std::uint32_t i = 1; i < 50; ++i)
            star.emplace_back(0, i);
        // With each other, too, so that a large star gets smaller as fast as any graph.
        const CoarserGraph coarse = coarsen(Adjacency(50, star), std::vector<float>(50, 1), 3);
        QVERIFY(coarse.graph.nodeCount() <= 26);
    }
    void linksThatBecomeOneAddTheirWeights()
    {
        // Two tight pairs, joined by two weak links.
        const Adjacency graph(4, Pairs{{0, 1}, {2, 3}, {0, 2}, {1, 3}},
                              std::vector<float>{9, 9, 1, 1});
        const CoarserGraph coarse = coarsen(graph, std::vector<float>(4, 1), 1);
        QCOMPARE(coarse.graph.nodeCount(), 2u);
        QCOMPARE(coarse.graph.weightsOf(0)[0], 2.0F);
        QCOMPARE(coarse.nodeOf[0], coarse.nodeOf[1]);
    }
    void sameSeedSameGraph()
    {
        Pairs path;
        for (std::uint32_t i = 1; i < 60; ++i)
            path.emplace_back(i - 1, i);
        const Adjacency graph(60, path);
        const std::vector<float> mass(60, 1);
        QCOMPARE(coarsen(graph, mass, 5).nodeOf, coarsen(graph, mass, 5).nodeOf);
    }
};

QTEST_GUILESS_MAIN(tst_coarsening)
#include "tst_coarsening.moc"
