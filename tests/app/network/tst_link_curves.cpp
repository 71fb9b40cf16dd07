// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <QTest>

#include "app/network/link_curves.h"
#include "app/network/network_hit.h"

using namespace dateline;

namespace {

SceneNode mark(Point at, NodeShape shape = NodeShape::Circle)
{
    SceneNode node;
    node.at = at;
    node.radius = 10;
    node.shape = shape;
    return node;
}

NetworkLink lane(std::uint32_t from, std::uint32_t to, std::uint16_t number, std::uint16_t of)
{
    NetworkLink link;
    link.from = from;
    link.to = to;
    link.lane = number;
    link.laneCount = of;
    return link;
}

}  // namespace

class tst_link_curves : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSingleLinkIsStraightAndEndsAtTheMarks()
    {
        const SceneCurve curve = curveBetween(mark({0, 0}), mark({200, 0}), lane(0, 1, 0, 1), 1);
        QCOMPARE(std::round(curve.from.x), 12.0);
        QCOMPARE(std::round(curve.to.x), 188.0);
        QVERIFY(std::abs(curve.control.y) < 1e-9);
    }
    void parallelLinksFanOutToBothSidesAndOppositeOnesKeepTheirs()
    {
        const SceneNode a = mark({0, 0});
        const SceneNode b = mark({400, 0});
        const double first = pointOn(curveBetween(a, b, lane(0, 1, 0, 2), 1), 0.5).y;
        const double second = pointOn(curveBetween(a, b, lane(0, 1, 1, 2), 1), 0.5).y;
        const double opposite = pointOn(curveBetween(b, a, lane(1, 0, 1, 2), 1), 0.5).y;
        QVERIFY(first < -5 && second > 5);
        QVERIFY(std::abs(opposite - second) < 1e-6);
    }
    void edgesFollowTheShape()
    {
        QCOMPARE(edgeOf(NodeShape::Circle, 10, {1, 1}), 10.0);
        QVERIFY(edgeOf(NodeShape::Square, 10, {1, 1}) > edgeOf(NodeShape::Square, 10, {1, 0}));
        QVERIFY(std::abs(edgeOf(NodeShape::Diamond, 10, {1, 0}) - 10) < 1e-9);
        QVERIFY(edgeOf(NodeShape::Diamond, 10, {1, 1}) < 8);
    }
    void namesCutGaps()
    {
        const SceneCurve curve{{0, 0}, {50, 0}, {100, 0}};
        const std::array<PlaneBox, 1> name{PlaneBox{40, -8, 60, 8}};
        std::vector<SceneCurve> pieces;
        addPiecesOutside(curve, name, pieces);
        QCOMPARE(pieces.size(), std::size_t{2});
        QVERIFY(std::abs(pieces[0].to.x - 40) < 1e-6);
        QVERIFY(std::abs(pieces[1].from.x - 60) < 1e-6);
    }
    void boxesBesideTheCurveCutNothing()
    {
        const SceneCurve curve{{0, 0}, {50, 80}, {100, 0}};
        const std::array<PlaneBox, 1> below{PlaneBox{40, -20, 60, 10}};
        std::vector<SceneCurve> pieces;
        addPiecesOutside(curve, below, pieces);
        QCOMPARE(pieces.size(), std::size_t{1});
        QVERIFY(!meets(curve, below[0]));
        QVERIFY(meets(curve, {40, 30, 60, 50}));
    }
    void aPartOfACurveLiesOnIt()
    {
        const SceneCurve curve{{0, 0}, {50, 80}, {100, 0}};
        const SceneCurve part = partOf(curve, 0.25, 0.75);
        QVERIFY(distance(part.from, pointOn(curve, 0.25)) < 1e-9);
        QVERIFY(distance(pointOn(part, 0.5), pointOn(curve, 0.5)) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(tst_link_curves)
#include "tst_link_curves.moc"
