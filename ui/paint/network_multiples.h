// SPDX-License-Identifier: GPL-3.0-or-later
// The graph at several dates side by side as one picture: the same actor stands in the same place
// in each, who has not come yet is not there, and the legend stands once below. Any thread.
#pragma once

#include "ui/paint/network_picture.h"

namespace dateline::ui {

inline constexpr int kFewestMultiples = 4;
inline constexpr int kMostMultiples = 12;

// options.asOf is the last date, where it is set. As many panels as something happens for, at most
// the count.
void paintNetworkMultiples(QPainter &painter, const QRectF &area, const Theme &theme,
                           const Snapshot &snapshot, const RowSet &shown,
                           const NetworkPictureOptions &options, int count);

}  // namespace dateline::ui
