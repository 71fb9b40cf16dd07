// SPDX-License-Identifier: GPL-3.0-or-later
// The map in the reader's head: when a hundred actors come, what the user placed stays, and the
// others drift by less than a twentieth of the picture's width.
#include <QTest>

#include "app/network/dice.h"
#include "app/network/network_layout.h"

using namespace dateline;

namespace {

constexpr std::uint32_t kNewcomers = 100;
constexpr std::uint32_t kPinnedEvery = 10;

// Groups of twenty, tied inside, with some ties beyond; each node knows earlier ones alone, so that
// the first of a larger graph are the smaller one.
std::vector<std::pair<std::uint32_t, std::uint32_t>> grownTo(std::uint32_t count)
{
    constexpr std::uint32_t kGroup = 20;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    Dice dice(11);
    for (std::uint32_t node = 1; node < count; ++node) {
        const std::uint32_t first = node - node % kGroup;
        for (int tie = 0; tie < 3; ++tie) {
            const std::uint32_t inside =
                node > first ? first + dice.below(node - first) : dice.below(node);
            const std::uint32_t other = tie < 2 || dice.unit() < 0.8 ? inside : dice.below(node);
            pairs.emplace_back(other, node);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

LayoutRequest requestOf(std::uint32_t count, bool hasExtents)
{
    LayoutRequest request;
    request.nodeCount = count;
    request.pairs = grownTo(count);
    if (hasExtents)
        request.extents.assign(count, NodeExtent{0.1, 0.5, 0.15});
    return request;
}

}  // namespace

class tst_layout_stability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newcomersMoveNobodyFar_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("hasExtents");
        QTest::newRow("a picture that is read name by name") << 160 << true;
        QTest::newRow("one with some room") << 40 << true;
        QTest::newRow("a thousand dots") << 1'000 << false;
        QTest::newRow("ten thousand dots") << 10'000 << false;
    }
    void newcomersMoveNobodyFar()
    {
        QFETCH(int, count);
        QFETCH(bool, hasExtents);
        const auto before = static_cast<std::uint32_t>(count);
        const LayoutRequest first = requestOf(before, hasExtents);
        const std::vector<Point> there = layOut(first).positions;

        LayoutRequest second = requestOf(before + kNewcomers, hasExtents);
        second.startFrom = LayoutStart::StayThere;
        second.start.resize(second.nodeCount);
        second.isPinned.assign(second.nodeCount, 0);
        for (std::uint32_t node = 0; node < before; ++node) {
            second.start[node] = there[node];
            second.isPinned[node] = node % kPinnedEvery == 0;
        }
        const std::vector<Point> now = layOut(second).positions;

        const auto [left, right] = std::minmax_element(there.begin(), there.end(),
                                                       [](Point a, Point b) { return a.x < b.x; });
        const double width = right->x - left->x;
        double moved = 0;
        for (std::uint32_t node = 0; node < before; ++node) {
            if (node % kPinnedEvery == 0)
                QCOMPARE(now[node], there[node]);
            moved += distance(there[node], now[node]);
        }
        const double share = moved / before / width;
        QVERIFY2(share < 0.05, qPrintable(QString::number(share)));
        for (std::uint32_t a = 0; hasExtents && a < second.nodeCount; ++a)
            for (std::uint32_t b = 0; b < a; ++b)
                QVERIFY(!second.extents[a].whole(now[a]).meets(second.extents[b].whole(now[b])));
        qInfo("mean move %.2f %% of the width", 100 * share);
    }
};

QTEST_GUILESS_MAIN(tst_layout_stability)
#include "tst_layout_stability.moc"
