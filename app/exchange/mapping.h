// SPDX-License-Identifier: GPL-3.0-or-later
// A mapping file (docs/mapping.md), parsed: what each record of a foreign table makes. Immutable
// once parsed but for the words of map files, which the reader of an input fills in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/exchange/mapping_template.h"
#include "app/exchange/refusal.h"

namespace dateline {

enum class TableFormat { Csv, Tsv, Json };

// A column that some template uses.
struct MappingColumn {
    enum class Origin { Row, File, Key, ActorName, Let, Cell, Pointer };
    std::string name;
    Origin origin = Origin::Cell;
};

struct MappedClaim {
    ValueTemplate status, credibility, likelihood, value, notes;
};

struct MappedActorRef {
    ValueTemplate name, id;
};

struct MappedActor {
    ValueTemplate id, name, kind, aliases, notes;
};

struct MappedParticipation {
    MappedActorRef actor;
    ValueTemplate part;
};

struct MappedQuantity {
    ValueTemplate what, low, high, qualifier, unit, mode;
};

struct MappedEvent {
    ValueTemplate id, title, kind, when, status, place, notes, tags;
    std::vector<MappedParticipation> participations;
    std::vector<MappedQuantity> quantities;
    std::optional<MappedClaim> claim;
};

struct MappedRole {
    MappedActorRef actor, body;
    ValueTemplate title, when;
    std::optional<MappedClaim> claim;
};

struct MappedRelation {
    MappedActorRef from, to;
    ValueTemplate id, kind, directed, when, status, notes;
    std::optional<MappedClaim> claim;
};

struct MappedSource {
    ValueTemplate id, title, outlet, author, published, updated, retrieved, address, language,
        handling, text;
};

struct MappedCondition {
    ValueTemplate value;
    std::vector<std::string> like;
    bool isMissing = false;
};

struct Mapping {
    std::string name;
    TableFormat format = TableFormat::Csv;
    std::string encoding = "utf-8";
    char delimiter = ',';
    std::optional<char> quote = '"';
    bool hasHeader = true;
    std::vector<std::string> givenColumns;
    bool fillsShortRows = false;
    std::vector<std::string> recordSteps;  // of the pointer `records`
    std::vector<std::string> missing;
    std::vector<std::string> inputs;  // patterns of the names that hold records, among several

    std::vector<MappingColumn> columns;
    struct Let {
        int column = 0;
        ValueTemplate value;
    };
    std::vector<Let> lets;
    std::vector<WordMap> maps;
    std::vector<MappedCondition> skipWhen;

    std::optional<MappedSource> source;
    MappedActor newActor;  // kind, aliases and notes
    int actorNameColumn = -1;
    std::vector<MappedActor> actors;
    std::vector<MappedEvent> events;
    std::vector<MappedRole> roles;
    std::vector<MappedRelation> relations;
};

// Everything that is wrong is listed, each with its place in the file as a path: "events/0/when".
// The file is what refusals call it. None where there is a refusal.
std::optional<Mapping> parseMapping(std::string_view text, const std::string &file,
                                    std::vector<Refusal> &refused);

}  // namespace dateline
