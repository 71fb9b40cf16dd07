// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported, imported into an empty project and exported again is the same, byte for byte.
#include <QTest>

#include <map>

#include "app/edit/edits.h"
#include "app/exchange/own_tables_reader.h"
#include "app/exchange/own_tables_writer.h"
#include "app/exchange/tables_import.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> filesIn(const fs::path &folder)
{
    std::map<std::string, std::string> files;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder).string()] = readFile(entry.path());
    }
    return files;
}

ImportReport importInto(Session &session, const fs::path &folder)
{
    ProjectTables tables;
    ImportReport report;
    if (readOwnTables(folder, tables, report.refused))
        (void)importTables(session, tables, {}, report);
    return report;
}

QString told(const ImportReport &report)
{
    return report.refused.empty() ? QString()
                                  : QString::fromStdString(sentenceOf(report.refused.front()));
}

// Exports, imports into an empty project, exports again.
void compareRoundTrip(const Session &session, const TemporaryFolder &folder)
{
    QVERIFY(writeOwnTables(session, folder / "first").has_value());
    const std::unique_ptr<Session> other = makeEmptyFile(folder / "other.dateline");
    const ImportReport report = importInto(*other, folder / "first");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QVERIFY(writeOwnTables(*other, folder / "second").has_value());
    const auto first = filesIn(folder / "first");
    const auto second = filesIn(folder / "second");
    QCOMPARE(second.size(), first.size());
    for (const auto &[name, bytes] : first) {
        QVERIFY2(second.contains(name), name.c_str());
        QCOMPARE(QByteArray::fromStdString(second.at(name)), QByteArray::fromStdString(bytes));
    }
    const ImportReport again = importInto(*other, folder / "first");
    QCOMPARE(again.added.total(), 0);
    QCOMPARE(again.updated, 0);
    QVERIFY(again.isDone);
}

}  // namespace

class tst_own_tables_round_trip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInSampleComesBack();
    void everyKindOfRowComesBack();
    void awkwardTextsComeBack();
    void originalBytesComeBack();
    void givenIdsMeetNoOthers();
    void repeatedParticipationsAreOneInAnyOrder();
    void relationsAreDirectedByWordsOrNumbers();
    void theTablesHaveTheirColumns();
};

void tst_own_tables_round_trip::theBuiltInSampleComesBack()
{
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "sample.dateline");
    const ImportReport report = importInto(*session, DATELINE_SOURCE_DIR "/resources/sample");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QVERIFY(report.added.events >= 17);
    QVERIFY(report.added.actors >= 20);
    QCOMPARE(report.added.sources, 2);
    QVERIFY(report.added.annotations >= 25);
    QVERIFY(report.added.claims >= 30);
    compareRoundTrip(*session, folder);
}

void tst_own_tables_round_trip::everyKindOfRowComesBack()
{
    const SampleFile file = makeSampleFile();
    const TemporaryFolder folder;
    compareRoundTrip(*file.session, folder);
    // Made by hand, but imported into the project that it came from nothing is doubled.
    const ImportReport report = importInto(*file.session, folder / "first");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.added.total(), 0);
    QCOMPARE(report.updated, 0);
}

void tst_own_tables_round_trip::awkwardTextsComeBack()
{
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    const std::vector<std::string> texts = {"a,b;c|d>e@f=g\\h\"i",
                                            " blanks ",
                                            "line\r\nends\n\r",
                                            "'; DROP TABLE event; --",
                                            "e\xCC\x81 😀 \xE2\x80\xAE",
                                            "\xEF\xBB\xBFmark",
                                            "\t",
                                            "=1+1",
                                            "event-1",
                                            "\\",
                                            "김정은"};
    const Result<void> made = session->perform("Make", [&](Stores &stores) {
        ActorId before;
        for (const std::string &text : texts) {
            Actor actor;
            actor.name = text + "x";
            actor.kind = text;
            actor.notes = text;
            actor.externalId = text;
            Alias alias;
            alias.text = text + "y";
            alias.language = text;
            actor.aliases = {alias, alias};
            actor.aliases[1].text = "z" + text;
            const ActorId id = addActor(stores, actor);
            Event event;
            event.externalId = text;
            event.title = text + "x";
            event.place = text;
            event.notes = text;
            const EventId eventId = addEvent(stores, event);
            if (text.find(';') == std::string::npos)  // no tag holds one
                setTags(stores, eventId, std::vector<std::string>{text + "t", "u" + text});
            addParticipation(stores, {{}, eventId, id, text});
            Role role;
            role.actor = id;
            role.title = text + "x";
            role.body = before;
            const RoleId roleId = addRole(stores, role);
            Source source;
            source.externalId = text;
            source.title = text + "x";
            const SourceId sourceId = addSource(stores, source, text, text);
            Claim claim;
            claim.externalId = text;
            claim.source = sourceId;
            claim.about = roleId;
            claim.field = text;
            claim.value = text;
            claim.notes = text;
            claim.attribution = {id};
            if (before)
                claim.attribution.push_back(before);
            addClaim(stores, claim);
            before = id;
        }
    });
    QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    compareRoundTrip(*session, folder);
}

void tst_own_tables_round_trip::originalBytesComeBack()
{
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    QVERIFY(session->perform("Make", [](Stores &stores) {
        Source source;
        source.title = "A page";
        source.mediaType = "text/html";
        addSource(stores, source, "words", "<p>words</p>\xFF");
        source.title = "A text of another encoding";
        source.mediaType = "text/plain";
        addSource(stores, source, "é", "\xE9");
    }));
    compareRoundTrip(*session, folder);
    QCOMPARE(readFile(folder.path() / "first/originals/source-1.html"),
             std::string("<p>words</p>\xFF"));
    QCOMPARE(readFile(folder.path() / "first/originals/source-2.txt"), std::string("\xE9"));
}

void tst_own_tables_round_trip::repeatedParticipationsAreOneInAnyOrder()
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "tables");
    writeFile(folder / "tables" / "events.csv", "id,title\ne1,First\ne2,Second\n");
    writeFile(folder / "tables" / "actors.csv", "id,name\na1,Kim\na2,Park\n");
    writeFile(folder / "tables" / "participations.csv",
              "event_id,actor_id,part\ne1,a1,host\ne1,a1,host\ne2,a1,guest\ne1,a2,guest\n"
              "e1,a1,host\ne1,a1,speaker\n");
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    const ImportReport report = importInto(*session, folder / "tables");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.added.participations, 4);
    QCOMPARE(report.unchanged, 2);
    QCOMPARE(session->snapshot()->participations->size(), std::size_t{4});
}

void tst_own_tables_round_trip::relationsAreDirectedByWordsOrNumbers()
{
    const TemporaryFolder folder;
    fs::create_directories(folder / "tables");
    writeFile(folder / "tables" / "actors.csv", "id,name\na1,Kim\na2,Park\n");
    writeFile(folder / "tables" / "relations.csv",
              "id,from_id,to_id,kind,directed\nr1,a1,a2,ally,yes\nr2,a1,a2,ally,1\n"
              "r3,a1,a2,ally,no\nr4,a1,a2,ally,0\nr5,a1,a2,ally,\n");
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    const ImportReport report = importInto(*session, folder / "tables");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const RelationColumns &relations = *session->snapshot()->relations;
    QCOMPARE(relations.size(), 5U);
    const bool expected[] = {true, true, false, false, true};
    for (RelationRow row{0}; row.value < relations.size(); ++row.value)
        QCOMPARE(relations.isDirected(row), expected[row.value]);
}

void tst_own_tables_round_trip::givenIdsMeetNoOthers()
{
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    QVERIFY(session->perform("Make", [](Stores &stores) {
        Event event;
        event.title = "By hand";
        addEvent(stores, event);
        event.title = "Imported";
        event.externalId = "event-1";
        addEvent(stores, event);
        event.title = "By hand too";
        event.externalId.clear();
        addEvent(stores, event);
    }));
    const std::string events = OwnTablesWriter(*session).table(OwnTable::Events);
    QVERIFY2(events.find("\nevent-2,By hand,") != std::string::npos, events.c_str());
    QVERIFY(events.find("\nevent-1,Imported,") != std::string::npos);
    QVERIFY(events.find("\nevent-3,By hand too,") != std::string::npos);
    compareRoundTrip(*session, folder);
}

void tst_own_tables_round_trip::theTablesHaveTheirColumns()
{
    const TemporaryFolder folder;
    const std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");
    QVERIFY(writeOwnTables(*session, folder / "out").has_value());
    const std::map<std::string, std::string> expected = {
        {"events.csv", "id,title,kind,when,status,place,notes,tags\n"},
        {"actors.csv", "id,name,kind,aliases,notes\n"},
        {"participations.csv", "event_id,actor_id,part\n"},
        {"quantities.csv", "event_id,what,low,high,qualifier,unit,mode\n"},
        {"roles.csv", "actor_id,title,body_id,when\n"},
        {"relations.csv", "id,from_id,to_id,kind,directed,when,status,notes\n"},
        {"sources.csv", "id,title,outlet_id,author,published,updated,retrieved,address,language,"
                        "handling,text,sha256\n"},
        {"annotations.csv",
         "id,source_id,start,end,exact,prefix,suffix,note,tags,made_by,made_at\n"},
        {"claims.csv", "id,source_id,annotation_id,about,about_id,field,value,status,credibility,"
                       "likelihood,stance,attribution,notes\n"}};
    QCOMPARE(filesIn(folder / "out"), expected);
}

QTEST_GUILESS_MAIN(tst_own_tables_round_trip)
#include "tst_own_tables_round_trip.moc"
