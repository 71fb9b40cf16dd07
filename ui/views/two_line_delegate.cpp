// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/two_line_delegate.h"

#include <cmath>

#include <QApplication>
#include <QPainter>

#include "ui/paint/elided_label.h"
#include "ui/paint/label.h"
#include "ui/tables/item_table_model.h"
#include "ui/views/item_glyph.h"

namespace dateline::ui {

namespace {

void drawMark(QPainter *painter, const QRectF &box, const QModelIndex &index, const Theme &theme)
{
    const ItemRef item = index.data(ItemRefRole).value<ItemRef>();
    if (item.kind == ItemKind::Event)
        drawKindDot(painter, box, index.data(MarkRole).toUInt(), theme);
    else if (item.kind == ItemKind::Actor)
        drawActorShape(painter, box, index.data(MarkRole).toString(), theme);
    else
        drawItemMark(painter, box, item.kind, theme);
}

// One line in the middle of its room, cut where it is longer.
void drawLine(QPainter &painter, const QString &text, const QFont &font, const QRectF &room,
              Qt::TextElideMode cut)
{
    const QFontMetricsF metrics(font);
    QString seen = text;
    if (cut == Qt::ElideRight)
        seen = elidedLabel(text, font, room.width());
    else if (labelWidth(text, font) > room.width())
        seen = metrics.elidedText(text, cut, room.width());
    const double baseline = room.top() + (room.height() - metrics.height()) / 2 + metrics.ascent();
    drawLabel(painter, QPointF(room.left(), std::round(baseline)), seen, font);
}

// Not the view's palette: a style sheet has put its own colour of the selection there.
Theme themeFor(const QStyleOptionViewItem &option)
{
    return Theme::fromPalette(QApplication::palette(), option.font);
}

}  // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Theme theme = themeFor(option);
    const int first = QFontMetrics(option.font).height();
    const int second = QFontMetrics(theme.smallFont()).height();
    return {first * 8, first + second + first / 2};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = themeFor(option);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool hasFocus = (option.state & QStyle::State_HasFocus) != 0;
    const QRectF row = option.rect;
    const QFontMetricsF metrics(option.font);
    const double line = metrics.height();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected)
        painter->fillRect(row, theme.accentGround());
    else if ((option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(row, theme.band());
    if (isSelected)
        painter->fillRect(QRectF(row.left(), row.top(), 3, row.height()), theme.accent());
    const bool falls = index.data(FallsRole).toBool();
    if (falls)
        painter->fillRect(QRectF(row.right() - 3, row.top() + 1, 4, row.height() - 2),
                          theme.doubt());
    if (hasFocus) {
        // Only there when the row was reached by keyboard and is not the one selected.
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.accent(), 1));
        if (!isSelected)
            painter->drawRect(row.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (index.data(IsDimmedRole).toBool())
        painter->setOpacity(0.45);

    const QFont smallFont = theme.smallFont();
    const QFontMetricsF smallMetrics(smallFont);
    const double margin = line * 0.75;
    const double markSide = line * 0.62;
    const double top = row.top() + (row.height() - line - smallMetrics.height()) / 2;
    const QRectF mark(row.left() + margin, top + (line - markSide) / 2, markSide, markSide);
    drawMark(painter, mark, index, theme);

    const double left = mark.right() + line * 0.5;
    const double right = row.right() - margin;
    const QFont nameFont = isSelected ? theme.strongFont() : option.font;
    painter->setPen(theme.ink());
    drawLine(*painter, index.data().toString(), nameFont, {left, top, right - left, line},
             Qt::ElideRight);

    const QRectF second(left, top + line, right - left, smallMetrics.height());
    const QString secondLine = index.data(SecondLineRole).toString();
    const double gap = smallMetrics.height() * 0.6;
    QString aside = index.data(AsideRole).toString();
    // Where both do not fit, the aside keeps its last word, which is the one that warns.
    const qsizetype dot = aside.lastIndexOf(QStringLiteral(" · "));
    if (dot >= 0 &&
        labelWidth(secondLine, smallFont) + gap + labelWidth(aside, smallFont) > second.width())
        aside = aside.mid(dot + 3);
    const double asideWidth =
        aside.isEmpty() ? 0 : qMin(labelWidth(aside, smallFont) + gap, second.width());
    painter->setPen(index.data(IsWarningRole).toBool() ? theme.warning() : theme.faintInk());
    if (!aside.isEmpty()) {
        const double from = second.right() - qMin(labelWidth(aside, smallFont), second.width());
        drawLine(*painter, aside, smallFont, {from, second.top(), second.width(), second.height()},
                 Qt::ElideLeft);
    }
    const double room = second.width() - asideWidth;
    painter->setPen(theme.faintInk());
    if (room > smallMetrics.averageCharWidth() * 3)
        drawLine(*painter, secondLine, smallFont,
                 {second.left(), second.top(), room, second.height()}, Qt::ElideRight);
    painter->restore();
}

}  // namespace dateline::ui
