// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <QTest>

#include "app/network/layout_request.h"
#include "app/network/network_scene_builder.h"
#include "tests/app/network/sample_case.h"
#include "tests/app/network/scene_text.h"

using namespace dateline;
using test::SnapshotOf;
using test::toText;

namespace {

struct Shown {
    SnapshotPointer snapshot;
    Network network;
    std::vector<Point> positions;
    NetworkSceneRequest request;

    Shown(SnapshotPointer rows, std::vector<Point> places, const NetworkQuery &query = {})
        : snapshot(std::move(rows)), network(buildNetwork(*snapshot, query)),
          positions(std::move(places))
    {
        request.snapshot = snapshot.get();
        request.network = &network;
        request.positions = positions;
        request.camera = {{0, 0}, 1, 800, 400};
        request.measure = test::fixedMeasure();
        request.words = test::plainWords();
        request.withLegend = false;
    }
    Shown(const Shown &) = delete;
    Shown &operator=(const Shown &) = delete;

    NetworkScene scene() const { return buildNetworkScene(request); }
};

SnapshotPointer twoStates()
{
    SnapshotOf rows;
    const ActorId north = rows.actor("North Korea", "state");
    const ActorId russia = rows.actor("Russia", "state");
    const ActorId kim = rows.actor("Kim Jong Un");
    rows.relation(north, russia, "troops", "2024-23/..", "assessed");
    rows.relation(russia, north, "aid", "", "suspected");
    rows.relation(kim, north, "member of", "", "confirmed");
    rows.role(kim, "Leader", north);
    return rows.build();
}

int overlapsOf(const NetworkScene &scene)
{
    int count = 0;
    for (std::size_t i = 0; i < scene.texts.size(); ++i) {
        for (std::size_t j = i + 1; j < scene.texts.size(); ++j)
            count += scene.texts[i].box.meets(scene.texts[j].box) ? 1 : 0;
        for (const SceneNode &node : scene.nodes)
            count += scene.texts[i].box.meets(
                         PlaneBox::around(node.at, node.radius * 0.7, node.radius * 0.7))
                         ? 1
                         : 0;
    }
    return count;
}

}  // namespace

class tst_network_scene_builder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksStrokesAndNamesSayWhatIsThere()
    {
        const Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        QCOMPARE(toText(shown.scene()), "link 2 confirmed belonging pieces 1\n"
                                        "link 1 suspected colour 1 arrow pieces 2\n"
                                        "link 0 assessed colour 0 arrow pieces 2\n"
                                        "square 200,200\n"
                                        "square 600,200\n"
                                        "circle 200,60\n"
                                        "name \"North Korea\"\n"
                                        "name \"Russia\"\n"
                                        "name \"Kim Jong Un\"\n"
                                        "second \"Leader\"\n"
                                        "link name \"aid\"\n"
                                        "link name \"troops\"\n");
    }
    void theLegendNamesWhatIsInViewAndNothingElse()
    {
        Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        shown.request.withLegend = true;
        const std::string text = toText(shown.scene());
        for (const char *word : {"assessed", "suspected", "belongs to", "person", "state"})
            QVERIFY(text.find("legend \"" + std::string(word) + "\"") != std::string::npos);
        for (const char *word : {"confirmed", "denied", "outlet", "same events"})
            QVERIFY(text.find("legend \"" + std::string(word) + "\"") == std::string::npos);
    }
    void filteredOutMarksAndTheirLinksAreDimmed()
    {
        Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        const std::array<std::uint8_t, 3> dimmed{0, 1, 0};
        shown.request.isDimmedNode = dimmed;
        const std::string text = toText(shown.scene());
        QVERIFY(text.find("square 600,200 dimmed") != std::string::npos);
        QVERIFY(text.find("link 0 assessed colour 0 arrow dimmed") != std::string::npos);
        QVERIFY(text.find("circle 200,60\n") != std::string::npos);
    }
    void namesGiveWayToEachOther()
    {
        SnapshotOf rows;
        rows.actor("First in the row");
        rows.actor("Second in the row");
        const Shown shown(rows.build(), {{0, 0}, {0.5, 0}});
        const NetworkScene scene = shown.scene();
        QCOMPARE(scene.texts.size(), std::size_t{2});
        QCOMPARE(overlapsOf(scene), 0);
    }
    void farAwayOnlyMarksAndTheFirstNamesAreLeft()
    {
        Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        shown.request.camera.zoom = 0.05;
        const NetworkScene scene = shown.scene();
        QVERIFY(!scene.texts.empty());
        for (const NetworkText &text : scene.texts)
            QVERIFY(text.hasGround);  // it may cover the marks of others
        QCOMPARE(overlapsOf(scene), 0);
        QVERIFY(scene.links.empty());
        QCOMPARE(scene.lines.size(), std::size_t{3});
        QCOMPARE(scene.nodes.size(), std::size_t{3});
    }
    void whatIsOutOfViewIsLeftOut()
    {
        const Shown shown(twoStates(), {{-2, 0}, {200, 0}, {-2, -1.4}});
        QCOMPARE(shown.scene().nodes.size(), std::size_t{2});
    }
    void tooManyLinksForCurvesBecomeLines()
    {
        SnapshotOf rows;
        for (int i = 0; i < 60; ++i)
            rows.actor("x", "state");
        for (int i = 0; i < 1'700; ++i)
            rows.relation(ActorId{i % 60 + 1}, ActorId{(i + 1 + i / 60) % 60 + 1}, "r");
        std::vector<Point> places;
        for (int i = 0; i < 60; ++i)
            places.push_back({(i % 10) / 2.0 - 2, (i - i % 10) / 20.0 - 1.5});
        const Shown shown(rows.build(), std::move(places));
        const NetworkScene scene = shown.scene();
        QVERIFY(scene.links.empty());
        QCOMPARE(scene.lines.size(), std::size_t{shown.network.linkCount()});
    }
    void tooManyLinksForLinesBecomeAMass()
    {
        SnapshotOf rows;
        for (int i = 0; i < 300; ++i)
            rows.actor("x", "state");
        for (int i = 0; i < 20'400; ++i)
            rows.relation(ActorId{i % 300 + 1}, ActorId{(i + 1 + i / 300) % 300 + 1}, "trade");
        std::vector<Point> places;
        for (int i = 0; i < 300; ++i)
            places.push_back({(i % 20) / 4.0 - 2.5, (i - i % 20) / 80.0 - 1.8});
        Shown shown(rows.build(), std::move(places));
        shown.request.withLegend = true;
        shown.request.pixelScale = 2;
        const NetworkScene scene = shown.scene();
        QVERIFY(scene.links.empty());
        QVERIFY(scene.lines.empty());
        QVERIFY(scene.mass != nullptr);
        QCOMPARE(scene.mass->width, 1600);
        // The legend says what the colour means.
        QVERIFY(toText(scene).find("legend \"trade\"") != std::string::npos);

        // Close to a few of them, their own links are curves again.
        shown.request.camera = {shown.positions[47], 8, 160, 120};
        const NetworkScene close = shown.scene();
        QVERIFY(!close.nodes.empty() && !close.links.empty());
        QVERIFY(close.mass != nullptr);
        for (const SceneLink &link : close.links) {
            const NetworkLink &row = shown.network.links()[link.link];
            QVERIFY(std::any_of(close.nodes.begin(), close.nodes.end(), [&](const SceneNode &node) {
                return node.node == row.from || node.node == row.to;
            }));
        }
    }
    void whatIsBeingMovedIsLeftOutWithItsLinks()
    {
        Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        const std::array<std::uint32_t, 1> moved{1};
        shown.request.leftOutNodes = moved;
        const NetworkScene scene = shown.scene();
        QCOMPARE(scene.nodes.size(), std::size_t{2});
        QCOMPARE(scene.links.size(), std::size_t{1});
    }
    void aPartIsDrawnAlone()
    {
        Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        const NetworkPart part{{1}, {0}};
        const NetworkScene light =
            buildNetworkOverlay(shown.request, part, OverlayStyle::Spotlight);
        QVERIFY(light.isVeiled);
        QCOMPARE(light.nodes.size(), std::size_t{1});
        QCOMPARE(light.links.size(), std::size_t{1});
        const NetworkScene ring = buildNetworkOverlay(shown.request, part, OverlayStyle::Ring);
        QCOMPARE(ring.rings.size(), std::size_t{1});
        QCOMPARE(ring.glows.size(), std::size_t{1});
        QVERIFY(ring.nodes.empty() && ring.texts.empty());
    }
    void communitiesLieBelowWithTheirNames()
    {
        Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        const std::vector<CommunityHull> hulls{
            {{{-2.5, -1.5}, {2.5, -1.5}, {0, 1}}, 0, 3, 4, "Round"}};
        shown.request.hulls = hulls;
        const NetworkScene scene = shown.scene();
        QCOMPARE(scene.hulls.size(), std::size_t{1});
        QCOMPARE(scene.hulls[0].corners[0], (Point{150, 50}));
        const std::string text = toText(scene);
        QVERIFY(text.find("hull name \"Round\"") != std::string::npos);
        QCOMPARE(overlapsOf(scene), 0);
    }
    void theSampleHasAllNamesAndNoneTouchesAnother()
    {
        const SnapshotPointer snapshot = test::sampleCase();
        const Network network = buildNetwork(*snapshot, {});
        LayoutWish wish;
        wish.widthPx = 930;
        wish.heightPx = 350;
        const LayoutRequest layout = layoutRequestFor(
            *snapshot, network, {}, std::nullopt, NodeSizing::ByLinks, test::fixedMeasure(), wish);
        Shown shown(snapshot, layOut(layout).positions);
        shown.request.withLegend = true;
        shown.request.camera.width = 958;
        shown.request.camera.height = 402;
        fitNetwork(shown.request.camera, shown.positions, layout.extents, {14, 14, 14, 39}, 1.3);
        const NetworkScene scene = shown.scene();
        QCOMPARE(overlapsOf(scene), 0);
        std::size_t named = 0;
        for (std::uint32_t i = 0; i < network.nodeCount(); ++i)
            named += std::any_of(scene.texts.begin(), scene.texts.end(),
                                 [i](const NetworkText &text) { return text.node == i; })
                         ? 1u
                         : 0u;
        QCOMPARE(named, std::size_t{27});
        const PlaneBox picture{0, 0, 958, 402};
        for (const NetworkText &text : scene.texts)
            QVERIFY2(picture.contains(text.box), text.text.c_str());
    }
    void ringsAndSpotlightsAreSmallScenesOfTheirOwn()
    {
        const Shown shown(twoStates(), {{-2, 0}, {2, 0}, {-2, -1.4}});
        const NetworkScene scene = shown.scene();
        const std::array<std::uint32_t, 1> node{1};
        const std::array<std::uint32_t, 1> link{0};
        const NetworkScene ring = buildNetworkOverlay(scene, node, link, OverlayStyle::Ring);
        QCOMPARE(ring.rings.size(), std::size_t{1});
        QCOMPARE(ring.glows.size(), std::size_t{1});
        QVERIFY(!ring.isVeiled && ring.nodes.empty());
        const NetworkScene light = buildNetworkOverlay(scene, node, {}, OverlayStyle::Spotlight);
        QVERIFY(light.isVeiled);
        QCOMPARE(toText(light), "square 600,200\nname \"Russia\"\n");
    }
    void datesStandAboveColumnsWhereverTheViewIs()
    {
        Shown shown(twoStates(), {{-3, 0}, {0, 0}, {3, 0}});
        const std::vector<LabelledColumn> columns{
            {-3, -3, "2018"}, {0, 0, "Jun 2024"}, {3, 3, "no date"}};
        shown.request.columns = columns;
        const auto labels = [](const NetworkScene &scene) {
            std::vector<NetworkText> found;
            std::copy_if(
                scene.texts.begin(), scene.texts.end(), std::back_inserter(found),
                [](const NetworkText &text) { return text.style == SceneTextStyle::Column; });
            return found;
        };
        const NetworkScene scene = shown.scene();
        QCOMPARE(labels(scene).size(), std::size_t{3});
        QCOMPARE(labels(scene)[0].text, std::string("2018"));
        QCOMPARE(labels(scene)[0].box.centre().x, 100.0);
        QCOMPARE(scene.rules.size(), std::size_t{2});
        QCOMPARE(scene.rules[0].from.x, 250.0);
        // At the upper edge still where the view is lower; none upon another from afar.
        shown.request.camera.centre = {0, 5};
        QCOMPARE(labels(shown.scene())[0].box.top, labels(scene)[0].box.top);
        shown.request.camera.zoom = 0.05;
        QVERIFY(labels(shown.scene()).size() < 3);
    }
    void kindsOfBelongingTakeNoColour()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B", "body");
        rows.relation(a, b, "member of");
        rows.relation(a, b, "war");
        rows.relation(a, b, "talks");
        const SnapshotPointer snapshot = rows.build();
        const RelationColumns &relations = *snapshot->relations;
        QCOMPARE(relationColour(relations, relations.kindWords().find("member of")),
                 kBelongingColour);
        QCOMPARE(relationColour(relations, relations.kindWords().find("war")), std::uint8_t{0});
        QCOMPARE(relationColour(relations, relations.kindWords().find("talks")), std::uint8_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_network_scene_builder)
#include "tst_network_scene_builder.moc"
