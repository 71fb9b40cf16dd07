// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/lane_packer.h"
#include "app/timeline/lanes.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_lanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventStandsInTheLaneOfEachOfItsActors();
    void lanesAreOrderedByCountThenName();
    void lanesCanBeOrderedByFirstDate();
    void kindsAndPlacesHaveTheirLanes();
    void sourcesHaveTheEventsThatTheirClaimsAreAbout();
    void filteredAndUndatedEventsAreInNoLane();
    void theNoteIsTheRoleAsOfTheDate();

    void marksDoNotTouchInTheirRow();
    void labelsDoNotTouchMarksNorLabels();
    void aLongMarkHasItsLabelInside();
    void whatFindsNoRowIsCountedInAClusterNotDropped();
    void theMoreImportantLabelComesFirst();
};

namespace {

std::string textOf(const Lanes &lanes, const Snapshot &snapshot)
{
    std::string text;
    for (const Lane &lane : lanes.lanes) {
        text.append(lanes.name(lane)).append(":");
        for (const std::uint32_t row : lanes.rowsOf(lane))
            text.append(" ").append(snapshot.events->title({row}));
        text += "\n";
    }
    return text;
}

Lanes lanesOf(const Snapshot &snapshot, Grouping grouping, LaneOrder order = LaneOrder::ByCount)
{
    return buildLanes(snapshot, RowSet(snapshot.events->size(), true), grouping, order, {}, {});
}

struct Case {
    SnapshotOf rows;
    ActorId kim = rows.actor("Kim");
    ActorId putin = rows.actor("Putin");
    ActorId bystander = rows.actor("Bystander");
    EventId visit = rows.event("visit", "2019-04", "visit", "confirmed", "Moscow");
    EventId treaty = rows.event("treaty", "2024-06", "treaty", "confirmed", "Pyongyang");
    EventId launch = rows.event("launch", "2024-01", "test");
    EventId rumour = rows.event("rumour", "", "visit");
    EventId quake = rows.event("quake", "2020");

    Case()
    {
        rows.participation(visit, kim);
        rows.participation(visit, putin);
        rows.participation(treaty, kim, "host");
        rows.participation(treaty, kim, "signatory");
        rows.participation(treaty, putin);
        rows.participation(launch, putin);
        rows.participation(rumour, kim);
    }
};

// Packs all events of a snapshot into one lane, each label 50 pixels wide, a day a pixel.
struct Packed {
    std::vector<PackedMark> marks;
    int rows = 0;
};
Packed pack(const Snapshot &snapshot, LanePacker::Room room, double labelWidth = 50)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < snapshot.events->datedSize(); ++row)
        rows.push_back(row);
    LanePacker packer;
    Packed packed;
    packed.rows = packer.pack(
        rows, snapshot, TimeScale(instantOf(2024), 0, 86'400, 0, 1), {},
        [labelWidth](EventRow) { return labelWidth; }, room, packed.marks);
    return packed;
}

struct Extent {
    int row;
    double x0;
    double x1;
};
std::vector<Extent> extentsOf(const Packed &packed, double labelWidth)
{
    const double gap = TimelineMetrics().labelGap();
    std::vector<Extent> extents;
    for (const PackedMark &mark : packed.marks) {
        if (mark.count == 0)
            continue;
        extents.push_back({mark.subRow, mark.x0, mark.x1});
        if (mark.label == LabelSide::Right)
            extents.back().x1 += gap + labelWidth;
        if (mark.label == LabelSide::Left)
            extents.back().x0 -= gap + labelWidth;
    }
    return extents;
}

bool overlap(const std::vector<Extent> &extents)
{
    for (std::size_t i = 0; i < extents.size(); ++i) {
        for (std::size_t j = i + 1; j < extents.size(); ++j) {
            if (extents[i].row == extents[j].row && extents[i].x0 < extents[j].x1 &&
                extents[j].x0 < extents[i].x1)
                return true;
        }
    }
    return false;
}

}  // namespace

void tst_lanes::anEventStandsInTheLaneOfEachOfItsActors()
{
    const Case rows;
    const SnapshotPointer snapshot = rows.rows.build();
    QCOMPARE(textOf(lanesOf(*snapshot, Grouping::Actor), *snapshot),
             std::string("Putin: visit launch treaty\n"
                         "Kim: visit treaty\n"
                         "No actor: quake\n"));
}

void tst_lanes::lanesAreOrderedByCountThenName()
{
    SnapshotOf rows;
    const ActorId b = rows.actor("B");
    const ActorId a = rows.actor("A");
    const ActorId c = rows.actor("C");
    rows.participation(rows.event("one", "2020"), b);
    rows.participation(rows.event("two", "2021"), a);
    rows.participation(rows.event("three", "2022"), c);
    rows.participation(rows.event("four", "2023"), c);
    const SnapshotPointer snapshot = rows.build();
    QCOMPARE(textOf(lanesOf(*snapshot, Grouping::Actor), *snapshot),
             std::string("C: three four\nA: two\nB: one\n"));
}

void tst_lanes::lanesCanBeOrderedByFirstDate()
{
    const Case rows;
    const SnapshotPointer snapshot = rows.rows.build();
    const Lanes lanes = lanesOf(*snapshot, Grouping::Kind, LaneOrder::ByFirstDate);
    QCOMPARE(textOf(lanes, *snapshot),
             std::string("visit: visit\ntest: launch\ntreaty: treaty\nNo kind: quake\n"));
}

void tst_lanes::kindsAndPlacesHaveTheirLanes()
{
    const Case rows;
    const SnapshotPointer snapshot = rows.rows.build();
    QCOMPARE(textOf(lanesOf(*snapshot, Grouping::Place), *snapshot),
             std::string("Moscow: visit\nPyongyang: treaty\nNo place: quake launch\n"));
    QCOMPARE(textOf(lanesOf(*snapshot, Grouping::None), *snapshot),
             std::string("All events: visit quake launch treaty\n"));
}

void tst_lanes::sourcesHaveTheEventsThatTheirClaimsAreAbout()
{
    Case rows;
    const SourceId report = rows.rows.source("Report");
    rows.rows.claim(report, rows.treaty, "date", "2024-06");
    rows.rows.claim(report, rows.treaty, "status", "confirmed");
    rows.rows.claim(report, rows.launch, "date", "2024-01");
    const SnapshotPointer snapshot = rows.rows.build();
    QCOMPARE(textOf(lanesOf(*snapshot, Grouping::Source), *snapshot),
             std::string("Report: launch treaty\nNo source: visit quake\n"));
}

void tst_lanes::filteredAndUndatedEventsAreInNoLane()
{
    const Case rows;
    const SnapshotPointer snapshot = rows.rows.build();
    RowSet shown(snapshot->events->size());
    shown.insert(snapshot->events->rowOf(rows.launch));
    shown.insert(snapshot->events->rowOf(rows.rumour));
    const Lanes lanes = buildLanes(*snapshot, shown, Grouping::Actor, LaneOrder::ByCount, {}, {});
    QCOMPARE(textOf(lanes, *snapshot), std::string("Putin: launch\n"));
    QCOMPARE(lanes.note(lanes.lanes.front()), std::string("1 event"));
}

void tst_lanes::theNoteIsTheRoleAsOfTheDate()
{
    SnapshotOf rows;
    const ActorId shoigu = rows.actor("Shoigu");
    rows.role(shoigu, "Minister", {}, "/2024-05");
    rows.role(shoigu, "Secretary", {}, "2024-06/..");
    rows.participation(rows.event("exhibition", "2023"), shoigu);
    rows.participation(rows.event("meeting", "2025-03-21"), shoigu);
    const SnapshotPointer snapshot = rows.build();
    const RowSet all(2, true);
    const auto noteAt = [&](std::optional<Instant> asOf) {
        const Lanes lanes =
            buildLanes(*snapshot, all, Grouping::Actor, LaneOrder::ByCount, asOf, {});
        return lanes.note(lanes.lanes.front());
    };
    QCOMPARE(noteAt(instantOf(2023, 6)), std::string("Minister"));
    QCOMPARE(noteAt(std::nullopt), std::string("Secretary"));
}

void tst_lanes::marksDoNotTouchInTheirRow()
{
    SnapshotOf rows;
    for (int day = 1; day <= 28; ++day)
        rows.event("e", "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day));
    rows.event("month", "2024-02");
    rows.event("open", "2024-02-10/..");
    const SnapshotPointer snapshot = rows.build();
    const Packed packed = pack(*snapshot, {40, 0}, 0);
    QCOMPARE(packed.marks.size(), std::size_t{30});
    QVERIFY(!overlap(extentsOf(packed, 0)));
}

void tst_lanes::labelsDoNotTouchMarksNorLabels()
{
    SnapshotOf rows;
    for (int month = 1; month <= 9; ++month) {
        rows.event("m", "2024-0" + std::to_string(month));
        rows.event("d", "2024-0" + std::to_string(month) + "-15");
    }
    const SnapshotPointer snapshot = rows.build();
    const Packed packed = pack(*snapshot, {6, 3});
    QVERIFY(!overlap(extentsOf(packed, 50)));
    const auto labelled =
        std::count_if(packed.marks.begin(), packed.marks.end(),
                      [](const PackedMark &mark) { return mark.label != LabelSide::None; });
    QVERIFY2(labelled >= 6, qPrintable(QString::number(labelled)));
}

void tst_lanes::aLongMarkHasItsLabelInside()
{
    SnapshotOf rows;
    rows.event("year", "2024");
    rows.event("day", "2026-01-01");
    const SnapshotPointer snapshot = rows.build();
    const Packed packed = pack(*snapshot, {6, 3});
    QCOMPARE(packed.marks[0].label, LabelSide::Inside);
    QCOMPARE(packed.marks[1].label, LabelSide::Right);
    QCOMPARE(packed.rows, 1);
}

void tst_lanes::whatFindsNoRowIsCountedInAClusterNotDropped()
{
    SnapshotOf rows;
    for (int i = 0; i < 9; ++i)
        rows.event("e", "2024-02-10");
    rows.event("later", "2024-09-10");
    const SnapshotPointer snapshot = rows.build();
    const Packed packed = pack(*snapshot, {3, 3});
    std::uint32_t total = 0;
    for (const PackedMark &mark : packed.marks)
        total += mark.count;
    QCOMPARE(total, 10u);
    QCOMPARE(packed.marks[2].count, 7u);
    QCOMPARE(packed.marks[2].form, MarkForm::Cluster);
    QCOMPARE(packed.marks[8].head, 2u);
    QCOMPARE(packed.marks[9].count, 1u);
}

void tst_lanes::theMoreImportantLabelComesFirst()
{
    // Between the first two there is room for one label, right of the second there is none.
    SnapshotOf rows;
    rows.event("first", "2024-02-01");
    rows.event("second", "2024-03-15");
    rows.event("third", "2024-04-20");
    const Packed plain = pack(*rows.build(), {1, 1}, 20);
    QCOMPARE(plain.marks[0].label, LabelSide::Right);
    QCOMPARE(plain.marks[1].label, LabelSide::None);

    Snapshot snapshot = *rows.build();
    auto evidence = std::make_shared<std::vector<EventEvidence>>(3);
    (*evidence)[1].isContested = true;
    snapshot.evidence = evidence;
    const Packed contested = pack(snapshot, {1, 1}, 20);
    QCOMPARE(contested.marks[0].label, LabelSide::Left);
    QCOMPARE(contested.marks[1].label, LabelSide::Left);
}

QTEST_GUILESS_MAIN(tst_lanes)
#include "tst_lanes.moc"
