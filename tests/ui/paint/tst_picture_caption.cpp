// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/snapshot_of.h"
#include "ui/paint/picture_caption.h"

using namespace dateline;
using namespace dateline::test;
using namespace dateline::ui;

namespace {

RowSet only(const Snapshot &snapshot, EventId event)
{
    RowSet rows(snapshot.events->size());
    rows.insert(snapshot.events->rowOf(event));
    return rows;
}

RowSet everything(const Snapshot &snapshot)
{
    return RowSet(snapshot.events->size(), true);
}

}  // namespace

class tst_picture_caption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void countsWhatIsShown();
    void namesFilterAndCutOffDate();
    void numbersTheSourcesWithOutletAndDate();
    void namesOnlySourcesOfWhatIsSeen();
    void namesSourcesOfRelationsAndRolesOfThoseWhoTakePart();
    void namesTwelveSourcesAndCountsTheRest();
};

void tst_picture_caption::countsWhatIsShown()
{
    SnapshotOf rows;
    const EventId event = rows.event("Treaty", "2024");
    for (int i = 0; i < 1'233; ++i)
        rows.event("Other", "2024");
    const SnapshotPointer snapshot = rows.build();
    QCOMPARE(pictureCaption(*snapshot, only(*snapshot, event), {}, {}),
             QStringList{u"1 of 1,234 events"_qs});
    QCOMPARE(pictureCaption(*Snapshot::empty(), RowSet(), {}, {}),
             QStringList{u"0 of 0 events"_qs});
}

void tst_picture_caption::namesFilterAndCutOffDate()
{
    SnapshotOf rows;
    rows.event("Treaty", "2024");
    const SnapshotPointer snapshot = rows.build();
    QCOMPARE(
        pictureCaption(*snapshot, everything(*snapshot), u"2024 · 100% sure"_qs, u"2024-06"_qs),
        QStringList{u"1 of 1 events · Filter: 2024 · 100% sure · As of 2024-06"_qs});
}

void tst_picture_caption::numbersTheSourcesWithOutletAndDate()
{
    SnapshotOf rows;
    const EventId treaty = rows.event("Treaty", "2024");
    const ActorId outlet = rows.actor("Express & Star", "outlet");
    const SourceId first = rows.source("A visit", "2025-03", outlet);
    const SourceId second = rows.source("김정은 <i>", "");
    rows.claim(second, treaty, "date", "2024");
    rows.claim(first, treaty, "date", "2024");
    rows.claim(first, treaty, "place", "Pyongyang");
    const SnapshotPointer snapshot = rows.build();
    const QStringList caption = pictureCaption(*snapshot, everything(*snapshot), {}, {});
    QCOMPARE(caption.size(), 2);
    QCOMPARE(caption[1], u"Sources: [1] Express & Star, “A visit”, Mar 2025; [2] “김정은 <i>”"_qs);
}

void tst_picture_caption::namesOnlySourcesOfWhatIsSeen()
{
    SnapshotOf rows;
    const EventId seen = rows.event("Seen", "2024");
    const EventId hidden = rows.event("Hidden", "2024");
    const SourceId used = rows.source("Used");
    const SourceId unused = rows.source("Unused");
    rows.source("Without claims");
    rows.claim(used, seen, "date", "2024");
    rows.claim(unused, hidden, "date", "2024");
    rows.claim(unused, ItemRef(), "", "");
    const SnapshotPointer snapshot = rows.build();
    const QStringList caption = pictureCaption(*snapshot, only(*snapshot, seen), {}, {});
    QCOMPARE(caption.last(), u"Sources: [1] “Used”"_qs);
    QCOMPARE(pictureCaption(*snapshot, RowSet(snapshot->events->size()), {}, {}).size(), 1);
}

void tst_picture_caption::namesSourcesOfRelationsAndRolesOfThoseWhoTakePart()
{
    SnapshotOf rows;
    const EventId seen = rows.event("Seen", "2024");
    const EventId hidden = rows.event("Hidden", "2024");
    const ActorId russia = rows.actor("Russia");
    const ActorId korea = rows.actor("North Korea");
    const ActorId absent = rows.actor("Absent");
    rows.participation(seen, russia);
    rows.participation(seen, korea);
    rows.participation(hidden, absent);
    rows.claim(rows.source("Alliance"), rows.relation(russia, korea, "alliance"), "relation", "");
    rows.claim(rows.source("Trade"), rows.relation(russia, absent, "trade"), "relation", "");
    rows.claim(rows.source("Leader"), rows.role(korea, "leader"), "role", "");
    rows.claim(rows.source("Envoy"), rows.role(absent, "envoy"), "role", "");
    rows.claim(rows.source("About Russia"), russia, "name", "");
    rows.claim(rows.source("About one absent"), absent, "name", "");
    const SnapshotPointer snapshot = rows.build();
    QCOMPARE(pictureCaption(*snapshot, only(*snapshot, seen), {}, {}).last(),
             u"Sources: [1] “Alliance”; [2] “Leader”; [3] “About Russia”"_qs);
}

void tst_picture_caption::namesTwelveSourcesAndCountsTheRest()
{
    SnapshotOf rows;
    const EventId treaty = rows.event("Treaty", "2024");
    for (int i = 0; i < 15; ++i)
        rows.claim(rows.source("Report"), treaty, "date", "2024");
    const SnapshotPointer snapshot = rows.build();
    const QString sources = pictureCaption(*snapshot, everything(*snapshot), {}, {}).last();
    QVERIFY(sources.contains(u"[12]"_qs));
    QVERIFY(!sources.contains(u"[13]"_qs));
    QVERIFY(sources.endsWith(u"and 3 more"_qs));
}

QTEST_MAIN(tst_picture_caption)
#include "tst_picture_caption.moc"
