// SPDX-License-Identifier: GPL-3.0-or-later
// Draws single marks: the shape of a kind, and the forms in which events stand on a time line. The
// timeline, its legend and lists use the same. Solid fills, pens and linear gradients only, which
// every device of Qt draws alike; no clip and no blend modes. Stateless.
#pragma once

#include <span>

#include <QColor>
#include <QPointF>

#include "app/timeline/timeline_scene.h"
#include "ui/paint/theme.h"

class QPainter;
class QPainterPath;

namespace dateline::ui {

// One of eight shapes of about the same weight, around the centre.
QPainterPath glyphPath(std::uint8_t glyph, const QPointF &centre, double radius);

// A filled glyph in the colour of its category.
void paintGlyph(QPainter &painter, const CategoryLook &look, const QPointF &centre, double radius,
                const Theme &theme);

// Everything of a mark but its label. A linked one needs the stretches of its layer. Turns
// antialiasing on.
void paintMark(QPainter &painter, const TimelineMark &mark, const Theme &theme,
               std::span<const MarkStretch> stretches = {});

QColor toneColour(Tone tone, const Theme &theme);

}  // namespace dateline::ui
