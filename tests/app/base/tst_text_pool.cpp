// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/base/text_pool.h"

using namespace dateline;

class tst_text_pool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsComeBackAsTheyWere();
    void textsOutliveTheGrowthOfThePool();
    void emptyTextsNeedNoRoom();
    void copiesShareWhatWasSettled();
};

void tst_text_pool::textsComeBackAsTheyWere()
{
    TextPool pool;
    const TextRef korean = pool.add("김정은");
    const TextRef withNull = pool.add(std::string_view("a\0b", 3));
    const TextRef cyrillic = pool.add("Сергей Шойгу");
    QCOMPARE(pool.view(korean), std::string_view("김정은"));
    QCOMPARE(pool.view(withNull), std::string_view("a\0b", 3));
    QCOMPARE(pool.view(cyrillic), std::string_view("Сергей Шойгу"));
    QCOMPARE(pool.size(), korean.length + std::size_t(3) + cyrillic.length);
}

void tst_text_pool::textsOutliveTheGrowthOfThePool()
{
    TextPool pool;
    std::vector<TextRef> refs;
    for (int i = 0; i < 10'000; ++i)
        refs.push_back(pool.add(std::to_string(i)));
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(pool.view(refs[std::size_t(i)]), std::string_view(std::to_string(i)));
}

void tst_text_pool::emptyTextsNeedNoRoom()
{
    TextPool pool;
    QVERIFY(TextRef().isEmpty());
    QCOMPARE(pool.view({}), std::string_view());
    const TextRef empty = pool.add("");
    QVERIFY(empty.isEmpty());
    QCOMPARE(pool.size(), std::size_t(0));
    pool.add("text");
    QCOMPARE(pool.view(empty), std::string_view());
    QVERIFY(pool.add("end") != pool.add("end"));  // nothing is shared
}

void tst_text_pool::copiesShareWhatWasSettled()
{
    TextPool pool;
    const TextRef first = pool.add("조약");
    pool.settle();
    TextPool copy = pool;
    QVERIFY(copy.view(first).data() == pool.view(first).data());
    const TextRef here = pool.add("here");
    const TextRef there = copy.add("there");
    QCOMPARE(pool.view(here), std::string_view("here"));
    QCOMPARE(copy.view(there), std::string_view("there"));
    // Much that was added since is settled, too; what was given out stays good.
    const TextRef much = copy.add(std::string(1 << 20, 'x'));
    copy.settle();
    QVERIFY(copy.own().empty());
    QCOMPARE(copy.view(first), std::string_view("조약"));
    QCOMPARE(copy.view(there), std::string_view("there"));
    QCOMPARE(copy.view(much).size(), std::size_t(1 << 20));
    QCOMPARE(pool.view(here), std::string_view("here"));
}

QTEST_GUILESS_MAIN(tst_text_pool)
#include "tst_text_pool.moc"
