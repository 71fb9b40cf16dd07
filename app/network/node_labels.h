// SPDX-License-Identifier: GPL-3.0-or-later
// What stands under a node: the name, on two lines where it is long, and the post held on the day
// or a name in another script. Layout reserves the room that the scene then fills, so both ask
// here. Text widths come in as a function: app/ knows no fonts.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/model/graph_choice.h"
#include "app/network/network.h"
#include "app/network/network_layout.h"

namespace dateline {

enum class NetworkFont : std::uint8_t { Name, Small };

struct NetworkMeasure {
    std::function<double(std::string_view utf8, NetworkFont font)> width;  // pixels
    double nameHeight = 15;
    double smallHeight = 13;

    double height(NetworkFont font) const
    {
        return font == NetworkFont::Name ? nameHeight : smallHeight;
    }
};

struct NodeLabel {
    std::vector<std::string> name;  // one or two lines; empty: none fits
    std::string second;             // may be empty
    double width = 0;               // of the widest line, pixels
    double height = 0;
};

// The post that the actor holds on the day, or without a day the newest one: "Secretary, Security
// Council". The body is left out where it is a state. "" where none is known.
std::string postOf(const Snapshot &snapshot, ActorId actor, std::optional<Instant> asOf);

// An alias in a script other than Latin; "" where there is none.
std::string otherScriptName(const Actor &actor);

NodeLabel labelOf(const Snapshot &snapshot, ActorRow actor, std::optional<Instant> asOf,
                  const NetworkMeasure &measure);
// Of a mark: a group's name where it is one.
NodeLabel labelOf(const Snapshot &snapshot, const Network &network, std::uint32_t node,
                  std::optional<Instant> asOf, const NetworkMeasure &measure);

// Of its mark, in pixels at zoom 1.
float nodeRadius(const Network &network, std::uint32_t node, NodeSizing sizing);
std::vector<float> nodeRadii(const Network &network, NodeSizing sizing);

// Between the mark and its label, in pixels.
inline constexpr double kLabelGap = 2;

}  // namespace dateline
