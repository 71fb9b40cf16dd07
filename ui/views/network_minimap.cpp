// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_minimap.h"

#include <QPainter>

namespace dateline::ui {

namespace {

constexpr double kWidth = 168;
constexpr int kDetail = 2;  // pixels of its picture for one of its own, for sharp screens
constexpr double kMargin = 10;
constexpr double kLeastCanvas = 2.4;  // times its own sides: a smaller canvas has no room for it

}  // namespace

void NetworkMinimap::setPicture(const QImage &picture, const NetworkCamera &camera)
{
    m_camera = camera;
    m_picture = picture.scaledToWidth(kDetail * static_cast<int>(kWidth), Qt::SmoothTransformation);
    m_picture.setDevicePixelRatio(1);
}

QRectF NetworkMinimap::area(const QSizeF &canvas, double bottomMargin) const
{
    if (isEmpty())
        return {};
    const double height = kWidth * m_camera.height / m_camera.width;
    if (canvas.width() < kLeastCanvas * kWidth || canvas.height() < kLeastCanvas * height)
        return {};
    return {canvas.width() - kWidth - kMargin, canvas.height() - bottomMargin - height - kMargin,
            kWidth, height};
}

bool NetworkMinimap::isNeeded(const NetworkCamera &camera) const
{
    if (isEmpty())
        return false;
    // Where the ends of the whole are, seen from here; a little may be cut.
    constexpr double kCut = 24;
    const PlaneBox seen = PlaneBox{0, 0, camera.width, camera.height}.grown(kCut);
    return !seen.contains(camera.toPixel(m_camera.toUnits({0, 0}))) ||
           !seen.contains(camera.toPixel(m_camera.toUnits({m_camera.width, m_camera.height})));
}

double NetworkMinimap::scaleIn(const QRectF &area) const
{
    return area.width() / m_camera.width;
}

Point NetworkMinimap::unitsAt(const QPointF &place, const QRectF &area) const
{
    const double scale = scaleIn(area);
    return m_camera.toUnits({(place.x() - area.left()) / scale, (place.y() - area.top()) / scale});
}

void NetworkMinimap::paint(QPainter &painter, const QRectF &area, const NetworkCamera &camera,
                           const Theme &theme) const
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, m_picture);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.rule(), 1));
    painter.drawRect(area);
    const double scale = scaleIn(area);
    const auto inArea = [&](Point pixel) {
        const Point at = m_camera.toPixel(camera.toUnits(pixel)) * scale;
        return QPointF(area.left() + at.x, area.top() + at.y);
    };
    const QRectF view(inArea({0, 0}), inArea({camera.width, camera.height}));
    painter.setPen(QPen(theme.accent(), 1.6));
    painter.drawRect(view.intersected(area.adjusted(0.8, 0.8, -0.8, -0.8)));
    painter.restore();
}

}  // namespace dateline::ui
