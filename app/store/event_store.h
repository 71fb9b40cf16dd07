// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables event, participation and quantity. Throws StoreError. Opens no
// transaction: Session owns it, so that several stores can take part in one edit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/model/event.h"

namespace dateline {

class Database;

class EventStore {
public:
    explicit EventStore(Database &database) : m_database(database) {}

    std::optional<Event> find(EventId id) const;
    bool has(EventId id) const;
    EventId findExternal(std::string_view externalId) const;  // none where unknown
    std::vector<EventId> all() const;                         // ascending
    EventId put(const Event &event);  // no id: inserts and returns the new one; else replaces
    void remove(EventId id);          // a missing row is not an error; nor are its dependents gone

    std::optional<Participation> find(ParticipationId id) const;
    std::vector<Participation> participationsOf(EventId event) const;
    std::vector<Participation> participationsOf(ActorId actor) const;
    ParticipationId put(const Participation &participation);
    void remove(ParticipationId id);

    std::optional<Quantity> find(QuantityId id) const;
    std::vector<Quantity> quantitiesOf(EventId event) const;
    QuantityId put(const Quantity &quantity);
    void remove(QuantityId id);

private:
    Database &m_database;
};

}  // namespace dateline
