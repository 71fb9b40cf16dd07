// SPDX-License-Identifier: GPL-3.0-or-later
// Replays a timeline scene on any painter: screen, bitmap, SVG, PDF. Straight edges are filled on
// whole device pixels, only marks and rounded things are antialiased; no clip, no blend modes. A
// scene of some hundred marks takes about a millisecond on a raster.
#pragma once

#include "app/timeline/timeline_scene.h"
#include "ui/paint/text_measure.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

class TimelinePainter {
public:
    static void paint(QPainter &painter, const TimelineScene &scene, const Theme &theme);
    // With fonts made before: they cost more than the painting of a small scene.
    static void paint(QPainter &painter, const TimelineScene &scene, const Theme &theme,
                      const LabelFonts &fonts);
    // The same by kept pictures of marks and labels (timeline_sprites.h): for a canvas that paints
    // nearly the same scene again and again.
    static void paintOnScreen(QPainter &painter, const TimelineScene &scene, const Theme &theme,
                              const LabelFonts &fonts);
};

}  // namespace dateline::ui
