// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <atomic>
#include <thread>

#include "app/base/bounded_queue.h"

using namespace dateline;

class tst_bounded_queue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesComeInTheirOrderAndNeverMoreThanTheRoom();
    void closingLetsWhatIsInItOut();
    void closingWakesWhoPuts();
};

void tst_bounded_queue::valuesComeInTheirOrderAndNeverMoreThanTheRoom()
{
    constexpr int kAll = 10'000;
    constexpr int kRoom = 4;
    BoundedQueue<int> queue(kRoom);
    std::atomic<int> taken = 0;
    int mostAhead = 0;
    std::thread writer([&] {
        for (int value = 0; value < kAll; ++value) {
            queue.put(value);
            mostAhead = std::max(mostAhead, value - taken.load());
        }
        queue.close();
    });
    int expected = 0;
    bool isInOrder = true;
    while (const std::optional<int> value = queue.take()) {
        isInOrder = isInOrder && *value == expected++;
        ++taken;
    }
    writer.join();
    QVERIFY(isInOrder);
    QCOMPARE(expected, kAll);
    QVERIFY(mostAhead <= kRoom + 1);
}

void tst_bounded_queue::closingLetsWhatIsInItOut()
{
    BoundedQueue<int> queue(4);
    QVERIFY(queue.put(1));
    queue.close();
    QVERIFY(!queue.put(2));
    QCOMPARE(queue.take(), std::optional(1));
    QCOMPARE(queue.take(), std::optional<int>());
}

void tst_bounded_queue::closingWakesWhoPuts()
{
    BoundedQueue<int> queue(1);
    queue.put(1);
    bool isTaken = true;
    std::thread writer([&] { isTaken = queue.put(2); });
    queue.close();
    writer.join();
    QVERIFY(!isTaken);
}

QTEST_GUILESS_MAIN(tst_bounded_queue)
#include "tst_bounded_queue.moc"
