// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/model/tallies.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

RowSet everything(const Snapshot &snapshot)
{
    return RowSet(snapshot.events->size(), true);
}

QByteArray nameOf(Precision unit)
{
    switch (unit) {
    case Precision::Day:
        return "day";
    case Precision::Month:
        return "month";
    case Precision::Year:
        return "year";
    case Precision::Decade:
        return "decade";
    case Precision::Century:
        return "century";
    case Precision::Coarser:
        return "coarser";
    default:
        return "other";
    }
}

// "month 2024-01-01 x12 | visit 1@0 2@11 wider 3 of 6 | undated 1": only counts that are not 0.
QByteArray text(const Snapshot &snapshot, const PeriodTally &tally)
{
    QByteArray line = nameOf(tally.unit);
    if (!tally.periods.empty()) {
        line += ' ' + QByteArray::fromStdString(isoDate(tally.periods.front().begin())) + " x" +
                QByteArray::number(qsizetype(tally.periods.size()));
    }
    for (const PeriodTally::Series &series : tally.series) {
        line += " | " + QByteArray::fromStdString(snapshot.events->kindWords().word(series.kind));
        if (series.counts.size() != tally.periods.size())
            line += " wrong size";
        for (std::size_t i = 0; i < series.counts.size(); ++i) {
            if (series.counts[i] > 0) {
                line += ' ' + QByteArray::number(series.counts[i]) + '@' +
                        QByteArray::number(qsizetype(i));
            }
        }
        if (series.wider > 0)
            line += " wider " + QByteArray::number(series.wider);
        line += " of " + QByteArray::number(series.total);
    }
    if (tally.undated > 0)
        line += " | undated " + QByteArray::number(tally.undated);
    return line;
}

QByteArray tallied(const SnapshotOf &rows, std::uint32_t mostPeriods = 36)
{
    const SnapshotPointer snapshot = rows.build();
    return text(*snapshot, tallyPeriods(*snapshot, everything(*snapshot), mostPeriods));
}

// "troops/people 2024-12-01 10000-12000, 2025-03-01 11000-15000"
QByteArray text(const QuantityBand &band)
{
    QByteArray line = QByteArray::fromStdString(band.what + '/' + band.unit);
    for (const QuantityBand::Step &step : band.steps) {
        line += (line.contains(' ') ? ", " : " ") + QByteArray::fromStdString(isoDate(step.from)) +
                ' ' + QByteArray::number(step.low, 'f', 0) + '-' +
                QByteArray::number(step.high, 'f', 0);
    }
    return line;
}

QByteArray bands(const SnapshotOf &rows)
{
    const SnapshotPointer snapshot = rows.build();
    QByteArrayList lines;
    for (const QuantityBand &band : quantityBands(*snapshot, everything(*snapshot)))
        lines << text(band);
    return lines.join(" | ");
}

Quantity people(EventId event, double low, double high, QuantityMode mode = QuantityMode::Total)
{
    return {{}, event, "troops", low, high, {}, "people", mode};
}

}  // namespace

class tst_tallies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsEachEventInTheOnePeriodThatHoldsIt();
    void countsADateWiderThanThePeriodApart();
    void countsADateAcrossTwoPeriodsApart();
    void countsOpenEndsApart();
    void countsUndatedEventsApart();
    void choosesTheFinestUnitThatFits_data();
    void choosesTheFinestUnitThatFits();
    void leavesOutWhatTheFilterHides();
    void putsTheKindWithMostEventsFirst();
    void survivesDistantDates_data();
    void survivesDistantDates();
    void talliesNothingOfNothing();

    void countsAnActorOncePerEvent();
    void leavesOutActorsWithoutAnEventThatIsShown();

    void addsAdditionalNumbersToWhatStoodBefore();
    void replacesWhatStoodBeforeByATotal();
    void beginsWhereTheEventHasCertainlyBegun_data();
    void beginsWhereTheEventHasCertainlyBegun();
    void keepsTheOrderOfBeginningWithOpenEnds();
    void takesAMissingEndForTheOtherOne();
    void leavesOutWhatHasNoNumberOrNoDate();
    void keepsUnitsAndThingsApart();
    void bandsOfHiddenEventsAreLeftOut();
};

void tst_tallies::countsEachEventInTheOnePeriodThatHoldsIt()
{
    SnapshotOf rows;
    rows.event("a", "2024-01-05", "visit");
    rows.event("b", "2024-01", "visit");
    rows.event("c", "2024-03-31", "visit");
    QCOMPARE(tallied(rows), "month 2024-01-01 x3 | visit 2@0 1@2 of 3");
}

void tst_tallies::countsADateWiderThanThePeriodApart()
{
    SnapshotOf rows;
    rows.event("a year", "2024", "visit");
    rows.event("a season", "2024-21", "visit");
    rows.event("a month", "2024-06", "visit");
    QCOMPARE(tallied(rows), "month 2024-01-01 x12 | visit 1@5 wider 2 of 3");
}

void tst_tallies::countsADateAcrossTwoPeriodsApart()
{
    SnapshotOf rows;
    rows.event("across new year", "2023-12-30/2024-01-02", "talks");
    rows.event("within", "2019", "talks");
    rows.event("winter", "2020-24", "talks");
    QCOMPARE(tallied(rows, 6), "year 2019-01-01 x6 | talks 1@0 wider 2 of 3");
}

void tst_tallies::countsOpenEndsApart()
{
    SnapshotOf rows;
    rows.event("since", "2024-02/..", "role");
    rows.event("until", "../2024-03", "role");
    rows.event("day", "2024-02-10", "role");
    QCOMPARE(tallied(rows, 2), "month 2024-02-01 x2 | role 1@0 wider 2 of 3");
}

void tst_tallies::countsUndatedEventsApart()
{
    SnapshotOf rows;
    rows.event("day", "2024-02-10", "visit");
    rows.event("never", "", "visit");
    rows.event("never", "", "talks");
    QCOMPARE(tallied(rows), "day 2024-02-10 x1 | visit 1@0 of 1 | undated 2");
}

void tst_tallies::choosesTheFinestUnitThatFits_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QByteArray>("periods");
    QTest::newRow("days") << "2024-02-01"
                          << "2024-02-10" << QByteArray("day 2024-02-01 x10");
    QTest::newRow("months") << "2024-02-01"
                            << "2024-02-11" << QByteArray("month 2024-02-01 x1");
    QTest::newRow("years") << "2024-02-01"
                           << "2024-12-01" << QByteArray("year 2024-01-01 x1");
    QTest::newRow("decades") << "1989"
                             << "2024" << QByteArray("decade 1980-01-01 x5");
    QTest::newRow("centuries") << "1599"
                               << "2024" << QByteArray("century 1500-01-01 x6");
    QTest::newRow("millennia") << "0001"
                               << "2024" << QByteArray("coarser 0000-01-01 x3");
}

void tst_tallies::choosesTheFinestUnitThatFits()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(QByteArray, periods);
    SnapshotOf rows;
    rows.event("first", first.toStdString());
    rows.event("last", last.toStdString());
    const QByteArray tally = tallied(rows, 10);
    QCOMPARE(tally.left(tally.indexOf(" | ")), periods);
}

void tst_tallies::leavesOutWhatTheFilterHides()
{
    SnapshotOf rows;
    rows.event("shown", "2024-02-10", "visit");
    const EventId hidden = rows.event("hidden", "1950", "talks");
    rows.event("undated and hidden", "");
    const SnapshotPointer snapshot = rows.build();
    RowSet shown(snapshot->events->size());
    for (EventRow row{0}; row.value < shown.size(); ++row.value) {
        if (snapshot->events->id(row) != hidden && snapshot->events->when(row).isDated())
            shown.insert(row);
    }
    QCOMPARE(text(*snapshot, tallyPeriods(*snapshot, shown, 36)),
             "day 2024-02-10 x1 | visit 1@0 of 1");
}

void tst_tallies::putsTheKindWithMostEventsFirst()
{
    SnapshotOf rows;
    rows.event("a", "2024-02-10", "rare");
    rows.event("b", "2024-02-10", "often");
    rows.event("c", "2024", "often");
    QCOMPARE(tallied(rows, 12), "month 2024-01-01 x12 | often 1@1 wider 1 of 2 | rare 1@1 of 1");
}

void tst_tallies::survivesDistantDates_data()
{
    QTest::addColumn<QByteArrayList>("dates");
    QTest::newRow("deep past and now") << QByteArrayList{"Y-170000002", "2024-06"};
    QTest::newRow("deep past and far future") << QByteArrayList{"Y-170000002", "Y170000002"};
    QTest::newRow("beyond the clock") << QByteArrayList{"Y-999999999999999", "Y999999999999999"};
    QTest::newRow("at the clock's ends") << QByteArrayList{"Y-292277022000", "Y292277026000"};
    QTest::newRow("open at both ends") << QByteArrayList{"../2024", "2024/.."};
    QTest::newRow("unknown ends") << QByteArrayList{"/2024", "2024/"};
}

void tst_tallies::survivesDistantDates()
{
    QFETCH(QByteArrayList, dates);
    SnapshotOf rows;
    for (const QByteArray &date : dates)
        rows.quantity(people(rows.event("far away", date.toStdString()), 1, 2));
    const SnapshotPointer snapshot = rows.build();
    const PeriodTally tally = tallyPeriods(*snapshot, everything(*snapshot), 36);
    QVERIFY(tally.periods.size() <= 36);
    std::uint32_t counted = 0;
    for (const PeriodTally::Series &series : tally.series) {
        counted += series.wider;
        for (const std::uint32_t count : series.counts)
            counted += count;
    }
    QCOMPARE(counted, std::uint32_t(dates.size()));
    for (const QuantityBand &band : quantityBands(*snapshot, everything(*snapshot))) {
        for (const QuantityBand::Step &step : band.steps)
            QVERIFY(!step.from.isDistant());
    }
}

void tst_tallies::talliesNothingOfNothing()
{
    QCOMPARE(tallied(SnapshotOf()), "coarser");
    QCOMPARE(bands(SnapshotOf()), "");
    const SnapshotPointer snapshot = Snapshot::empty();
    QVERIFY(tallyActors(*snapshot, RowSet()).empty());
}

void tst_tallies::countsAnActorOncePerEvent()
{
    SnapshotOf rows;
    const ActorId once = rows.actor("Once");
    const ActorId twice = rows.actor("Twice");
    const EventId first = rows.event("first", "2024");
    const EventId second = rows.event("second", "2025");
    rows.participation(first, once, "host");
    rows.participation(first, once, "signatory");
    rows.participation(first, twice);
    rows.participation(second, twice);
    const SnapshotPointer snapshot = rows.build();
    const std::vector<ActorTally> tallies = tallyActors(*snapshot, everything(*snapshot));
    QCOMPARE(tallies.size(), 2U);
    QCOMPARE(snapshot->actor(tallies[0].actor).id, twice);
    QCOMPARE(tallies[0].events, 2U);
    QCOMPARE(tallies[1].events, 1U);
}

void tst_tallies::leavesOutActorsWithoutAnEventThatIsShown()
{
    SnapshotOf rows;
    const ActorId hidden = rows.actor("Hidden");
    rows.actor("Idle");
    rows.participation(rows.event("hidden", "2024"), hidden);
    const SnapshotPointer snapshot = rows.build();
    QVERIFY(tallyActors(*snapshot, RowSet(snapshot->events->size())).empty());
    QCOMPARE(tallyActors(*snapshot, everything(*snapshot)).size(), 1U);
}

void tst_tallies::addsAdditionalNumbersToWhatStoodBefore()
{
    SnapshotOf rows;
    const EventId autumn = rows.event("sent", "2024-23");
    const EventId february = rows.event("sent again", "2025-02-2X");
    rows.quantity(people(february, 1'000, 3'000, QuantityMode::Additional));
    rows.quantity(people(autumn, 10'000, 12'000));
    QCOMPARE(bands(rows), "troops/people 2024-12-01 10000-12000, 2025-03-01 11000-15000");
}

void tst_tallies::replacesWhatStoodBeforeByATotal()
{
    SnapshotOf rows;
    rows.quantity(people(rows.event("a", "2024-01"), 10, 20));
    rows.quantity(people(rows.event("b", "2024-02"), 1, 2, QuantityMode::Additional));
    rows.quantity(people(rows.event("c", "2024-03"), 5, 6));
    QCOMPARE(bands(rows), "troops/people 2024-02-01 10-20, 2024-03-01 11-22, 2024-04-01 5-6");
}

void tst_tallies::beginsWhereTheEventHasCertainlyBegun_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("a day") << "2024-06-19" << QByteArray("2024-06-20");
    QTest::newRow("a year") << "2024" << QByteArray("2025-01-01");
    QTest::newRow("a span begins at the latest at the end of its first month")
        << "2024-10/2025-03" << QByteArray("2024-11-01");
    QTest::newRow("an open end") << "2024-23/.." << QByteArray("2024-12-01");
    QTest::newRow("an open beginning tells only its end")
        << "../2025-03" << QByteArray("2025-04-01");
    QTest::newRow("an unknown beginning") << "/2025-03" << QByteArray("2025-04-01");
}

void tst_tallies::beginsWhereTheEventHasCertainlyBegun()
{
    QFETCH(QString, date);
    QFETCH(QByteArray, from);
    SnapshotOf rows;
    rows.quantity(people(rows.event("sent", date.toStdString()), 1, 2));
    QCOMPARE(bands(rows), "troops/people " + from + " 1-2");
}

void tst_tallies::keepsTheOrderOfBeginningWithOpenEnds()
{
    SnapshotOf rows;
    rows.quantity(people(rows.event("still going on", "2023/.."), 100, 100));
    rows.quantity(people(rows.event("more", "2024-06"), 7, 7, QuantityMode::Additional));
    QCOMPARE(bands(rows), "troops/people 2024-01-01 100-100, 2024-07-01 107-107");
}

void tst_tallies::takesAMissingEndForTheOtherOne()
{
    SnapshotOf rows;
    Quantity atLeast = people(rows.event("at least", "2024-01-01"), 3'000, 0);
    atLeast.high.reset();
    rows.quantity(atLeast);
    Quantity upTo = people(rows.event("up to", "2024-01-02"), 0, 500, QuantityMode::Additional);
    upTo.low.reset();
    rows.quantity(upTo);
    QCOMPARE(bands(rows), "troops/people 2024-01-02 3000-3000, 2024-01-03 3500-3500");
}

void tst_tallies::leavesOutWhatHasNoNumberOrNoDate()
{
    SnapshotOf rows;
    Quantity many = people(rows.event("many", "2024"), 0, 0);
    many.low.reset();
    many.high.reset();
    rows.quantity(many);
    rows.quantity(people(rows.event("undated", ""), 1, 2));
    rows.quantity(people(rows.event("beyond the clock", "Y999999999999999"), 1, 2));
    QCOMPARE(bands(rows), "");
}

void tst_tallies::keepsUnitsAndThingsApart()
{
    SnapshotOf rows;
    const EventId event = rows.event("parade", "2024-01-01");
    rows.quantity(event, "troops", 5, 5, "people");
    rows.quantity(event, "troops", 2, 2, "divisions");
    rows.quantity(event, "guests", 9, 9, "people");
    rows.quantity(rows.event("later", "2024-02-01"), "guests", 8, 8, "people");
    QCOMPARE(bands(rows), "guests/people 2024-01-02 9-9, 2024-02-02 8-8 | "
                          "troops/divisions 2024-01-02 2-2 | troops/people 2024-01-02 5-5");
}

void tst_tallies::bandsOfHiddenEventsAreLeftOut()
{
    SnapshotOf rows;
    rows.quantity(people(rows.event("hidden", "2024"), 1, 2));
    const SnapshotPointer snapshot = rows.build();
    QVERIFY(quantityBands(*snapshot, RowSet(snapshot->events->size())).empty());
}

QTEST_GUILESS_MAIN(tst_tallies)
#include "tst_tallies.moc"
