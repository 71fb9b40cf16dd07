// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/plane.h"

using namespace dateline;

class tst_plane : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void segmentsThatShareAnEndDoNotCross()
    {
        QVERIFY(segmentsCross({0, 0}, {2, 2}, {0, 2}, {2, 0}));
        QVERIFY(!segmentsCross({0, 0}, {2, 2}, {2, 2}, {4, 0}));
        QVERIFY(!segmentsCross({0, 0}, {1, 0}, {0, 1}, {1, 1}));
    }
    void lengthInsideCountsOnlyThePartInTheBox()
    {
        const PlaneBox box{1, 1, 3, 3};
        QCOMPARE(lengthInside({0, 2}, {4, 2}, box), 2.0);
        QCOMPARE(lengthInside({2, 2}, {2, 9}, box), 1.0);
        QCOMPARE(lengthInside({0, 0}, {4, 0}, box), 0.0);
        QCOMPARE(lengthInside({1.5, 1.5}, {2.5, 1.5}, box), 1.0);
    }
    void boxesThatTouchDoNotMeet()
    {
        QVERIFY((PlaneBox{0, 0, 2, 2}.meets({1, 1, 3, 3})));
        QVERIFY((!PlaneBox{0, 0, 2, 2}.meets({2, 0, 3, 3})));
        QCOMPARE((PlaneBox{0, 0, 2, 2}.commonArea({1, 1, 3, 3})), 1.0);
    }
    void distanceToASegmentEndsAtItsEnds()
    {
        QCOMPARE(distanceToSegment({0, 1}, {-1, 0}, {1, 0}), 1.0);
        QCOMPARE(distanceToSegment({4, 4}, {0, 0}, {1, 0}), 5.0);
        QCOMPARE(distanceToSegment({3, 4}, {0, 0}, {0, 0}), 5.0);
    }
};

QTEST_GUILESS_MAIN(tst_plane)
#include "tst_plane.moc"
