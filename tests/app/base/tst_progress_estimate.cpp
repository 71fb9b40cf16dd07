// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/base/progress_estimate.h"

using namespace dateline;

class tst_progress_estimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBeginningSaysNothing();
    void evenWorkIsForetold();
    void theRateOutlastsTheRows();
    void whatBecomesSlowerIsNoticed();
    void oneSlowMomentIsNoAlarm();
    void whatNobodyKnowsIsNotSaid();
    void timesAreSaidInRoundNumbers();
    void ratesAreSaidInRoundNumbers();
};

void tst_progress_estimate::theBeginningSaysNothing()
{
    ProgressEstimate estimate;
    QVERIFY(!estimate.at(0.5, 0.3, 1000).perSecond);
    QVERIFY(!estimate.at(0.5, 0.3, 1000).secondsLeft);
    QVERIFY(!estimate.at(5, 0.001, 1000).secondsLeft);
    QVERIFY(ProgressEstimate().at(5, 0.5, 0).secondsLeft);
    QVERIFY(!ProgressEstimate().at(5, 0.5, 0).perSecond);
}

void tst_progress_estimate::evenWorkIsForetold()
{
    ProgressEstimate estimate;
    const ProgressEstimate::Reading reading = estimate.at(10, 0.25, 5000);
    QCOMPARE(reading.perSecond, std::optional(500.0));
    QCOMPARE(reading.secondsLeft, std::optional(30.0));
    QCOMPARE(estimate.at(40, 1, 20'000).secondsLeft, std::optional(0.0));
}

void tst_progress_estimate::theRateOutlastsTheRows()
{
    ProgressEstimate estimate;
    estimate.at(10, 0.5, 5000);
    // Indexes are being made: no row is added, and none were slower for it.
    QCOMPARE(estimate.at(20, 0.8, 5000).perSecond, std::optional(500.0));
}

void tst_progress_estimate::whatBecomesSlowerIsNoticed()
{
    ProgressEstimate estimate;
    double share = 0;
    for (int second = 1; second <= 10; ++second)
        estimate.at(second, share += 0.05, second * 1000);
    // From here on at a tenth of the speed: 0.5 takes a hundred seconds.
    ProgressEstimate::Reading reading;
    for (int second = 11; second <= 40; ++second)
        reading = estimate.at(second, share += 0.005, 10'000 + second * 100);
    QVERIFY(*reading.secondsLeft > 60 && *reading.secondsLeft < 80);
    QVERIFY(*reading.perSecond < 150);
}

void tst_progress_estimate::oneSlowMomentIsNoAlarm()
{
    ProgressEstimate estimate;
    for (int second = 1; second <= 10; ++second)
        estimate.at(second, second * 0.05, 0);
    const ProgressEstimate::Reading reading = estimate.at(11, 0.505, 0);
    QVERIFY(*reading.secondsLeft > 9 && *reading.secondsLeft < 13);
}

void tst_progress_estimate::whatNobodyKnowsIsNotSaid()
{
    QVERIFY(!ProgressEstimate().at(5, -1, 1000).secondsLeft);
    QVERIFY(ProgressEstimate().at(5, -1, 1000).perSecond);
}

void tst_progress_estimate::timesAreSaidInRoundNumbers()
{
    const auto said = [](double seconds) {
        const TimeLeft left = roundedTimeLeft(seconds);
        return std::to_string(left.count) + (left.isMinutes ? " min" : " s");
    };
    QCOMPARE(said(0.1), std::string("1 s"));
    QCOMPARE(said(7.6), std::string("8 s"));
    QCOMPARE(said(9.7), std::string("10 s"));
    QCOMPARE(said(41.9), std::string("40 s"));
    QCOMPARE(said(57.6), std::string("60 s"));
    QCOMPARE(said(104), std::string("100 s"));
    QCOMPARE(said(116), std::string("2 min"));
    QCOMPARE(said(3'700), std::string("62 min"));
}

void tst_progress_estimate::ratesAreSaidInRoundNumbers()
{
    QCOMPARE(roundedRate(7.4), 7);
    QCOMPARE(roundedRate(99.4), 99);
    QCOMPARE(roundedRate(123'456), 120'000);
}

QTEST_GUILESS_MAIN(tst_progress_estimate)
#include "tst_progress_estimate.moc"
