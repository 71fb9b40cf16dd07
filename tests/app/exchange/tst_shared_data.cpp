// SPDX-License-Identifier: GPL-3.0-or-later
// Real files and hostile ones, used in place.
#include <QTest>

#include <algorithm>

#include "app/edit/edits.h"
#include "app/exchange/csv_reader.h"
#include "app/exchange/document_reader.h"
#include "app/exchange/file_import.h"
#include "app/exchange/html_text.h"
#include "app/exchange/json_value.h"
#include "app/exchange/own_tables_writer.h"
#include "app/exchange/text_decoding.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytesOfHex(const std::string &hex)
{
    return QByteArray::fromHex(QByteArray::fromStdString(hex)).toStdString();
}

}  // namespace

class tst_shared_data : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shippedMappingsReadTheirData_data();
    void shippedMappingsReadTheirData();
    void csvSpectrumIsReadAsExpected();
    void jsonTestSuiteIsJudgedRight();
    void utf8CasesAreJudgedRight();
    void encodedTablesAreTheSame();
    void naughtyStringsComeBackFromEveryField();
    void articlesBecomeSources();
    void hostileBytesAreReadOrRefused();

private:
    fs::path m_data;
};

void tst_shared_data::initTestCase()
{
    m_data = sharedData();
    if (m_data.empty())
        QSKIP("the shared data are not here");
}

void tst_shared_data::shippedMappingsReadTheirData_data()
{
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("roles");
    QTest::newRow("ICEWS 2014") << "icews14"
                                << "events/icews14-korea-russia.tsv" << 1302 << 0;
    QTest::newRow("missile tests") << "nk-missile-tests"
                                   << "events/nk-missile-tests/test.en.json" << 339 << 0;
    QTest::newRow("missile tests in Japanese")
        << "nk-missile-tests"
        << "events/nk-missile-tests/test.ja.json" << 339 << 0;
    QTest::newRow("ICEWS 2018") << "icews-2018"
                                << "events/icews/events.2018.sample.tab" << 3705 << 0;
    QTest::newRow("GDELT") << "gdelt-1.0"
                           << "events/gdelt/gdelt-1.0-sample.export.CSV" << 710 << 0;
    QTest::newRow("Archigos") << "archigos"
                              << "events/archigos-leaders.csv" << 0 << 3409;
}

void tst_shared_data::shippedMappingsReadTheirData()
{
    QFETCH(QString, mapping);
    QFETCH(QString, input);
    QFETCH(int, events);
    QFETCH(int, roles);
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    ImportRequest request;
    request.inputs = {m_data / input.toStdString()};
    request.mapping =
        readFile(DATELINE_SOURCE_DIR "/resources/mappings/" + mapping.toStdString() + ".json");
    request.mappingName = mapping.toStdString();
    const Result<ImportReport> first = importFiles(*session, request);
    QVERIFY2(first.has_value() && first->isDone,
             first && !first->refused.empty() ? sentenceOf(first->refused.front()).c_str() : "");
    QCOMPARE(first->added.events, events);
    QCOMPARE(first->added.roles, roles);
    QCOMPARE(first->added.sources, 1);
    const Result<ImportReport> second = importFiles(*session, request);
    QVERIFY(second.has_value() && second->isDone);
    QCOMPARE(second->added.total(), 0);
    QCOMPARE(second->updated, 0);
    QCOMPARE(session->history().size(), 1u);
}

void tst_shared_data::csvSpectrumIsReadAsExpected()
{
    for (const fs::path &path : filesIn(m_data / "hostile/csv-spectrum/csvs")) {
        const fs::path expectedPath =
            m_data / "hostile/csv-spectrum/json" / (path.stem().string() + ".json");
        const Result<JsonValue> expected = parseJson(readFile(expectedPath));
        QVERIFY(expected.has_value());
        std::vector<CsvRow> rows;
        const std::optional<CsvFault> fault = readCsv(readFile(path), {}, [&](const CsvRow &row) {
            rows.push_back(row);
            return true;
        });
        QVERIFY2(!fault, path.c_str());
        QCOMPARE(rows.size(), expected->elements.size() + 1);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            for (std::size_t column = 0; column < rows[i].cells.size(); ++column) {
                const JsonValue *value =
                    expected->elements[i - 1].member(rows.front().cells[column]);
                QVERIFY(value != nullptr);
                // The files lost their carriage returns on the way here; what is expected has them.
                std::string wanted = value->text;
                std::erase(wanted, '\r');
                QCOMPARE(rows[i].cells[column], wanted);
            }
        }
    }
}

void tst_shared_data::jsonTestSuiteIsJudgedRight()
{
    for (const fs::path &path : filesIn(m_data / "hostile/json-test-suite")) {
        const std::string name = path.filename().string();
        const bool isRead = parseJson(readFile(path)).has_value();
        if (name.starts_with("y_"))
            QVERIFY2(isRead, name.c_str());
        else if (name.starts_with("n_"))
            QVERIFY2(!isRead, name.c_str());
    }
}

void tst_shared_data::utf8CasesAreJudgedRight()
{
    bool isHeader = true;
    const auto check = [&](const CsvRow &row) {
        if (std::exchange(isHeader, false))
            return true;
        const std::string bytes = bytesOfHex(row.cells[2]);
        const Result<JsonValue> expected = parseJson(row.cells[3]);
        const bool isValid = !firstInvalidUtf8(bytes).has_value();
        if (isValid != (row.cells[1] == "1") || !expected || repairedUtf8(bytes) != expected->text)
            QTest::qFail(row.cells[0].c_str(), __FILE__, __LINE__);
        return true;
    };
    readCsv(readFile(m_data / "hostile/utf8/utf8-cases.tsv"), {'\t', std::nullopt}, check);
    QVERIFY(!isHeader);
}

void tst_shared_data::encodedTablesAreTheSame()
{
    const auto rowsOf = [&](const char *name) {
        const DecodedText decoded = decodeText(readFile(m_data / "hostile/encodings" / name));
        std::vector<std::vector<std::string>> rows;
        const std::optional<CsvFault> fault =
            readCsv(decoded.text, {guessDelimiter(decoded.text), '"'}, [&](const CsvRow &row) {
                rows.push_back(row.cells);
                return true;
            });
        if (fault)
            rows.clear();
        return rows;
    };
    const auto reference = rowsOf("utf8.csv");
    QVERIFY(reference.size() > 3);
    for (const char *name : {"utf8-bom.csv", "utf16le-bom.csv", "semicolon-lf.csv", "tab-cr.tsv"})
        QCOMPARE(rowsOf(name), reference);
    for (const char *name : {"cp1251.csv", "cp949.csv"}) {
        const auto rows = rowsOf(name);
        QVERIFY2(rows.size() > 1, name);
        for (const auto &row : rows)
            QVERIFY2(std::find(reference.begin(), reference.end(), row) != reference.end(), name);
    }
}

void tst_shared_data::naughtyStringsComeBackFromEveryField()
{
    const Result<JsonValue> list = parseJson(readFile(m_data / "hostile/blns/blns.json"));
    QVERIFY(list.has_value());
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "naughty.dateline");
    const Result<void> made = session->perform("Make", [&](Stores &stores) {
        int number = 0;
        for (const JsonValue &naughty : list->elements) {
            const std::string &text = naughty.text;
            Event event;
            event.externalId = std::to_string(++number) + text;
            event.title = "x" + text;
            event.kind = event.status = event.place = event.notes = text;
            const EventId id = addEvent(stores, event);
            if (text.find(';') == std::string::npos)
                setTags(stores, id, std::vector<std::string>{"t" + text});
            Actor actor;
            actor.name = "x" + text;
            actor.notes = text;
            addParticipation(stores, {{}, id, addActor(stores, actor), text});
            Source source;
            source.title = "x" + text;
            source.author = source.address = text;
            addSource(stores, source, text, text);
        }
    });
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    QVERIFY(writeOwnTables(*session, folder / "first").has_value());
    const std::unique_ptr<Session> other = makeEmptyFile(folder / "other.dateline");
    ImportRequest request;
    request.inputs = {folder / "first"};
    const Result<ImportReport> report = importFiles(*other, request);
    QVERIFY2(report.has_value() && report->isDone,
             report && !report->refused.empty() ? sentenceOf(report->refused.front()).c_str() : "");
    QVERIFY(writeOwnTables(*other, folder / "second").has_value());
    for (const char *table : {"events.csv", "actors.csv", "participations.csv", "sources.csv"})
        QCOMPARE(readFile(folder.path() / "second" / table),
                 readFile(folder.path() / "first" / table));
    for (const JsonValue &naughty : list->elements)
        QVERIFY(other->search(naughty.text, 10).has_value());
}

void tst_shared_data::articlesBecomeSources()
{
    int count = 0;
    for (const fs::path &path : filesIn(m_data / "articles")) {
        if (path.extension() != ".txt")
            continue;
        const Result<NewDocument> document = readDocument(path);
        QVERIFY2(document.has_value(), path.c_str());
        QVERIFY(document->remarks.empty());
        QVERIFY(!document->title.empty());
        QVERIFY(!firstInvalidUtf8(document->text));
        ++count;
    }
    QCOMPARE(count, 23);
}

void tst_shared_data::hostileBytesAreReadOrRefused()
{
    for (const char *folder : {"hostile/xml", "hostile/sqlite", "hostile/json-test-suite"}) {
        for (const fs::path &path : filesIn(m_data / folder)) {
            if (!fs::is_regular_file(path))
                continue;
            const std::string bytes = readFile(path);
            for (const char *name : {"x.txt", "x.html"}) {
                const Result<NewDocument> document = documentFrom(bytes, name);
                if (document) {
                    QVERIFY(!firstInvalidUtf8(document->text));
                    QVERIFY(document->text.find('\0') == std::string::npos);
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_shared_data)
#include "tst_shared_data.moc"
