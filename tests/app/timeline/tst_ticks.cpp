// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/navigation.h"
#include "app/timeline/ticks.h"
#include "tests/support/fixed_measure.h"

using namespace dateline;
using namespace dateline::test;

class tst_ticks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unitsFollowTheZoom_data();
    void unitsFollowTheZoom();
    void labelsNeverCollideAtAnyZoom();
    void theYearCanAlwaysBeRead();
    void yearsBeforeTheCommonEraCountDown();
    void precisionFollowsTheZoom_data();
    void precisionFollowsTheZoom();
};

namespace {

Axis axisOf(const TimeScale &scale)
{
    Axis axis;
    buildAxis(scale, plainAxisWords, fixedMeasure, axis);
    return axis;
}

std::string labels(const std::vector<Tick> &ticks)
{
    std::string text;
    for (const Tick &tick : ticks)
        text += tick.text.empty() ? "" : tick.text + "|";
    return text;
}

}  // namespace

void tst_ticks::unitsFollowTheZoom_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("majors");
    QTest::addColumn<QString>("minors");
    const auto row = [](const char *name, Instant begin, Instant end, const QString &majors,
                        const QString &minors) {
        QTest::newRow(name) << qint64{begin.seconds} << qint64{end.seconds} << majors << minors;
    };
    const Instant noon{instantOf(2025, 3, 21).seconds + 43'200};
    row("ten minutes", noon, {noon.seconds + 600}, QStringLiteral("21 March 2025|"),
        QStringLiteral("12:00|12:01|12:02|12:03|12:04|12:05|12:06|12:07|12:08|12:09|"));
    row("a day", instantOf(2025, 3, 21), instantOf(2025, 3, 22), QStringLiteral("21 March 2025|"),
        QStringLiteral("00:00|03:00|06:00|09:00|12:00|15:00|18:00|21:00|"));
    row("three weeks", instantOf(2025, 3, 10), instantOf(2025, 4, 2), QStringLiteral("March 2025|"),
        QStringLiteral("15|22|1|"));
    row("a year", instantOf(2024, 7), instantOf(2025, 7), QStringLiteral("2024|2025|"),
        QStringLiteral("Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar|Apr|May|Jun|"));
    row("nine years", instantOf(2017), instantOf(2026), QStringLiteral("2010–2019|2020–2029|"),
        QStringLiteral("2017|2018|2019|2020|2021|2022|2023|2024|2025|"));
    row("three centuries", instantOf(1750), instantOf(2050),
        QStringLiteral("1700–1799|1800–1899|1900–1999|2000–2099|"),
        QStringLiteral("1750|1800|1850|1900|1950|2000|"));
}

void tst_ticks::unitsFollowTheZoom()
{
    QFETCH(qint64, begin);
    QFETCH(qint64, end);
    QFETCH(QString, majors);
    QFETCH(QString, minors);
    const Axis axis = axisOf(TimeScale::showing(TimeSpan::between({begin}, {end}), 100, 500));
    QCOMPARE(QString::fromStdString(labels(axis.majors)), majors);
    QCOMPARE(QString::fromStdString(labels(axis.minors)), minors);
}

void tst_ticks::labelsNeverCollideAtAnyZoom()
{
    for (double seconds = 60; seconds < kLongestView; seconds *= 1.37) {
        const TimeScale scale(instantOf(1987, 11, 3), 0.5, seconds / 777, 120, 777);
        const Axis axis = axisOf(scale);
        for (const std::vector<Tick> &row : {axis.majors, axis.minors}) {
            double taken = scale.left();
            for (const Tick &tick : row) {
                if (tick.text.empty())
                    continue;
                QVERIFY2(tick.labelX >= taken, qPrintable(QString::number(seconds)));
                taken = tick.labelX + tick.labelWidth;
            }
            QVERIFY(taken <= scale.right());
        }
        QVERIFY2(!axis.minors.empty(), qPrintable(QString::number(seconds)));
        QVERIFY(axis.minors.size() < 60);
    }
}

void tst_ticks::theYearCanAlwaysBeRead()
{
    for (double seconds = 60; seconds < 30 * 365.0 * 86'400; seconds *= 1.21) {
        const TimeScale scale(instantOf(2024, 5, 17), 0, seconds / 640, 0, 640);
        const Axis axis = axisOf(scale);
        const std::string all = labels(axis.majors) + labels(axis.minors);
        QVERIFY2(all.find("202") != std::string::npos, all.c_str());
    }
}

void tst_ticks::yearsBeforeTheCommonEraCountDown()
{
    const Axis axis =
        axisOf(TimeScale::showing(TimeSpan::between(instantOf(-45), instantOf(-41)), 0, 400));
    QCOMPARE(QString::fromStdString(labels(axis.minors)),
             QStringLiteral("\u221245|\u221244|\u221243|\u221242|"));
}

void tst_ticks::precisionFollowsTheZoom_data()
{
    QTest::addColumn<double>("days");
    QTest::addColumn<int>("precision");
    QTest::newRow("hours") << 0.2 << static_cast<int>(Precision::Minute);
    QTest::newRow("a month") << 30.0 << static_cast<int>(Precision::Day);
    QTest::newRow("three years") << 1'100.0 << static_cast<int>(Precision::Month);
    QTest::newRow("fifty years") << 18'000.0 << static_cast<int>(Precision::Year);
    QTest::newRow("a thousand years") << 365'000.0 << static_cast<int>(Precision::Decade);
}

void tst_ticks::precisionFollowsTheZoom()
{
    QFETCH(double, days);
    QFETCH(int, precision);
    const TimeScale scale(instantOf(2024), 0, days * 86'400 / 1000, 0, 1000);
    QCOMPARE(static_cast<int>(precisionAt(scale)), precision);
}

QTEST_GUILESS_MAIN(tst_ticks)
#include "tst_ticks.moc"
