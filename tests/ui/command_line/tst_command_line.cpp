// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as a script runs it: what it prints, and how it ends.
#include <QProcess>
#include <QTest>

#include "app/exchange/json_value.h"
#include "app/store/schema.h"
#include "tests/support/temporary_folder.h"

using namespace dateline;

namespace {

struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray errors;
};

Ran run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    environment.remove(QStringLiteral("DISPLAY"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DATELINE_BINARY), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString q(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

}  // namespace

class tst_command_line : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpAndVersionAreDone();
    void wrongArgumentsAreTold_data();
    void wrongArgumentsAreTold();
    void theSampleIsCounted();
    void newRefusesToOverwrite();
    void filesThatAreNoProjectsAreRefused();
    void importTellsWhatItRefuses();
    void exportAndImportComeBack();
    void picturesAreTheSameEachTime();
    void rowsAreNarrowedDown();
    void searchFindsWordsInEveryScript();
    void datesAreReadLineByLine();
    void phrasesAreReadBesideTheDayOfPublication();
    void checkSaysWhatItFinds();
    void graphFindsPaths();
    void edgeListsAreLaidOut();
    void formatsAndTheRestAreListed();

private:
    QString sample() const { return q(m_folder / "sample.dateline"); }
    TemporaryFolder m_folder;
};

void tst_command_line::initTestCase()
{
    const Ran made = run({QStringLiteral("new"), sample(), QStringLiteral("--sample")});
    QVERIFY2(made.status == 0, made.errors.constData());
}

void tst_command_line::helpAndVersionAreDone()
{
    QCOMPARE(run({QStringLiteral("--help")}).status, 0);
    QVERIFY(run({QStringLiteral("--version")}).out.startsWith("dateline 0."));
    for (const char *name : {"new", "info", "check", "import", "export", "search", "date", "graph",
                             "layout", "bench", "formats"})
        QCOMPARE(run({QString::fromLatin1(name), QStringLiteral("--help")}).status, 0);
}

void tst_command_line::wrongArgumentsAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, std::initializer_list<const char *> words) {
        QStringList list;
        for (const char *word : words)
            list << QString::fromLatin1(word);
        QTest::newRow(name) << list;
    };
    row("nothing to open", {"info"});
    row("an unknown option", {"info", "x", "--colour"});
    row("an unknown subject", {"export", "x", "y", "--what", "planet"});
    row("an unknown metric", {"graph", "x", "--metric", "size"});
    row("a format without a mapping", {"import", "x", "y", "--format", "mapped"});
    row("layout of what is no graph", {"layout", "x.docx", "y"});
    row("an unknown quality", {"layout", "x.csv", "y", "--quality", "best"});
}

void tst_command_line::wrongArgumentsAreTold()
{
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QCOMPARE(ran.status, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY(!ran.errors.isEmpty());
}

void tst_command_line::theSampleIsCounted()
{
    const Ran ran = run({QStringLiteral("info"), sample(), QStringLiteral("--json")});
    QCOMPARE(ran.status, 0);
    const Result<JsonValue> info = parseJson(ran.out.toStdString());
    QVERIFY(info.has_value());
    const auto count = [&](const char *name) { return std::stoi(info->member(name)->text); };
    QVERIFY(count("events") >= 17);
    QVERIFY(count("actors") >= 20);
    QCOMPARE(count("sources"), 2);
    QVERIFY(count("annotations") >= 25);
    QVERIFY(count("claims") >= 30);
    QCOMPARE(count("edits"), 0);
    QCOMPARE(count("schema"), newestSchemaVersion());
    QCOMPARE(info->member("first")->text, std::string("2018/2019"));
}

void tst_command_line::newRefusesToOverwrite()
{
    const std::string before = readFile(m_folder / "sample.dateline");
    QCOMPARE(run({QStringLiteral("new"), sample()}).status, 4);
    QCOMPARE(run({QStringLiteral("new"), sample(), QStringLiteral("--sample")}).status, 4);
    QCOMPARE(readFile(m_folder / "sample.dateline"), before);
}

void tst_command_line::filesThatAreNoProjectsAreRefused()
{
    QCOMPARE(run({QStringLiteral("info"), q(m_folder / "absent")}).status, 4);
    writeFile(m_folder / "text.dateline", "just words, and many of them\n");
    const Ran ran = run({QStringLiteral("info"), q(m_folder / "text.dateline")});
    QCOMPARE(ran.status, 3);
    QVERIFY(ran.errors.contains("text.dateline"));
    QCOMPARE(readFile(m_folder / "text.dateline"), std::string("just words, and many of them\n"));
}

void tst_command_line::importTellsWhatItRefuses()
{
    const QString file = q(m_folder / "import.dateline");
    QCOMPARE(run({QStringLiteral("new"), file}).status, 0);
    std::filesystem::create_directories(m_folder / "tables");
    writeFile(m_folder.path() / "tables/events.csv", "id,title,when\na,A,2024\nb,B,soon\n");
    const QString tables = q(m_folder / "tables");

    const Ran refused = run({QStringLiteral("import"), file, tables});
    QCOMPARE(refused.status, 3);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.errors.startsWith("events.csv:3:3: when: found 'soon', expected a date"),
             refused.errors.constData());

    const Ran json = run({QStringLiteral("import"), file, tables, QStringLiteral("--json")});
    QCOMPARE(json.status, 3);
    const Result<JsonValue> report = parseJson(json.out.toStdString());
    QVERIFY(report.has_value());
    QCOMPARE(report->at("/events")->text, std::string("0"));
    QCOMPARE(report->at("/refused/0/file")->text, std::string("events.csv"));
    QCOMPARE(report->at("/refused/0/line")->text, std::string("3"));
    QCOMPARE(report->at("/refused/0/column")->text, std::string("3"));
    QCOMPARE(report->at("/refused/0/field")->text, std::string("when"));
    QCOMPARE(report->at("/refused/0/found")->text, std::string("soon"));

    const Ran skipped =
        run({QStringLiteral("import"), file, tables, QStringLiteral("--skip-bad-rows")});
    QCOMPARE(skipped.status, 0);
    QVERIFY(skipped.errors.contains("events.csv:3"));
    QVERIFY(skipped.out.startsWith("added 1 events"));
    QCOMPARE(run({QStringLiteral("import"), file, q(m_folder / "absent")}).status, 4);
}

void tst_command_line::exportAndImportComeBack()
{
    const auto exported = [&](const QString &file, const char *folder) {
        return run({QStringLiteral("export"), file, q(m_folder / folder) + u'/',
                    QStringLiteral("--what"), QStringLiteral("all")})
            .status;
    };
    QCOMPARE(exported(sample(), "first"), 0);
    const QString other = q(m_folder / "other.dateline");
    QCOMPARE(run({QStringLiteral("new"), other}).status, 0);
    const QStringList arguments = {QStringLiteral("import"), other, q(m_folder / "first"),
                                   QStringLiteral("--json")};
    QCOMPARE(run(arguments).status, 0);
    QCOMPARE(exported(other, "second"), 0);
    for (const auto &entry : std::filesystem::directory_iterator(m_folder / "first")) {
        const std::filesystem::path name = entry.path().filename();
        QCOMPARE(readFile(m_folder.path() / "second" / name), readFile(entry.path()));
    }
    const Ran again = run(arguments);
    const Result<JsonValue> report = parseJson(again.out.toStdString());
    QVERIFY(report.has_value());
    QCOMPARE(report->at("/events")->text, std::string("0"));
    QCOMPARE(report->at("/updated")->text, std::string("0"));
    QVERIFY(report->at("/unchanged")->text != "0");
}

void tst_command_line::picturesAreTheSameEachTime()
{
    for (const char *what : {"timeline", "graph", "graph:dates", "graph:matrix", "chart:periods"}) {
        for (const char *ending : {"png", "svg", "pdf"}) {
            const auto path = [&](const char *name) {
                return m_folder / (std::string(name) + "." + ending);
            };
            for (const char *name : {"one", "two"}) {
                const Ran ran = run({QStringLiteral("export"), sample(), q(path(name)),
                                     QStringLiteral("--what"), QString::fromLatin1(what),
                                     QStringLiteral("--theme"), QStringLiteral("dark"),
                                     QStringLiteral("--from"), QStringLiteral("2023")});
                QVERIFY2(ran.status == 0, ran.errors.constData());
            }
            const std::string first = readFile(path("one"));
            QVERIFY(first.size() > 2'000);
            QVERIFY2(readFile(path("two")) == first, what);
        }
    }
}

void tst_command_line::rowsAreNarrowedDown()
{
    const std::filesystem::path out = m_folder / "rows.json";
    const Ran ran =
        run({QStringLiteral("export"), sample(), q(out), QStringLiteral("--what"),
             QStringLiteral("events"), QStringLiteral("--kind"), QStringLiteral("treaty"),
             QStringLiteral("--actor"), QStringLiteral("Putin")});
    QVERIFY2(ran.status == 0, ran.errors.constData());
    const Result<JsonValue> rows = parseJson(readFile(out));
    QVERIFY(rows.has_value());
    QCOMPARE(rows->elements.size(), 1u);
    QCOMPARE(rows->at("/0/when/edtf")->text, std::string("2024-06"));
    QCOMPARE(run({QStringLiteral("export"), sample(), q(out), QStringLiteral("--what"),
                  QStringLiteral("events"), QStringLiteral("--actor"), QStringLiteral("Nobody")})
                 .status,
             2);
    QCOMPARE(run({QStringLiteral("export"), sample(), q(m_folder / "absent/rows.csv")}).status, 4);
}

void tst_command_line::searchFindsWordsInEveryScript()
{
    const auto search = [&](const char *words) {
        return run({QStringLiteral("search"), sample(), QString::fromUtf8(words),
                    QStringLiteral("--json")});
    };
    for (const char *words : {"김정은", "Шойгу", "treaty"}) {
        const Ran ran = search(words);
        QCOMPARE(ran.status, 0);
        const Result<JsonValue> hits = parseJson(ran.out.toStdString());
        QVERIFY(hits.has_value() && !hits->elements.empty());
    }
    const Ran nothing = search("zzzzzz");
    QCOMPARE(nothing.status, 1);
    QCOMPARE(nothing.out.trimmed(), QByteArray("[]"));
}

void tst_command_line::datesAreReadLineByLine()
{
    const Ran ran = run({QStringLiteral("date"), QStringLiteral("--json")},
                        "2024-06\r\nno date at all\n2025-02-2X");
    QCOMPARE(ran.status, 1);
    const QList<QByteArray> lines = ran.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0],
             QByteArray(R"({"input":"2024-06","valid":true,"edtf":"2024-06",)"
                        R"("earliest":"2024-06-01","latest":"2024-06-30","level":0,"rule":"edtf",)"
                        R"("readings":[{"edtf":"2024-06","earliest":"2024-06-01",)"
                        R"("latest":"2024-06-30","rule":"edtf"}]})"));
    const Result<JsonValue> wrong = parseJson(lines[1].toStdString());
    QCOMPARE(wrong->at("/valid")->text, std::string("false"));
    QCOMPARE(wrong->at("/error/position")->text, std::string("1"));
    QCOMPARE(run({QStringLiteral("date"), QStringLiteral("2024")}).status, 0);
    const Ran early = run({QStringLiteral("date"), QStringLiteral("-0044-03-15")});
    QCOMPARE(early.out, QByteArray("-0044-03-15\t-0044-03-15\t-0044-03-15\tlevel 1\n"));
    const Ran set = run({QStringLiteral("date"), QStringLiteral("[1667,1668]")});
    QCOMPARE(set.out, QByteArray("[1667,1668]\t1667-01-01\t1668-12-31\tlevel 2\n"));
}

void tst_command_line::phrasesAreReadBesideTheDayOfPublication()
{
    const QStringList beside{QStringLiteral("date"),       QStringLiteral("--published"),
                             QStringLiteral("2025-03-21"), QStringLiteral("--language"),
                             QStringLiteral("en"),         QStringLiteral("--json")};
    const Ran ran = run(beside, "last autumn\nJune 3\nsince 2018\nfor three days\n2025-3X\n");
    QCOMPARE(ran.status, 1);
    const QList<QByteArray> lines = ran.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].startsWith(
        R"({"input":"last autumn","valid":true,"edtf":"2024-23","earliest":"2024-09-01",)"
        R"("latest":"2024-11-30","level":1,"rule":"season_last","readings":[)"
        R"({"edtf":"2024-23","earliest":"2024-09-01","latest":"2024-11-30","rule":"season_last"})"));
    const Result<JsonValue> day = parseJson(lines[1].toStdString());
    QCOMPARE(day->at("/readings/0/edtf")->text, std::string("2024-06-03"));
    QCOMPARE(day->at("/readings/1/edtf")->text, std::string("2025-06-03"));
    QVERIFY(lines[2].contains(R"("earliest":"2018-01-01","latest":null)"));
    QVERIFY(lines[3].contains(R"("valid":false)") && lines[3].contains("length of time"));
    QVERIFY(lines[4].contains(R"("valid":false)") && !lines[4].contains("phrase"));
    const Ran only = run(beside + QStringList{QStringLiteral("--edtf-only")}, "last autumn\n");
    QCOMPARE(only.status, 1);
    QVERIFY(only.out.contains(R"("valid":false)"));
    QCOMPARE(run({QStringLiteral("date"), QStringLiteral("--language"), QStringLiteral("xx"),
                  QStringLiteral("today")})
                 .status,
             2);
}

void tst_command_line::checkSaysWhatItFinds()
{
    const Ran ran = run({QStringLiteral("check"), sample(), QStringLiteral("--json")});
    QCOMPARE(ran.status, 1);  // two sources disagree
    const Result<JsonValue> found = parseJson(ran.out.toStdString());
    QVERIFY(found.has_value());
    QCOMPARE(found->at("/sound")->text, std::string("true"));
    QCOMPARE(found->at("/findings/0/code")->text, std::string("disputed"));
    const QString empty = q(m_folder / "empty.dateline");
    QCOMPARE(run({QStringLiteral("new"), empty}).status, 0);
    QCOMPARE(run({QStringLiteral("check"), empty}).status, 0);
}

void tst_command_line::graphFindsPaths()
{
    const auto path = [&](const char *from, const char *to) {
        return run({QStringLiteral("graph"), sample(), QStringLiteral("--path"),
                    QString::fromLatin1(from), QString::fromLatin1(to), QStringLiteral("--json")});
    };
    const Ran found = path("Shoigu", "South Korea");
    QCOMPARE(found.status, 0);
    const Result<JsonValue> answer = parseJson(found.out.toStdString());
    QCOMPARE(answer->at("/path/0/name")->text, std::string("Sergei Shoigu"));
    // Every way, and for each link what says so.
    QVERIFY(std::stoi(answer->at("/count")->text) >= 1);
    QVERIFY(!answer->at("/paths/0/links/0/rests_on/0/id")->text.empty());
    const Ran advancing = run({QStringLiteral("graph"), sample(), QStringLiteral("--path"),
                               QStringLiteral("Shoigu"), QStringLiteral("Kim Jong Un"),
                               QStringLiteral("--advancing"), QStringLiteral("--json")});
    QCOMPARE(advancing.status, 0);
    QCOMPARE(parseJson(advancing.out.toStdString())->at("/paths/0/certain")->text,
             std::string("true"));
    QCOMPARE(path("Shoigu", "Unnamed critics").status, 1);
    const Ran groups = run({QStringLiteral("graph"), sample(), QStringLiteral("--communities"),
                            QStringLiteral("--json")});
    QCOMPARE(groups.status, 0);
    QVERIFY(parseJson(groups.out.toStdString()).has_value());
}

void tst_command_line::edgeListsAreLaidOut()
{
    const std::filesystem::path graph = m_folder / "graph.csv";
    writeFile(graph, "source,target\nA,B\nB,C\nC,A\nA,A\nB,A\nD,E\n");
    const auto layOut = [&](const char *out) {
        return run({QStringLiteral("layout"), q(graph), q(m_folder / out), QStringLiteral("--seed"),
                    QStringLiteral("3"), QStringLiteral("--json")});
    };
    const Ran ran = layOut("one.tsv");
    QVERIFY2(ran.status == 0, ran.errors.constData());
    const Result<JsonValue> told = parseJson(ran.out.toStdString());
    QCOMPARE(told->at("/nodes")->text, std::string("5"));
    QCOMPARE(told->at("/edges")->text, std::string("4"));
    const std::string rows = readFile(m_folder / "one.tsv");
    QCOMPARE(std::count(rows.begin(), rows.end(), '\n'), 5);
    QVERIFY(rows.starts_with("A\t"));
    QCOMPARE(layOut("two.tsv").status, 0);
    QCOMPARE(readFile(m_folder / "two.tsv"), rows);
    writeFile(graph, "alone\n");
    QCOMPARE(layOut("three.tsv").status, 3);
}

void tst_command_line::formatsAndTheRestAreListed()
{
    const Ran ran = run({QStringLiteral("formats"), QStringLiteral("--json")});
    QCOMPARE(ran.status, 0);
    QVERIFY(parseJson(ran.out.toStdString())->elements.size() > 8);
}

QTEST_GUILESS_MAIN(tst_command_line)
#include "tst_command_line.moc"
