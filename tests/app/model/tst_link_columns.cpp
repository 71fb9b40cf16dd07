// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/link_columns.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

class tst_link_columns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsKnowWhoTakesPart();
    void actorsKnowTheirEventsByDateOnceEach();
    void rowsThatAreNotThereHaveNothing();
    void relationsAreFoundByTheirId();
    void relationsKeepWhatWasAdded();
};

void tst_link_columns::eventsKnowWhoTakesPart()
{
    ParticipationColumns columns;
    columns.add({3}, {1}, {0}, "host");
    columns.add({1}, {0}, {1}, "visitor");
    columns.add({2}, {1}, {1}, "visitor");
    columns.add({5}, {1}, {0}, "signatory");
    columns.finish(3, 2);
    QCOMPARE(columns.size(), std::size_t(4));
    const auto ofSecond = columns.ofEvent({1});
    QCOMPARE(ofSecond.size(), std::size_t(3));
    QCOMPARE(ofSecond[0].id, ParticipationId{2});
    QCOMPARE(ofSecond[1].id, ParticipationId{3});
    QCOMPARE(ofSecond[2].id, ParticipationId{5});
    QCOMPARE(columns.partWords().word(ofSecond[2].part), std::string("signatory"));
    QVERIFY(columns.ofEvent({2}).empty());
}

void tst_link_columns::actorsKnowTheirEventsByDateOnceEach()
{
    SnapshotOf rows;
    const ActorId putin = rows.actor("Putin");
    const ActorId kim = rows.actor("Kim");
    const EventId later = rows.event("later", "2025");
    const EventId treaty = rows.event("treaty", "2024-06");
    rows.participation(later, kim);
    rows.participation(treaty, putin, "visitor");
    rows.participation(treaty, putin, "signatory");
    rows.participation(treaty, kim, "host");
    const SnapshotPointer snapshot = rows.build();
    const auto ofPutin = snapshot->participations->eventsOf({0});
    QCOMPARE(ofPutin.size(), std::size_t(1));
    QCOMPARE(snapshot->events->id(ofPutin[0]), treaty);
    const auto ofKim = snapshot->participations->eventsOf({1});
    QCOMPARE(ofKim.size(), std::size_t(2));
    QCOMPARE(snapshot->events->id(ofKim[0]), treaty);
    QCOMPARE(snapshot->events->id(ofKim[1]), later);
}

void tst_link_columns::rowsThatAreNotThereHaveNothing()
{
    ParticipationColumns columns;
    columns.finish(1, 1);
    QVERIFY(columns.ofEvent({0}).empty());
    QVERIFY(columns.ofEvent({1}).empty());
    QVERIFY(columns.ofEvent({}).empty());
    QVERIFY(columns.eventsOf({7}).empty());
    QVERIFY(columns.eventsOf({}).empty());
}

void tst_link_columns::relationsAreFoundByTheirId()
{
    RelationColumns columns;
    for (const std::int64_t id : {2, 5, 9})
        columns.add({id}, {0}, {1}, "ally", true, "", {}, "");
    QCOMPARE(columns.size(), 3u);
    QCOMPARE(columns.rowOf({5}), RelationRow{1});
    QVERIFY(columns.rowOf({4}).isNull());
    QVERIFY(columns.rowOf({10}).isNull());
}

void tst_link_columns::relationsKeepWhatWasAdded()
{
    RelationColumns columns;
    const Edtf when = edtf("2024-06/..");
    columns.add({2}, {3}, {1}, "동맹", false, when.text(), when.when(), "confirmed");
    QCOMPARE(columns.from({0}), ActorRow{3});
    QCOMPARE(columns.to({0}), ActorRow{1});
    QVERIFY(!columns.isDirected({0}));
    QCOMPARE(columns.kindWords().word(columns.kind({0})), std::string("동맹"));
    QCOMPARE(columns.statusWords().word(columns.status({0})), std::string("confirmed"));
    QCOMPARE(columns.whenText({0}), std::string_view("2024-06/.."));
    QCOMPARE(columns.when({0}), when.when());
}

QTEST_GUILESS_MAIN(tst_link_columns)
#include "tst_link_columns.moc"
