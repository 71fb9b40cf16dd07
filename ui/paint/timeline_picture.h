// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline on paper: the same scene as on the screen, built for a rectangle, with ruler, lane
// names and legend, and without anything that the pointer or the day of printing add. What does not
// fit is made smaller, down to a half; of more lanes than fit even then the picture says how many
// are left out. No widgets; any thread with fonts.
#pragma once

#include <memory>
#include <optional>

#include <QRectF>

#include "app/model/filter.h"
#include "app/model/view_choice.h"
#include "app/timeline/lane_layout.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

struct TimelinePictureOptions {
    LaneWish lanes;
    RowHeight rowHeight = RowHeight::Fitting;
    Colouring colouring = Colouring::Kind;
    std::optional<TimeSpan> span;  // none: all of the events
    bool hasLegend = true;
    std::shared_ptr<const RowSet> doubted;  // rest on what is doubted alone; may be null
};

// The events of the set, into the area.
void paintTimelinePicture(QPainter &painter, const QRectF &area, const Theme &theme,
                          const Snapshot &snapshot, const RowSet &shown,
                          const TimelinePictureOptions &options);

}  // namespace dateline::ui
