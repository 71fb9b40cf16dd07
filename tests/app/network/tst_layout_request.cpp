// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/layout_request.h"
#include "tests/app/network/scene_text.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using test::SnapshotOf;

class tst_layout_request : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storedPlacesAndPinsGoIn()
    {
        SnapshotOf rows;
        rows.actor("A");
        rows.actor("B");
        rows.actor("C");
        const SnapshotPointer snapshot = rows.build();
        const Network network = buildNetwork(*snapshot, {});
        const std::vector<ActorPosition> placed{
            {ActorId{1}, 2, 3, true}, {ActorId{3}, 4, 5, false}, {ActorId{9}, 0, 0, true}};
        const LayoutRequest request = layoutRequestFor(*snapshot, network, placed, std::nullopt,
                                                       NodeSizing::Equal, test::fixedMeasure(), {});
        QCOMPARE(request.start[0], (std::optional<Point>{{2, 3}}));
        QVERIFY(!request.start[1]);
        QCOMPARE(request.isPinned, (std::vector<std::uint8_t>{1, 0, 0}));
    }
    void namedLinksAskForMoreRoomAndFansForMoreLanes()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        const ActorId c = rows.actor("C");
        rows.relation(a, b, "mutual defence treaty");
        rows.relation(b, a, "aid");
        rows.relation(c, a, "member of");
        const SnapshotPointer snapshot = rows.build();
        const Network network = buildNetwork(*snapshot, {});
        const LayoutRequest request = layoutRequestFor(
            *snapshot, network, {}, std::nullopt, NodeSizing::ByLinks, test::fixedMeasure(), {});
        QCOMPARE(request.pairs.size(), std::size_t{2});
        QVERIFY(request.lengths[0] > 2);
        QVERIFY(request.lengths[1] < 1);
        QCOMPARE(request.lanes, (std::vector<std::uint16_t>{2, 1}));
    }
    void columnsKnowFromWhenTheyAre()
    {
        SnapshotOf rows;
        const ActorId late = rows.actor("Late");
        const ActorId early = rows.actor("Early");
        rows.actor("Never");
        const ActorId pinned = rows.actor("Pinned elsewhere");
        const EventId event = rows.event("x", "2024-06");
        rows.participation(event, late);
        rows.participation(event, pinned);
        rows.participation(rows.event("y", "2018"), early);
        const SnapshotPointer snapshot = rows.build();
        const Network network = buildNetwork(*snapshot, {});
        const std::vector<Point> at{{3, 0}, {-1, 2}, {7, 0}, {-9, 0}};
        const std::vector<std::uint8_t> isPinned{0, 0, 0, 1};
        const auto columns = columnsByTime(network, at, isPinned);
        QCOMPARE(columns.size(), std::size_t{3});
        QCOMPARE(columns[0].left, -1.0);
        QCOMPARE(columns[1].right, 3.0);
        QVERIFY(columns[1].first == test::edtf("2024-06").when().bounds.earliestBegin);
        QVERIFY(columns[1].last == columns[1].first && columns[0].last < columns[1].first);
        QVERIFY(columns[2].first.isDistant());
    }
    void timeStepsFollowFirstAppearances()
    {
        SnapshotOf rows;
        const ActorId late = rows.actor("Late");
        const ActorId early = rows.actor("Early");
        rows.actor("Never");
        rows.participation(rows.event("x", "2024"), late);
        rows.participation(rows.event("y", "2018"), early);
        const SnapshotPointer snapshot = rows.build();
        const Network network = buildNetwork(*snapshot, {});
        LayoutWish wish;
        wish.kind = LayoutKind::LayersByGroup;
        const LayoutRequest request = layoutRequestFor(
            *snapshot, network, {}, std::nullopt, NodeSizing::Equal, test::fixedMeasure(), wish);
        QCOMPARE(request.groups, (std::vector<std::uint32_t>{1, 0, 2}));
    }
    void fittingLeavesRoomForLabelsAtEveryZoom()
    {
        const std::vector<Point> positions{{0, 0}, {40, 0}, {20, 30}};
        const std::vector<NodeExtent> extents(3, NodeExtent{0.15, 1.4, 0.3});
        NetworkCamera camera;
        camera.width = 600;
        camera.height = 400;
        fitNetwork(camera, positions, extents, {10, 10, 10, 30}, 1.3);
        QVERIFY(camera.zoom < 0.2);
        for (const Point position : positions) {
            const Point at = camera.toPixel(position);
            QVERIFY(at.x >= 10 + 69 && at.x <= 590 - 69);
            QVERIFY(at.y >= 10 + 14 && at.y <= 370 - 44);
        }
    }
};

QTEST_GUILESS_MAIN(tst_layout_request)
#include "tst_layout_request.moc"
