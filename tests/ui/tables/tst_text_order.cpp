// SPDX-License-Identifier: GPL-3.0-or-later
// The quick order of texts against the collator asked for every pair.
#include <QtTest>

#include <algorithm>
#include <numeric>
#include <random>

#include <QCollator>

#include "ui/bridge/text.h"
#include "ui/tables/rows_maker.h"

using namespace dateline;
using namespace dateline::ui;

class tst_text_order : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsTheOrderOfTheCollator_data();
    void itIsTheOrderOfTheCollator();
    void manyTextsAreSortedByTwoThreadsAlike();
    void equalTextsKeepTheirPlacesBothWays();
    void numbersAndWordsHaveTheirOrders();
};

namespace {

using Texts = std::vector<std::string>;

Texts madeOf(const Texts &parts, std::size_t count, unsigned longest)
{
    std::mt19937 random(7);
    Texts texts(count);
    for (std::string &text : texts) {
        for (auto n = random() % longest; n > 0; --n)
            text += parts[random() % parts.size()];
    }
    return texts;
}

const Texts kParts{"a", "B", "b", "z", "ch", "aa", "cs", "0",  "1",  "10",  "007", " ", "-",
                   "_", ".", "'", "é", "я",  "한", "Ä",  "\t", "x2", "x10", ",",   "A", "ll"};

TextOrder orderOf(const Texts &texts, const std::string &locale)
{
    return orderByText(
        static_cast<std::uint32_t>(texts.size()),
        [&](std::uint32_t row) { return std::string_view(texts[row]); }, locale);
}

}  // namespace

void tst_text_order::itIsTheOrderOfTheCollator_data()
{
    QTest::addColumn<QString>("locale");
    // Czech, Danish and Hungarian sort some pairs of letters as one.
    for (const char *locale : {"en_US", "de_DE", "cs_CZ", "da_DK", "hu_HU", "ru_RU", "ko_KR"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void tst_text_order::itIsTheOrderOfTheCollator()
{
    QFETCH(QString, locale);
    QCollator collator{QLocale(locale)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    const Texts texts = madeOf(kParts, 800, 6);
    const TextOrder order = orderOf(texts, locale.toStdString());
    QCOMPARE(order.rows.size(), texts.size());
    for (std::size_t i = 1; i < order.rows.size(); ++i) {
        const QString before = toQString(texts[order.rows[i - 1]]);
        const QString text = toQString(texts[order.rows[i]]);
        const int compared = collator.compare(before, text);
        QVERIFY2(compared <= 0, qPrintable(before + QStringLiteral(" | ") + text));
        QCOMPARE(order.isLikeOne[i] != 0, compared == 0);
        if (compared == 0)
            QVERIFY(order.rows[i - 1] < order.rows[i]);
    }
}

void tst_text_order::manyTextsAreSortedByTwoThreadsAlike()
{
    const Texts texts =
        madeOf({"meeting", "visit", " of ", "the ", "delegation", "7", "12", "x"}, 60'000, 7);
    const TextOrder order = orderOf(texts, "en_US");
    std::vector<std::uint32_t> rows = order.rows;
    std::sort(rows.begin(), rows.end());
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        QCOMPARE(rows[row], row);
    QCollator collator{QLocale(QStringLiteral("en_US"))};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    for (std::size_t i = 1; i < order.rows.size(); i += 17)
        QVERIFY(collator.compare(toQString(texts[order.rows[i - 1]]),
                                 toQString(texts[order.rows[i]])) <= 0);
}

void tst_text_order::equalTextsKeepTheirPlacesBothWays()
{
    const TextOrder order = orderOf({"b", "a", "B", "c", "A"}, "en_US");
    QCOMPARE(order.rows, (std::vector<std::uint32_t>{1, 4, 0, 2, 3}));
    QCOMPARE(descending(order), (std::vector<std::uint32_t>{3, 0, 2, 1, 4}));
}

void tst_text_order::numbersAndWordsHaveTheirOrders()
{
    const TextOrder numbers = orderByNumber({3, 0, 3, 7, 0});
    QCOMPARE(numbers.rows, (std::vector<std::uint32_t>{1, 4, 0, 2, 3}));
    QCOMPARE(inDirection(numbers, true), (std::vector<std::uint32_t>{3, 0, 2, 1, 4}));
    QVERIFY(orderByNumber({}).rows.empty());

    Vocabulary words;
    std::vector<std::uint32_t> column;
    for (const char *word : {"visit", "", "Talks", "visit", "treaty"})
        column.push_back(words.add(word));
    QCOMPARE(orderByWord(words, column, "en_US").rows, (std::vector<std::uint32_t>{2, 4, 0, 3, 1}));
}

QTEST_GUILESS_MAIN(tst_text_order)
#include "tst_text_order.moc"
