// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved view holds beside positions: the filter, how it is shown, which actors its graph
// hides, keeps or has in groups, and what ties them. Reads and writes SavedView::settings (a JSON
// object); keys that are not known are kept. GUI thread, but for what takes no ViewFilter.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <QString>

#include "app/model/filter.h"
#include "app/model/graph_choice.h"
#include "app/model/view_choice.h"
#include "ui/bridge/view_filter.h"

namespace dateline::ui {

GraphChoice graphChoiceIn(std::string_view settings);
std::string withGraphChoice(std::string_view settings, const GraphChoice &choice);

GraphLook graphLookIn(std::string_view settings);
std::string withGraphLook(std::string_view settings, const GraphLook &look);

// Filter and as-of day as the settings have them; no grouping where none was saved.
struct ViewLook {
    Filter filter;
    std::optional<Instant> asOf;
    QString asOfText;
    std::optional<Grouping> grouping;
    std::optional<Colouring> colouring;
};
ViewLook viewLookIn(std::string_view settings);

// Filter, as-of day, grouping and colouring, as they are now; and back.
std::string withLook(std::string_view settings, const ViewFilter &filter);
void applyLook(std::string_view settings, ViewFilter &filter);

}  // namespace dateline::ui
