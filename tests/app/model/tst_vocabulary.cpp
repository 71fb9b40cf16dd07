// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/vocabulary.h"

using namespace dateline;

class tst_vocabulary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEmptyWordIsNumberNull();
    void equalWordsHaveOneNumber();
    void unknownWordsHaveNone();
    void wordsComeMostUsedFirstThenByText();
};

void tst_vocabulary::theEmptyWordIsNumberNull()
{
    Vocabulary words;
    QCOMPARE(words.size(), 1u);
    QCOMPARE(words.find(""), 0u);
    QCOMPARE(words.count(0), 0u);
    QCOMPARE(words.add(""), 0u);
    QCOMPARE(words.count(0), 1u);
    QVERIFY(words.byCount().empty());
}

void tst_vocabulary::equalWordsHaveOneNumber()
{
    Vocabulary words;
    const std::uint32_t first = words.add("방문");
    const std::uint32_t second = words.add("визит");
    QVERIFY(first != second);
    QCOMPARE(words.add("방문"), first);
    QCOMPARE(words.count(first), 2u);
    QCOMPARE(words.word(second), std::string("визит"));
    QCOMPARE(words.find("визит"), second);
}

void tst_vocabulary::unknownWordsHaveNone()
{
    Vocabulary words;
    words.add("visit");
    QCOMPARE(words.find("visi"), UINT32_MAX);
    QCOMPARE(words.find("Visit"), UINT32_MAX);
}

void tst_vocabulary::wordsComeMostUsedFirstThenByText()
{
    Vocabulary words;
    for (const char *word : {"b", "c", "", "a", "c", "", "", ""})
        words.add(word);
    QByteArray order;
    for (const std::uint32_t number : words.byCount())
        order += words.word(number).c_str();
    QCOMPARE(order, QByteArray("cab"));
}

QTEST_GUILESS_MAIN(tst_vocabulary)
#include "tst_vocabulary.moc"
