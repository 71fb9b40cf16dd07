// SPDX-License-Identifier: GPL-3.0-or-later
// How long layouts and figures of graphs take, beside Boost.Graph's own layouts on the same graphs.
// Boost's are run up to a thousand nodes only: at ten thousand they take minutes.
//
//     cmake --preset release -DDATELINE_PERF=ON && ninja -C build/release bench_layout
//     build/release/tests/perf/bench_layout --benchmark_filter=fast
#include <map>

#include <benchmark/benchmark.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/circle_layout.hpp>
#include <boost/graph/fruchterman_reingold.hpp>
#include <boost/graph/kamada_kawai_spring_layout.hpp>
#include <boost/graph/random_layout.hpp>
#include <boost/graph/topology.hpp>
#include <boost/random/linear_congruential.hpp>

#include "app/network/communities.h"
#include "app/network/dice.h"
#include "app/network/network_layout.h"

using namespace dateline;

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Communities of some forty nodes with six links each: four of five links lead to the own one, the
// others to nodes that already have many.
const Pairs &graphOf(std::uint32_t nodes)
{
    static std::map<std::uint32_t, Pairs> made;
    Pairs &pairs = made[nodes];
    if (!pairs.empty())
        return pairs;
    Dice dice(nodes);
    constexpr std::uint32_t kCommunity = 40;
    for (std::uint32_t node = 1; node < nodes; ++node) {
        const std::uint32_t first = node / kCommunity * kCommunity;
        for (int link = 0; link < 6; ++link) {
            std::uint32_t other = dice.below(node);
            if (link == 0 || node == first)
                other = node - 1;  // it hangs together
            else if (dice.below(5) != 0)
                other = first + dice.below(node - first);
            else if (!pairs.empty())
                other = pairs[dice.below(static_cast<std::uint32_t>(pairs.size()))].first;
            if (other != node)
                pairs.emplace_back(std::min(other, node), std::max(other, node));
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

void layOutOurs(benchmark::State &state, LayoutQuality quality)
{
    LayoutRequest request;
    request.nodeCount = static_cast<std::uint32_t>(state.range(0));
    request.pairs = graphOf(request.nodeCount);
    request.quality = quality;
    request.threads = static_cast<unsigned>(state.range(1));
    for (auto round : state) {
        static_cast<void>(round);
        benchmark::DoNotOptimize(layOut(request).positions.data());
    }
    state.counters["links"] = static_cast<double>(request.pairs.size());
}

void addSizes(benchmark::internal::Benchmark *bench)
{
    bench->ArgNames({"nodes", "threads"})->Unit(benchmark::kMillisecond)->UseRealTime();
    bench->MeasureProcessCPUTime();
    for (const int threads : {1, 2})
        for (const int nodes : {300, 1'000, 10'000, 100'000})
            bench->Args({nodes, threads});
}

// The time from the call to the first positions of all nodes.
void firstView(benchmark::State &state)
{
    LayoutRequest request;
    request.nodeCount = static_cast<std::uint32_t>(state.range(0));
    request.pairs = graphOf(request.nodeCount);
    request.threads = 2;
    for (auto round : state) {
        static_cast<void>(round);
        std::stop_source stop;
        layOut(request, stop.get_token(), {},
               [&stop](const std::vector<Point> &) { stop.request_stop(); });
    }
}

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Square = boost::square_topology<boost::minstd_rand>;
using BoostPoint = Square::point_type;

void boostFruchtermanReingold(benchmark::State &state)
{
    const auto nodes = static_cast<std::uint32_t>(state.range(0));
    const Pairs &pairs = graphOf(nodes);
    const BoostGraph graph(pairs.begin(), pairs.end(), nodes);
    for (auto round : state) {
        static_cast<void>(round);
        boost::minstd_rand dice(1);
        const Square square(dice, 1.0);
        std::vector<BoostPoint> points(nodes);
        const auto place =
            boost::make_iterator_property_map(points.begin(), get(boost::vertex_index, graph));
        boost::random_graph_layout(graph, place, square);
        boost::fruchterman_reingold_force_directed_layout(
            graph, place, square, boost::cooling(boost::linear_cooling<double>(100)));
        benchmark::DoNotOptimize(points.data());
    }
}

void boostKamadaKawai(benchmark::State &state)
{
    const auto nodes = static_cast<std::uint32_t>(state.range(0));
    const Pairs &pairs = graphOf(nodes);
    using Weighted =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                              boost::property<boost::edge_weight_t, double>>;
    Weighted graph(nodes);
    for (const auto &[a, b] : pairs)
        add_edge(a, b, 1.0, graph);
    for (auto round : state) {
        static_cast<void>(round);
        boost::minstd_rand dice(1);
        const Square square(dice, 1.0);
        std::vector<BoostPoint> points(nodes);
        const auto place =
            boost::make_iterator_property_map(points.begin(), get(boost::vertex_index, graph));
        boost::circle_graph_layout(graph, place, 1.0);
        boost::kamada_kawai_spring_layout(graph, place, get(boost::edge_weight, graph), square,
                                          boost::side_length(1.0));
        benchmark::DoNotOptimize(points.data());
    }
}

void figures(benchmark::State &state, const char *name)
{
    const auto nodes = static_cast<std::uint32_t>(state.range(0));
    const Pairs &pairs = graphOf(nodes);
    const std::string_view figure = name;
    for (auto round : state) {
        static_cast<void>(round);
        if (figure == "betweenness")
            benchmark::DoNotOptimize(betweenness(nodes, pairs).ofNode.data());
        else if (figure == "pagerank")
            benchmark::DoNotOptimize(pageRank(nodes, pairs).ofNode.data());
        else if (figure == "core")
            benchmark::DoNotOptimize(coreNumbers(nodes, pairs).data());
        else
            benchmark::DoNotOptimize(communitiesOf(nodes, pairs).ofNode.data());
    }
}

BENCHMARK_CAPTURE(layOutOurs, fast, LayoutQuality::Fast)->Apply(addSizes);
BENCHMARK_CAPTURE(layOutOurs, fine, LayoutQuality::Fine)->Apply(addSizes);
BENCHMARK_CAPTURE(layOutOurs, clusters, LayoutQuality::Clusters)->Apply(addSizes);
BENCHMARK(firstView)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(boostFruchtermanReingold)->Arg(300)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(boostKamadaKawai)->Arg(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figures, betweenness, "betweenness")
    ->Arg(1'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(figures, pagerank, "pagerank")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figures, core, "core")->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(figures, communities, "communities")->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
