// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/base/column.h"

using namespace dateline;

class tst_column : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackInTheirOrder();
    void copiesShareUntilOneIsWrittenTo();
    void largeColumnsGrowAndAreCutLikeSmallOnes();
    void spareMemoryIsUsedAgain();
    void spareMemoryIsPreparedBeforeItIsNeeded();
};

void tst_column::valuesComeBackInTheirOrder()
{
    Column<int> column;
    QVERIFY(column.empty());
    for (int i = 0; i < 1'000; ++i)
        column.push_back(i);
    column.trim();
    QCOMPARE(column.size(), std::size_t(1'000));
    for (int i = 0; i < 1'000; ++i)
        QCOMPARE(column[std::size_t(i)], i);
    column.push_back(column.front());  // a value of its own, while it grows
    QCOMPARE(column.back(), 0);
    QVERIFY(Column<int>(column) == column);
}

void tst_column::copiesShareUntilOneIsWrittenTo()
{
    Column<int> first;
    first.push_back(1);
    first.push_back(2);
    Column<int> second = first;
    QVERIFY(second.data() == first.data());
    second.writable()[0] = 7;
    QCOMPARE(first[0], 1);
    QCOMPARE(second[0], 7);
    Column<int> third = first;
    third.push_back(3);
    QCOMPARE(first.size(), std::size_t(2));
    QCOMPARE(third.size(), std::size_t(3));
    QCOMPARE(third[1], 2);
    third.shortenTo(1);
    QCOMPARE(third.size(), std::size_t(1));
    third.clear();
    QVERIFY(third.empty());
    QCOMPARE(first[1], 2);
}

void tst_column::largeColumnsGrowAndAreCutLikeSmallOnes()
{
    // Pages of their own from here on.
    const std::size_t many = 2 * kLargeBlock / sizeof(std::uint64_t) + 3;
    Column<std::uint64_t> column;
    for (std::size_t i = 0; i < many; ++i)
        column.push_back(i * i);
    const Column<std::uint64_t> copy = column;
    column.trim();
    column.writable()[many - 1] = 5;
    QCOMPARE(copy[many - 1], (many - 1) * (many - 1));
    QCOMPARE(column[many - 2], (many - 2) * (many - 2));
    QCOMPARE(column.back(), std::uint64_t(5));
}

void tst_column::spareMemoryIsUsedAgain()
{
    const std::size_t many = kLargeBlock / sizeof(int);
    keepSpareBlocks(true);
    Column<int> first = Column<int>::ofSize(many);
    const int *const place = first.data();
    first.clear();
    Column<int> second = Column<int>::ofSize(many);
#if defined(__linux__)
    QCOMPARE(second.data(), place);
#endif
    second.writable()[many - 1] = 3;
    Column<int> third = Column<int>::ofSize(many);  // there is none left
    QVERIFY(third.data() != place);
    third.clear();
    keepSpareBlocks(false);
    second.clear();
    Column<int> fourth = Column<int>::ofSize(many);
    fourth.writable()[0] = 1;
    QCOMPARE(fourth[0], 1);
}

void tst_column::spareMemoryIsPreparedBeforeItIsNeeded()
{
    const Column<int> first = Column<int>::ofSize(kLargeBlock / sizeof(int));
    const Column<int> second = Column<int>::ofSize(2 * kLargeBlock / sizeof(int));
    prepareSpareBlocks();  // nobody keeps any
    QCOMPARE(spareBytes(), std::size_t{0});
    keepSpareBlocks(true);
    prepareSpareBlocks();
#if defined(__linux__)
    QCOMPARE(spareBytes(), 3 * kLargeBlock);
    prepareSpareBlocks();  // there are enough
    QCOMPARE(spareBytes(), 3 * kLargeBlock);
    const Column<int> third = Column<int>::ofSize(kLargeBlock / sizeof(int));
    QCOMPARE(spareBytes(), 2 * kLargeBlock);
#endif
    keepSpareBlocks(false);
    QCOMPARE(spareBytes(), std::size_t{0});
}

QTEST_GUILESS_MAIN(tst_column)
#include "tst_column.moc"
