// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the window as pictures, for the command line, which may not see widgets itself.
// Needs a QApplication.
#pragma once

#include <QRectF>

#include "app/model/filter.h"
#include "ui/paint/picture.h"

class QPainter;

namespace dateline::ui {

// Nothing for the timeline and the graph.
void paintChartPicture(QPainter &painter, const QRectF &area, const Theme &theme,
                       PictureSubject subject, const Snapshot &snapshot, const RowSet &shown);

}  // namespace dateline::ui
