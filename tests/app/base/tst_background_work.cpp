// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include <QTest>

#if defined(__linux__)
#include <sys/resource.h>
#include <unistd.h>
#endif

#include "app/base/background_work.h"

using namespace dateline;

class tst_background_work : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheThreadThatAsksYields();
};

void tst_background_work::onlyTheThreadThatAsksYields()
{
#if defined(__linux__)
    const auto niceness = [] { return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())); };
    const int here = niceness();
    if (here >= 10)
        QSKIP("all of this program runs behind others");
    int there = here;
    std::jthread([&] {
        yieldToOthers();
        yieldToOthers();
        there = niceness();
    }).join();
    QVERIFY(there > here);
    QCOMPARE(niceness(), here);
#else
    yieldToOthers();
#endif
}

QTEST_GUILESS_MAIN(tst_background_work)
#include "tst_background_work.moc"
