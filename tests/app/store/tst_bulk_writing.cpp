// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "app/edit/session.h"
#include "app/store/bulk_writing.h"
#include "app/store/database.h"
#include "tests/support/sample_file.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

namespace {

std::string journalOf(Database &database)
{
    return database.text("PRAGMA journal_mode");
}

std::filesystem::path emptyProject(const TemporaryFolder &folder)
{
    const std::filesystem::path path = folder / "empty.dateline";
    Session::create(path).value();
    return path;
}

// Far more rows than the cache has room for, so that pages are written before the end.
void writeManyRows(Database &database)
{
    database.execute("PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
                     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) "
                     "INSERT INTO event(title, kind) SELECT 'Talks about grain ' || i, 'meeting' "
                     "FROM n");
}

}  // namespace

class tst_bulk_writing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyProjectIsWrittenInPlace();
    void aProjectWithRowsKeepsItsLog();
    void theLogStaysWhereSomebodyReads();
    void insideATransactionTheLogStays();
    void whatAKilledImportLeavesIsAnEmptyProject();
};

void tst_bulk_writing::anEmptyProjectIsWrittenInPlace()
{
    const TemporaryFolder folder;
    const std::filesystem::path path = emptyProject(folder);
    Database database(path, Database::Mode::Write);
    {
        const BulkWriting settings(database);
        QCOMPARE(journalOf(database), std::string("delete"));
        writeManyRows(database);
        database.execute("COMMIT");
        QVERIFY(!std::filesystem::exists(path.string() + "-wal"));
    }
    QCOMPARE(journalOf(database), std::string("wal"));
    QCOMPARE(database.integer("SELECT count(*) FROM event"), 20'000);
}

void tst_bulk_writing::aProjectWithRowsKeepsItsLog()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    Database database(file.path, Database::Mode::Write);
    const BulkWriting settings(database);
    QCOMPARE(journalOf(database), std::string("wal"));
}

void tst_bulk_writing::theLogStaysWhereSomebodyReads()
{
    const TemporaryFolder folder;
    const std::filesystem::path path = emptyProject(folder);
    Database database(path, Database::Mode::Write);
    Database reader(path, Database::Mode::Read);
    QCOMPARE(reader.integer("SELECT count(*) FROM event"), 0);
    const BulkWriting settings(database);
    QCOMPARE(journalOf(database), std::string("wal"));
    writeManyRows(database);
    QCOMPARE(reader.integer("SELECT count(*) FROM event"), 0);
    database.execute("COMMIT");
    QCOMPARE(reader.integer("SELECT count(*) FROM event"), 20'000);
}

void tst_bulk_writing::insideATransactionTheLogStays()
{
    const TemporaryFolder folder;
    Database database(emptyProject(folder), Database::Mode::Write);
    Transaction transaction(database);
    {
        const BulkWriting settings(database);
        database.execute("INSERT INTO event(title, kind) VALUES ('Talks', 'meeting')");
    }
    transaction.commit();
    QCOMPARE(journalOf(database), std::string("wal"));
}

void tst_bulk_writing::whatAKilledImportLeavesIsAnEmptyProject()
{
    const TemporaryFolder folder;
    const std::filesystem::path path = emptyProject(folder);
    const std::uintmax_t size = std::filesystem::file_size(path);
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        Database database(path, Database::Mode::Write);
        const BulkWriting settings(database);
        writeManyRows(database);
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(std::filesystem::exists(path.string() + "-journal"));
    QVERIFY(std::filesystem::file_size(path) > size);  // or the test shows nothing

    const Result<std::unique_ptr<Session>> session = Session::open(path);
    QVERIFY2(session, session ? "" : session.error().detail.c_str());
    QCOMPARE((*session)->snapshot()->events->size(), 0u);
    QVERIFY((*session)->integrityFindings().empty());
    QVERIFY(!(*session)->isReadOnly());
    QCOMPARE(std::filesystem::file_size(path), size);
}

QTEST_GUILESS_MAIN(tst_bulk_writing)
#include "tst_bulk_writing.moc"
