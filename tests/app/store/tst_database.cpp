// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "app/model/ids.h"
#include "app/store/database.h"
#include "tests/support/sample_file.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

namespace {

ErrorCode codeOf(const std::function<void()> &work)
{
    try {
        work();
    } catch (const StoreError &error) {
        return error.code();
    }
    return ErrorCode::Cancelled;  // nothing was thrown
}

}  // namespace

class tst_database : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pragmasAreSet();
    void everyTypeComesBackAsItWentIn();
    void idsThatAreNoneAreNull();
    void distantBoundsAreNull();
    void textsMayHoldAnyBytes();
    void aStatementIsCleanWhenItIsUsedAgain();
    void theSameStatementMayBeOpenTwice();
    void failuresSayWhatKind();
    void aTransactionThatIsNotCommittedIsGone();
    void readersCannotWrite();
    void pathsMayHoldSignsOfUris();
    void useByAnotherThreadStopsTheProgram();
};

void tst_database::pragmasAreSet()
{
    TemporaryFolder folder;
    Database{folder / "a", Database::Mode::Create}.execute("CREATE TABLE t(a)");
    Database database(folder / "a", Database::Mode::Write);
    QCOMPARE(database.integer("PRAGMA foreign_keys"), 1);
    QCOMPARE(database.integer("PRAGMA synchronous"), 2);
    QCOMPARE(database.text("PRAGMA journal_mode"), std::string("wal"));
    QCOMPARE(database.integer("PRAGMA trusted_schema"), 0);
    QCOMPARE(database.integer("PRAGMA cell_size_check"), 1);
    QVERIFY(database.integer("PRAGMA busy_timeout") > 0);
}

void tst_database::everyTypeComesBackAsItWentIn()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(i, r, s, o, b, e, x)");
    const std::string bytes("a\0b", 3);
    Statement(database, "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(std::numeric_limits<std::int64_t>::min(), 0.1, "Шойгу", std::optional<double>(), true,
              ItemKind::Claim, Blob{bytes})
        .run();
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
    std::optional<double> empty = 1.0;
    bool flag = false;
    ItemKind kind = ItemKind::None;
    Statement row(database, "SELECT * FROM t");
    QVERIFY(row.step());
    row.read(integer, real, text, empty, flag, kind);
    QCOMPARE(integer, std::numeric_limits<std::int64_t>::min());
    QCOMPARE(real, 0.1);
    QCOMPARE(text, std::string("Шойгу"));
    QVERIFY(!empty);
    QVERIFY(row.isNull(3));
    QVERIFY(flag);
    QCOMPARE(kind, ItemKind::Claim);
    QCOMPARE(row.blob(6), std::string_view(bytes));
    QVERIFY(!row.step());
}

void tst_database::idsThatAreNoneAreNull()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(a, b)");
    Statement(database, "INSERT INTO t VALUES (?, ?)").bind(ActorId{7}, ActorId{}).run();
    Statement row(database, "SELECT a, b FROM t");
    QVERIFY(row.step());
    QVERIFY(row.isNull(1));
    ActorId seven;
    ActorId none{9};
    row.read(seven, none);
    QCOMPARE(seven, ActorId{7});
    QVERIFY(none.isNull());
}

void tst_database::distantBoundsAreNull()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(e, a, b, c, d)");
    for (const char *text : {"2024-06", "../2024-06", "2024-06/", "2024-06/..", "/2024-06", ""}) {
        const Edtf date = edtf(text);
        database.execute("DELETE FROM t");
        Statement(database, "INSERT INTO t VALUES (?, ?, ?, ?, ?)").bind(date).run();
        Statement row(database, "SELECT * FROM t");
        QVERIFY(row.step());
        QCOMPARE(row.edtf(0), date);
        QVERIFY(row.bounds(1) == date.when().bounds);
        QCOMPARE(row.isNull(1), date.when().bounds.earliestBegin.isDistant());
        QCOMPARE(row.isNull(4), date.when().bounds.latestEnd.isDistant());
    }
}

void tst_database::textsMayHoldAnyBytes()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(a TEXT NOT NULL)");
    for (const std::string &text :
         {std::string("'; DROP TABLE t; --"), std::string("a\0b", 3), std::string("\xff\xfe"),
          std::string(), std::string(100'000, 'x')}) {
        database.execute("DELETE FROM t");
        Statement(database, "INSERT INTO t VALUES (?)").bind(text).run();
        Statement row(database, "SELECT a FROM t");
        QVERIFY(row.step());
        QCOMPARE(row.text(0), std::string_view(text));
    }
    // A view of nothing is an empty text, not NULL.
    Statement(database, "INSERT INTO t VALUES (?)").bind(std::string_view()).run();
}

void tst_database::aStatementIsCleanWhenItIsUsedAgain()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)");
    constexpr const char *kSql = "SELECT a FROM t WHERE a = ?1 OR ?1 IS NULL ORDER BY a";
    {
        Statement one(database, kSql);
        QVERIFY(one.bind(2).step());
        QCOMPARE(one.integer(0), 2);
    }
    Statement again(database, kSql);
    QVERIFY(again.step());  // nothing is bound any more
    QCOMPARE(again.integer(0), 1);
}

void tst_database::theSameStatementMayBeOpenTwice()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)");
    std::string pairs;
    Statement outer(database, "SELECT a FROM t ORDER BY a");
    while (outer.step()) {
        Statement inner(database, "SELECT a FROM t ORDER BY a");
        while (inner.step())
            pairs += std::to_string(outer.integer(0)) + std::to_string(inner.integer(0)) + " ";
    }
    QCOMPARE(pairs, std::string("11 12 21 22 "));
}

void tst_database::failuresSayWhatKind()
{
    TemporaryFolder folder;
    QCOMPARE(codeOf([&] { Database(folder / "none/a", Database::Mode::Create); }),
             ErrorCode::NotReadable);
    QCOMPARE(codeOf([&] { Database(folder / "a", Database::Mode::Write); }),
             ErrorCode::NotReadable);
    QVERIFY(folder.fileNames().empty());
    writeFile(folder / "text", std::string(5'000, 'x'));
    QCOMPARE(codeOf([&] { Database(folder / "text", Database::Mode::Write); }),
             ErrorCode::DamagedFile);

    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE p(id INTEGER PRIMARY KEY);"
                     "CREATE TABLE c(id INTEGER PRIMARY KEY, p REFERENCES p(id) NOT NULL)");
    QCOMPARE(codeOf([&] { database.execute("INSERT INTO c VALUES (1, 7)"); }), ErrorCode::Refused);
    QCOMPARE(codeOf([&] { database.execute("nonsense"); }), ErrorCode::Internal);
    QCOMPARE(codeOf([&] { Statement(database, "SELECT nothing FROM p"); }), ErrorCode::Internal);

    Database other(folder / "a", Database::Mode::Create);
    other.execute("PRAGMA busy_timeout = 0");
    const Transaction holding(database);
    QCOMPARE(codeOf([&] { Transaction{other}; }), ErrorCode::InUse);
}

void tst_database::aTransactionThatIsNotCommittedIsGone()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    database.execute("CREATE TABLE t(a)");
    {
        const Transaction transaction(database);
        QVERIFY(database.isInTransaction());
        database.execute("INSERT INTO t VALUES (1)");
    }
    QVERIFY(!database.isInTransaction());
    QCOMPARE(database.integer("SELECT count(*) FROM t"), 0);
    {
        Transaction transaction(database);
        database.execute("INSERT INTO t VALUES (1)");
        transaction.commit();
    }
    QCOMPARE(database.integer("SELECT count(*) FROM t"), 1);
}

void tst_database::readersCannotWrite()
{
    TemporaryFolder folder;
    Database{folder / "a", Database::Mode::Create}.execute("CREATE TABLE t(a)");
    for (const Database::Mode mode : {Database::Mode::Read, Database::Mode::Probe}) {
        Database reader(folder / "a", mode);
        QCOMPARE(codeOf([&] { reader.execute("INSERT INTO t VALUES (1)"); }), ErrorCode::ReadOnly);
    }
    QCOMPARE(folder.fileNames(), std::vector<std::string>{"a"});
}

void tst_database::pathsMayHoldSignsOfUris()
{
    TemporaryFolder folder;
    for (const char *name : {"a?mode=rwc", "b#c", "100%41", "file:x", "조선 Шойгу"}) {
        {
            Database database(folder / name, Database::Mode::Create);
            database.execute("CREATE TABLE t(a)");
        }
        QVERIFY(std::filesystem::exists(folder / name));
        Database probe(folder / name, Database::Mode::Probe);
        QCOMPARE(probe.integer("SELECT count(*) FROM sqlite_schema"), 1);
    }
    QCOMPARE(folder.fileNames().size(), std::size_t{5});
}

void tst_database::useByAnotherThreadStopsTheProgram()
{
    TemporaryFolder folder;
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        ::close(STDERR_FILENO);
        struct rlimit noCore {
            0, 0
        };
        ::setrlimit(RLIMIT_CORE, &noCore);
        ::signal(SIGABRT, SIG_DFL);
        Database database(folder / "a", Database::Mode::Create);
        std::thread([&] { database.execute("CREATE TABLE t(a)"); }).join();
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGABRT);

    Database database(folder / "b", Database::Mode::Create);
    std::thread([&] {
        database.adoptByThisThread();
        database.execute("CREATE TABLE t(a)");
    }).join();
    database.adoptByThisThread();
    QCOMPARE(database.integer("SELECT count(*) FROM sqlite_schema"), 1);
}

QTEST_GUILESS_MAIN(tst_database)
#include "tst_database.moc"
