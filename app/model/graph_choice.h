// SPDX-License-Identifier: GPL-3.0-or-later
// Who a view's graph shows, as what, and tied by what: values that saved views hold. Ids of actors
// that are gone mean nobody. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/ids.h"
#include "app/model/instant.h"

namespace dateline {

struct ActorGroup {
    std::string name;
    std::vector<ActorId> members;  // sorted
    bool isFolded = true;          // shown as one mark

    bool operator==(const ActorGroup &) const = default;
};

// A column of a layout by first appearance, in layout units: who stands between left and right came
// from the first instant to the last; distant where they have no date.
struct GraphColumn {
    double left = 0;
    double right = 0;
    Instant first = Instant::distantFuture();
    Instant last = Instant::distantFuture();

    bool operator==(const GraphColumn &) const = default;
};

// Who the graph shows, and as what.
struct GraphChoice {
    std::vector<ActorId> hidden;               // sorted
    std::optional<std::vector<ActorId>> only;  // sorted; none: everybody
    std::vector<ActorGroup> groups;
    std::vector<GraphColumn> columns;  // of the last layout, if it was one by time

    bool isShown(ActorId actor) const;
    bool hides() const { return !hidden.empty() || only.has_value(); }
    const ActorGroup *groupOf(ActorId actor) const;
    void hide(ActorId actor);
    void show(ActorId actor);
    // The actors leave the groups in which they were; a group of fewer than two ends.
    void group(std::string name, std::vector<ActorId> actors);
    bool operator==(const GraphChoice &) const = default;
};
// How large the marks are, in pixels at zoom 1.
enum class NodeSizing : std::uint8_t { ByLinks, ByEvents, Equal };

// What links are derived beside the stored relations, and how it looks.
struct GraphLook {
    bool withSharedEvents = true;
    bool withRoles = true;
    bool withQuotations = false;   // many, so on request
    bool withCommunities = false;  // as soft hulls
    NodeSizing sizing = NodeSizing::ByLinks;

    bool hasSameLinks(const GraphLook &other) const
    {
        return withSharedEvents == other.withSharedEvents && withRoles == other.withRoles &&
               withQuotations == other.withQuotations;
    }
    bool operator==(const GraphLook &) const = default;
};

}  // namespace dateline
