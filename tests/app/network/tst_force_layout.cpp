// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/dice.h"
#include "app/network/force_layout.h"

using namespace dateline;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// A square lattice: its layout must open up again.
Pairs lattice(std::uint32_t side)
{
    Pairs pairs;
    for (std::uint32_t row = 0; row < side; ++row) {
        for (std::uint32_t column = 0; column < side; ++column) {
            if (column + 1 < side)
                pairs.emplace_back(row * side + column, row * side + column + 1);
            if (row + 1 < side)
                pairs.emplace_back(row * side + column, (row + 1) * side + column);
        }
    }
    return pairs;
}

}  // namespace

class tst_force_layout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSamePositions()
    {
        const Adjacency graph(400, lattice(20));
        QCOMPARE(forceLayout(graph, {}, 4, {}, {}), forceLayout(graph, {}, 4, {}, {}));
    }
    void linksAreShortAgainstTheWhole()
    {
        const Pairs pairs = lattice(30);
        const auto points = forceLayout(Adjacency(900, pairs), {}, 1, {}, {});
        double longest = 0;
        for (const auto &[a, b] : pairs)
            longest = std::max(longest, distance(points[a], points[b]));
        QVERIFY(distance(points[0], points[899]) > 15);
        QVERIFY(longest < 4);
    }
    void heldNodesDoNotMoveAndOthersDriftLittle()
    {
        const Adjacency graph(400, lattice(20));
        ForceStart start;
        start.positions = forceLayout(graph, {}, 2, {}, {});
        start.isHeld.assign(400, 0);
        start.isHeld[7] = start.isHeld[250] = 1;
        const auto after = forceLayout(graph, start, 2, {}, {});
        QCOMPARE(after[7], start.positions[7]);
        QCOMPARE(after[250], start.positions[250]);
        double drift = 0;
        for (std::size_t i = 0; i < after.size(); ++i)
            drift += distance(after[i], start.positions[i]) / 400;
        QVERIFY(drift < 0.05 * distance(start.positions[0], start.positions[399]));
    }
    void aStopStillGivesAPlaceToEveryNode()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(forceLayout(Adjacency(400, lattice(20)), {}, 1, stop.get_token(), {}).size(),
                 std::size_t{400});
    }
    void progressEndsAtTheWhole()
    {
        double last = 0;
        bool isRising = true;
        forceLayout(Adjacency(900, lattice(30)), {}, 1, {}, [&](double share) {
            isRising = isRising && share >= last - 1e-9;
            last = share;
        });
        QVERIFY(isRising);
        QVERIFY(last > 0.5);
    }
};

QTEST_GUILESS_MAIN(tst_force_layout)
#include "tst_force_layout.moc"
