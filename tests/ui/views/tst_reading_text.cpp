// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/views/reading_text.h"

using namespace dateline::ui;

class tst_reading_text final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesBrokenToAWidthFlow();
    void otherTextsKeepTheirLines_data();
    void otherTextsKeepTheirLines();
    void aSelectionTakesWholeWords_data();
    void aSelectionTakesWholeWords();
};

void tst_reading_text::linesBrokenToAWidthFlow()
{
    const QString wire = QStringLiteral("The ministry said on Tuesday that the delegation\n"
                                        "would leave for the capital within two days and\n"
                                        "that its members had been given full powers by\n"
                                        "the assembly, which met on Monday in an extra\n"
                                        "session.\n"
                                        "\n"
                                        "A second paragraph begins here, and it goes on\n"
                                        "to this line.\n"
                                        "- an entry of a list\n");
    const QString reading = withoutHardBreaks(wire);
    QCOMPARE(reading.size(), wire.size());  // annotations keep their places
    const QStringList paragraphs = reading.split(u'\n');
    QCOMPARE(paragraphs.size(), 5);
    QVERIFY(paragraphs[0].endsWith(QStringLiteral("in an extra session.")));
    QCOMPARE(paragraphs[1], QString());
    QVERIFY(paragraphs[2].endsWith(QStringLiteral("goes on to this line.")));
    QCOMPARE(paragraphs[3], QStringLiteral("- an entry of a list"));
}

void tst_reading_text::otherTextsKeepTheirLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a line a paragraph") << QString(120, u'a').append(u'\n').repeated(6);
    QTest::newRow("a table") << QStringLiteral("Name of the place\tKind\nSeoul\tcity\nA\tb\n"
                                               "Busan and its harbour\tcity\nC\td\nE\tf\n");
    QTest::newRow("three lines") << QStringLiteral("One line of the letter\nand another of it\n"
                                                   "and the last of it\n");
}

void tst_reading_text::otherTextsKeepTheirLines()
{
    QFETCH(QString, text);
    QCOMPARE(withoutHardBreaks(text), text);
}

void tst_reading_text::aSelectionTakesWholeWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("taken");
    QTest::newRow("within words") << u"an intercontinental missile test."_qs
                                  << u"rcontinental missile te"_qs
                                  << u"intercontinental missile test"_qs;
    QTest::newRow("blanks") << u"on Friday and then"_qs << u" Friday "_qs << u"Friday"_qs;
    QTest::newRow("Cyrillic") << u"глава Совбеза Шойгу"_qs << u"овбеза Шой"_qs
                              << u"Совбеза Шойгу"_qs;
    QTest::newRow("Hangul without its particle")
        << u"김정은은 말했다"_qs << u"김정은"_qs << u"김정은"_qs;
    QTest::newRow("nothing but blanks") << u"a   b"_qs << u"   "_qs << QString();
}

void tst_reading_text::aSelectionTakesWholeWords()
{
    QFETCH(QString, text);
    QFETCH(QString, selected);
    QFETCH(QString, taken);
    const int begin = static_cast<int>(text.indexOf(selected));
    const TextRange range = wholeWords(text, {begin, begin + static_cast<int>(selected.size())});
    QCOMPARE(text.mid(range.begin, range.end - range.begin), taken);
}

QTEST_GUILESS_MAIN(tst_reading_text)
#include "tst_reading_text.moc"
