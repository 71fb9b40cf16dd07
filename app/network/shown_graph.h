// SPDX-License-Identifier: GPL-3.0-or-later
// What of a snapshot a graph shows: one rule for the window, for pictures and for the command line.
// Who is hidden, which groups are one mark, what ties them, and what was there in a window of time.
// Pure, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/model/graph_choice.h"
#include "app/network/network.h"

namespace dateline {

struct ShownGraph {
    GraphChoice choice;
    GraphLook look;
    std::optional<Instant> asOf;
    std::optional<TimeSpan> range;              // of the filter
    std::optional<std::int64_t> windowSeconds;  // what there was in so much time before asOf
};

// events, candidates: as the filter leaves them; null or none for all. What the window takes from
// the events is kept in windowEvents, to which the query points.
NetworkQuery queryFor(const Snapshot &snapshot, const ShownGraph &shown, const RowSet *events,
                      std::optional<std::vector<ActorRow>> candidates, RowSet &windowEvents);

// One per node: as of a day, who has not come yet or has gone stays in place and is pale; so is
// everybody but the bright ones, where there are such.
std::vector<std::uint8_t> dimmedNodes(const Network &network, const std::optional<Instant> &asOf,
                                      const std::vector<ActorRow> *bright);

}  // namespace dateline
