// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "app/network/body_tree.h"
#include "app/network/dice.h"

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

struct Pushes {
    std::vector<float> x;
    std::vector<float> y;

    bool operator==(const Pushes &) const = default;
};

Pushes pushesOf(const Bodies &bodies, float openness, unsigned threads)
{
    BodyTree tree;
    tree.build(bodies.x, bodies.y, bodies.mass);
    Pushes pushes{std::vector<float>(bodies.x.size()), std::vector<float>(bodies.x.size())};
    WorkerTeam team(threads);
    tree.pushes(openness, team, pushes.x, pushes.y);
    return pushes;
}

Pushes directPushes(const Bodies &bodies)
{
    Pushes pushes;
    for (std::size_t on = 0; on < bodies.x.size(); ++on) {
        double x = 0;
        double y = 0;
        for (std::size_t i = 0; i < bodies.x.size(); ++i) {
            if (i == on)
                continue;
            const double awayX = bodies.x[on] - bodies.x[i];
            const double awayY = bodies.y[on] - bodies.y[i];
            const double squared = awayX * awayX + awayY * awayY;
            x += bodies.mass[i] * awayX / squared;
            y += bodies.mass[i] * awayY / squared;
        }
        pushes.x.push_back(static_cast<float>(x));
        pushes.y.push_back(static_cast<float>(y));
    }
    return pushes;
}

double differenceOf(const Pushes &a, const Pushes &b)
{
    double difference = 0;
    double size = 0;
    for (std::size_t i = 0; i < a.x.size(); ++i) {
        difference += std::hypot(a.x[i] - b.x[i], a.y[i] - b.y[i]);
        size += std::hypot(b.x[i], b.y[i]);
    }
    return difference / size;
}

}  // namespace

class tst_body_tree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutHeapsThePushIsTheDirectSum()
    {
        const Bodies bodies = cloud(333);
        QVERIFY(differenceOf(pushesOf(bodies, 0, 1), directPushes(bodies)) < 1e-4);
    }
    void heapsStayWithinAFewHundredthsOfIt()
    {
        const Bodies bodies = cloud(3'000);
        QVERIFY(differenceOf(pushesOf(bodies, 1, 1), directPushes(bodies)) < 0.03);
    }
    void anyNumberOfThreadsGivesTheSame()
    {
        const Bodies bodies = cloud(3'000);
        const Pushes alone = pushesOf(bodies, 1, 1);
        QVERIFY(alone == pushesOf(bodies, 1, 2));
        QVERIFY(alone == pushesOf(bodies, 1, 5));
    }
    void manyBodiesInOneSpotPushNobodyToInfinity()
    {
        Bodies bodies = cloud(300);
        for (std::size_t i = 0; i < 200; ++i)
            bodies.x[i] = bodies.y[i] = 1;
        const Pushes pushes = pushesOf(bodies, 1, 2);
        for (std::size_t i = 0; i < 300; ++i)
            QVERIFY(std::isfinite(pushes.x[i]) && std::isfinite(pushes.y[i]));
    }
    void nothingIsFine() { QVERIFY(pushesOf({}, 1, 1).x.empty()); }
};

QTEST_GUILESS_MAIN(tst_body_tree)
#include "tst_body_tree.moc"
