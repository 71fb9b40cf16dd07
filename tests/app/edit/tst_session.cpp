// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "app/store/database.h"
#include "app/store/schema.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

Event titled(const std::string &title)
{
    Event event;
    event.title = title;
    return event;
}

EventId addTitled(Session &session, const std::string &title)
{
    EventId id;
    const auto made = session.perform(
        "Add " + title, [&](Stores &stores) { id = stores.events.put(titled(title)); });
    return made ? id : EventId();
}

std::vector<std::string> titlesIn(const Snapshot &snapshot)
{
    std::vector<std::string> titles;
    for (std::uint32_t row = 0; row < snapshot.events->size(); ++row)
        titles.emplace_back(snapshot.events->title(EventRow{row}));
    return titles;
}

// Acts as a user who is not root for the time of a scope: root may write everywhere.
class AsNobody {
public:
    AsNobody()
    {
        if (::geteuid() == 0)
            m_isChanged = ::seteuid(65'534) == 0;
    }
    ~AsNobody()
    {
        if (m_isChanged && ::seteuid(0) != 0)
            std::abort();
    }

private:
    bool m_isChanged = false;
};

}  // namespace

class tst_session : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newFileIsOursAndLeavesNothingBesideItWhenClosed();
    void creatingNeverOverwrites();
    void creatingInAFolderThatIsNotThereSaysSo();
    void snapshotHoldsWhatAnEditMade();
    void refusedEditChangesNothing();
    void brokenReferenceIsRefusedWhole();
    void undoAndRedoGiveTheSameDumps();
    void undoWorksAfterClosingAndReopening();
    void aNewEditForgetsWhatWasUndone();
    void goToWalksTheHistoryBothWays();
    void anEditThatChangesNothingLeavesNoHistory();
    void historySaysWhoAndWhen();
    void undoOfSomethingThatSomebodyElseChangedIsRefusedWhole();
    void listenersHearOfEachChangeInOrder();
    void snapshotSharesWhatDidNotChange();
    void aSecondOpenerReadsAndIsToldWho();
    void aReaderSeesOnReloadWhatTheWriterCommitted();
    void anOlderFileIsBroughtToTheNewestVersion();
    void aNewerFileOpensReadOnly();
    void aFileThatMayNotBeWrittenOpensReadOnly();
    void aReadOnlyFolderIsEnough();
    void readOnlyRefusesEdits();
    void openingForReadingLeavesNoFilesBehind();
    void killedInTheMiddleOfAnEditLosesNothingCommitted();
    void aCopyIsWholeAndOverwritesNothing();
    void aSessionMovesToAnotherThread();
    void soundFileHasNoFindings();
};

void tst_session::newFileIsOursAndLeavesNothingBesideItWhenClosed()
{
    TemporaryFolder folder;
    {
        auto session = makeEmptyFile(folder / "a.dateline");
        QVERIFY(!session->isReadOnly());
        QCOMPARE(session->schemaVersion(), newestSchemaVersion());
        QCOMPARE(session->snapshot()->views->size(), std::size_t{1});
        QVERIFY(!session->canUndo());
    }
    QCOMPARE(folder.fileNames(), std::vector<std::string>{"a.dateline"});
    const std::string header = readFile(folder / "a.dateline").substr(0, 100);
    QCOMPARE(header.substr(68, 4), std::string("DLIN"));
    QCOMPARE(header.substr(60, 4),
             std::string("\0\0\0", 3) + static_cast<char>(newestSchemaVersion()));
    QVERIFY(Session::open(folder / "a.dateline"));
}

void tst_session::creatingNeverOverwrites()
{
    TemporaryFolder folder;
    writeFile(folder / "notes.txt", "mine");
    const auto made = Session::create(folder / "notes.txt");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::NotWritable);
    QCOMPARE(readFile(folder / "notes.txt"), std::string("mine"));
    QCOMPARE(folder.fileNames(), std::vector<std::string>{"notes.txt"});
}

void tst_session::creatingInAFolderThatIsNotThereSaysSo()
{
    TemporaryFolder folder;
    const auto made = Session::create(folder / "none/a.dateline");
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::NotWritable);
}

void tst_session::snapshotHoldsWhatAnEditMade()
{
    const SampleFile file = makeSampleFile();
    const SnapshotPointer snapshot = file.session->snapshot();
    QCOMPARE(snapshot->projectTitle, std::string("A small case"));
    QCOMPARE(snapshot->events->size(), 4u);
    QCOMPARE(snapshot->evidence->size(), std::size_t{4});
    QVERIFY(snapshot->evidenceOf(snapshot->events->rowOf(file.visit)).isContested);
    QVERIFY(!snapshot->evidenceOf(snapshot->events->rowOf(file.treaty)).isContested);
    QCOMPARE(file.session->history().size(), std::size_t{1});
}

void tst_session::refusedEditChangesNothing()
{
    const SampleFile file = makeSampleFile();
    const std::string before = file.dump();
    const SnapshotPointer snapshot = file.session->snapshot();
    const auto result = file.session->perform("Half an edit", [&](Stores &stores) {
        stores.events.put(titled("Half"));
        throw EditRefused("no second half");
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Refused);
    QCOMPARE(result.error().detail, std::string("no second half"));
    QCOMPARE(file.dump(), before);
    QCOMPARE(file.session->snapshot(), snapshot);
    QCOMPARE(file.session->history().size(), std::size_t{1});
    QVERIFY(file.session->search("Half", 10)->empty());
}

void tst_session::brokenReferenceIsRefusedWhole()
{
    const SampleFile file = makeSampleFile();
    const std::string before = file.dump();
    const auto result = file.session->perform("To nobody", [&](Stores &stores) {
        stores.events.put(titled("Half"));
        stores.events.put(Participation{{}, file.visit, ActorId{4711}, ""});
    });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Refused);
    QCOMPARE(file.dump(), before);
}

void tst_session::undoAndRedoGiveTheSameDumps()
{
    const SampleFile file = makeSampleFile();
    const std::string before = file.dump();
    QVERIFY(file.session->perform("Move visit", [&](Stores &stores) {
        std::optional<Event> event = stores.events.find(file.visit);
        event->when = edtf("2025-03-21");
        stores.events.put(*event);
        stores.events.remove(file.visitor);
    }));
    const std::string after = file.dump();
    QVERIFY(after != before);
    QCOMPARE(file.session->undoName(), std::string("Move visit"));
    QVERIFY(file.session->undo());
    QCOMPARE(file.dump(), before);
    QCOMPARE(file.session->redoName(), std::string("Move visit"));
    QVERIFY(file.session->redo());
    QCOMPARE(file.dump(), after);
    QVERIFY(!file.session->canRedo());
    const auto again = file.session->redo();
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Refused);
}

void tst_session::undoWorksAfterClosingAndReopening()
{
    SampleFile file = makeSampleFile();
    const std::string full = file.dump();
    TemporaryFolder other;
    makeEmptyFile(other / "empty.dateline").reset();
    const std::string empty = dumpOf(other / "empty.dateline");

    file.reopen();
    QCOMPARE(file.session->undoName(), std::string("Make the sample"));
    QVERIFY(file.session->undo());
    QCOMPARE(file.dump(), empty);
    QCOMPARE(file.session->snapshot()->events->size(), 0u);
    file.reopen();
    QVERIFY(!file.session->canUndo());
    QVERIFY(file.session->redo());
    QCOMPARE(file.dump(), full);
    QCOMPARE(file.session->search("Шойг", 10)->size(), std::size_t{1});
}

void tst_session::aNewEditForgetsWhatWasUndone()
{
    TemporaryFolder folder;
    auto session = makeEmptyFile(folder / "a.dateline");
    addTitled(*session, "One");
    addTitled(*session, "Two");
    QVERIFY(session->undo());
    addTitled(*session, "Three");
    QVERIFY(!session->canRedo());
    QCOMPARE(titlesIn(*session->snapshot()), (std::vector<std::string>{"One", "Three"}));
    const auto history = session->history();
    QCOMPARE(history.size(), std::size_t{2});
    QCOMPARE(history[0].name, std::string("Add Three"));
    QCOMPARE(history[1].name, std::string("Add One"));
}

void tst_session::goToWalksTheHistoryBothWays()
{
    TemporaryFolder folder;
    auto session = makeEmptyFile(folder / "a.dateline");
    std::vector<std::string> dumps{dumpOf(folder / "a.dateline")};
    EventId first = addTitled(*session, "One");
    dumps.push_back(dumpOf(folder / "a.dateline"));
    QVERIFY(session->perform("Rename", [&](Stores &stores) {
        Event event = *stores.events.find(first);
        event.title = "Uno";
        stores.events.put(event);
    }));
    dumps.push_back(dumpOf(folder / "a.dateline"));
    QVERIFY(session->perform("Remove", [&](Stores &stores) { stores.events.remove(first); }));
    dumps.push_back(dumpOf(folder / "a.dateline"));

    const auto entries = session->history();  // newest first
    QCOMPARE(entries.size(), std::size_t{3});
    const auto idAfter = [&](std::size_t edits) {
        return edits == 0 ? 0 : entries[entries.size() - edits].id;
    };
    for (const std::size_t target : {1u, 3u, 0u, 2u, 2u, 0u, 3u}) {
        QVERIFY(session->goTo(idAfter(target)));
        QCOMPARE(dumpOf(folder / "a.dateline"), dumps[target]);
        std::size_t done = 0;
        for (const HistoryEntry &entry : session->history())
            done += entry.isUndone ? 0 : 1;
        QCOMPARE(done, target);
    }
    const auto unknown = session->goTo(99);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
}

void tst_session::anEditThatChangesNothingLeavesNoHistory()
{
    const SampleFile file = makeSampleFile();
    QVERIFY(file.session->perform("Nothing", [](Stores &) {}));
    QVERIFY(file.session->perform(
        "The same", [&](Stores &stores) { stores.events.put(*stores.events.find(file.visit)); }));
    QCOMPARE(file.session->history().size(), std::size_t{1});
}

void tst_session::historySaysWhoAndWhen()
{
    TemporaryFolder folder;
    auto session = makeEmptyFile(folder / "a.dateline");
    session->setAuthor("Kim Analyst");
    addTitled(*session, "One");
    const auto history = session->history();
    QCOMPARE(history.size(), std::size_t{1});
    QCOMPARE(history[0].author, std::string("Kim Analyst"));
    const QDateTime made =
        QDateTime::fromString(QString::fromStdString(history[0].madeAt), Qt::ISODate);
    QVERIFY(made.isValid());
    QCOMPARE(made.timeSpec(), Qt::UTC);
    QVERIFY(qAbs(made.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
}

void tst_session::undoOfSomethingThatSomebodyElseChangedIsRefusedWhole()
{
    SampleFile file = makeSampleFile();
    EventId first;
    QVERIFY(file.session->perform("Two events", [&](Stores &stores) {
        first = stores.events.put(titled("First"));
        stores.events.put(titled("Second"));
    }));
    {
        Database other(file.path, Database::Mode::Write);
        Statement(other, "UPDATE event SET title = 'Changed outside' WHERE id = ?")
            .bind(first)
            .run();
    }
    const std::string before = file.dump();
    const auto result = file.session->undo();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Conflict);
    QVERIFY(result.error().detail.find("event") != std::string::npos);
    QCOMPARE(file.dump(), before);
    QCOMPARE(file.session->undoName(), std::string("Two events"));
}

void tst_session::listenersHearOfEachChangeInOrder()
{
    TemporaryFolder folder;
    auto session = makeEmptyFile(folder / "a.dateline");
    std::vector<std::string> heard;
    session->addListener([&](const SnapshotPointer &snapshot, const ChangeSet &changes) {
        heard.push_back("first " + std::to_string(snapshot->events->size()) + " added " +
                        std::to_string(changes.added.size()));
        if (snapshot->events->size() == 1)
            addTitled(*session, "Made by a listener");
    });
    session->addListener([&](const SnapshotPointer &snapshot, const ChangeSet &) {
        heard.push_back("second " + std::to_string(snapshot->events->size()));
    });
    addTitled(*session, "One");
    QCOMPARE(heard, (std::vector<std::string>{"first 1 added 1", "second 1", "first 2 added 1",
                                              "second 2"}));
}

void tst_session::snapshotSharesWhatDidNotChange()
{
    const SampleFile file = makeSampleFile();
    const SnapshotPointer before = file.session->snapshot();
    QVERIFY(file.session->perform("Rename", [&](Stores &stores) {
        Event event = *stores.events.find(file.visit);
        event.title = "A visit";
        stores.events.put(event);
    }));
    const SnapshotPointer after = file.session->snapshot();
    QVERIFY(after->revision > before->revision);
    QVERIFY(after->events != before->events);
    QCOMPARE(after->actors, before->actors);
    QCOMPARE(after->participations, before->participations);
    QCOMPARE(after->relations, before->relations);
    QCOMPARE(after->sources, before->sources);
    QCOMPARE(after->claims, before->claims);
    QVERIFY(file.session->perform("Place", [&](Stores &stores) {
        stores.views.putPositions(kDefaultView,
                                  std::vector<ActorPosition>{{file.russia, 1.0, 2.0, true}});
    }));
    QCOMPARE(file.session->snapshot()->events, after->events);
    QCOMPARE(file.session->snapshot()->evidence, after->evidence);
    QCOMPARE(file.session->snapshot()->views->find(kDefaultView)->positions.size(), std::size_t{2});
}

void tst_session::aSecondOpenerReadsAndIsToldWho()
{
    const SampleFile file = makeSampleFile();
    const auto second = Session::open(file.path);
    QVERIFY(second);
    QVERIFY((*second)->isReadOnly());
    const Error &reason = (*second)->readOnlyReason();
    QCOMPARE(reason.code, ErrorCode::InUse);
    QVERIFY2(reason.detail.find("process " + std::to_string(::getpid())) != std::string::npos,
             reason.detail.c_str());
    QVERIFY(reason.detail.find(" on ") != std::string::npos);
    QVERIFY(reason.detail.find("since 20") != std::string::npos);
    QCOMPARE((*second)->snapshot()->events->size(), 4u);
}

void tst_session::aReaderSeesOnReloadWhatTheWriterCommitted()
{
    const SampleFile file = makeSampleFile();
    const auto reader = Session::open(file.path, OpenMode::ReadOnly);
    QVERIFY(reader);
    QCOMPARE((*reader)->readOnlyReason().code, ErrorCode::ReadOnly);
    QCOMPARE((*reader)->reload().value_or(true), false);
    addTitled(*file.session, "Later");
    QCOMPARE((*reader)->snapshot()->events->size(), 4u);
    int heard = 0;
    (*reader)->addListener([&](const SnapshotPointer &snapshot, const ChangeSet &changes) {
        ++heard;
        QCOMPARE(snapshot->events->size(), 5u);
        QVERIFY(!changes.isEmpty());
    });
    QCOMPARE((*reader)->reload().value_or(false), true);
    QCOMPARE(heard, 1);
    QCOMPARE((*reader)->snapshot()->evidence->size(), std::size_t{5});
    QCOMPARE((*reader)->search("Later", 5)->size(), std::size_t{1});
}

void tst_session::anOlderFileIsBroughtToTheNewestVersion()
{
    for (int version = 1; version < newestSchemaVersion(); ++version) {
        TemporaryFolder folder;
        {
            Database older(folder / "old.dateline", Database::Mode::Create);
            migrate(older, embeddedMigrations().first(static_cast<std::size_t>(version)));
            older.execute("INSERT INTO actor(name, kind) VALUES ('Kim', 'person')");
        }
        const std::string bytes = readFile(folder / "old.dateline");
        {
            const auto reader = Session::open(folder / "old.dateline", OpenMode::ReadOnly);
            QVERIFY2(reader, reader ? "" : reader.error().detail.c_str());
            QVERIFY((*reader)->isReadOnly());
            QCOMPARE((*reader)->schemaVersion(), version);
            QCOMPARE((*reader)->snapshot()->actors->size(), std::size_t{1});
            QVERIFY((*reader)->integrityFindings().empty());
        }
        QVERIFY(readFile(folder / "old.dateline") == bytes);
        LongWork stopped([] { return true; });
        QCOMPARE(Session::open(folder / "old.dateline", OpenMode::Write, &stopped).error().code,
                 ErrorCode::Cancelled);
        const auto older = Session::open(folder / "old.dateline", OpenMode::ReadOnly);
        QVERIFY(older && (*older)->schemaVersion() == version);
        const auto session = Session::open(folder / "old.dateline");
        QVERIFY2(session, session ? "" : session.error().detail.c_str());
        QCOMPARE((*session)->schemaVersion(), newestSchemaVersion());
        QCOMPARE((*session)->snapshot()->actors->size(), std::size_t{1});
    }
}

void tst_session::aNewerFileOpensReadOnly()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    {
        Database newer(file.path, Database::Mode::Write);
        newer.execute("PRAGMA user_version = 77");
    }
    const std::string bytes = readFile(file.path);
    {
        const auto session = Session::open(file.path);
        QVERIFY(session);
        QVERIFY((*session)->isReadOnly());
        QCOMPARE((*session)->readOnlyReason().code, ErrorCode::NewerFile);
        QCOMPARE((*session)->snapshot()->events->size(), 4u);
        QVERIFY(!(*session)->perform("Edit", [](Stores &) {}));
    }
    QCOMPARE(readFile(file.path), bytes);
    QCOMPARE(file.folder.fileNames(), std::vector<std::string>{"sample.dateline"});
}

void tst_session::aFileThatMayNotBeWrittenOpensReadOnly()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    std::filesystem::permissions(file.path, std::filesystem::perms(0444));
    std::filesystem::permissions(file.folder.path(), std::filesystem::perms(0777));
    const AsNobody nobody;
    const auto session = Session::open(file.path);
    QVERIFY(session);
    QVERIFY((*session)->isReadOnly());
    QCOMPARE((*session)->readOnlyReason().code, ErrorCode::ReadOnly);
    QCOMPARE((*session)->snapshot()->events->size(), 4u);
}

void tst_session::aReadOnlyFolderIsEnough()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    std::filesystem::permissions(file.path, std::filesystem::perms(0666));
    std::filesystem::permissions(file.folder.path(), std::filesystem::perms(0555));
    {
        const AsNobody nobody;
        const auto session = Session::open(file.path);
        QVERIFY(session);
        QVERIFY((*session)->isReadOnly());
        QCOMPARE((*session)->readOnlyReason().code, ErrorCode::ReadOnly);
        QCOMPARE((*session)->snapshot()->events->size(), 4u);
        QCOMPARE((*session)->search("조선", 5)->size(), std::size_t{1});
    }
    QCOMPARE(file.folder.fileNames(), std::vector<std::string>{"sample.dateline"});
    std::filesystem::permissions(file.folder.path(), std::filesystem::perms(0755));
}

void tst_session::readOnlyRefusesEdits()
{
    const SampleFile file = makeSampleFile();
    const std::string before = file.dump();
    const auto reader = Session::open(file.path);
    QVERIFY(reader);
    bool isCalled = false;
    const auto result = (*reader)->perform("Edit", [&](Stores &) { isCalled = true; });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ReadOnly);
    QVERIFY(!isCalled);
    QVERIFY(!(*reader)->canUndo());
    QCOMPARE((*reader)->undo().error().code, ErrorCode::ReadOnly);
    QCOMPARE(file.dump(), before);
}

void tst_session::openingForReadingLeavesNoFilesBehind()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    const std::string bytes = readFile(file.path);
    {
        const auto reader = Session::open(file.path, OpenMode::ReadOnly);
        QVERIFY(reader);
        QVERIFY((*reader)->search("Pyongyang", 5));
    }
    QCOMPARE(file.folder.fileNames(), std::vector<std::string>{"sample.dateline"});
    QCOMPARE(readFile(file.path), bytes);
}

void tst_session::killedInTheMiddleOfAnEditLosesNothingCommitted()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    int toParent[2];
    QCOMPARE(::pipe(toParent), 0);
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        auto session = Session::open(file.path);
        if (!session || (*session)->isReadOnly())
            ::_exit(1);
        const bool isAdded = !addTitled(**session, "Committed").isNull();
        static_cast<void>((*session)->perform("Never done", [&](Stores &stores) {
            stores.events.put(titled("Half done"));
            stores.actors.remove(file.grade);
            const char ready = isAdded ? 'y' : 'n';
            if (::write(toParent[1], &ready, 1) == 1)
                ::pause();
        }));
        ::_exit(2);
    }
    char ready = 0;
    QCOMPARE(::read(toParent[0], &ready, 1), ssize_t{1});
    QCOMPARE(ready, 'y');
    ::kill(child, SIGKILL);
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    ::close(toParent[0]);
    ::close(toParent[1]);

    // The lock's text is still there, and means nothing.
    QVERIFY(std::filesystem::exists(file.path.string() + ".lock"));
    const auto session = Session::open(file.path);
    QVERIFY(session);
    QVERIFY(!(*session)->isReadOnly());
    QVERIFY((*session)->integrityFindings().empty());
    QCOMPARE((*session)->snapshot()->events->size(), 5u);
    QCOMPARE((*session)->search("Committed", 5)->size(), std::size_t{1});
    QVERIFY((*session)->search("Half done", 5)->empty());
    QCOMPARE((*session)->undoName(), std::string("Add Committed"));
    QVERIFY((*session)->undo());
    QVERIFY((*session)->undo());
    QCOMPARE((*session)->snapshot()->events->size(), 0u);
}

void tst_session::aCopyIsWholeAndOverwritesNothing()
{
    const SampleFile file = makeSampleFile();
    const std::filesystem::path copy = file.folder / "copy.dateline";
    QVERIFY(file.session->saveCopy(copy));
    QCOMPARE(dumpOf(copy), file.dump());
    {
        const auto session = Session::open(copy);
        QVERIFY(session);
        QVERIFY(!(*session)->isReadOnly());
        QVERIFY((*session)->undo());
    }
    const std::string bytes = readFile(copy);
    const auto again = file.session->saveCopy(copy);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotWritable);
    QCOMPARE(readFile(copy), bytes);
    const auto nowhere = file.session->saveCopy(file.folder / "none/copy.dateline");
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::NotWritable);
}

void tst_session::aSessionMovesToAnotherThread()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    std::unique_ptr<Session> opened;
    std::thread worker([&] { opened = std::move(*Session::open(file.path)); });
    worker.join();
    opened->adoptByThisThread();
    QVERIFY(!addTitled(*opened, "Here").isNull());
}

void tst_session::soundFileHasNoFindings()
{
    const SampleFile file = makeSampleFile();
    QCOMPARE(file.session->integrityFindings(), std::vector<std::string>());
}

QTEST_GUILESS_MAIN(tst_session)
#include "tst_session.moc"
