// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables source and document. Throws StoreError. Opens no transaction: Session
// owns it. The text and bytes of a source are written once, with it, and never changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/source.h"

namespace dateline {

class Database;

class SourceStore {
public:
    explicit SourceStore(Database &database) : m_database(database) {}

    std::optional<Source> find(SourceId id) const;
    SourceId findExternal(std::string_view externalId) const;
    SourceId findSha256(std::string_view sha256) const;
    std::vector<SourceId> all() const;
    std::vector<SourceId> ofOutlet(ActorId outlet) const;
    std::vector<SourceId> superseding(SourceId source) const;  // newer versions of it
    std::string text(SourceId id) const;                       // empty where unknown
    std::string bytes(SourceId id) const;                      // as taken in
    SourceId add(const Source &source, std::string_view text, std::string_view bytes);
    void put(const Source &source);  // all but text, bytes, hash and length, which stay
    void remove(SourceId id);

private:
    Database &m_database;
};

}  // namespace dateline
