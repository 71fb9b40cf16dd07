// SPDX-License-Identifier: GPL-3.0-or-later
// Every shortest way between two nodes of a network: over all links, or only over such whose dates
// can follow each other. The second are the time-respecting paths of Kempe, Kleinberg and Kumar
// (Connectivity and Inference Problems for Temporal Networks, 2002; Holme and Saramaki, Temporal
// Networks, 2012), of these the shortest journeys of Bui-Xuan, Ferreira and Jarry (2003): fewest
// steps first. A date that is not exact may mean any of its instants, so a way is possible where
// some reading makes the dates advance, and certain where every reading does. Pure, any thread.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "app/network/network.h"

namespace dateline {

// A way is a sequence of nodes; parallel links belong to the same step.
struct GraphPath {
    std::vector<std::uint32_t> nodes;               // both ends included
    std::vector<std::vector<std::uint32_t>> links;  // of each step; never empty
    std::vector<std::vector<ItemRef>> items;        // advancing: what dates each step
    bool isCertain = true;                          // advancing: in every reading of the dates
};

struct GraphPaths {
    std::vector<GraphPath> paths;    // in the order of their nodes, as many as were asked for
    double count = 0;                // of all of them; exact to 2^53
    std::uint32_t undatedLinks = 0;  // advancing: links left out because nothing dates them
    bool isComplete = true;          // false: stopped

    std::uint32_t length() const
    {
        return paths.empty() ? 0 : static_cast<std::uint32_t>(paths.front().nodes.size()) - 1;
    }
};

// O(nodes + links), and what is listed.
GraphPaths allShortestPaths(const Network &network, std::uint32_t from, std::uint32_t to,
                            std::size_t most, const std::stop_token &stop = {});

// One time at which a link was there: a shared event, or the span of a relation or a role.
struct Contact {
    std::uint32_t link = 0;
    When when;  // dated
    ItemRef behind;
};
// By link. Quotations are dated by the day on which their source was published. Links that nothing
// dates have no contact.
std::vector<Contact> contactsOf(const Snapshot &snapshot, const NetworkQuery &query,
                                const Network &network);

// O(contacts * steps), and what is listed. contacts: sorted by link.
GraphPaths allAdvancingPaths(const Network &network, std::span<const Contact> contacts,
                             std::uint32_t from, std::uint32_t to, std::size_t most,
                             const std::stop_token &stop = {});

}  // namespace dateline
