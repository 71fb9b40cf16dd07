// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/adjacency.h"

using namespace dateline;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class tst_adjacency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothEndsKnowEachOtherAndSelfLinksAreDropped()
    {
        const Adjacency graph(3, Pairs{{0, 1}, {1, 1}, {1, 2}}, std::vector<float>{2, 9, 5});
        QCOMPARE(graph.of(1).size(), std::size_t{2});
        QCOMPARE(graph.of(0)[0], 1u);
        QCOMPARE(graph.weightsOf(2)[0], 5.0F);
        QCOMPARE(graph.entryCount(), std::size_t{4});
    }
    void stepsCountLinksAndTellWhatIsOutOfReach()
    {
        const Adjacency graph(4, Pairs{{0, 1}, {1, 2}});
        QCOMPARE(graph.stepsFrom(0), (std::vector<std::uint32_t>{0, 1, 2, UINT32_MAX}));
    }
    void componentsAreNumberedByTheirFirstNode()
    {
        std::uint32_t count = 0;
        const Adjacency graph(5, Pairs{{0, 3}, {1, 4}});
        QCOMPARE(graph.components(&count), (std::vector<std::uint32_t>{0, 1, 2, 0, 1}));
        QCOMPARE(count, 3u);
    }
    void anEmptyGraphHasNoNodes() { QCOMPARE(Adjacency().nodeCount(), 0u); }
};

QTEST_GUILESS_MAIN(tst_adjacency)
#include "tst_adjacency.moc"
