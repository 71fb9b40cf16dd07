// SPDX-License-Identifier: GPL-3.0-or-later
// The whole graph in a corner of its canvas, with a frame about what is in view; shown while some
// of it is not. Dragging in it moves the camera. A part of the canvas. GUI thread.
#pragma once

#include <optional>

#include <QImage>
#include <QRectF>

#include "app/network/network_camera.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

class NetworkMinimap {
public:
    // A picture of the whole and where it was seen from.
    void setPicture(const QImage &picture, const NetworkCamera &camera);
    void clear() { m_picture = QImage(); }
    bool isEmpty() const { return m_picture.isNull(); }

    // The corner that it takes on a canvas of that size; empty: there is no room.
    QRectF area(const QSizeF &canvas, double bottomMargin) const;
    // Whether the camera sees less than the whole.
    bool isNeeded(const NetworkCamera &camera) const;
    Point unitsAt(const QPointF &place, const QRectF &area) const;
    void paint(QPainter &painter, const QRectF &area, const NetworkCamera &camera,
               const Theme &theme) const;

private:
    double scaleIn(const QRectF &area) const;

    QImage m_picture;
    NetworkCamera m_camera;
};

}  // namespace dateline::ui
