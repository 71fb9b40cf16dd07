// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/civil_date.h"
#include "app/model/filter.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

// The titles that the filter keeps, in the order of the rows.
QByteArray kept(const Filter &filter, const Snapshot &snapshot)
{
    const RowSet rows = apply(filter, snapshot);
    QByteArrayList titles;
    for (EventRow row{0}; row.value < rows.size(); ++row.value) {
        if (rows.contains(row))
            titles << QByteArray::fromStdString(std::string(snapshot.events->title(row)));
    }
    return titles.size() == qsizetype(rows.count()) ? titles.join(',') : "wrong count";
}

QByteArray shown(const Filter &filter, const Snapshot &snapshot)
{
    QByteArrayList names;
    for (const ActorRow row : actorsShown(filter, apply(filter, snapshot), snapshot))
        names << QByteArray::fromStdString(snapshot.actor(row).name);
    return names.join(',');
}

TimeSpan days(int year, int month, int day, int count)
{
    const Instant begin = instantOf(year, month, day);
    return TimeSpan::between(begin, addSeconds(begin, count * kSecondsPerDay));
}

}  // namespace

class tst_filter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anEmptyFilterKeepsEverything();
    void aRangeKeepsWhatCanOverlapIt();
    void aRangeDropsTheUndated();
    void aMomentKeepsWhatHoldsIt();
    void anEventBeforeALongOneIsStillFound();
    void oneOfSeveralWordsIsEnough();
    void anUnknownWordKeepsNothing();
    void theEmptyWordStandsForNone();
    void allPartsMustHold();
    void tagsOfOtherThingsDoNotCount();
    void actorsKeepTheirEvents();
    void sourcesKeepWhatTheyMakeClaimsAbout();
    void hitsOfASearchKeepTheirEvents();
    void foundItemsMeanTheirEvents();
    void aTextThatNobodySearchedYetKeepsEverything();
    void actorsOfKeptEventsAreShown();
    void actorsInRelationsOfTheRangeAreShown();
    void aRelationShowsNobodyWhenEventsAreAskedFor();
    void relationsOfAnActorShowTheOtherEnd();

private:
    SnapshotOf m_rows;
    ActorId m_kim, m_shoigu, m_trump, m_nis;
    EventId m_talks, m_treaty, m_troops, m_visit, m_rumour;
    SourceId m_article;
};

void tst_filter::init()
{
    m_rows = SnapshotOf();
    m_kim = m_rows.actor("Kim");
    m_shoigu = m_rows.actor("Shoigu");
    m_trump = m_rows.actor("Trump");
    m_nis = m_rows.actor("NIS");
    m_talks = m_rows.event("talks", "2018/2019", "talks", "confirmed");
    m_treaty = m_rows.event("treaty", "2024-06", "treaty", "confirmed", "Pyongyang");
    m_troops = m_rows.event("troops", "2024-23", "deployment", "assessed");
    m_visit = m_rows.event("visit", "2025-03-21", "visit", "took place", "Pyongyang");
    m_rumour = m_rows.event("rumour", "", "visit");
    m_rows.participation(m_talks, m_kim);
    m_rows.participation(m_talks, m_trump);
    m_rows.participation(m_visit, m_kim, "host");
    m_rows.participation(m_visit, m_shoigu, "visitor");
    m_article = m_rows.source("article");
}

void tst_filter::anEmptyFilterKeepsEverything()
{
    const SnapshotPointer snapshot = m_rows.build();
    QVERIFY(Filter().isEmpty());
    QCOMPARE(kept({}, *snapshot), QByteArray("talks,treaty,troops,visit,rumour"));
    QCOMPARE(shown({}, *snapshot), QByteArray("Kim,Shoigu,Trump,NIS"));
}

void tst_filter::aRangeKeepsWhatCanOverlapIt()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.range = days(2024, 6, 30, 1);  // the last day that "June 2024" can mean
    QCOMPARE(kept(filter, *snapshot), QByteArray("treaty"));
    filter.range = days(2024, 7, 1, 1);
    QCOMPARE(kept(filter, *snapshot), QByteArray());
    filter.range = days(2024, 6, 30, 63);  // to the end of August: autumn begins after it
    QCOMPARE(kept(filter, *snapshot), QByteArray("treaty"));
    filter.range = days(2024, 6, 30, 64);
    QCOMPARE(kept(filter, *snapshot), QByteArray("treaty,troops"));
    QVERIFY(!filter.isEmpty());
}

void tst_filter::aRangeDropsTheUndated()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.range = TimeSpan::everything();
    QCOMPARE(kept(filter, *snapshot), QByteArray("talks,treaty,troops,visit"));
}

void tst_filter::aMomentKeepsWhatHoldsIt()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    const Instant midnight = instantOf(2025, 3, 21);
    filter.range = TimeSpan::between(midnight, midnight);
    QCOMPARE(kept(filter, *snapshot), QByteArray("visit"));
    const Instant next = instantOf(2025, 3, 22);
    filter.range = TimeSpan::between(next, next);
    QCOMPARE(kept(filter, *snapshot), QByteArray());
}

void tst_filter::anEventBeforeALongOneIsStillFound()
{
    // "war" begins first and outlives all that follows it.
    m_rows.event("war", "2014/..");
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.range = days(2030, 1, 1, 1);
    QCOMPARE(kept(filter, *snapshot), QByteArray("war"));
}

void tst_filter::oneOfSeveralWordsIsEnough()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter kinds;
    kinds.kinds = {"visit", "treaty"};
    QCOMPARE(kept(kinds, *snapshot), QByteArray("treaty,visit,rumour"));
    Filter statuses;
    statuses.statuses = {"assessed", "took place"};
    QCOMPARE(kept(statuses, *snapshot), QByteArray("troops,visit"));
    Filter places;
    places.places = {"Pyongyang"};
    QCOMPARE(kept(places, *snapshot), QByteArray("treaty,visit"));
}

void tst_filter::anUnknownWordKeepsNothing()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.kinds = {"earthquake"};
    QCOMPARE(kept(filter, *snapshot), QByteArray());
    filter = {};
    filter.tags = {"earthquake"};
    QCOMPARE(kept(filter, *snapshot), QByteArray());
    filter = {};
    filter.actors = {ActorId{99}};
    QCOMPARE(kept(filter, *snapshot), QByteArray());
}

void tst_filter::theEmptyWordStandsForNone()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.places = {""};
    QCOMPARE(kept(filter, *snapshot), QByteArray("talks,troops,rumour"));
}

void tst_filter::allPartsMustHold()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.places = {"Pyongyang"};
    filter.kinds = {"visit"};
    QCOMPARE(kept(filter, *snapshot), QByteArray("visit"));
    filter.actors = {m_trump};
    QCOMPARE(kept(filter, *snapshot), QByteArray());
}

void tst_filter::tagsOfOtherThingsDoNotCount()
{
    m_rows.tag(m_visit, "disputed");
    m_rows.tag(m_kim, "leader");
    m_rows.tag(m_article, "disputed");
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.tags = {"disputed", "leader"};
    QCOMPARE(kept(filter, *snapshot), QByteArray("visit"));
}

void tst_filter::actorsKeepTheirEvents()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.actors = {m_trump};
    QCOMPARE(kept(filter, *snapshot), QByteArray("talks"));
    filter.actors = {m_trump, m_shoigu};
    QCOMPARE(kept(filter, *snapshot), QByteArray("talks,visit"));
}

void tst_filter::sourcesKeepWhatTheyMakeClaimsAbout()
{
    const SourceId other = m_rows.source("other");
    m_rows.claim(m_article, m_treaty, "date", "2024-06");
    m_rows.claim(other, m_visit, "date", "2025-03-21");
    m_rows.claim(m_article, m_kim, "status", "reported");
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.sources = {m_article};
    QCOMPARE(kept(filter, *snapshot), QByteArray("treaty"));
    filter.sources = {other, m_article};
    QCOMPARE(kept(filter, *snapshot), QByteArray("treaty,visit"));
}

void tst_filter::hitsOfASearchKeepTheirEvents()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.text = "Pyong";
    filter.textHits = Column<EventId>(std::vector{m_visit, EventId{99}});
    QCOMPARE(kept(filter, *snapshot), QByteArray("visit"));
    filter.textHits = Column<EventId>();
    QCOMPARE(kept(filter, *snapshot), QByteArray());
}

void tst_filter::foundItemsMeanTheirEvents()
{
    const SnapshotPointer snapshot = m_rows.build();
    const auto meant = [&](const std::vector<ItemRef> &items) {
        const Column<EventId> events = eventsMeantBy(items, *snapshot);
        std::vector<EventId> sorted(events.begin(), events.end());
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    };
    QCOMPARE(meant({}), std::vector<EventId>());
    QCOMPARE(meant({m_visit, m_visit}), std::vector<EventId>{m_visit});
    QCOMPARE(meant({ItemRef(m_article)}), std::vector<EventId>());  // a source is no event
    // An actor: all events in which he takes part; with one of them, it is there once.
    std::vector<EventId> ofActor;
    const ActorRow row = snapshot->actorRow(m_shoigu);
    for (const EventRow event : snapshot->participations->eventsOf(row))
        ofActor.push_back(snapshot->events->id(event));
    std::sort(ofActor.begin(), ofActor.end());
    QVERIFY(!ofActor.empty());
    QCOMPARE(meant({m_shoigu}), ofActor);
    QCOMPARE(meant({m_shoigu, ofActor.front()}), ofActor);
    QCOMPARE(meant({ActorId{4711}}), std::vector<EventId>());
}

void tst_filter::aTextThatNobodySearchedYetKeepsEverything()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.text = "Pyong";
    QVERIFY(!filter.isEmpty());
    QCOMPARE(kept(filter, *snapshot), QByteArray("talks,treaty,troops,visit,rumour"));
}

void tst_filter::actorsOfKeptEventsAreShown()
{
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.range = days(2025, 1, 1, 365);
    QCOMPARE(shown(filter, *snapshot), QByteArray("Kim,Shoigu"));
}

void tst_filter::actorsInRelationsOfTheRangeAreShown()
{
    m_rows.relation(m_nis, m_trump, "informs", "2024/..");
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.range = days(2025, 1, 1, 365);
    QCOMPARE(shown(filter, *snapshot), QByteArray("Kim,Shoigu,Trump,NIS"));
    filter.range = days(2023, 1, 1, 365);
    QCOMPARE(shown(filter, *snapshot), QByteArray());
}

void tst_filter::aRelationShowsNobodyWhenEventsAreAskedFor()
{
    m_rows.relation(m_nis, m_trump, "informs");
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.places = {"Pyongyang"};
    QCOMPARE(shown(filter, *snapshot), QByteArray("Kim,Shoigu"));
}

void tst_filter::relationsOfAnActorShowTheOtherEnd()
{
    m_rows.relation(m_nis, m_trump, "informs");
    m_rows.relation(m_shoigu, m_kim, "thanks");
    const SnapshotPointer snapshot = m_rows.build();
    Filter filter;
    filter.actors = {m_nis};
    QCOMPARE(shown(filter, *snapshot), QByteArray("Trump,NIS"));
}

QTEST_GUILESS_MAIN(tst_filter)
#include "tst_filter.moc"
