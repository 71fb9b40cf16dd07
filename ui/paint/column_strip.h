// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the columns of crowded lanes on a screen, a lane at once: its columns are set as pixels of
// a strip, which is then painted as one image. Rectangle by rectangle takes four times as long. The
// strip is kept for the next lane. GUI thread.
#pragma once

#include <span>

#include <QColor>
#include <QImage>

#include "app/timeline/timeline_scene.h"

class QPainter;

namespace dateline::ui {

class ColumnStrip {
public:
    struct Colours {
        QColor count;
        QColor ongoing;
    };

    // The ground between two columns is a part of the first one's box.
    static double drawnWidth(const Box &box) { return std::max(box.width - 1, 0.5); }

    // The painter's units are `ratio` pixels of its device, from a whole pixel on.
    void paint(QPainter &painter, std::span<const DensityColumn> columns, double ratio,
               const Colours &colours);

private:
    void paintLane(QPainter &painter, std::span<const DensityColumn> columns, double ratio,
                   const Colours &colours);

    QImage m_strip;
};

}  // namespace dateline::ui
