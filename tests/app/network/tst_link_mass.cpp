// SPDX-License-Identifier: GPL-3.0-or-later
#include <numeric>

#include <QTest>

#include "app/network/edge_raster.h"
#include "app/network/network_scene.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using test::SnapshotOf;

namespace {

// Three in a triangle: trade, talks, and one who belongs to another.
struct Case {
    SnapshotPointer snapshot;
    Network network;
    std::vector<PixelPoint> at{{10.5F, 10.5F}, {90.5F, 10.5F}, {10.5F, 50.5F}};

    Case()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        const ActorId c = rows.actor("C");
        rows.relation(a, b, "trade");
        rows.relation(b, c, "talks");
        rows.relation(c, a, "member of");
        snapshot = rows.build();
        network = Network(buildNetwork(*snapshot, {}));
    }
    LinkMassRequest request(const LinkGroups &groups) const
    {
        LinkMassRequest request;
        request.groups = &groups;
        request.at = at;
        request.width = 100;
        request.height = 60;
        return request;
    }
};

unsigned sumOf(const LinkMass::Plane &plane)
{
    return std::accumulate(plane.weights.begin(), plane.weights.end(), 0u) / EdgeRaster::kWhole;
}

}  // namespace

class tst_link_mass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linksAreGroupedByColourGreyOnesFirst()
    {
        const Case shown;
        const LinkGroups groups = groupLinks(*shown.snapshot, shown.network, {});
        QCOMPARE(groups.groups.size(), std::size_t{3});
        QCOMPARE(groups.groups[0].colour, kBelongingColour);
        QCOMPARE(groups.groups[1].colour, std::uint8_t{1});
        QCOMPARE(groups.groups[2].colour, std::uint8_t{0});
        QCOMPARE(groups.ends[groups.groups[2].first].from, 0u);
        QCOMPARE(groups.ends[groups.groups[2].first].to, 1u);
    }
    void linksOfDimmedNodesAreAGroupOfTheirOwn()
    {
        const Case shown;
        const std::vector<std::uint8_t> dimmed{0, 0, 1};
        const LinkGroups groups = groupLinks(*shown.snapshot, shown.network, dimmed);
        for (const LinkGroups::Group &group : groups.groups)
            QCOMPARE(group.isDimmed, group.colour != 0);
    }
    void eachColourHasItsPlane()
    {
        const Case shown;
        const LinkGroups groups = groupLinks(*shown.snapshot, shown.network, {});
        WorkerTeam team(2);
        const LinkMass mass = rasterLinks(shown.request(groups), team);
        QCOMPARE(mass.width, 100);
        QCOMPARE(mass.planes.size(), std::size_t{3});
        QCOMPARE(sumOf(mass.planes[2]), 81u);  // trade: a row
        QCOMPARE(sumOf(mass.planes[0]), 41u);  // a column
        QCOMPARE(mass.planes[2].weights[10 * 100 + 50], std::uint16_t{EdgeRaster::kWhole});
    }
    void aFinerPictureHasMorePixels()
    {
        const Case shown;
        const LinkGroups groups = groupLinks(*shown.snapshot, shown.network, {});
        LinkMassRequest request = shown.request(groups);
        request.scale = 2;
        WorkerTeam team(1);
        const LinkMass mass = rasterLinks(request, team);
        QCOMPARE(mass.width, 200);
        QCOMPARE(sumOf(mass.planes[2]), 160u);
    }
    void skippedNodesTakeTheirLinksAlong()
    {
        const Case shown;
        const LinkGroups groups = groupLinks(*shown.snapshot, shown.network, {});
        LinkMassRequest request = shown.request(groups);
        const std::vector<std::uint8_t> skipped{0, 1, 0};
        request.isSkipped = skipped;
        WorkerTeam team(1);
        const LinkMass mass = rasterLinks(request, team);
        QCOMPARE(sumOf(mass.planes[2]), 0u);
        QCOMPARE(sumOf(mass.planes[0]), 41u);
    }
    void aSampleWeighsAsMuchAsTheWhole()
    {
        Case shown;
        LinkGroups groups;
        groups.groups.push_back({0, false, 0, 64});
        groups.ends.assign(64, {0, 1});
        LinkMassRequest request = shown.request(groups);
        request.everyNth = 8;
        WorkerTeam team(1);
        QCOMPARE(sumOf(rasterLinks(request, team).planes[0]), 64u * 81);
    }
    void theNumberOfThreadsDoesNotMatter()
    {
        const Case shown;
        const LinkGroups groups = groupLinks(*shown.snapshot, shown.network, {});
        LinkMassRequest request = shown.request(groups);
        request.scale = 7.3;
        WorkerTeam one(1);
        WorkerTeam three(3);
        const LinkMass a = rasterLinks(request, one);
        const LinkMass b = rasterLinks(request, three);
        for (std::size_t i = 0; i < a.planes.size(); ++i)
            QVERIFY(a.planes[i].weights == b.planes[i].weights);
    }
};

QTEST_GUILESS_MAIN(tst_link_mass)
#include "tst_link_mass.moc"
