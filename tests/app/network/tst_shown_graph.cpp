// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/shown_graph.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using test::edtf;

namespace {

// Three who meet: in 2020 the first two, in 2021 the last two, who are also allied since 2021.
struct Case {
    test::SnapshotOf rows;
    ActorId a = rows.actor("A");
    ActorId b = rows.actor("B");
    ActorId c = rows.actor("C");
    SnapshotPointer snapshot;
    RowSet windowEvents;

    Case()
    {
        const EventId first = rows.event("First", "2020-03");
        const EventId second = rows.event("Second", "2021-03");
        rows.participation(first, a);
        rows.participation(first, b);
        rows.participation(second, b);
        rows.participation(second, c);
        rows.relation(a, c, "allied with", "2021-05/..");
        snapshot = rows.build();
    }
    Network networkOf(const ShownGraph &shown)
    {
        return buildNetwork(*snapshot, queryFor(*snapshot, shown, nullptr, {}, windowEvents));
    }
};

Instant endOf(std::string_view date)
{
    return Instant{edtf(date).when().bounds.latestEnd.seconds - 1};
}

}  // namespace

class tst_shown_graph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsHiddenIsLeftOutAndTheRestStays()
    {
        Case sample;
        ShownGraph shown;
        QCOMPARE(sample.networkOf(shown).nodeCount(), 3u);
        shown.choice.hide(sample.b);
        const Network network = sample.networkOf(shown);
        QCOMPARE(network.nodeCount(), 2u);
        QCOMPARE(network.nodeOf(sample.snapshot->actorRow(sample.b)), Network::kNone);
        QCOMPARE(network.linkCount(), 1u);
    }
    void aGroupIsOneMark()
    {
        Case sample;
        ShownGraph shown;
        shown.choice.group("Both", {sample.a, sample.b});
        const Network network = sample.networkOf(shown);
        QCOMPARE(network.nodeCount(), 2u);
        const std::uint32_t node = network.nodeOf(sample.snapshot->actorRow(sample.b));
        QCOMPARE(markName(*sample.snapshot, network, node), std::string("Both (2)"));
        shown.choice.groups.front().isFolded = false;
        QCOMPARE(sample.networkOf(shown).nodeCount(), 3u);
    }
    void linksAreThoseThatAreAskedFor()
    {
        Case sample;
        ShownGraph shown;
        QCOMPARE(sample.networkOf(shown).linkCount(), 3u);
        shown.look.withSharedEvents = false;
        QCOMPARE(sample.networkOf(shown).linkCount(), 1u);
    }
    void aWindowShowsWhatWasInItAlone()
    {
        Case sample;
        ShownGraph shown;
        shown.asOf = endOf("2020-12");
        QCOMPARE(sample.networkOf(shown).linkCount(), 1u);
        shown.asOf = endOf("2021-12");
        QCOMPARE(sample.networkOf(shown).linkCount(), 3u);
        shown.windowSeconds = std::int64_t{300} * 86'400;
        QCOMPARE(sample.networkOf(shown).linkCount(), 2u);  // the meeting of 2020 is long ago
        QCOMPARE(sample.windowEvents.count(), 1u);
    }
    void whoHasNotComeOrIsNotBrightIsPale()
    {
        Case sample;
        ShownGraph shown;
        shown.asOf = endOf("2020-12");
        const Network network = sample.networkOf(shown);
        const auto node = [&](ActorId actor) {
            return network.nodeOf(sample.snapshot->actorRow(actor));
        };
        const auto dimmed = dimmedNodes(network, shown.asOf, nullptr);
        QVERIFY(!dimmed[node(sample.a)] && !dimmed[node(sample.b)] && dimmed[node(sample.c)]);
        const std::vector<ActorRow> bright{sample.snapshot->actorRow(sample.b)};
        const auto others = dimmedNodes(network, {}, &bright);
        QVERIFY(others[node(sample.a)] && !others[node(sample.b)] && others[node(sample.c)]);
    }
};

QTEST_GUILESS_MAIN(tst_shown_graph)
#include "tst_shown_graph.moc"
