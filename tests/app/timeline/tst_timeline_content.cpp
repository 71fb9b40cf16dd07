// SPDX-License-Identifier: GPL-3.0-or-later
// Counts and lanes against the plain way of making them: every event asked, every lane searched.
#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "app/model/civil_date.h"
#include "app/model/row_moves.h"
#include "app/timeline/density.h"
#include "app/timeline/timeline_content.h"
#include "app/timeline/timeline_hit.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_timeline_content : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseOfEveryEventAsked();
    void whatAnEditLeavesIsAsIfMadeAnew();
    void everyShownDatedEventStandsInTheLanesOfItsActors();
    void aFilterLeavesTheOrderOfNamesAsItIs();
    void pinnedLanesStandAtTheTopInTheirOrder();
    void groupsHoldTheirLanesAndCloseIntoOne();
    void sourcesStandUnderTheirOutlets();
    void anEventIsFoundInTheNearestLaneThatHoldsIt();
    void dimmedEventsKeepTheirLanesAndDoNotCount();
};

namespace {

// Some hundred events on all kinds of dates, each with up to three of a dozen actors.
struct Crowd {
    SnapshotOf rows;
    std::vector<ActorId> actors;
    SnapshotPointer snapshot;

    explicit Crowd(unsigned seed)
    {
        std::mt19937 random(seed);
        const auto below = [&random](unsigned limit) { return random() % limit; };
        for (int i = 0; i < 12; ++i)
            actors.push_back(rows.actor(std::string(1, static_cast<char>('a' + i * 5 % 12))));
        const char *dates[] = {"2020",       "2021-05",    "2021-05-03", "2019/2022",
                               "../2020-03", "2021-07/..", "",           "2022-01-01/2022-01-03",
                               "2020-02-29"};
        for (int i = 0; i < 300; ++i) {
            const EventId event = rows.event("event " + std::to_string(i), dates[below(9)],
                                             std::string(1, static_cast<char>('k' + below(4))));
            for (auto n = below(4); n > 0; --n)
                rows.participation(event, actors[below(12)]);
        }
        snapshot = rows.build();
    }
};

std::shared_ptr<const RowSet> some(const Snapshot &snapshot, unsigned seed, unsigned percent)
{
    std::mt19937 random(seed);
    auto set = std::make_shared<RowSet>(snapshot.events->size());
    for (std::uint32_t row = 0; row < snapshot.events->size(); ++row) {
        if (random() % 100 < percent)
            set->insert({row});
    }
    return set;
}

TimelineContentWish wishFor(const SnapshotPointer &snapshot, std::shared_ptr<const RowSet> shown)
{
    TimelineContentWish wish;
    wish.snapshot = snapshot;
    wish.passing = std::move(shown);
    return wish;
}

TimelineCounts askEach(const Snapshot &snapshot, const RowSet &shown, TimeSpan visible)
{
    const EventColumns &events = *snapshot.events;
    TimelineCounts counts;
    counts.total = events.size();
    for (std::uint32_t row = 0; row < events.size(); ++row) {
        if (!shown.contains({row}))
            continue;
        ++counts.shown;
        if (row >= events.datedSize()) {
            ++counts.undated;
            continue;
        }
        const Instant begin = events.begins()[row];
        const Instant end = events.ends()[row];
        if (begin >= visible.end())
            ++counts.later;
        else if (end > visible.begin() || (end == visible.begin() && begin == end))
            ++counts.inView;
        else
            ++counts.earlier;
    }
    return counts;
}

std::vector<std::string> namesOf(const Lanes &lanes)
{
    std::vector<std::string> names;
    for (const Lane &lane : lanes.lanes)
        names.emplace_back(lanes.name(lane));
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

void tst_timeline_content::countsAreThoseOfEveryEventAsked()
{
    for (unsigned seed = 1; seed <= 3; ++seed) {
        const Crowd crowd(seed);
        const auto shown = some(*crowd.snapshot, seed, seed == 1 ? 100 : 40);
        TimelineContentMaker maker;
        const TimelineContent content = maker.make(wishFor(crowd.snapshot, shown), {});
        for (int year = 2018; year < 2024; ++year) {
            for (int month = 1; month <= 12; ++month) {
                for (const std::int64_t days : {1, 40, 900}) {
                    const Instant from = instantOf(year, month);
                    const TimeSpan visible =
                        TimeSpan::between(from, {from.seconds + days * kSecondsPerDay});
                    QCOMPARE(content.counts->in(visible),
                             askEach(*crowd.snapshot, *shown, visible));
                }
            }
        }
    }
}

// Events move to other dates, lose their date, go and come, one after the other, under one maker.
void tst_timeline_content::whatAnEditLeavesIsAsIfMadeAnew()
{
    std::mt19937 random(3);
    SnapshotPointer current = Crowd(9).snapshot;
    TimelineContentMaker maker;
    LaneWish orders[2];
    orders[1].order = LaneOrder::ByFirstDate;
    // Narrower than the dates, so that some events lie outside.
    const TimeScale scale =
        TimeScale::showing(TimeSpan::between(instantOf(2019, 3), instantOf(2022, 8)), 0, 300);
    Density columns;
    countEvents(*current->events, *some(*current, 1, 100), scale, 2, columns);
    for (int edit = 0; edit < 60; ++edit) {
        Snapshot next = *current;
        const EventColumns &before = *current->events;
        const EventId touched = before.id({static_cast<std::uint32_t>(random() % before.size())});
        EventColumns events = before.without({touched});
        const unsigned kind = random() % 8;
        if (kind != 0) {
            const std::string date =
                kind == 1 ? "" : std::to_string(2018 + random() % 6) + "-0" + std::to_string(kind);
            const Edtf when = edtf(date);
            events.add(kind == 2 ? EventId{touched.value + 1'000'000} : touched, "other", "kind",
                       date, when.when(), "", "");
        }
        events.finish();
        next.events = std::make_shared<const EventColumns>(std::move(events));
        next.eventMoves = std::make_shared<const EventMoves>(
            EventMoves{current->events, RowMoves::between(before, *next.events,
                                                          {touched, {touched.value + 1'000'000}})});
        std::vector<ActorRow> actors(next.actors->size());
        for (std::uint32_t row = 0; row < actors.size(); ++row)
            actors[row] = {row};
        ParticipationColumns parts =
            current->participations->without({}, next.eventMoves->rows, actors);
        parts.finish(next.events->size(), static_cast<std::uint32_t>(actors.size()));
        next.participations = std::make_shared<const ParticipationColumns>(std::move(parts));
        followEdit(before, next.eventMoves->rows, *next.events, scale, columns);
        current = std::make_shared<const Snapshot>(std::move(next));

        const auto all = some(*current, 1, 100);
        Density counted;
        countEvents(*current->events, *all, scale, 2, counted);
        QCOMPARE(columns.highest(), counted.highest());
        for (std::size_t i = 0; i < counted.size(); ++i) {
            QCOMPARE(columns.count(i), counted.count(i));
            QCOMPARE(columns.ongoing(i), counted.ongoing(i));
        }
        TimelineContentWish wish = wishFor(current, all);
        wish.lanes = orders[edit / 4 % 2];
        const TimelineContent followed = maker.make(wish, {});
        const TimelineContent anew = TimelineContentMaker().make(wish, {});
        for (int year = 2017; year < 2025; ++year) {
            const TimeSpan visible = TimeSpan::between(instantOf(year, 1), instantOf(year, 9));
            QCOMPARE(followed.counts->in(visible), askEach(*current, *all, visible));
        }
        QCOMPARE(namesOf(*followed.lanes), namesOf(*anew.lanes));
        QCOMPARE(followed.lanes->entryCount, anew.lanes->entryCount);
        for (std::size_t i = 0; i < anew.lanes->lanes.size(); ++i) {
            const auto is = followed.lanes->rowsOf(followed.lanes->lanes[i]);
            const auto should = anew.lanes->rowsOf(anew.lanes->lanes[i]);
            QVERIFY(std::equal(is.begin(), is.end(), should.begin(), should.end()));
        }
    }
}

void tst_timeline_content::everyShownDatedEventStandsInTheLanesOfItsActors()
{
    const Crowd crowd(5);
    const auto shown = some(*crowd.snapshot, 6, 60);
    TimelineContentMaker maker;
    const Lanes lanes = *maker.make(wishFor(crowd.snapshot, shown), {}).lanes;
    std::set<std::pair<std::string, std::uint32_t>> expected;
    for (std::uint32_t row = 0; row < crowd.snapshot->events->datedSize(); ++row) {
        if (!shown->contains({row}))
            continue;
        const auto entries = crowd.snapshot->participations->ofEvent({row});
        for (const auto &entry : entries)
            expected.emplace(crowd.snapshot->actor(entry.actor).name, row);
        if (entries.empty())
            expected.emplace("No actor", row);
    }
    std::set<std::pair<std::string, std::uint32_t>> found;
    for (const Lane &lane : lanes.lanes) {
        const auto rows = lanes.rowsOf(lane);
        QVERIFY(std::is_sorted(rows.begin(), rows.end()));
        QVERIFY(!rows.empty());
        for (const std::uint32_t row : rows)
            QVERIFY(found.emplace(std::string(lanes.name(lane)), row).second);
    }
    QCOMPARE(found, expected);
    for (std::size_t i = 1; i + 1 < lanes.lanes.size(); ++i)
        QVERIFY(lanes.lanes[i - 1].count() >= lanes.lanes[i].count());
}

void tst_timeline_content::aFilterLeavesTheOrderOfNamesAsItIs()
{
    const Crowd crowd(7);
    TimelineContentMaker maker;
    TimelineContentWish wish = wishFor(crowd.snapshot, some(*crowd.snapshot, 1, 100));
    wish.lanes.order = LaneOrder::ByName;
    maker.make(wish, {});
    wish.passing = some(*crowd.snapshot, 8, 30);
    const Names names = namesOf(*maker.make(wish, {}).lanes);
    QVERIFY(names.size() > 5);
    QVERIFY(std::is_sorted(names.begin(), names.end() - 1));
    QCOMPARE(names.back(), std::string("No actor"));
    QCOMPARE(names, namesOf(*TimelineContentMaker().make(wish, {}).lanes));
}

void tst_timeline_content::pinnedLanesStandAtTheTopInTheirOrder()
{
    const Crowd crowd(9);
    TimelineContentWish wish = wishFor(crowd.snapshot, some(*crowd.snapshot, 1, 100));
    wish.lanes.pinned = {{crowd.actors[7], {}}, {crowd.actors[2], {}}, {ActorId{999}, {}}};
    TimelineContentMaker maker;
    const Lanes lanes = *maker.make(wish, {}).lanes;
    QCOMPARE(lanes.item(lanes.lanes[0]), ItemRef(crowd.actors[7]));
    QCOMPARE(lanes.item(lanes.lanes[1]), ItemRef(crowd.actors[2]));
    QVERIFY(lanes.lanes[0].isPinned && lanes.lanes[1].isPinned && !lanes.lanes[2].isPinned);
    QCOMPARE(lanes.laneOf(crowd.actors[2]), 1u);
    Names names = namesOf(lanes);
    std::sort(names.begin(), names.end());
    QVERIFY(std::adjacent_find(names.begin(), names.end()) == names.end());

    wish.lanes.grouping = Grouping::Kind;
    wish.lanes.pinned = {{{}, "m"}};
    QCOMPARE(namesOf(*maker.make(wish, {}).lanes).front(), std::string("m"));
}

void tst_timeline_content::groupsHoldTheirLanesAndCloseIntoOne()
{
    SnapshotOf rows;
    const ActorId kim = rows.actor("Kim", "person");
    const ActorId lee = rows.actor("Lee", "person");
    const ActorId russia = rows.actor("Russia", "state");
    const ActorId ghost = rows.actor("Ghost", "");
    const EventId both = rows.event("both", "2020");
    rows.participation(both, kim);
    rows.participation(both, lee);
    rows.participation(rows.event("one", "2021"), kim);
    rows.participation(rows.event("two", "2022"), russia);
    rows.participation(rows.event("three", "2019"), ghost);
    rows.event("nobody", "2018");
    const SnapshotPointer snapshot = rows.build();
    TimelineContentWish wish = wishFor(snapshot, some(*snapshot, 1, 100));
    wish.lanes.isGrouped = true;
    TimelineContentMaker maker;
    Lanes lanes = *maker.make(wish, {}).lanes;
    QCOMPARE(namesOf(lanes),
             (Names{"person", "Kim", "Lee", "state", "Russia", "Others", "Ghost", "No actor"}));
    QCOMPARE(lanes.lanes[0].form, LaneForm::OpenGroup);
    QCOMPARE(lanes.lanes[0].count(), 0u);
    QCOMPARE(lanes.note(lanes.lanes[0]), std::string("2 rows"));

    wish.lanes.closed = {"person"};
    lanes = *maker.make(wish, {}).lanes;
    QCOMPARE(namesOf(lanes), (Names{"person", "state", "Russia", "Others", "Ghost", "No actor"}));
    QCOMPARE(lanes.lanes[0].form, LaneForm::ClosedGroup);
    // An event of two of its lanes counts once.
    QCOMPARE(lanes.lanes[0].count(), 2u);
    QCOMPARE(lanes.note(lanes.lanes[0]), std::string("2 rows \u00b7 2 events"));
    QCOMPARE(lanes.laneOf(lee), 0u);
    QVERIFY(lanes.item(lanes.lanes[0]).isNull());
    QCOMPARE(findInLanes(snapshot->events->rowOf(both), 3, lanes),
             (LaneEvent{0, snapshot->events->rowOf(both)}));
    // A step goes over headings, which hold nothing.
    const LaneEvent fromRussia{2, snapshot->events->begins().empty() ? EventRow() : EventRow{4}};
    QCOMPARE(stepFrom(fromRussia, Step::LaneBelow, lanes, *snapshot)->lane, 4u);
    QCOMPARE(stepFrom(fromRussia, Step::LaneAbove, lanes, *snapshot)->lane, 0u);
}

void tst_timeline_content::sourcesStandUnderTheirOutlets()
{
    SnapshotOf rows;
    const ActorId agency = rows.actor("Agency", "outlet");
    const SourceId first = rows.source("First", {}, agency);
    const SourceId second = rows.source("Second");
    const EventId event = rows.event("event", "2020");
    rows.claim(first, event, "date", "2020");
    rows.claim(second, event, "date", "2020");
    const SnapshotPointer snapshot = rows.build();
    TimelineContentWish wish = wishFor(snapshot, some(*snapshot, 1, 100));
    wish.lanes.grouping = Grouping::Source;
    wish.lanes.isGrouped = true;
    QCOMPARE(namesOf(*TimelineContentMaker().make(wish, {}).lanes),
             (Names{"Agency", "First", "Others", "Second"}));
}

void tst_timeline_content::anEventIsFoundInTheNearestLaneThatHoldsIt()
{
    const Crowd crowd(11);
    TimelineContentMaker maker;
    for (const Grouping grouping :
         {Grouping::Actor, Grouping::Kind, Grouping::Place, Grouping::None, Grouping::Source}) {
        TimelineContentWish wish = wishFor(crowd.snapshot, some(*crowd.snapshot, 3, 70));
        wish.lanes.grouping = grouping;
        const Lanes lanes = *maker.make(wish, {}).lanes;
        const auto count = static_cast<std::uint32_t>(lanes.lanes.size());
        for (std::uint32_t row = 0; row < crowd.snapshot->events->size(); ++row) {
            for (std::uint32_t from = 0; from < count; ++from) {
                std::optional<LaneEvent> expected;
                for (std::uint32_t i = 0; i < count && !expected; ++i) {
                    const auto rows = lanes.rowsOf(lanes.lanes[(from + i) % count]);
                    if (std::find(rows.begin(), rows.end(), row) != rows.end())
                        expected = LaneEvent{(from + i) % count, {row}};
                }
                QCOMPARE(findInLanes({row}, from, lanes), expected);
            }
        }
    }
}

void tst_timeline_content::dimmedEventsKeepTheirLanesAndDoNotCount()
{
    const Crowd crowd(13);
    const auto shown = some(*crowd.snapshot, 4, 20);
    TimelineContentWish wish = wishFor(crowd.snapshot, shown);
    TimelineContentMaker maker;
    const std::size_t hidden = maker.make(wish, {}).lanes->entryCount;
    wish.others = FilteredOutEvents::Dimmed;
    const TimelineContent dimmed = maker.make(wish, {});
    QVERIFY(dimmed.lanes->entryCount > hidden);
    const TimeSpan always = TimeSpan::between(instantOf(1900), instantOf(2100));
    QCOMPARE(dimmed.counts->in(always).shown, shown->count());
    wish.others = FilteredOutEvents::Shown;
    QCOMPARE(maker.make(wish, {}).counts->in(always).shown, crowd.snapshot->events->size());
}

QTEST_GUILESS_MAIN(tst_timeline_content)
#include "tst_timeline_content.moc"
