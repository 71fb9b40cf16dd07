// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/community_hulls.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using test::SnapshotOf;

namespace {

// Two rounds of five, each about its first, and one who stands alone.
struct Case {
    SnapshotPointer snapshot;
    Network network;
    std::vector<Point> positions;
    Communities communities;

    Case()
    {
        SnapshotOf rows;
        for (int round = 0; round < 2; ++round) {
            const double left = round * 20;
            std::vector<ActorId> members;
            for (int i = 0; i < 5; ++i) {
                members.push_back(rows.actor((round == 0 ? "East " : "West ") + std::to_string(i)));
                positions.push_back(
                    {left + (i == 0 ? 1 : 2.0 * ((i - 1) % 2)), i == 0 ? 1 : 2.0 * ((i - 1) / 2)});
            }
            for (int i = 1; i < 5; ++i)
                rows.relation(members[0], members[static_cast<std::size_t>(i)],
                              round == 0 ? "trade" : (i % 2 == 0 ? "aid" : "talks"));
            rows.relation(members[1], members[2], round == 0 ? "trade" : "visit");
        }
        rows.actor("Alone");
        positions.push_back({50, 50});
        snapshot = rows.build();
        network = buildNetwork(*snapshot, {});
        communities = communitiesOf(network.nodeCount(), network.pairs());
    }
    std::vector<CommunityHull> hulls() const
    {
        return communityHulls(*snapshot, network, communities, positions);
    }
};

bool isInside(const CommunityHull &hull, Point at)
{
    for (std::size_t i = 0; i < hull.corners.size(); ++i) {
        const Point from = hull.corners[i];
        const Point to = hull.corners[(i + 1) % hull.corners.size()];
        if (cross(to - from, at - from) < -1e-9)
            return false;
    }
    return true;
}

}  // namespace

class tst_community_hulls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHullHoldsItsMembersAndNobodyElse()
    {
        const Case shown;
        const auto hulls = shown.hulls();
        QCOMPARE(hulls.size(), std::size_t{2});  // nobody is drawn about who stands alone
        for (const CommunityHull &hull : hulls) {
            QCOMPARE(hull.members, 5u);
            QCOMPARE(hull.corners.size(), std::size_t{4});
            for (std::uint32_t node = 0; node < shown.network.nodeCount(); ++node)
                QCOMPARE(isInside(hull, shown.positions[node]),
                         shown.communities.ofNode[node] == hull.community);
        }
        QVERIFY(hulls[0].colour != hulls[1].colour);
    }
    void itsNameIsItsMiddleAndWhatMostOfItIs()
    {
        const auto hulls = Case().hulls();
        QCOMPARE(hulls[0].name, std::string("East 0 · trade"));
        QCOMPARE(hulls[1].name, std::string("West 0"));
    }
    void whoStandsFarAwayDoesNotStretchIt()
    {
        Case shown;
        shown.positions[4] = {0, 500};
        for (const CommunityHull &hull : shown.hulls())
            for (const Point corner : hull.corners)
                QVERIFY(corner.y < 10);
    }
    void threeInOneLineAreStillAHull()
    {
        Case shown;
        for (Point &at : shown.positions)
            at.y = 3;
        for (const CommunityHull &hull : shown.hulls())
            QVERIFY(hull.corners.size() >= 2);
    }
};

QTEST_GUILESS_MAIN(tst_community_hulls)
#include "tst_community_hulls.moc"
