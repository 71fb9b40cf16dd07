// SPDX-License-Identifier: GPL-3.0-or-later
// Who took part, as claims write it ("shoigu=visitor"), and whether they can all be right. Pure.
#pragma once

#include <string>
#include <string_view>

#include "app/evidence/disagreement.h"
#include "app/model/snapshot.h"

namespace dateline {

struct ClaimedPart {
    ActorId actor;     // none where nobody is called so
    std::string name;  // as written
    std::string part;
};
// By external id, then by name or alias. O(actors).
ClaimedPart claimedPart(const Snapshot &snapshot, std::string_view value);

// The claims are about one item and support it. Sources disagree where they give one actor parts
// that exclude each other (host and visitor), or a part that only one can have (host, sender) to
// different actors, of which none belongs to the other. O(n^2) in the claims, which are few.
Disagreement participantsAmong(const Snapshot &snapshot, const Claims &claims);

}  // namespace dateline
