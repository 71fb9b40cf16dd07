// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as a picture of its own, for export, the clipboard, paper and the command line: no
// widget, everything in view, a legend of what is shown. Actors that were never placed are laid out
// for the picture's shape, the same way each time. Any thread.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QRectF>

#include "app/model/filter.h"
#include "app/model/saved_view.h"
#include "app/network/network_scene_builder.h"
#include "app/network/shown_graph.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

struct NetworkPictureOptions {
    ShownGraph graph;
    std::vector<ActorPosition> positions;         // sorted by actor; others are laid out
    std::optional<std::vector<ActorRow>> actors;  // none: those of the shown events, or all
    std::optional<std::vector<ActorRow>> bright;  // the others are pale; none: nobody is
    bool withLegend = true;
    // What if these are wrong: they, and the links all of whose ground falls with them, are amber.
    std::vector<ItemRef> doubted;
    std::function<bool(ItemRef)> falls;
};

// The columns of a layout by time with the dates from which who stands in them is there: a year, a
// month or a day, as exact as the instant says for sure. On any day in 2023 is 2023.
std::vector<LabelledColumn> labelledColumns(const std::vector<GraphColumn> &columns);

// All actors where every event is shown, otherwise those that take part in a shown event or in a
// relation of the range.
std::vector<ActorRow> actorsInPicture(const Snapshot &snapshot, const RowSet &shown,
                                      const std::optional<TimeSpan> &range);

// The query behind a picture; windowEvents is what it may point to.
NetworkQuery queryOf(const NetworkPictureOptions &options, const Snapshot &snapshot,
                     const RowSet &shown, RowSet &windowEvents);

void paintNetworkPicture(QPainter &painter, const QRectF &area, const Theme &theme,
                         const Snapshot &snapshot, const RowSet &shown,
                         const NetworkPictureOptions &options);

}  // namespace dateline::ui
