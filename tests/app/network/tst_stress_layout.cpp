// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/stress_layout.h"

using namespace dateline;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class tst_stress_layout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wantedDistancesFollowTheShortestWay()
    {
        const WantedDistances wanted(
            Adjacency(4, Pairs{{0, 1}, {1, 2}, {0, 2}}, std::vector<float>{1, 1, 5}));
        QCOMPARE(wanted(0, 2), 2.0);
        QCOMPARE(wanted(2, 0), 2.0);
        QVERIFY(wanted(0, 3) > 0);  // no way: a little apart, not infinitely
    }
    void aPathIsLaidOutStraight()
    {
        const WantedDistances wanted(Adjacency(4, Pairs{{0, 1}, {1, 2}, {2, 3}}));
        const auto points = stressLayout(wanted, 1, {});
        QVERIFY(std::abs(distance(points[0], points[3]) - 3) < 0.05);
    }
    void majorisingLowersTheStressAndHoldsWhatIsHeld()
    {
        const WantedDistances wanted(Adjacency(5, Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}}));
        std::vector<Point> points{{0, 0}, {5, 1}, {0, 4}, {3, 3}, {1, 5}};
        const double before = stressOf(wanted, points);
        majoriseStress(wanted, points, {1, 0, 0, 0, 0}, {});
        QVERIFY(stressOf(wanted, points) < 0.2 * before);
        QCOMPARE(points[0], (Point{0, 0}));
    }
};

QTEST_GUILESS_MAIN(tst_stress_layout)
#include "tst_stress_layout.moc"
