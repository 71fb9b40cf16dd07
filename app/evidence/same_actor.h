// SPDX-License-Identifier: GPL-3.0-or-later
// Which actors may be one and the same: by their names in any script, by what they are and what
// they did, each point of the score with its reason. Suggestions; a person decides. O(actors'
// names), some microseconds each, for one actor.
#pragma once

#include <string>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

struct SameActor {
    ActorId actor;
    int score = 0;  // 0 to 100
    struct Reason {
        int points = 0;
        std::string words;  // "최 reads like Choe"
    };
    std::vector<Reason> reasons;
};

// How much speaks for the two being one.
SameActor compareActors(const Snapshot &snapshot, ActorId one, ActorId other);

// Those that may be the same as the actor, the likeliest first; only names make one a candidate.
std::vector<SameActor> likelySame(const Snapshot &snapshot, ActorId actor, std::size_t most = 12);

}  // namespace dateline
