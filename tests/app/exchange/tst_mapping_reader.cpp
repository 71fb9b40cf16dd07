// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/exchange/file_import.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

struct Project {
    TemporaryFolder folder;
    std::unique_ptr<Session> session = makeEmptyFile(folder / "case.dateline");

    // Imports the text through the mapping; the ending of the input says nothing.
    ImportReport take(const std::string &mapping, const std::string &input,
                      const ImportOptions &options = {}, const char *name = "input.dat") const
    {
        writeFile(folder / name, input);
        ImportRequest request;
        request.inputs = {folder / name};
        request.mapping = mapping;
        request.mappingName = "map.json";
        request.options = options;
        Result<ImportReport> report = importFiles(*session, request);
        if (report)
            return *std::move(report);
        ImportReport failed;
        failed.refused.push_back({"", 0, 0, "", report.error().detail, ""});
        return failed;
    }
    const Stores &stores() const { return session->stores(); }
};

QString told(const ImportReport &report)
{
    QStringList lines;
    for (const Refusal &refusal : report.refused)
        lines << QString::fromStdString(sentenceOf(refusal));
    return lines.join(u'\n');
}

const std::string kIncidents = R"({
    "name": "Incidents", "format": "csv", "missing": ["NA"],
    "source": {"id": "incidents", "title": "Register of {@file}", "outlet": "The Register"},
    "new_actor": {"kind": "{name|map:kind}"},
    "maps": {"kind": {"rules": [{"like": ["Ministry *"], "gives": "body"}], "otherwise": "state"}},
    "let": [{"name": "title", "value": ["{What} at {Place}", "{What}"]}],
    "skip_when": [{"value": "{What}", "like": ["test *"]}],
    "events": [{
        "id": "incident-{No}", "title": "{title}", "kind": "{What|lower}",
        "when": ["{Day|date:DD.MM.YYYY}", "{Year}"], "status": "reported", "tags": "a;b",
        "participations": [{"actor": "{Who}", "part": "initiator"},
                           {"actor": "{Who}", "part": "initiator"}],
        "quantities": [{"what": "wounded", "low": "{Wounded}", "unit": "people"}],
        "claim": {"credibility": "3", "notes": "row {@row}"}
    }]
})";
const std::string kTable = "No,What,Place,Day,Year,Who,Wounded\n"
                           "1,Clash,Border,01.03.2025,2025,Ministry of War,3\n"
                           "2,Visit,NA,,2024,Russia,NA\n"
                           "3,test row,,,,,\n";

}  // namespace

class tst_mapping_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsBecomeEvents();
    void importingTwiceChangesNothing();
    void badRecordsAreRefusedWithTheirPlace_data();
    void badRecordsAreRefusedWithTheirPlace();
    void aRefusedRecordMakesNothing();
    void mistakesInTheMappingAreListed_data();
    void mistakesInTheMappingAreListed();
    void equalIdsMustMakeTheSame();
    void statedRelationsAreOne();
    void actorsAreFoundByIdNameAndAlias();
    void rolesAndTheirClaims();
    void jsonRecordsAreReached();
    void jsonMembersMayBeMissing();
    void mapFilesLieBesideTheInput();
    void ofSeveralInputsTheNamedOnesAreRead();
    void tsvHasNoQuotesAndMayLackCells();
    void otherEncodingsAndDelimiters();
    void documentsBecomeSources();
    void unknownInputsAskForAMapping();
};

void tst_mapping_reader::recordsBecomeEvents()
{
    const Project project;
    const ImportReport report = project.take(kIncidents, kTable);
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.format, std::string("Incidents"));
    QCOMPARE(report.added.events, 2);
    QCOMPARE(report.added.participations, 2);
    QCOMPARE(report.added.claims, 2);
    QCOMPARE(report.leftOut, 1);
    const Stores &stores = project.stores();
    const std::optional<Event> clash = stores.events.find(stores.events.findExternal("incident-1"));
    QVERIFY(clash.has_value());
    QCOMPARE(clash->title, std::string("Clash at Border"));
    QCOMPARE(clash->when.text(), std::string("2025-03-01"));
    QCOMPARE(stores.tags.tagsOf(clash->id), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(stores.events.quantitiesOf(clash->id).front().low.value(), 3.0);
    const std::optional<Event> visit = stores.events.find(stores.events.findExternal("incident-2"));
    QCOMPARE(visit->title, std::string("Visit"));
    QCOMPARE(visit->when.text(), std::string("2024"));
    QVERIFY(stores.events.quantitiesOf(visit->id).empty());
    QCOMPARE(stores.actors.find(stores.actors.findNamed("Ministry of War"))->kind,
             std::string("body"));
    QCOMPARE(stores.actors.find(stores.actors.findNamed("Russia"))->kind, std::string("state"));
    const std::optional<Source> source =
        stores.sources.find(stores.sources.findExternal("incidents"));
    QCOMPARE(source->title, std::string("Register of input"));
    QCOMPARE(stores.actors.find(source->outlet)->kind, std::string("outlet"));
    const std::optional<Claim> claim =
        stores.claims.find(stores.claims.findExternal("event:incident-1"));
    QCOMPARE(claim->field, std::string("date"));
    QCOMPARE(claim->value, std::string("2025-03-01"));
    QCOMPARE(claim->status, std::string("reported"));
    QCOMPARE(claim->credibility, 3);
    QCOMPARE(claim->notes, std::string("row 2"));
}

void tst_mapping_reader::importingTwiceChangesNothing()
{
    const Project project;
    QVERIFY(project.take(kIncidents, kTable).isDone);
    const std::string before = dumpOf(project.session->path());
    const ImportReport again = project.take(kIncidents, kTable);
    QVERIFY(again.isDone);
    QCOMPARE(again.added.total(), 0);
    QCOMPARE(again.updated, 0);
    QCOMPARE(dumpOf(project.session->path()), before);
    QCOMPARE(project.session->history().size(), 1u);
}

void tst_mapping_reader::badRecordsAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("a date") << "1,Clash,,2025-03-01,,A,"
                            << "input.dat:2: events/0/when: found '2025-03-01', expected a date "
                               "written as DD.MM.YYYY";
    QTest::newRow("no EDTF") << "1,Clash,,,soon,A,"
                             << "input.dat:2: events/0/when: found 'soon'";
    QTest::newRow("a number") << "1,Clash,,,2024,A,many"
                              << "input.dat:2: events/0/quantities/0/low: found 'many'";
    QTest::newRow("no title") << "1,,,,2024,A,"
                              << "input.dat:2: events/0/title:";
    QTest::newRow("too many cells") << "1,2,3,4,5,6,7,8"
                                    << "input.dat:2: found '8 cells'";
    QTest::newRow("too few cells") << "1,2"
                                   << "input.dat:2: found '2 cells'";
}

void tst_mapping_reader::badRecordsAreRefusedWithTheirPlace()
{
    QFETCH(QString, row);
    QFETCH(QString, refusal);
    const Project project;
    const ImportReport report =
        project.take(kIncidents, "No,What,Place,Day,Year,Who,Wounded\n" + row.toStdString());
    QVERIFY(!report.isDone);
    QVERIFY2(told(report).startsWith(refusal), qPrintable(told(report)));
    QVERIFY(project.stores().sources.all().empty());
}

void tst_mapping_reader::aRefusedRecordMakesNothing()
{
    const Project project;
    ImportOptions options;
    options.skipsBadRows = true;
    const ImportReport report =
        project.take(kIncidents, kTable + "4,Bad,,,2024,Nobody else,many\n", options);
    QVERIFY(report.isDone);
    QCOMPARE(report.refused.size(), 1u);
    QCOMPARE(report.added.events, 2);
    QVERIFY(project.stores().actors.findNamed("Nobody else").isNull());
}

void tst_mapping_reader::mistakesInTheMappingAreListed_data()
{
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char *name, const char *mapping, const char *refusal) {
        QTest::newRow(name) << QString::fromUtf8(mapping) << QString::fromUtf8(refusal);
    };
    row("no JSON", "{", "map.json: found 'line 1");
    row("no format", R"({"events": [{"id": "1", "title": "t"}]})", "map.json: format:");
    row("nothing to make", R"({"format": "csv"})", "map.json: found 'nothing to make'");
    row("an unknown key", R"({"format": "csv", "colour": 1, "events": [{"id":"1","title":"t"}]})",
        "map.json: colour: found 'colour'");
    row("an unknown key inside", R"({"format": "csv", "events": [{"id":"1","title":"t","x":1}]})",
        "map.json: events/0/x:");
    row("an unknown filter", R"({"format": "csv", "events": [{"id":"{a|x}","title":"t"}]})",
        "map.json: events/0/id: found '{a|x}'");
    row("an unknown map", R"({"format": "csv", "events": [{"id":"{a|map:x}","title":"t"}]})",
        "map.json: events/0/id:");
    row("no title", R"({"format": "csv", "events": [{"id":"1"}]})", "map.json: events/0/title:");
    row("a claim without a source",
        R"({"format": "csv", "events": [{"id":"1","title":"t","claim":{}}]})", "map.json: source:");
    row("a column in the source",
        R"({"format": "csv", "source": {"id":"{a}","title":"t"}, "events": [{"id":"1","title":"t"}]})",
        "map.json: source/id:");
    row("a folder in a map file",
        R"({"format": "csv", "maps": {"m": {"file": "../x"}}, "events": [{"id":"1","title":"t"}]})",
        "map.json: maps/m/file:");
    row("no columns", R"({"format": "csv", "header": false, "events": [{"id":"1","title":"t"}]})",
        "map.json: columns:");
    row("a column that the table lacks",
        R"({"format": "csv", "events": [{"id":"{z}","title":"t"}]})",
        "input.dat:1: z: found 'no such column'");
}

void tst_mapping_reader::mistakesInTheMappingAreListed()
{
    QFETCH(QString, mapping);
    QFETCH(QString, refusal);
    const Project project;
    const ImportReport report = project.take(mapping.toStdString(), "a,b\n1,2\n");
    QVERIFY(!report.isDone);
    QVERIFY2(told(report).startsWith(refusal), qPrintable(told(report)));
}

void tst_mapping_reader::equalIdsMustMakeTheSame()
{
    const std::string mapping = R"({"format": "csv", "events": [{"id":"{a}","title":"{b}",)"
                                R"("quantities":[{"what":"x","low":"1"}]}]})";
    const Project project;
    const ImportReport same = project.take(mapping, "a,b\n1,A\n1,A\n");
    QVERIFY2(same.isDone, qPrintable(told(same)));
    QCOMPARE(same.added.events, 1);
    QCOMPARE(same.added.quantities, 1);
    QCOMPARE(same.unchanged, 1);
    const ImportReport other = project.take(mapping, "a,b\n1,A\n1,B\n");
    QVERIFY(!other.isDone);
    QCOMPARE(other.refused.front().line, 3);
}

void tst_mapping_reader::statedRelationsAreOne()
{
    const std::string mapping =
        R"({"format": "csv", "source": {"id":"s","title":"S"},)"
        R"("relations": [{"from":"{a}","to":"{b}","kind":"part of","claim":{"notes":"{@row}"}}]})";
    const Project project;
    const ImportReport report = project.take(mapping, "a,b\nX,Y\nX,Y\nX,X\nY,\n");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.added.relations, 1);
    QCOMPARE(report.added.claims, 1);
    QVERIFY(project.stores().relations.findExternal("X>part of>Y>"));
    QVERIFY(project.stores().claims.findExternal("relation:X>part of>Y>"));
    QCOMPARE(project.take(mapping, "a,b\nX,Y\n").added.total(), 0);
}

void tst_mapping_reader::actorsAreFoundByIdNameAndAlias()
{
    const Project project;
    const std::string actors =
        R"({"format": "csv", "actors": [{"id":"p-{id}","name":"{name}","aliases":"{alias}"}]})";
    QVERIFY(project.take(actors, "id,name,alias\n1,Kim,김정은\n2,Lee,L\n3,Li,L\n").isDone);
    const std::string events = R"({"format": "csv", "events": [{"id":"{id}","title":"t",)"
                               R"("participations":[{"actor_id":"{who}","actor":"{name}"}]}]})";
    const ImportReport report =
        project.take(events, "id,who,name\na,p-1,\nb,,김정은\nc,,L\nd,,Kim\n");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const Stores &stores = project.stores();
    QCOMPARE(report.added.actors, 1);  // two have the alias L, so it is somebody else
    QCOMPARE(stores.events.participationsOf(stores.actors.findExternal("p-1")).size(), 3u);
    const ImportReport unknown = project.take(events, "id,who,name\na,p-9,\n");
    QVERIFY(!unknown.isDone);
    QCOMPARE(unknown.refused.front().found, std::string("p-9"));
}

void tst_mapping_reader::rolesAndTheirClaims()
{
    const std::string mapping =
        R"({"format": "csv", "source": {"id":"s","title":"S"},)"
        R"("actors": [{"id":"{id}","name":"{who}"}],)"
        R"("roles": [{"actor_id":"{id}","title":"{post}","body":"{at}","when":"{from}/..",)"
        R"("claim":{"status":"confirmed"}}]})";
    const Project project;
    const ImportReport report =
        project.take(mapping, "id,who,post,at,from\n1,Kim,Leader,North Korea,2011\n"
                              "1,Kim J.,Chair,North Korea,2012\n");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.added.roles, 2);
    QCOMPARE(report.remarks.size(), 1u);  // the second spells the name otherwise
    const Stores &stores = project.stores();
    const std::optional<Claim> claim =
        stores.claims.find(stores.claims.findExternal("role:1|Leader|North Korea|2011/.."));
    QVERIFY(claim.has_value());
    QCOMPARE(claim->about.kind, ItemKind::Role);
    QCOMPARE(claim->value, std::string("Leader"));
}

void tst_mapping_reader::jsonRecordsAreReached()
{
    const std::string mapping =
        R"({"format": "json", "records": "/bins/*/data", "events": [{"id":"{id}",)"
        R"("title":"{/name/en}", "notes":"[{tags}; ]{@row}"}]})";
    const Project project;
    const ImportReport report = project.take(mapping, R"({"bins": [
        {"data": [{"id": 1, "name": {"en": "One"}, "tags": ["a", "b", null]}]},
        {"data": [{"id": 2.50, "name": {"en": "Two"}}]}]})");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const EventStore &events = project.stores().events;
    QCOMPARE(events.find(events.findExternal("1"))->notes, std::string("a;b; 1"));
    QCOMPARE(events.find(events.findExternal("2.50"))->title, std::string("Two"));

    const ImportReport nothing = project.take(mapping, R"({"other": []})");
    QVERIFY(!nothing.isDone);
    const ImportReport noObject = project.take(mapping, R"({"bins": [{"data": [7]}]})");
    QCOMPARE(noObject.refused.front().line, 1);
}

void tst_mapping_reader::jsonMembersMayBeMissing()
{
    const std::string mapping =
        R"({"format": "json", "events": [{"id":"{@key}", "title":["{title}","untitled"]}]})";
    const Project project;
    const ImportReport report =
        project.take(mapping, R"({"a": {"title": null}, "b": {"title": "B"}})");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const EventStore &events = project.stores().events;
    QCOMPARE(events.find(events.findExternal("a"))->title, std::string("untitled"));
    QCOMPARE(events.find(events.findExternal("b"))->title, std::string("B"));
}

void tst_mapping_reader::mapFilesLieBesideTheInput()
{
    const std::string mapping =
        R"({"format": "csv", "maps": {"j": {"file":"words.json","at":"/w","value":"/n"},)"
        R"("c": {"file":"words.csv","file_format":"csv","key":"k","value":"v","otherwise":"-"},)"
        R"("gone": {"file":"gone.json"}},)"
        R"("events": [{"id":"{a}","title":"{a|map:j} {a|map:c} {a|map:gone}"}]})";
    const Project project;
    writeFile(project.folder / "words.json", R"({"w": {"x": {"n": "ex"}}})");
    writeFile(project.folder / "words.csv", "k,v\ny,why\ny,no\n");
    const ImportReport report = project.take(mapping, "a\nx\ny\n");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    QCOMPARE(report.remarks.size(), 1u);
    const EventStore &events = project.stores().events;
    QCOMPARE(events.find(events.findExternal("x"))->title, std::string("ex - x"));
    QCOMPARE(events.find(events.findExternal("y"))->title, std::string("y why y"));
}

// As when the shell hands over a whole folder: the tables to look words up in hold no records.
void tst_mapping_reader::ofSeveralInputsTheNamedOnesAreRead()
{
    const Project project;
    writeFile(project.folder / "test.en.csv", "a\nx\n");
    writeFile(project.folder / "words.csv", "k,v\ny,why\n");
    ImportRequest request;
    request.inputs = {project.folder / "words.csv", project.folder / "test.en.csv"};
    request.mapping =
        R"({"format": "csv", "inputs": ["test.*.csv"], "events": [{"id":"{a}","title":"{a}"}]})";
    request.mappingName = "map.json";
    const Result<ImportReport> report = importFiles(*project.session, request);
    QVERIFY(report && report->isDone);
    QCOMPARE(report->added.events, std::int64_t{1});
    QCOMPARE(report->remarks.size(), 1u);
    QVERIFY(report->remarks.front().starts_with("words.csv"));
    // A renamed copy is read all the same.
    QVERIFY(project.take(request.mapping, "a\nz\n", {}, "copy.csv").isDone);
    QVERIFY(project.stores().events.findExternal("z"));
}

void tst_mapping_reader::tsvHasNoQuotesAndMayLackCells()
{
    const std::string mapping =
        R"({"format": "tsv", "header": false, "columns": ["id","title","place"],)"
        R"("short_rows": "missing", "events": [{"id":"{id}","title":"{title}","place":"{place}"}]})";
    const Project project;
    const ImportReport report = project.take(mapping, "1\tsay \"hi\"\tSeoul\n2\tshort\n");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const EventStore &events = project.stores().events;
    QCOMPARE(events.find(events.findExternal("1"))->title, std::string("say \"hi\""));
    QCOMPARE(events.find(events.findExternal("2"))->place, std::string());
}

void tst_mapping_reader::otherEncodingsAndDelimiters()
{
    const std::string mapping = R"({"format": "csv", "encoding": "windows-1251", "delimiter": ";",)"
                                R"("events": [{"id":"{id}","title":"{title}"}]})";
    const Project project;
    const ImportReport report = project.take(mapping, "id;title\n1;\xCF\xF3\xF2\xE8\xED\n");
    QVERIFY2(report.isDone, qPrintable(told(report)));
    const EventStore &events = project.stores().events;
    QCOMPARE(events.find(events.findExternal("1"))->title, std::string("Путин"));
    const std::string strict = R"({"format": "csv", "events": [{"id":"{id}","title":"{title}"}]})";
    QVERIFY(!project.take(strict, "id,title\n1,\xCF\n").isDone);
}

void tst_mapping_reader::documentsBecomeSources()
{
    const Project project;
    writeFile(project.folder / "page.html", "<title>T</title><p>Words");
    writeFile(project.folder / "notes.txt", "More words");
    ImportRequest request;
    request.inputs = {project.folder / "page.html", project.folder / "notes.txt"};
    const Result<ImportReport> report = importFiles(*project.session, request);
    QVERIFY(report.has_value() && report->isDone);
    QCOMPARE(report->added.sources, 2);
    QCOMPARE(project.session->history().size(), 1u);
    const SourceStore &sources = project.stores().sources;
    QCOMPARE(sources.text(sources.all().front()), std::string("Words"));
    QCOMPARE(sources.bytes(sources.all().front()), std::string("<title>T</title><p>Words"));
    const Result<ImportReport> again = importFiles(*project.session, request);
    QCOMPARE(again->unchanged, 2);
    QCOMPARE(sources.all().size(), 2u);
}

void tst_mapping_reader::unknownInputsAskForAMapping()
{
    const Project project;
    writeFile(project.folder / "data.csv", "a,b\n");
    ImportRequest request;
    request.inputs = {project.folder / "data.csv"};
    const Result<ImportReport> report = importFiles(*project.session, request);
    QVERIFY(report.has_value());
    QVERIFY(!report->isDone);
    QVERIFY(report->refused.front().expected.find("--map") != std::string::npos);
    request.inputs = {project.folder / "absent.csv"};
    QVERIFY(importFiles(*project.session, request).error().code == ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_mapping_reader)
#include "tst_mapping_reader.moc"
