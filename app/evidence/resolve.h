// SPDX-License-Identifier: GPL-3.0-or-later
// What the claims on an event make of it: how many, from how many sources and independent first
// speakers, and whether they can all be right. Pure; O(claims).
//
// Contested: two claims on the same field cannot both hold (dates whose bounds do not meet,
// statuses of different certainty of which one denies or only expects what another says took place,
// quantities whose ranges do not overlap, participants of whom only one can have had a part), the
// same value is attributed to different first speakers for a quantity, or a claim contradicts.
#pragma once

#include <string>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

// One row per event row of the snapshot; none at all where there is neither claim nor ruling.
std::vector<EventEvidence> resolveEvents(const Snapshot &snapshot);

// The fields of one item on which its claims disagree, with the claims.
struct Dispute {
    std::string field;
    std::vector<ClaimId> claims;
    std::string reason;  // one English sentence
};
std::vector<Dispute> disputesAbout(const Snapshot &snapshot, ItemRef item);

// Claims that must not be counted twice, once: see origins.h, which is cheaper for many items.
int independentOrigins(const Snapshot &snapshot, const std::vector<const Claim *> &claims);

}  // namespace dateline
