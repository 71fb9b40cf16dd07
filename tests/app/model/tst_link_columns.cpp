// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <numeric>
#include <random>

#include <QTest>

#include "app/model/link_columns.h"
#include "app/model/row_moves.h"
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
    void editedParticipationsAreAsIfMadeAnew();
    void editedRelationsAreAsIfMadeAnew();
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

// Events are moved, taken out and added as well, as an edit does it that changes their dates.
void tst_link_columns::editedParticipationsAreAsIfMadeAnew()
{
    struct Part {
        std::uint32_t event;
        std::uint32_t actor;
        int part;
    };
    std::mt19937 random(5);
    const auto draw = [&](std::uint32_t below) {
        return static_cast<std::uint32_t>(random() % below);
    };
    std::map<std::int64_t, Part> parts;
    std::uint32_t eventCount = 40;
    std::uint32_t actorCount = 9;
    ParticipationColumns current;
    current.finish(eventCount, actorCount);
    std::int64_t nextId = 1;
    for (int edit = 0; edit < 500; ++edit) {
        std::vector<EventRow> newEvents;
        for (std::uint32_t event = 0; event < eventCount; ++event)
            newEvents.push_back({event});
        std::uint32_t nextEventCount = eventCount;
        std::vector<RowMoves::Touched> touchedEvents;
        if (const std::uint32_t kind = draw(4); kind == 1) {  // one moves among the others
            std::vector<std::uint32_t> order(eventCount);
            std::iota(order.begin(), order.end(), 0u);
            const std::uint32_t moved = order[draw(eventCount)];
            order.erase(order.begin() + moved);
            order.insert(order.begin() + draw(eventCount), moved);
            for (std::uint32_t row = 0; row < eventCount; ++row)
                newEvents[order[row]] = {row};
            touchedEvents.push_back({{moved}, newEvents[moved]});
        } else if (kind == 2 && eventCount > 20) {  // one goes
            const std::uint32_t gone = draw(eventCount);
            for (std::uint32_t event = gone; event < eventCount; ++event)
                newEvents[event] = event == gone ? EventRow() : EventRow{event - 1};
            --nextEventCount;
            touchedEvents.push_back({{gone}, {}});
        } else if (kind == 3) {  // one comes
            const std::uint32_t place = draw(eventCount + 1);
            for (std::uint32_t event = place; event < eventCount; ++event)
                newEvents[event] = {event + 1};
            ++nextEventCount;
            touchedEvents.push_back({{}, {place}});
        }
        const RowMoves moves(eventCount, std::move(touchedEvents));
        std::vector<ActorRow> newActors;
        const bool doesActorGo = draw(10) == 0 && actorCount > 4;
        const bool doesActorCome = draw(10) == 0;
        for (std::uint32_t actor = 0; actor < actorCount; ++actor)
            newActors.push_back(!doesActorGo ? ActorRow{actor}
                                : actor == 0 ? ActorRow()
                                             : ActorRow{actor - 1});
        actorCount += (doesActorCome ? 1u : 0u) - (doesActorGo ? 1u : 0u);

        std::map<std::int64_t, Part> after;
        std::vector<ParticipationId> touched;
        for (const auto &[id, part] : parts) {
            const EventRow event = newEvents[part.event];
            const ActorRow actor = newActors[part.actor];
            if (draw(30) == 0)
                touched.push_back({id});
            else if (event && actor)
                after[id] = {event.value, actor.value, part.part};
        }
        current = current.without(touched, moves, newActors);
        for (std::uint32_t i = draw(6); i > 0; --i) {
            const Part part{draw(nextEventCount), draw(actorCount), static_cast<int>(draw(3))};
            after[nextId] = part;
            current.add({nextId++}, {part.event}, {part.actor}, "part" + std::to_string(part.part));
        }
        eventCount = nextEventCount;
        current.finish(eventCount, actorCount);
        parts = after;

        ParticipationColumns anew;
        for (const auto &[id, part] : parts)
            anew.add({id}, {part.event}, {part.actor}, "part" + std::to_string(part.part));
        anew.finish(eventCount, actorCount);
        QCOMPARE(current.size(), anew.size());
        for (std::uint32_t event = 0; event < eventCount; ++event) {
            const auto is = current.ofEvent({event});
            const auto should = anew.ofEvent({event});
            QVERIFY(std::equal(is.begin(), is.end(), should.begin(), should.end(),
                               [&](const auto &a, const auto &b) {
                                   return a.id == b.id && a.actor == b.actor &&
                                          current.partWords().word(a.part) ==
                                              anew.partWords().word(b.part);
                               }));
        }
        for (std::uint32_t actor = 0; actor < actorCount; ++actor) {
            const auto is = current.eventsOf({actor});
            const auto should = anew.eventsOf({actor});
            QVERIFY(std::equal(is.begin(), is.end(), should.begin(), should.end()));
        }
        for (const std::string part : {"part0", "part1", "part2"}) {
            const auto countIn = [&part](const Vocabulary &words) {
                const std::uint32_t number = words.find(part);
                return number == UINT32_MAX ? 0u : words.count(number);
            };
            QCOMPARE(countIn(current.partWords()), countIn(anew.partWords()));
        }
    }
}

void tst_link_columns::editedRelationsAreAsIfMadeAnew()
{
    RelationColumns before;
    for (const std::int64_t id : {2, 4, 6, 8})
        before.add({id}, {0}, {static_cast<std::uint32_t>(id / 2)}, "kind", false, "2024",
                   edtf("2024").when(), "");
    before.finish();
    const std::vector<ActorRow> same{{0}, {1}, {2}, {3}, {4}};
    RelationColumns after = before.without({{4}, {6}}, same);
    after.add({6}, {0}, {3}, "other", true, "1950", edtf("1950").when(), "");
    after.add({5}, {1}, {3}, "kind", false, "", {}, "");
    after.finish();
    QCOMPARE(after.size(), 4u);
    QCOMPARE(after.id({1}).value, 5);
    QVERIFY(after.isDirected(after.rowOf({6})));
    QCOMPARE(after.whenText(after.rowOf({8})), std::string_view("2024"));
    QCOMPARE(after.extent()->begin(), edtf("1950").when().bounds.earliestBegin);
    QCOMPARE(after.extent()->end(), edtf("2024").when().bounds.latestEnd);
    QCOMPARE(after.kindWords().count(after.kindWords().find("kind")), 3u);

    // Actor 0 moves to the end, actor 4 goes.
    RelationColumns moved = before.without({}, {{3}, {0}, {1}, {2}, {}});
    moved.finish();
    QCOMPARE(moved.size(), 3u);
    QCOMPARE(moved.from({0}).value, 3u);
    QCOMPARE(moved.to({0}).value, 0u);
    QVERIFY(moved.rowOf({8}).isNull());
    QCOMPARE(before.from({0}).value, 0u);
}

QTEST_GUILESS_MAIN(tst_link_columns)
#include "tst_link_columns.moc"
