// SPDX-License-Identifier: GPL-3.0-or-later
// An import whose rows are added in bulk leaves the same file as one that records row by row, and
// so does every way back and forth from there.
#include <QTest>

#include <fstream>
#include <set>

#include "app/edit/edits.h"
#include "app/exchange/file_import.h"
#include "app/exchange/own_tables_writer.h"
#include "app/exchange/rows_writer.h"
#include "app/store/database.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

namespace fs = std::filesystem;
using Undo = ImportOptions::Undo;

Result<ImportReport> importInto(Session &session, const std::vector<fs::path> &inputs, Undo undo,
                                const ImportOptions &options = {})
{
    ImportRequest request;
    request.inputs = inputs;
    request.options = options;
    request.options.undo = undo;
    request.options.name = "Import";
    return importFiles(session, request);
}

void write(const fs::path &path, std::string_view text)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

// Tables larger than one part, with tags, aliases, actors named in place and rows out of order.
void writeTables(const fs::path &folder, int events)
{
    std::string actors = "id,name,kind,aliases,notes,tags\n";
    std::string rows = "id,title,kind,when,status,place,notes,tags\n";
    std::string parts = "event_id,actor_id,part\n";
    std::string relations = "id,from_id,to_id,kind,directed,when,status,notes\n";
    for (int i = 0; i < events / 10; ++i) {
        const std::string n = std::to_string(i);
        actors += "a" + n + ",Actor " + n + ",person,Nome " + n + "@pt;북한 " + n + ",,group/" +
                  std::to_string(i % 3) + "\n";
    }
    for (int i = 0; i < events; ++i) {
        const std::string n = std::to_string(i);
        const int year = 1990 + i % 30;
        rows += "e" + n + ",Talks about grain " + n + ",meeting," + std::to_string(year) + "-0" +
                std::to_string(1 + i % 9) + ",took place,Oslo,\"a note, quoted\",t" +
                std::to_string(i % 4) + ";all\n";
        const auto part = [&](int actor, const char *as) {
            parts += "e" + n + ",a" + std::to_string(actor % (events / 10)) + "," + as + "\n";
        };
        part(i * 7, "host");
        part(i * 3 + 1, "guest");
        if (i % 5 == 0)
            part(i * 7, "host");  // once more: no second row
        relations += "r" + n + ",a" + std::to_string(i % (events / 10)) + ",a" +
                     std::to_string((i * 11 + 1) % (events / 10)) + ",ally,1," +
                     std::to_string(year) + "/..,,\n";
    }
    for (int i = 0; i < events; i += 50)
        parts += "e" + std::to_string(i) + ",a0,witness\n";
    write(folder / "actors.csv", actors);
    write(folder / "events.csv", rows);
    write(folder / "participations.csv", parts);
    write(folder / "relations.csv", relations);
}

// What the index finds and how its rows stand, whatever runs it is kept in.
std::string textOf(const fs::path &path)
{
    Database database(path, Database::Mode::Read);
    std::string all;
    Statement row(database, "SELECT rowid, title, body FROM text_index ORDER BY rowid");
    while (row.step())
        all.append(std::to_string(row.integer(0)))
            .append("|")
            .append(row.text(1))
            .append("|")
            .append(row.text(2)) += '\n';
    for (const char *word : {"grain 12", "Oslo", "북한", "Nome 3", "quoted"}) {
        Statement found(database, "SELECT rowid FROM text_index WHERE text_index MATCH ? "
                                  "ORDER BY rowid");
        const std::string quoted = '"' + std::string(word) + '"';
        found.bind(quoted);
        all += word;
        while (found.step())
            all.append(" ").append(std::to_string(found.integer(0)));
        all += '\n';
    }
    return all;
}

std::string schemaOf(const fs::path &path)
{
    Database database(path, Database::Mode::Read);
    std::string all;
    Statement row(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
    while (row.step())
        all.append(row.text(0)).append(" ").append(row.text(1)).append(row.text(2)) += '\n';
    return all;
}

}  // namespace

class tst_large_import : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothWaysLeaveTheSameFile_data();
    void bothWaysLeaveTheSameFile();
    void undoAndRedoOutlastClosing();
    void laterEditsAreUndoneFirst();
    void severalImportsAreUndoneAtOnce();
    void aNewEditForgetsWhatWasUndone();
    void aRowThatIsGoneIsAConflict();
    void stoppedInTheMiddleLeavesTheFileAsItWas();
    void aStoppedUndoLeavesTheFileAsItWas();
    void aStoppedOpeningLeavesTheFileAsItWas();
    void aStoppedExportLeavesWhatWasThere_data();
    void aStoppedExportLeavesWhatWasThere();
    void refusedRowsComeInTheSameOrder();
    void theFirstRowsAreLookedAtAlone();
    void aCellBeyondTheFirstPartIsNoFault();
    void theUndoStepHoldsNoRows();
};

void tst_large_import::bothWaysLeaveTheSameFile_data()
{
    QTest::addColumn<bool>("isEmpty");
    QTest::addColumn<bool>("isAgain");
    QTest::newRow("into an empty project") << true << false;
    QTest::newRow("into one with other rows") << false << false;
    QTest::newRow("on top of half of the same rows") << true << true;
    QTest::newRow("on top of others and half of the same") << false << true;
}

void tst_large_import::bothWaysLeaveTheSameFile()
{
    QFETCH(bool, isEmpty);
    QFETCH(bool, isAgain);
    TemporaryFolder folder;
    writeTables(folder / "half", 1'000);
    writeTables(folder / "tables", 2'500);
    // The sample's own rows besides, of every kind, with text, claims and decisions.
    SampleFile sample = makeSampleFile();
    QVERIFY(writeOwnTables(*sample.session, folder / "sample").has_value());

    std::string dumps[2];
    std::string texts[2];
    std::string schemas[2];
    ImportReport reports[2];
    for (const bool isBulk : {false, true}) {
        const fs::path path = folder / (isBulk ? "bulk.dateline" : "rows.dateline");
        std::unique_ptr<Session> session = makeEmptyFile(path);
        if (!isEmpty)
            QVERIFY(importInto(*session, {folder / "sample"}, Undo::Rows));
        if (isAgain)
            QVERIFY(importInto(*session, {folder / "half"}, Undo::Rows));
        const std::string before = dumpOf(path);
        std::vector<fs::path> inputs{folder / "tables"};
        if (isEmpty)
            inputs.push_back(folder / "sample");
        const Result<ImportReport> report =
            importInto(*session, inputs, isBulk ? Undo::Ranges : Undo::Rows);
        QVERIFY(report && report->isDone);
        dumps[isBulk] = dumpOf(path);
        texts[isBulk] = textOf(path);
        schemas[isBulk] = schemaOf(path);
        reports[isBulk] = *report;
        QVERIFY(session->integrityFindings().empty());
        // The snapshot is that of a session that reads the file anew.
        QCOMPARE(session->snapshot()->participations->size(),
                 static_cast<std::size_t>(Database(path, Database::Mode::Read)
                                              .integer("SELECT count(*) FROM participation")));

        QVERIFY(session->undo());
        QCOMPARE(dumpOf(path), before);
        QCOMPARE(session->search("grain 299", 5)->empty(), !isAgain);
        QVERIFY(session->redo());
        QCOMPARE(dumpOf(path), dumps[isBulk]);
        QCOMPARE(textOf(path), texts[isBulk]);
        QCOMPARE(schemaOf(path), schemas[isBulk]);
        QVERIFY(session->integrityFindings().empty());
    }
    QCOMPARE(dumps[1], dumps[0]);
    QCOMPARE(texts[1], texts[0]);
    QCOMPARE(schemas[1], schemas[0]);
    QCOMPARE(reports[1].added, reports[0].added);
    QCOMPARE(reports[1].updated, reports[0].updated);
    QCOMPARE(reports[1].unchanged, reports[0].unchanged);
}

void tst_large_import::undoAndRedoOutlastClosing()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 500);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    const std::string empty = dumpOf(path);
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges));
    const std::string full = dumpOf(path);
    const auto reopen = [&] {
        session.reset();
        session = *Session::open(path);
    };
    for (int round = 0; round < 2; ++round) {
        reopen();
        QCOMPARE(session->undoName(), std::string("Import"));
        QVERIFY(session->undo());
        QCOMPARE(dumpOf(path), empty);
        reopen();
        QCOMPARE(session->redoName(), std::string("Import"));
        QVERIFY(session->redo());
        QCOMPARE(dumpOf(path), full);
    }
}

void tst_large_import::laterEditsAreUndoneFirst()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 200);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    std::vector<std::string> states{dumpOf(path)};
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges));
    states.push_back(dumpOf(path));
    const EventId some = session->stores().events.findExternal("e7");
    const ActorId actor = session->stores().actors.findExternal("a3");
    QVERIFY(session->perform("Remove", [&](Stores &stores) { removeEvent(stores, some); }));
    states.push_back(dumpOf(path));
    QVERIFY(session->perform("Remove too", [&](Stores &stores) { removeActor(stores, actor); }));
    states.push_back(dumpOf(path));
    for (std::size_t back = states.size() - 1; back-- > 0;) {
        QVERIFY(session->undo());
        QCOMPARE(dumpOf(path), states[back]);
    }
    for (std::size_t there = 1; there < states.size(); ++there) {
        QVERIFY(session->redo());
        QCOMPARE(dumpOf(path), states[there]);
    }
    // All at once, over the import, and back.
    QVERIFY(session->goTo(0));
    QCOMPARE(dumpOf(path), states.front());
    QVERIFY(session->snapshot()->events->size() == 0);
    QVERIFY(session->goTo(session->history(1).front().id));
    QCOMPARE(dumpOf(path), states.back());
    QCOMPARE(session->snapshot()->events->size(), 199u);
}

void tst_large_import::severalImportsAreUndoneAtOnce()
{
    TemporaryFolder folder;
    writeTables(folder / "half", 100);
    writeTables(folder / "tables", 300);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    const std::string empty = dumpOf(path);
    QVERIFY(importInto(*session, {folder / "half"}, Undo::Ranges));
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges));
    const std::string full = dumpOf(path);
    ChangeSet seen;
    session->addListener(
        [&](const SnapshotPointer &, const ChangeSet &changes) { seen = changes; });
    QVERIFY(session->goTo(0));
    QCOMPARE(dumpOf(path), empty);
    QCOMPARE(std::count_if(seen.removed.begin(), seen.removed.end(),
                           [](ItemRef item) { return item.kind == ItemKind::Event; }),
             300);
    QVERIFY(seen.added.empty());
    QVERIFY(session->goTo(session->history(1).front().id));
    QCOMPARE(dumpOf(path), full);
    QVERIFY(seen.removed.empty());
    QVERIFY(std::is_sorted(seen.added.begin(), seen.added.end()));
}

void tst_large_import::aNewEditForgetsWhatWasUndone()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 100);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges));
    QVERIFY(session->undo());
    const auto kept = [&] {
        Database database(path, Database::Mode::Read);
        return database.integer("SELECT (SELECT count(*) FROM history_rows) + "
                                "(SELECT count(*) FROM history_range)");
    };
    QVERIFY(kept() > 0);
    QVERIFY(session->perform("Add", [](Stores &stores) { addEvent(stores, {.title = "New"}); }));
    QCOMPARE(kept(), 0);
    QVERIFY(!session->canRedo());
}

void tst_large_import::aRowThatIsGoneIsAConflict()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 100);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges));
    Database(path, Database::Mode::Write).execute("DELETE FROM relation WHERE id = 5");
    const std::string before = dumpOf(path);
    const Result<void> undone = session->undo();
    QVERIFY(!undone);
    QCOMPARE(undone.error().code, ErrorCode::Conflict);
    QCOMPARE(dumpOf(path), before);
    QVERIFY(session->canUndo());
}

void tst_large_import::stoppedInTheMiddleLeavesTheFileAsItWas()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 2'000);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    QVERIFY(session->perform("Add", [](Stores &stores) { addEvent(stores, {.title = "Kept"}); }));
    const std::string before = dumpOf(path);
    const std::string text = textOf(path);
    const std::string schema = schemaOf(path);
    for (const WorkStage stage :
         {WorkStage::Rows, WorkStage::Indexes, WorkStage::Text, WorkStage::Snapshot}) {
        std::stop_source stop;
        ImportOptions options;
        options.stop = stop.get_token();
        options.onProgress = [&](const WorkProgress &now) {
            if (now.stage == stage)
                stop.request_stop();
        };
        const Result<ImportReport> report =
            importInto(*session, {folder / "tables"}, Undo::Ranges, options);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QCOMPARE(dumpOf(path), before);
        QCOMPARE(textOf(path), text);
        QCOMPARE(schemaOf(path), schema);
        QCOMPARE(session->snapshot()->events->size(), 1u);
        QCOMPARE(session->undoName(), std::string("Add"));
    }
    QVERIFY(session->undo());
    QVERIFY(session->redo());
}

void tst_large_import::aStoppedUndoLeavesTheFileAsItWas()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 2'000);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges)->isDone);
    const auto stateOf = [&] {
        return dumpOf(path) + textOf(path) + schemaOf(path) + session->undoName() + "|" +
               session->redoName() + std::to_string(session->snapshot()->revision);
    };
    // Undoing, then bringing back what was undone.
    for (const bool isUndo : {true, false}) {
        const std::string before = stateOf();
        const std::int64_t imported =
            isUndo ? session->importedRowsOfUndo() : session->importedRowsOfRedo();
        QVERIFY(imported > 6'000);
        QCOMPARE(isUndo ? session->importedRowsOfRedo() : session->importedRowsOfUndo(), 0);
        for (const WorkStage stage : {WorkStage::Rows, WorkStage::Text, WorkStage::Snapshot}) {
            bool isToStop = false;
            WorkProgress last;
            LongWork work([&] { return isToStop; },
                          [&](const WorkProgress &now) {
                              isToStop = isToStop || now.stage == stage;
                              last = now;
                          });
            const Result<void> done = isUndo ? session->undo(&work) : session->redo(&work);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Cancelled);
            QCOMPARE(last.stage, stage);
            QCOMPARE(stateOf(), before);
        }
        const std::int64_t id = isUndo ? 0 : session->history(1).front().id;
        QCOMPARE(session->importedRowsOfGoTo(id), imported);
        LongWork stopped([] { return true; });
        QCOMPARE(session->goTo(id, &stopped).error().code, ErrorCode::Cancelled);
        QCOMPARE(stateOf(), before);
        LongWork work({});
        QVERIFY(isUndo ? session->undo(&work) : session->redo(&work));
        QCOMPARE(session->snapshot()->events->size(), isUndo ? 0u : 2'000u);
    }
}

void tst_large_import::aStoppedOpeningLeavesTheFileAsItWas()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 2'000);
    const fs::path path = folder / "a.dateline";
    QVERIFY(importInto(*makeEmptyFile(path), {folder / "tables"}, Undo::Ranges)->isDone);
    const std::string before = readFile(path);
    LongWork stopped([] { return true; });
    const auto session = Session::open(path, OpenMode::Write, &stopped);
    QVERIFY(!session);
    QCOMPARE(session.error().code, ErrorCode::Cancelled);
    QVERIFY(readFile(path) == before);

    WorkProgress last;
    LongWork work({}, [&](const WorkProgress &now) { last = now; });
    QVERIFY(Session::open(path, OpenMode::Write, &work));
    QCOMPARE(last.stage, WorkStage::Reading);
    QVERIFY(last.total >= 2'000 + 200 + 4'040 + 2'000);  // events, actors, parts, relations
}

void tst_large_import::aStoppedExportLeavesWhatWasThere_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("csv") << QStringLiteral("csv");
    QTest::newRow("json") << QStringLiteral("json");
    QTest::newRow("all tables") << QStringLiteral("all");
}

void tst_large_import::aStoppedExportLeavesWhatWasThere()
{
    QFETCH(QString, what);
    TemporaryFolder folder;
    writeTables(folder / "tables", 2'000);
    std::unique_ptr<Session> session = makeEmptyFile(folder / "a.dateline");
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges)->isDone);
    write(folder / "out/events.csv", "an earlier one");
    const auto exported = [&](const fs::path &target, LongWork &work) {
        if (what == QLatin1String("all"))
            return writeOwnTables(*session, target, &work);
        return writeRows(*session, RowsOf::Events,
                         what == QLatin1String("csv") ? RowsFormat::Csv : RowsFormat::Json, {},
                         target / "events.csv", &work);
    };
    const auto filesIn = [](const fs::path &path) {
        std::set<std::string> names;
        for (const fs::directory_entry &entry : fs::directory_iterator(path))
            names.insert(entry.path().filename().string());
        return names;
    };
    // At the beginning, and when all is nearly done.
    for (const double share : {0.0, 0.9}) {
        bool isToStop = false;
        LongWork work([&] { return isToStop; },
                      [&](const WorkProgress &now) { isToStop = now.share >= share; });
        const Result<void> written = exported(folder / "out", work);
        if (written && share > 0)
            continue;  // done before anybody asked
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QCOMPARE(readFile(folder / "out/events.csv"), std::string("an earlier one"));
        QCOMPARE(filesIn(folder / "out"), std::set<std::string>{"events.csv"});
    }
    LongWork stopped([] { return true; });
    if (what == QLatin1String("all")) {
        QVERIFY(!exported(folder / "new/inner", stopped));
        QVERIFY(!fs::exists(folder / "new"));
    }
    LongWork work({});
    QVERIFY(exported(folder / "out", work));
    QVERIFY(readFile(folder / "out/events.csv").size() > 100'000);
}

void tst_large_import::theFirstRowsAreLookedAtAlone()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 60'000);
    ImportRequest request;
    request.inputs = {folder / "tables"};
    Result<std::optional<ImportReport>> first = previewFiles(request, {500, 1 << 20});
    QVERIFY(first && *first);
    QCOMPARE((*first)->added.events, 500);
    QCOMPARE((*first)->added.relations, 500);
    QVERIFY((*first)->refused.empty());

    // What is wrong among them is told, what comes later is not; and no more bytes are read.
    std::string events = "id,title,when\ne1,One,2020-13\n";
    for (int i = 2; i < 300'000; ++i)
        events += "e" + std::to_string(i) + ",Another,2020\n";
    write(folder / "tables/events.csv", events + "last,Wrong,2020-14\n");
    first = previewFiles(request, {1'000'000, 10'000});
    QVERIFY(first && *first);
    QCOMPARE((*first)->refused.size(), 1u);
    QCOMPARE((*first)->refused.front().line, 2);
    QVERIFY((*first)->added.events > 100 && (*first)->added.events < 1'000);

    // Small ones are read at once.
    writeTables(folder / "tables", 100);
    first = previewFiles(request);
    QVERIFY(first && !*first);
}

void tst_large_import::aCellBeyondTheFirstPartIsNoFault()
{
    TemporaryFolder folder;
    std::string events = "id,title,notes\ne1,One,\"\"\ne2,Two,\"";
    for (int i = 0; i < 500'000; ++i)
        events += "a long note\n";
    write(folder / "tables/events.csv", events + "\"\n");
    ImportRequest request;
    request.inputs = {folder / "tables"};
    const Result<std::optional<ImportReport>> first = previewFiles(request, {1'000, 50'000});
    QVERIFY(first && *first);
    QVERIFY((*first)->refused.empty());
    QCOMPARE((*first)->added.events, 1);
}

void tst_large_import::refusedRowsComeInTheSameOrder()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 100);
    write(folder / "tables/events.csv", "id,title,when\ne1,One,2020\ne2,Two,2020-13\ne3,,2020\n");
    write(folder / "tables/participations.csv",
          "event_id,actor_id\ne1,a1\ne2,a1\ne1,nobody\ne9,a1\n");
    std::vector<Refusal> refused[2];
    for (const bool isBulk : {false, true}) {
        const fs::path path = folder / (isBulk ? "bulk.dateline" : "rows.dateline");
        std::unique_ptr<Session> session = makeEmptyFile(path);
        const std::string before = dumpOf(path);
        const Result<ImportReport> report =
            importInto(*session, {folder / "tables"}, isBulk ? Undo::Ranges : Undo::Rows);
        QVERIFY(report && !report->isDone);
        refused[isBulk] = report->refused;
        QCOMPARE(dumpOf(path), before);
        QVERIFY(!session->canUndo());
    }
    QCOMPARE(refused[0].size(), 4u);
    QVERIFY(refused[0] == refused[1]);
}

void tst_large_import::theUndoStepHoldsNoRows()
{
    TemporaryFolder folder;
    writeTables(folder / "tables", 2'000);
    const fs::path path = folder / "a.dateline";
    std::unique_ptr<Session> session = makeEmptyFile(path);
    QVERIFY(importInto(*session, {folder / "tables"}, Undo::Ranges));
    Database database(path, Database::Mode::Read);
    QCOMPARE(database.integer("SELECT count(*) FROM history"), 1);
    QCOMPARE(database.integer("SELECT length(changeset) FROM history"), 0);
    QVERIFY(database.integer("SELECT count(*) FROM history_range") < 10);
    QCOMPARE(database.integer("SELECT count(*) FROM history_rows"), 0);
}

QTEST_GUILESS_MAIN(tst_large_import)
#include "tst_large_import.moc"
