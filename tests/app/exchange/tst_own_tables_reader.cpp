// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/own_tables_reader.h"

#include <QTest>

#include "app/edit/edits.h"
#include "app/exchange/tables_import.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

struct Project {
    TemporaryFolder folder;
    std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");

    void write(std::string_view name, std::string_view text) const
    {
        std::filesystem::create_directories((folder / "tables").string());
        writeFile(folder.path() / "tables" / name, text);
    }
    ImportReport read(const ImportOptions &options = {}) const
    {
        ProjectTables tables;
        ImportReport report;
        const Result<void> read = readOwnTables(folder / "tables", tables, report.refused);
        if (read)
            (void)importTables(*session, tables, options, report);
        return report;
    }
    std::size_t edits() const { return session->history().size(); }
};

QString told(const ImportReport &report)
{
    QStringList lines;
    for (const Refusal &refusal : report.refused)
        lines << QString::fromStdString(sentenceOf(refusal));
    return lines.join(u'\n');
}

}  // namespace

class tst_own_tables_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsOneEdit();
    void importingTwiceChangesNothing();
    void changedRowsAreBroughtUpToDate();
    void badCellsAreRefusedWithTheirPlace_data();
    void badCellsAreRefusedWithTheirPlace();
    void oneBadRowRefusesAll();
    void badRowsCanBeSkipped();
    void aDryRunWritesNothing();
    void actorsCanBeNamedInPlace();
    void actorsInPlaceAndParticipationsExcludeEachOther();
    void quotesAreAnchored();
    void textsLieBesideTheTable();
    void aSourceNeverChanges();
    void rowsMadeByHandAreKnownByTheirGivenIds();
    void stoppingChangesNothing();
};

void tst_own_tables_reader::aFolderIsOneEdit()
{
    const Project project;
    project.write("actors.csv", "id,name,kind,aliases\nkim,Kim Jong Un,person,김정은@ko\n"
                                "nk,North Korea,state,\n");
    project.write("events.csv", "id,title,when,tags\nvisit,A visit,2024-06~,a;b\n");
    project.write("participations.csv", "event_id,actor_id,part\nvisit,kim,host\n");
    project.write("roles.csv", "actor_id,title,body_id,when\nkim,Leader,nk,2011/..\n");
    project.write("relations.csv", "id,from_id,to_id,kind,directed\nr,kim,nk,leads,no\n");
    project.write("notes.txt", "left alone");
    const ImportReport report = project.read();
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.added.actors, 2);
    QCOMPARE(report.added.events, 1);
    QCOMPARE(report.added.participations, 1);
    QCOMPARE(report.added.roles, 1);
    QCOMPARE(report.added.relations, 1);
    QCOMPARE(project.edits(), 1u);

    const Stores &stores = project.session->stores();
    const std::optional<Event> event = stores.events.find(stores.events.findExternal("visit"));
    QVERIFY(event.has_value());
    QCOMPARE(event->when.text(), std::string("2024-06~"));
    QCOMPARE(stores.tags.tagsOf(event->id), (std::vector<std::string>{"a", "b"}));
    const std::optional<Actor> kim = stores.actors.find(stores.actors.findExternal("kim"));
    QCOMPARE(kim->aliases.front().language, std::string("ko"));
    QVERIFY(!stores.relations.find(stores.relations.findExternal("r"))->isDirected);

    QVERIFY(project.session->undo().has_value());
    QVERIFY(project.session->stores().events.all().empty());
}

void tst_own_tables_reader::importingTwiceChangesNothing()
{
    const Project project;
    project.write("actors.csv", "id,name,aliases\na,A,x;y\nb,B,\n");
    project.write("events.csv", "id,title,tags\ne,E,t;u\n");
    project.write("participations.csv", "event_id,actor_id,part\ne,a,host\ne,a,host\ne,b,\n");
    project.write("quantities.csv", "event_id,what,low,high,unit\ne,troops,1,2,t\n"
                                    "e,troops,3,4,t\n");
    project.write("roles.csv", "actor_id,title,body_id,when\na,T,b,\n");
    project.write("reliabilities.csv", "actor_id,grade,since,reason\na,B,2025-01-01,r\n");
    project.write("sources.csv", "id,title,text\ns,S,some words\n");
    project.write("annotations.csv", "id,source_id,start,end,exact\nq,s,0,4,some\n");
    project.write("claims.csv",
                  "id,source_id,annotation_id,about,about_id,field,value,attribution\n"
                  "c,s,q,event,e,title,E,a>b\nd,s,,role,a|T|b|,role,T,\n");
    const ImportReport first = project.read();
    QVERIFY2(first.isDone, qPrintable(told(first)));
    QCOMPARE(first.added.participations, 2);
    QCOMPARE(first.added.quantities, 2);
    const std::filesystem::path path = project.session->path();
    const std::string before = dumpOf(path);

    const ImportReport second = project.read();
    QVERIFY(second.isDone);
    QCOMPARE(second.added.total(), 0);
    QCOMPARE(second.updated, 0);
    QCOMPARE(second.unchanged, first.added.total() + first.unchanged);
    QCOMPARE(project.edits(), 1u);
    QCOMPARE(dumpOf(path), before);
}

void tst_own_tables_reader::changedRowsAreBroughtUpToDate()
{
    const Project project;
    project.write("events.csv", "id,title,when,tags\ne,Old,2024,a\nf,Same,2024,\n");
    QVERIFY(project.read().isDone);
    project.write("events.csv", "id,title,when,tags\ne,New,2024-06,b\nf,Same,2024,\n");
    const ImportReport report = project.read();
    QCOMPARE(report.updated, 1);
    QCOMPARE(report.unchanged, 1);
    const Stores &stores = project.session->stores();
    const std::optional<Event> event = stores.events.find(stores.events.findExternal("e"));
    QCOMPARE(event->title, std::string("New"));
    QCOMPARE(stores.tags.tagsOf(event->id), std::vector<std::string>{"b"});
    QCOMPARE(project.edits(), 2u);
}

void tst_own_tables_reader::badCellsAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("refusal");  // the beginning of the sentence
    const auto row = [](const char *name, const char *file, const char *text, const char *refusal) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(text)
                            << QString::fromUtf8(refusal);
    };
    row("a date", "events.csv", "id,title,when\ne,T,2025-13\n",
        "events.csv:2:3: when: found '2025-13', expected a date as EDTF; at character 6");
    row("no title", "events.csv", "id,title\ne, \n", "events.csv:2:2: title:");
    row("no id", "events.csv", "id,title\n,T\n", "events.csv:2:1: id:");
    row("an id twice", "events.csv", "id,title\ne,T\ne,U\n", "events.csv:3:1: id: found 'e'");
    row("an unknown column", "events.csv", "id,title,colour\ne,T,red\n",
        "events.csv:1:3: colour: found 'colour'");
    row("no id column", "events.csv", "title\nT\n", "events.csv:1: id: found 'no such column'");
    row("a short row", "events.csv", "id,title\ne\n", "events.csv:2: found '1 cells'");
    row("an open quote", "events.csv", "id,title\ne,\"T\n",
        "events.csv:2: found 'a quote that is never closed'");
    row("no UTF-8", "events.csv", "id,title\ne,\xFFx\n", "events.csv:2:3: found 'the byte FF'");
    row("an empty file", "events.csv", "", "events.csv:1: found 'an empty file'");
    row("an unknown actor", "roles.csv", "actor_id,title\nnobody,T\n",
        "roles.csv:2: actor_id: found 'nobody'");
    row("a number", "quantities.csv", "event_id,what,low\ne,x,\"1,000\"\n",
        "quantities.csv:2:3: low: found '1,000'");
    row("high below low", "quantities.csv", "event_id,what,low,high\ne,x,2,1\n",
        "quantities.csv:2:4: high:");
    row("a grade", "reliabilities.csv", "actor_id,grade\na,G\n", "reliabilities.csv:2:2: grade:");
    row("a stance", "claims.csv", "id,source_id,stance\nc,s,maybe\n", "claims.csv:2:3: stance:");
    row("a credibility", "claims.csv", "id,source_id,credibility\nc,s,7\n",
        "claims.csv:2:3: credibility:");
    row("what a claim is about", "claims.csv", "id,source_id,about,about_id\nc,s,planet,x\n",
        "claims.csv:2:3: about:");
    row("a wrong sum", "sources.csv",
        "id,title,text,sha256\ns,S,words,"
        "0000000000000000000000000000000000000000000000000000000000000000\n",
        "sources.csv:2: sha256:");
}

void tst_own_tables_reader::badCellsAreRefusedWithTheirPlace()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QString, refusal);
    const Project project;
    QByteArray bytes = text.toUtf8();
    bytes.replace("\xC3\xBF", "\xFF");  // QString cannot hold what is no UTF-8
    if (QByteArray(QTest::currentDataTag()) == "no UTF-8")
        bytes = "id,title\ne,\xFFx\n";
    project.write(file.toStdString(), bytes.toStdString());
    const ImportReport report = project.read();
    QVERIFY(!report.isDone);
    QVERIFY2(!report.refused.empty() && told(report).startsWith(refusal), qPrintable(told(report)));
    QCOMPARE(project.edits(), 0u);
}

void tst_own_tables_reader::oneBadRowRefusesAll()
{
    const Project project;
    project.write("events.csv", "id,title,when\na,A,2024\nb,B,soon\n");
    project.write("actors.csv", "id,name\nx,X\n");
    project.write("participations.csv", "event_id,actor_id\na,x\nb,x\n");
    const ImportReport report = project.read();
    QVERIFY(!report.isDone);
    QCOMPARE(report.refused.size(), 1u);  // what only follows from it is not listed
    QCOMPARE(report.added.events, 0);
    QVERIFY(project.session->stores().events.all().empty());
}

void tst_own_tables_reader::badRowsCanBeSkipped()
{
    const Project project;
    project.write("events.csv", "id,title,when\na,A,2024\nb,B,soon\n");
    project.write("actors.csv", "id,name\nx,X\n");
    project.write("participations.csv", "event_id,actor_id\na,x\nb,x\n");
    ImportOptions options;
    options.skipsBadRows = true;
    const ImportReport report = project.read(options);
    QVERIFY(report.isDone);
    QCOMPARE(report.added.events, 1);
    QCOMPARE(report.added.participations, 1);
    QCOMPARE(report.refused.size(), 2u);
}

void tst_own_tables_reader::aDryRunWritesNothing()
{
    const Project project;
    project.write("events.csv", "id,title\na,A\n");
    ImportOptions options;
    options.isDryRun = true;
    const ImportReport report = project.read(options);
    QCOMPARE(report.added.events, 1);
    QVERIFY(!report.isDone);
    QVERIFY(project.session->stores().events.all().empty());
    QCOMPARE(project.edits(), 0u);
}

void tst_own_tables_reader::actorsCanBeNamedInPlace()
{
    const Project project;
    project.write("actors.csv", "id,name,kind,aliases\nnk,North Korea,state,DPRK\n");
    project.write("events.csv", "id,title,actors\ne,E,DPRK=host; Kim=visitor; Kim\nf,F,Kim\n");
    const ImportReport report = project.read();
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.added.actors, 2);
    QCOMPARE(report.added.participations, 4);
    const Stores &stores = project.session->stores();
    QCOMPARE(stores.actors.find(stores.actors.findNamed("Kim"))->kind, std::string("person"));
    QCOMPARE(stores.events.participationsOf(stores.actors.findExternal("nk")).size(), 1u);
    QCOMPARE(project.read().added.total(), 0);
}

void tst_own_tables_reader::actorsInPlaceAndParticipationsExcludeEachOther()
{
    const Project project;
    project.write("events.csv", "id,title,actors\ne,E,Kim\n");
    project.write("participations.csv", "event_id,actor_id\n");
    const ImportReport report = project.read();
    QVERIFY(!report.isDone);
    QCOMPARE(report.refused.front().field, std::string("actors"));
}

void tst_own_tables_reader::quotesAreAnchored()
{
    const Project project;
    project.write("sources.csv", "id,title,text\ns,S,\"김정은 met Kim, and met again\"\n");
    project.write("annotations.csv", "id,source_id,start,end,exact,prefix,suffix\n"
                                     "one,s,,,Kim,met ,\ntwo,s,,,met,and ,\nthree,s,0,3,,,\n");
    const ImportReport report = project.read();
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const AnnotationStore &annotations = project.session->stores().annotations;
    QCOMPARE(annotations.find(annotations.findExternal("one"))->begin, 8);
    QCOMPARE(annotations.find(annotations.findExternal("two"))->begin, 17);
    QCOMPARE(annotations.find(annotations.findExternal("three"))->exact, std::string("김정은"));

    for (const char *wrong :
         {"id,source_id,exact\nx,s,Putin\n", "id,source_id,exact\nx,s,met\n",
          "id,source_id,start,end,exact\nx,s,0,3,Kim\n", "id,source_id,start,end\nx,s,0,300\n"}) {
        project.write("annotations.csv", wrong);
        const ImportReport refused = project.read();
        QVERIFY(!refused.isDone);
        QCOMPARE(refused.refused.size(), 1u);
        QCOMPARE(refused.refused.front().line, 2);
    }
}

void tst_own_tables_reader::textsLieBesideTheTable()
{
    const Project project;
    std::filesystem::create_directories(project.folder.path() / "tables" / "texts");
    project.write("sources.csv", "id,title,text\na b,S,\nnone,T,\n");
    project.write("texts/a%20b.txt", "the words\n");
    const ImportReport report = project.read();
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const SourceStore &sources = project.session->stores().sources;
    QCOMPARE(sources.text(sources.findExternal("a b")), std::string("the words\n"));
    QCOMPARE(sources.text(sources.findExternal("none")), std::string());
}

void tst_own_tables_reader::aSourceNeverChanges()
{
    const Project project;
    project.write("sources.csv", "id,title,text\ns,S,words\n");
    QVERIFY(project.read().isDone);
    project.write("sources.csv", "id,title,text\ns,S,other words\n");
    const ImportReport refused = project.read();
    QVERIFY(!refused.isDone);
    QCOMPARE(refused.refused.front().field, std::string("text"));
    project.write("sources.csv", "id,title\ns,A better title\n");
    QCOMPARE(project.read().updated, 1);
}

void tst_own_tables_reader::rowsMadeByHandAreKnownByTheirGivenIds()
{
    const Project project;
    QVERIFY(project.session->perform("Add", [](Stores &stores) {
        Event event;
        event.title = "By hand";
        addEvent(stores, event);
    }));
    const std::int64_t id = project.session->stores().events.all().front().value;
    project.write("events.csv", "id,title\nevent-" + std::to_string(id) + ",By hand\n");
    const ImportReport report = project.read();
    QCOMPARE(report.added.events, 0);
    QCOMPARE(report.unchanged, 1);
}

void tst_own_tables_reader::stoppingChangesNothing()
{
    const Project project;
    project.write("events.csv", "id,title\na,A\n");
    std::stop_source stop;
    stop.request_stop();
    ImportOptions options;
    options.stop = stop.get_token();
    ProjectTables tables;
    ImportReport report;
    QVERIFY(readOwnTables(project.folder / "tables", tables, report.refused));
    const Result<void> result = importTables(*project.session, tables, options, report);
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::Cancelled);
    QVERIFY(project.session->stores().events.all().empty());
}

QTEST_GUILESS_MAIN(tst_own_tables_reader)
#include "tst_own_tables_reader.moc"
