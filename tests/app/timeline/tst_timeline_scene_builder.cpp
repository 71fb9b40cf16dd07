// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/lane_builder.h"
#include "app/timeline/timeline_overlay.h"
#include "app/timeline/timeline_scene_builder.h"
#include "tests/support/fixed_measure.h"
#include "tests/support/scene_text.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_timeline_scene_builder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFormOfDateHasItsMark_data();
    void everyFormOfDateHasItsMark();
    void statusAndEvidenceShowOnTheMark();
    void theFileAsAWhole();
    void whatLiesOutsideIsNotInTheSceneButCounted();
    void nothingLeavesThePlot();
    void panningKeepsRows();
    void labelsAreElidedAtTheEdgeAndNeverOverlap();
    void aCrowdedLaneShowsTrueCounts();
    void dimmedEventsAreFaintAndWithoutLabel();
    void onPaperThePictureIsAsHighAsItsLanes();
    void theAsOfDateHidesTheLabelsUnderIt();
    void lanesAboveAndBelowTheWindowAreLeftOut();
    void pinnedLanesStayWhileTheOthersScroll();
    void pinnedLanesThatFillThePlotScroll();
    void selectedMarksHaveARingAndALabel();
    void aSelectedEventUnfoldsTheClaimsOnItsDate();
    void aSelectedEventPointsToItsPublications();
    void manyLanesArePackedOnDemand();
};

namespace {

// A picture of the years 2023 to 2025, 1000 pixels wide, a lane header of 100.
struct Picture {
    explicit Picture(const SnapshotOf &rows) : Picture(rows.build()) {}
    explicit Picture(SnapshotPointer rows) : snapshot(std::move(rows))
    {
        frame.width = 1100;
        frame.height = 600;
        frame.headerWidth = 100;
        show(TimeSpan::between(instantOf(2023), instantOf(2026)));
        shown = std::make_shared<RowSet>(snapshot->events->size(), true);
    }
    void show(TimeSpan span) { frame.scale = TimeScale::showing(span, 100, 1000); }
    const TimelineScene &build(Grouping grouping = Grouping::None)
    {
        auto lanes =
            std::make_shared<Lanes>(buildLanes(*snapshot, RowSet(snapshot->events->size(), true),
                                               grouping, LaneOrder::ByCount, frame.asOf, {}));
        builder.setContent(snapshot, shown, lanes);
        builder.build(frame, scene);
        return scene;
    }

    SnapshotPointer snapshot;
    std::shared_ptr<RowSet> shown;
    TimelineFrame frame;
    TimelineSceneBuilder builder{fixedMeasure, {}};
    TimelineScene scene;
};

}  // namespace

void tst_timeline_scene_builder::everyFormOfDateHasItsMark_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("mark");
    const auto row = [](const char *date, const char *mark) {
        QTest::newRow(date) << QString::fromLatin1(date) << QString::fromLatin1(mark);
    };
    row("2024-06-01", "dot 566..578 lane 0");
    row("2024-06", "capsule 572..599 lane 0");
    row("2024", "capsule 433..767 lane 0");
    row("2024-22", "capsule 572..656 lane 0");
    row("2025-02-2X", "capsule 811..823 lane 0 digits");
    row("202X-06-01",
        "linked 100..1100 lane 0 cut-left cut-right digits [235..242] [569..576] [902..909]");
    row("2024-XX-15",
        "linked 446..752 lane 0 digits [443..450] [471..478] [497..505] [526..533] [553..560] "
        "[581..589] [609..616] [637..644] [665..672] [693..700] [721..728] [748..756]");
    row("[2023,2025]", "linked 100..1100 lane 0 [100..433] [767..1100]");
    row("{2023,2024-06,2025-03-01}", "linked 100..822 lane 0 all [100..433] [572..599] [818..825]");
    row("[2023,2024]", "capsule 100..767 lane 0");
    row("{2023,2024}", "linked 100..767 lane 0 all [100..767]");
    row("2024-03~/2024-08", "bar 488..656 lane 0 rough-begin solid 516..627 ends 16%/16%");
    row("2024-03/2024-08?", "bar 488..656 lane 0 rough-end solid 516..627 ends 16%/16%");
    row("2024-06~", "capsule 572..599 lane 0 wavy");
    row("2024-06-01~", "capsule 563..582 lane 0 wavy");
    row("2024-06?", "capsule 572..599 lane 0 questioned");
    row("2024-03-01/2024-08-31", "bar 488..656 lane 0");
    row("2024-03/2024-08", "bar 488..656 lane 0 solid 516..627 ends 16%/16%");
    row("2024/2025", "bar 433..1100 lane 0 solid 767..767 ends 16%/16%");
    row("2024-06-01/..", "bar 572..1089 lane 0 arrow-right");
    row("../2024-06-01", "bar 111..573 lane 0 arrow-left solid 221..573 ends 16%/100%");
    row("2022/2030", "bar 100..1100 lane 0 cut-left cut-right");
}

void tst_timeline_scene_builder::everyFormOfDateHasItsMark()
{
    QFETCH(QString, date);
    QFETCH(QString, mark);
    SnapshotOf rows;
    rows.event("", date.toStdString());
    Picture picture(rows);
    const TimelineScene &scene = picture.build();
    QCOMPARE(scene.content.marks.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(textOf(scene)).trimmed(), mark);
}

void tst_timeline_scene_builder::statusAndEvidenceShowOnTheMark()
{
    SnapshotOf rows;
    rows.event("", "2024-03-01", "visit", "denied");
    rows.event("", "2024-06-01", "talks", "assessed");
    Snapshot snapshot = *rows.build();
    snapshot.evidence = std::make_shared<std::vector<EventEvidence>>(
        std::vector<EventEvidence>{{2, 2, 2, true}, {1, 1, 1, false}});
    Picture picture(std::make_shared<const Snapshot>(snapshot));
    const TimelineScene &scene = picture.build();
    QCOMPARE(textOf(scene.content.marks[0]), std::string("dot 482..494 lane 0 denied contested"));
    QCOMPARE(textOf(scene.content.marks[1]), std::string("dot 566..578 lane 0 assessed"));
    // Another kind is another colour and another shape.
    QVERIFY(scene.content.marks[0].look.colour != scene.content.marks[1].look.colour);
    QVERIFY(scene.content.marks[0].look.glyph != scene.content.marks[1].look.glyph);
}

void tst_timeline_scene_builder::theFileAsAWhole()
{
    SnapshotOf rows;
    const ActorId kim = rows.actor("Kim");
    const ActorId putin = rows.actor("Putin");
    const EventId fair = rows.event("Exhibition", "2023", "visit");
    const EventId treaty = rows.event("Treaty signed", "2024-06", "treaty");
    const EventId meeting = rows.event("Meeting", "2025-03-21", "visit");
    const EventId rumour = rows.event("May travel", "2025-03-21/..", "outlook", "speculation");
    rows.participation(fair, kim);
    rows.participation(treaty, kim);
    rows.participation(treaty, putin);
    rows.participation(meeting, kim);
    rows.participation(rumour, kim);
    Picture picture(rows);
    QCOMPARE(QString::fromStdString(textOf(picture.build(Grouping::Actor))),
             QStringLiteral("capsule 100..433 lane 0\n"
                            "capsule 572..599 lane 0\n"
                            "dot 834..846 lane 0\n"
                            "bar 839..1089 lane 0 expected arrow-right\n"
                            "capsule 572..599 lane 1\n"
                            "\"Exhibition\" at 120\n"
                            "\"Treaty signed\" at 604\n"
                            "\"Meeting\" at 851\n"
                            "\"May travel\" at 859\n"
                            "\"Treaty signed\" at 604\n"));
    QCOMPARE(axisTextOf(picture.scene),
             std::string("Jan|Apr|Jul|Oct|Jan|Apr|Jul|Oct|Jan|Apr|Jul|Oct|2023|2024|2025|"));
}

void tst_timeline_scene_builder::whatLiesOutsideIsNotInTheSceneButCounted()
{
    SnapshotOf rows;
    rows.event("before", "2001");
    rows.event("before too", "2019-05-01/2020-01-01");
    rows.event("long", "2010/2024");
    rows.event("here", "2024-02-02");
    rows.event("after", "2031");
    rows.event("no date");
    rows.event("no date, filtered");
    Picture picture(rows);
    picture.shown = std::make_shared<RowSet>(7);
    for (std::uint32_t row = 0; row < 6; ++row)
        picture.shown->insert({row});
    const TimelineScene &scene = picture.build();
    QCOMPARE(scene.content.marks.size(), std::size_t{2});
    const TimelineCounts expected{7, 6, 2, 2, 1, 1};
    QCOMPARE(scene.counts, expected);
}

void tst_timeline_scene_builder::nothingLeavesThePlot()
{
    SnapshotOf rows;
    for (int year = 2021; year <= 2027; ++year) {
        rows.event("A title of some length", std::to_string(year));
        rows.event("Another title", std::to_string(year) + "-01-01/..");
        rows.event("Third", "../" + std::to_string(year) + "-06");
        rows.event("Fourth", std::to_string(year) + "-07-01");
    }
    Picture picture(rows);
    for (int step = 0; step < 40; ++step) {
        picture.show(TimeSpan::between(instantOf(2023, 1, 1 + step * 9), instantOf(2024, 6, 15)));
        const TimelineScene &scene = picture.build();
        QVERIFY(!scene.content.marks.empty());
        for (const TimelineMark &mark : scene.content.marks) {
            if (mark.form == MarkForm::Dot)
                continue;  // stays whole: its middle is inside
            QVERIFY(mark.box.x >= 100 && mark.box.right() <= 1100);
            QVERIFY(mark.box.width > 0);
        }
        for (const SceneText &label : scene.content.texts)
            QVERIFY(label.x >= 100 && label.x + label.width <= 1100);
    }
}

void tst_timeline_scene_builder::panningKeepsRows()
{
    SnapshotOf rows;
    for (int i = 0; i < 40; ++i)
        rows.event("event " + std::to_string(i), i % 3 == 0   ? "2024-0" + std::to_string(1 + i % 9)
                                                 : i % 3 == 1 ? "2024-05-1" + std::to_string(i % 10)
                                                              : "2024-02/2024-09");
    Picture picture(rows);
    std::map<std::uint32_t, double> heights;
    for (int day = 1; day < 300; day += 7) {
        picture.frame.scale =
            TimeScale::showing(TimeSpan::between(instantOf(2023), instantOf(2025)), 100, 1000)
                .movedBy(day * 86'400.0);
        for (const TimelineMark &mark : picture.build().content.marks) {
            const auto [known, isNew] = heights.emplace(mark.row.value, mark.box.y);
            QVERIFY(isNew || known->second == mark.box.y);
        }
    }
    QVERIFY(heights.size() >= 20);
}

void tst_timeline_scene_builder::labelsAreElidedAtTheEdgeAndNeverOverlap()
{
    SnapshotOf rows;
    rows.event("A rather long title at the right edge", "2025-10-15");
    for (int month = 1; month <= 9; ++month)
        rows.event("Title of month " + std::to_string(month), "2025-0" + std::to_string(month));
    rows.event("Blocks the left of the long one", "2025-09-20/2025-10-10");
    Picture picture(rows);
    picture.frame.height = 150;
    bool hasElided = false;
    for (int day = 0; day < 120; day += 3) {
        picture.show(TimeSpan::between(instantOf(2023, 1, 1 + day), instantOf(2025, 12, 10)));
        const TimelineScene &scene = picture.build();
        const std::vector<SceneText> &texts = scene.content.texts;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            hasElided |= scene.text(texts[i]).ends_with("\u2026");
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                const bool isSameRow = std::abs(texts[i].centreY - texts[j].centreY) < 1;
                QVERIFY(!isSameRow || texts[i].x + texts[i].width <= texts[j].x ||
                        texts[j].x + texts[j].width <= texts[i].x);
            }
        }
    }
    QVERIFY(hasElided);
}

void tst_timeline_scene_builder::aCrowdedLaneShowsTrueCounts()
{
    SnapshotOf rows;
    for (int i = 0; i < 3'000; ++i) {
        const int day = 1 + i % 28;
        rows.event("e", "2024-0" + std::to_string(1 + i % 9) + "-" + (day < 10 ? "0" : "") +
                            std::to_string(day));
    }
    rows.event("long", "2024-02/2024-08");
    Picture picture(rows);
    const TimelineScene &scene = picture.build();
    QVERIFY(scene.content.marks.empty());
    std::uint32_t count = 0;
    const TimeSpan through = TimeSpan::between(instantOf(2024, 3), instantOf(2024, 8));
    for (const DensityColumn &column : scene.content.columns) {
        count += column.count;
        QVERIFY(column.ongoing > 0 || !through.contains(column.span.begin()));
        QVERIFY(column.box.right() <= 1100);
    }
    QCOMPARE(count, 3'001u);
}

void tst_timeline_scene_builder::dimmedEventsAreFaintAndWithoutLabel()
{
    SnapshotOf rows;
    rows.event("shown", "2024-02");
    rows.event("dimmed", "2024-09");
    Picture picture(rows);
    picture.shown = std::make_shared<RowSet>(2);
    picture.shown->insert({0});
    QCOMPARE(textOf(picture.build()), std::string("capsule 461..488 lane 0\n"
                                                  "capsule 656..683 lane 0 dimmed\n"
                                                  "\"shown\" at 493\n"));
}

void tst_timeline_scene_builder::onPaperThePictureIsAsHighAsItsLanes()
{
    SnapshotOf rows;
    for (int i = 0; i < 12; ++i)
        rows.participation(rows.event("e", "2024"), rows.actor("A" + std::to_string(i)));
    Picture picture(rows);
    picture.frame.height = 0;
    picture.frame.hasGrounds = false;
    const TimelineScene &scene = picture.build(Grouping::Actor);
    QCOMPARE(scene.lanes.size(), std::size_t{12});
    QCOMPARE(scene.height, scene.lanes.back().box.bottom());
    QVERIFY(scene.top.rects.empty());
}

void tst_timeline_scene_builder::theAsOfDateHidesTheLabelsUnderIt()
{
    SnapshotOf rows;
    rows.event("e", "2024");
    Picture picture(rows);
    picture.frame.asOf = instantOf(2024, 7, 10);
    const std::string axis = axisTextOf(picture.build());
    QVERIFY(axis.find("10 July 2024") != std::string::npos);
    for (const SceneText &a : picture.scene.top.texts) {
        for (const SceneText &b : picture.scene.top.texts) {
            if (&a == &b || std::abs(a.centreY - b.centreY) > 6)
                continue;
            QVERIFY(a.x + a.width <= b.x || b.x + b.width <= a.x);
        }
    }
}

void tst_timeline_scene_builder::lanesAboveAndBelowTheWindowAreLeftOut()
{
    SnapshotOf rows;
    for (int i = 0; i < 50; ++i)
        rows.participation(rows.event("e", "2024"), rows.actor("A" + std::to_string(i)));
    Picture picture(rows);
    picture.frame.height = 200;
    picture.frame.scrollY = 400;
    const TimelineScene &scene = picture.build(Grouping::Actor);
    QVERIFY(scene.lanes.size() < 12);
    QVERIFY(scene.lanes.front().index > 5);
    QVERIFY(scene.lanes.front().box.y <= scene.plot.y);
    QVERIFY(scene.lanes.back().box.bottom() >= scene.plot.bottom());
    QCOMPARE(scene.counts.inView, 50u);
}

namespace {

// A file of so many actors with an event each, and of these so many pinned.
struct PinnedLanes {
    PinnedLanes(int actors, std::size_t pinned)
    {
        SnapshotOf rows;
        for (int i = 0; i < actors; ++i) {
            const ActorId actor = rows.actor("Actor " + std::to_string(100 + i));
            rows.participation(rows.event("Event", "2024-06-01"), actor);
            if (i % 3 == 1 && wish.pinned.size() < pinned)
                wish.pinned.push_back({actor, {}});
        }
        picture = std::make_unique<Picture>(rows);
        const Snapshot &snapshot = *picture->snapshot;
        LaneBuilder builder;
        lanes = std::make_shared<Lanes>(
            builder.build(snapshot, RowSet(snapshot.events->size(), true), wish, {}));
        picture->builder.setContent(picture->snapshot, picture->shown, lanes);
    }
    // "0 1 40 41 ...": the lanes from top to bottom. They touch, and none reaches over another.
    std::vector<std::uint32_t> shownAt(double scrollY)
    {
        picture->frame.scrollY = scrollY;
        picture->builder.build(picture->frame, picture->scene);
        std::vector<std::uint32_t> shown;
        double bottom = picture->scene.plot.y;
        for (const SceneLane &lane : picture->scene.lanes) {
            if (std::abs(lane.box.y - bottom) > 0.01)
                shown.push_back(UINT32_MAX);
            shown.push_back(lane.index);
            bottom = lane.box.bottom();
        }
        return shown;
    }

    LaneWish wish;
    std::unique_ptr<Picture> picture;
    std::shared_ptr<Lanes> lanes;
};

}  // namespace

void tst_timeline_scene_builder::pinnedLanesStayWhileTheOthersScroll()
{
    PinnedLanes file(80, 2);
    const double whole = file.picture->builder.contentHeight(file.picture->frame);
    const double room = TimelineSceneBuilder::plotOf(file.picture->frame).height;
    QVERIFY(whole > 2 * room);
    QCOMPARE(file.picture->builder.fixedLanes(file.picture->frame), std::size_t{2});
    const std::vector<std::uint32_t> top = file.shownAt(0);
    QVERIFY(std::is_sorted(top.begin(), top.end()));
    QCOMPARE(top.front(), 0u);

    const std::vector<std::uint32_t> middle = file.shownAt(whole / 2);
    QCOMPARE(middle.at(0), 0u);
    QCOMPARE(middle.at(1), 1u);
    QVERIFY(middle.at(2) > 20);
    QVERIFY(std::find(middle.begin(), middle.end(), UINT32_MAX) == middle.end());
    const TimelineScene &scene = file.picture->scene;
    for (const TimelineMark &mark : scene.content.marks) {
        const auto lane = std::find_if(scene.lanes.begin(), scene.lanes.end(),
                                       [&](const SceneLane &l) { return l.index == mark.lane; });
        QVERIFY(lane != scene.lanes.end());
        QVERIFY(mark.box.y >= lane->box.y && mark.box.bottom() <= lane->box.bottom());
    }

    // The last lane can be seen whole.
    const std::vector<std::uint32_t> end = file.shownAt(whole - room);
    QCOMPARE(end.at(1), 1u);
    QCOMPARE(end.back(), 79u);
    QVERIFY(scene.lanes.back().box.bottom() <= scene.plot.bottom() + 0.01);
}

void tst_timeline_scene_builder::pinnedLanesThatFillThePlotScroll()
{
    PinnedLanes file(80, 25);
    QCOMPARE(file.picture->builder.fixedLanes(file.picture->frame), std::size_t{0});
    const double whole = file.picture->builder.contentHeight(file.picture->frame);
    QVERIFY(file.shownAt(whole / 2).front() > 20);
}

void tst_timeline_scene_builder::selectedMarksHaveARingAndALabel()
{
    SnapshotOf rows;
    rows.event("The first", "2024-02-10");
    // No room for a label between its neighbours.
    rows.event("In the middle", "2024-03-10");
    rows.event("The last", "2024-04-10");
    Picture picture(rows);
    picture.frame.height = 70;
    const TimelineScene &scene = picture.build();
    TimelineEmphasis emphasis;
    emphasis.selected = {{1}};
    TimelineScene overlay;
    const Lanes &lanes = picture.builder.lanes();
    buildOverlay(scene, picture.frame, lanes, *picture.snapshot, emphasis, plainAxisWords,
                 fixedMeasure, overlay);
    QCOMPARE(overlay.content.rings.size(), std::size_t{1});
    const bool hasLabel =
        std::any_of(scene.content.texts.begin(), scene.content.texts.end(),
                    [](const SceneText &text) { return text.row == EventRow{1}; });
    QCOMPARE(overlay.content.texts.size(), hasLabel ? std::size_t{0} : std::size_t{1});
    emphasis.selected.clear();
    buildOverlay(scene, picture.frame, lanes, *picture.snapshot, emphasis, plainAxisWords,
                 fixedMeasure, overlay);
    QVERIFY(overlay.content.rings.empty() && overlay.content.texts.empty());
}

void tst_timeline_scene_builder::aSelectedEventUnfoldsTheClaimsOnItsDate()
{
    SnapshotOf rows;
    rows.event("The visit", "2024-03-10");
    rows.event("Later", "2024-06-10");
    Picture picture(rows);
    picture.frame.height = 300;
    const TimelineScene &scene = picture.build();
    TimelineEmphasis emphasis;
    emphasis.selected = {{0}};
    TimelineScene overlay;
    const auto build = [&] {
        buildOverlay(scene, picture.frame, picture.builder.lanes(), *picture.snapshot, emphasis,
                     plainAxisWords, fixedMeasure, overlay);
    };
    emphasis.whiskers = {
        {edtf("2024-04").when(), edtf("2024-05-01").when().bounds.earliestBegin, "April", true},
        {edtf("2024-03").when(), std::nullopt, "March", false, true}};
    build();
    // Two lines with two ends each, and one to the day of publication.
    QCOMPARE(overlay.content.lines.size(), std::size_t{7});
    const SceneLine &april = overlay.content.lines[0];
    const SceneLine &published = overlay.content.lines[3];
    const SceneLine &march = overlay.content.lines[4];
    QCOMPARE(april.tone, Tone::Accent);
    QCOMPARE(march.stroke, Stroke::Dashed);
    QVERIFY(march.x0 < april.x0 && march.x1 <= april.x0 + 1 && march.y0 > april.y0);
    QCOMPARE(published.stroke, Stroke::Dotted);
    for (const SceneLine &line : overlay.content.lines)
        QVERIFY(line.y0 > scene.plot.y && line.y1 < scene.plot.bottom() &&
                line.x1 <= scene.plot.right());
    emphasis.selected = {{0}, {1}};
    build();
    QVERIFY(overlay.content.lines.empty());
    // What is doubted has an amber ring of its own.
    auto doubted = std::make_shared<RowSet>(2u);
    doubted->insert(EventRow{1});
    emphasis = {};
    emphasis.doubted = doubted;
    build();
    QCOMPARE(overlay.content.rings.size(), std::size_t{1});
    QCOMPARE(overlay.content.rings[0].tone, Tone::Doubt);
}

void tst_timeline_scene_builder::aSelectedEventPointsToItsPublications()
{
    SnapshotOf rows;
    rows.event("The visit", "2024-03-10");
    rows.event("Later", "2024-06-10");
    Picture picture(rows);
    picture.frame.height = 300;
    const TimelineScene &scene = picture.build();
    TimelineEmphasis emphasis;
    emphasis.selected = {{0}};
    const Instant inView = edtf("2024-05-01").when().bounds.earliestBegin;
    const Instant beyond = edtf("2031").when().bounds.earliestBegin;
    emphasis.published = {inView, beyond};
    TimelineScene overlay;
    const auto build = [&] {
        buildOverlay(scene, picture.frame, picture.builder.lanes(), *picture.snapshot, emphasis,
                     plainAxisWords, fixedMeasure, overlay);
    };
    build();
    // One line that reaches to the edge, a dot only where the day itself is in view.
    QCOMPARE(overlay.content.lines.size(), std::size_t{1});
    const SceneLine &line = overlay.content.lines.front();
    QCOMPARE(line.stroke, Stroke::Dotted);
    QCOMPARE(line.x1, scene.plot.right());
    const double x = picture.frame.scale.toX(inView);
    const auto isDot = [x](const SceneRect &rect) { return std::abs(rect.box.centreX() - x) < 1; };
    QCOMPARE(std::count_if(overlay.content.rects.begin(), overlay.content.rects.end(), isDot), 1);
    // What unfolds tells it claim by claim.
    emphasis.whiskers = {{edtf("2024-04").when(), inView, "April"}};
    build();
    for (const SceneLine &other : overlay.content.lines)
        QVERIFY(other.x1 < scene.plot.right());
}

void tst_timeline_scene_builder::manyLanesArePackedOnDemand()
{
    SnapshotOf rows;
    std::vector<ActorId> actors;
    for (int i = 0; i < 220; ++i)
        actors.push_back(rows.actor("A" + std::to_string(i)));
    for (int i = 0; i < 21'000; ++i) {
        const int day = 1 + i % 28;
        const EventId event = rows.event("e", "2024-0" + std::to_string(1 + i % 9) + "-" +
                                                  (day < 10 ? "0" : "") + std::to_string(day));
        rows.participation(event, actors[static_cast<std::size_t>(i) % actors.size()]);
    }
    Picture picture(rows);
    QVERIFY(LaneLayout::kMostPacked < 21'000);
    const TimelineScene &scene = picture.build(Grouping::Actor);
    QVERIFY(scene.lanes.size() < 40);
    for (const SceneLane &lane : scene.lanes) {
        std::uint32_t count = 0;
        for (const TimelineMark &mark : scene.content.marks)
            count += mark.lane == lane.index ? mark.count : 0;
        for (const DensityColumn &column : scene.content.columns)
            count += column.lane == lane.index ? column.count : 0;
        const Lane &row = picture.builder.lanes().lanes[lane.index];
        QCOMPARE(count, row.last - row.first);
    }
    const std::size_t before = scene.lanes.size();
    picture.frame.rowHeight = RowHeight::Compact;
    QVERIFY(picture.build(Grouping::Actor).lanes.size() >= 2 * before);
}

QTEST_GUILESS_MAIN(tst_timeline_scene_builder)
#include "tst_timeline_scene_builder.moc"
