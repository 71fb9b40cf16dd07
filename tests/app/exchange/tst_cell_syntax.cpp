// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/cell_syntax.h"

#include <QTest>

using namespace dateline;

namespace {

std::vector<std::string> texts(std::initializer_list<const char *> list)
{
    return {list.begin(), list.end()};
}

}  // namespace

class tst_cell_syntax : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesArePartedAndTrimmed();
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void aliasesKeepTheirLanguage();
    void anAtInANameIsNoLanguage();
    void namedPartsSplitAtTheLastEqualsSign();
    void numbersAreReadWhole_data();
    void numbersAreReadWhole();
    void numbersAreWrittenAsPeopleWriteThem();
};

void tst_cell_syntax::valuesArePartedAndTrimmed()
{
    QCOMPARE(valuesOf(" a ; b c;;", ';'), texts({"a", "b c"}));
    QCOMPARE(valuesOf("a||c", '|', EmptyValues::Kept), texts({"a", "", "c"}));
    QVERIFY(valuesOf("", ';').empty());
}

void tst_cell_syntax::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"plain", "with;separator", "back\\slash", " blank at both ends ",
                              "\\", ";", "a\nb", "김정은", "trailing\\"})
        QTest::newRow(value) << QString::fromUtf8(value);
}

void tst_cell_syntax::whatIsWrittenIsReadBack()
{
    QFETCH(QString, value);
    const std::vector<std::string> values = {value.toStdString(), "second"};
    QCOMPARE(valuesOf(cellOf(values, ';', ";"), ';'), values);
}

void tst_cell_syntax::aliasesKeepTheirLanguage()
{
    const std::vector<Alias> aliases = aliasesOf("김정은@ko; Kim ;Ким Чен Ын@ru");
    QCOMPARE(aliases.size(), 3u);
    QCOMPARE(aliases[0].text, std::string("김정은"));
    QCOMPARE(aliases[0].language, std::string("ko"));
    QCOMPARE(aliases[1].text, std::string("Kim"));
    QVERIFY(aliases[1].language.empty());
    QCOMPARE(cellOf(aliases), std::string("김정은@ko;Kim;Ким Чен Ын@ru"));
}

void tst_cell_syntax::anAtInANameIsNoLanguage()
{
    Alias alias;
    alias.text = "user@example";
    const std::vector<Alias> read = aliasesOf(cellOf(std::vector<Alias>{alias}));
    QCOMPARE(read.size(), 1u);
    QCOMPARE(read.front().text, alias.text);
    QVERIFY(read.front().language.empty());
}

void tst_cell_syntax::namedPartsSplitAtTheLastEqualsSign()
{
    const std::vector<NamedPart> parts = namedPartsOf("Kim Jong Un=host; a=b=visitor; Nobody");
    QCOMPARE(parts.size(), 3u);
    QCOMPARE(parts[0].name, std::string("Kim Jong Un"));
    QCOMPARE(parts[0].part, std::string("host"));
    QCOMPARE(parts[1].name, std::string("a=b"));
    QCOMPARE(parts[2].part, std::string());
    QCOMPARE(cellOf(parts), std::string("Kim Jong Un=host; a\\=b=visitor; Nobody"));
}

void tst_cell_syntax::numbersAreReadWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("integer") << "10000" << true;
    QTest::newRow("decimal") << "-0.5" << true;
    QTest::newRow("with a sign") << "+7" << true;
    QTest::newRow("grouped") << "10,000" << false;
    QTest::newRow("infinite") << "inf" << false;
    QTest::newRow("no number") << "nan" << false;
    QTest::newRow("with a unit") << "7 km" << false;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("beyond double") << "1e999" << false;
}

void tst_cell_syntax::numbersAreReadWhole()
{
    QFETCH(QString, text);
    QTEST(numberOf(text.toStdString()).has_value(), "isNumber");
}

void tst_cell_syntax::numbersAreWrittenAsPeopleWriteThem()
{
    QCOMPARE(textOf(100000.0), std::string("100000"));
    QCOMPARE(textOf(0.5), std::string("0.5"));
    QCOMPARE(textOf(-3.0), std::string("-3"));
    QCOMPARE(*numberOf(textOf(0.1 + 0.2)), 0.1 + 0.2);
    QCOMPARE(*numberOf(textOf(1e300)), 1e300);
}

QTEST_GUILESS_MAIN(tst_cell_syntax)
#include "tst_cell_syntax.moc"
