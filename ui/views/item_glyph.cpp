// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/item_glyph.h"

#include <cmath>
#include <numbers>

#include <QPainter>
#include <QPainterPath>

#include "app/timeline/event_mark.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QPainterPath shapeOf(const QString &actorKind, const QRectF &box)
{
    QPainterPath path;
    const QPointF centre = box.center();
    const double radius = box.width() / 2;
    if (actorKind == QLatin1String("state")) {
        path.addRoundedRect(box.adjusted(radius * 0.1, radius * 0.1, -radius * 0.1, -radius * 0.1),
                            radius * 0.25, radius * 0.25);
    } else if (actorKind == QLatin1String("body")) {
        for (int corner = 0; corner < 6; ++corner) {
            const double angle = corner * std::numbers::pi / 3;
            const QPointF point = centre + radius * QPointF(std::cos(angle), std::sin(angle));
            corner == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        path.closeSubpath();
    } else if (actorKind == QLatin1String("outlet")) {
        path.moveTo(centre.x(), box.top());
        path.lineTo(box.right(), centre.y());
        path.lineTo(centre.x(), box.bottom());
        path.lineTo(box.left(), centre.y());
        path.closeSubpath();
    } else if (actorKind == QLatin1String("place")) {
        path.moveTo(centre.x(), box.bottom());
        path.lineTo(box.left(), box.top() + radius * 0.3);
        path.lineTo(box.right(), box.top() + radius * 0.3);
        path.closeSubpath();
    } else if (actorKind == QLatin1String("group")) {
        path.addRoundedRect(box.adjusted(0, radius * 0.35, 0, -radius * 0.35), radius * 0.65,
                            radius * 0.65);
    } else {
        path.addEllipse(box);
    }
    return path;
}

}  // namespace

void drawKindDot(QPainter *painter, const QRectF &box, std::uint32_t kindNumber, const Theme &theme)
{
    const double inset = box.width() * 0.14;
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.category(lookOfWord(kindNumber).colour));
    painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
}

void drawActorShape(QPainter *painter, const QRectF &box, const QString &actorKind,
                    const Theme &theme)
{
    const std::string kind = toUtf8(actorKind);
    painter->setPen(QPen(theme.actorColour(kind), box.width() * 0.13, Qt::SolidLine, Qt::SquareCap,
                         Qt::RoundJoin));
    painter->setBrush(theme.actorGround(kind));
    const double inset = box.width() * 0.065;
    painter->drawPath(shapeOf(actorKind, box.adjusted(inset, inset, -inset, -inset)));
}

void drawItemMark(QPainter *painter, const QRectF &box, ItemKind kind, const Theme &theme)
{
    painter->setPen(QPen(theme.faintInk(), box.width() * 0.11));
    painter->setBrush(Qt::NoBrush);
    if (kind == ItemKind::Source) {
        const QRectF sheet = box.adjusted(box.width() * 0.12, 0, -box.width() * 0.12, 0);
        painter->drawRoundedRect(sheet, 1, 1);
        for (const double y : {0.32, 0.55, 0.78})
            painter->drawLine(
                QPointF(sheet.left() + sheet.width() * 0.25, box.top() + box.height() * y),
                QPointF(sheet.right() - sheet.width() * 0.25, box.top() + box.height() * y));
        return;
    }
    if (kind == ItemKind::Annotation) {
        painter->setPen(QPen(theme.faintInk(), box.width() * 0.16, Qt::SolidLine, Qt::RoundCap));
        for (const double x : {0.3, 0.7})
            painter->drawLine(
                QPointF(box.left() + box.width() * (x + 0.06), box.top() + box.height() * 0.2),
                QPointF(box.left() + box.width() * (x - 0.08), box.top() + box.height() * 0.62));
        return;
    }
    const double inset = box.width() * 0.2;
    const QPointF left(box.left() + inset / 2, box.center().y());
    const QPointF right(box.right() - inset / 2, box.center().y());
    painter->drawLine(left, right);
    painter->setBrush(theme.faintInk());
    painter->drawEllipse(left, inset * 0.6, inset * 0.6);
    painter->drawEllipse(right, inset * 0.6, inset * 0.6);
}

ItemGlyph::ItemGlyph(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ItemGlyph::showKind(std::uint32_t kindNumber)
{
    m_item = ItemKind::Event;
    m_kindNumber = kindNumber;
    update();
}

void ItemGlyph::showActor(const QString &actorKind)
{
    m_item = ItemKind::Actor;
    m_actorKind = actorKind;
    update();
}

void ItemGlyph::showItem(ItemKind kind)
{
    m_item = kind;
    update();
}

QSize ItemGlyph::sizeHint() const
{
    const int height = fontMetrics().height();
    return {qRound(height * 0.7), height};
}

void ItemGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::fromPalette(palette(), font());
    const double side = width();
    const QRectF box(0, (height() - side) / 2.0, side, side);
    if (m_item == ItemKind::Event)
        drawKindDot(&painter, box, m_kindNumber, theme);
    else if (m_item == ItemKind::Actor)
        drawActorShape(&painter, box, m_actorKind, theme);
    else if (m_item != ItemKind::None)
        drawItemMark(&painter, box, m_item, theme);
}

}  // namespace dateline::ui
