// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/timeline_hit.h"
#include "app/timeline/timeline_scene_builder.h"
#include "tests/support/fixed_measure.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_timeline_hit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void partsOfThePictureAreToldApart();
    void aMarkIsHitOnItsBodyItsEndsAndItsLabel();
    void endsThatAreNotSeenCannotBeTaken();
    void aClusterGivesAllItsEvents();
    void aColumnGivesWhatItCounts();
    void stepsGoAlongALaneAndAcross();

private:
    void build(const SnapshotOf &rows, Grouping grouping);

    SnapshotPointer m_snapshot;
    std::shared_ptr<Lanes> m_lanes;
    TimelineFrame m_frame;
    TimelineScene m_scene;
};

void tst_timeline_hit::init()
{
    m_frame = {};
    m_frame.width = 1100;
    m_frame.height = 300;
    m_frame.headerWidth = 100;
    m_frame.scale =
        TimeScale::showing(TimeSpan::between(instantOf(2024), instantOf(2025)), 100, 1000);
}

void tst_timeline_hit::build(const SnapshotOf &rows, Grouping grouping)
{
    m_snapshot = rows.build();
    const auto shown = std::make_shared<RowSet>(m_snapshot->events->size(), true);
    m_lanes = std::make_shared<Lanes>(
        buildLanes(*m_snapshot, *shown, grouping, LaneOrder::ByCount, {}, {}));
    TimelineSceneBuilder builder(fixedMeasure, {});
    builder.setContent(m_snapshot, shown, m_lanes);
    builder.build(m_frame, m_scene);
}

void tst_timeline_hit::partsOfThePictureAreToldApart()
{
    SnapshotOf rows;
    rows.participation(rows.event("e", "2024-06"), rows.actor("A"));
    build(rows, Grouping::Actor);
    const double ruler = m_scene.ruler.centreY();
    const double plot = m_scene.plot.y + 10;
    QCOMPARE(hitAt(m_scene, 20, ruler).part, TimelinePart::Corner);
    QCOMPARE(hitAt(m_scene, 500, ruler).part, TimelinePart::Ruler);
    QCOMPARE(hitAt(m_scene, 20, plot).part, TimelinePart::LaneName);
    QCOMPARE(hitAt(m_scene, 20, plot).lane, 0u);
    QCOMPARE(hitAt(m_scene, 100, plot).part, TimelinePart::HeaderEdge);
    QCOMPARE(hitAt(m_scene, 200, plot).part, TimelinePart::Plot);
    QVERIFY(!hitAt(m_scene, 200, plot).hasMark());
    QCOMPARE(hitAt(m_scene, 200, 290).lane, TimelineHit::kNone);
    QCOMPARE(hitAt(m_scene, -5, 10).part, TimelinePart::Outside);
}

void tst_timeline_hit::aMarkIsHitOnItsBodyItsEndsAndItsLabel()
{
    SnapshotOf rows;
    rows.event("a longer title", "2024-06");
    build(rows, Grouping::None);
    const Box box = m_scene.content.marks.front().box;
    const double y = box.centreY();
    QCOMPARE(hitAt(m_scene, box.centreX(), y).markPart, MarkPart::Body);
    QCOMPARE(hitAt(m_scene, box.x + 1, y).markPart, MarkPart::Begin);
    QCOMPARE(hitAt(m_scene, box.right() - 1, y).markPart, MarkPart::End);
    QCOMPARE(hitAt(m_scene, box.centreX(), box.y - 2).markPart, MarkPart::Body);
    QVERIFY(!hitAt(m_scene, box.centreX(), box.y - 9).hasMark());
    const SceneText label = m_scene.content.texts.front();
    QVERIFY(label.x > box.right());
    const TimelineHit hit = hitAt(m_scene, label.x + label.width - 2, label.centreY);
    QCOMPARE(hit.markPart, MarkPart::Label);
    QCOMPARE(eventsOf(hit, m_scene, *m_lanes, *m_snapshot),
             std::vector<EventRow>{m_scene.content.marks.front().row});
}

void tst_timeline_hit::endsThatAreNotSeenCannotBeTaken()
{
    SnapshotOf rows;
    rows.event("title", "2023-06-01/..");
    build(rows, Grouping::None);
    const Box box = m_scene.content.marks.front().box;
    QCOMPARE(hitAt(m_scene, box.x + 4, box.centreY()).markPart, MarkPart::Body);
    QCOMPARE(hitAt(m_scene, box.right() - 1, box.centreY()).markPart, MarkPart::Body);
}

void tst_timeline_hit::aClusterGivesAllItsEvents()
{
    SnapshotOf rows;
    for (int i = 0; i < 20; ++i)
        rows.event("e", "2024-06-10");
    m_frame.height = 200;
    build(rows, Grouping::None);
    std::size_t found = 0;
    bool hasCluster = false;
    for (std::uint32_t i = 0; i < m_scene.content.marks.size(); ++i) {
        const TimelineMark &mark = m_scene.content.marks[i];
        const TimelineHit hit = hitAt(m_scene, mark.box.centreX(), mark.box.centreY());
        QCOMPARE(hit.mark, i);
        found += eventsOf(hit, m_scene, *m_lanes, *m_snapshot).size();
        hasCluster |= mark.form == MarkForm::Cluster;
    }
    QVERIFY(hasCluster);
    QCOMPARE(found, std::size_t{20});
}

void tst_timeline_hit::aColumnGivesWhatItCounts()
{
    SnapshotOf rows;
    for (int i = 0; i < 2'000; ++i) {
        const int day = 1 + i % 28;
        rows.event("e", "2024-0" + std::to_string(1 + i % 9) + "-" + (day < 10 ? "0" : "") +
                            std::to_string(day));
    }
    rows.event("long", "2024-02/2024-08");
    rows.event("open", "2023-05/..");
    build(rows, Grouping::None);
    QVERIFY(!m_scene.content.columns.empty());
    for (std::uint32_t i = 0; i < m_scene.content.columns.size(); ++i) {
        const DensityColumn &column = m_scene.content.columns[i];
        const TimelineHit hit = hitAt(m_scene, column.box.centreX(), column.box.centreY());
        QCOMPARE(hit.column, i);
        QCOMPARE(eventsOf(hit, m_scene, *m_lanes, *m_snapshot).size(),
                 std::size_t{column.count} + column.ongoing);
    }
}

void tst_timeline_hit::stepsGoAlongALaneAndAcross()
{
    SnapshotOf rows;
    const ActorId a = rows.actor("A");
    const ActorId b = rows.actor("B");
    rows.participation(rows.event("1", "2024-01-10"), a);
    rows.participation(rows.event("2", "2024-03-10"), a);
    rows.participation(rows.event("3", "2024-06-10"), a);
    rows.participation(rows.event("4", "2024-03-20"), b);
    build(rows, Grouping::Actor);  // rows by date: 1, 2, 4, 3
    const LaneEvent second{0, {1}};
    const auto step = [&](LaneEvent from, Step where) {
        return stepFrom(from, where, *m_lanes, *m_snapshot);
    };
    QCOMPARE(step(second, Step::Later), (LaneEvent{0, {3}}));
    QCOMPARE(step(second, Step::Earlier), (LaneEvent{0, {0}}));
    QCOMPARE(step({0, {3}}, Step::Later), std::nullopt);
    QCOMPARE(step(second, Step::LaneBelow), (LaneEvent{1, {2}}));
    QCOMPARE(step({1, {2}}, Step::LaneAbove), (LaneEvent{0, {1}}));
    QCOMPARE(step(second, Step::LaneAbove), std::nullopt);
    QCOMPARE(findInLanes({2}, 0, *m_lanes), (LaneEvent{1, {2}}));
    QCOMPARE(findInLanes({9}, 0, *m_lanes), std::nullopt);
}

QTEST_GUILESS_MAIN(tst_timeline_hit)
#include "tst_timeline_hit.moc"
