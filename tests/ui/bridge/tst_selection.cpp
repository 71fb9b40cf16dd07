// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "tests/support/snapshot_of.h"
#include "ui/bridge/selection.h"

using namespace dateline;
using namespace dateline::test;
using namespace dateline::ui;

namespace {

using Events = std::vector<EventId>;
using Actors = std::vector<ActorId>;
using Annotations = std::vector<AnnotationId>;

// Two states sign a treaty that a source tells of in two places; one of them has a minister.
struct Case {
    Case()
    {
        rows.participation(treaty, russia, "signatory");
        rows.participation(treaty, korea, "signatory");
        Claim claim;
        claim.source = report;
        claim.about = treaty;
        claim.field = "date";
        claim.annotation = later;
        lateClaim = rows.claim(claim);
        claim.annotation = earlier;
        earlyClaim = rows.claim(claim);
        claim.annotation = later;
        claim.about = minister;
        roleClaim = rows.claim(claim);
        snapshot = rows.build();
    }
    AnnotationId annotation(std::int64_t begin)
    {
        Annotation row;
        row.source = report;
        row.begin = begin;
        row.end = begin + 1;
        return rows.annotation(row);
    }

    SnapshotOf rows;
    ActorId russia = rows.actor("Russia", "state");
    ActorId korea = rows.actor("North Korea", "state");
    ActorId shoigu = rows.actor("Shoigu");
    ActorId outlet = rows.actor("Tass", "outlet");
    EventId treaty = rows.event("Treaty", "2024-06-19");
    EventId other = rows.event("Other", "2024");
    RoleId minister = rows.role(shoigu, "minister", russia);
    RelationId alliance = rows.relation(russia, korea, "alliance");
    SourceId report = rows.source("Report", "2025", outlet);
    AnnotationId later = annotation(50);
    AnnotationId earlier = annotation(10);
    ClaimId lateClaim;
    ClaimId earlyClaim;
    ClaimId roleClaim;
    SnapshotPointer snapshot;
};

}  // namespace

class tst_selection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLastPickedIsCurrent();
    void changesAreToldOnce();
    void togglingTwiceIsNothing();
    void aNullItemIsNeverSelected();
    void dropsWhatIsGone();
    void keepsWhatIsThere();
    void anEventMeansItsParticipants();
    void anActorMeansNoEvents();
    void aClaimMeansWhatItIsAbout();
    void anAnnotationMeansItsClaimsEvents();
    void aRoleMeansItsHolder();
    void aRelationMeansBothEnds();
    void aSourceMeansItsOutlet();
    void supportingAnnotationsComeInReadingOrder();
    void supportsOnlyTheCurrentItem();
};

void tst_selection::theLastPickedIsCurrent()
{
    Selection selection;
    QVERIFY(selection.current().isNull());
    selection.select(EventId{1});
    selection.toggle(ActorId{2});
    selection.toggle(EventId{3});
    QCOMPARE(selection.current(), ItemRef(EventId{3}));
    QCOMPARE(selection.items(), (std::vector<ItemRef>{EventId{1}, ActorId{2}, EventId{3}}));
    QVERIFY(selection.contains(ActorId{2}));
    QVERIFY(!selection.contains(EventId{2}));
    selection.select(ActorId{9});
    QCOMPARE(selection.items(), std::vector<ItemRef>{ActorId{9}});
}

void tst_selection::changesAreToldOnce()
{
    Selection selection;
    const QSignalSpy spy(&selection, &Selection::changed);
    selection.clear();
    QCOMPARE(spy.count(), 0);
    selection.setItems({EventId{1}, EventId{1}, ActorId{1}});
    QCOMPARE(spy.count(), 1);
    QCOMPARE(selection.items().size(), 2U);
    selection.setItems({EventId{1}, ActorId{1}});
    QCOMPARE(spy.count(), 1);
    selection.setItems({ActorId{1}, EventId{1}});  // another one is current
    QCOMPARE(spy.count(), 2);
    selection.clear();
    QCOMPARE(spy.count(), 3);
    QVERIFY(selection.isEmpty());
}

void tst_selection::togglingTwiceIsNothing()
{
    Selection selection;
    selection.select(EventId{1});
    selection.toggle(EventId{2});
    selection.toggle(EventId{2});
    QCOMPARE(selection.items(), std::vector<ItemRef>{EventId{1}});
}

void tst_selection::aNullItemIsNeverSelected()
{
    Selection selection;
    selection.toggle({});
    selection.setItems({ItemRef(), EventId{1}});
    QCOMPARE(selection.items(), std::vector<ItemRef>{EventId{1}});
    selection.select({});
    QVERIFY(selection.isEmpty());
}

void tst_selection::dropsWhatIsGone()
{
    const Case c;
    Selection selection;
    selection.setItems({EventId{99}, ActorId{99}, RoleId{99}, RelationId{99}, SourceId{99},
                        AnnotationId{99}, ClaimId{99}, c.treaty});
    const QSignalSpy spy(&selection, &Selection::changed);
    selection.dropMissing(*c.snapshot);
    QCOMPARE(selection.items(), std::vector<ItemRef>{c.treaty});
    QCOMPARE(spy.count(), 1);
    selection.dropMissing(*Snapshot::empty());
    QVERIFY(selection.isEmpty());
}

void tst_selection::keepsWhatIsThere()
{
    const Case c;
    Selection selection;
    selection.setItems(
        {c.treaty, c.russia, c.minister, c.alliance, c.report, c.later, c.earlyClaim});
    const QSignalSpy spy(&selection, &Selection::changed);
    selection.dropMissing(*c.snapshot);
    QCOMPARE(selection.items().size(), 7U);
    QCOMPARE(spy.count(), 0);
}

void tst_selection::anEventMeansItsParticipants()
{
    const Case c;
    Selection selection;
    selection.select(c.treaty);
    QCOMPARE(selection.events(*c.snapshot), Events{c.treaty});
    QCOMPARE(selection.actors(*c.snapshot), (Actors{c.russia, c.korea}));
}

void tst_selection::anActorMeansNoEvents()
{
    const Case c;
    Selection selection;
    selection.select(c.russia);
    QVERIFY(selection.events(*c.snapshot).empty());
    QCOMPARE(selection.actors(*c.snapshot), Actors{c.russia});
}

void tst_selection::aClaimMeansWhatItIsAbout()
{
    const Case c;
    Selection selection;
    selection.select(c.lateClaim);
    QCOMPARE(selection.events(*c.snapshot), Events{c.treaty});
    QCOMPARE(selection.actors(*c.snapshot), (Actors{c.russia, c.korea}));
    QCOMPARE(selection.annotations(*c.snapshot), Annotations{c.later});
    selection.select(c.roleClaim);
    QVERIFY(selection.events(*c.snapshot).empty());
    QCOMPARE(selection.actors(*c.snapshot), Actors{c.shoigu});
}

void tst_selection::anAnnotationMeansItsClaimsEvents()
{
    const Case c;
    Selection selection;
    selection.select(c.earlier);
    QCOMPARE(selection.events(*c.snapshot), Events{c.treaty});
    QCOMPARE(selection.annotations(*c.snapshot), Annotations{c.earlier});
}

void tst_selection::aRoleMeansItsHolder()
{
    const Case c;
    Selection selection;
    selection.select(c.minister);
    QCOMPARE(selection.actors(*c.snapshot), Actors{c.shoigu});
    QCOMPARE(selection.annotations(*c.snapshot), Annotations{c.later});
}

void tst_selection::aRelationMeansBothEnds()
{
    const Case c;
    Selection selection;
    selection.select(c.alliance);
    QCOMPARE(selection.actors(*c.snapshot), (Actors{c.russia, c.korea}));
}

void tst_selection::aSourceMeansItsOutlet()
{
    const Case c;
    Selection selection;
    selection.select(c.report);
    QCOMPARE(selection.actors(*c.snapshot), Actors{c.outlet});
    QVERIFY(selection.annotations(*c.snapshot).empty());
}

void tst_selection::supportingAnnotationsComeInReadingOrder()
{
    const Case c;
    Selection selection;
    selection.select(c.treaty);
    QCOMPARE(selection.annotations(*c.snapshot), (Annotations{c.earlier, c.later}));
}

void tst_selection::supportsOnlyTheCurrentItem()
{
    const Case c;
    Selection selection;
    selection.setItems({c.treaty, c.other});
    QVERIFY(selection.annotations(*c.snapshot).empty());
    QCOMPARE(selection.events(*c.snapshot), (Events{c.treaty, c.other}));
}

QTEST_GUILESS_MAIN(tst_selection)
#include "tst_selection.moc"
