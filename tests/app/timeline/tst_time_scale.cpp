// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/timeline/navigation.h"
#include "app/timeline/time_scale.h"

using namespace dateline;

class tst_time_scale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spanFillsThePlot();
    void everyPixelComesBack_data();
    void everyPixelComesBack();
    void distantInstantsAreFarAwayOnTheirSide();
    void aMinuteIsExactInAnyYear();
    void zoomKeepsTheTimeUnderThePointer_data();
    void zoomKeepsTheTimeUnderThePointer();
    void zoomStopsAtTheLimits();
    void panFollowsThePointerAndStopsBesideTheData();
    void fitLeavesRoomOnBothSides();
    void fitOfAMomentShowsItsDay();
    void revealMovesNoFurtherThanNeeded();
    void stepsKeepWhatBothHaveInCommon();
    void wholeKeepsRoomForTheLastLabels();
};

namespace {

const TimeSpan kTwoYears = TimeSpan::between(instantOf(2023), instantOf(2025));

TimeScale twoYears()
{
    return TimeScale::showing(kTwoYears, 100, 731);
}

}  // namespace

void tst_time_scale::spanFillsThePlot()
{
    const TimeScale scale = twoYears();
    QCOMPARE(scale.toX(instantOf(2023)), 100.0);
    QCOMPARE(scale.toX(instantOf(2025)), 831.0);
    QCOMPARE(scale.toX(instantOf(2023, 1, 2)), 101.0);
    QCOMPARE(scale.visible(), kTwoYears);
}

void tst_time_scale::everyPixelComesBack_data()
{
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<double>("seconds");
    QTest::newRow("ten thousand years") << qint64{instantOf(-5000).seconds} << kLongestView;
    QTest::newRow("a year") << qint64{instantOf(2024).seconds} << 31'622'400.0;
    QTest::newRow("a minute") << qint64{instantOf(9999, 12, 31).seconds} << 60.0;
}

void tst_time_scale::everyPixelComesBack()
{
    QFETCH(qint64, begin);
    QFETCH(double, seconds);
    const TimeScale scale({begin}, 0.25, seconds / 1000, 50, 1000);
    for (int x = 50; x <= 1050; x += 50) {
        const double back = scale.toX(scale.toInstant(x));
        const double second = std::max(scale.toPixels(1), 1e-6);
        QVERIFY2(back <= x + 1e-3 && back > x - second - 1e-3, qPrintable(QString::number(x)));
    }
}

void tst_time_scale::distantInstantsAreFarAwayOnTheirSide()
{
    QCOMPARE(twoYears().toX(Instant::distantPast()), -TimeScale::kFarAway);
    QCOMPARE(twoYears().toX(Instant::distantFuture()), TimeScale::kFarAway);
    QVERIFY(!twoYears().toInstant(1e300).isDistant());
    QVERIFY(!twoYears().toInstant(-1e300).isDistant());
}

void tst_time_scale::aMinuteIsExactInAnyYear()
{
    for (const std::int64_t year : {-4000, 1, 1970, 9999}) {
        const Instant begin = instantOf(year);
        const TimeScale scale(begin, 0, 0.06, 0, 1000);
        QCOMPARE(scale.toX({begin.seconds + 30}), 500.0);
    }
}

void tst_time_scale::zoomKeepsTheTimeUnderThePointer_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("factor");
    QTest::newRow("in, left") << 120.0 << 1.25;
    QTest::newRow("in, far") << 400.0 << 50.0;
    QTest::newRow("out") << 700.0 << 0.3;
}

void tst_time_scale::zoomKeepsTheTimeUnderThePointer()
{
    QFETCH(double, x);
    QFETCH(double, factor);
    const TimeScale before = twoYears();
    const Instant under = before.toInstant(x);
    const TimeScale after = zoomed(before, before.toX(under), factor, {});
    QVERIFY(std::abs(after.toX(under) - before.toX(under)) < 1e-6);
    QVERIFY(std::abs(after.secondsPerPixel() * factor / before.secondsPerPixel() - 1) < 1e-9);
}

void tst_time_scale::zoomStopsAtTheLimits()
{
    const TimeScale in = zoomed(twoYears(), 400, 1e12, {});
    QCOMPARE(std::lround(in.spanSeconds()), 60L);
    const TimeScale out = zoomed(twoYears(), 400, 1e-12, {});
    QVERIFY(std::abs(out.spanSeconds() / kLongestView - 1) < 1e-9);
    const NavigationLimits old =
        NavigationLimits::around(TimeSpan::between(instantOf(-200'000), instantOf(2000)));
    QVERIFY(old.longest > 200'000 * 365.0 * 86'400);
}

void tst_time_scale::panFollowsThePointerAndStopsBesideTheData()
{
    const TimeScale moved = panned(twoYears(), 10, {});
    QCOMPARE(moved.toX(instantOf(2023)), 110.0);
    NavigationLimits limits;
    limits.extent = kTwoYears;
    const TimeScale left = panned(twoYears(), 1e9, limits);
    QCOMPARE(left.toX(instantOf(2023)), left.right());
    const TimeScale right = panned(twoYears(), -1e9, limits);
    QCOMPARE(right.toX(instantOf(2025)), right.left());
}

void tst_time_scale::fitLeavesRoomOnBothSides()
{
    const TimeSpan june = TimeSpan::between(instantOf(2024, 6), instantOf(2024, 7));
    const TimeScale scale = fitted(twoYears(), june, 0.1, {});
    QVERIFY(std::abs(scale.toX(june.begin()) - (100 + 73.1)) < 0.01);
    QVERIFY(std::abs(scale.toX(june.end()) - (831 - 73.1)) < 0.01);
}

void tst_time_scale::fitOfAMomentShowsItsDay()
{
    const Instant noon{instantOf(2024, 6, 1).seconds + 43'200};
    const TimeScale scale = fitted(twoYears(), TimeSpan::between(noon, noon), 0, {});
    QCOMPARE(scale.spanSeconds(), 86'400.0);
}

void tst_time_scale::revealMovesNoFurtherThanNeeded()
{
    const TimeSpan seen = TimeSpan::between(instantOf(2024), instantOf(2024, 2));
    QCOMPARE(revealing(twoYears(), seen, {}), twoYears());
    const TimeSpan later = TimeSpan::between(instantOf(2025, 6), instantOf(2025, 7));
    const TimeScale moved = revealing(twoYears(), later, {});
    QVERIFY(std::abs(moved.toX(later.end()) - (831 - 24)) < 1e-6);
    QCOMPARE(moved.secondsPerPixel(), twoYears().secondsPerPixel());
}

void tst_time_scale::stepsKeepWhatBothHaveInCommon()
{
    const TimeScale from = twoYears();
    const Instant fixed = from.toInstant(300);
    const TimeScale to = zoomed(from, from.toX(fixed), 8, {});
    for (const double progress : {0.0, 0.2, 0.5, 0.9, 1.0}) {
        const TimeScale step = between(from, to, progress);
        QVERIFY(std::abs(step.toX(fixed) - from.toX(fixed)) < 1e-3);
    }
    QCOMPARE(between(from, to, 1), to);
}

void tst_time_scale::wholeKeepsRoomForTheLastLabels()
{
    const TimeScale scale = wholeOf(twoYears(), kTwoYears, NavigationLimits::around(kTwoYears));
    QVERIFY(scale.toX(instantOf(2023)) > 100);
    const double right = scale.toX(instantOf(2025));
    QVERIFY2(right < 831 - 150 && right > 831 - 200, qPrintable(QString::number(right)));
}

QTEST_GUILESS_MAIN(tst_time_scale)
#include "tst_time_scale.moc"
