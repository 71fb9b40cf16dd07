// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/csv_reader.h"

#include <QTest>

#include "app/exchange/csv_writer.h"

using namespace dateline;

namespace {

std::vector<CsvRow> rowsOf(std::string_view text, const CsvDialect &dialect = {})
{
    std::vector<CsvRow> rows;
    readCsv(text, dialect, [&](const CsvRow &row) {
        rows.push_back(row);
        return true;
    });
    return rows;
}

std::vector<std::string> cells(std::initializer_list<const char *> list)
{
    return {list.begin(), list.end()};
}

}  // namespace

class tst_csv_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreTakenAsTheyStand();
    void linesAreCountedThroughQuotedLineEnds();
    void everyLineEndIsRead_data();
    void everyLineEndIsRead();
    void whereRowsEndInCarriageReturnsLinefeedsAreCharacters();
    void brokenQuotingIsRefusedWithItsPlace();
    void anOpenQuoteIsRefusedWhereItsRowBegins();
    void aNulByteIsRefused();
    void withoutQuotingAQuoteIsACharacter();
    void aHugeCellIsReadWhole();
    void writtenRowsAreReadBack();
    void delimitersAreGuessed();
};

void tst_csv_reader::cellsAreTakenAsTheyStand()
{
    const std::vector<CsvRow> rows = rowsOf(" a ,\"b, \"\"c\"\"\",\n\n,,\n");
    QCOMPARE(rows.size(), 2u);
    QCOMPARE(rows[0].cells, cells({" a ", "b, \"c\"", ""}));
    QCOMPARE(rows[1].cells, cells({"", "", ""}));
    QCOMPARE(rows[1].line, 3);
}

void tst_csv_reader::linesAreCountedThroughQuotedLineEnds()
{
    const std::vector<CsvRow> rows = rowsOf("id,t\n1,\"a\nb\r\nc\"\n\n2,x\n");
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].line, 2);
    QCOMPARE(rows[1].cells[1], std::string("a\nb\r\nc"));
    QCOMPARE(rows[2].line, 6);
}

void tst_csv_reader::everyLineEndIsRead_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("LF") << "\n";
    QTest::newRow("CR LF") << "\r\n";
    QTest::newRow("CR") << "\r";
}

void tst_csv_reader::everyLineEndIsRead()
{
    QFETCH(QString, end);
    const std::string text =
        (QStringLiteral("a,b") + end + QStringLiteral("1,2") + end + QStringLiteral("3,4"))
            .toStdString();
    const std::vector<CsvRow> rows = rowsOf(text);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[2].line, 3);
    QCOMPARE(rows[2].cells, cells({"3", "4"}));
}

void tst_csv_reader::whereRowsEndInCarriageReturnsLinefeedsAreCharacters()
{
    const std::vector<CsvRow> rows = rowsOf("a,b\r1,two\nlines\r3,4\r");
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[1].cells, cells({"1", "two\nlines"}));
    QCOMPARE(rows[2].line, 3);
}

void tst_csv_reader::brokenQuotingIsRefusedWithItsPlace()
{
    const auto keep = [](const CsvRow &) { return true; };
    const std::optional<CsvFault> inside = readCsv("a\nbc\"d\n", {}, keep);
    QVERIFY(inside);
    QCOMPARE(inside->line, 2);
    QCOMPARE(inside->column, 3);
    const std::optional<CsvFault> behind = readCsv("\"a\"b\n", {}, keep);
    QVERIFY(behind);
    QCOMPARE(behind->line, 1);
    QCOMPARE(behind->column, 4);
}

void tst_csv_reader::anOpenQuoteIsRefusedWhereItsRowBegins()
{
    const std::optional<CsvFault> fault =
        readCsv("a\nb\n\"c\nd\ne", {}, [](const CsvRow &) { return true; });
    QVERIFY(fault);
    QCOMPARE(fault->line, 3);
}

void tst_csv_reader::aNulByteIsRefused()
{
    const std::optional<CsvFault> fault =
        readCsv(std::string_view("a\nb\0c\n", 6), {}, [](const CsvRow &) { return true; });
    QVERIFY(fault);
    QCOMPARE(fault->line, 2);
    QCOMPARE(fault->column, 2);
}

void tst_csv_reader::withoutQuotingAQuoteIsACharacter()
{
    const std::vector<CsvRow> rows = rowsOf("say \"hi\"\t\"\tx\n", {'\t', std::nullopt});
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows[0].cells, cells({"say \"hi\"", "\"", "x"}));
}

void tst_csv_reader::aHugeCellIsReadWhole()
{
    std::string huge;
    huge.resize(20'000'000, 'x');
    const std::vector<CsvRow> rows = rowsOf("\"" + huge + "\",y\n");
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows[0].cells[0].size(), huge.size());
    QCOMPARE(rows[0].cells[1], std::string("y"));
}

void tst_csv_reader::writtenRowsAreReadBack()
{
    const std::vector<std::vector<std::string>> rows = {
        cells({"plain", "with,comma", "with \"quotes\""}), cells({"", "", ""}), cells({""}),
        cells({"line\nend", "\r\n", " "}), cells({"김정은"})};
    std::string text;
    CsvWriter csv(text);
    for (const std::vector<std::string> &row : rows) {
        for (const std::string &cell : row)
            csv.cell(cell);
        csv.endRow();
    }
    const std::vector<CsvRow> read = rowsOf(text);
    QCOMPARE(read.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(read[i].cells, rows[i]);
}

void tst_csv_reader::delimitersAreGuessed()
{
    QCOMPARE(guessDelimiter("a,b\n1,2\n"), ',');
    QCOMPARE(guessDelimiter("a\tb\n1, or so\t2\n"), '\t');
    QCOMPARE(guessDelimiter("a;b;c\n\"1;2\";3;4\n"), ';');
    QCOMPARE(guessDelimiter("a|b\n1|2\n"), '|');
    QCOMPARE(guessDelimiter("just words\n"), ',');
}

QTEST_GUILESS_MAIN(tst_csv_reader)
#include "tst_csv_reader.moc"
