// SPDX-License-Identifier: GPL-3.0-or-later
// The outline of a capsule or bar: solid, dashed or dotted by how certain the event is, in waves
// where its date is approximate, open where the plot's edge cuts it. Stateless.
#pragma once

#include <QColor>
#include <QPen>

#include "app/timeline/timeline_scene.h"

class QPainter;
class QPainterPath;

namespace dateline::ui {

inline constexpr double kOutline = 1.4;  // its width
// Of the waves: so long, but for the last one of a long side, which ends with it.
inline constexpr double kWaveLength = 8;

// Neither dashed nor dotted.
bool isSolid(Certainty certainty);
QPen penOf(const TimelineMark &mark, const QColor &colour);
// What it goes around; the corners have the radius.
QPainterPath fillPath(const TimelineMark &mark, double radius);
void paintFramed(QPainter &painter, const TimelineMark &mark, double radius, const QColor &fill,
                 const QColor &line);

}  // namespace dateline::ui
