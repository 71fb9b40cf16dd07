// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chart_picture.h"

#include "ui/charts/chart_contents.h"

namespace dateline::ui {

void paintChartPicture(QPainter &painter, const QRectF &area, const Theme &theme,
                       PictureSubject subject, const Snapshot &snapshot, const RowSet &shown)
{
    paintChartSubject(painter, area, theme, subject, snapshot, shown);
}

}  // namespace dateline::ui
