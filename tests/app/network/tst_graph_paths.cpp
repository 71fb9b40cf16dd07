// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <QTest>

#include "app/network/graph_paths.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;

namespace {

using Ways = std::vector<std::vector<std::uint32_t>>;

constexpr std::size_t kMany = 1'000;

// Persons a, b, c ... with a relation for each line.
struct Line {
    int from;
    int to;
    const char *when;
};

struct Case {
    test::SnapshotOf rows;
    std::vector<ActorId> actors;
    SnapshotPointer snapshot;
    Network network;

    Case(int count, const std::vector<Line> &lines)
    {
        for (int i = 0; i < count; ++i)
            actors.push_back(rows.actor(std::string(1, static_cast<char>('a' + i))));
        for (const Line &line : lines)
            rows.relation(at(line.from), at(line.to), "met", line.when);
        build();
    }
    ActorId at(int i) const { return actors[static_cast<std::size_t>(i)]; }
    void build()
    {
        snapshot = rows.build();
        network = buildNetwork(*snapshot, {});
    }
    GraphPaths advancing(std::uint32_t from, std::uint32_t to) const
    {
        return allAdvancingPaths(network, contactsOf(*snapshot, {}, network), from, to, kMany);
    }
};

Ways waysOf(const GraphPaths &found)
{
    Ways ways;
    for (const GraphPath &path : found.paths)
        ways.push_back(path.nodes);
    return ways;
}

// A grid whose corners are joined by so many ways as the binomial says.
Case gridOf(int side)
{
    std::vector<Line> lines;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const int at = row * side + column;
            if (column + 1 < side)
                lines.push_back({at, at + 1, ""});
            if (row + 1 < side)
                lines.push_back({at, at + side, ""});
        }
    }
    return Case(side * side, lines);
}

}  // namespace

class tst_graph_paths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyShortestWayIsListedOnce()
    {
        // Two ways of two steps, one of three.
        const Case c(5, {{0, 1, ""}, {1, 4, ""}, {0, 2, ""}, {2, 4, ""}, {2, 3, ""}, {3, 4, ""}});
        const GraphPaths found = allShortestPaths(c.network, 0, 4, kMany);
        QCOMPARE(waysOf(found), (Ways{{0, 1, 4}, {0, 2, 4}}));
        QCOMPARE(found.count, 2.0);
        QCOMPARE(found.length(), 2u);
    }
    void waysThroughAGridAreCounted()
    {
        const Case c = gridOf(6);
        const GraphPaths found = allShortestPaths(c.network, 0, 35, kMany);
        QCOMPARE(found.count, 252.0);
        QCOMPARE(found.paths.size(), std::size_t{252});
        Ways ways = waysOf(found);
        QVERIFY(std::is_sorted(ways.begin(), ways.end()));
        QVERIFY(std::adjacent_find(ways.begin(), ways.end()) == ways.end());
        const GraphPaths some = allShortestPaths(c.network, 0, 35, 10);
        QCOMPARE(some.paths.size(), std::size_t{10});
        QCOMPARE(some.count, 252.0);
    }
    void parallelLinksBelongToOneStep()
    {
        const Case c(3, {{0, 1, ""}, {1, 0, ""}, {1, 2, ""}});
        const GraphPaths found = allShortestPaths(c.network, 0, 2, kMany);
        QCOMPARE(found.count, 1.0);
        QCOMPARE(found.paths[0].links[0].size(), std::size_t{2});
        QCOMPARE(found.paths[0].links[1], (std::vector<std::uint32_t>{2}));
    }
    void whoIsNotConnectedHasNoWay()
    {
        const Case c(4, {{0, 1, "2024"}, {2, 3, "2024"}});
        QVERIFY(allShortestPaths(c.network, 0, 3, kMany).paths.empty());
        QVERIFY(c.advancing(0, 3).paths.empty());
        QCOMPARE(allShortestPaths(c.network, 0, 3, kMany).count, 0.0);
    }
    void datesMustNotGoBack()
    {
        // The short way would have to go back from 2024 to 2023.
        const Case c(4, {{0, 1, "2024-05-01"},
                         {1, 3, "2023-01-01"},
                         {1, 2, "2024-06-01"},
                         {2, 3, "2024-07-01"}});
        const GraphPaths found = c.advancing(0, 3);
        QCOMPARE(waysOf(found), (Ways{{0, 1, 2, 3}}));
        QVERIFY(found.paths[0].isCertain);
        // The other way round everything lies in the past but the short way.
        QCOMPARE(waysOf(c.advancing(3, 0)), (Ways{{3, 1, 0}}));
    }
    void aSpanCanBeUsedAtAnyTimeInIt()
    {
        const Case c(3, {{0, 1, "2024-05-01"}, {1, 2, "2022/2026"}});
        QCOMPARE(waysOf(c.advancing(0, 2)), (Ways{{0, 1, 2}}));
        QVERIFY(c.advancing(0, 2).paths[0].isCertain);
        const Case over(3, {{0, 1, "2024-05-01"}, {1, 2, "2022/2023"}});
        QVERIFY(over.advancing(0, 2).paths.empty());
    }
    void aDateThatIsNotExactMayOrMayNotFit()
    {
        // Some day of May, then a day of May: there are readings either way.
        const Case c(3, {{0, 1, "2024-05"}, {1, 2, "2024-05-10"}});
        const GraphPaths found = c.advancing(0, 2);
        QCOMPARE(waysOf(found), (Ways{{0, 1, 2}}));
        QVERIFY(!found.paths[0].isCertain);
    }
    void whatHasNoDateIsLeftOutAndTold()
    {
        const Case c(3, {{0, 1, "2024"}, {1, 2, ""}});
        const GraphPaths found = c.advancing(0, 2);
        QVERIFY(found.paths.empty());
        QCOMPARE(found.undatedLinks, 1u);
    }
    void onlyTheDatesThatFitAreNamed()
    {
        // Three meetings of a and b; the one after b met c does not help.
        Case c(3, {{1, 2, "2024-06-01"}});
        std::array<EventId, 3> events{};
        std::size_t i = 0;
        for (const char *day : {"2024-01-01", "2024-02-01", "2024-09-01"}) {
            events[i] = c.rows.event("Meeting", day);
            c.rows.participation(events[i], c.at(0));
            c.rows.participation(events[i], c.at(1));
            ++i;
        }
        c.build();
        const GraphPaths found = c.advancing(0, 2);
        QCOMPARE(found.paths.size(), std::size_t{1});
        QCOMPARE(found.paths[0].items[0], (std::vector<ItemRef>{events[0], events[1]}));
        QVERIFY(found.paths[0].isCertain);
    }
    void advancingWaysAreCountedEvenWhenFewAreListed()
    {
        // Five layers of three nodes each, dates rising: 3^4 ways from the first to the goal.
        std::vector<Line> lines;
        const std::array<const char *, 5> days{"2024-01-01", "2024-01-02", "2024-01-03",
                                               "2024-01-04", "2024-01-05"};
        for (int layer = 0; layer < 4; ++layer)
            for (int a = 0; a < (layer == 0 ? 1 : 3); ++a)
                for (int b = 0; b < 3; ++b)
                    lines.push_back({layer == 0 ? 0 : 1 + (layer - 1) * 3 + a, 1 + layer * 3 + b,
                                     days[static_cast<std::size_t>(layer)]});
        for (int a = 0; a < 3; ++a)
            lines.push_back({10 + a, 13, days[4]});
        const Case c(14, lines);
        const GraphPaths found =
            allAdvancingPaths(c.network, contactsOf(*c.snapshot, {}, c.network), 0, 13, 5);
        QCOMPARE(found.count, 81.0);
        QCOMPARE(found.paths.size(), std::size_t{5});
        QCOMPARE(found.length(), 5u);
    }
    void aStopIsTold()
    {
        const Case c = gridOf(4);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!allShortestPaths(c.network, 0, 15, kMany, stop.get_token()).isComplete);
    }
};

QTEST_GUILESS_MAIN(tst_graph_paths)
#include "tst_graph_paths.moc"
