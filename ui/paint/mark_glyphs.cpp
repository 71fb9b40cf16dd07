// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of kinds, of mark_painter.h.
#include <cmath>
#include <numbers>

#include <QPainter>
#include <QPainterPath>

#include "ui/paint/mark_painter.h"

namespace dateline::ui {

namespace {

QPainterPath polygonPath(const QPointF &centre, double radius, int corners, double turn)
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        const QPointF point(centre.x() + radius * std::cos(angle),
                            centre.y() + radius * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath starPath(const QPointF &centre, double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + std::numbers::pi * i / 5;
        const double reach = i % 2 == 0 ? radius : radius * 0.5;
        const QPointF point(centre.x() + reach * std::cos(angle),
                            centre.y() + reach * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath plusPath(const QPointF &centre, double radius)
{
    const double thick = radius * 0.42;
    QPainterPath path;
    const double steps[12][2] = {{-thick, -radius}, {thick, -radius},  {thick, -thick},
                                 {radius, -thick},  {radius, thick},   {thick, thick},
                                 {thick, radius},   {-thick, radius},  {-thick, thick},
                                 {-radius, thick},  {-radius, -thick}, {-thick, -thick}};
    path.moveTo(centre + QPointF(steps[0][0], steps[0][1]));
    for (int i = 1; i < 12; ++i)
        path.lineTo(centre + QPointF(steps[i][0], steps[i][1]));
    path.closeSubpath();
    return path;
}

}  // namespace

QPainterPath glyphPath(std::uint8_t glyph, const QPointF &centre, double radius)
{
    QPainterPath path;
    switch (glyph % 8) {
    case 0:
        path.addEllipse(centre, radius, radius);
        return path;
    case 1: {
        const double half = radius * 0.88;
        path.addRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
        return path;
    }
    case 2:
        return polygonPath(centre, radius * 1.2, 4, 0);
    case 3:
        return polygonPath(centre + QPointF(0, radius * 0.22), radius * 1.25, 3,
                           -std::numbers::pi / 2);
    case 4:
        return polygonPath(centre - QPointF(0, radius * 0.22), radius * 1.25, 3,
                           std::numbers::pi / 2);
    case 5:
        return polygonPath(centre, radius * 1.06, 6, 0);
    case 6:
        return plusPath(centre, radius * 1.08);
    default:
        return starPath(centre, radius * 1.3);
    }
}

void paintGlyph(QPainter &painter, const CategoryLook &look, const QPointF &centre, double radius,
                const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.category(look.colour));
    painter.drawPath(glyphPath(look.glyph, centre, radius));
}

}  // namespace dateline::ui
