// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables actor, alias, role and reliability. Throws StoreError. Opens no
// transaction: Session owns it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/model/actor.h"

namespace dateline {

class Database;

class ActorStore {
public:
    explicit ActorStore(Database &database) : m_database(database) {}

    std::optional<Actor> find(ActorId id) const;  // with aliases
    bool has(ActorId id) const;
    ActorId findExternal(std::string_view externalId) const;
    ActorId findNamed(std::string_view name) const;  // exact name, then exact alias
    std::vector<ActorId> all() const;
    ActorId put(const Actor &actor);  // aliases too: those not in the row are removed
    void remove(ActorId id);          // its aliases too

    std::optional<Role> find(RoleId id) const;
    std::vector<Role> rolesOf(ActorId actor) const;
    std::vector<Role> rolesAt(ActorId body) const;
    RoleId put(const Role &role);
    void remove(RoleId id);

    std::optional<Reliability> find(ReliabilityId id) const;
    std::vector<Reliability> reliabilityOf(ActorId actor) const;
    ReliabilityId put(const Reliability &reliability);
    void remove(ReliabilityId id);

private:
    Database &m_database;
};

}  // namespace dateline
