// SPDX-License-Identifier: GPL-3.0-or-later
// How the user wants the events grouped and coloured. The words stand in saved views and on the
// command line (--group-by).
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class Grouping : std::uint8_t { None, Actor, Kind, Place, Source };
enum class Colouring : std::uint8_t { Kind, Status, Place };

constexpr std::string_view nameOf(Grouping grouping)
{
    switch (grouping) {
    case Grouping::None:
        return "none";
    case Grouping::Actor:
        return "actor";
    case Grouping::Kind:
        return "kind";
    case Grouping::Place:
        return "place";
    case Grouping::Source:
        return "source";
    }
    return {};
}

constexpr std::string_view nameOf(Colouring colouring)
{
    switch (colouring) {
    case Colouring::Kind:
        return "kind";
    case Colouring::Status:
        return "status";
    case Colouring::Place:
        return "place";
    }
    return {};
}

}  // namespace dateline
