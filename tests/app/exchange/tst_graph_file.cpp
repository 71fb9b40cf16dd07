// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>

#include <QTemporaryDir>
#include <QTest>

#include "app/exchange/graph_file.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Names = std::vector<std::string>;

}  // namespace

class tst_graph_file : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesOfLinks_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const char *ending, const char *text) {
            QTest::newRow(name) << QString::fromLatin1(ending) << QByteArray(text);
        };
        row("comma and header", "csv", "source,target\nA,B\nB,C\n");
        row("no header", "csv", "A,B\nB,C\n");
        row("columns in between, ends last", "csv",
            "weight,Target,note,Source\n1,B,x,A\n2,C,y,B\n");
        row("any header above numbered ends", "csv", "node_1,node_2\nA,B\nB,C\n");
        row("tab", "tsv", "from\tto\nA\tB\nB\tC\n");
        row("quoted", "csv", "source,target\r\n\"A\",\"B\"\r\nB,C\r\n");
        row("blanks and comments", "txt", "# who knows whom\nA B 3\n\nB C 1\n");
        row("blanks and quotes", "csv", "Source Target Type\nA B \"x y\"\nB C \"z\"\n");
        row("loops and repetitions", "csv", "source,target\nA,B\nB,C\nA,A\nB,A\nC,B\n");
    }
    void tablesOfLinks()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, text);
        const EdgeList graph = read(ending.toLatin1().constData(), text.constData());
        QCOMPARE(graph.pairs, (Pairs{{0, 1}, {1, 2}}));
        // The ends are met in the order of the columns that hold them.
        QCOMPARE(graph.names, (Names{"A", "B", "C"}));
    }
    void lettersAboveNumbersAreAHeader()
    {
        QCOMPARE(read("csv", "left,right\n1,2\n2,3\n").names, (Names{"1", "2", "3"}));
    }
    void countsAboveRowsDeclareTheNodes()
    {
        const EdgeList graph = read("edges", "4 2\n0 1 5\n1 3 1\n");
        QCOMPARE(graph.names, (Names{"0", "1", "2", "3"}));
        QCOMPARE(graph.pairs, (Pairs{{0, 1}, {1, 3}}));
        // Two numbers that do not fit the rows below are a link like the others.
        QCOMPARE(read("edges", "7 9\n9 1\n1 7\n").pairs.size(), std::size_t{3});
    }
    void idsThatLookAlikeAreNotTheSame()
    {
        QCOMPARE(read("csv", "source,target\n7,07\n7,123456789012\n").names,
                 (Names{"7", "07", "123456789012"}));
    }
    void otherFormats_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *ending, const char *text) {
            QTest::newRow(ending) << QString::fromLatin1(ending) << QByteArray(text);
        };
        row("gexf", "<?xml version='1.0'?><gexf><graph><edges><edge source='A' target='B'/>"
                    "<edge source='C' target='B'/></edges><nodes><node id='A'><nodes>"
                    "<node id='B'/></nodes></node><node id='C'/></nodes></graph></gexf>");
        row("graphml", "<g:graphml xmlns:g='x'><g:graph><g:node id='A'/><g:node id='B'/>"
                       "<g:node id='C'/><g:edge source='A' target='B'/>"
                       "<g:edge source='B' target='C'/></g:graph></g:graphml>");
        row("gml", "# made\nCreator \"x\" graph [ directed 1 node [ id A label \"[\" ]\n"
                   "node [ id B graphics [ x 1 ] ] node [ id C ]\n"
                   "edge [ source A target B ] edge [ source B target C value 3 ] ]");
        row("dot", "strict digraph \"x\" { node [a=b]; /* no */ A:n -> B -> {C} [w=1] rank=same }");
        row("gv", "graph { A -- B\n B -- \"C\" [label=<<b>c</b>>, x=1; y=2] }");
        row("tlp", "(tlp \"2.0\" (nodes 0..2) (edge 0 0 1) (cluster 1 (nodes 0)) (edge 1 1 2))");
        row("dl", "dl n=3 format=edgelist1\nlabels:\nA,B,C\ndata:\n1 2 0.5\nB C\n");
        row("gdf", "nodedef>name VARCHAR,x DOUBLE\nA,1\nB,2\nC,3\nedgedef>node1,node2\nA,B\nB,C\n");
        row("net", "*Vertices 3\n1 \"Anna\" 0.1 0.2\n*Arcs\n1 2 4\n*Edgeslist\n2 3\n");
        row("paj", "*vertices 3\n*matrix\n0 1 0\n0 0 1\n0 0 0\n");
    }
    void otherFormats()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, text);
        const EdgeList graph = read(ending.toLatin1().constData(), text.constData());
        QCOMPARE(graph.names.size(), std::size_t{3});
        QCOMPARE(graph.pairs, (Pairs{{0, 1}, {1, 2}}));
    }
    void whatIsWrongIsToldByItsLine_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *ending, const char *text, int line) {
            QTest::newRow(name) << QString::fromLatin1(ending) << QByteArray(text) << line;
        };
        row("a row of one cell", "csv", "source,target\nA,B\nC\n", 3);
        row("an empty end", "csv", "source,target\nA,\n", 2);
        row("an unknown end", "gexf",
            "<gexf><graph><nodes>\n<node id='A'/></nodes>\n<edges><edge source='A' target='Z'/>"
            "</edges></graph></gexf>",
            3);
        row("a node twice", "graphml",
            "<graphml><graph>\n<node id='A'/>\n<node id='A'/>"
            "</graph></graphml>",
            3);
        row("broken markup", "gexf", "<gexf>\n<graph>\n</gexf>", 3);
        row("another root", "gexf", "\n<html/>", 2);
        row("two sources", "gml", "graph [\nnode [ id 1 ]\nedge [ source 1\nsource 1 target 1 ] ]",
            4);
        row("a list that does not end", "gml", "graph [\nnode [ id 1 ]\n", 3);
        row("another kind of link", "dot", "graph {\n a -- b;\n b -> c\n}", 3);
        row("an attribute without value", "dot", "graph {\n a [x] }", 2);
        row("a second name", "dot", "graph a b {\n}", 1);
        row("a node out of range", "net", "*Vertices 2\n*Edges\n1 2\n1 3\n", 4);
        row("a parenthesis too few", "tlp", "(tlp \"2.0\"\n(nodes 0 1)\n", 3);
        row("a row too short", "dl", "dl n=2 format=fullmatrix\ndata:\n0 1\n1\n", 4);
    }
    void whatIsWrongIsToldByItsLine()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        std::vector<Refusal> refused;
        const auto graph =
            readGraphFile(write(ending.toLatin1().constData(), text.constData()), refused);
        QVERIFY(graph.has_value());
        QCOMPARE(refused.size(), std::size_t{1});
        QCOMPARE(refused[0].line, std::int64_t{line});
        QVERIFY(!refused[0].found.empty() && !refused[0].expected.empty());
        QVERIFY(refused[0].file.starts_with("graph."));
    }
    void anotherEndingIsNoGraph()
    {
        std::vector<Refusal> refused;
        QVERIFY(!readGraphFile(write("docx", "A,B"), refused).has_value());
    }
    void deepListsDoNotExhaustTheStack()
    {
        std::string text = "graph [ x ";
        for (int i = 0; i < 200'000; ++i)
            text += "[ a ";
        std::vector<Refusal> refused;
        readGraphFile(write("gml", text), refused);
        QCOMPARE(refused.size(), std::size_t{1});
        text = "graph ";
        for (int i = 0; i < 200'000; ++i)
            text += "{ ";
        refused.clear();
        readGraphFile(write("dot", text), refused);
        QCOMPARE(refused.size(), std::size_t{1});
    }
    // Files that others test their readers with: valid/ loads, invalid/ is refused with a line.
    void sharedCasesAreJudgedRight()
    {
        const fs::path cases = sharedData() / "networks";
        if (!fs::exists(cases))
            QSKIP("no shared data here");
        int judged = 0;
        for (const fs::directory_entry &entry : fs::recursive_directory_iterator(cases)) {
            const std::string kind = entry.path().parent_path().filename().string();
            const std::string ending = entry.path().extension().string();
            const auto &endings = graphFileEndings();
            if ((kind != "valid" && kind != "invalid") || ending.empty() ||
                std::find(endings.begin(), endings.end(), ending.substr(1)) == endings.end())
                continue;
            std::vector<Refusal> refused;
            QVERIFY(readGraphFile(entry.path(), refused).has_value());
            QVERIFY2(refused.empty() == (kind == "valid"), entry.path().c_str());
            QVERIFY(refused.empty() || refused[0].line > 0);
            ++judged;
        }
        QVERIFY(judged > 20);
        std::vector<Refusal> refused;
        const auto sites = readGraphFile(cases / "new_sites_edges.csv", refused);
        QVERIFY(refused.empty());
        QCOMPARE(sites->names.size(), std::size_t{27'917});
    }

private:
    fs::path write(const char *ending, const std::string &text)
    {
        const fs::path path =
            fs::path(m_folder.path().toStdString()) / ("graph." + std::string(ending));
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    EdgeList read(const char *ending, const std::string &text)
    {
        std::vector<Refusal> refused;
        const auto graph = readGraphFile(write(ending, text), refused);
        for (const Refusal &refusal : refused)
            qWarning("%s", sentenceOf(refusal).c_str());
        return graph ? *graph : EdgeList{};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_graph_file)
#include "tst_graph_file.moc"
