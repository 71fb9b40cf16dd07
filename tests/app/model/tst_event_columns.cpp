// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>
#include <random>
#include <set>

#include "app/model/civil_date.h"
#include "app/model/event_columns.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

QByteArray titles(const EventColumns &events)
{
    QByteArrayList all;
    for (EventRow row{0}; row.value < events.size(); ++row.value)
        all << QByteArray::fromStdString(std::string(events.title(row)));
    return all.join(',');
}

}  // namespace

class tst_event_columns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreSortedByEarliestBeginThenId();
    void undatedRowsComeLast();
    void rowsAreFoundByTheirId();
    void rowsKeepWhatWasAdded();
    void candidatesMissNothingThatOverlaps();
    void theExtentLeavesOutOpenEnds();
    void nothingIsEmptyEverywhere();
    void editedColumnsAreAsIfMadeAnew();
    void whatAnEditLeavesAloneIsTheSameMemory();
    void anEventGoesWhereIdsAreFarApart();
};

void tst_event_columns::rowsAreSortedByEarliestBeginThenId()
{
    SnapshotOf rows;
    rows.event("march 21", "2025-03-21");
    rows.event("2024", "2024");
    rows.event("open", "../2025-03");
    rows.event("january 2024", "2024-01");  // begins with the year, and came later
    QCOMPARE(titles(*rows.build()->events), QByteArray("open,2024,january 2024,march 21"));
}

void tst_event_columns::undatedRowsComeLast()
{
    SnapshotOf rows;
    rows.event("undated");
    rows.event("open", "../2025-03");
    rows.event("undated too");
    const SnapshotPointer snapshot = rows.build();
    QCOMPARE(titles(*snapshot->events), QByteArray("open,undated,undated too"));
    QCOMPARE(snapshot->events->datedSize(), 1u);
    QVERIFY(!snapshot->events->when({1}).isDated());
}

void tst_event_columns::rowsAreFoundByTheirId()
{
    EventColumns events;
    for (const std::int64_t id : {40, 7, 99, 12})
        events.add({id}, "title", "", "", {}, "", "");
    events.finish();
    for (EventRow row{0}; row.value < events.size(); ++row.value)
        QCOMPARE(events.rowOf(events.id(row)), row);
    QVERIFY(events.rowOf({8}).isNull());
    QVERIFY(events.rowOf({}).isNull());
    QVERIFY(events.rowOf({1000}).isNull());
}

void tst_event_columns::rowsKeepWhatWasAdded()
{
    SnapshotOf rows;
    rows.event("조약 서명", "2024-06~", "treaty", "confirmed", "Пхеньян");
    rows.event("earlier", "2018", "talks");
    const SnapshotPointer snapshot = rows.build();
    const EventColumns &events = *snapshot->events;
    QCOMPARE(events.title({1}), std::string_view("조약 서명"));
    QCOMPARE(events.whenText({1}), std::string_view("2024-06~"));
    QCOMPARE(events.when({1}), edtf("2024-06~").when());
    QCOMPARE(events.kindWords().word(events.kind({1})), std::string("treaty"));
    QCOMPARE(events.statusWords().word(events.status({1})), std::string("confirmed"));
    QCOMPARE(events.placeWords().word(events.place({1})), std::string("Пхеньян"));
    QCOMPARE(events.place({0}), 0u);
}

void tst_event_columns::candidatesMissNothingThatOverlaps()
{
    std::mt19937 random(7);
    const auto draw = [&](int below) { return int(random() % unsigned(below)); };
    EventColumns events;
    for (int id = 1; id <= 300; ++id) {
        When when;
        when.form = DateForm::Range;
        const Instant begin{draw(1000)};
        const Instant end{begin.seconds + draw(draw(20) == 0 ? 900 : 30)};
        when.bounds = {begin, end, begin, end};
        events.add({id}, "", "", "x", when, "", "");
    }
    events.finish();
    for (int trial = 0; trial < 200; ++trial) {
        const Instant begin{draw(1000)};
        const TimeSpan span = TimeSpan::between(begin, {begin.seconds + 1 + draw(50)});
        const EventColumns::Range range = events.candidates(span);
        QVERIFY(range.first <= range.last && range.last <= events.datedSize());
        for (std::uint32_t row = 0; row < events.datedSize(); ++row) {
            const bool isInRange = range.first <= row && row < range.last;
            if (events.when({row}).bounds.whole().overlaps(span))
                QVERIFY(isInRange);
        }
    }
}

void tst_event_columns::theExtentLeavesOutOpenEnds()
{
    SnapshotOf rows;
    rows.event("open", "../2025-03");
    rows.event("year", "2018");
    rows.event("still", "2024-06/..");
    const TimeSpan extent = rows.build()->events->extent();
    QCOMPARE(isoDate(extent.begin()), std::string("2018-01-01"));
    QCOMPARE(isoDate(extent.end()), std::string("2025-04-01"));
}

void tst_event_columns::nothingIsEmptyEverywhere()
{
    EventColumns events;
    events.finish();
    QCOMPARE(events.size(), 0u);
    QCOMPARE(events.datedSize(), 0u);
    QVERIFY(events.extent().isEmpty());
    const EventColumns::Range range = events.candidates(TimeSpan::everything());
    QCOMPARE(range.first, range.last);
    QVERIFY(events.rowOf({1}).isNull());
}

void tst_event_columns::editedColumnsAreAsIfMadeAnew()
{
    struct Row {
        std::string title;
        Instant begin;
        bool isDated = true;
    };
    std::mt19937 random(11);
    const auto draw = [&](int below) { return int(random() % unsigned(below)); };
    const auto drawn = [&] {
        return Row{"title " + std::to_string(draw(9)), {draw(60)}, draw(7) != 0};
    };
    const auto add = [](EventColumns &events, std::int64_t id, const Row &row) {
        When when;
        if (row.isDated) {
            when.form = DateForm::Moment;
            when.bounds = {row.begin, row.begin, {row.begin.seconds + 5}, {row.begin.seconds + 5}};
        }
        events.add({id}, row.title, row.title + " kind", "x", when, "", "place");
    };
    std::map<std::int64_t, Row> rows;
    EventColumns current;
    current.finish();
    std::int64_t nextId = 1;
    for (int edit = 0; edit < 400; ++edit) {
        std::vector<EventId> touched;
        std::map<std::int64_t, Row> after = rows;
        for (int i = draw(4); i >= 0; --i) {
            const bool isNew = after.empty() || draw(3) != 0;
            const std::int64_t id =
                isNew ? nextId++
                      : std::next(after.begin(), draw(static_cast<int>(after.size())))->first;
            touched.push_back({id});
            if (!isNew && draw(2) == 0)
                after.erase(id);
            else
                after[id] = drawn();
        }
        current = current.without(touched);
        for (const EventId id : std::set<EventId>(touched.begin(), touched.end()))
            if (after.contains(id.value))
                add(current, id.value, after[id.value]);
        current.finish();
        rows = after;

        EventColumns anew;
        for (const auto &[id, row] : rows)
            add(anew, id, row);
        anew.finish();
        QVERIFY(current.ids() == anew.ids());
        QVERIFY(current.begins() == anew.begins());
        QVERIFY(current.runningEnds() == anew.runningEnds());
        QCOMPARE(current.datedSize(), anew.datedSize());
        QVERIFY(current.extent() == anew.extent());
        QCOMPARE(current.kindWords().byCount().size(), anew.kindWords().byCount().size());
        for (EventRow row{0}; row.value < anew.size(); ++row.value) {
            QCOMPARE(current.title(row), anew.title(row));
            QCOMPARE(current.when(row), anew.when(row));
            QCOMPARE(current.kindWords().word(current.kind(row)),
                     anew.kindWords().word(anew.kind(row)));
        }
        for (std::int64_t id = -1; id <= nextId + 1; ++id)
            QCOMPARE(current.rowOf({id}), anew.rowOf({id}));
    }
}

void tst_event_columns::whatAnEditLeavesAloneIsTheSameMemory()
{
    SnapshotOf rows;
    rows.event("first", "2018", "talks");
    const EventId second = rows.event("second", "2019", "talks");
    const EventColumns before = *rows.build()->events;
    EventColumns after = before.without({second});
    after.add(second, "renamed", "talks", "2019", before.when({1}), "", "");
    after.finish();
    QCOMPARE(after.title({1}), std::string_view("renamed"));
    QCOMPARE(before.title({1}), std::string_view("second"));
    QVERIFY(after.begins().data() == before.begins().data());
    QVERIFY(after.ids().data() == before.ids().data());
    QVERIFY(after.kinds().data() == before.kinds().data());
    QVERIFY(after.runningEnds().data() == before.runningEnds().data());
}

void tst_event_columns::anEventGoesWhereIdsAreFarApart()
{
    const auto day = edtf("2024-05-17").when();
    EventColumns before;
    for (const std::int64_t id : {1, 4'000'000, 9'000'000})
        before.add({id}, "t", "", "2024-05-17", day, "", "");
    before.finish();
    EventColumns after = before.without({{4'000'000}});
    after.finish();
    QCOMPARE(after.size(), 2u);
    QCOMPARE(after.rowOf({9'000'000}).value, 1u);
    QVERIFY(after.rowOf({4'000'000}).isNull());
}

QTEST_GUILESS_MAIN(tst_event_columns)
#include "tst_event_columns.moc"
