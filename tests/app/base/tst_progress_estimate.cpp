// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "app/base/progress_estimate.h"

using namespace dateline;

class tst_progress_estimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBeginningSaysNothing();
    void evenWorkIsForetold();
    void theRateOutlastsTheRows();
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

QTEST_GUILESS_MAIN(tst_progress_estimate)
#include "tst_progress_estimate.moc"
