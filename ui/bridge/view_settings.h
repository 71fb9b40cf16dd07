// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved view holds beside positions: the filter, how it is shown, and which actors its graph
// hides, keeps or has in groups. A value that reads and writes SavedView::settings (a JSON object);
// keys that it does not know are kept. Ids of actors that are gone mean nobody. GUI thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

#include "app/model/filter.h"
#include "app/model/view_choice.h"
#include "ui/bridge/view_filter.h"

namespace dateline::ui {

struct ActorGroup {
    std::string name;
    std::vector<ActorId> members;  // sorted
    bool isFolded = true;          // shown as one mark

    bool operator==(const ActorGroup &) const = default;
};

// Who the graph shows, and as what.
struct GraphChoice {
    std::vector<ActorId> hidden;               // sorted
    std::optional<std::vector<ActorId>> only;  // sorted; none: everybody
    std::vector<ActorGroup> groups;

    bool isShown(ActorId actor) const;
    bool hides() const { return !hidden.empty() || only.has_value(); }
    const ActorGroup *groupOf(ActorId actor) const;
    void hide(ActorId actor);
    void show(ActorId actor);
    // The actors leave the groups in which they were; a group of fewer than two ends.
    void group(std::string name, std::vector<ActorId> actors);
    bool operator==(const GraphChoice &) const = default;
};
GraphChoice graphChoiceIn(std::string_view settings);
std::string withGraphChoice(std::string_view settings, const GraphChoice &choice);

// Filter, as-of day, grouping and colouring, as they are now; and back.
std::string withLook(std::string_view settings, const ViewFilter &filter);
void applyLook(std::string_view settings, ViewFilter &filter);

}  // namespace dateline::ui
