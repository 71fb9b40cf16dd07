// SPDX-License-Identifier: GPL-3.0-or-later
// A named way of looking: filter, grouping, range and layout as JSON text, and where the user put
// actors in it. The unnamed view (id 1, made with the file) is the one that opens.
#pragma once

#include <string>
#include <vector>

#include "app/model/ids.h"

namespace dateline {

struct ActorPosition {
    ActorId actor;
    double x = 0;  // in layout units: the distance that a link likes to have is 1
    double y = 0;
    bool isPinned = false;  // the user put it there; no layout moves it

    bool operator==(const ActorPosition &) const = default;
};

struct SavedView {
    ViewId id;
    std::string name;
    std::string settings;                  // JSON object, written and read by ui/ alone
    std::vector<ActorPosition> positions;  // sorted by actor

    bool operator==(const SavedView &) const = default;
};

inline constexpr ViewId kDefaultView{1};

}  // namespace dateline
