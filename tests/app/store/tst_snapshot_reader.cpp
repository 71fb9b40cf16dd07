// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/store/database.h"
#include "app/store/recorder.h"
#include "app/store/snapshot_reader.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

// Everything that a snapshot shows, one row a line: two equal texts are two equal snapshots.
std::string shown(const Snapshot &s)
{
    std::string text = "title " + s.projectTitle + "\n";
    const auto line = [&](const auto &...parts) {
        ((text += std::string(parts) + "|"), ...);
        text += "\n";
    };
    const auto number = [](auto value) { return std::to_string(value); };
    for (std::uint32_t i = 0; i < s.events->size(); ++i) {
        const EventRow row{i};
        line("event", number(s.events->id(row).value), s.events->title(row),
             s.events->whenText(row), s.events->kindWords().word(s.events->kind(row)),
             s.events->statusWords().word(s.events->status(row)),
             s.events->placeWords().word(s.events->place(row)));
        for (const auto &entry : s.participations->ofEvent(row))
            line("  actor", s.actor(entry.actor).name,
                 s.participations->partWords().word(entry.part));
    }
    for (std::uint32_t i = 0; i < s.actors->size(); ++i) {
        const Actor &actor = s.actor(ActorRow{i});
        line("actor", number(actor.id.value), actor.name, actor.kind,
             number(s.participations->eventsOf(ActorRow{i}).size()));
        for (const Alias &alias : actor.aliases)
            line("  alias", alias.text, alias.language);
    }
    for (std::uint32_t i = 0; i < s.relations->size(); ++i) {
        const RelationRow row{i};
        line("relation", s.actor(s.relations->from(row)).name, s.actor(s.relations->to(row)).name,
             s.relations->kindWords().word(s.relations->kind(row)), s.relations->whenText(row),
             number(s.relations->isDirected(row)));
    }
    for (const Quantity &q : *s.quantities)
        line("quantity", q.what, number(q.low.value_or(-1)), number(q.high.value_or(-1)), q.unit);
    for (const Role &role : *s.roles)
        line("role", number(role.actor.value), role.title, number(role.body.value),
             role.when.text());
    for (const Source &source : *s.sources)
        line("source", source.title, number(source.outlet.value), source.published.text(),
             number(source.supersedes.value), number(source.length));
    for (const Annotation &a : *s.annotations)
        line("annotation", number(a.begin), number(a.end), a.exact, a.note);
    for (const Claim &c : *s.claims) {
        line("claim", nameOf(c.about.kind), number(c.about.id), c.field, c.value,
             number(c.attribution.size()), number(static_cast<int>(c.stance)));
    }
    for (const Decision &d : *s.decisions)
        line("decision", nameOf(d.about.kind), d.field, number(d.preferred.value));
    for (const Tagging &t : *s.taggings)
        line("tagging", nameOf(t.about.kind), number(t.about.id), t.tag);
    for (const SavedView &view : *s.views) {
        line("view", view.name, view.settings);
        for (const ActorPosition &p : view.positions)
            line("  at", number(p.actor.value), number(p.x), number(p.y), number(p.isPinned));
    }
    return text;
}

}  // namespace

class tst_snapshot_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfRowIsRead();
    void eventsComeInTheOrderOfTheirDates();
    void changedPartsAreAsIfAllWasRead();
    void fewChangesAmongManyAreAsIfAllWasRead();
    void actorsThatShiftTakeTheirLinksAlong();
    void textsThatAreNoDatesKeepTheirBounds();
    void linksToRowsThatAreNotThereAreLeftOut();
};

void tst_snapshot_reader::everyKindOfRowIsRead()
{
    const SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Read);
    const Snapshot s = readSnapshot(database);
    QCOMPARE(s.projectTitle, std::string("A small case"));
    QCOMPARE(s.events->size(), 4u);
    QCOMPARE(s.actors->size(), std::size_t{5});
    QCOMPARE(s.participations->size(), std::size_t{5});
    QCOMPARE(s.relations->size(), 2u);
    QCOMPARE(s.quantities->size(), std::size_t{2});
    QCOMPARE(s.roles->size(), std::size_t{2});
    QCOMPARE(s.reliabilityOf(file.interfax), 'B');
    QCOMPARE(s.sources->size(), std::size_t{2});
    QCOMPARE(s.sources->find(file.correction)->supersedes, file.report);
    QCOMPARE(s.annotationsOf(file.report).size(), std::size_t{2});
    QCOMPARE(s.claims->size(), std::size_t{4});
    QCOMPARE(s.claims->find(file.visitInMarch)->attribution,
             (std::vector<ActorId>{file.shoigu, file.interfax}));
    QCOMPARE(s.claimsAbout(file.visit).size(), std::size_t{2});
    QCOMPARE(s.decisions->size(), std::size_t{1});
    QCOMPARE(s.tagsOf(file.visit), (std::vector<std::string>{"visit", "2025"}));
    QCOMPARE(s.views->size(), std::size_t{2});
    QCOMPARE(s.views->find(file.view)->positions.size(), std::size_t{2});
    const Actor *shoigu = s.actorNamed("Сергей Шойгу");
    QVERIFY(shoigu != nullptr);
    QCOMPARE(shoigu->id, file.shoigu);
    QCOMPARE(shoigu->aliases.size(), std::size_t{2});
    QCOMPARE(s.rolesAt(file.shoigu, edtf("2020-01-01").when().bounds.earliestBegin),
             std::vector<std::string>{"minister, Ministry of Defence"});
    QCOMPARE(s.rolesAt(file.shoigu, edtf("2025-01-01").when().bounds.earliestBegin),
             std::vector<std::string>{"secretary"});
}

void tst_snapshot_reader::eventsComeInTheOrderOfTheirDates()
{
    const SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Read);
    const Snapshot s = readSnapshot(database);
    QCOMPARE(s.events->ids(),
             (std::vector<EventId>{file.treaty, file.deployment, file.visit, file.rumour}));
    QCOMPARE(s.events->datedSize(), 3u);
    const When visit = s.events->when(s.events->rowOf(file.visit));
    QCOMPARE(visit.form, DateForm::Range);
    QCOMPARE(visit.precision, Precision::Month);
    QVERIFY(visit == edtf("2025-03").when());
    QVERIFY(s.events->when(s.events->rowOf(file.deployment)) == edtf("2024-10/2024-12~").when());
}

void tst_snapshot_reader::changedPartsAreAsIfAllWasRead()
{
    const SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Write);
    Snapshot current = readSnapshot(database);
    const std::vector<std::string> edits{
        "UPDATE event SET when_edtf = '2026', title = 'Later' WHERE id = 1",
        "INSERT INTO event(title, when_edtf) VALUES ('First of all', '1999-01-01')",
        "INSERT INTO participation(event_id, actor_id) SELECT max(id), 1 FROM event",
        "UPDATE actor SET name = 'Changed' WHERE id = 2",
        "UPDATE alias SET text = 'Другое' WHERE id = 1",
        "DELETE FROM quantity WHERE id = 1",
        "DELETE FROM participation WHERE event_id = 3; DELETE FROM quantity WHERE event_id = 3; "
        "DELETE FROM event WHERE id = 3",
        "UPDATE relation SET kind = 'other'; UPDATE role SET title = 'x' WHERE id = 1",
        "UPDATE reliability SET grade = 'C'",
        "UPDATE source SET title = 'Renamed' WHERE id = 1; UPDATE annotation SET note = 'n'",
        "DELETE FROM attribution WHERE claim_id = 1; UPDATE claim SET value = '2025' WHERE id = 2",
        "DELETE FROM decision",
        "UPDATE tag SET name = 'renamed' WHERE id = 1",
        "UPDATE view_position SET x = 9; UPDATE view SET name = 'n' WHERE id = 2",
        "UPDATE setting SET value = 'Another title'",
    };
    for (const std::string &edit : edits) {
        std::string changeset;
        {
            const Recorder recorder(database);
            database.execute(edit.c_str());
            changeset = recorder.changeset();
        }
        QVERIFY2(!changeset.empty(), edit.c_str());
        const std::uint64_t revision = current.revision;
        current = readChanges(database, current, changesIn(database, changeset));
        QCOMPARE(current.revision, revision + 1);
        QVERIFY2(shown(current) == shown(readSnapshot(database)), edit.c_str());
    }
}

void tst_snapshot_reader::fewChangesAmongManyAreAsIfAllWasRead()
{
    const SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Write);
    database.execute(
        "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 600) "
        "INSERT INTO event(id, title, kind, when_edtf) SELECT i, 'Event ' || i, 'kind' || i % 7, "
        "CASE WHEN i % 9 = 0 THEN '' ELSE printf('%04d-%02d', 1900 + i * 37 % 120, 1 + i % 12) END "
        "FROM n;"
        "INSERT INTO participation(event_id, actor_id, part) "
        "SELECT id, 1 + id % 5, 'part' || id % 3 FROM event WHERE id >= 10;"
        "INSERT INTO actor(id, name, kind) SELECT id + 1000, 'Actor ' || id, 'person' FROM event;"
        "INSERT INTO source(id, title, sha256, length) SELECT id + 1000, 'Source ' || id, id, 0 "
        "FROM event;"
        "INSERT INTO annotation(id, source_id, begin, end, exact) SELECT id + 1000, id + 1000, 0, "
        "1, 'x' FROM event;"
        "INSERT INTO claim(id, source_id, annotation_id, about_kind, about_id, field) "
        "SELECT id + 1000, id + 1000, id + 1000, 1, id, 'date' FROM event;"
        "INSERT INTO attribution(claim_id, position, actor_id) SELECT id + 1000, 0, id + 1000 "
        "FROM event");
    Snapshot current = readSnapshot(database);
    const std::vector<std::string> edits{
        "UPDATE event SET title = 'Renamed', kind = 'new', place = 'Here' WHERE id = 77",
        "UPDATE event SET when_edtf = '1850' WHERE id = 78",
        "UPDATE event SET when_edtf = '' WHERE id = 79",
        "UPDATE event SET when_edtf = '2024-06-19' WHERE id = 81",  // was undated
        "UPDATE participation SET part = 'host', actor_id = 2 WHERE event_id = 80",
        "UPDATE participation SET event_id = 90 WHERE event_id = 91",
        "DELETE FROM participation WHERE event_id IN (100, 101); DELETE FROM event WHERE id IN "
        "(100, 101)",
        "INSERT INTO event(id, title, when_edtf) VALUES (9000, 'New', '1950'), (-3, 'Before', "
        "'1800');"
        "INSERT INTO participation(event_id, actor_id) VALUES (9000, 1), (-3, 2), (9000, 3)",
        "UPDATE event SET notes = 'n' WHERE id = 301",
        "INSERT INTO event(id, title) VALUES (900000, 'Far away')",
        "UPDATE actor SET name = 'Renamed' WHERE id IN (1200, 1201)",
        "INSERT INTO alias(actor_id, position, text) VALUES (1300, 0, 'Also called')",
        "UPDATE alias SET text = 'Called otherwise' WHERE actor_id = 1300",
        "DELETE FROM alias WHERE actor_id = 1300; INSERT INTO actor(id, name, kind) VALUES (900, "
        "'Between', 'person')",
        "UPDATE claim SET value = '2024', stance = 1 WHERE id = 1100; DELETE FROM attribution "
        "WHERE claim_id = 1101; DELETE FROM claim WHERE id = 1101",
        "INSERT INTO attribution(claim_id, position, actor_id) VALUES (1102, 1, 1300)",
        "INSERT INTO claim(id, source_id, field) VALUES (20000, 1100, 'place'), (900, 1103, "
        "'kind')",
        "UPDATE annotation SET note = 'Read again' WHERE id = 1444; UPDATE source SET title = 'T', "
        "outlet_id = 1300 WHERE id = 1445",
        "INSERT INTO source(id, title, sha256, length) VALUES (900, 'Between', 'f', 3)",
    };
    for (const std::string &edit : edits) {
        std::string changeset;
        {
            const Recorder recorder(database);
            database.execute(edit.c_str());
            changeset = recorder.changeset();
        }
        current = readChanges(database, current, changesIn(database, changeset));
        const Snapshot whole = readSnapshot(database);
        QVERIFY2(shown(current) == shown(whole), edit.c_str());
        QCOMPARE(current.events->datedSize(), whole.events->datedSize());
        QVERIFY(current.events->runningEnds() == whole.events->runningEnds());
        QVERIFY(current.events->extent() == whole.events->extent());
        QCOMPARE(current.events->kindWords().byCount().size(),
                 whole.events->kindWords().byCount().size());
        for (const EventId id : whole.events->ids())
            QCOMPARE(current.events->rowOf(id), whole.events->rowOf(id));
        QVERIFY(current.events->rowOf(EventId{100'000}).isNull());
        QVERIFY(current.events->rowOf(EventId{-77}).isNull());
    }
}

void tst_snapshot_reader::actorsThatShiftTakeTheirLinksAlong()
{
    const SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Write);
    const Snapshot before = readSnapshot(database);
    std::string changeset;
    {
        const Recorder recorder(database);
        // The id comes before all others, so every row moves by one.
        database.execute("INSERT INTO actor(id, name, kind) VALUES (-5, 'Earlier', 'person')");
        changeset = recorder.changeset();
    }
    const Snapshot after = readChanges(database, before, changesIn(database, changeset));
    QCOMPARE(after.actorRow(file.russia).value, before.actorRow(file.russia).value + 1);
    QCOMPARE(shown(after), shown(readSnapshot(database)));
    QCOMPARE(after.participations->eventsOf(after.actorRow(file.russia)).size(), std::size_t{1});
}

void tst_snapshot_reader::textsThatAreNoDatesKeepTheirBounds()
{
    TemporaryFolder folder;
    makeEmptyFile(folder / "a").reset();
    Database database(folder / "a", Database::Mode::Write);
    database.execute(
        "INSERT INTO event(id, title, when_edtf, earliest_begin, latest_begin, earliest_end, "
        "latest_end) VALUES (1, 'From a later version', '#!', 100, 200, 100, 200), "
        "(2, 'Broken', '#?', NULL, NULL, NULL, NULL)");
    const Snapshot s = readSnapshot(database);
    const When when = s.events->when(s.events->rowOf(EventId{1}));
    QCOMPARE(when.form, DateForm::Range);
    QCOMPARE(when.bounds.earliestBegin.seconds, 100);
    QCOMPARE(when.bounds.latestEnd.seconds, 200);
    QVERIFY(!s.events->when(s.events->rowOf(EventId{2})).isDated());
    QCOMPARE(s.events->whenText(s.events->rowOf(EventId{2})), std::string_view("#?"));
}

void tst_snapshot_reader::linksToRowsThatAreNotThereAreLeftOut()
{
    const SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Write);
    database.execute("PRAGMA foreign_keys = OFF; DELETE FROM actor WHERE id = 2;"
                     "DELETE FROM event WHERE id = 1");
    const Snapshot s = readSnapshot(database);
    QCOMPARE(s.participations->size(), std::size_t{1});
    QCOMPARE(s.relations->size(), 1u);
}

QTEST_GUILESS_MAIN(tst_snapshot_reader)
#include "tst_snapshot_reader.moc"
