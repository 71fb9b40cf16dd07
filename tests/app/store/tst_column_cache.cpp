// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/store/column_cache.h"
#include "app/store/database.h"
#include "app/store/release_copy.h"
#include "app/store/schema.h"
#include "app/store/snapshot_reader.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

namespace {

// Four events, three actors, what joins them.
void fill(Database &database)
{
    database.execute(
        "INSERT INTO actor(id, name, kind) VALUES (2, 'DPRK', 'state'), (4, 'Russia', 'state'),"
        " (6, 'Shoigu', 'person');"
        "INSERT INTO event(id, title, kind, when_edtf, place) VALUES"
        " (1, 'Exhibition', 'visit', '2023-07-26', 'Pyongyang'),"
        " (2, 'Treaty', 'treaty', '2024-06-19', 'Pyongyang'),"
        " (3, 'Troops leave', 'deployment', '2024-10~', ''),"
        " (5, 'Undated talk', 'visit', '', '');"
        "INSERT INTO participation(id, event_id, actor_id, part) VALUES"
        " (1, 1, 2, 'host'), (2, 1, 6, 'visitor'), (3, 2, 2, 'signatory'),"
        " (4, 2, 4, 'signatory'), (5, 5, 6, '');"
        "INSERT INTO relation(id, from_id, to_id, kind, when_edtf) VALUES"
        " (1, 2, 4, 'ally of', '2024-06-19/..'), (3, 6, 4, 'office in', '');");
}

void keep(Database &database)
{
    const Snapshot snapshot = readSnapshot(database);
    writeColumnCache(database, snapshot, beginColumnCache(database), {});
}

// All that the cache can have a say in, a line each.
std::string textOf(const Snapshot &s)
{
    std::string text;
    const auto line = [&text](const auto &...parts) {
        ((text.append(parts).append("|")), ...);
        text += '\n';
    };
    for (std::uint32_t i = 0; i < s.events->size(); ++i) {
        const EventRow row{i};
        const When when = s.events->when(row);
        line("event", std::to_string(s.events->id(row).value), s.events->title(row),
             s.events->kindWords().word(s.events->kind(row)),
             s.events->placeWords().word(s.events->place(row)), s.events->whenText(row),
             std::to_string(when.bounds.earliestBegin.seconds),
             std::to_string(when.bounds.latestEnd.seconds),
             std::to_string(static_cast<int>(when.form)), std::to_string(when.flags));
        for (const ParticipationColumns::Entry &entry : s.participations->ofEvent(row)) {
            line("part", std::to_string(entry.id.value), s.actor(entry.actor).name,
                 s.participations->partWords().word(entry.part));
        }
    }
    for (std::uint32_t i = 0; i < s.actors->size(); ++i) {
        line("actor", s.actor(ActorRow{i}).name);
        for (const EventRow event : s.participations->eventsOf(ActorRow{i}))
            line("in", std::to_string(s.events->id(event).value));
    }
    for (std::uint32_t i = 0; i < s.relations->size(); ++i) {
        const RelationRow row{i};
        line("relation", std::to_string(s.relations->id(row).value),
             s.actor(s.relations->from(row)).name, s.actor(s.relations->to(row)).name,
             s.relations->kindWords().word(s.relations->kind(row)), s.relations->whenText(row));
    }
    return text;
}

// What the rows themselves say.
std::string textOfRows(Database &database)
{
    const Transaction rolledBack(database);
    eraseColumnCache(database);
    return textOf(readSnapshot(database));
}

struct File {
    File() : database(folder / "a", Database::Mode::Create)
    {
        database.execute("PRAGMA synchronous = OFF");
        migrate(database);
        fill(database);
    }
    std::string readText() { return textOf(readSnapshot(database)); }
    bool isCacheUsed() { return readColumnCache(database).has_value(); }

    TemporaryFolder folder;
    Database database;
};

}  // namespace

class tst_column_cache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheRowsSay()
    {
        File file;
        const std::string rows = file.readText();
        QVERIFY(!file.isCacheUsed());
        keep(file.database);
        QVERIFY(file.isCacheUsed());
        QVERIFY(rows.find("Exhibition") != std::string::npos);
        QCOMPARE(file.readText(), rows);
    }

    void believesTheCacheAndNotTheRowsWhereNothingWasNoted()
    {
        // Otherwise these tests would test nothing.
        File file;
        keep(file.database);
        file.database.execute("UPDATE column_cache SET is_recording = 0;"
                              "UPDATE event SET title = 'Behind its back' WHERE id = 1;"
                              "UPDATE column_cache SET is_recording = 1;");
        QVERIFY(file.readText().find("Exhibition") != std::string::npos);
    }

    void rowsWrittenSinceAreReadAgain_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("event changed")
            << QByteArray("UPDATE event SET title = 'Signing', when_edtf = '2020' WHERE id = 2");
        QTest::newRow("event gone") << QByteArray("DELETE FROM participation WHERE event_id = 1;"
                                                  "DELETE FROM event WHERE id = 1");
        QTest::newRow("event new")
            << QByteArray("INSERT INTO event(id, title, when_edtf) VALUES (9, 'New', '2023');"
                          "INSERT INTO participation(id, event_id, actor_id) VALUES (9, 9, 4)");
        QTest::newRow("event renumbered") << QByteArray("UPDATE event SET id = 77 WHERE id = 3");
        QTest::newRow("event replaced") << QByteArray(
            "REPLACE INTO event(id, title, when_edtf) VALUES (3, 'Replaced', '2025')");
        QTest::newRow("all events dated")
            << QByteArray("UPDATE event SET when_edtf = '1950' WHERE id = 5");
        QTest::newRow("part changed")
            << QByteArray("UPDATE participation SET part = 'guest', actor_id = 4 WHERE id = 2");
        QTest::newRow("part gone") << QByteArray("DELETE FROM participation WHERE id = 3");
        QTest::newRow("relation changed") << QByteArray(
            "UPDATE relation SET kind = 'rival of', from_id = 4, to_id = 2 WHERE id = 1");
        QTest::newRow("relation new")
            << QByteArray("INSERT INTO relation(id, from_id, to_id, kind) VALUES (2, 6, 2, 'x')");
        QTest::newRow("relation gone") << QByteArray("DELETE FROM relation WHERE id = 3");
        QTest::newRow("actor new in front")
            << QByteArray("INSERT INTO actor(id, name, kind) VALUES (1, 'UN', 'organisation')");
        QTest::newRow("actor gone")
            << QByteArray("DELETE FROM participation WHERE actor_id = 4;"
                          "DELETE FROM relation; DELETE FROM actor WHERE id = 4");
        QTest::newRow("actor renamed")
            << QByteArray("UPDATE actor SET name = 'North Korea' WHERE id = 2");
    }

    void rowsWrittenSinceAreReadAgain()
    {
        QFETCH(QByteArray, sql);
        File file;
        keep(file.database);
        const std::string before = file.readText();
        file.database.execute(sql.constData());
        QVERIFY(file.isCacheUsed());
        const std::string after = file.readText();
        QVERIFY(after != before);
        QCOMPARE(after, textOfRows(file.database));
    }

    void whatIsWrittenDuringTheMakingIsNoted()
    {
        File file;
        const Snapshot before = readSnapshot(file.database);
        const std::int64_t generation = beginColumnCache(file.database);
        file.database.execute("UPDATE event SET title = 'Later' WHERE id = 1");
        writeColumnCache(file.database, before, generation, {});
        QVERIFY(file.isCacheUsed());
        QVERIFY(file.readText().find("Later") != std::string::npos);
    }

    void nothingIsNotedForNobody()
    {
        File file;
        file.database.execute("UPDATE event SET title = 'x'");
        QCOMPARE(file.database.integer("SELECT count(*) FROM column_touched"), 0);
        keep(file.database);
        dropColumnCache(file.database);
        file.database.execute("UPDATE event SET title = 'y'");
        QCOMPARE(file.database.integer("SELECT count(*) FROM column_touched"), 0);
        QVERIFY(!file.isCacheUsed());
    }

    void halfMadeOnesAreNotThere()
    {
        File file;
        const Snapshot snapshot = readSnapshot(file.database);
        const std::int64_t first = beginColumnCache(file.database);
        QVERIFY(!file.isCacheUsed());
        std::stop_source stopped;
        stopped.request_stop();
        writeColumnCache(file.database, snapshot, first, stopped.get_token());
        QVERIFY(!file.isCacheUsed());
        // Another making has begun: the first one gives up.
        const std::int64_t second = beginColumnCache(file.database);
        writeColumnCache(file.database, snapshot, first, {});
        QVERIFY(!file.isCacheUsed());
        writeColumnCache(file.database, snapshot, second, {});
        QVERIFY(file.isCacheUsed());
        file.database.execute("UPDATE column_cache SET format = format + 1");
        QVERIFY(!file.isCacheUsed());
    }

    void damageCostsTimeAndNotTruth_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("bytes") << QByteArray(
            "UPDATE column_chunk SET bytes = zeroblob(length(bytes)) WHERE id % 3 = 1");
        QTest::newRow("shorter") << QByteArray("UPDATE column_chunk SET bytes = x'00'");
        QTest::newRow("text for bytes") << QByteArray("UPDATE column_chunk SET bytes = 'words'");
        QTest::newRow("chunk missing") << QByteArray("DELETE FROM column_chunk WHERE id = 3");
        QTest::newRow("column missing")
            << QByteArray("DELETE FROM column_run WHERE name = 'relation.to'");
        QTest::newRow("wild size") << QByteArray(
            "UPDATE column_run SET size = 4611686018427387904 WHERE name = 'event.id'");
        QTest::newRow("negative size")
            << QByteArray("UPDATE column_run SET size = -8 WHERE name = 'event.id'");
        QTest::newRow("other column") << QByteArray(
            "UPDATE column_run SET (first_chunk, checksum) = (SELECT first_chunk, checksum"
            " FROM column_run WHERE name = 'event.latest_end') WHERE name = "
            "'event.earliest_begin'");
        QTest::newRow("no state") << QByteArray("DELETE FROM column_cache");
    }

    void damageCostsTimeAndNotTruth()
    {
        QFETCH(QByteArray, sql);
        File file;
        const std::string rows = file.readText();
        keep(file.database);
        file.database.execute(sql.constData());
        QVERIFY(!file.isCacheUsed());
        QCOMPARE(file.readText(), rows);
    }

    void onlyLargeSnapshotsNeedOne()
    {
        File file;
        QVERIFY(!needsColumnCache(file.database, readSnapshot(file.database)));
        file.database.execute(
            "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
            "INSERT INTO event(id, title) SELECT i, 'Event ' || i FROM n");
        QVERIFY(needsColumnCache(file.database, readSnapshot(file.database)));
        keep(file.database);
        QVERIFY(!needsColumnCache(file.database, readSnapshot(file.database)));
        file.database.execute("UPDATE event SET place = 'Vladivostok' WHERE id < 200");
        QVERIFY(!needsColumnCache(file.database, readSnapshot(file.database)));
        file.database.execute("UPDATE event SET place = 'Vladivostok'");
        QVERIFY(needsColumnCache(file.database, readSnapshot(file.database)));
        QCOMPARE(file.readText(), textOfRows(file.database));
    }

    // The bytes of the cache hold titles: a copy that forgets the history forgets them too.
    void nothingOfItIsInACopyForOthers()
    {
        TemporaryFolder folder;
        {
            Database database(folder / "a", Database::Mode::Create);
            migrate(database);
            fill(database);
            keep(database);
            database.execute("DELETE FROM participation WHERE event_id = 1;"
                             "DELETE FROM event WHERE id = 1");
        }
        makeReleaseCopy(folder / "a");
        Database database(folder / "a", Database::Mode::Read);
        QCOMPARE(database.integer("SELECT count(*) FROM column_chunk"), 0);
        QCOMPARE(database.integer("SELECT count(*) FROM column_run"), 0);
        QVERIFY(textOf(readSnapshot(database)).find("Exhibition") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(tst_column_cache)
#include "tst_column_cache.moc"
