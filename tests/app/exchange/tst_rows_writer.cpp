// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/rows_writer.h"

#include <QTest>

#include "app/exchange/csv_reader.h"
#include "app/exchange/date_text.h"
#include "app/exchange/json_value.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_rows_writer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonHoldsNamesAndBounds();
    void csvNamesActorsInPlace();
    void aFilterNarrowsTheRows();
    void allKindsAreWritten_data();
    void allKindsAreWritten();
    void boundsAreTheDaysThemselves_data();
    void boundsAreTheDaysThemselves();
};

void tst_rows_writer::jsonHoldsNamesAndBounds()
{
    const SampleFile file = makeSampleFile();
    const Result<JsonValue> json = parseJson(rowsAsJson(*file.session, RowsOf::Events, {}));
    QVERIFY(json.has_value());
    QCOMPARE(json->elements.size(), file.session->snapshot()->events->size());
    const JsonValue &treaty = json->elements.front();
    QCOMPARE(treaty.at("/when/edtf")->text, std::string("2024-06-19"));
    QCOMPARE(treaty.at("/when/earliest")->text, std::string("2024-06-19"));
    QCOMPARE(treaty.at("/when/latest")->text, std::string("2024-06-19"));
    QCOMPARE(treaty.at("/participations")->elements.size(), 2u);
    QCOMPARE(treaty.at("/participations/0/part")->text, std::string("signatory"));
    QVERIFY(!treaty.at("/participations/0/actor")->text.empty());
}

void tst_rows_writer::csvNamesActorsInPlace()
{
    const SampleFile file = makeSampleFile();
    std::vector<CsvRow> rows;
    readCsv(rowsAsCsv(*file.session, RowsOf::Events, {}), {}, [&](const CsvRow &row) {
        rows.push_back(row);
        return true;
    });
    QCOMPARE(rows.front().cells.back(), std::string("actors"));
    QVERIFY(rows[1].cells.back().find("=signatory; ") != std::string::npos);
}

void tst_rows_writer::aFilterNarrowsTheRows()
{
    const SampleFile file = makeSampleFile();
    const SnapshotPointer snapshot = file.session->snapshot();
    Filter filter;
    filter.range = edtf("2024-06").when().bounds.whole();
    const RowSelection selection = selectionOf(filter, *snapshot);
    const Result<JsonValue> json = parseJson(rowsAsJson(*file.session, RowsOf::Events, selection));
    QVERIFY(json.has_value());
    QCOMPARE(json->elements.size(), 1u);
    QCOMPARE(json->elements.front().at("/when/edtf")->text, std::string("2024-06-19"));
    QVERIFY(!selectionOf({}, *snapshot).events.has_value());
}

void tst_rows_writer::allKindsAreWritten_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"events", "actors", "relations", "sources", "annotations"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void tst_rows_writer::allKindsAreWritten()
{
    QFETCH(QString, name);
    const SampleFile file = makeSampleFile();
    const std::optional<RowsOf> rows = rowsNamed(name.toStdString());
    QVERIFY(rows.has_value());
    QCOMPARE(nameOf(*rows), std::string_view(name.toStdString()));
    const std::string text = rowsAsJson(*file.session, *rows, {});
    const Result<JsonValue> json = parseJson(text);
    QVERIFY(json.has_value());
    std::size_t lines = 0;
    readCsv(rowsAsCsv(*file.session, *rows, {}), {}, [&](const CsvRow &) {
        ++lines;
        return true;
    });
    QVERIFY(lines > 1);
    QCOMPARE(json->elements.size(), lines - 1);
    QCOMPARE(rowsAsJson(*file.session, *rows, {}), text);
}

void tst_rows_writer::boundsAreTheDaysThemselves_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    QTest::newRow("day") << "2024-02-29"
                         << "2024-02-29"
                         << "2024-02-29";
    QTest::newRow("month") << "2024-06"
                           << "2024-06-01"
                           << "2024-06-30";
    QTest::newRow("autumn") << "2024-23"
                            << "2024-09-01"
                            << "2024-11-30";
    QTest::newRow("late in a month") << "2025-02-2X"
                                     << "2025-02-20"
                                     << "2025-02-28";
    QTest::newRow("open begin") << "../2025-03"
                                << ""
                                << "2025-03-31";
    QTest::newRow("open end") << "2025-03-21/.."
                              << "2025-03-21"
                              << "";
    QTest::newRow("a minute") << "2024-06-01T10:00Z"
                              << "2024-06-01T10:00:00Z"
                              << "2024-06-01T10:00:59Z";
    QTest::newRow("before our era") << "-0044-03-15"
                                    << "-0044-03-15"
                                    << "-0044-03-15";
    QTest::newRow("undated") << ""
                             << ""
                             << "";
}

void tst_rows_writer::boundsAreTheDaysThemselves()
{
    QFETCH(QString, date);
    const Edtf parsed = edtf(date.toStdString());
    QTEST(QString::fromStdString(earliestText(parsed)), "earliest");
    QTEST(QString::fromStdString(latestText(parsed)), "latest");
}

QTEST_GUILESS_MAIN(tst_rows_writer)
#include "tst_rows_writer.moc"
