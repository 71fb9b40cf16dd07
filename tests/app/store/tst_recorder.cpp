// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <functional>

#include "app/store/changeset_format.h"
#include "app/store/database.h"
#include "app/store/interruption.h"
#include "app/store/recorder.h"
#include "app/store/schema.h"
#include "app/store/store_error.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

// Makes the changes and gives their changeset.
std::string recorded(Database &database, const char *sql)
{
    const Recorder recorder(database);
    database.execute(sql);
    return recorder.changeset();
}

std::string listed(const std::vector<ItemRef> &items)
{
    std::string text;
    for (const ItemRef item : items)
        text += std::string(nameOf(item.kind)) + std::to_string(item.id) + " ";
    return text;
}

}  // namespace

class tst_recorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listNamesEveryTableAboveTheLine();
    void changesetTurnsBackAndForth();
    void concatenatedDoesBoth();
    void nothingChangedIsEmpty();
    void historyAndIndexAreNotRecorded();
    void conflictIsRefusedWhole();
    void referenceToNothingIsRefused();
    void garbageIsRefused();
    void changesNameItemsAndTheirOwners();
    void rowsMayComeInAnyOrderOfReference();
    void whatIsStoppedIsCancelled();

private:
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<Database> m_database;
};

void tst_recorder::init()
{
    m_database.reset();
    m_folder = std::make_unique<TemporaryFolder>();
    m_database = std::make_unique<Database>(*m_folder / "a", Database::Mode::Create);
    migrate(*m_database);
    m_database->execute("INSERT INTO actor(id, name, kind) VALUES (1, 'A', ''), (2, 'B', '');"
                        "INSERT INTO event(id, title) VALUES (1, 'E'), (2, 'F');"
                        "INSERT INTO participation(id, event_id, actor_id) VALUES (1, 1, 1);"
                        "INSERT INTO alias(id, actor_id, position, text) VALUES (1, 2, 0, 'b')");
}

void tst_recorder::listNamesEveryTableAboveTheLine()
{
    std::vector<std::string> tables;
    Statement names(*m_database,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                    "'text_index%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'history%' "
                    "AND name NOT LIKE 'column%' "
                    "ORDER BY rowid");
    while (names.step())
        tables.emplace_back(names.text(0));
    QCOMPARE(tables, std::vector<std::string>(recordedTables().begin(), recordedTables().end()));
}

void tst_recorder::changesetTurnsBackAndForth()
{
    const std::string before = dumpOf(*m_folder / "a");
    const std::string changeset =
        recorded(*m_database, "UPDATE event SET title = 'New' WHERE id = 1; DELETE FROM alias;"
                              "INSERT INTO setting VALUES ('title', 'Case');"
                              "INSERT INTO view_position VALUES (1, 1, 0.5, 0.25, 1)");
    const std::string after = dumpOf(*m_folder / "a");
    QVERIFY(before != after);
    applyChangeset(*m_database, inverted(changeset));
    QCOMPARE(dumpOf(*m_folder / "a"), before);
    applyChangeset(*m_database, changeset);
    QCOMPARE(dumpOf(*m_folder / "a"), after);
}

void tst_recorder::concatenatedDoesBoth()
{
    const std::string before = dumpOf(*m_folder / "a");
    const std::string one = recorded(*m_database, "UPDATE event SET title = 'One' WHERE id = 1");
    const std::string two = recorded(*m_database, "UPDATE event SET title = 'Two' WHERE id = 1;"
                                                  "DELETE FROM event WHERE id = 2");
    const std::string after = dumpOf(*m_folder / "a");
    applyChangeset(*m_database, concatenated(inverted(two), inverted(one)));
    QCOMPARE(dumpOf(*m_folder / "a"), before);
    applyChangeset(*m_database, concatenated(one, two));
    QCOMPARE(dumpOf(*m_folder / "a"), after);
}

void tst_recorder::nothingChangedIsEmpty()
{
    QVERIFY(recorded(*m_database, "UPDATE event SET title = title").empty());
    QVERIFY(recorded(*m_database, "INSERT INTO event(id, title) VALUES (9, 'G');"
                                  "DELETE FROM event WHERE id = 9")
                .empty());
    QVERIFY(changesIn(*m_database, "").isEmpty());
}

void tst_recorder::historyAndIndexAreNotRecorded()
{
    QVERIFY(
        recorded(*m_database,
                 "INSERT INTO history(name, author, made_at, changeset) VALUES ('', '', '', '');"
                 "INSERT INTO text_index(rowid, title, body) VALUES (1, 'a', 'b')")
            .empty());
}

void tst_recorder::conflictIsRefusedWhole()
{
    const std::string changeset = recorded(
        *m_database, "UPDATE event SET title = 'One' WHERE id = 1; UPDATE event SET title = 'Two' "
                     "WHERE id = 2");
    struct Case {
        const char *change;
        const char *says;
    };
    for (const Case &other :
         {Case{"UPDATE event SET title = 'Other' WHERE id = 2", "changed since"},
          Case{"DELETE FROM event WHERE id = 2", "is gone"}}) {
        m_database->execute(other.change);
        const std::string before = dumpOf(*m_folder / "a");
        try {
            applyChangeset(*m_database, inverted(changeset));
            QFAIL("a conflict went through");
        } catch (const StoreError &error) {
            QCOMPARE(error.code(), ErrorCode::Conflict);
            QVERIFY2(std::string(error.what()).find("row 2 of event") != std::string::npos,
                     error.what());
            QVERIFY2(std::string(error.what()).find(other.says) != std::string::npos, error.what());
        }
        QCOMPARE(dumpOf(*m_folder / "a"), before);
    }
}

void tst_recorder::referenceToNothingIsRefused()
{
    const std::string changeset =
        recorded(*m_database, "INSERT INTO event(id, title) VALUES (7, 'G')");
    m_database->execute("INSERT INTO participation(event_id, actor_id) VALUES (7, 1)");
    const std::string before = dumpOf(*m_folder / "a");
    try {
        applyChangeset(*m_database, inverted(changeset));
        QFAIL("a participation was left without its event");
    } catch (const StoreError &error) {
        QCOMPARE(error.code(), ErrorCode::Conflict);
    }
    QCOMPARE(dumpOf(*m_folder / "a"), before);
}

void tst_recorder::garbageIsRefused()
{
    const std::string before = dumpOf(*m_folder / "a");
    const std::string sound =
        recorded(*m_database,
                 "UPDATE event SET title = 'One', notes = 'two' WHERE id = 1; DELETE FROM alias;"
                 "INSERT INTO view_position VALUES (1, 1, 0.5, 0.25, 1)");
    applyChangeset(*m_database, inverted(sound));
    QCOMPARE(dumpOf(*m_folder / "a"), before);
    const auto isRefused = [&](const std::string &bytes) {
        try {
            // On the heap and without anything behind it, where a sanitizer sees the end.
            applyChangeset(*m_database, std::string_view(bytes));
        } catch (const StoreError &) {
            return true;
        }
        return false;
    };
    for (const std::string &bytes :
         {std::string("T"), std::string("nonsense"), std::string(100, '\xff'),
          std::string("T\1\1no_such_table\0\x12\0\1\0\0\0\0\0\0\0\1", 28),
          std::string("T\1\0event\0\x12\0\1\0\0\0\0\0\0\0\1", 20)}) {
        QVERIFY(isRefused(bytes));
    }
    // Cut anywhere, it is refused, or was cut between two changes.
    for (std::size_t size = 1; size < sound.size(); ++size) {
        const Transaction transaction(*m_database);
        if (!isRefused(sound.substr(0, size)))
            QVERIFY(isWellFormedChangeset(sound.substr(0, size)));
    }
    // With any byte changed, it does what it says or is refused; it never crashes.
    for (std::size_t at = 0; at < sound.size(); ++at) {
        for (const char byte : {'\0', '\1', '\x7f', '\xff', 'T'}) {
            std::string bytes = sound;
            bytes[at] = byte;
            const Transaction transaction(*m_database);
            static_cast<void>(isRefused(bytes));
        }
    }
    QCOMPARE(dumpOf(*m_folder / "a"), before);
}

void tst_recorder::changesNameItemsAndTheirOwners()
{
    ChangeSet changes =
        changesIn(*m_database,
                  recorded(*m_database,
                           "INSERT INTO actor(id, name, kind) VALUES (3, 'C', '');"
                           "INSERT INTO alias(actor_id, position, text) VALUES (3, 0, 'c');"
                           "UPDATE alias SET text = 'bb' WHERE id = 1;"
                           "UPDATE participation SET part = 'host' WHERE id = 1;"
                           "DELETE FROM event WHERE id = 2;"
                           "INSERT INTO tag(id, name) VALUES (1, 't');"
                           "INSERT INTO tagging(tag_id, about_kind, about_id) VALUES (1, 2, 1)"));
    QCOMPARE(listed(changes.added), std::string("actor3 "));
    QCOMPARE(listed(changes.changed), std::string("event1 actor1 actor2 participation1 "));
    QCOMPARE(listed(changes.removed), std::string("event2 "));
    QVERIFY(touches(changes, RecordedTable::Alias));
    QVERIFY(touches(changes, RecordedTable::Claim, RecordedTable::Tagging));
    QVERIFY(!touches(changes, RecordedTable::Claim, RecordedTable::View));

    changes = changesIn(*m_database, recorded(*m_database, "UPDATE view SET name = 'x';"
                                                           "DELETE FROM participation"));
    QCOMPARE(listed(changes.changed), std::string("event1 "));
    QCOMPARE(listed(changes.removed), std::string("participation1 "));
    QCOMPARE(changes.tables,
             tableBit(RecordedTable::View) | tableBit(RecordedTable::Participation));
}

void tst_recorder::rowsMayComeInAnyOrderOfReference()
{
    // Removing owner and owned together must come back, whatever order SQLite keeps them in.
    const std::string before = dumpOf(*m_folder / "a");
    const std::string changeset =
        recorded(*m_database, "DELETE FROM participation; DELETE FROM alias; DELETE FROM event;"
                              "DELETE FROM actor");
    applyChangeset(*m_database, inverted(changeset));
    QCOMPARE(dumpOf(*m_folder / "a"), before);
    applyChangeset(*m_database, changeset);
    QCOMPARE(m_database->integer("SELECT count(*) FROM actor"), 0);
}

// Whoever stops long work is told of no failure.
void tst_recorder::whatIsStoppedIsCancelled()
{
    const auto codeOf = [this](const std::function<void()> &work) {
        const Interruption interruption(*m_database, [] { return true; });
        try {
            work();
        } catch (const StoreError &error) {
            return error.code();
        }
        return ErrorCode::Internal;  // nothing was thrown
    };
    const char *const rows =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) "
        "INSERT INTO event(title) SELECT 'Talks ' || i FROM n";
    std::string changeset;
    {
        const Recorder recorder(*m_database);
        m_database->execute(rows);
        changeset = recorder.changeset();
        QCOMPARE(codeOf([&] { recorder.changeset(); }), ErrorCode::Cancelled);
    }
    const std::string way = inverted(changeset);
    QCOMPARE(codeOf([&] { applyChangeset(*m_database, way); }), ErrorCode::Cancelled);
    QCOMPARE(m_database->integer("SELECT count(*) FROM event"), 20'002);
}

QTEST_GUILESS_MAIN(tst_recorder)
#include "tst_recorder.moc"
