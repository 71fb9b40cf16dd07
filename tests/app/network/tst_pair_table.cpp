// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <set>

#include <QTest>

#include "app/network/pair_table.h"

using namespace dateline;

class tst_pair_table : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itHoldsThePairsThatWerePutIn()
    {
        constexpr std::uint32_t kNodes = 30;
        std::mt19937 random(3);
        std::vector<PairTable::Pair> pairs(200);
        for (PairTable::Pair &pair : pairs)
            pair = {random() % kNodes, random() % kNodes};
        const PairTable table(pairs, kNodes);
        const std::multiset<PairTable::Pair> sorted(pairs.begin(), pairs.end());
        std::vector<PairTable::Pair> listed;
        for (std::uint32_t first = 0; first < kNodes; ++first) {
            for (const std::uint32_t second : table.of(first))
                listed.emplace_back(first, second);
            for (std::uint32_t second = 0; second < kNodes; ++second)
                QCOMPARE(table.contains(first, second), sorted.contains({first, second}));
        }
        QCOMPARE(listed, std::vector<PairTable::Pair>(sorted.begin(), sorted.end()));
    }
    void withoutPairsNothingIsInIt()
    {
        const PairTable table({}, 3);
        QVERIFY(table.of(2).empty());
        QVERIFY(!table.contains(0, 1));
    }
};

QTEST_GUILESS_MAIN(tst_pair_table)
#include "tst_pair_table.moc"
