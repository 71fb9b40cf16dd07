// SPDX-License-Identifier: GPL-3.0-or-later
// The three charts of the window, filled from a snapshot: which values, words and colours they
// show. Also what a click on a bar means.
#pragma once

#include <functional>
#include <vector>

#include <QStringList>

#include "app/model/tallies.h"
#include "ui/charts/chart.h"
#include "ui/paint/picture.h"

namespace dateline::ui {

struct PeriodChart {
    BarContent content;
    std::vector<std::vector<std::string>> kinds;  // per series; the last may be "other kinds"
    std::vector<TimeSpan> periods;         // per category; the last, "wider", has an empty one
    std::vector<std::string> periodTexts;  // EDTF of each period
};
PeriodChart periodChart(const Snapshot &snapshot, const RowSet &shown);

struct ActorChart {
    BarContent content;
    std::vector<ActorId> actors;  // per category, bottom to top
    int left = 0;                 // actors that are not drawn
};
ActorChart actorChart(const Snapshot &snapshot, const RowSet &shown);

// One chart per unit; empty where no event that is shown has a quantity.
struct QuantityChart {
    QString unit;
    BandContent content;
    QStringList sums;  // "troops: 11,000 to 15,000"
};
std::vector<QuantityChart> quantityCharts(const Snapshot &snapshot, const RowSet &shown);

// Draws one of the three into an area; nothing for timeline and graph. Needs a QApplication.
void paintChartSubject(QPainter &painter, const QRectF &area, const Theme &theme,
                       PictureSubject subject, const Snapshot &snapshot, const RowSet &shown);

}  // namespace dateline::ui
