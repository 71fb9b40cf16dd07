// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the table relation. Throws StoreError. Opens no transaction: Session owns it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/model/actor.h"

namespace dateline {

class Database;

class RelationStore {
public:
    explicit RelationStore(Database &database) : m_database(database) {}

    std::optional<Relation> find(RelationId id) const;
    RelationId findExternal(std::string_view externalId) const;
    std::vector<RelationId> all() const;
    std::vector<RelationId> of(ActorId actor) const;  // from or to it
    RelationId put(const Relation &relation);
    void remove(RelationId id);

private:
    Database &m_database;
};

}  // namespace dateline
