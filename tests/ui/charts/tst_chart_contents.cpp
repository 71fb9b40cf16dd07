// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QTest>

#include "app/model/civil_date.h"
#include "tests/support/snapshot_of.h"
#include "ui/charts/chart_contents.h"

using namespace dateline;
using namespace dateline::test;
using namespace dateline::ui;

namespace {

RowSet everything(const Snapshot &snapshot)
{
    return RowSet(snapshot.events->size(), true);
}

qint64 millisecondsAt(int year, int month, int day)
{
    return instantOf(year, month, day).seconds * 1000;
}

Quantity troops(EventId event, double low, double high, QuantityMode mode = QuantityMode::Total)
{
    return {{}, event, "troops", low, high, {}, "people", mode};
}

// Troops sent twice, one visit in a month, one in a year.
SnapshotPointer smallCase()
{
    SnapshotOf rows;
    const ActorId russia = rows.actor("Russia", "state");
    const EventId sent = rows.event("Sent", "2024-10", "deployment");
    const EventId more = rows.event("Sent again", "2025-02-2X", "deployment");
    rows.participation(rows.event("Visit", "2025-03-21", "visit"), russia);
    rows.event("Some day in 2025", "2025", "visit");
    rows.event("Undated", "");
    rows.quantity(troops(sent, 10'000, 12'000));
    rows.quantity(troops(more, 1'000, 3'000, QuantityMode::Additional));
    return rows.build();
}

QImage painted(PictureSubject subject, const Snapshot &snapshot, const Theme &theme)
{
    QImage image(700, 420, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.paper());
    QPainter painter(&image);
    paintChartSubject(painter, QRectF(0, 0, 700, 420), theme, subject, snapshot,
                      everything(snapshot));
    return image;
}

int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

}  // namespace

class tst_chart_contents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void namesPeriodsAndKinds();
    void coloursAKindByItsPlaceInTheFile();
    void manyKindsShareTheLastSeries();
    void mostActiveActorStandsOnTop();
    void saysHowManyActorsAreNotDrawn();
    void sumsQuantitiesAsRanges();
    void aBandBeginsAndEndsWhereItMay();
    void eachUnitHasItsOwnChart();
    void distantQuantitiesStayOnTheAxis();

    void barsAndBandsArePainted_data();
    void barsAndBandsArePainted();
    void theSameChartIsTheSamePicture();
    void nothingIsSaidToBeNothing();
};

void tst_chart_contents::namesPeriodsAndKinds()
{
    const SnapshotPointer snapshot = smallCase();
    const PeriodChart chart = periodChart(*snapshot, everything(*snapshot));
    QCOMPARE(chart.content.categories.size(), 16);  // October 2024 to December 2025, and "wider"
    QCOMPARE(chart.content.categories.first(), u"Oct 2024"_qs);
    QCOMPARE(chart.content.categories.last(), u"wider"_qs);
    QCOMPARE(chart.periods.size(), 16U);
    QVERIFY(chart.periods.back().isEmpty());
    QCOMPARE(chart.periodTexts.front(), std::string("2024-10"));
    QCOMPARE(chart.kinds, (std::vector<std::vector<std::string>>{{"deployment"}, {"visit"}}));
    QCOMPARE(chart.content.series.size(), 2U);
    for (const BarContent::Series &series : chart.content.series) {
        QCOMPARE(series.values.size(), 16U);
        QCOMPARE(std::accumulate(series.values.begin(), series.values.end(), 0.0), 2.0);
    }
    QCOMPARE(chart.content.series[0].values.front(), 1.0);  // October
    QCOMPARE(chart.content.series[1].values[5], 1.0);       // March
    QCOMPARE(chart.content.series[1].values.back(), 1.0);   // some day in 2025
}

void tst_chart_contents::coloursAKindByItsPlaceInTheFile()
{
    const SnapshotPointer snapshot = smallCase();
    RowSet visits(snapshot->events->size());
    for (EventRow row{0}; row.value < visits.size(); ++row.value) {
        if (snapshot->events->kindWords().word(snapshot->events->kind(row)) == "visit")
            visits.insert(row);
    }
    const PeriodChart all = periodChart(*snapshot, everything(*snapshot));
    const PeriodChart some = periodChart(*snapshot, visits);
    QCOMPARE(some.content.series.size(), 1U);
    QCOMPARE(some.content.series[0].name, all.content.series[1].name);
    QCOMPARE(some.content.series[0].colour, all.content.series[1].colour);
    QVERIFY(all.content.series[0].colour != all.content.series[1].colour);
}

void tst_chart_contents::manyKindsShareTheLastSeries()
{
    SnapshotOf rows;
    for (int kind = 0; kind < 25; ++kind) {
        for (int i = 0; i <= kind; ++i)
            rows.event("event", "2024-06-01", "kind " + std::to_string(kind));
    }
    const SnapshotPointer snapshot = rows.build();
    const PeriodChart chart = periodChart(*snapshot, everything(*snapshot));
    QCOMPARE(chart.content.series.size(), 10U);
    QCOMPARE(chart.kinds.size(), 10U);
    QCOMPARE(chart.kinds.front(), std::vector<std::string>{"kind 24"});
    QCOMPARE(chart.content.series.back().name, u"other kinds"_qs);
    QCOMPARE(chart.kinds.back().size(), 16U);
    double sum = 0;
    for (const BarContent::Series &series : chart.content.series)
        sum += series.values.front();
    QCOMPARE(sum, 25.0 * 26.0 / 2.0);
}

void tst_chart_contents::mostActiveActorStandsOnTop()
{
    SnapshotOf rows;
    const ActorId idle = rows.actor("Idle");
    const ActorId busy = rows.actor("Busy");
    for (const char *date : {"2024", "2025"})
        rows.participation(rows.event("event", date), busy);
    rows.participation(rows.event("event", "2026"), idle);
    const SnapshotPointer snapshot = rows.build();
    const ActorChart chart = actorChart(*snapshot, everything(*snapshot));
    QCOMPARE(chart.content.direction, BarDirection::Sideways);
    QCOMPARE(chart.content.categories, QStringList({u"Idle"_qs, u"Busy"_qs}));  // from below
    QCOMPARE(chart.actors, (std::vector<ActorId>{idle, busy}));
    QCOMPARE(chart.content.series.front().values, (std::vector<double>{1, 2}));
    QCOMPARE(chart.left, 0);
}

void tst_chart_contents::saysHowManyActorsAreNotDrawn()
{
    SnapshotOf rows;
    for (int i = 0; i < 20; ++i)
        rows.participation(rows.event("event", "2024"), rows.actor("actor"));
    const SnapshotPointer snapshot = rows.build();
    const ActorChart chart = actorChart(*snapshot, everything(*snapshot));
    QCOMPARE(chart.content.categories.size(), 18);
    QCOMPARE(chart.left, 2);
}

void tst_chart_contents::sumsQuantitiesAsRanges()
{
    const SnapshotPointer snapshot = smallCase();
    const std::vector<QuantityChart> charts = quantityCharts(*snapshot, everything(*snapshot));
    QCOMPARE(charts.size(), 1U);
    QCOMPARE(charts.front().unit, u"people"_qs);
    QCOMPARE(charts.front().sums, QStringList{u"troops: 11,000 to 15,000 in the end"_qs});
}

void tst_chart_contents::aBandBeginsAndEndsWhereItMay()
{
    const SnapshotPointer snapshot = smallCase();
    const BandContent content = quantityCharts(*snapshot, everything(*snapshot)).front().content;
    QCOMPARE(content.bands.size(), 1U);
    const std::vector<BandContent::Step> &steps = content.bands.front().steps;
    QCOMPARE(steps.size(), 2U);
    QCOMPARE(steps[0].milliseconds, millisecondsAt(2024, 11, 1));
    QCOMPARE(steps[1].milliseconds, millisecondsAt(2025, 3, 1));
    QCOMPARE(steps[1].low, 11'000.0);
    QCOMPARE(steps[1].high, 15'000.0);
    QVERIFY(content.end >= millisecondsAt(2025, 3, 31));
}

void tst_chart_contents::eachUnitHasItsOwnChart()
{
    SnapshotOf rows;
    const EventId parade = rows.event("Parade", "1953-07-27");
    rows.quantity(parade, "troops", 5, 5, "people");
    rows.quantity(parade, "guests", 7, 8, "people");
    rows.quantity(parade, "tanks", 2, 2, "");
    const SnapshotPointer snapshot = rows.build();
    const std::vector<QuantityChart> charts = quantityCharts(*snapshot, everything(*snapshot));
    QCOMPARE(charts.size(), 2U);
    for (const QuantityChart &chart : charts) {
        QCOMPARE(chart.content.valueTitle, chart.unit.isEmpty() ? u"Number"_qs : chart.unit);
        QCOMPARE(chart.content.bands.size(), chart.unit.isEmpty() ? 1U : 2U);
        // It is long past: the axis ends near it, and not in 1970.
        QVERIFY(chart.content.end < millisecondsAt(1954, 1, 1));
    }
}

void tst_chart_contents::distantQuantitiesStayOnTheAxis()
{
    SnapshotOf rows;
    rows.quantity(troops(rows.event("long ago", "Y-170000002"), 1, 2));
    rows.quantity(troops(rows.event("now", "2024"), 3, 4));
    rows.quantity(troops(rows.event("one day", "Y170000002"), 5, 6));
    rows.quantity(troops(rows.event("beyond all", "Y292277026000"), 5, 6));
    const SnapshotPointer snapshot = rows.build();
    for (const QuantityChart &chart : quantityCharts(*snapshot, everything(*snapshot))) {
        for (const BandContent::Step &step : chart.content.bands.front().steps) {
            QVERIFY(step.milliseconds >= millisecondsAt(1, 1, 1));
            QVERIFY(step.milliseconds < millisecondsAt(10'000, 1, 1));
            QVERIFY(step.milliseconds < chart.content.end);
        }
    }
    QVERIFY(!painted(PictureSubject::Quantities, *snapshot, Theme::light(QFont())).isNull());
    QVERIFY(!painted(PictureSubject::EventsPerPeriod, *snapshot, Theme::light(QFont())).isNull());
}

void tst_chart_contents::barsAndBandsArePainted_data()
{
    QTest::addColumn<PictureSubject>("subject");
    QTest::addColumn<bool>("isDark");
    for (const bool isDark : {false, true}) {
        const QByteArray look = isDark ? ", dark" : ", light";
        QTest::newRow("periods" + look) << PictureSubject::EventsPerPeriod << isDark;
        QTest::newRow("actors" + look) << PictureSubject::ActivityPerActor << isDark;
        QTest::newRow("quantities" + look) << PictureSubject::Quantities << isDark;
    }
}

void tst_chart_contents::barsAndBandsArePainted()
{
    QFETCH(PictureSubject, subject);
    QFETCH(bool, isDark);
    const SnapshotPointer snapshot = smallCase();
    const Theme theme = isDark ? Theme::dark(QFont()) : Theme::light(QFont());
    const QImage image = painted(subject, *snapshot, theme);
    const int area = image.width() * image.height();
    QVERIFY(pixelsOf(image, theme.paper()) < area - 2'000);
    if (subject == PictureSubject::Quantities)
        return;  // bands let the ground through
    QVERIFY(pixelsOf(image, theme.category(0)) > 200);
    // Whatever the look, the ground of a chart is the picture's.
    QCOMPARE(image.pixelColor(image.width() - 1, 0), theme.paper());
}

void tst_chart_contents::theSameChartIsTheSamePicture()
{
    const SnapshotPointer snapshot = smallCase();
    const Theme theme = Theme::light(QFont());
    for (const PictureSubject subject :
         {PictureSubject::EventsPerPeriod, PictureSubject::ActivityPerActor,
          PictureSubject::Quantities})
        QCOMPARE(painted(subject, *snapshot, theme), painted(subject, *snapshot, theme));
}

void tst_chart_contents::nothingIsSaidToBeNothing()
{
    const SnapshotPointer snapshot = Snapshot::empty();
    QVERIFY(periodChart(*snapshot, RowSet()).content.series.empty());
    QVERIFY(actorChart(*snapshot, RowSet()).actors.empty());
    QVERIFY(quantityCharts(*snapshot, RowSet()).empty());
    const Theme theme = Theme::light(QFont());
    const QImage quantities = painted(PictureSubject::Quantities, *snapshot, theme);
    QVERIFY(pixelsOf(quantities, theme.paper()) < quantities.width() * quantities.height());
    QVERIFY(!painted(PictureSubject::EventsPerPeriod, *snapshot, theme).isNull());
    QVERIFY(!painted(PictureSubject::ActivityPerActor, *snapshot, theme).isNull());
}

QTEST_MAIN(tst_chart_contents)
#include "tst_chart_contents.moc"
