// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and rows out of the window: a dialog that shows live what will be written, the
// clipboard, the printer, and tables as CSV or JSON. GUI thread; a file is written whole or not at
// all.
#pragma once

#include <functional>

#include <QImage>

#include "app/network/shown_graph.h"
#include "app/timeline/lane_layout.h"
#include "ui/bridge/view_context.h"
#include "ui/paint/picture.h"

namespace dateline::ui {

// What the window shows now: the stretch of time, and the graph's camera as a picture of its own.
struct PictureView {
    PictureSubject subject = PictureSubject::Timeline;
    TimeSpan visible;  // of the timeline
    LaneWish rows;     // grouping and as-of date are the filter's
    RowHeight rowHeight = RowHeight::Fitting;
    std::vector<ActorPosition> positions;  // of the graph
    ShownGraph graph;                      // what of it the window shows
    int dates = 6;                         // of the graph at several dates
};

// How much of it.
enum class PictureExtent { Whole, Visible, Selected };

Picture makePicture(const ViewContext &context, const PictureView &view, PictureExtent extent);

void exportPictureDialog(const ViewContext &context, QWidget *parent, const PictureView &view);
QImage pictureForClipboard(const ViewContext &context, const PictureView &view);
void printPicture(const ViewContext &context, QWidget *parent, const PictureView &view);
void exportRowsDialog(const ViewContext &context, QWidget *parent);

}  // namespace dateline::ui
