// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <vector>

#include "app/base/long_work.h"

using namespace dateline;

class tst_long_work : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stagesFollowOneAnother();
    void nobodyKnowsHowFar();
    void onceStoppedItStaysStopped();
    void whoListensIsNotAskedForEachRow();
};

void tst_long_work::stagesFollowOneAnother()
{
    std::vector<WorkProgress> told;
    LongWork work({}, [&](const WorkProgress &now) { told.push_back(now); });
    work.enter(WorkStage::Rows, 0.6, 100, WorkUnit::Rows);
    QCOMPARE(told.back().share, 0.0);
    work.enter(WorkStage::Text, 1, 10);
    QCOMPARE(told.back().share, 0.6);
    QCOMPARE(told.back().done, 0);
    QCOMPARE(told.back().unit, WorkUnit::Nothing);
    // More than was foretold is not more than the stage has.
    QTest::qSleep(60);
    QVERIFY(work.reach(25));
    QCOMPARE(told.back().share, 1.0);
    QCOMPARE(told.back().done, 25);
}

void tst_long_work::nobodyKnowsHowFar()
{
    std::vector<WorkProgress> told;
    LongWork work({}, [&](const WorkProgress &now) { told.push_back(now); });
    work.enter(WorkStage::Drawing, -1);
    QVERIFY(told.back().share < 0);
    work.enter(WorkStage::Writing, 1, 10);
    QCOMPARE(told.back().share, 0.0);
}

void tst_long_work::onceStoppedItStaysStopped()
{
    bool isToStop = true;
    LongWork work([&] { return isToStop; });
    work.enter(WorkStage::Rows, 1, 100);
    QVERIFY(!work.advance());
    isToStop = false;
    QVERIFY(!work.advance());
    QVERIFY(!work.look());
}

void tst_long_work::whoListensIsNotAskedForEachRow()
{
    int asked = 0;
    int told = 0;
    LongWork work(
        [&] {
            ++asked;
            return false;
        },
        [&](const WorkProgress &) { ++told; });
    work.enter(WorkStage::Rows, 1, 1'000'000);
    QElapsedTimer clock;
    clock.start();
    for (int row = 0; row < 1'000'000; ++row)
        QVERIFY(work.advance());
    const qint64 most = clock.elapsed() / 50 + 2;
    QVERIFY2(told <= most, qPrintable(QString::number(told)));
    QCOMPARE(asked, told);
}

QTEST_GUILESS_MAIN(tst_long_work)
#include "tst_long_work.moc"
