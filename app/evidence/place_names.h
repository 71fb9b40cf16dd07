// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two places as written can be the same stretch of ground: one lies in the other by what is
// written ("Pyongyang, North Korea") or by the relations between the actors of these names ("part
// of", "located in", "capital of" ...). There is no gazetteer. Built once per check:
// O(actors + relations); one answer costs what the two places have above them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/model/snapshot.h"

namespace dateline {

class PlaceNames {
public:
    explicit PlaceNames(const Snapshot &snapshot);

    bool canBeOne(std::string_view a, std::string_view b) const;

private:
    std::vector<std::string> around(std::string_view place) const;  // itself and what it lies in

    std::unordered_map<std::string, ActorId> m_actors;  // by name and alias, folded
    std::unordered_map<ActorId, std::vector<ActorId>> m_above;
};

}  // namespace dateline
