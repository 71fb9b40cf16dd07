// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/adjacency.h"
#include "app/network/bridging.h"
#include "app/network/dice.h"
#include "app/network/network.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

namespace {

using Pairs = std::vector<NodePair>;

Network networkOf(std::uint32_t count, const Pairs &pairs)
{
    test::SnapshotOf rows;
    std::vector<ActorId> actors;
    for (std::uint32_t i = 0; i < count; ++i)
        actors.push_back(rows.actor("actor"));
    for (const auto &[a, b] : pairs)
        rows.relation(actors[a], actors[b], "tie");
    return buildNetwork(*rows.build(), {});
}

// By taking each node out and counting.
std::uint32_t partsWithout(std::uint32_t count, const Pairs &pairs, std::uint32_t node)
{
    Pairs left;
    std::uint32_t degree = 0;
    for (const NodePair &pair : pairs) {
        if (pair.first == node || pair.second == node)
            ++degree;
        else
            left.push_back(pair);
    }
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    Adjacency(count, pairs).components(&before);
    Adjacency(count, left).components(&after);
    return degree == 0 ? 0 : after - before;  // the node itself is one of those after
}

}  // namespace

class tst_bridging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMiddleOfABarbellCuts()
    {
        const Pairs pairs{{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}, {3, 5}, {4, 5}};
        const CutPoints found = cutPoints(7, pairs);
        QCOMPARE(found.partsWithout, (std::vector<std::uint32_t>{1, 1, 2, 2, 1, 1, 0}));
        QCOMPARE(found.bridges, (Pairs{{2, 3}}));
    }
    void aStarFallsIntoItsLeaves()
    {
        const CutPoints found = cutPoints(4, Pairs{{0, 1}, {0, 2}, {0, 3}});
        QCOMPARE(found.partsWithout, (std::vector<std::uint32_t>{3, 1, 1, 1}));
        QCOMPARE(found.bridges.size(), std::size_t{3});
    }
    void aRingHasNoWeakPlace()
    {
        const CutPoints found = cutPoints(4, Pairs{{0, 1}, {0, 3}, {1, 2}, {2, 3}});
        QCOMPARE(found.partsWithout, (std::vector<std::uint32_t>{1, 1, 1, 1}));
        QVERIFY(found.bridges.empty());
    }
    void takingNodesOutAgrees()
    {
        Dice dice(7);
        for (int round = 0; round < 40; ++round) {
            Pairs pairs;
            for (std::uint32_t a = 0; a < 24; ++a)
                for (std::uint32_t b = a + 1; b < 24; ++b)
                    if (dice.unit() < 0.07)
                        pairs.emplace_back(a, b);
            const CutPoints found = cutPoints(24, pairs);
            for (std::uint32_t node = 0; node < 24; ++node)
                QCOMPARE(found.partsWithout[node], partsWithout(24, pairs, node));
        }
    }
    void aLongChainNeedsNoRecursion()
    {
        Pairs pairs;
        for (std::uint32_t i = 1; i < 200'000; ++i)
            pairs.emplace_back(i - 1, i);
        QCOMPARE(cutPoints(200'000, pairs).bridges.size(), pairs.size());
    }
    void whoIsLinkedToBothIsCommon()
    {
        const Network network = networkOf(5, {{0, 2}, {1, 2}, {0, 3}, {1, 3}, {0, 1}, {1, 4}});
        QCOMPARE(commonNeighbours(network, 0, 1), (std::vector<std::uint32_t>{2, 3}));
        QVERIFY(commonNeighbours(network, 0, 4) == std::vector<std::uint32_t>{1});
    }
    void ringsCountSteps()
    {
        const Network network = networkOf(5, {{0, 1}, {1, 2}, {2, 3}, {0, 2}});
        const std::vector<std::vector<std::uint32_t>> two{{0}, {1, 2}, {3}};
        QCOMPARE(rings(network, 0, 2), two);
        QCOMPARE(rings(network, 0, 9), two);
        QCOMPARE(rings(network, 0, 1).size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(tst_bridging)
#include "tst_bridging.moc"
