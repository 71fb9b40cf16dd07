// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/event_store.h"

#include "app/store/queries.h"

namespace dateline {

namespace {

void readEvent(const Statement &statement, Event &row)
{
    statement.read(row.id, row.externalId, row.title, row.kind, row.when, row.status, row.place,
                   row.notes);
}

void readParticipation(const Statement &statement, Participation &row)
{
    statement.read(row.id, row.event, row.actor, row.part);
}

void readQuantity(const Statement &statement, Quantity &row)
{
    statement.read(row.id, row.event, row.what, row.low, row.high, row.qualifier, row.unit,
                   row.mode);
}

}  // namespace

std::optional<Event> EventStore::find(EventId id) const
{
    return firstRowFrom<Event>(
        m_database,
        "SELECT id, external_id, title, kind, when_edtf, status, place, notes "
        "FROM event WHERE id = ?",
        readEvent, id);
}

bool EventStore::has(EventId id) const
{
    return !firstIdFrom<EventId>(m_database, "SELECT id FROM event WHERE id = ?", id).isNull();
}

EventId EventStore::findExternal(std::string_view externalId) const
{
    if (externalId.empty())
        return {};
    return firstIdFrom<EventId>(m_database,
                                "SELECT id FROM event WHERE external_id = ? "
                                "AND external_id <> '' ORDER BY id",
                                externalId);
}

std::vector<EventId> EventStore::all() const
{
    return idsFrom<EventId>(m_database, "SELECT id FROM event ORDER BY id");
}

EventId EventStore::put(const Event &event)
{
    change(m_database,
           "INSERT INTO event(id, external_id, title, kind, when_edtf, earliest_begin, "
           "latest_begin, earliest_end, latest_end, status, place, notes) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET external_id = excluded.external_id, "
           "title = excluded.title, kind = excluded.kind, when_edtf = excluded.when_edtf, "
           "earliest_begin = excluded.earliest_begin, latest_begin = excluded.latest_begin, "
           "earliest_end = excluded.earliest_end, latest_end = excluded.latest_end, "
           "status = excluded.status, place = excluded.place, notes = excluded.notes",
           event.id, event.externalId, event.title, event.kind, event.when, event.status,
           event.place, event.notes);
    return idAfterPut(m_database, event.id);
}

void EventStore::remove(EventId id)
{
    change(m_database, "DELETE FROM event WHERE id = ?", id);
}

std::optional<Participation> EventStore::find(ParticipationId id) const
{
    return firstRowFrom<Participation>(
        m_database, "SELECT id, event_id, actor_id, part FROM participation WHERE id = ?",
        readParticipation, id);
}

std::vector<Participation> EventStore::participationsOf(EventId event) const
{
    return rowsFrom<Participation>(m_database,
                                   "SELECT id, event_id, actor_id, part FROM participation "
                                   "WHERE event_id = ? ORDER BY id",
                                   readParticipation, event);
}

std::vector<Participation> EventStore::participationsOf(ActorId actor) const
{
    return rowsFrom<Participation>(m_database,
                                   "SELECT id, event_id, actor_id, part FROM participation "
                                   "WHERE actor_id = ? ORDER BY id",
                                   readParticipation, actor);
}

ParticipationId EventStore::put(const Participation &participation)
{
    change(m_database,
           "INSERT INTO participation(id, event_id, actor_id, part) VALUES (?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET event_id = excluded.event_id, "
           "actor_id = excluded.actor_id, part = excluded.part",
           participation.id, participation.event, participation.actor, participation.part);
    return idAfterPut(m_database, participation.id);
}

void EventStore::remove(ParticipationId id)
{
    change(m_database, "DELETE FROM participation WHERE id = ?", id);
}

std::optional<Quantity> EventStore::find(QuantityId id) const
{
    return firstRowFrom<Quantity>(m_database,
                                  "SELECT id, event_id, what, low, high, qualifier, unit, mode "
                                  "FROM quantity WHERE id = ?",
                                  readQuantity, id);
}

std::vector<Quantity> EventStore::quantitiesOf(EventId event) const
{
    return rowsFrom<Quantity>(m_database,
                              "SELECT id, event_id, what, low, high, qualifier, unit, mode "
                              "FROM quantity WHERE event_id = ? ORDER BY id",
                              readQuantity, event);
}

QuantityId EventStore::put(const Quantity &quantity)
{
    change(m_database,
           "INSERT INTO quantity(id, event_id, what, low, high, qualifier, unit, mode) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
           "ON CONFLICT(id) DO UPDATE SET event_id = excluded.event_id, what = excluded.what, "
           "low = excluded.low, high = excluded.high, qualifier = excluded.qualifier, "
           "unit = excluded.unit, mode = excluded.mode",
           quantity.id, quantity.event, quantity.what, quantity.low, quantity.high,
           quantity.qualifier, quantity.unit, quantity.mode);
    return idAfterPut(m_database, quantity.id);
}

void EventStore::remove(QuantityId id)
{
    change(m_database, "DELETE FROM quantity WHERE id = ?", id);
}

}  // namespace dateline
