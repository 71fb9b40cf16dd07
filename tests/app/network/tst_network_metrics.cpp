// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "app/network/network.h"
#include "app/network/network_metrics.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

namespace {

using Pairs = std::vector<NodePair>;

// Two triangles joined by the bridge 2 - 3, and a node alone.
const Pairs kBarbell{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}};

Pairs pathOf(std::uint32_t count)
{
    Pairs pairs;
    for (std::uint32_t i = 1; i < count; ++i)
        pairs.emplace_back(i - 1, i);
    return pairs;
}

}  // namespace

class tst_network_metrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void degreesCountLinkedPairs()
    {
        QCOMPARE(degrees(7, kBarbell), (std::vector<std::uint32_t>{2, 2, 3, 3, 2, 2, 0}));
    }
    void componentsAreNumberedInOrder()
    {
        const Components found = components(7, kBarbell);
        QCOMPARE(found.count, 2u);
        QCOMPARE(found.ofNode[5], 0u);
        QCOMPARE(found.ofNode[6], 1u);
    }
    void bridgesHaveTheBetweenness()
    {
        const Betweenness found = betweenness(7, kBarbell);
        // 0 and 1 reach 3, 4 and 5 through node 2.
        QCOMPARE(found.ofNode, (std::vector<double>{0, 0, 6, 6, 0, 0, 0}));
        QVERIFY(found.isComplete && !found.isSampled);
    }
    void inAPathBetweennessIsAProduct()
    {
        // The i-th of n nodes lies between i * (n - 1 - i) pairs.
        for (const std::uint32_t count : {40u, 601u}) {
            const Betweenness found = betweenness(count, pathOf(count));
            for (std::uint32_t i = 0; i < count; i += 13)
                QCOMPARE(found.ofNode[i], double(i) * (count - 1 - i));
        }
    }
    void sampledBetweennessIsNearTheTruth()
    {
        const std::uint32_t count = 6'000;
        const Betweenness found = betweenness(count, pathOf(count));
        QVERIFY(found.isSampled);
        const double middle = 3'000.0 * (count - 1 - 3'000);
        QVERIFY(std::abs(found.ofNode[3'000] - middle) < 0.02 * middle);
    }
    void betweennessIsTheSameForAnyNumberOfThreads()
    {
        // A ring with chords, large enough to be shared out.
        Pairs pairs;
        for (std::uint32_t i = 0; i < 1'500; ++i) {
            pairs.emplace_back(i, (i + 1) % 1'500);
            pairs.emplace_back(i, (i * 7 + 3) % 1'500);
        }
        QCOMPARE(betweenness(1'500, pairs, {}, {}, 1).ofNode,
                 betweenness(1'500, pairs, {}, {}, 3).ofNode);
    }
    void walkersMeetInTheMiddleOfAStar()
    {
        // The middle gets 0.15 / 5 + 0.85 * 4 leaves; a leaf a quarter of the middle's.
        const PageRank found = pageRank(5, Pairs{{0, 1}, {0, 2}, {0, 3}, {0, 4}});
        const double middle = (0.03 + 0.85 * 4 * 0.03) / (1 - 0.85 * 0.85);
        QVERIFY(std::abs(found.ofNode[0] - middle) < 1e-12);
        QVERIFY(std::abs(found.ofNode[3] - (0.03 + 0.85 * middle / 4)) < 1e-12);
        QVERIFY(found.isComplete);
    }
    void whoHasNoLinksSharesWithAll()
    {
        const PageRank found = pageRank(7, kBarbell);
        double sum = 0;
        for (const double rank : found.ofNode)
            sum += rank;
        QVERIFY(std::abs(sum - 1) < 1e-12);
        QVERIFY(found.ofNode[6] > 0 && found.ofNode[6] < found.ofNode[0]);
    }
    void aStopIsTold()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!betweenness(700, pathOf(700), stop.get_token()).isComplete);
        QVERIFY(!pageRank(700, pathOf(700), stop.get_token()).isComplete);
    }
    void coresPeelOffTheLeaves()
    {
        Pairs pairs = kBarbell;
        pairs.emplace_back(5, 6);
        QCOMPARE(coreNumbers(7, pairs), (std::vector<std::uint32_t>{2, 2, 2, 2, 2, 2, 1}));
    }
    void anEmptyGraphHasNoFigures()
    {
        QCOMPARE(components(0, {}).count, 0u);
        QVERIFY(betweenness(0, {}).ofNode.empty());
        QVERIFY(pageRank(0, {}).ofNode.empty());
        QVERIFY(coreNumbers(0, {}).empty());
    }
    void theShortestWayComesWithAllItsLinks()
    {
        test::SnapshotOf rows;
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        const ActorId c = rows.actor("C", "state");
        const ActorId d = rows.actor("D", "state");
        rows.actor("E", "state");
        rows.relation(a, b, "x");
        rows.relation(b, d, "x");
        rows.relation(d, b, "y");  // parallel: on the way too
        rows.relation(c, a, "x");
        rows.relation(c, d, "x");
        const Network network = buildNetwork(*rows.build(), {});
        const ShortestPaths paths = shortestPaths(network, 0, 3);
        QCOMPARE(paths.length(), 2u);
        QCOMPARE(paths.nodes, (std::vector<std::uint32_t>{0, 1, 3}));
        QCOMPARE(paths.allNodes, (std::vector<std::uint32_t>{0, 1, 2, 3}));
        QCOMPARE(paths.links, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
        QVERIFY(shortestPaths(network, 0, 4).nodes.empty());
        QCOMPARE(shortestPaths(network, 2, 2).length(), 0u);
    }
};

QTEST_GUILESS_MAIN(tst_network_metrics)
#include "tst_network_metrics.moc"
