// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/link_button.h"

#include <QKeyEvent>
#include <QPainter>

namespace dateline::ui {

namespace {

constexpr int kPadding = 1;

}  // namespace

LinkButton::LinkButton(const ViewContext &context, QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this,
            [this, &selection = context.selection] { selection.select(m_item); });
}

void LinkButton::setLink(const QString &text, ItemRef item)
{
    m_item = item;
    if (text == this->text())
        return;
    // An ampersand in a name is no mark of a shortcut, so the text is painted as it stands.
    setText(text);
    setShortcut({});
    setAccessibleName(text);
    setToolTip(text);
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() + 2 * kPadding};
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = this->font();
    font.setUnderline(isEnabled() && (underMouse() || hasFocus()));
    painter.setFont(font);
    painter.setPen(palette().color(hasFocus() ? QPalette::Link : QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}  // namespace dateline::ui
