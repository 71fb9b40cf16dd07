// SPDX-License-Identifier: GPL-3.0-or-later
// Tags as a tree of codes: renamed, merged and taken away with all below them.
#include <functional>

#include <QTest>

#include "app/edit/edits.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_edits_tags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRenamedTagTakesThoseBelowAlong();
    void mergingLeavesEachItemOne();
    void removingTakesThoseBelowToo();
    void aTagIsNotMovedBelowItself();
    void likeNamedTagsStay();

private:
    using Tags = std::vector<std::string>;
    bool perform(const std::function<void(Stores &)> &edit)
    {
        return m_file.session->perform("Edit", edit).has_value();
    }
    Tags tagsOf(ItemRef item) const { return m_file.session->stores().tags.tagsOf(item); }

    SampleFile m_file;
};

void tst_edits_tags::init()
{
    m_file = makeSampleFile();
    QVERIFY(perform([this](Stores &stores) {
        setTags(stores, m_file.visit, Tags{"arms", "arms/artillery", "armistice"});
        setTags(stores, m_file.treaty, Tags{"arms/artillery", "weapons"});
    }));
}

void tst_edits_tags::aRenamedTagTakesThoseBelowAlong()
{
    QVERIFY(perform([](Stores &stores) { renameTag(stores, "arms", "military/arms"); }));
    QCOMPARE(tagsOf(m_file.visit), (Tags{"military/arms", "military/arms/artillery", "armistice"}));
    QCOMPARE(tagsOf(m_file.treaty), (Tags{"military/arms/artillery", "weapons"}));
}

void tst_edits_tags::mergingLeavesEachItemOne()
{
    QVERIFY(perform([](Stores &stores) { renameTag(stores, "arms/artillery", "weapons"); }));
    QCOMPARE(tagsOf(m_file.treaty), (Tags{"weapons"}));
    QCOMPARE(tagsOf(m_file.visit), (Tags{"arms", "weapons", "armistice"}));
    const Tags all = m_file.session->stores().tags.all();
    QVERIFY(std::find(all.begin(), all.end(), "arms/artillery") == all.end());
}

void tst_edits_tags::removingTakesThoseBelowToo()
{
    QVERIFY(perform([](Stores &stores) { removeTag(stores, "arms"); }));
    QCOMPARE(tagsOf(m_file.visit), (Tags{"armistice"}));
    QCOMPARE(tagsOf(m_file.treaty), (Tags{"weapons"}));
}

void tst_edits_tags::aTagIsNotMovedBelowItself()
{
    QVERIFY(!perform([](Stores &stores) { renameTag(stores, "arms", "arms/old"); }));
    QVERIFY(!perform([](Stores &stores) { renameTag(stores, "nowhere", "x"); }));
    QVERIFY(!perform([](Stores &stores) { renameTag(stores, "arms", "a;b"); }));
}

void tst_edits_tags::likeNamedTagsStay()
{
    QVERIFY(perform([](Stores &stores) { renameTag(stores, "arms", "x"); }));
    QCOMPARE(tagsOf(m_file.visit), (Tags{"x", "x/artillery", "armistice"}));
}

QTEST_GUILESS_MAIN(tst_edits_tags)
#include "tst_edits_tags.moc"
