// SPDX-License-Identifier: GPL-3.0-or-later
// Rows on their way into a project: what a folder of our own tables holds, and what a mapping makes
// of a foreign table. References are keys: the external id of the row meant, or, for an actor that
// is meant by its name, nameKey(). Rows were checked one by one; how they fit together and to the
// project is tables_import.h's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "app/model/actor.h"
#include "app/model/claim.h"
#include "app/model/event.h"
#include "app/model/judgement.h"
#include "app/model/source.h"

namespace dateline {

struct RowPlace {
    std::uint32_t file = 0;  // position in ProjectTables::files
    std::uint32_t line = 0;
};

// The key of an actor without an id. No cell holds a NUL, so that it is never an id.
inline std::string nameKey(std::string_view name)
{
    return std::string(1, '\0').append(name);
}
inline bool isNameKey(std::string_view key)
{
    return key.starts_with('\0');
}

using TagList = std::optional<std::vector<std::string>>;  // none: the tags are left as they are

struct ActorRecord {
    RowPlace place;
    Actor row;  // without externalId: known by its name, and left as it is where it exists
    TagList tags;
};

struct EventRecord {
    RowPlace place;
    Event row;
    TagList tags;
};

struct ParticipationRecord {
    RowPlace place;
    std::string event;
    std::string actor;
    std::string part;
};

struct QuantityRecord {
    RowPlace place;
    std::string event;
    Quantity row;
};

struct RoleRecord {
    RowPlace place;
    std::string actor;
    std::string body;  // may be empty
    std::string title;
    Edtf when;
};

struct RelationRecord {
    RowPlace place;
    std::string from;
    std::string to;
    Relation row;
};

struct ReliabilityRecord {
    RowPlace place;
    std::string actor;
    Reliability row;
};

struct SourceRecord {
    RowPlace place;
    std::string outlet;
    std::string supersedes;
    Source row;  // sha256 as given, may be empty
    std::string text;
    std::optional<std::string> bytes;  // none: the text's
    bool hasText = false;              // false: the table says nothing about the text
    bool isKeptAsItIs = false;         // where the project has it
    TagList tags;
};

struct AnnotationRecord {
    RowPlace place;
    std::string source;
    Annotation row;
    bool hasPosition = false;  // false: found by its quote
    TagList tags;
};

// What a claim or a decision is about, by key.
struct AboutKey {
    ItemKind kind = ItemKind::None;
    std::string id;
    RoleRecord role;  // for kind Role: actor, title, body and when say which
};

struct ClaimRecord {
    RowPlace place;
    std::string source;
    std::string annotation;
    AboutKey about;
    Claim row;
    std::vector<std::string> attribution;
    bool hasHandling = false;  // false: the table says nothing about it
};

struct DecisionRecord {
    RowPlace place;
    AboutKey about;
    std::string field;
    std::string claim;
    std::string reason;
};

struct RulingRecord {
    RowPlace place;
    AboutKey about;
    Standing standing = Standing::Open;
    std::string reason;
};

struct AcceptanceRecord {
    RowPlace place;
    std::string code;
    std::vector<AboutKey> items;
    std::string basis;
    std::string reason;
};

struct ProjectTables {
    std::vector<std::string> files;
    std::vector<ActorRecord> actors;
    std::vector<EventRecord> events;
    std::vector<ParticipationRecord> participations;
    std::vector<QuantityRecord> quantities;
    std::vector<RoleRecord> roles;
    std::vector<RelationRecord> relations;
    std::vector<ReliabilityRecord> reliabilities;
    std::vector<SourceRecord> sources;
    std::vector<AnnotationRecord> annotations;
    std::vector<ClaimRecord> claims;
    std::vector<DecisionRecord> decisions;
    std::vector<RulingRecord> rulings;
    std::vector<AcceptanceRecord> acceptances;
    std::unordered_set<std::string> refusedIds;  // of rows that are not among the above
};

}  // namespace dateline
