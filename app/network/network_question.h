// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to a graph and their answers, as the pane and the command line share them: how two
// actors hang together, what is around one, who bridges, what changed. Each entry of an answer
// names its actors and the ties that it rests on, and each tie the relations, roles, events or
// claims behind it. Pure, any thread; a stop leaves what was found, marked as not complete.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/network/network_changes.h"
#include "app/network/network_metrics.h"

namespace dateline {

enum class QuestionKind : std::uint8_t {
    ShortestPaths,
    AdvancingPaths,
    CommonNeighbours,
    Neighbourhood,
    Bridges,
    Changes
};

struct NetworkQuestion {
    QuestionKind kind = QuestionKind::ShortestPaths;
    ActorId from;  // paths, common neighbours; the middle of a neighbourhood
    ActorId to;
    std::uint32_t steps = 1;  // of a neighbourhood
    // Changes: two instants, or with spans what was within each of them.
    std::optional<Instant> before;
    std::optional<Instant> after;
    std::optional<TimeSpan> beforeSpan;
    std::optional<TimeSpan> afterSpan;
    std::size_t most = 500;  // entries that are listed
};

// What links two actors in the answer, and what says so.
struct AnswerTie {
    ActorId from;
    ActorId to;
    LinkOrigin origin = LinkOrigin::Relation;
    bool isDirected = false;
    Certainty certainty = Certainty::Confirmed;
    std::string kind;            // of a relation; the title of a role
    std::uint32_t weight = 1;    // shared events, quotations
    std::vector<ItemRef> rests;  // relations, roles, events, claims
};

struct AnswerEntry {
    std::vector<ActorId> actors;  // a way, in order; a tie's two; or one
    std::vector<AnswerTie> ties;  // a way: by step, see stepOf
    std::vector<std::uint32_t> stepOf;
    std::uint32_t steps = 0;  // of a way; distance in a neighbourhood
    bool isCertain = true;    // an advancing way: in every reading of the dates
    double share = 0;         // Bridges: shortest paths through the actor
    std::uint32_t parts = 0;  // Bridges: into which the rest falls without the actor
    std::optional<Change> change;
    TieStrength before;  // Changes of ties
    TieStrength after;
    std::uint32_t tiedBefore = 0;  // Changes of actors
    std::uint32_t tiedAfter = 0;
};

struct NetworkAnswer {
    std::vector<AnswerEntry> entries;
    double count = 0;                // of all entries, listed or not
    std::uint32_t undatedLinks = 0;  // left out of advancing ways
    bool isKnown = true;             // false: an actor asked for is not in the graph
    bool isSampled = false;          // Bridges: estimated
    bool isComplete = true;
};

// The network that the query makes; for changes the query's own dates are replaced.
NetworkAnswer answer(const Snapshot &snapshot, const NetworkQuery &query,
                     const NetworkQuestion &question, const std::stop_token &stop = {},
                     const Progress &progress = {});

}  // namespace dateline
