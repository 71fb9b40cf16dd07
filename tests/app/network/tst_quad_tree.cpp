// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "app/network/dice.h"
#include "app/network/quad_tree.h"

using namespace dateline;

namespace {

struct Bodies {
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> mass;
};

Bodies cloud(int count)
{
    Bodies bodies;
    Dice dice(7);
    for (int i = 0; i < count; ++i) {
        bodies.x.push_back(static_cast<float>(dice.between(-50, 50)));
        bodies.y.push_back(static_cast<float>(dice.between(-50, 50)));
        bodies.mass.push_back(static_cast<float>(dice.between(1, 4)));
    }
    return bodies;
}

QuadTree::Push directPush(const Bodies &bodies, std::size_t on)
{
    double x = 0;
    double y = 0;
    for (std::size_t i = 0; i < bodies.x.size(); ++i) {
        if (i == on)
            continue;
        const double dx = bodies.x[on] - bodies.x[i];
        const double dy = bodies.y[on] - bodies.y[i];
        const double squared = dx * dx + dy * dy;
        x += bodies.mass[i] * dx / squared;
        y += bodies.mass[i] * dy / squared;
    }
    return {static_cast<float>(x), static_cast<float>(y), 0};
}

}  // namespace

class tst_quad_tree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutHeapsThePushIsTheDirectSum()
    {
        const Bodies bodies = cloud(200);
        const QuadTree tree(bodies.x, bodies.y, bodies.mass);
        for (std::uint32_t i = 0; i < 200; i += 17) {
            const auto near = tree.pushOn(i, 0);
            const auto direct = directPush(bodies, i);
            QVERIFY(std::hypot(near.x - direct.x, near.y - direct.y) < 1e-2F);
        }
    }
    void heapsStayWithinAFewHundredthsOfIt()
    {
        const Bodies bodies = cloud(2'000);
        const QuadTree tree(bodies.x, bodies.y, bodies.mass);
        double error = 0;
        double size = 0;
        for (std::uint32_t i = 0; i < 2'000; i += 37) {
            const auto rough = tree.pushOn(i, 0.9F);
            const auto direct = directPush(bodies, i);
            error += std::hypot(rough.x - direct.x, rough.y - direct.y);
            size += std::hypot(direct.x, direct.y);
        }
        QVERIFY(error < 0.06 * size);
    }
    void bodiesInOneSpotEndTheSplitting()
    {
        const std::vector<float> same(100, 3.0F);
        const QuadTree tree(same, same, same);
        const auto push = tree.pushOn(5, 0.9F);
        QCOMPARE(push.x, 0.0F);
    }
};

QTEST_GUILESS_MAIN(tst_quad_tree)
#include "tst_quad_tree.moc"
