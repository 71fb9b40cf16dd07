// SPDX-License-Identifier: GPL-3.0-or-later
// On which fields the claims about one item cannot all be right. What resolve.h promises, for
// claims that the caller has already gathered. Pure; O(n log n) in the claims.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/evidence/resolve.h"

namespace dateline {

// Units in which one event counts more than one thing. A claim tells a unit, not what was counted,
// so two numbers of such a unit need not contradict each other.
using SharedUnits = std::set<std::pair<EventId, std::string>>;
SharedUnits sharedUnits(const Snapshot &snapshot);

// One dispute per field, by its name. All claims are about the same item.
std::vector<Dispute> disputesAmong(const Snapshot &snapshot, const SharedUnits &units,
                                   const std::vector<const Claim *> &claims);

}  // namespace dateline
