// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables claim, attribution, claim_handling and decision. Throws StoreError.
// Opens no transaction: Session owns it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/model/claim.h"

namespace dateline {

class Database;

class ClaimStore {
public:
    explicit ClaimStore(Database &database) : m_database(database) {}

    std::optional<Claim> find(ClaimId id) const;  // with its attribution
    ClaimId findExternal(std::string_view externalId) const;
    std::vector<ClaimId> all() const;
    std::vector<ClaimId> about(ItemRef item) const;
    std::vector<ClaimId> ofSource(SourceId source) const;
    std::vector<ClaimId> ofAnnotation(AnnotationId annotation) const;
    std::vector<ClaimId> attributedTo(ActorId actor) const;
    ClaimId put(const Claim &claim);  // hops too
    void remove(ClaimId id);          // its hops and the decisions for it too

    std::vector<Decision> decisionsAbout(ItemRef item) const;
    void put(const Decision &decision);  // one per item and field
    void removeDecision(ItemRef about, std::string_view field);

private:
    Database &m_database;
};

}  // namespace dateline
