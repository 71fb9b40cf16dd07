// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/node_labels.h"
#include "tests/app/network/scene_text.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using test::fixedMeasure;
using test::SnapshotOf;

namespace {

Instant day(std::string_view text)
{
    return test::edtf(text).when().bounds.earliestBegin;
}

}  // namespace

class tst_node_labels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePostIsThatOfTheDay()
    {
        SnapshotOf rows;
        const ActorId shoigu = rows.actor("Sergei Shoigu");
        const ActorId ministry = rows.actor("Defence Ministry", "body");
        const ActorId council = rows.actor("Security Council", "body");
        rows.role(shoigu, "Minister", ministry, "/2024");
        rows.role(shoigu, "Secretary", council, "2024/..");
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(postOf(*snapshot, shoigu, day("2023-05-01")), "Minister, Defence Ministry");
        QCOMPARE(postOf(*snapshot, shoigu, day("2025-03-21")), "Secretary, Security Council");
        QCOMPARE(postOf(*snapshot, shoigu, std::nullopt), "Secretary, Security Council");
        QCOMPARE(postOf(*snapshot, ministry, std::nullopt), "");
    }
    void theStateOfAPostGoesWithoutSaying()
    {
        SnapshotOf rows;
        const ActorId putin = rows.actor("Vladimir Putin");
        rows.role(putin, "President", rows.actor("Russia", "state"));
        QCOMPARE(postOf(*rows.build(), putin, std::nullopt), "President");
    }
    void longNamesTakeTwoLines()
    {
        SnapshotOf rows;
        rows.actor("South Korean intelligence officials", "group");
        const NodeLabel label = labelOf(*rows.build(), ActorRow{0}, std::nullopt, fixedMeasure());
        QCOMPARE(label.name, (std::vector<std::string>{"South Korean", "intelligence officials"}));
        QCOMPARE(label.height, 30.0);
        QCOMPARE(label.width, 22 * 7.0);
    }
    void anotherScriptStandsBelowWhereNoPostDoes()
    {
        SnapshotOf rows;
        const ActorId north = rows.actor("North Korea", "state");
        rows.alias(north, "DPRK");
        rows.alias(north, "조선");
        const ActorId kim = rows.actor("Kim Jong Un");
        rows.alias(kim, "김정은");
        rows.role(kim, "Leader", north);
        const SnapshotPointer snapshot = rows.build();
        QCOMPARE(labelOf(*snapshot, ActorRow{0}, std::nullopt, fixedMeasure()).second, "조선");
        QCOMPARE(labelOf(*snapshot, ActorRow{1}, std::nullopt, fixedMeasure()).second, "Leader");
    }
    void latinLettersWithMarksAreNoOtherScript()
    {
        Actor actor;
        actor.name = "Lech Walesa";
        actor.aliases = {{{}, {}, "Lech Wałęsa", {}}, {{}, {}, "Nguyễn", {}}};
        QCOMPARE(otherScriptName(actor), "");
        actor.aliases.push_back({{}, {}, "Лех Валенса", {}});
        QCOMPARE(otherScriptName(actor), "Лех Валенса");
        actor.name = "Сергей";
        QCOMPARE(otherScriptName(actor), "");
    }
    void aNameWithoutSpacesIsElidedBetweenLetters()
    {
        SnapshotOf rows;
        std::string name;
        for (int i = 0; i < 60; ++i)
            name += "ж";
        rows.actor(name);
        const NodeLabel label = labelOf(*rows.build(), ActorRow{0}, std::nullopt, fixedMeasure());
        QCOMPARE(label.name.size(), std::size_t{1});
        QVERIFY(label.width <= 170);
        QVERIFY(label.name[0].ends_with("ж…"));
    }
    void aGroupIsCalledByItsNameAndCount()
    {
        test::SnapshotOf rows;
        rows.actor("A", "state");
        rows.actor("B", "state");
        NetworkQuery query;
        query.folded = {{"The two", ActorRow{0}, {ActorRow{1}}}};
        const SnapshotPointer snapshot = rows.build();
        const Network network = buildNetwork(*snapshot, query);
        const NodeLabel label = labelOf(*snapshot, network, 0, {}, test::fixedMeasure());
        QCOMPARE(label.name, (std::vector<std::string>{"The two (2)"}));
        QVERIFY(label.second.empty() && label.width > 0 && label.height > 0);
    }
};

QTEST_GUILESS_MAIN(tst_node_labels)
#include "tst_node_labels.moc"
