// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <numeric>
#include <random>
#include <set>
#include <vector>

#include <QTest>

#include "app/base/bit_set.h"
#include "app/base/stable_order.h"

using namespace dateline;

class tst_bit_set : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithASetOfNumbers_data();
    void agreesWithASetOfNumbers();
    void aFullOneHoldsNothingBehindItsSize();
    void visitsThoseOfAStretch();
    void keepsWhatIsWanted();
    void keepsWhatIsInBoth();
    void countsThoseBeforeANumber();
    void anEmptyOneHoldsNothing();
    void ordersByANumberAndKeepsEqualOnesAsTheyStood();
};

namespace {

// Some of the numbers below size, and the same in a set of the standard library.
struct Sample {
    BitSet bits;
    std::set<std::uint32_t> numbers;
};

Sample sampleOf(std::uint32_t size, unsigned seed)
{
    std::mt19937 random(seed);
    Sample sample{BitSet(size), {}};
    for (std::uint32_t number = 0; number < size; ++number) {
        if (random() % 3 == 0) {
            sample.bits.insert(number);
            sample.numbers.insert(number);
        }
    }
    return sample;
}

std::vector<std::uint32_t> visited(const BitSet &bits, std::uint32_t first, std::uint32_t last)
{
    std::vector<std::uint32_t> numbers;
    bits.forEachIn(first, last, [&](std::uint32_t number) { numbers.push_back(number); });
    return numbers;
}

}  // namespace

void tst_bit_set::agreesWithASetOfNumbers_data()
{
    QTest::addColumn<quint32>("size");
    for (const quint32 size : {1u, 63u, 64u, 65u, 128u, 1'000u})
        QTest::addRow("%u", size) << size;
}

void tst_bit_set::agreesWithASetOfNumbers()
{
    QFETCH(quint32, size);
    const Sample sample = sampleOf(size, size);
    QCOMPARE(sample.bits.size(), size);
    QCOMPARE(std::size_t{sample.bits.count()}, sample.numbers.size());
    for (quint32 number = 0; number < size + 70; ++number)
        QCOMPARE(sample.bits.contains(number), sample.numbers.count(number) == 1);
    std::vector<std::uint32_t> all;
    sample.bits.forEach([&](std::uint32_t number) { all.push_back(number); });
    QCOMPARE(all, std::vector(sample.numbers.begin(), sample.numbers.end()));
}

void tst_bit_set::aFullOneHoldsNothingBehindItsSize()
{
    for (const quint32 size : {0u, 1u, 63u, 64u, 65u, 200u}) {
        const BitSet full(size, true);
        QCOMPARE(full.count(), size);
        QVERIFY(!full.contains(size));
        QCOMPARE(visited(full, 0, size + 100).size(), std::size_t{size});
    }
}

void tst_bit_set::visitsThoseOfAStretch()
{
    const Sample sample = sampleOf(300, 1);
    for (const quint32 first : {0u, 1u, 63u, 64u, 65u, 130u, 299u, 300u}) {
        for (const quint32 last : {0u, 1u, 63u, 64u, 65u, 128u, 200u, 300u, 400u}) {
            std::vector<std::uint32_t> wanted;
            for (const quint32 number : sample.numbers) {
                if (number >= first && number < last)
                    wanted.push_back(number);
            }
            QCOMPARE(visited(sample.bits, first, last), wanted);
        }
    }
}

void tst_bit_set::keepsWhatIsWanted()
{
    Sample sample = sampleOf(200, 2);
    sample.bits.keepIf([](std::uint32_t number) { return number % 5 == 0; });
    std::erase_if(sample.numbers, [](std::uint32_t number) { return number % 5 != 0; });
    QCOMPARE(visited(sample.bits, 0, 200),
             std::vector(sample.numbers.begin(), sample.numbers.end()));
}

void tst_bit_set::keepsWhatIsInBoth()
{
    Sample some = sampleOf(200, 3);
    const Sample others = sampleOf(200, 4);
    some.bits &= others.bits;
    for (quint32 number = 0; number < 200; ++number)
        QCOMPARE(some.bits.contains(number),
                 some.numbers.count(number) == 1 && others.numbers.count(number) == 1);
}

void tst_bit_set::countsThoseBeforeANumber()
{
    for (const quint32 size : {64u, 100u, 128u}) {
        const Sample sample = sampleOf(size, 5);
        const CountedBitSet counted(sample.bits);
        for (quint32 number = 0; number <= size; ++number)
            QCOMPARE(std::size_t{counted.before(number)},
                     static_cast<std::size_t>(std::distance(sample.numbers.begin(),
                                                            sample.numbers.lower_bound(number))));
        QCOMPARE(counted.count(), sample.bits.count());
    }
}

void tst_bit_set::anEmptyOneHoldsNothing()
{
    const CountedBitSet none;
    QCOMPARE(none.count(), 0u);
    QCOMPARE(none.before(0), 0u);
    QVERIFY(!none.contains(0));
    QVERIFY(visited(BitSet(), 0, 10).empty());
}

void tst_bit_set::ordersByANumberAndKeepsEqualOnesAsTheyStood()
{
    std::mt19937_64 random(6);
    for (const std::uint64_t greatest : {std::uint64_t{0}, std::uint64_t{5}, std::uint64_t{5'000},
                                         std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
        std::vector<std::uint64_t> numbers(2'000);
        for (std::uint64_t &number : numbers)
            number = greatest == ~std::uint64_t{0} ? random() : random() % (greatest + 1);
        std::vector<std::uint32_t> rows(numbers.size());
        std::iota(rows.rbegin(), rows.rend(), 0u);
        std::vector<std::uint32_t> wanted = rows;
        std::stable_sort(wanted.begin(), wanted.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return numbers[a] < numbers[b]; });
        orderStably(rows, greatest, [&](std::uint32_t row) { return numbers[row]; });
        QCOMPARE(rows, wanted);
    }
}

QTEST_GUILESS_MAIN(tst_bit_set)
#include "tst_bit_set.moc"
