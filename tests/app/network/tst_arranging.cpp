// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/arranging.h"

using namespace dateline;

namespace {

using Points = std::vector<Point>;

const Points kThree{{0, 5}, {4, 1}, {1, 2}};

}  // namespace

class tst_arranging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void alignedPointsShareALine()
    {
        QCOMPARE(aligned(kThree, Alignment::Left), (Points{{0, 5}, {0, 1}, {0, 2}}));
        QCOMPARE(aligned(kThree, Alignment::Centre), (Points{{2, 5}, {2, 1}, {2, 2}}));
        QCOMPARE(aligned(kThree, Alignment::Right), (Points{{4, 5}, {4, 1}, {4, 2}}));
        QCOMPARE(aligned(kThree, Alignment::Top), (Points{{0, 1}, {4, 1}, {1, 1}}));
        QCOMPARE(aligned(kThree, Alignment::Middle), (Points{{0, 3}, {4, 3}, {1, 3}}));
        QCOMPARE(aligned(kThree, Alignment::Bottom), (Points{{0, 5}, {4, 5}, {1, 5}}));
        QVERIFY(aligned({}, Alignment::Left).empty());
    }
    void distributedPointsKeepTheirOrderAndEnds()
    {
        QCOMPARE(distributed(kThree, PlaneAxis::Across), (Points{{0, 5}, {4, 1}, {2, 2}}));
        QCOMPARE(distributed(kThree, PlaneAxis::Down), (Points{{0, 5}, {4, 1}, {1, 3}}));
        const Points two{{0, 0}, {9, 9}};
        QCOMPARE(distributed(two, PlaneAxis::Across), two);
    }
};

QTEST_GUILESS_MAIN(tst_arranging)
#include "tst_arranging.moc"
