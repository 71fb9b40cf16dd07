// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/file_jobs.h"
#include "ui/bridge/text.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

const char *const kEvents = "id,title,kind,when,status,place,notes,tags\n"
                            "new-1,First,visit,2025-01,reported,,,\n"
                            "new-2,Second,visit,2025-02,reported,,,\n";
const char *const kBadEvents = "id,title,kind,when,status,place,notes,tags\n"
                               "new-1,First,visit,2025-13,reported,,,\n"
                               "new-2,Second,visit,2025-02,reported,,,\n";
const char *const kForeign = "Day,What\n2025-01-03,A meeting\n";
const char *const kMapping = R"({"name": "Meetings", "format": "csv",
    "events": [{"id": "m-{@row}", "title": "{What}", "when": "{Day}"}]})";

struct Case {
    OpenSample sample;
    FileJobs jobs{sample.hub};
    QSignalSpy finished{&jobs, &FileJobs::finished};
    QSignalSpy failed{&jobs, &FileJobs::failed};

    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = sample.pathOf(name);
        QFile file(path);
        DL_CHECK(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        return path;
    }
    std::uint32_t events() const { return sample.hub.snapshot()->events->size(); }
    ImportOutcome outcome()
    {
        DL_CHECK(!finished.isEmpty() || finished.wait(20'000));
        return finished.takeFirst().first().value<ImportOutcome>();
    }
    Error error()
    {
        DL_CHECK(!failed.isEmpty() || failed.wait(20'000));
        return failed.takeFirst().first().value<Error>();
    }
};

}  // namespace

class tst_file_jobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownTablesAreOneUndoStep();
    void tryingChangesNothing();
    void badRowsRefuseAllUnlessTheyAreSkipped();
    void foreignTablesNeedAMapping();
    void anUnreadableMappingIsTold();
    void editsAreRefusedWhileAnImportRuns();
    void aStoppedImportKeepsNothing();
    void anImportThatRunsEndsWithItsOwner();
    void theHubMayGoFirst();
    void documentsAreRead();
    void aFileThatIsNoTextIsRefused();
};

void tst_file_jobs::ownTablesAreOneUndoStep()
{
    Case one;
    const std::uint32_t before = one.events();
    QVERIFY(one.jobs.importFiles({one.write("events.csv", kEvents)}, {}));
    const ImportOutcome outcome = one.outcome();
    QVERIFY(outcome.isDone);
    QCOMPARE(outcome.added.size(), 1);
    QCOMPARE(outcome.added.first().count, 2);
    QCOMPARE(outcome.sentence(), u"2 events were added."_qs);
    QCOMPARE(one.events(), before + 2);
    one.sample.hub.undo();
    QCOMPARE(one.events(), before);
}

void tst_file_jobs::tryingChangesNothing()
{
    Case one;
    const std::uint32_t before = one.events();
    QVERIFY(one.jobs.tryFiles({one.write("events.csv", kEvents)}, {}));
    const ImportOutcome outcome = one.outcome();
    QVERIFY(outcome.isDryRun);
    QVERIFY(!outcome.isDone);
    QCOMPARE(outcome.sentence(), u"2 events would be added."_qs);
    QCOMPARE(one.events(), before);
    QVERIFY(!one.sample.hub.isLent());
}

void tst_file_jobs::badRowsRefuseAllUnlessTheyAreSkipped()
{
    Case one;
    const std::uint32_t before = one.events();
    const QString path = one.write("events.csv", kBadEvents);
    QVERIFY(one.jobs.importFiles({path}, {}));
    const ImportOutcome refused = one.outcome();
    QVERIFY(!refused.isDone);
    QCOMPARE(refused.refused.size(), 1);
    QCOMPARE(refused.refused.first().file, u"events.csv"_qs);
    QCOMPARE(refused.refused.first().line, 2);
    QCOMPARE(refused.refused.first().field, u"when"_qs);
    QCOMPARE(refused.refused.first().found, u"2025-13"_qs);
    QCOMPARE(one.events(), before);

    QVERIFY(one.jobs.importFiles({path}, {}, FileJobs::Rows::SkipBad));
    QVERIFY(one.outcome().isDone);
    QCOMPARE(one.events(), before + 1);
}

void tst_file_jobs::foreignTablesNeedAMapping()
{
    Case one;
    const std::uint32_t before = one.events();
    const QString path = one.write("meetings.csv", kForeign);
    QVERIFY(FileJobs::needsMapping({path}));
    QVERIFY(!FileJobs::needsMapping({one.write("events.csv", kEvents)}));
    QVERIFY(one.jobs.importFiles({path}, one.write("mapping.json", kMapping)));
    const ImportOutcome outcome = one.outcome();
    QVERIFY(outcome.isDone);
    QCOMPARE(outcome.format, u"Meetings"_qs);
    QCOMPARE(one.events(), before + 1);
}

void tst_file_jobs::anUnreadableMappingIsTold()
{
    Case one;
    QVERIFY(!one.jobs.importFiles({one.write("meetings.csv", kForeign)}, one.sample.pathOf("no")));
    QCOMPARE(one.error().code, ErrorCode::NotReadable);
    QVERIFY(!one.jobs.isBusy());
}

void tst_file_jobs::editsAreRefusedWhileAnImportRuns()
{
    Case one;
    const SnapshotPointer before = one.sample.hub.snapshot();
    const QString path = one.sample.hub.path();
    QVERIFY(one.jobs.importFiles({one.write("events.csv", kEvents)}, {}));
    // The result comes by the event loop, which has not run yet.
    QVERIFY(one.sample.hub.isOpen());
    QVERIFY(one.sample.hub.isReadOnly());
    QCOMPARE(one.sample.hub.path(), path);
    QCOMPARE(one.sample.hub.snapshot(), before);
    FailureSpy refused(one.sample.hub);
    Event event;
    event.title = "Meanwhile";
    QVERIFY(!one.sample.intents.addEvent(event));
    QVERIFY(refused.isOnly(ErrorCode::Refused));
    one.sample.hub.closeFile();
    QVERIFY(one.sample.hub.isOpen());
    QVERIFY(!one.jobs.importFiles({path}, {}));

    QVERIFY(one.outcome().isDone);
    QVERIFY(!one.sample.hub.isReadOnly());
    QVERIFY(one.sample.intents.addEvent(event));
}

void tst_file_jobs::aStoppedImportKeepsNothing()
{
    Case one;
    const std::uint32_t before = one.events();
    QByteArray many("id,title,kind,when,status,place,notes,tags\n");
    for (int i = 0; i < 20'000; ++i)
        many += "n" + QByteArray::number(i) + ",Event,visit,2025-01,reported,,,\n";
    QVERIFY(one.jobs.importFiles({one.write("events.csv", many)}, {}));
    one.jobs.cancel();
    QCOMPARE(one.error().code, ErrorCode::Cancelled);
    QCOMPARE(one.events(), before);
    QVERIFY(!one.sample.hub.isReadOnly());
    QVERIFY(one.sample.hub.history().size() == 1);
}

void tst_file_jobs::anImportThatRunsEndsWithItsOwner()
{
    OpenSample sample;
    {
        FileJobs jobs(sample.hub);
        QFile file(sample.pathOf("events.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kEvents);
        file.close();
        QVERIFY(jobs.importFiles({file.fileName()}, {}));
    }
    QVERIFY(!sample.hub.isLent());
    Event event;
    event.title = "Afterwards";
    QVERIFY(sample.intents.addEvent(event));
}

void tst_file_jobs::theHubMayGoFirst()
{
    const SampleFile file = makeSampleFile();
    const QString copy = toQPath(file.folder / "copy.dateline");
    QVERIFY(QFile::copy(toQPath(file.path), copy));
    auto hub = std::make_unique<SessionHub>();
    QVERIFY(hub->openFile(copy));
    auto jobs = std::make_unique<FileJobs>(*hub);
    QFile events(toQPath(file.folder / "events.csv"));
    QVERIFY(events.open(QIODevice::WriteOnly));
    events.write(kEvents);
    events.close();
    QVERIFY(jobs->importFiles({events.fileName()}, {}));
    hub.reset();
    jobs.reset();
    // Nobody holds the file any more.
    SessionHub again;
    QVERIFY(again.openFile(copy));
    QVERIFY(!again.isReadOnly());
}

void tst_file_jobs::documentsAreRead()
{
    Case one;
    const Result<TakenDocument> document = FileJobs::readDocument(
        one.write("page.html", "<html><head><title>A visit</title><script>alert(1)</script></head>"
                               "<body><p>He came.</p><p>He left.</p></body></html>"));
    QVERIFY(document);
    QCOMPARE(document->title, u"A visit"_qs);
    QVERIFY(document->text.contains(u"He came."));
    QVERIFY(!document->text.contains(u"alert"));
    QCOMPARE(document->mediaType, std::string("text/html"));
    QCOMPARE(FileJobs::hashOf(*document).size(), std::size_t(64));

    const Result<TakenDocument> pasted = FileJobs::documentFrom(u"A line\n\nand more"_qs);
    QVERIFY(pasted);
    QCOMPARE(pasted->title, u"A line"_qs);
}

void tst_file_jobs::aFileThatIsNoTextIsRefused()
{
    Case one;
    const Result<TakenDocument> document =
        FileJobs::readDocument(one.write("picture.txt", QByteArray("\x89PNG\r\n\x1a\n", 8)));
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(tst_file_jobs)
#include "tst_file_jobs.moc"
