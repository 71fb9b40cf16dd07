// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/quantity_notation.h"

using namespace dateline;

class tst_quantity_notation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesWhatItWrote_data();
    void readsAndWritesWhatItWrote();
    void readsOtherSpellings();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
};

void tst_quantity_notation::readsAndWritesWhatItWrote_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QByteArray>("unit");
    constexpr double kOpen = -1e300;
    QTest::newRow("range") << QByteArray("10000..12000 troops") << 10000. << 12000.
                           << QByteArray("troops");
    QTest::newRow("at least") << QByteArray("2.. hours") << 2. << kOpen << QByteArray("hours");
    QTest::newRow("up to") << QByteArray("..500 people") << kOpen << 500. << QByteArray("people");
    QTest::newRow("one number") << QByteArray("6 tests") << 6. << 6. << QByteArray("tests");
    QTest::newRow("no unit") << QByteArray("6") << 6. << 6. << QByteArray();
    QTest::newRow("fractions") << QByteArray("0.5..1.25 kt") << 0.5 << 1.25 << QByteArray("kt");
    QTest::newRow("negative") << QByteArray("-3..-1 °C") << -3. << -1. << QByteArray("°C");
    QTest::newRow("two words") << QByteArray("5 military police") << 5. << 5.
                               << QByteArray("military police");
    QTest::newRow("large") << QByteArray("1000000000000 원") << 1e12 << 1e12 << QByteArray("원");
}

void tst_quantity_notation::readsAndWritesWhatItWrote()
{
    QFETCH(QByteArray, text);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QByteArray, unit);
    const auto range = parseCountedRange(text.toStdString());
    QVERIFY(range.has_value());
    QCOMPARE(range->low.value_or(-1e300), low);
    QCOMPARE(range->high.value_or(-1e300), high);
    QCOMPARE(QByteArray::fromStdString(range->unit), unit);
    QCOMPARE(QByteArray::fromStdString(toNotation(*range)), text);
}

void tst_quantity_notation::readsOtherSpellings()
{
    QCOMPARE(toNotation(*parseCountedRange("5..5  tests ")), std::string("5 tests"));
    QCOMPARE(toNotation(*parseCountedRange("007 tests")), std::string("7 tests"));
}

void tst_quantity_notation::refusesWhatIsNoRange_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "troops", "..", ".. troops", "12..10 troops", "10,000 troops", "6tests", "1e5 troops",
          "1...2", "1..2..3", "1. troops", "0x10", "nan", "inf people", " 6 tests", "--3"})
        QTest::newRow(text) << QByteArray(text);
}

void tst_quantity_notation::refusesWhatIsNoRange()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseCountedRange(text.toStdString()));
}

QTEST_GUILESS_MAIN(tst_quantity_notation)
#include "tst_quantity_notation.moc"
