// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <stop_token>

#include <QTest>

#include "app/network/network_builder.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using test::SnapshotOf;

namespace {

Network build(const SnapshotPointer &snapshot, const NetworkQuery &query = {})
{
    return buildNetwork(*snapshot, query);
}

Instant day(std::string_view text)
{
    return test::edtf(text).when().bounds.earliestBegin;
}

}  // namespace

// Many rows by a seed, and what the rules make of them, told as plainly as they are written.
class ManyRows {
public:
    static constexpr unsigned kActors = 40;

    ManyRows()
    {
        for (unsigned i = 0; i < kActors; ++i)
            m_rows.actor("A" + std::to_string(i), i % 3 == 0 ? "state" : "person");
        for (int i = 0; i < 150; ++i)
            addRelation();
        for (int i = 0; i < 20; ++i)
            addRole();
        for (int i = 0; i < 300; ++i)
            addEvent(i);
    }
    SnapshotPointer build() const { return m_rows.build(); }
    // Pairs of shared events that nothing else says, and how many there are.
    std::map<std::pair<unsigned, unsigned>, unsigned> wanted() const
    {
        std::map<std::pair<unsigned, unsigned>, unsigned> left;
        for (const auto &[pair, count] : m_shared) {
            const auto [a, b] = pair;
            if (!m_joined.contains(pair) && !isThroughSuperior(a, b) && !isThroughSuperior(b, a))
                left.insert({pair, count});
        }
        return left;
    }
    std::size_t roleLinks() const { return m_roles; }

private:
    static std::pair<unsigned, unsigned> pairOf(unsigned a, unsigned b)
    {
        return {std::min(a, b), std::max(a, b)};
    }
    unsigned dice(unsigned sides) { return static_cast<unsigned>(m_random() % sides); }
    void addRelation()
    {
        const unsigned from = dice(kActors);
        const unsigned to = dice(kActors);
        const bool isBelonging = dice(3) == 0;
        m_rows.relation({from + 1}, {to + 1}, isBelonging ? "member of" : "warns");
        if (from == to)
            return;
        m_joined.insert(pairOf(from, to));
        if (isBelonging)
            m_superiors.insert({from, to});
        else
            m_related.insert(pairOf(from, to));
    }
    void addRole()
    {
        const unsigned from = dice(kActors);
        const unsigned to = dice(kActors);
        m_rows.role({from + 1}, "envoy", {to + 1});
        if (from == to || !m_joined.insert(pairOf(from, to)).second)
            return;
        m_superiors.insert({from, to});
        ++m_roles;
    }
    void addEvent(int number)
    {
        const EventId event = m_rows.event("E", std::to_string(1'900 + number % 90));
        std::set<unsigned> present;
        for (unsigned i = dice(5); i > 0; --i) {
            const unsigned actor = dice(kActors);
            m_rows.participation(event, {actor + 1});
            present.insert(actor);
        }
        const auto states = std::count_if(present.begin(), present.end(),
                                          [](unsigned actor) { return actor % 3 == 0; });
        const auto persons = static_cast<std::ptrdiff_t>(present.size()) - states;
        for (const unsigned a : present) {
            for (const unsigned b : present) {
                const bool isPeer = (a % 3 == 0) == (b % 3 == 0) || states == 1 || persons == 1;
                m_shared[{a, b}] += a < b && isPeer ? 1 : 0;
            }
        }
        std::erase_if(m_shared, [](const auto &entry) { return entry.second == 0; });
    }
    bool isThroughSuperior(unsigned of, unsigned other) const
    {
        return std::any_of(m_superiors.begin(), m_superiors.end(), [&](const auto &belonging) {
            return belonging.first == of && m_related.contains(pairOf(belonging.second, other));
        });
    }

    SnapshotOf m_rows;
    std::mt19937 m_random{11};
    std::set<std::pair<unsigned, unsigned>> m_joined;
    std::set<std::pair<unsigned, unsigned>> m_related;
    std::set<std::pair<unsigned, unsigned>> m_superiors;
    std::map<std::pair<unsigned, unsigned>, unsigned> m_shared;
    std::size_t m_roles = 0;
};

class tst_network : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linksOfManyRowsAreThoseOfTheRules()
    {
        const ManyRows rows;
        const Network network = build(rows.build());
        std::map<std::pair<unsigned, unsigned>, unsigned> shared;
        std::map<std::pair<unsigned, unsigned>, unsigned> lanes;
        std::size_t roles = 0;
        for (const NetworkLink &link : network.links()) {
            const std::pair<unsigned, unsigned> pair{std::min(link.from, link.to),
                                                     std::max(link.from, link.to)};
            QCOMPARE(link.lane, lanes[pair]++);
            roles += link.origin == LinkOrigin::Role ? 1 : 0;
            if (link.origin == LinkOrigin::SharedEvents)
                QVERIFY(shared.insert({{link.from, link.to}, link.weight}).second);
        }
        for (const NetworkLink &link : network.links())
            QCOMPARE(link.laneCount,
                     (lanes[{std::min(link.from, link.to), std::max(link.from, link.to)}]));
        QVERIFY(!rows.wanted().empty());
        QVERIFY(shared == rows.wanted());
        QVERIFY(roles > 0);
        QCOMPARE(roles, rows.roleLinks());
    }
    void oneThatIsStoppedTiesNobody()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(buildNetwork(*ManyRows().build(), {}, stop.get_token()).linkCount(), 0u);
    }
    void relationsKeepDirectionCertaintyAndIndependentSources()
    {
        SnapshotOf rows;
        const ActorId north = rows.actor("North", "state");
        const ActorId south = rows.actor("South", "state");
        const ActorId agency = rows.actor("Agency", "outlet");
        const RelationId warns = rows.relation(north, south, "warns", "2025", "assessed");
        const SourceId paper = rows.source("Paper");
        // Two reports of one agency are one origin; the paper itself is another.
        rows.claim(paper, warns, "status", "assessed", {}, {agency});
        rows.claim(paper, warns, "date", "2025", {}, {agency});
        rows.claim(paper, warns, "status", "assessed");
        rows.claim(paper, warns, "status", "denied", {}, {south}, Stance::Contradicts);
        const Network network = build(rows.build());
        QCOMPARE(network.linkCount(), 1u);
        const NetworkLink &link = network.links()[0];
        QCOMPARE(link.from, 0u);
        QVERIFY(link.isDirected);
        QCOMPARE(link.certainty, Certainty::Assessed);
        QCOMPARE(link.sources, 2u);
        QVERIFY(!link.isBelonging);
    }
    void theStrokeOfALinkFollowsFromItsClaims()
    {
        SnapshotOf rows;
        const ActorId north = rows.actor("North", "state");
        const ActorId south = rows.actor("South", "state");
        const RelationId arms = rows.relation(north, south, "arms", "2025", "confirmed");
        const SourceId paper = rows.source("Paper");
        const auto certainty = [&] { return build(rows.build()).links()[0].certainty; };
        QCOMPARE(certainty(), Certainty::Confirmed);  // no claim: as it was entered
        const ClaimId weak = rows.claim(paper, arms, "relation", "arms", "suspected");
        QCOMPARE(certainty(), Certainty::Suspected);
        rows.claim(paper, arms, "status", "assessed");
        QCOMPARE(certainty(), Certainty::Assessed);  // the surest that supports it
        rows.claim(paper, arms, "status", "confirmed", {}, {}, Stance::Contradicts);
        QCOMPARE(certainty(), Certainty::Assessed);
        rows.decision({arms, "relation", weak, "closer to it"});
        QCOMPARE(certainty(), Certainty::Suspected);  // a person's choice
    }
    void onlyWhatIsValidOnTheDayIsThere()
    {
        SnapshotOf rows;
        const ActorId person = rows.actor("Shoigu");
        const ActorId ministry = rows.actor("Ministry", "body");
        const ActorId council = rows.actor("Council", "body");
        rows.relation(person, ministry, "member of", "/2024");
        rows.relation(person, council, "member of", "2024/..");
        rows.relation(ministry, council, "works with");  // undated: always
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(build(snapshot).linkCount(), 3u);
        NetworkQuery query;
        query.asOf = day("2025-03-21");
        const Network later = build(snapshot, query);
        QCOMPARE(later.linkCount(), 2u);
        QCOMPARE(later.linkOf(RelationRow{0}), Network::kNone);
        query.asOf = day("2023-05-01");
        QCOMPARE(build(snapshot, query).linkOf(RelationRow{1}), Network::kNone);
    }
    void aRangeLeavesRelationsThatTouchIt()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        rows.relation(a, b, "talks", "2018/2019");
        rows.relation(a, b, "treaty", "2024-06/..");
        NetworkQuery query;
        query.range = TimeSpan::between(day("2022-01-01"), day("2025-01-01"));
        const Network network = build(rows.build(), query);
        QCOMPARE(network.linkCount(), 1u);
        QCOMPARE(network.links()[0].relation, RelationRow{1});
    }
    void parallelLinksAreNumberedPerPairWhateverTheirDirection()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        const ActorId c = rows.actor("C", "state");
        rows.relation(a, b, "troops");
        rows.relation(b, a, "aid");
        rows.relation(b, c, "war");
        const Network network = build(rows.build());
        QCOMPARE(network.links()[0].laneCount, std::uint16_t{2});
        QCOMPARE(network.links()[0].lane, std::uint16_t{0});
        QCOMPARE(network.links()[1].lane, std::uint16_t{1});
        QCOMPARE(network.links()[2].laneCount, std::uint16_t{1});
        QCOMPARE(network.pairs().size(), std::size_t{2});
        QCOMPARE(network.neighboursOf(1), (std::vector<std::uint32_t>{0, 2}));
    }
    void sharedEventsTiePeersAndCount()
    {
        SnapshotOf rows;
        const ActorId kim = rows.actor("Kim");
        const ActorId trump = rows.actor("Trump");
        const ActorId north = rows.actor("North", "state");
        const ActorId states = rows.actor("States", "state");
        const ActorId paper = rows.actor("Paper", "outlet");
        for (const char *title : {"talks", "summit"}) {
            const EventId event = rows.event(title, "2018");
            for (const ActorId actor : {kim, trump, north, states, paper})
                rows.participation(event, actor);
        }
        const Network network = build(rows.build());
        // Person with person, state with state; the outlet with nobody.
        QCOMPARE(network.linkCount(), 2u);
        for (const NetworkLink &link : network.links()) {
            QCOMPARE(link.origin, LinkOrigin::SharedEvents);
            QCOMPARE(link.weight, 2u);
        }
        QVERIFY(network.linksOf(4).empty());
        QCOMPARE(network.nodes()[4].events, 2u);
    }
    void anActorWithoutAPeerIsTiedToAllInTheEvent()
    {
        SnapshotOf rows;
        const ActorId trump = rows.actor("Trump");
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        const EventId event = rows.event("ceasefire", "2025-03");
        for (const ActorId actor : {trump, a, b})
            rows.participation(event, actor);
        QCOMPARE(build(rows.build()).linkCount(), 3u);
    }
    void aDerivedLinkDoesNotRepeatARelation()
    {
        SnapshotOf rows;
        const ActorId trump = rows.actor("Trump");
        const ActorId states = rows.actor("States", "state");
        const ActorId russia = rows.actor("Russia", "state");
        rows.relation(trump, states, "member of");
        rows.relation(states, russia, "mediates");
        const EventId event = rows.event("call", "2025-03");
        for (const ActorId actor : {trump, states, russia})
            rows.participation(event, actor);
        const Network network = build(rows.build());
        // Neither states - russia (stored) nor trump - russia (said by what he belongs to).
        QCOMPARE(network.linkCount(), 2u);
        for (const NetworkLink &link : network.links())
            QCOMPARE(link.origin, LinkOrigin::Relation);
    }
    void hiddenAndLaterEventsTieNobody()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B");
        const EventId event = rows.event("meeting", "2024-09");
        rows.participation(event, a);
        rows.participation(event, b);
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(build(snapshot).linkCount(), 1u);
        const RowSet none(1);
        NetworkQuery query;
        query.events = &none;
        QCOMPARE(build(snapshot, query).linkCount(), 0u);
        query.events = nullptr;
        query.asOf = day("2024-01-01");
        QCOMPARE(build(snapshot, query).linkCount(), 0u);
    }
    void aPostTiesItsHolderToTheBody()
    {
        SnapshotOf rows;
        const ActorId person = rows.actor("Shoigu");
        const ActorId council = rows.actor("Council", "body");
        const RoleId role = rows.role(person, "Secretary", council, "2024/..");
        const SnapshotPointer snapshot = rows.build();
        const Network network = build(snapshot);
        QCOMPARE(network.linkCount(), 1u);
        QVERIFY(network.links()[0].isBelonging);
        QCOMPARE(itemsBehind(*snapshot, {}, network, 0), std::vector<ItemRef>{role});
    }
    void quotationsAreShownOnRequest()
    {
        SnapshotOf rows;
        const ActorId speaker = rows.actor("Shoigu");
        const ActorId agency = rows.actor("Interfax", "outlet");
        const ActorId paper = rows.actor("Paper", "outlet");
        const SourceId source = rows.source("Report");
        const ClaimId claim = rows.claim(source, {}, "note", "x", {}, {speaker, agency, paper});
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(build(snapshot).linkCount(), 0u);
        NetworkQuery query;
        query.withQuotations = true;
        const Network network = build(snapshot, query);
        QCOMPARE(network.linkCount(), 2u);
        QVERIFY(network.links()[0].isDirected);
        QCOMPARE(itemsBehind(*snapshot, query, network, 0), std::vector<ItemRef>{claim});
    }
    void aSharedEventLinkRestsOnTheShownEvents()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B");
        const EventId first = rows.event("first", "2023");
        const EventId second = rows.event("second", "2024");
        for (const EventId event : {first, second}) {
            rows.participation(event, a);
            rows.participation(event, b);
        }
        const SnapshotPointer snapshot = rows.build();
        RowSet shown(2);
        shown.insert(snapshot->events->rowOf(second));
        NetworkQuery query;
        query.events = &shown;
        const Network network = build(snapshot, query);
        QCOMPARE(itemsBehind(*snapshot, query, network, 0), std::vector<ItemRef>{second});
    }
    void onlyTheAskedActorsAreNodes()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A", "state");
        const ActorId b = rows.actor("B", "state");
        rows.actor("C", "state");
        rows.relation(a, b, "war", "2022");
        NetworkQuery query;
        query.actors = std::vector<ActorRow>{ActorRow{1}, ActorRow{2}};
        const SnapshotPointer snapshot = rows.build();
        const Network network = build(snapshot, query);
        QCOMPARE(network.nodeCount(), 2u);
        QCOMPARE(network.linkCount(), 0u);
        QCOMPARE(network.nodeOf(ActorRow{0}), Network::kNone);
        QCOMPARE(network.nodeOf(ActorRow{2}), 1u);
        QCOMPARE(build(snapshot).nodes()[0].firstSeen, day("2022-01-01"));
        QVERIFY(build(snapshot).nodes()[2].firstSeen.isDistant());
    }
    void aFoldedGroupIsOneMarkWithTheTiesOfAll()
    {
        SnapshotOf rows;
        const ActorId a = rows.actor("A");
        const ActorId b = rows.actor("B");
        const ActorId c = rows.actor("C");
        const ActorId d = rows.actor("D");
        rows.relation(a, b, "knows", "2022");
        const RelationId toD = rows.relation(b, d, "knows", "2022");
        const EventId first = rows.event("first", "2023");
        const EventId second = rows.event("second", "2024");
        for (const auto &[event, actor] :
             {std::pair(first, a), std::pair(first, c), std::pair(second, b), std::pair(second, c)})
            rows.participation(event, actor);
        NetworkQuery query;
        query.folded = {{"Both", ActorRow{0}, {ActorRow{1}}}};
        const SnapshotPointer snapshot = rows.build();
        const Network network = build(snapshot, query);
        QCOMPARE(network.nodeCount(), 3u);
        QCOMPARE(network.linkCount(), 2u);  // what ties the two is inside
        QCOMPARE(network.nodeOf(ActorRow{1}), network.nodeOf(ActorRow{0}));
        QCOMPARE(markName(*snapshot, network, 0), std::string("Both (2)"));
        QCOMPARE(markName(*snapshot, network, 1), std::string("C"));
        QCOMPARE(network.nodes()[0].events, 2u);
        QCOMPARE(itemsBehind(*snapshot, query, network, 0), std::vector<ItemRef>{toD});
        QCOMPARE(network.links()[1].weight, 2u);
        QCOMPARE(itemsBehind(*snapshot, query, network, 1), (std::vector<ItemRef>{first, second}));
    }
    void aGroupIsLedByWhoIsShown()
    {
        SnapshotOf rows;
        for (const char *name : {"A", "B", "C"})
            rows.actor(name);
        NetworkQuery query;
        query.folded = {{"All", ActorRow{0}, {ActorRow{1}, ActorRow{2}}}};
        query.actors = std::vector<ActorRow>{ActorRow{1}, ActorRow{2}};
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(build(snapshot, query).nodeCount(), 1u);
        QCOMPARE(build(snapshot, query).nodes()[0].actor, ActorRow{1});
        query.actors = std::vector<ActorRow>{ActorRow{1}};
        QVERIFY(build(snapshot, query).foldedAt(0) == nullptr);
    }
};

QTEST_GUILESS_MAIN(tst_network)
#include "tst_network.moc"
