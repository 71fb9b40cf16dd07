// SPDX-License-Identifier: GPL-3.0-or-later
// Long work beside the window: what it tells, how it is stopped, and what is left of it then.
#include <algorithm>
#include <atomic>

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "app/exchange/file_import.h"
#include "app/store/database.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/long_jobs.h"
#include "ui/bridge/progress_text.h"
#include "ui/bridge/text.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

constexpr int kMany = 21'000;  // events: more than a step that is made at once

// A file with an import of many rows as its last edit.
struct Imported {
    Imported()
    {
        std::string rows = "id,title,when\n";
        for (int i = 0; i < kMany; ++i)
            rows += "e" + std::to_string(i) + ",Event " + std::to_string(i) + ",2020\n";
        writeFile(folder / "events.csv", rows);
        const auto session = Session::create(path);
        DL_CHECK(session.has_value());
        ImportRequest request;
        request.inputs = {folder / "events.csv"};
        request.options.undo = ImportOptions::Undo::Ranges;
        const Result<ImportReport> report = importFiles(**session, request);
        DL_CHECK(report && report->isDone);
    }
    TemporaryFolder folder;
    std::filesystem::path path = folder / "large.dateline";
};

bool isDone(SessionHub &hub)
{
    return QTest::qWaitFor([&hub] { return !hub.jobs().isBusy(); }, 60'000);
}

}  // namespace

class tst_long_jobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePieceAtATime();
    void whatIsStoppedIsCancelled();
    void quickWorkIsDoneAtOnce();
    void whoGoesStopsTheWork();
    void progressIsSaidInWords();
    void openingGoesOnBesideWhatIsOpen();
    void whatIsShownIsNotReplaced();
    void aStoppedOpeningKeepsWhatIsOpen();
    void aFileThatIsNoneIsTold();
    void theUndoOfAnImportGoesOnBeside();
    void aStoppedUndoChangesNothing();
    void whatIsHalfTypedIsKeptBeforeAnUndo();
    void whoClosesTheWindowLosesNothing();
    void rowsAreWrittenAsTheyWere();
    void aStoppedExportLeavesTheTarget();
};

void tst_long_jobs::onePieceAtATime()
{
    LongJobs jobs;
    const QSignalSpy ended(&jobs, &LongJobs::ended);
    std::atomic<bool> mayEnd = false;
    int heard = 0;
    QVERIFY(jobs.start(
        u"First"_qs,
        [&](LongWork &) -> Result<void> {
            while (!mayEnd)
                QThread::msleep(1);
            return {};
        },
        [&](const Result<void> &result) {
            ++heard;
            QVERIFY(result);
            QVERIFY(!jobs.isBusy());
        }));
    QCOMPARE(jobs.title(), u"First"_qs);
    QVERIFY(!jobs.waitFor(1));
    QVERIFY(!jobs.start(u"Second"_qs, {}, {}));
    QCOMPARE(jobs.title(), u"First"_qs);
    mayEnd = true;
    QVERIFY(QTest::qWaitFor([&] { return heard == 1; }));
    QCOMPARE(ended.count(), 1);
}

void tst_long_jobs::whatIsStoppedIsCancelled()
{
    LongJobs jobs;
    QSignalSpy advanced(&jobs, &LongJobs::advanced);
    std::optional<ErrorCode> told;
    QVERIFY(jobs.start(
        u"Long"_qs,
        [](LongWork &work) -> Result<void> {
            work.enter(WorkStage::Writing, 1, 4, WorkUnit::Rows);
            work.reach(1);
            while (work.look())
                QThread::msleep(1);
            return failure(ErrorCode::Cancelled, "stopped");
        },
        [&](const Result<void> &result) { told = result.error().code; }));
    QVERIFY(advanced.wait());
    QVERIFY(jobs.share() >= 0);
    jobs.stop();
    QVERIFY(QTest::qWaitFor([&] { return told.has_value(); }));
    QCOMPARE(*told, ErrorCode::Cancelled);
}

void tst_long_jobs::quickWorkIsDoneAtOnce()
{
    LongJobs jobs;
    int heard = 0;
    jobs.start(
        u"Quick"_qs, [](LongWork &) { return Result<void>(); },
        [&](const Result<void> &) { ++heard; });
    QVERIFY(jobs.waitFor(20'000));
    QCOMPARE(heard, 1);
    QCoreApplication::processEvents();
    QCOMPARE(heard, 1);
}

void tst_long_jobs::whoGoesStopsTheWork()
{
    bool isHeard = false;
    {
        LongJobs jobs;
        jobs.start(
            u"Endless"_qs,
            [](LongWork &work) -> Result<void> {
                while (work.look())
                    QThread::msleep(1);
                return {};
            },
            [&](const Result<void> &) { isHeard = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!isHeard);
}

void tst_long_jobs::progressIsSaidInWords()
{
    QLocale::setDefault(QLocale::c());
    const WorkProgress rows{WorkStage::Rows, 0.3, 300, 1'000, WorkUnit::Rows};
    QCOMPARE(progressText(rows, {}), QString());
    QCOMPARE(progressText(rows, {999.6, 41.2}), u"1000 rows/s, about 40 s left"_qs);
    const WorkProgress text{WorkStage::Text, 0.8};
    QCOMPARE(progressText(text, {999.6, 200.0}),
             u"making the text searchable, about 3 min left"_qs);
}

void tst_long_jobs::openingGoesOnBesideWhatIsOpen()
{
    const Imported large;
    OpenSample sample;
    const QSignalSpy opened(&sample.hub, &SessionHub::opened);
    QVERIFY(sample.hub.startOpening(toQPath(large.path), 0));
    // Whatever comes of it: what is open can be worked in until then.
    if (sample.hub.jobs().isBusy()) {
        QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
        const FailureSpy failures(sample.hub);
        QVERIFY(!sample.hub.startOpening(toQPath(large.path), 0));
        QVERIFY(failures.isOnly(ErrorCode::Refused));
    }
    QVERIFY(isDone(sample.hub));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(sample.hub.path(), toQPath(large.path));
    QCOMPARE(sample.hub.snapshot()->events->size(), std::uint32_t{kMany});
    QVERIFY(!sample.hub.isReadOnly());
    QVERIFY(sample.intents.remove(std::vector<ItemRef>{sample.hub.snapshot()->events->id({0})}));
}

void tst_long_jobs::whatIsShownIsNotReplaced()
{
    const Imported large;
    OpenSample sample;
    bool isDialogShown = true;
    sample.hub.setMayReplace([&] { return !isDialogShown; });
    const QString before = sample.path();
    QVERIFY(sample.hub.startOpening(toQPath(large.path), 20'000));
    QVERIFY(!sample.hub.jobs().isBusy());
    QCOMPARE(sample.hub.path(), before);
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    const FailureSpy failures(sample.hub);
    QVERIFY(!sample.hub.createFile(sample.pathOf("another.dateline")));
    QVERIFY(failures.isOnly(ErrorCode::Refused));
    isDialogShown = false;
    QVERIFY(QTest::qWaitFor([&] { return sample.hub.path() == toQPath(large.path); }));
    QVERIFY(sample.hub.createFile(sample.pathOf("another.dateline")));
}

void tst_long_jobs::aStoppedOpeningKeepsWhatIsOpen()
{
    const Imported large;
    OpenSample sample;
    const QString before = sample.path();
    const FailureSpy failures(sample.hub);
    QSignalSpy noted(&sample.hub, &SessionHub::noted);
    sample.hub.startOpening(toQPath(large.path), 0);
    sample.hub.jobs().stop();
    QVERIFY(isDone(sample.hub));
    if (sample.hub.path() != before)
        QSKIP("it was open before it could be stopped");
    QCOMPARE(failures.count(), 0u);
    QCOMPARE(noted.count(), 1);
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    // Nothing holds the file that was not opened.
    QVERIFY(sample.hub.openFile(toQPath(large.path)));
    QVERIFY(!sample.hub.isReadOnly());
}

void tst_long_jobs::aFileThatIsNoneIsTold()
{
    OpenSample sample;
    writeFile(sample.file.folder / "notes.txt", "these are only notes, whatever they are called");
    const FailureSpy failures(sample.hub);
    sample.hub.startOpening(sample.pathOf("notes.txt"), 20'000);
    QVERIFY(failures.isOnly(ErrorCode::ForeignFile));
    QCOMPARE(sample.hub.path(), sample.path());
}

void tst_long_jobs::theUndoOfAnImportGoesOnBeside()
{
    const Imported large;
    SessionHub hub;
    QVERIFY(hub.openFile(toQPath(large.path)));
    EditIntents intents(hub);
    const EventId first = hub.snapshot()->events->id({0});
    QSignalSpy changed(&hub, &SessionHub::snapshotChanged);
    hub.undo();
    QVERIFY(hub.isLent());
    QVERIFY(hub.isReadOnly());
    QVERIFY(hub.readOnlyText().contains(u"Undoing Import"_qs));
    QCOMPARE(hub.snapshot()->events->size(), std::uint32_t{kMany});
    QVERIFY(hub.event(first));  // as it was
    QVERIFY(!intents.addEvent(Event()));
    QVERIFY(isDone(hub));
    QVERIFY(!hub.isLent());
    QVERIFY(!hub.isReadOnly());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(hub.snapshot()->events->size(), 0u);
    QVERIFY(!hub.event(first));
    hub.redo();
    QVERIFY(isDone(hub));
    QCOMPARE(hub.snapshot()->events->size(), std::uint32_t{kMany});
    hub.goTo(0);
    QVERIFY(isDone(hub));
    QCOMPARE(hub.snapshot()->events->size(), 0u);
}

void tst_long_jobs::aStoppedUndoChangesNothing()
{
    const Imported large;
    SessionHub hub;
    QVERIFY(hub.openFile(toQPath(large.path)));
    const std::string before = dumpOf(large.path);
    const QString name = hub.undoName();
    const FailureSpy failures(hub);
    hub.undo();
    hub.jobs().stop();
    QVERIFY(isDone(hub));
    QCOMPARE(failures.count(), 0u);
    QCOMPARE(hub.undoName(), name);
    QCOMPARE(hub.snapshot()->events->size(), std::uint32_t{kMany});
    QVERIFY(dumpOf(large.path) == before);
}

void tst_long_jobs::whatIsHalfTypedIsKeptBeforeAnUndo()
{
    const Imported large;
    SessionHub hub;
    QVERIFY(hub.openFile(toQPath(large.path)));
    EditIntents intents(hub);
    bool isWritten = false;
    QObject::connect(&hub, &SessionHub::aboutToLend, &hub, [&] {
        Event typed;
        typed.title = "Typed";
        isWritten = intents.addEvent(typed).value != 0;
    });
    hub.undo();
    QVERIFY(isWritten);
    QVERIFY(!hub.isLent());
    QVERIFY(isDone(hub));
    QCOMPARE(hub.snapshot()->events->size(), std::uint32_t{kMany + 1});
    hub.undo();  // of what was typed: the user sees now what is undone
    QCOMPARE(hub.snapshot()->events->size(), std::uint32_t{kMany});
}

void tst_long_jobs::whoClosesTheWindowLosesNothing()
{
    const Imported large;
    const std::string before = dumpOf(large.path);
    {
        SessionHub hub;
        QVERIFY(hub.openFile(toQPath(large.path)));
        hub.undo();
        QVERIFY(hub.isLent());
    }
    const std::string after = dumpOf(large.path);  // stopped, unless it was done before
    {
        SessionHub hub;
        hub.startOpening(toQPath(large.path), 0);
    }
    const auto session = Session::open(large.path);
    QVERIFY(session);
    QVERIFY(!(*session)->isReadOnly());
    QVERIFY((*session)->integrityFindings().empty());
    QVERIFY(after == before || (*session)->snapshot()->events->size() == 0);
}

void tst_long_jobs::rowsAreWrittenAsTheyWere()
{
    OpenSample sample;
    QSignalSpy noted(&sample.hub, &SessionHub::noted);
    const QString path = sample.pathOf("events.csv");
    QVERIFY(sample.hub.exportRows(u"events"_qs, path, {}));
    // An edit meanwhile is not in it, and is not held up.
    Event later;
    later.title = "Later";
    QVERIFY(sample.intents.addEvent(later));
    QVERIFY(isDone(sample.hub));
    QTRY_VERIFY(!noted.isEmpty());
    const std::string text = readFile(sample.file.folder / "events.csv");
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 5);
    QVERIFY(text.find("Later") == std::string::npos);
}

void tst_long_jobs::aStoppedExportLeavesTheTarget()
{
    const Imported large;
    SessionHub hub;
    QVERIFY(hub.openFile(toQPath(large.path)));
    writeFile(large.folder / "out.json", "an earlier one");
    hub.startExport(
        toQPath(large.folder / "out.json"),
        [&](LongWork &work) -> Result<void> {
            work.enter(WorkStage::Writing, 1, 10, WorkUnit::Rows);
            while (work.look())
                QThread::msleep(1);
            return failure(ErrorCode::Cancelled, "stopped");
        },
        u"done"_qs);
    QSignalSpy noted(&hub, &SessionHub::noted);
    hub.jobs().stop();
    QVERIFY(isDone(hub));
    QTRY_COMPARE(noted.count(), 1);
    QVERIFY(noted.first().first().toString() != u"done"_qs);
    QVERIFY(hub.exportRows(u"events"_qs, toQPath(large.folder / "out.json"), {}));
    hub.jobs().stop();
    QVERIFY(isDone(hub));
    // All of it or what was there, and nothing beside it.
    const std::string text = readFile(large.folder / "out.json");
    QVERIFY(text == "an earlier one" || text.ends_with("]\n"));
    for (const std::string &name : large.folder.fileNames())
        QVERIFY2(name.find(".part") == std::string::npos, name.c_str());
}

QTEST_GUILESS_MAIN(tst_long_jobs)
#include "tst_long_jobs.moc"
