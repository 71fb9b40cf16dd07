// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/layout_search.h"

using namespace dateline;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

LayoutSearch searchOf(std::uint32_t nodes, Pairs pairs)
{
    LayoutSearch search;
    search.lengths.assign(pairs.size(), 1.0F);
    search.lanes.assign(pairs.size(), 1);
    search.pairs = std::move(pairs);
    search.extents.assign(nodes, NodeExtent{0.12, 0.6, 0.2});
    search.isHeld.assign(nodes, 0);
    search.anchors.resize(nodes);
    search.room = {0, 0, 6, 4};
    return search;
}

WantedDistances wantedOf(const LayoutSearch &search)
{
    return WantedDistances(
        Adjacency(static_cast<std::uint32_t>(search.extents.size()), search.pairs, search.lengths));
}

}  // namespace

class tst_layout_search : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSquareIsUncrossed()
    {
        const LayoutSearch search = searchOf(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
        std::vector<Point> points{{1, 1}, {4, 3}, {4, 1}, {1, 3}};
        QCOMPARE(countCrossings(search.pairs, points), 1);
        searchReadable(search, wantedOf(search), points, {});
        QCOMPARE(countCrossings(search.pairs, points), 0);
    }
    void aLinkLeavesTheMarkItRanThrough()
    {
        const LayoutSearch search = searchOf(3, {{0, 1}});
        std::vector<Point> points{{1, 2}, {5, 2}, {3, 2}};
        const double before = readingCost(search, wantedOf(search), points);
        searchReadable(search, wantedOf(search), points, {});
        QVERIFY(readingCost(search, wantedOf(search), points) < before);
        QCOMPARE(lengthInside(points[0], points[1], search.extents[2].mark(points[2])), 0.0);
    }
    void parallelLinksNeedMoreRoom()
    {
        LayoutSearch search = searchOf(3, {{0, 1}});
        const std::vector<Point> points{{1, 2}, {5, 2}, {3, 2.35}};
        const double single = readingCost(search, wantedOf(search), points);
        search.lanes[0] = 4;
        QVERIFY(readingCost(search, wantedOf(search), points) > single + 1);
    }
    void heldNodesStayAndTheSeedDecides()
    {
        LayoutSearch search = searchOf(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
        search.isHeld[1] = 1;
        const std::vector<Point> start{{1, 1}, {4, 3}, {4, 1}, {1, 3}};
        std::vector<Point> first = start;
        std::vector<Point> second = start;
        searchReadable(search, wantedOf(search), first, {});
        searchReadable(search, wantedOf(search), second, {});
        QCOMPARE(first, second);
        QCOMPARE(first[1], start[1]);
    }
};

QTEST_GUILESS_MAIN(tst_layout_search)
#include "tst_layout_search.moc"
