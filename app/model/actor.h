// SPDX-License-Identifier: GPL-3.0-or-later
// Who acts: persons, states, bodies, groups, outlets and places, with their names, offices, ties
// and the trust that an outlet or a speaker has earned.
#pragma once

#include <string>
#include <vector>

#include "app/model/edtf.h"
#include "app/model/ids.h"

namespace dateline {

// Another name. The script is told from the text where it is needed.
struct Alias {
    AliasId id;
    ActorId actor;
    std::string text;
    std::string language;  // BCP 47, may be empty

    bool operator==(const Alias &) const = default;
};

struct Actor {
    ActorId id;
    std::string externalId;
    std::string name;
    std::string kind;  // person, state, body, group, outlet, place
    std::string notes;
    std::vector<Alias> aliases;  // in their order; written by the same edit

    bool operator==(const Actor &) const = default;
};

// Who held which post at which body, and when.
struct Role {
    RoleId id;
    ActorId actor;
    std::string title;
    ActorId body;  // may be none
    Edtf when;     // validity

    bool operator==(const Role &) const = default;
};

struct Relation {
    RelationId id;
    std::string externalId;
    ActorId from;
    ActorId to;
    std::string kind;
    bool isDirected = true;
    Edtf when;  // validity
    std::string status;
    std::string notes;

    bool operator==(const Relation &) const = default;
};

// A grade A-F given to an outlet or speaker on a day, for a reason. The newest by "since" holds.
struct Reliability {
    ReliabilityId id;
    ActorId actor;
    char grade = '\0';
    Edtf since;
    std::string reason;

    bool operator==(const Reliability &) const = default;
};

}  // namespace dateline
