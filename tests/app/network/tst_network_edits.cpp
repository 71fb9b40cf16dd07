// SPDX-License-Identifier: GPL-3.0-or-later
// Each answer beside the networks before and after the edit.
#include <QTest>

#include "app/network/network.h"
#include "app/network/network_edits.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_network_edits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEventThatMovesKeepsIt();
    void aClaimAboutAnEventKeepsIt();
    void aClaimAboutARelationDoesNot();
    void aQuotationThatIsShownDoesNot();
    void whoTakesPartDoesNot();
    void anActorDoesNot();

private:
    // What the rows are now, with the tables of before where these are meant to have stayed.
    Snapshot after() const
    {
        const SnapshotPointer built = m_rows.build();
        Snapshot next = *m_before;
        next.events = built->events;
        next.participations = built->participations;
        next.claims = built->claims;
        next.annotations = built->annotations;
        next.sources = built->sources;
        return next;
    }
    static ChangeSet added(ItemRef item)
    {
        ChangeSet changes;
        changes.added = {item};
        changes.tables = 1;
        return changes;
    }
    static bool areEqual(const Snapshot &a, const Snapshot &b, bool withQuotations)
    {
        NetworkQuery query;
        query.withQuotations = withQuotations;
        const Network first = buildNetwork(a, query);
        const Network second = buildNetwork(b, query);
        if (first.linkCount() != second.linkCount() || first.nodeCount() != second.nodeCount())
            return false;
        for (std::uint32_t link = 0; link < first.linkCount(); ++link) {
            if (first.links()[link].sources != second.links()[link].sources)
                return false;
        }
        return true;
    }

    SnapshotOf m_rows;
    ActorId m_kim, m_putin, m_shoigu;
    EventId m_treaty;
    RelationId m_alliance;
    SourceId m_article;
    SnapshotPointer m_before;
};

void tst_network_edits::init()
{
    m_rows = {};
    m_kim = m_rows.actor("Kim");
    m_putin = m_rows.actor("Putin");
    m_shoigu = m_rows.actor("Shoigu");
    m_treaty = m_rows.event("Treaty", "2024-06-19");
    m_rows.participation(m_treaty, m_kim);
    m_rows.participation(m_treaty, m_putin);
    m_alliance = m_rows.relation(m_kim, m_putin, "ally");
    m_article = m_rows.source("Article", "2024-06-20");
    m_before = m_rows.build();
}

void tst_network_edits::anEventThatMovesKeepsIt()
{
    const EventId earlier = m_rows.event("Exhibition", "2023-07");
    const Snapshot next = after();
    QVERIFY(isNetworkKept(added(earlier), *m_before, next, false));
    QVERIFY(areEqual(*m_before, next, false));
    QVERIFY(!isNetworkKept({}, *m_before, next, false));  // nobody knows what was changed
}

void tst_network_edits::aClaimAboutAnEventKeepsIt()
{
    const ClaimId claim =
        m_rows.claim(m_article, m_treaty, "when", "2024-06-19", "", {m_shoigu, m_kim});
    const Snapshot next = after();
    QVERIFY(isNetworkKept(added(claim), *m_before, next, false));
    QVERIFY(areEqual(*m_before, next, false));
    ChangeSet removed;
    removed.removed = {claim};
    removed.tables = 1;
    QVERIFY(isNetworkKept(removed, next, *m_before, false));
}

void tst_network_edits::aClaimAboutARelationDoesNot()
{
    const ClaimId claim = m_rows.claim(m_article, m_alliance, "kind", "ally");
    const Snapshot next = after();
    QVERIFY(!isNetworkKept(added(claim), *m_before, next, false));
    QVERIFY(!areEqual(*m_before, next, false));
}

void tst_network_edits::aQuotationThatIsShownDoesNot()
{
    const ClaimId claim =
        m_rows.claim(m_article, m_treaty, "when", "2024-06-19", "", {m_shoigu, m_kim});
    const Snapshot next = after();
    QVERIFY(!isNetworkKept(added(claim), *m_before, next, true));
    QVERIFY(!areEqual(*m_before, next, true));
}

void tst_network_edits::whoTakesPartDoesNot()
{
    const ParticipationId part = m_rows.participation(m_treaty, m_shoigu);
    const Snapshot next = after();
    QVERIFY(!isNetworkKept(added({ItemKind::Participation, part.value}), *m_before, next, false));
    QVERIFY(!areEqual(*m_before, next, false));
}

void tst_network_edits::anActorDoesNot()
{
    const ActorId choe = m_rows.actor("Choe");
    Snapshot next = after();
    next.actors = m_rows.build()->actors;
    QVERIFY(!isNetworkKept(added(choe), *m_before, next, false));
    QVERIFY(!areEqual(*m_before, next, false));
}

QTEST_GUILESS_MAIN(tst_network_edits)
#include "tst_network_edits.moc"
