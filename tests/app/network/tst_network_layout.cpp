// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "app/network/adjacency.h"
#include "app/network/dice.h"
#include "app/network/layout_request.h"
#include "app/network/layout_search.h"
#include "app/network/overlap_removal.h"
#include "tests/app/network/sample_case.h"
#include "tests/app/network/scene_text.h"

using namespace dateline;

namespace {

struct Case {
    SnapshotPointer snapshot = test::sampleCase();
    Network network = buildNetwork(*snapshot, {});

    LayoutRequest request(std::vector<ActorPosition> placed = {}, LayoutWish wish = {}) const
    {
        return layoutRequestFor(*snapshot, network, placed, std::nullopt, NodeSizing::ByLinks,
                                test::fixedMeasure(), wish);
    }
};

PlaneBox boundsOf(const LayoutRequest &request, const std::vector<Point> &positions)
{
    PlaneBox box = request.extents[0].whole(positions[0]);
    for (std::size_t i = 1; i < positions.size(); ++i)
        box = box.united(request.extents[i].whole(positions[i]));
    return box;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> largeGraph(std::uint32_t nodes)
{
    Dice dice(11);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 1; i < nodes; ++i)
        pairs.emplace_back(dice.below(i), i);
    return pairs;
}

}  // namespace

class tst_network_layout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsReadableNameByName()
    {
        const Case sample;
        LayoutWish wish;
        wish.widthPx = 930;
        wish.heightPx = 350;
        const LayoutRequest request = sample.request({}, wish);
        const auto positions = layOut(request).positions;
        QCOMPARE(positions.size(), std::size_t{27});
        QCOMPARE(countOverlaps(positions, request.extents), 0);
        // It fits the view for which it was made, nearly without crossings.
        QVERIFY(boundsOf(request, positions).width() < 1.15 * request.width);
        QVERIFY(boundsOf(request, positions).height() < 1.15 * request.height);
        QVERIFY(countCrossings(request.pairs, positions) <= 6);
    }
    void sameRequestSamePositions()
    {
        const Case sample;
        QCOMPARE(layOut(sample.request()).positions, layOut(sample.request()).positions);
    }
    void pinnedNodesStayAndNobodyStandsOnThem()
    {
        const Case sample;
        const std::vector<ActorPosition> placed{{ActorId{1}, 1.5, 0.5, true},
                                                {ActorId{5}, -2, 1, true}};
        for (const LayoutKind kind : {LayoutKind::ByLinks, LayoutKind::CircleByGroup}) {
            LayoutWish wish;
            wish.kind = kind;
            const LayoutRequest request = sample.request(placed, wish);
            const auto positions = layOut(request).positions;
            QCOMPARE(positions[0], (Point{1.5, 0.5}));
            QCOMPARE(positions[4], (Point{-2, 1}));
            QCOMPARE(countOverlaps(positions, request.extents), 0);
        }
    }
    void newcomersFindAPlaceAndTheOthersStay()
    {
        const Case sample;
        LayoutWish wish;
        const auto before = layOut(sample.request({}, wish)).positions;
        std::vector<ActorPosition> placed;
        for (std::size_t i = 0; i < before.size(); ++i)
            if (i != 3 && i != 12)
                placed.push_back(
                    {ActorId{static_cast<std::int64_t>(i) + 1}, before[i].x, before[i].y, false});
        wish.startFrom = LayoutStart::StayThere;
        const LayoutRequest request = sample.request(placed, wish);
        const auto after = layOut(request).positions;
        double drift = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            if (i != 3 && i != 12)
                drift += distance(before[i], after[i]) / 25;
        QVERIFY(drift < 0.05 * request.width);
        QCOMPARE(countOverlaps(after, request.extents), 0);
    }
    void tidyingUpKeepsTheMentalMap()
    {
        const Case sample;
        LayoutWish wish;
        const auto before = layOut(sample.request({}, wish)).positions;
        std::vector<ActorPosition> placed;
        for (std::size_t i = 0; i < before.size(); ++i)
            placed.push_back(
                {ActorId{static_cast<std::int64_t>(i) + 1}, before[i].x, before[i].y, false});
        wish.startFrom = LayoutStart::FromThere;
        const LayoutRequest request = sample.request(placed, wish);
        const auto after = layOut(request).positions;
        double drift = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            drift += distance(before[i], after[i]) / 27;
        QVERIFY(drift < 0.2 * request.width);
        QCOMPARE(countOverlaps(after, request.extents), 0);
    }
    void partsOfTheGraphStandApart()
    {
        LayoutRequest request;
        request.nodeCount = 9;
        request.pairs = {{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}};
        request.extents.assign(9, NodeExtent{0.12, 0.8, 0.3});
        const auto positions = layOut(request).positions;
        const auto boxOf = [&](std::initializer_list<std::uint32_t> nodes) {
            std::optional<PlaneBox> box;
            for (const std::uint32_t node : nodes) {
                const PlaneBox one = request.extents[node].whole(positions[node]);
                box = box ? box->united(one) : one;
            }
            return *box;
        };
        QVERIFY(!boxOf({0, 1, 2}).meets(boxOf({3, 4, 5})));
        QVERIFY(!boxOf({0, 1, 2}).meets(boxOf({6, 7, 8})));
        QVERIFY(!boxOf({3, 4, 5}).meets(boxOf({6, 7, 8})));
    }
    void rulesPlaceWithoutOverlaps_data()
    {
        QTest::addColumn<LayoutKind>("kind");
        QTest::newRow("circle by kind") << LayoutKind::CircleByGroup;
        QTest::newRow("columns by time") << LayoutKind::LayersByGroup;
        QTest::newRow("rings") << LayoutKind::RadialAround;
        QTest::newRow("grid") << LayoutKind::GridByGroup;
        QTest::newRow("communities") << LayoutKind::CircleByCommunity;
    }
    void rulesPlaceWithoutOverlaps()
    {
        QFETCH(LayoutKind, kind);
        const Case sample;
        LayoutWish wish;
        wish.kind = kind;
        const LayoutRequest request = sample.request({}, wish);
        QCOMPARE(countOverlaps(layOut(request).positions, request.extents), 0);
    }
    void ringsGoOutFromTheChosenOne()
    {
        const Case sample;
        LayoutWish wish;
        wish.kind = LayoutKind::RadialAround;
        wish.startFrom = LayoutStart::Afresh;
        wish.around = ActorId{9};  // the United States
        const LayoutRequest request = sample.request({}, wish);
        const auto positions = layOut(request).positions;
        const std::uint32_t centre = request.centre;
        QCOMPARE(sample.snapshot->actor(sample.network.nodes()[centre].actor).name,
                 std::string("United States"));
        QCOMPARE(positions[centre], Point{});
        // On an ellipse of the picture's shape, so farther out in its own measure.
        const double broad = std::clamp(request.width / request.height, 1.0, 1.9);
        const auto away = [&](std::uint32_t node) {
            return lengthOf({positions[node].x / broad, positions[node].y});
        };
        const auto near = sample.network.neighboursOf(centre);
        QVERIFY(near.size() > 1);
        for (const std::uint32_t node : near)
            QVERIFY(std::abs(away(node) - away(near[0])) < 1e-6);
        for (std::uint32_t node = 0; node < request.nodeCount; ++node)
            QVERIFY(node == centre || away(node) > away(near[0]) - 1e-6);
    }
    void aGridHasARowOfItsOwnForEachKind()
    {
        const Case sample;
        LayoutWish wish;
        wish.kind = LayoutKind::GridByGroup;
        const LayoutRequest request = sample.request({}, wish);
        const auto positions = layOut(request).positions;
        // No two kinds share ground.
        for (std::uint32_t a = 0; a < request.nodeCount; ++a) {
            PlaneBox ground = request.extents[a].whole(positions[a]);
            for (std::uint32_t b = 0; b < request.nodeCount; ++b)
                if (request.groups[b] == request.groups[a])
                    ground = ground.united(request.extents[b].whole(positions[b]));
            for (std::uint32_t b = 0; b < request.nodeCount; ++b)
                if (request.groups[b] != request.groups[a])
                    QVERIFY(!ground.contains(positions[b]));
        }
    }
    void rulesSpreadAHundredThousandOverThePicture_data()
    {
        QTest::addColumn<LayoutKind>("kind");
        QTest::newRow("discs") << LayoutKind::CircleByCommunity;
        QTest::newRow("bands") << LayoutKind::LayersByGroup;
        QTest::newRow("grid") << LayoutKind::GridByGroup;
        QTest::newRow("rings") << LayoutKind::RadialAround;
    }
    void rulesSpreadAHundredThousandOverThePicture()
    {
        QFETCH(LayoutKind, kind);
        LayoutRequest request;
        request.nodeCount = 100'000;
        request.pairs = largeGraph(request.nodeCount);
        request.kind = kind;
        for (std::uint32_t node = 0; node < request.nodeCount; ++node)
            request.groups.push_back(node % 7 * (node % 3 == 0 ? 1 : 0));
        const auto positions = layOut(request).positions;
        PlaneBox box{positions[0].x, positions[0].y, positions[0].x, positions[0].y};
        for (const Point at : positions)
            box = box.united({at.x, at.y, at.x, at.y});
        const double shape = box.width() / box.height();
        QVERIFY2(shape > 0.4 && shape < 4.5, std::to_string(shape).c_str());
        // Nobody stands on another, and most of the picture is used.
        std::set<std::pair<int, int>> cells;
        for (const Point at : positions)
            cells.insert({static_cast<int>(std::floor((at.x - box.left) / box.width() * 50)),
                          static_cast<int>(std::floor((at.y - box.top) / box.height() * 50))});
        QVERIFY2(cells.size() > 900, std::to_string(cells.size()).c_str());
        std::set<std::pair<double, double>> places;
        for (const Point at : positions)
            places.insert({at.x, at.y});
        QCOMPARE(places.size(), positions.size());
    }
    void columnsGoForwardInTime()
    {
        LayoutRequest request;
        request.nodeCount = 4;
        request.kind = LayoutKind::LayersByGroup;
        request.groups = {2, 0, 1, 0};
        const auto positions = layOut(request).positions;
        QCOMPARE(positions[1].x, positions[3].x);
        QVERIFY(positions[1].x < positions[2].x);
        QVERIFY(positions[2].x < positions[0].x);
    }
    void aLongColumnIsPartedWhereTheViewIsLow()
    {
        LayoutRequest request;
        request.nodeCount = 30;
        request.kind = LayoutKind::LayersByGroup;
        request.groups.assign(30, 1);
        request.groups[0] = 0;
        request.extents.assign(30, {0.12, 1.0, 0.3});
        request.width = 10;
        request.height = 2;
        const auto positions = layOut(request).positions;
        PlaneBox box{0, 0, 0, 0};
        for (const Point at : positions)
            box = box.united({at.x, at.y, at.x, at.y});
        QVERIFY2(box.height() < 4, std::to_string(box.height()).c_str());  // one column: 20
        for (std::size_t i = 1; i < positions.size(); ++i) {
            QVERIFY(positions[0].x < positions[i].x);
            for (std::size_t j = 1; j < i; ++j)
                QVERIFY(!request.extents[i]
                             .whole(positions[i])
                             .meets(request.extents[j].whole(positions[j])));
        }
    }
    void largeGraphsKeepPinsAndAreTheSameEachTime()
    {
        LayoutRequest request;
        request.nodeCount = 1'500;
        request.pairs = largeGraph(1'500);
        const auto first = layOut(request).positions;
        QCOMPARE(first, layOut(request).positions);
        request.start.assign(first.begin(), first.end());
        request.isPinned.assign(1'500, 0);
        request.isPinned[77] = 1;
        request.startFrom = LayoutStart::FromThere;
        QCOMPARE(layOut(request).positions[77], first[77]);
    }
    void pinsAreMetWhereTheUserPutThemWhateverElseIsNew()
    {
        LayoutRequest request;
        request.nodeCount = 1'500;
        request.pairs = largeGraph(1'500);
        const auto before = layOut(request).positions;
        request.start.assign(before.begin(), before.end());
        request.isPinned.assign(1'500, 0);
        for (const std::size_t node : {7u, 600u, 1'400u}) {
            request.isPinned[node] = 1;
            request.start[node] = Point{before[node].y * 2 + 40, before[node].x * 2};
        }
        const auto after = layOut(request).positions;  // afresh
        for (const std::size_t node : {7u, 600u, 1'400u})
            QCOMPARE(after[node], *request.start[node]);
    }
    void aHundredNewcomersMoveTheOthersLittle()
    {
        LayoutRequest request;
        request.nodeCount = 1'500;
        request.pairs = largeGraph(1'500);
        const auto before = layOut(request).positions;
        const auto [left, right] = std::minmax_element(before.begin(), before.end(),
                                                       [](Point a, Point b) { return a.x < b.x; });
        const double width = right->x - left->x;
        request.start.assign(before.begin(), before.end());
        request.nodeCount = 1'600;
        request.start.resize(1'600);
        Dice dice(3);
        for (std::uint32_t node = 1'500; node < 1'600; ++node) {
            request.pairs.emplace_back(dice.below(700), node);
            request.pairs.emplace_back(700 + dice.below(800), node);
        }
        request.startFrom = LayoutStart::FromThere;
        const auto after = layOut(request).positions;
        double drift = 0;
        for (std::size_t i = 0; i < 1'500; ++i)
            drift += distance(before[i], after[i]) / 1'500;
        QVERIFY(drift < 0.05 * width);
    }
    void marksOfLargeGraphsStandOffEachOther()
    {
        LayoutRequest request;
        request.nodeCount = 3'000;
        request.pairs = largeGraph(3'000);
        request.extents.assign(3'000, NodeExtent{0.12, 0, 0});
        for (std::size_t i = 0; i < 3'000; i += 100)
            request.extents[i].radius = 0.5;
        QCOMPARE(countOverlaps(layOut(request).positions, request.extents), 0);
    }
    void theQualityIsChosen()
    {
        LayoutRequest request;
        request.nodeCount = 1'500;
        request.pairs = largeGraph(1'500);
        const auto fast = layOut(request).positions;
        request.quality = LayoutQuality::Clusters;
        QVERIFY(layOut(request).positions != fast);
    }
    void partsOfLargeGraphsStandApart()
    {
        LayoutRequest request;
        request.nodeCount = 1'000;
        request.pairs = largeGraph(600);
        for (std::uint32_t i = 601; i < 990; ++i)
            request.pairs.emplace_back(i - 1, i);
        const auto positions = layOut(request).positions;
        const auto boxOf = [&](std::size_t first, std::size_t last) {
            PlaneBox box{positions[first].x, positions[first].y, positions[first].x,
                         positions[first].y};
            for (std::size_t i = first; i < last; ++i)
                box = box.united({positions[i].x, positions[i].y, positions[i].x, positions[i].y});
            return box;
        };
        QVERIFY(!boxOf(0, 600).meets(boxOf(600, 990)));
        for (std::size_t single = 990; single < 1'000; ++single)
            QVERIFY(!boxOf(0, 600).contains(positions[single]));
    }
    void manyPairsStandNearerToEachOtherThanToOthers()
    {
        LayoutRequest request;
        request.nodeCount = 1'000;
        for (std::uint32_t i = 0; i < 1'000; i += 2)
            request.pairs.emplace_back(i, i + 1);
        for (const LayoutQuality quality : {LayoutQuality::Fast, LayoutQuality::Clusters}) {
            request.quality = quality;
            const auto positions = layOut(request).positions;
            for (std::size_t other = 2; other < 1'000; ++other)
                QVERIFY(distance(positions[0], positions[1]) <
                        distance(positions[0], positions[other]));
        }
    }
    void aStopIsToldAndLeavesPlacesForAll()
    {
        const Case sample;
        std::stop_source stop;
        stop.request_stop();
        const LayoutResult small = layOut(sample.request(), stop.get_token());
        QVERIFY(!small.isComplete);
        QCOMPARE(small.positions.size(), std::size_t{27});
        LayoutRequest large;
        large.nodeCount = 800;
        large.pairs = largeGraph(800);
        QVERIFY(!layOut(large, stop.get_token()).isComplete);
    }
    void nothingAndOneNodeAreFine()
    {
        QVERIFY(layOut({}).positions.empty());
        LayoutRequest one;
        one.nodeCount = 1;
        QCOMPARE(layOut(one).positions.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_network_layout)
#include "tst_network_layout.moc"
