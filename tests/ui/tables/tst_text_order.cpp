// SPDX-License-Identifier: GPL-3.0-or-later
// The quick order of texts against the collator asked for every pair.
#include <QTest>

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
    void textsOfManyScriptsAreInTheOrderOfTheCollator_data();
    void textsOfManyScriptsAreInTheOrderOfTheCollator();
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

// As tables sort.
QCollator collatorOf(const QString &locale)
{
    QCollator collator{QLocale(locale)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

void compareWithCollator(const Texts &texts, const QString &locale)
{
    const QCollator collator = collatorOf(locale);
    const TextOrder order = orderOf(texts, locale.toStdString());
    QCOMPARE(order.rows.size(), texts.size());
    for (std::size_t i = 1; i < order.rows.size(); ++i) {
        const QString before = toQString(texts[order.rows[i - 1]]);
        const QString text = toQString(texts[order.rows[i]]);
        const int compared = collator.compare(before, text);
        const QString both = before + QStringLiteral(" | ") + text;
        QVERIFY2(compared <= 0, qPrintable(both));
        QVERIFY2((order.isLikeOne[i] != 0) == (compared == 0), qPrintable(both));
        QVERIFY2(compared != 0 || order.rows[i - 1] < order.rows[i], qPrintable(both));
    }
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
    compareWithCollator(madeOf(kParts, 800, 6), locale);
}

void tst_text_order::textsOfManyScriptsAreInTheOrderOfTheCollator_data()
{
    QTest::addColumn<QString>("locale");
    // Each with something of its own: scripts in another order, pairs as one letter, accents from
    // the end, letters between letters, characters by their sound.
    for (const char *locale : {"en_US", "ru_RU", "uk_UA", "ko_KR", "ja_JP", "zh_CN", "cs_CZ",
                               "da_DK", "fr_CA", "sv_SE", "hu_HU", "hi_IN", "lt_LT"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void tst_text_order::textsOfManyScriptsAreInTheOrderOfTheCollator()
{
    QFETCH(QString, locale);
    // Letters by their blocks, so that any may meet any; the words are there to share beginnings.
    // Digits of other scripts stand apart from ours: of such numbers ICU's own comparison and its
    // own keys differ.
    std::mt19937 random(23);
    const std::pair<unsigned, unsigned> blocks[] = {
        {0x20, 0x7e},     {0xa0, 0x24f},    {0x2b0, 0x370},   {0x370, 0x3ff},   {0x400, 0x52f},
        {0x590, 0x6ff},   {0x900, 0x97f},   {0xe00, 0xe4f},   {0x1100, 0x11ff}, {0x1e00, 0x1fff},
        {0x2000, 0x2bff}, {0x3000, 0x30ff}, {0x4e00, 0x4e40}, {0xac00, 0xac80}, {0xff00, 0xff60}};
    const QStringList words{QStringLiteral("meeting of the "), QStringLiteral("переговоры "),
                            QStringLiteral("회담 "),           QStringLiteral("Résumé "),
                            QStringLiteral("resume "),         QStringLiteral("12b"),
                            QStringLiteral("0012 "),           QStringLiteral("ドー")};
    Texts texts;
    for (int i = 0; i < 3'000; ++i) {
        QString text;
        for (auto n = random() % 4; n > 0; --n)
            text += words.at(static_cast<int>(random() % static_cast<unsigned>(words.size())));
        const auto &[first, last] = blocks[random() % std::size(blocks)];
        for (auto n = random() % 4; n > 0; --n)
            text += QChar(static_cast<char16_t>(first + random() % (last - first + 1)));
        if (random() % 9 == 0)
            text += QStringLiteral("\U0001F600");
        if (text.isEmpty())
            continue;  // Qt has its own mind about nothing beside signs that count for nothing
        texts.push_back(toUtf8(text.normalized(QString::NormalizationForm_C)));
    }
    compareWithCollator(texts, locale);
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
    const QCollator collator = collatorOf(QStringLiteral("en_US"));
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
