// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/label.h"

#include <QPainter>
#include <QPainterPath>

namespace dateline::ui {

namespace {

thread_local TextAs currentText = TextAs::Live;

}  // namespace

LabelMode::LabelMode(TextAs text) : m_before(currentText)
{
    currentText = text;
}

LabelMode::~LabelMode()
{
    currentText = m_before;
}

void drawLabel(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font)
{
    if (currentText == TextAs::Live) {
        painter.setFont(font);
        painter.drawText(baseline, text);
        return;
    }
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.fillPath(path, painter.pen().color());
}

}  // namespace dateline::ui
