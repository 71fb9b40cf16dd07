// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/pin_fitting.h"

using namespace dateline;

class tst_pin_fitting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTurnedMovedAndMirroredPictureIsFoundBack()
    {
        const std::vector<Point> picture{{0, 0}, {2, 0}, {2, 1}, {0.5, 3}, {-1, 2}};
        // Mirrored, a quarter turn, half as large again, and moved.
        const auto seen = [](Point point) { return Point{1.5 * point.y + 7, 1.5 * point.x - 4}; };
        std::vector<Point> positions = picture;
        const std::vector<PinnedPoint> pins{
            {0, seen(picture[0])}, {1, seen(picture[1])}, {3, seen(picture[3])}};
        fitToPins(positions, pins);
        for (std::size_t i = 0; i < picture.size(); ++i)
            QVERIFY(distance(positions[i], seen(picture[i])) < 1e-9);
    }
    void oneConstraintOnlyMoves()
    {
        std::vector<Point> positions{{0, 0}, {1, 0}, {0, 2}};
        fitToPins(positions, std::vector<PinnedPoint>{{1, {5, 5}}});
        QCOMPARE(positions[1], (Point{5, 5}));
        QCOMPARE(positions[0], (Point{4, 5}));
        QCOMPARE(positions[2], (Point{4, 7}));
    }
    void pinsThatStandTogetherDoNotSqueezeTheRest()
    {
        std::vector<Point> positions{{0, 0}, {10, 0}, {5, 8}};
        fitToPins(positions, std::vector<PinnedPoint>{{0, {3, 3}}, {1, {3.1, 3}}});
        QCOMPARE(positions[0], (Point{3, 3}));
        QVERIFY(distance(positions[2], Point{3.05, 3}) > 3.9);
    }
};

QTEST_GUILESS_MAIN(tst_pin_fitting)
#include "tst_pin_fitting.moc"
