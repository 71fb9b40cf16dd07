// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/action_link.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/paint/theme.h"

namespace dateline::ui {

ActionLink::ActionLink(QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void ActionLink::setAction(const QString &text, const QString &spoken)
{
    setText(text);
    setShortcut({});
    setAccessibleName(spoken);
    updateGeometry();
    update();
}

QSize ActionLink::sizeHint() const
{
    const QFontMetrics metrics(Theme::fromPalette(palette(), font()).smallFont());
    return {metrics.horizontalAdvance(text()) + 4, metrics.height() + 2};
}

void ActionLink::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(palette(), font());
    QPainter painter(this);
    QFont small = theme.smallFont();
    small.setUnderline(isEnabled() && (underMouse() || hasFocus()));
    painter.setFont(small);
    painter.setPen(isEnabled() ? theme.categoryText(0) : theme.faintInk());
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
}

void ActionLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}  // namespace dateline::ui
