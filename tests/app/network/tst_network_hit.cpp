// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/network_hit.h"

using namespace dateline;

namespace {

NetworkScene twoMarks()
{
    NetworkScene scene;
    SceneNode node;
    node.node = 4;
    node.at = {100, 100};
    node.radius = 12;
    scene.nodes.push_back(node);
    node.node = 5;
    node.at = {300, 100};
    scene.nodes.push_back(node);
    SceneLink link;
    link.link = 9;
    link.whole = {{112, 100}, {200, 40}, {288, 100}};
    scene.links.push_back(link);
    NetworkText name;
    name.node = 5;
    name.box = {280, 114, 320, 128};
    scene.texts.push_back(name);
    return scene;
}

}  // namespace

class tst_network_hit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksNamesAndCurvesAreFound_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<quint32>("node");
        QTest::addColumn<quint32>("link");
        QTest::newRow("a mark") << 104.0 << 96.0 << 4u << Network::kNone;
        QTest::newRow("just outside it") << 114.0 << 100.0 << 4u << Network::kNone;
        QTest::newRow("its name") << 290.0 << 120.0 << 5u << Network::kNone;
        QTest::newRow("on the curve") << 200.0 << 71.0 << Network::kNone << 9u;
        QTest::newRow("on the chord, where the curve is not")
            << 200.0 << 100.0 << Network::kNone << Network::kNone;
        QTest::newRow("far from all") << 10.0 << 390.0 << Network::kNone << Network::kNone;
    }
    void marksNamesAndCurvesAreFound()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(quint32, node);
        QFETCH(quint32, link);
        const NetworkHit hit = hitTest(twoMarks(), {x, y});
        QCOMPARE(hit.node, node);
        QCOMPARE(hit.link, link);
    }
    void theNearestOfTwoLinesWins()
    {
        NetworkScene scene;
        scene.lines.push_back({{0, 0}, {100, 0}, 1, 0, false});
        scene.lines.push_back({{0, 4}, {100, 4}, 2, 0, false});
        QCOMPARE(hitTest(scene, {50, 1}).link, 1u);
        QCOMPARE(hitTest(scene, {50, 3}).link, 2u);
    }
};

QTEST_GUILESS_MAIN(tst_network_hit)
#include "tst_network_hit.moc"
