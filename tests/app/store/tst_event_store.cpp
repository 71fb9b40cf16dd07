// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_event_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsComeBackAsTheyWere();
    void putReplacesTheRowWithItsId();
    void putWithAnIdThatIsNotThereMakesIt();
    void datesStandAsTextWithTheirBounds();
    void eventsAreFoundByExternalId();
    void participationsComeBackAsTheyWere();
    void quantitiesComeBackAsTheyWere();
    void whatIsNotThereIsNotFound();
    void removingIsForOneRow();
};

void tst_event_store::eventsComeBackAsTheyWere()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    for (const char *text : kAwkwardTexts) {
        Event event{{}, text, text, text, edtf("2025-02-2X"), text, text, text};
        event.id = events.put(event);
        QVERIFY(event.id);
        QCOMPARE(events.find(event.id), std::optional(event));
        event.when = {};
        event.title += " changed";
        QCOMPARE(events.put(event), event.id);
        QCOMPARE(events.find(event.id), std::optional(event));
    }
    QCOMPARE(events.all().size(), kAwkwardTexts.size());
}

void tst_event_store::putReplacesTheRowWithItsId()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    const EventId kept = file.event("kept");
    const EventId replaced = file.event("before");
    QCOMPARE(events.put(Event{replaced, {}, "after"}), replaced);
    QCOMPARE(events.find(kept)->title, std::string("kept"));
    QCOMPARE(events.find(replaced)->title, std::string("after"));
    QCOMPARE(events.all(), (std::vector{kept, replaced}));
}

void tst_event_store::putWithAnIdThatIsNotThereMakesIt()
{
    OpenStores file;
    QCOMPARE(file.stores.events.put(Event{{77}, {}, "seventy-seven"}), EventId{77});
    QCOMPARE(file.stores.events.all(), std::vector{EventId{77}});
}

void tst_event_store::datesStandAsTextWithTheirBounds()
{
    OpenStores file;
    const Edtf when = edtf("../2025-03");
    file.stores.events.put(Event{{}, {}, "open", {}, when});
    QCOMPARE(file.database.text("SELECT when_edtf FROM event"), std::string("../2025-03"));
    QCOMPARE(file.database.integer("SELECT earliest_begin IS NULL FROM event"), std::int64_t(1));
    QCOMPARE(file.database.integer("SELECT latest_end FROM event"),
             when.when().bounds.latestEnd.seconds);
}

void tst_event_store::eventsAreFoundByExternalId()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    events.put(Event{{}, "", "by hand"});
    const EventId imported = events.put(Event{{}, "приказ-7", "imported"});
    QCOMPARE(events.findExternal("приказ-7"), imported);
    QVERIFY(events.findExternal("").isNull());
    QVERIFY(events.findExternal("приказ").isNull());
}

void tst_event_store::participationsComeBackAsTheyWere()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    const EventId event = file.event();
    const EventId other = file.event();
    const ActorId actor = file.actor();
    std::vector<Participation> expected;
    for (const char *part : kAwkwardTexts) {
        expected.push_back({{}, event, actor, part});
        expected.back().id = events.put(expected.back());
    }
    QCOMPARE(events.participationsOf(event), expected);
    QCOMPARE(events.participationsOf(actor), expected);
    QVERIFY(events.participationsOf(other).empty());
    expected.front().event = other;
    QCOMPARE(events.put(expected.front()), expected.front().id);
    QCOMPARE(events.find(expected.front().id), std::optional(expected.front()));
    QCOMPARE(events.participationsOf(other), std::vector{expected.front()});
}

void tst_event_store::quantitiesComeBackAsTheyWere()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    const EventId event = file.event();
    std::vector<Quantity> expected;
    for (const char *text : kAwkwardTexts)
        expected.push_back({{}, event, text, 1e300, 0.1 + 0.2, text, text});
    expected.push_back({{}, event, "at least", 2., std::nullopt, "at least", "hours"});
    expected.push_back({{}, event, "up to", std::nullopt, 0., "", "", QuantityMode::Additional});
    for (Quantity &quantity : expected)
        quantity.id = events.put(quantity);
    QCOMPARE(events.quantitiesOf(event), expected);
    expected.back().high = std::nullopt;
    expected.back().low = -1;
    QCOMPARE(events.put(expected.back()), expected.back().id);
    QCOMPARE(events.find(expected.back().id), std::optional(expected.back()));
}

void tst_event_store::whatIsNotThereIsNotFound()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    QVERIFY(!events.find(EventId{1}));
    QVERIFY(!events.find(EventId{}));
    QVERIFY(!events.find(ParticipationId{1}));
    QVERIFY(!events.find(QuantityId{1}));
    QVERIFY(events.all().empty());
    QVERIFY(events.quantitiesOf(EventId{1}).empty());
}

void tst_event_store::removingIsForOneRow()
{
    OpenStores file;
    EventStore &events = file.stores.events;
    const EventId kept = file.event();
    const EventId gone = file.event();
    const ActorId actor = file.actor();
    const ParticipationId stays = events.put(Participation{{}, kept, actor, "host"});
    const ParticipationId goes = events.put(Participation{{}, kept, actor, "visitor"});
    const QuantityId counted = events.put(Quantity{{}, kept, "troops", 1., 1.});
    events.remove(gone);
    events.remove(goes);
    events.remove(counted);
    events.remove(gone);  // not an error
    QCOMPARE(events.all(), std::vector{kept});
    QCOMPARE(events.participationsOf(kept).size(), std::size_t(1));
    QVERIFY(events.find(stays));
    QVERIFY(events.quantitiesOf(kept).empty());
}

QTEST_GUILESS_MAIN(tst_event_store)
#include "tst_event_store.moc"
