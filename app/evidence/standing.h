// SPDX-License-Identifier: GPL-3.0-or-later
// The standing of an item by its claims, or by the ruling on it:
//   retracted      every claim for it was withdrawn, itself or with its source
//   disputed       its claims cannot all be right
//   corrected      what is left speaks only in versions that a newer one supersedes
//   corroborated   two independent origins or more speak for it
//   open           anything else: one origin, or none
// Claims of a doubtful source count for nothing, but do not retract. Pure.
#pragma once

#include "app/evidence/origins.h"

namespace dateline {

class Standings {
public:
    explicit Standings(const Snapshot &snapshot);

    // By the evidence alone; `claims` are all about one item.
    Standing byClaims(const std::vector<const Claim *> &claims, bool isContested) const;
    // With the ruling on it, where there is one.
    Standing of(ItemRef item, const std::vector<const Claim *> &claims, bool isContested) const;
    Standing of(const Claim &claim) const;

    const Origins &origins() const { return m_origins; }

private:
    enum class Worth : std::uint8_t { Counts, Superseded, Doubtful, Retracted };
    Worth worthOf(const Claim &claim) const;

    const Snapshot &m_snapshot;
    Origins m_origins;
    std::unordered_map<std::int64_t, Worth> m_worthOfSource;  // those that do not simply count
};

// The same for one item; O(claims + sources).
Standing standingOf(const Snapshot &snapshot, ItemRef item);

}  // namespace dateline
