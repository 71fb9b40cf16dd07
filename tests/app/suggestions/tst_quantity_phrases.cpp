// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in running text: how much, of what, with which qualifier, and where they stand.
#include <QTest>

#include "app/model/quantity_notation.h"
#include "app/suggestions/quantity_phrases.h"

using namespace dateline;

class tst_quantity_phrases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreReadWithUnitAndQualifier_data();
    void numbersAreReadWithUnitAndQualifier();
    void whatIsNoCountIsLeft_data();
    void whatIsNoCountIsLeft();
    void furtherNumbersAreAdditional();
    void placesGoFromTheQualifierToTheUnit();
    void datesAreSteppedOver();
};

void tst_quantity_phrases::numbersAreReadWithUnitAndQualifier_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("notation");
    QTest::addColumn<QString>("qualifier");
    const auto row = [](const char *words, const char *notation, const char *qualifier) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(notation)
                             << QString::fromUtf8(qualifier);
    };
    row("10,000 to 12,000 troops", "10000..12000 troops", "");
    row("some 10,000 to 12,000 soldiers", "10000..12000 soldiers", "about");
    row("1,000–3,000 people", "1000..3000 people", "");
    row("1,000-3,000 people", "1000..3000 people", "");
    row("between 40 and 60 people", "40..60 people", "");
    row("at least 40 people", "40.. people", "at least");
    row("at least 3", "3..", "at least");
    row("more than two hours", "2.. hours", "more than");
    row("the two-hours-plus talks", "2.. hours", "at least");
    row("a 60-day pause", "60 days", "");
    row("up to 500 tonnes", "..500 tonnes", "up to");
    row("2.5 million shells", "2500000 shells", "");
    row("10 to 12 million shells", "10000000..12000000 shells", "");
    row("half a million shells", "500000 shells", "");
    row("nearly a dozen ships", "12 ships", "about");
    row("twenty-five tanks", "25 tanks", "");
    row("$20 billion", "20000000000 $", "");
    row("£3.2bn", "3200000000 £", "");
    row("35% of it", "35 %", "");
    row("35 per cent", "35 %", "");
    row("11,000 North Korean soldiers", "11000 soldiers", "");
    row("10,000+ shells", "10000.. shells", "at least");
    row("a further 1,000 to 3,000 went", "1000..3000", "");
}

void tst_quantity_phrases::numbersAreReadWithUnitAndQualifier()
{
    QFETCH(QString, words);
    QFETCH(QString, notation);
    QFETCH(QString, qualifier);
    const std::optional<Quantity> quantity = suggestQuantity(words.toStdString(), {});
    QVERIFY(quantity);
    QCOMPARE(QString::fromStdString(toNotation({quantity->low, quantity->high, quantity->unit})),
             notation);
    QCOMPARE(QString::fromStdString(quantity->qualifier), qualifier);
}

void tst_quantity_phrases::whatIsNoCountIsLeft_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"the two sat together", "in 2023", "about 2024", "2025-03", "2018-2019",
          "the 3rd brigade", "part 4", "one of them", "from 21 — 2021 was quiet", ""})
        QTest::newRow(words) << QString::fromUtf8(words);
}

void tst_quantity_phrases::whatIsNoCountIsLeft()
{
    QFETCH(QString, words);
    QVERIFY(!suggestQuantity(words.toStdString(), {}));
}

void tst_quantity_phrases::furtherNumbersAreAdditional()
{
    for (const char *words : {"another 300 tanks", "an additional 300 tanks", "300 more tanks"})
        QCOMPARE(suggestQuantity(words, {})->mode, QuantityMode::Additional);
    QCOMPARE(suggestQuantity("300 tanks", {})->mode, QuantityMode::Total);
}

void tst_quantity_phrases::placesGoFromTheQualifierToTheUnit()
{
    const std::string text = "He sent some 10,000 troops, and later at least 3 ships.";
    const std::vector<QuantityPhrase> found = findQuantities(text, {});
    QCOMPARE(found.size(), std::size_t(2));
    const auto words = [&text](ByteRange place) {
        return text.substr(place.begin, place.end - place.begin);
    };
    QCOMPARE(words(found[0].place), std::string("some 10,000 troops"));
    QCOMPARE(words(found[1].place), std::string("at least 3 ships"));
}

void tst_quantity_phrases::datesAreSteppedOver()
{
    const std::string text = "On 21 March 300 shells fell.";
    const ByteRange date{3, 11};
    const std::vector<QuantityPhrase> found = findQuantities(text, std::span(&date, 1));
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(*found[0].quantity.low, 300.0);
}

QTEST_GUILESS_MAIN(tst_quantity_phrases)
#include "tst_quantity_phrases.moc"
