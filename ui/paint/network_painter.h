// SPDX-License-Identifier: GPL-3.0-or-later
// Replays a graph's scene on any painter: screen, bitmap, SVG, PDF. No clip, no blend modes, opaque
// colours (but for the veil of an overlay, which only screens draw). The ground is the caller's.
// Some hundred marks take a millisecond or two on a raster; 100,000 dots and the mass of a million
// links some 40.
#pragma once

#include "app/network/network_scene.h"
#include "ui/paint/network_fonts.h"
#include "ui/paint/theme.h"

class QPainter;
class QPainterPath;

namespace dateline::ui {

class NetworkPainter {
public:
    static void paint(QPainter &painter, const NetworkScene &scene, const Theme &theme);
    // With fonts made before.
    static void paint(QPainter &painter, const NetworkScene &scene, const Theme &theme,
                      const NetworkFonts &fonts);

    // The two halves of it: hulls, links and marks; then names and the legend. While a large graph
    // moves, its marks are a picture made before, and the words stand where they are now.
    static void paintMarks(QPainter &painter, const NetworkScene &scene, const Theme &theme,
                           const NetworkFonts &fonts);
    static void paintWords(QPainter &painter, const NetworkScene &scene, const Theme &theme,
                           const NetworkFonts &fonts);
    // The names that a glow of the overlay runs through, to be painted above it: on paper of their
    // own, so that they have the contrast that they have elsewhere.
    static NetworkScene wordsOverGlow(const NetworkScene &scene, const NetworkScene &overlay);

    // The outline of an actor's mark, for legends and lists elsewhere.
    static QPainterPath outline(NodeShape shape, Point centre, double radius);
};

}  // namespace dateline::ui
