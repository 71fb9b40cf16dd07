// SPDX-License-Identifier: GPL-3.0-or-later
// Text on any painter, live or as outlines. Painters of this layer draw every text by drawLabel, so
// that one switch around a whole picture decides which; the switch is per thread.
#pragma once

#include <QFont>
#include <QPointF>
#include <QString>

#include "ui/paint/picture.h"

class QPainter;

namespace dateline::ui {

// While it lives, labels drawn on this thread are live text or outlines.
class LabelMode {
public:
    explicit LabelMode(TextAs text);
    ~LabelMode();
    LabelMode(const LabelMode &) = delete;
    LabelMode &operator=(const LabelMode &) = delete;

private:
    TextAs m_before;
};

// At a base line, in the painter's pen colour.
void drawLabel(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font);

// How wide it is drawn; as cheap as drawing it again.
double labelWidth(const QString &text, const QFont &font);

}  // namespace dateline::ui
