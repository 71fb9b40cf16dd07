// SPDX-License-Identifier: GPL-3.0-or-later
// Instants at which a graph is worth a look: spread over the days on which something in it begins
// or ends, so that as much happens between each two. Pure; O(n log n).
#pragma once

#include <vector>

#include "app/network/network.h"

namespace dateline {

// Ascending, the last seconds of days, the first and the last among them, at most so many; fewer
// where less happens.
std::vector<Instant> timeSteps(const Snapshot &snapshot, const NetworkQuery &query,
                               std::size_t count);

// The query's actors, or all, who are tied to somebody or take part in something by its as-of
// instant: the others have not come yet, or have gone.
std::vector<ActorRow> actorsPresent(const Snapshot &snapshot, const NetworkQuery &query);

}  // namespace dateline
