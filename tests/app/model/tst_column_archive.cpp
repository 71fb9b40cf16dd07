// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <string>

#include <QTest>

#include "app/model/column_archive.h"
#include "app/model/edtf.h"
#include "app/model/event_columns.h"
#include "app/model/link_columns.h"

using namespace dateline;

namespace {

// Keeps the runs in memory.
class Shelf final : public ColumnWriter, public ColumnReader {
public:
    void write(std::string_view name, std::span<const std::byte> bytes) override
    {
        QVERIFY2(!runs.contains(std::string(name)), std::string(name).c_str());
        runs[std::string(name)].assign(bytes.begin(), bytes.end());
    }
    std::size_t size(std::string_view name) override { return run(name).size(); }
    void read(std::string_view name, std::span<std::byte> to) override
    {
        std::copy(run(name).begin(), run(name).end(), to.begin());
    }
    std::map<std::string, std::vector<std::byte>> runs;

private:
    const std::vector<std::byte> &run(std::string_view name) const
    {
        const auto found = runs.find(std::string(name));
        if (found == runs.end())
            throw DamagedColumns(std::string(name));
        return found->second;
    }
};

When dated(const char *text)
{
    return Edtf::parse(text)->when();
}

EventColumns threeEvents()
{
    EventColumns events;
    events.add(EventId{7}, "Parade", "meeting", "2023-07-27", dated("2023-07-27"), "confirmed",
               "Pyongyang");
    events.add(EventId{3}, "Without a day", "", "", {}, "claimed", "");
    events.add(EventId{5}, "조약", "treaty", "2024-06~", dated("2024-06~"), "confirmed",
               "Pyongyang");
    events.finish();
    return events;
}

ParticipationColumns fourParticipations()
{
    ParticipationColumns participations;
    participations.add(ParticipationId{1}, EventRow{1}, ActorRow{0}, "host");
    participations.add(ParticipationId{2}, EventRow{0}, ActorRow{1}, "visitor");
    participations.add(ParticipationId{3}, EventRow{0}, ActorRow{0}, "host");
    participations.add(ParticipationId{4}, EventRow{2}, ActorRow{1}, "");
    participations.finish(3, 2);
    return participations;
}

RelationColumns twoRelations()
{
    RelationColumns relations;
    relations.add(RelationId{4}, ActorRow{0}, ActorRow{1}, "ally of", false, "2024-06-19/..",
                  dated("2024-06-19/.."), "confirmed");
    relations.add(RelationId{9}, ActorRow{1}, ActorRow{0}, "supplies", true, "", {}, "claimed");
    return relations;
}

}  // namespace

class ColumnArchiveTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsComeBackAsTheyWere()
    {
        const EventColumns before = threeEvents();
        Shelf shelf;
        before.save(shelf);
        const EventColumns after = EventColumns::restore(shelf);
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.datedSize(), 2u);
        QVERIFY(after.runningEnds() == before.runningEnds());
        QVERIFY(after.extent() == before.extent());
        for (std::uint32_t i = 0; i < before.size(); ++i) {
            const EventRow row{i};
            QVERIFY(after.id(row) == before.id(row));
            QVERIFY(after.title(row) == before.title(row));
            QVERIFY(after.whenText(row) == before.whenText(row));
            QVERIFY(after.when(row) == before.when(row));
            QVERIFY(after.rowOf(before.id(row)) == row);
            QVERIFY(after.placeWords().word(after.place(row)) ==
                    before.placeWords().word(before.place(row)));
        }
        const std::uint32_t place = after.placeWords().find("Pyongyang");
        QCOMPARE(after.placeWords().count(place), 2u);
        QVERIFY(after.kindWords().byCount() == before.kindWords().byCount());
    }

    void whatWasRestoredCanBeEditedOn()
    {
        Shelf shelf;
        threeEvents().save(shelf);
        EventColumns next = EventColumns::restore(shelf).without({EventId{7}});
        next.add(EventId{8}, "Visit", "visit", "2024-09-13", dated("2024-09-13"), "", "Pyongyang");
        next.finish();
        QCOMPARE(next.size(), 3u);
        QVERIFY(next.title(next.rowOf(EventId{8})) == "Visit");
        QVERIFY(next.rowOf(EventId{7}).isNull());
        QCOMPARE(next.placeWords().count(next.placeWords().find("Pyongyang")), 2u);
    }

    void linksComeBackFromBothSides()
    {
        const ParticipationColumns before = fourParticipations();
        Shelf shelf;
        before.save(shelf);
        const ParticipationColumns after = ParticipationColumns::restore(shelf, 3, 2);
        QCOMPARE(after.size(), before.size());
        for (const std::uint32_t event : {0u, 1u, 2u}) {
            const auto a = after.ofEvent(EventRow{event});
            const auto b = before.ofEvent(EventRow{event});
            QCOMPARE(a.size(), b.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QVERIFY(a[i].id == b[i].id && a[i].actor == b[i].actor);
                QVERIFY(after.partWords().word(a[i].part) == before.partWords().word(b[i].part));
            }
        }
        QCOMPARE(after.eventsOf(ActorRow{0}).size(), std::size_t{2});

        const RelationColumns relations = twoRelations();
        relations.save(shelf);
        const RelationColumns restored = RelationColumns::restore(shelf, 2);
        QCOMPARE(restored.size(), 2u);
        QVERIFY(restored.rowOf(RelationId{9}) == RelationRow{1});
        QVERIFY(restored.when(RelationRow{0}) == relations.when(RelationRow{0}));
        QVERIFY(restored.whenText(RelationRow{0}) == "2024-06-19/..");
        QVERIFY(restored.isDirected(RelationRow{1}));
        QVERIFY(restored.kindWords().word(restored.kind(RelationRow{0})) == "ally of");
    }

    // The file may come from anybody: no number in it may lead outside of what was read.
    void damageIsFoundBeforeItIsUsed()
    {
        Shelf whole;
        threeEvents().save(whole);
        fourParticipations().save(whole);
        twoRelations().save(whole);
        const auto isRefused = [](Shelf &shelf) {
            try {
                EventColumns::restore(shelf);
                ParticipationColumns::restore(shelf, 3, 2);
                RelationColumns::restore(shelf, 2);
                return false;
            } catch (const DamagedColumns &) {
                return true;
            }
        };
        QVERIFY(!isRefused(whole));
        for (const auto &[name, bytes] : whole.runs) {
            Shelf missing = whole;
            missing.runs.erase(name);
            QVERIFY2(isRefused(missing), name.c_str());
            if (bytes.empty())
                continue;
            Shelf shorter = whole;
            shorter.runs[name].pop_back();
            QVERIFY2(isRefused(shorter) || name == "event.text", name.c_str());
        }
        for (const char *name :
             {"event.title", "event.when_text", "event.kind", "event.status", "event.place",
              "event.form", "event.precision", "participation.entry", "participation.event_begin",
              "participation.actor_event", "participation.actor_begin", "relation.from",
              "relation.to", "relation.kind", "relation.status", "relation.form",
              "relation.precision", "relation.when_text", "event.kind.lengths"}) {
            Shelf wild = whole;
            for (std::byte &byte : wild.runs[name])
                byte = std::byte{0xff};
            QVERIFY2(isRefused(wild), name);
        }
        Shelf unordered = whole;
        std::swap_ranges(unordered.runs["event.earliest_begin"].begin(),
                         unordered.runs["event.earliest_begin"].begin() + 8,
                         unordered.runs["event.earliest_begin"].begin() + 8);
        QVERIFY(isRefused(unordered));
    }

    void fewerActorsThanBeforeAreNoticed()
    {
        Shelf shelf;
        fourParticipations().save(shelf);
        twoRelations().save(shelf);
        QVERIFY_THROWS_EXCEPTION(DamagedColumns, ParticipationColumns::restore(shelf, 3, 1));
        QVERIFY_THROWS_EXCEPTION(DamagedColumns, ParticipationColumns::restore(shelf, 2, 2));
        QVERIFY_THROWS_EXCEPTION(DamagedColumns, RelationColumns::restore(shelf, 1));
    }
};

QTEST_GUILESS_MAIN(ColumnArchiveTest)
#include "tst_column_archive.moc"
