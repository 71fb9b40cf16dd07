// SPDX-License-Identifier: GPL-3.0-or-later
// What the marks and links of the graph say in words: tool tips, names for those who do not see
// them, the line in the pane's title, the way between two actors. Pure; GUI thread.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "app/network/network.h"
#include "app/network/network_metrics.h"

namespace dateline::ui {

// "Sergei Shoigu, person, Secretary, Security Council, 8 links".
QString nodeName(const Snapshot &snapshot, const Network &network, std::uint32_t node,
                 std::optional<Instant> asOf);
// "North Korea and Russia: mutual defence treaty, confirmed"; an arrow stands where it is directed.
QString linkName(const Snapshot &snapshot, const Network &network, std::uint32_t link);

// Rich text: name, other names, post as of the day, how many links and events.
QString nodeToolTip(const Snapshot &snapshot, const Network &network, std::uint32_t node,
                    std::optional<Instant> asOf);
QString linkToolTip(const Snapshot &snapshot, const Network &network, std::uint32_t link);

// "as of 21 March 2025 · 16 of 26 actors".
QString networkStatus(std::size_t shown, std::size_t all, std::optional<Instant> asOf);

// "3 links: Sergei Shoigu – Russia – ... "; long ways are told by their ends.
QString pathText(const Snapshot &snapshot, const Network &network, const ShortestPaths &paths);

}  // namespace dateline::ui
