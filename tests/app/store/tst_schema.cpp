// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <set>

#include "app/store/database.h"
#include "app/store/recorder.h"
#include "app/store/schema.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_schema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newFileHasItsMarksAndTables();
    void embeddedTextsAreTheFiles();
    void olderFileIsBroughtToTheNewestVersion();
    void fileOfVersionOneKeepsItsRowsAndItsUndo();
    void failedMigrationLeavesTheFileAsItWas();
    void newerFileIsRefused();
    void everyRecordedTableHasAPrimaryKey();
    void everyForeignKeyHasAnIndexAndNoCascade();
};

void tst_schema::newFileHasItsMarksAndTables()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    QVERIFY(!missingTables(database).empty());
    migrate(database);
    QCOMPARE(schemaVersionOf(database), newestSchemaVersion());
    QCOMPARE(database.integer("PRAGMA application_id"), kApplicationId);
    QVERIFY(missingTables(database).empty());
    migrate(database);  // nothing to do is not an error
}

void tst_schema::embeddedTextsAreTheFiles()
{
    const std::filesystem::path folder =
        std::filesystem::path(DATELINE_SOURCE_DIR) / "resources/sql";
    const std::vector<std::string> names{"0001_create.sql", "0002_judgement.sql",
                                         "0003_column_cache.sql", "0004_import_rows.sql"};
    QCOMPARE(static_cast<std::size_t>(newestSchemaVersion()), names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(std::string(embeddedMigrations()[i]), readFile(folder / names[i]));
}

void tst_schema::olderFileIsBroughtToTheNewestVersion()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    migrate(database, embeddedMigrations().first(1));
    database.execute("INSERT INTO event(id, title) VALUES (1, 'Kept')");
    const std::vector<std::string_view> migrations{
        embeddedMigrations().front(),
        "ALTER TABLE event ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
        "UPDATE event SET colour = 'red'"};
    migrate(database, migrations);
    QCOMPARE(schemaVersionOf(database), 3);
    QCOMPARE(database.text("SELECT title || colour FROM event"), std::string("Keptred"));
}

void tst_schema::fileOfVersionOneKeepsItsRowsAndItsUndo()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    migrate(database, embeddedMigrations().first(1));
    database.execute("CREATE TABLE other(a);"
                     "INSERT INTO event(id, title) VALUES (1, 'Kept')");
    migrate(database);
    QVERIFY(missingTables(database).empty());
    QCOMPARE(database.text("SELECT title FROM event"), std::string("Kept"));
    // A changeset of before and one of after can be joined: no old table got another column.
    std::string before;
    std::string after;
    {
        Recorder recorder(database);
        database.execute("UPDATE event SET title = 'Changed' WHERE id = 1");
        before = recorder.changeset();
    }
    {
        Recorder recorder(database);
        database.execute("INSERT INTO ruling VALUES (1, 1, 'open', 'why')");
        after = recorder.changeset();
    }
    applyChangeset(database, concatenated(inverted(after), inverted(before)));
    QCOMPARE(database.text("SELECT title FROM event"), std::string("Kept"));
    QCOMPARE(database.integer("SELECT count(*) FROM ruling"), 0);
    Database fresh(folder / "b", Database::Mode::Create);
    migrate(fresh);
    for (const std::string_view table :
         {"event", "claim", "source", "actor", "decision", "relation", "role"}) {
        const std::string sql =
            "SELECT count(*) FROM pragma_table_info('" + std::string(table) + "')";
        Database first(folder / ("v1" + std::string(table)), Database::Mode::Create);
        migrate(first, embeddedMigrations().first(1));
        QCOMPARE(fresh.integer(sql.c_str()), first.integer(sql.c_str()));
    }
}

void tst_schema::failedMigrationLeavesTheFileAsItWas()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    migrate(database, embeddedMigrations().first(1));
    const std::vector<std::string_view> migrations{embeddedMigrations().front(),
                                                   "CREATE TABLE extra(a); nonsense"};
    QVERIFY_THROWS_EXCEPTION(StoreError, migrate(database, migrations));
    QCOMPARE(schemaVersionOf(database), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"), 0);
}

void tst_schema::newerFileIsRefused()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    migrate(database);
    database.execute("PRAGMA user_version = 9");
    try {
        migrate(database);
        QFAIL("a newer file was taken");
    } catch (const StoreError &error) {
        QCOMPARE(error.code(), ErrorCode::NewerFile);
    }
    QCOMPARE(schemaVersionOf(database), 9);
}

void tst_schema::everyRecordedTableHasAPrimaryKey()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    migrate(database);
    for (const std::string_view table : recordedTables()) {
        Statement keys(database, "SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0");
        QVERIFY(keys.bind(table).step());
        QVERIFY2(keys.integer(0) > 0, std::string(table).c_str());
    }
}

void tst_schema::everyForeignKeyHasAnIndexAndNoCascade()
{
    TemporaryFolder folder;
    Database database(folder / "a", Database::Mode::Create);
    migrate(database);
    for (const std::string_view table : recordedTables()) {
        std::set<std::string> indexed;  // first columns of the table's indexes and keys
        Statement columns(database, "SELECT c.name FROM pragma_index_list(?) AS i, "
                                    "pragma_index_info(i.name) AS c WHERE c.seqno = 0");
        columns.bind(table);
        while (columns.step())
            indexed.emplace(columns.text(0));
        Statement keys(database, "SELECT \"from\", on_delete FROM pragma_foreign_key_list(?)");
        keys.bind(table);
        while (keys.step()) {
            const std::string column(keys.text(0));
            QCOMPARE(std::string(keys.text(1)), std::string("NO ACTION"));
            Statement primary(database,
                              "SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND pk = 1");
            QVERIFY2(indexed.count(column) != 0 || primary.bind(table, column).step(),
                     (std::string(table) + "." + column).c_str());
        }
    }
}

QTEST_GUILESS_MAIN(tst_schema)
#include "tst_schema.moc"
