// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/dice.h"
#include "app/network/overlap_removal.h"

using namespace dateline;

class tst_overlap_removal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeapOfBoxesComesApart()
    {
        Dice dice(3);
        std::vector<Point> positions;
        for (int i = 0; i < 60; ++i)
            positions.push_back({dice.between(0, 3), dice.between(0, 2)});
        const std::vector<NodeExtent> extents(60, NodeExtent{0.15, 1.1, 0.3});
        QVERIFY(countOverlaps(positions, extents) > 50);
        removeOverlaps(positions, extents, {}, 0.05);
        QCOMPARE(countOverlaps(positions, extents), 0);
    }
    void boxesInOneSpotComeApart()
    {
        std::vector<Point> positions(8, Point{1, 1});
        const std::vector<NodeExtent> extents(8, NodeExtent{0.2, 0.9, 0.3});
        removeOverlaps(positions, extents, {}, 0.05);
        QCOMPARE(countOverlaps(positions, extents), 0);
    }
    void heldBoxesStayAndTheOthersMakeWay()
    {
        std::vector<Point> positions{{0, 0}, {0.1, 0}, {0.2, 0.1}};
        const std::vector<NodeExtent> extents(3, NodeExtent{0.2, 1, 0.3});
        removeOverlaps(positions, extents, {1, 0, 0}, 0.05);
        QCOMPARE(positions[0], (Point{0, 0}));
        QCOMPARE(countOverlaps(positions, extents), 0);
    }
    void whatIsApartStaysInPlace()
    {
        std::vector<Point> positions{{0, 0}, {4, 0}};
        const auto before = positions;
        removeOverlaps(positions, std::vector<NodeExtent>(2, NodeExtent{0.2, 1, 0.3}), {}, 0.05);
        QCOMPARE(positions, before);
    }
};

QTEST_GUILESS_MAIN(tst_overlap_removal)
#include "tst_overlap_removal.moc"
