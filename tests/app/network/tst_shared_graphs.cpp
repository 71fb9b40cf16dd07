// SPDX-License-Identifier: GPL-3.0-or-later
// Real graphs, used in place (DATELINE_SHARED_DATA): figures as networkx 3.6 gives them, and
// layouts no worse than those of the usual programs.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <QTest>

#include "app/exchange/graph_file.h"
#include "app/network/bridging.h"
#include "app/network/communities.h"
#include "app/network/graph_paths.h"
#include "app/network/network_layout.h"
#include "app/network/stress_layout.h"
#include "tests/support/sample_file.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

class tst_shared_graphs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (sharedData().empty())
            QSKIP("the shared data are not here");
    }
    void figuresAreThoseOfTheReference_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<double>("betweennessSquares");
        QTest::addColumn<double>("betweennessOfFirst");
        QTest::addColumn<double>("rankSquares");
        QTest::addColumn<double>("rankOfFirst");
        QTest::addColumn<int>("cores");
        QTest::addColumn<double>("modularity");  // the best of sixty runs
        QTest::newRow("Les Miserables")
            << "Les Miserables.gexf" << 77 << 3552142.910742 << 504.0 << 0.021697702276
            << 0.042779281023 << 364 << 0.560008370017;
        QTest::newRow("US Airports")
            << "US Airports.gexf" << 235 << 137974125.651872 << 35.261593523 << 0.013317572877
            << 0.003793300911 << 1430 << 0.261543304072;
    }
    void figuresAreThoseOfTheReference()
    {
        QFETCH(QString, file);
        QFETCH(int, nodes);
        QFETCH(double, betweennessSquares);
        QFETCH(double, betweennessOfFirst);
        QFETCH(double, rankSquares);
        QFETCH(double, rankOfFirst);
        QFETCH(int, cores);
        QFETCH(double, modularity);
        const EdgeList graph = read(file);
        const auto count = static_cast<std::uint32_t>(graph.names.size());
        QCOMPARE(static_cast<int>(count), nodes);
        const auto squaresOf = [](const std::vector<double> &values) {
            return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
        };
        const Betweenness between = betweenness(count, graph.pairs);
        QVERIFY(std::abs(squaresOf(between.ofNode) - betweennessSquares) < 1e-5);
        QVERIFY(std::abs(between.ofNode[0] - betweennessOfFirst) < 1e-8);
        const PageRank rank = pageRank(count, graph.pairs);
        QVERIFY(std::abs(squaresOf(rank.ofNode) - rankSquares) < 1e-11);
        QVERIFY(std::abs(rank.ofNode[0] - rankOfFirst) < 1e-11);
        const auto core = coreNumbers(count, graph.pairs);
        QCOMPARE(std::accumulate(core.begin(), core.end(), 0u), static_cast<unsigned>(cores));
        QCOMPARE(components(count, graph.pairs).count, 1u);
        QVERIFY(communitiesOf(count, graph.pairs).modularity > modularity - 1e-6);
    }
    // Between every two nodes, both ways; networkx 3.6: all_shortest_paths, articulation_points,
    // bridges.
    void waysAndWeakPlacesAreThoseOfTheReference_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("ways");
        QTest::addColumn<int>("cutNodes");
        QTest::addColumn<int>("bridges");
        QTest::newRow("Les Miserables") << "Les Miserables.gexf" << 13670.0 << 8 << 18;
        QTest::newRow("US Airports") << "US Airports.gexf" << 203024.0 << 9 << 34;
    }
    void waysAndWeakPlacesAreThoseOfTheReference()
    {
        QFETCH(QString, file);
        QFETCH(double, ways);
        QFETCH(int, cutNodes);
        QFETCH(int, bridges);
        const EdgeList graph = read(file);
        test::SnapshotOf rows;
        std::vector<ActorId> actors;
        for (const std::string &name : graph.names)
            actors.push_back(rows.actor(name));
        for (const auto &[a, b] : graph.pairs)
            rows.relation(actors[a], actors[b], "tie");
        const Network network = buildNetwork(*rows.build(), {});
        double found = 0;
        std::size_t listed = 0;
        for (std::uint32_t from = 0; from < network.nodeCount(); ++from) {
            for (std::uint32_t to = 0; to < from; ++to) {
                const GraphPaths paths = allShortestPaths(network, from, to, 10'000);
                found += 2 * paths.count;
                listed += 2 * paths.paths.size();
            }
        }
        QCOMPARE(found, ways);
        QCOMPARE(static_cast<double>(listed), ways);
        const CutPoints cuts = cutPoints(network.nodeCount(), network.pairs());
        QCOMPARE(static_cast<int>(std::count_if(cuts.partsWithout.begin(), cuts.partsWithout.end(),
                                                [](std::uint32_t parts) { return parts > 1; })),
                 cutNodes);
        QCOMPARE(static_cast<int>(cuts.bridges.size()), bridges);
    }
    void smallGraphsKeepTheirDistances_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("best");  // of Kamada-Kawai and neato, normalised
        QTest::newRow("Les Miserables") << "Les Miserables.gexf" << 0.0832;
        QTest::newRow("US Airports") << "US Airports.gexf" << 0.1210;
    }
    void smallGraphsKeepTheirDistances()
    {
        QFETCH(QString, file);
        QFETCH(double, best);
        const EdgeList graph = read(file);
        LayoutRequest request;
        request.nodeCount = static_cast<std::uint32_t>(graph.names.size());
        request.pairs = graph.pairs;
        const std::vector<Point> points = layOut(request).positions;
        const WantedDistances wanted(Adjacency(request.nodeCount, request.pairs));
        double stress = 0;
        double lengths = 0;
        double squares = 0;
        double pairs = 0;
        for (std::uint32_t a = 0; a < request.nodeCount; ++a) {
            for (std::uint32_t b = 0; b < a; ++b) {
                const double share = distance(points[a], points[b]) / wanted(a, b);
                lengths += share;
                squares += share * share;
                ++pairs;
            }
        }
        // At the scale that suits best.
        stress = 1 - lengths * lengths / (squares * pairs);
        QVERIFY2(stress < 1.02 * best, qPrintable(QString::number(stress)));
    }

private:
    static EdgeList read(const QString &file)
    {
        std::vector<Refusal> refused;
        const auto graph = readGraphFile(sharedData() / "networks" / file.toStdString(), refused);
        return graph && refused.empty() ? *graph : EdgeList{};
    }
};

QTEST_GUILESS_MAIN(tst_shared_graphs)
#include "tst_shared_graphs.moc"
