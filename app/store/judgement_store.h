// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes the tables acceptance, ruling, merge and merge_part. Throws StoreError. Opens no
// transaction: Session owns it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/model/judgement.h"

namespace dateline {

class Database;

class JudgementStore {
public:
    explicit JudgementStore(Database &database) : m_database(database) {}

    std::optional<Acceptance> find(AcceptanceId id) const;
    // Of this code about these items, whatever its basis.
    std::vector<Acceptance> acceptancesOf(std::string_view code,
                                          const std::vector<ItemRef> &items) const;
    std::vector<AcceptanceId> naming(ItemRef item) const;  // O(acceptances)
    AcceptanceId put(const Acceptance &acceptance);
    void remove(AcceptanceId id);

    std::optional<Ruling> rulingOn(ItemRef item) const;
    void put(const Ruling &ruling);  // one per item
    void removeRuling(ItemRef item);

    std::optional<Merge> find(MergeId id) const;
    std::vector<MergeId> mergesInto(ActorId kept) const;
    std::vector<MergePart> partsOf(MergeId merge) const;  // in the order in which they were added
    MergeId add(const Merge &merge, std::span<const MergePart> parts);
    void moveMerge(MergeId id, ActorId kept);  // the kept one went up in another one
    void remove(MergeId id);                   // its parts too

private:
    Database &m_database;
};

}  // namespace dateline
