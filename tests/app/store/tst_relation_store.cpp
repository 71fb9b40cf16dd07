// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_relation_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void relationsComeBackAsTheyWere();
    void bothEndsKnowTheirRelationsOnce();
    void relationsAreFoundByExternalId();
    void removingIsForOneRow();
};

void tst_relation_store::relationsComeBackAsTheyWere()
{
    OpenStores file;
    RelationStore &relations = file.stores.relations;
    const ActorId from = file.actor();
    const ActorId to = file.actor();
    for (const char *text : kAwkwardTexts) {
        Relation relation{{}, text, from, to, text, false, edtf("2024-06/.."), text, text};
        relation.id = relations.put(relation);
        QCOMPARE(relations.find(relation.id), std::optional(relation));
        std::swap(relation.from, relation.to);
        relation.isDirected = true;
        relation.when = {};
        QCOMPARE(relations.put(relation), relation.id);
        QCOMPARE(relations.find(relation.id), std::optional(relation));
    }
    QCOMPARE(relations.all().size(), kAwkwardTexts.size());
    QVERIFY(!relations.find(RelationId{99}));
}

void tst_relation_store::bothEndsKnowTheirRelationsOnce()
{
    OpenStores file;
    RelationStore &relations = file.stores.relations;
    const ActorId a = file.actor();
    const ActorId b = file.actor();
    const ActorId c = file.actor();
    const RelationId own = relations.put({{}, {}, a, a, "own"});
    const RelationId there = relations.put({{}, {}, a, b, "there"});
    const RelationId back = relations.put({{}, {}, b, a, "back"});
    QCOMPARE(relations.of(a), (std::vector{own, there, back}));
    QCOMPARE(relations.of(b), (std::vector{there, back}));
    QVERIFY(relations.of(c).empty());
}

void tst_relation_store::relationsAreFoundByExternalId()
{
    OpenStores file;
    RelationStore &relations = file.stores.relations;
    const ActorId a = file.actor();
    relations.put({{}, "", a, a, "by hand"});
    const RelationId imported = relations.put({{}, "동맹-1", a, a, "imported"});
    QCOMPARE(relations.findExternal("동맹-1"), imported);
    QVERIFY(relations.findExternal("").isNull());
}

void tst_relation_store::removingIsForOneRow()
{
    OpenStores file;
    RelationStore &relations = file.stores.relations;
    const ActorId a = file.actor();
    const RelationId kept = relations.put({{}, {}, a, a, "kept"});
    const RelationId gone = relations.put({{}, {}, a, a, "gone"});
    relations.remove(gone);
    relations.remove(gone);  // not an error
    QCOMPARE(relations.all(), std::vector{kept});
}

QTEST_GUILESS_MAIN(tst_relation_store)
#include "tst_relation_store.moc"
