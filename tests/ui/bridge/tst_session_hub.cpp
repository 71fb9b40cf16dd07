// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

Event titled(const std::string &title)
{
    Event event;
    event.title = title;
    return event;
}

QStringList titles(const SessionHub &hub)
{
    QStringList titles;
    const EventColumns &events = *hub.snapshot()->events;
    for (EventRow row{0}; row.value < events.size(); ++row.value)
        titles.append(toQString(events.title(row)));
    return titles;
}

}  // namespace

class tst_session_hub : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutAFile();
    void tellsOfANewFileOnceItIsThere();
    void makesAFileAndRefusesToReplaceOne();
    void keepsWhatIsOpenWhenOpeningFails();
    void openingTheOpenFileAgainChangesNothing();
    void closesToAnEmptySnapshot();
    void whatIsHalfTypedCanBeWrittenBeforeTheFileCloses();
    void aSampleIsNeverWrittenOverAFile();

    void aSecondWindowReadsOnly();
    void aSecondWindowWritesOnceTheFirstIsClosed();

    void undoesAndRedoesWithTheirNames();
    void undoesAfterReopening();
    void goesToAnyEntryOfTheHistory();
    void tellsOfEachEditWithItsChanges();

    void aSlotMayEditAndAllHearOfBothInOrder();
    void aSlotMayCloseTheFileInTheMiddleOfAnEdit();
    void aSlotMayOpenAnotherFileInTheMiddleOfAnUndo();

    void savesACopyThatIsWhole();
    void searchesAllScripts();
    void readsSingleRows();
    void namesTheProject();
    void listsFindings();
};

void tst_session_hub::isEmptyWithoutAFile()
{
    SessionHub hub;
    const FailureSpy failures(hub);
    QVERIFY(!hub.isOpen());
    QVERIFY(hub.isReadOnly());
    QVERIFY(hub.snapshot());
    QCOMPARE(hub.snapshot()->events->size(), 0U);
    QVERIFY(hub.path().isEmpty());
    QVERIFY(hub.readOnlyText().isEmpty());
    hub.undo();
    hub.redo();
    hub.goTo(0);
    hub.closeFile();
    QVERIFY(!hub.saveCopy(u"nowhere.dateline"_qs));
    QVERIFY(hub.search(u"word"_qs, 5).empty());
    QVERIFY(hub.history().empty());
    QVERIFY(!hub.event(EventId{1}));
    QVERIFY(hub.sourceText(SourceId{1}).isEmpty());
    QCOMPARE(hub.dependentsOf(EventId{1}).total(), 0);
    QVERIFY(hub.findings().empty());
    QCOMPARE(failures.count(), 0U);
}

void tst_session_hub::tellsOfANewFileOnceItIsThere()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    SessionHub hub;
    QStringList told;
    connect(&hub, &SessionHub::opened, this, [&] {
        told << u"opened %1"_qs.arg(hub.snapshot()->events->size());
        QVERIFY(hub.isOpen());
    });
    connect(&hub, &SessionHub::snapshotChanged, this, [&] { told << u"snapshot"_qs; });
    connect(&hub, &SessionHub::historyChanged, this,
            [&] { told << u"history %1"_qs.arg(hub.history().size()); });
    QVERIFY(hub.openFile(toQPath(file.path)));
    QCOMPARE(told, QStringList({u"opened 4"_qs, u"snapshot"_qs, u"history 1"_qs}));
}

void tst_session_hub::makesAFileAndRefusesToReplaceOne()
{
    TemporaryFolder folder;
    const QString path = toQPath(folder / "new.dateline");
    SessionHub hub;
    const FailureSpy failures(hub);
    QVERIFY(hub.createFile(path));
    QVERIFY(hub.isOpen());
    QVERIFY(!hub.isReadOnly());
    QCOMPARE(hub.path(), path);
    QVERIFY(EditIntents(hub).addEvent(titled("First")));
    SessionHub other;
    const FailureSpy otherFailures(other);
    hub.closeFile();
    QVERIFY(!other.createFile(path));
    QVERIFY(otherFailures.isOnly(ErrorCode::NotWritable));
    QVERIFY(other.openFile(path));
    QCOMPARE(titles(other), QStringList{u"First"_qs});
    QCOMPARE(failures.count(), 0U);
}

void tst_session_hub::keepsWhatIsOpenWhenOpeningFails()
{
    OpenSample sample;
    writeFile(sample.file.folder / "foreign.dateline", "This is a letter, and no project at all.");
    const QSignalSpy opened(&sample.hub, &SessionHub::opened);
    {
        const FailureSpy failures(sample.hub);
        QVERIFY(!sample.hub.openFile(sample.pathOf("missing.dateline")));
        QCOMPARE(failures.count(), 1U);
    }
    {
        const FailureSpy failures(sample.hub);
        QVERIFY(!sample.hub.openFile(sample.pathOf("foreign.dateline")));
        QVERIFY(failures.isOnly(ErrorCode::ForeignFile));
    }
    QCOMPARE(readFile(sample.file.folder / "foreign.dateline"),
             std::string("This is a letter, and no project at all."));
    QCOMPARE(opened.count(), 0);
    QCOMPARE(sample.hub.path(), sample.path());
    QVERIFY(sample.intents.addEvent(titled("Still writable")));
}

void tst_session_hub::openingTheOpenFileAgainChangesNothing()
{
    OpenSample sample;
    QVERIFY(sample.intents.addEvent(titled("Mine")));
    const QSignalSpy opened(&sample.hub, &SessionHub::opened);
    const FailureSpy failures(sample.hub);
    QVERIFY(sample.hub.openFile(sample.path()));
    QFile::link(sample.path(), sample.pathOf("link.dateline"));
    QVERIFY(sample.hub.openFile(sample.pathOf("link.dateline")));
    QCOMPARE(opened.count(), 0);
    QCOMPARE(failures.count(), 0U);
    QVERIFY(!sample.hub.isReadOnly());
    QCOMPARE(sample.hub.undoName(), u"Add event “Mine”"_qs);
}

void tst_session_hub::closesToAnEmptySnapshot()
{
    OpenSample sample;
    const SnapshotPointer before = sample.hub.snapshot();
    QStringList told;
    connect(&sample.hub, &SessionHub::aboutToClose, this, [&] { told << u"about"_qs; });
    connect(&sample.hub, &SessionHub::opened, this,
            [&] { told << (sample.hub.isOpen() ? u"opened"_qs : u"closed"_qs); });
    sample.hub.closeFile();
    sample.hub.closeFile();
    QCOMPARE(told, QStringList({u"about"_qs, u"closed"_qs}));
    QCOMPARE(sample.hub.snapshot()->events->size(), 0U);
    QVERIFY(!sample.hub.canUndo());
    QCOMPARE(before->events->size(), 4U);  // whoever holds a snapshot may keep it
}

void tst_session_hub::whatIsHalfTypedCanBeWrittenBeforeTheFileCloses()
{
    OpenSample sample;
    connect(&sample.hub, &SessionHub::aboutToClose, this,
            [&] { QVERIFY(sample.intents.addEvent(titled("Half typed"))); });
    QVERIFY(sample.hub.createFile(sample.pathOf("other.dateline")));
    QCOMPARE(titles(sample.hub), QStringList());
    SessionHub again;
    QVERIFY(again.openFile(sample.path()));
    QVERIFY(titles(again).contains(u"Half typed"_qs));
    again.closeFile();
}

void tst_session_hub::aSampleIsNeverWrittenOverAFile()
{
    OpenSample sample;
    const FailureSpy failures(sample.hub);
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(!sample.hub.createSample(sample.path()));
    QVERIFY(failures.isOnly(ErrorCode::NotWritable));
    QCOMPARE(dumpOf(sample.file.path), before);
    QCOMPARE(sample.hub.path(), sample.path());
}

void tst_session_hub::aSecondWindowReadsOnly()
{
    OpenSample sample;
    SessionHub second;
    EditIntents intents(second);
    QVERIFY(second.openFile(sample.path()));
    QVERIFY(second.isReadOnly());
    QVERIFY(!second.readOnlyText().isEmpty());
    QCOMPARE(titles(second), titles(sample.hub));
    QVERIFY(!second.canUndo());
    const FailureSpy failures(second);
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(!intents.addEvent(titled("Refused")));
    QVERIFY(failures.isOnly(ErrorCode::ReadOnly));
    QCOMPARE(dumpOf(sample.file.path), before);
    QVERIFY(sample.intents.addEvent(titled("Allowed")));
    second.closeFile();
    QVERIFY(sample.intents.addEvent(titled("Allowed still")));
}

void tst_session_hub::aSecondWindowWritesOnceTheFirstIsClosed()
{
    OpenSample sample;
    SessionHub second;
    QVERIFY(second.openFile(sample.path()));
    QVERIFY(second.isReadOnly());
    QVERIFY(sample.intents.addEvent(titled("From the first")));
    sample.hub.closeFile();
    QVERIFY(second.openFile(sample.path()));
    QVERIFY(!second.isReadOnly());
    QVERIFY(titles(second).contains(u"From the first"_qs));
    QVERIFY(EditIntents(second).addEvent(titled("From the second")));
}

void tst_session_hub::undoesAndRedoesWithTheirNames()
{
    OpenSample sample;
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    const std::string after = dumpOf(sample.file.path);
    QVERIFY(before != after);
    QVERIFY(sample.hub.canUndo());
    QVERIFY(!sample.hub.canRedo());
    QCOMPARE(sample.hub.undoName(), u"Date event 2025-04"_qs);
    sample.hub.undo();
    QCOMPARE(dumpOf(sample.file.path), before);
    QCOMPARE(sample.hub.redoName(), u"Date event 2025-04"_qs);
    sample.hub.redo();
    QCOMPARE(dumpOf(sample.file.path), after);
    sample.hub.redo();  // nothing is left to do
    QCOMPARE(dumpOf(sample.file.path), after);
}

void tst_session_hub::undoesAfterReopening()
{
    OpenSample sample;
    const std::string before = dumpOf(sample.file.path);
    QVERIFY(sample.intents.moveEvent(sample.file.visit, edtf("2025-04")));
    sample.hub.closeFile();
    QVERIFY(sample.hub.openFile(sample.path()));
    QCOMPARE(sample.hub.undoName(), u"Date event 2025-04"_qs);
    sample.hub.undo();
    QCOMPARE(dumpOf(sample.file.path), before);
}

void tst_session_hub::goesToAnyEntryOfTheHistory()
{
    OpenSample sample;
    QVERIFY(sample.intents.addEvent(titled("One")));
    QVERIFY(sample.intents.addEvent(titled("Two")));
    QVERIFY(sample.intents.addEvent(titled("Three")));
    const std::vector<HistoryEntry> history = sample.hub.history();
    QCOMPARE(history.size(), 4U);
    const QSignalSpy spy(&sample.hub, &SessionHub::snapshotChanged);
    sample.hub.goTo(history[2].id);  // newest first: just after "One"
    QCOMPARE(titles(sample.hub).filter(u"Two"_qs).size(), 0);
    QCOMPARE(titles(sample.hub).filter(u"One"_qs).size(), 1);
    QCOMPARE(spy.count(), 1);
    sample.hub.goTo(history[0].id);
    QCOMPARE(titles(sample.hub).filter(u"Three"_qs).size(), 1);
    sample.hub.goTo(0);
    QCOMPARE(titles(sample.hub), QStringList());
    const FailureSpy failures(sample.hub);
    sample.hub.goTo(4711);
    QVERIFY(failures.isOnly(ErrorCode::NotFound));
}

void tst_session_hub::tellsOfEachEditWithItsChanges()
{
    OpenSample sample;
    ChangeSet told;
    connect(&sample.hub, &SessionHub::snapshotChanged, this,
            [&](const ChangeSet &changes) { told = changes; });
    const QSignalSpy history(&sample.hub, &SessionHub::historyChanged);
    const EventId made = sample.intents.addEvent(titled("Made"));
    QCOMPARE(told.added, std::vector<ItemRef>{made});
    QCOMPARE(history.count(), 1);
    QVERIFY(sample.intents.moveEvent(made, edtf("2024")));
    QCOMPARE(told.changed, std::vector<ItemRef>{made});
    sample.hub.undo();
    sample.hub.undo();
    QCOMPARE(told.removed, std::vector<ItemRef>{made});
}

void tst_session_hub::aSlotMayEditAndAllHearOfBothInOrder()
{
    OpenSample sample;
    EventId second;
    connect(&sample.hub, &SessionHub::snapshotChanged, this, [&] {
        if (!second)
            second = sample.intents.addEvent(titled("Second"));
    });
    QStringList told;
    connect(&sample.hub, &SessionHub::snapshotChanged, this, [&](const ChangeSet &changes) {
        // What is told of is in the snapshot, and nothing that comes after it.
        const EventRow row = sample.hub.snapshot()->events->rowOf(changes.added.front().event());
        QVERIFY(row);
        told << toQString(sample.hub.snapshot()->events->title(row));
        QCOMPARE(sample.hub.snapshot()->events->size(), std::uint32_t(4 + told.size()));
    });
    QVERIFY(sample.intents.addEvent(titled("First")));
    QVERIFY(second);
    QCOMPARE(told, QStringList({u"First"_qs, u"Second"_qs}));
    QCOMPARE(sample.hub.undoName(), u"Add event “Second”"_qs);
}

void tst_session_hub::aSlotMayCloseTheFileInTheMiddleOfAnEdit()
{
    OpenSample sample;
    const QMetaObject::Connection closing =
        connect(&sample.hub, &SessionHub::snapshotChanged, this, [&] { sample.hub.closeFile(); });
    QVERIFY(sample.intents.addEvent(titled("Last")));
    QVERIFY(!sample.hub.isOpen());
    QCOMPARE(sample.hub.snapshot()->events->size(), 0U);
    disconnect(closing);
    QVERIFY(sample.hub.openFile(sample.path()));
    QVERIFY(!sample.hub.isReadOnly());
    QVERIFY(titles(sample.hub).contains(u"Last"_qs));
}

void tst_session_hub::aSlotMayOpenAnotherFileInTheMiddleOfAnUndo()
{
    OpenSample sample;
    QVERIFY(sample.intents.addEvent(titled("Gone again")));
    bool isDone = false;
    connect(&sample.hub, &SessionHub::snapshotChanged, this, [&] {
        if (std::exchange(isDone, true))
            return;
        // A second edit waits to be told when the file is left.
        QVERIFY(sample.intents.addEvent(titled("Never told")));
        QVERIFY(sample.hub.createFile(sample.pathOf("other.dateline")));
    });
    sample.hub.undo();
    QCOMPARE(sample.hub.path(), sample.pathOf("other.dateline"));
    QCOMPARE(titles(sample.hub), QStringList());
}

void tst_session_hub::savesACopyThatIsWhole()
{
    OpenSample sample;
    const QSignalSpy noted(&sample.hub, &SessionHub::noted);
    QVERIFY(sample.hub.saveCopy(sample.pathOf("copy.dateline")));
    QCOMPARE(noted.count(), 1);
    QCOMPARE(dumpOf(sample.file.folder / "copy.dateline"), dumpOf(sample.file.path));
    QCOMPARE(sample.hub.path(), sample.path());
    const FailureSpy failures(sample.hub);
    QVERIFY(!sample.hub.saveCopy(sample.pathOf("copy.dateline")));
    QVERIFY(!sample.hub.saveCopy(sample.pathOf("no/such/folder.dateline")));
    QCOMPARE(failures.count(), 2U);
    QCOMPARE(noted.count(), 1);
}

void tst_session_hub::searchesAllScripts()
{
    OpenSample sample;
    const auto finds = [&](const QString &words, ItemRef item) {
        for (const SearchHit &hit : sample.hub.search(words, 50)) {
            if (hit.item == item)
                return true;
        }
        return false;
    };
    QVERIFY(finds(u"treaty"_qs, sample.file.treaty));
    QVERIFY(finds(u"Шойгу"_qs, sample.file.shoigu));
    QVERIFY(finds(u"민주주의"_qs, sample.file.northKorea));
    QVERIFY(finds(u"stayed one"_qs, sample.file.report));
    QVERIFY(!finds(u"nowhere at all"_qs, sample.file.treaty));
    QVERIFY(sample.hub.search(u"e"_qs, 1).size() <= 1);
}

void tst_session_hub::readsSingleRows()
{
    OpenSample sample;
    QCOMPARE(sample.hub.event(sample.file.treaty)->notes, std::string("Signed in the evening"));
    QCOMPARE(sample.hub.participationsOf(sample.file.treaty).size(), 2U);
    QCOMPARE(sample.hub.actor(sample.file.shoigu)->aliases.size(), 2U);
    QCOMPARE(sample.hub.relation(sample.file.service)->notes,
             std::string("From the first day to the last"));
    QCOMPARE(sample.hub.role(sample.file.minister)->title, std::string("minister"));
    QCOMPARE(sample.hub.claim(sample.file.loose)->notes,
             std::string("About nothing in particular"));
    QCOMPARE(sample.hub.source(sample.file.report)->author, std::string("Staff"));
    QCOMPARE(sample.hub.sourceText(sample.file.correction), u"Mr Shoigu arrived in April."_qs);
    QVERIFY(sample.hub.dependentsOf(sample.file.shoigu).roles == 2);
    QVERIFY(!sample.hub.event(EventId{4711}));
}

void tst_session_hub::namesTheProject()
{
    OpenSample sample;
    QCOMPARE(sample.hub.projectTitle(), u"A small case"_qs);
    QCOMPARE(sample.hub.setting(u"title"_qs), u"A small case"_qs);
    QVERIFY(sample.intents.changeSetting(u"title"_qs, QString()));
    QCOMPARE(sample.hub.projectTitle(), u"sample"_qs);
}

void tst_session_hub::listsFindings()
{
    OpenSample sample;
    bool isContested = false;
    for (const Finding &finding : sample.hub.findings()) {
        QVERIFY2(finding.code != "integrity", finding.sentence.c_str());
        for (const ItemRef item : finding.items)
            isContested |= item == ItemRef(sample.file.visit);
    }
    QVERIFY(isContested);
}

QTEST_GUILESS_MAIN(tst_session_hub)
#include "tst_session_hub.moc"
