// SPDX-License-Identifier: GPL-3.0-or-later
// Which known actors some words name, and which of them speaks there. Names and aliases count as
// they are written (longer ones in any case of ASCII letters), and so does one word of a person's
// name that no other actor bears: "Shoigu". Pure; O(actors * length).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "app/model/actor.h"
#include "app/model/snapshot.h"

namespace dateline {

struct Mention {
    ActorId actor;
    std::size_t begin = 0;  // bytes of the words
    std::size_t end = 0;

    bool operator==(const Mention &) const = default;
};

// In the order of the words; where names overlap, the longest counts.
std::vector<Mention> mentionsIn(std::string_view words, const Table<Actor> &actors);

// The actors of the mentions, each once.
std::vector<ActorId> actorsOf(const std::vector<Mention> &mentions);

// Who speaks: "according to X", "by X's account", "X said", "X says that". None where nobody does.
ActorId speakerIn(std::string_view words, const std::vector<Mention> &mentions);

}  // namespace dateline
