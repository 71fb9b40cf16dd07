// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "app/network/communities.h"
#include "app/network/dice.h"

using namespace dateline;

namespace {

using Pairs = std::vector<NodePair>;

// Cliques in a ring, neighbours joined by one link.
Pairs ringOfCliques(std::uint32_t cliques, std::uint32_t size)
{
    Pairs pairs;
    for (std::uint32_t clique = 0; clique < cliques; ++clique) {
        const std::uint32_t first = clique * size;
        for (std::uint32_t i = 0; i < size; ++i)
            for (std::uint32_t j = 0; j < i; ++j)
                pairs.emplace_back(first + j, first + i);
        pairs.emplace_back(first, (first + size + 1) % (cliques * size));
    }
    return pairs;
}

// Whether all of a group can be reached within it.
bool hangsTogether(std::uint32_t nodeCount, const Pairs &pairs, const Communities &found,
                   std::uint32_t group)
{
    Pairs inner;
    for (const auto &[a, b] : pairs)
        if (found.ofNode[a] == group && found.ofNode[b] == group)
            inner.emplace_back(a, b);
    const Components parts = components(nodeCount, inner);
    std::uint32_t part = UINT32_MAX;
    for (std::uint32_t node = 0; node < nodeCount; ++node) {
        if (found.ofNode[node] != group)
            continue;
        if (part != UINT32_MAX && parts.ofNode[node] != part)
            return false;
        part = parts.ofNode[node];
    }
    return true;
}

}  // namespace

class tst_communities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cliquesAreFound()
    {
        const Pairs pairs = ringOfCliques(8, 6);
        const Communities found = communitiesOf(48, pairs);
        QCOMPARE(found.count, 8u);
        for (std::uint32_t node = 0; node < 48; ++node)
            QCOMPARE(found.ofNode[node], node / 6);
        // Eight equal groups, with 15 of every 16 links within.
        QVERIFY(std::abs(found.modularity - (15.0 / 16 - 1.0 / 8)) < 1e-12);
        QVERIFY(found.isComplete);
    }
    void everyGroupHangsTogether()
    {
        Dice dice(2);
        Pairs pairs;
        for (std::uint32_t i = 1; i < 2'000; ++i) {
            pairs.emplace_back(dice.below(i), i);
            if (i % 2 == 0)
                pairs.emplace_back(i - 1, i);
        }
        const Communities found = communitiesOf(2'000, pairs);
        QVERIFY(found.count > 5 && found.modularity > 0.4);
        for (std::uint32_t group = 0; group < found.count; ++group)
            QVERIFY(hangsTogether(2'000, pairs, found, group));
    }
    void theSameGraphGivesTheSameGroups()
    {
        const Pairs pairs = ringOfCliques(30, 5);
        QCOMPARE(communitiesOf(150, pairs).ofNode, communitiesOf(150, pairs).ofNode);
    }
    void withoutLinksEverybodyIsAlone()
    {
        const Communities found = communitiesOf(4, {});
        QCOMPARE(found.count, 4u);
        QCOMPARE(found.modularity, 0.0);
        QCOMPARE(communitiesOf(0, {}).count, 0u);
    }
    void aStopLeavesGroupsForAll()
    {
        std::stop_source stop;
        stop.request_stop();
        const Communities found = communitiesOf(48, ringOfCliques(8, 6), stop.get_token());
        QVERIFY(!found.isComplete);
        QCOMPARE(found.ofNode.size(), std::size_t{48});
    }
};

QTEST_GUILESS_MAIN(tst_communities)
#include "tst_communities.moc"
