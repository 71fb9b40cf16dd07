// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"

using namespace dateline;

class tst_tag_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tagsComeBackInTheOrderInWhichTheyWereSet();
    void onlyWhatDiffersIsTouched();
    void aTagThatStandsTwiceIsSetOnce();
    void itemsDoNotShareTaggings();
    void unusedTagsStay();
};

void tst_tag_store::tagsComeBackInTheOrderInWhichTheyWereSet()
{
    OpenStores file;
    TagStore &tags = file.stores.tags;
    const ItemRef item = file.event();
    const std::vector<std::string> awkward(kAwkwardTexts.rbegin(), kAwkwardTexts.rend());
    tags.setTags(item, awkward);
    QCOMPARE(tags.tagsOf(item), awkward);
    tags.setTags(item, std::vector<std::string>{"new", awkward[2], awkward[0]});
    QCOMPARE(tags.tagsOf(item), (std::vector<std::string>{awkward[0], awkward[2], "new"}));
    tags.setTags(item, {});
    QVERIFY(tags.tagsOf(item).empty());
}

void tst_tag_store::onlyWhatDiffersIsTouched()
{
    OpenStores file;
    TagStore &tags = file.stores.tags;
    const ItemRef item = file.event();
    tags.setTags(item, std::vector<std::string>{"a", "b"});
    const std::int64_t kept =
        file.database.integer("SELECT tagging.id FROM tagging JOIN tag ON tag.id = tag_id "
                              "WHERE name = 'b'");
    tags.setTags(item, std::vector<std::string>{"b", "c"});
    QCOMPARE(file.database.integer("SELECT min(id) FROM tagging"), kept);
    QCOMPARE(tags.tagsOf(item), (std::vector<std::string>{"b", "c"}));
}

void tst_tag_store::aTagThatStandsTwiceIsSetOnce()
{
    OpenStores file;
    const ItemRef item = file.event();
    file.stores.tags.setTags(item, std::vector<std::string>{"a", "a"});
    QCOMPARE(file.stores.tags.tagsOf(item), std::vector<std::string>{"a"});
}

void tst_tag_store::itemsDoNotShareTaggings()
{
    OpenStores file;
    TagStore &tags = file.stores.tags;
    const EventId event = file.event();
    const ActorId actor{event.value};
    tags.setTags(event, std::vector<std::string>{"a", "b"});
    tags.setTags(actor, std::vector<std::string>{"b"});
    tags.setTags(event, std::vector<std::string>{"a"});
    QCOMPARE(tags.tagsOf(actor), std::vector<std::string>{"b"});
    QCOMPARE(file.database.integer("SELECT count(*) FROM tag"), std::int64_t(2));
}

void tst_tag_store::unusedTagsStay()
{
    OpenStores file;
    TagStore &tags = file.stores.tags;
    const ItemRef item = file.event();
    tags.setTags(item, std::vector<std::string>{"я", "a"});
    tags.setTags(item, {});
    QCOMPARE(tags.all(), (std::vector<std::string>{"a", "я"}));
}

QTEST_GUILESS_MAIN(tst_tag_store)
#include "tst_tag_store.moc"
