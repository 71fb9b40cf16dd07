// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"

#include <chrono>

using namespace dateline;

class tst_civil_date : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheStandardLibraryDayByDay();
    void goesThereAndBackFarFromToday();
    void saturatesBeyondTheReachOfAnInstant();
    void knowsLeapYearsAndMonthLengths();
    void knowsWeekdays();
    void addsMonthsAndYearsWithinTheMonth();
    void addsSecondsWithoutOverflow();
    void findsTheUnitAroundAnInstant_data();
    void findsTheUnitAroundAnInstant();
    void writesIsoDates_data();
    void writesIsoDates();
};

void tst_civil_date::agreesWithTheStandardLibraryDayByDay()
{
    using namespace std::chrono;
    for (sys_days day = 1582y / 1 / 1; day < sys_days(2401y / 1 / 1); day += days(1)) {
        const year_month_day expected(day);
        const CivilDate date = {int(expected.year()), int(unsigned(expected.month())),
                                int(unsigned(expected.day()))};
        const Instant t = {day.time_since_epoch().count() * kSecondsPerDay};
        if (instantOf(date) != t || civilDateAt(t) != date ||
            civilDateAt(Instant{t.seconds + kSecondsPerDay - 1}) != date ||
            weekdayAt(t) != int(weekday(day).iso_encoding()))
            QFAIL(isoDate(t).c_str());
    }
}

void tst_civil_date::goesThereAndBackFarFromToday()
{
    for (std::int64_t year = -290'000'000'000; year < 290'000'000'000; year += 1'234'567'891) {
        const CivilDate date = {year, 2, isLeapYear(year) ? 29 : 28};
        QCOMPARE(civilDateAt(instantOf(date)) == date, true);
        QCOMPARE(addDays(date, 1) == (CivilDate{year, 3, 1}), true);
    }
    QCOMPARE(instantOf(0).seconds, std::int64_t{-62'167'219'200});
    QCOMPARE(instantOf(-1, 12, 31).seconds, std::int64_t{-62'167'219'200 - kSecondsPerDay});
}

void tst_civil_date::saturatesBeyondTheReachOfAnInstant()
{
    QVERIFY(instantOf(300'000'000'000) == Instant::distantFuture());
    QVERIFY(instantOf(-300'000'000'000) == Instant::distantPast());
    QVERIFY(!instantOf(292'277'020'000).isDistant());
    QVERIFY(!instantOf(-292'277'020'000).isDistant());
}

void tst_civil_date::knowsLeapYearsAndMonthLengths()
{
    QVERIFY(isLeapYear(2024) && isLeapYear(2000) && isLeapYear(0) && isLeapYear(-4));
    QVERIFY(!isLeapYear(2023) && !isLeapYear(1900) && !isLeapYear(-1) && !isLeapYear(-100));
    QCOMPARE(daysInMonth(2024, 2), 29);
    QCOMPARE(daysInMonth(2023, 2), 28);
    QCOMPARE(daysInMonth(2023, 11), 30);
    QCOMPARE(daysInMonth(2023, 12), 31);
}

void tst_civil_date::knowsWeekdays()
{
    QCOMPARE(weekdayAt(instantOf(1970, 1, 1)), 4);
    QCOMPARE(weekdayAt(instantOf(2025, 3, 21)), 5);
    QCOMPARE(weekdayAt(Instant{instantOf(2025, 3, 23).seconds + 86'399}), 7);
    QCOMPARE(weekdayAt(instantOf(-1, 12, 27)), 1);
}

void tst_civil_date::addsMonthsAndYearsWithinTheMonth()
{
    QVERIFY(addMonths({2024, 1, 31}, 1) == (CivilDate{2024, 2, 29}));
    QVERIFY(addMonths({2024, 1, 31}, -2) == (CivilDate{2023, 11, 30}));
    QVERIFY(addMonths({2024, 12, 15}, 1) == (CivilDate{2025, 1, 15}));
    QVERIFY(addMonths({0, 1, 1}, -1) == (CivilDate{-1, 12, 1}));
    QVERIFY(addMonths({2024, 5, 5}, 1'200'000) == (CivilDate{102'024, 5, 5}));
    QVERIFY(addYears({2024, 2, 29}, 1) == (CivilDate{2025, 2, 28}));
    QVERIFY(addYears({2024, 2, 29}, -4) == (CivilDate{2020, 2, 29}));
}

void tst_civil_date::addsSecondsWithoutOverflow()
{
    QVERIFY(addSeconds(Instant::distantPast(), 5) == Instant::distantPast());
    QVERIFY(addSeconds(Instant::distantFuture(), -5) == Instant::distantFuture());
    QVERIFY(addSeconds(Instant{INT64_MAX - 1}, 100) == Instant::distantFuture());
    QVERIFY(addSeconds(Instant{INT64_MIN + 1}, -100) == Instant::distantPast());
    QVERIFY(addSeconds(Instant{7}, -10) == Instant{-3});
}

void tst_civil_date::findsTheUnitAroundAnInstant_data()
{
    QTest::addColumn<int>("precision");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Precision precision, const char *expected) {
        QTest::newRow(name) << int(precision) << QString::fromLatin1(expected);
    };
    row("second", Precision::Second, "2025-02-13T09:05:07Z 2025-02-13T09:05:08Z");
    row("minute", Precision::Minute, "2025-02-13T09:05Z 2025-02-13T09:06Z");
    row("day", Precision::Day, "2025-02-13 2025-02-14");
    row("month", Precision::Month, "2025-02-01 2025-03-01");
    row("season", Precision::Season, "2024-12-01 2025-03-01");
    row("year", Precision::Year, "2025-01-01 2026-01-01");
    row("decade", Precision::Decade, "2020-01-01 2030-01-01");
    row("century", Precision::Century, "2000-01-01 2100-01-01");
    row("coarser", Precision::Coarser, "2000-01-01 3000-01-01");
    row("none", Precision::None, "2025-02-13T09:05:07Z 2025-02-13T09:05:07Z");
}

void tst_civil_date::findsTheUnitAroundAnInstant()
{
    QFETCH(int, precision);
    QFETCH(QString, expected);
    const Instant t = addSeconds(instantOf(2025, 2, 13), 9 * 3'600 + 5 * 60 + 7);
    const TimeSpan unit = unitAround(t, Precision(precision));
    QCOMPARE(QString::fromStdString(isoDate(unit.begin()) + " " + isoDate(unit.end())), expected);
}

void tst_civil_date::writesIsoDates_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("expected");
    const auto row = [](Instant t, const char *expected) {
        QTest::newRow(*expected != '\0' ? expected : "distant")
            << qint64(t.seconds) << QString::fromLatin1(expected);
    };
    row(instantOf(2024, 6, 1), "2024-06-01");
    row(addSeconds(instantOf(2024, 6, 1), 43'200), "2024-06-01T12:00Z");
    row(addSeconds(instantOf(2024, 6, 1), 43'201), "2024-06-01T12:00:01Z");
    row(instantOf(476), "0476-01-01");
    row(instantOf(-44, 3, 15), "-0044-03-15");
    row(instantOf(12'345), "+12345-01-01");
    row(instantOf(-170'000'000), "-170000000-01-01");
    row(Instant::distantPast(), "");
}

void tst_civil_date::writesIsoDates()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(isoDate(Instant{seconds})), expected);
}

QTEST_GUILESS_MAIN(tst_civil_date)
#include "tst_civil_date.moc"
