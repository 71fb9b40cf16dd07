// SPDX-License-Identifier: GPL-3.0-or-later
// What rests on what, and what falls when something is wrong. A claim stands on its source, the
// source's outlet and every hop of its attribution at once: in series. An item stands as long as
// one of the claims for it does: side by side. So what an item cannot do without, its dominators
// in this graph, is what all its claims have in common. They are not read off a graph with one
// node per outlet: there, two claims that share an outlet would lend each other their speakers,
// along paths that nobody ever told. Built once: O(claims); without() is O(claims).
#pragma once

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

// What falls with the doubted ones, each list in ascending order.
struct Fallen {
    struct Field {
        ItemRef item;
        std::string field;
        bool operator==(const Field &) const = default;
    };
    std::vector<ClaimId> claims;
    std::vector<ItemRef> items;  // events, relations, roles and actors without a claim left
    std::vector<Field> fields;   // of items that stand: nobody else told this of them
    std::vector<SourceId> sources;

    bool isEmpty() const { return claims.empty(); }
    bool contains(ItemRef item) const;
};

class SupportGraph {
public:
    explicit SupportGraph(SnapshotPointer snapshot);

    // Sources, outlets and speakers that are doubted, all at once. Others hold nothing up.
    Fallen without(std::span<const ItemRef> doubted) const;

    // What all claims for the item go through: sources and actors, in ascending order; empty where
    // there is no claim, or no one thing in common.
    std::vector<ItemRef> soleSupports(ItemRef item) const;

    // Each source, outlet and speaker with the number of items that cannot do without it; those
    // with any, most first.
    struct Keystone {
        ItemRef support;
        std::size_t items = 0;
    };
    std::vector<Keystone> keystones() const;

private:
    std::vector<ItemRef> supportsOf(const Claim &claim) const;  // ascending, distinct

    SnapshotPointer m_snapshot;
    std::vector<const Claim *> m_claims;  // for something, by what they are about
};

}  // namespace dateline
