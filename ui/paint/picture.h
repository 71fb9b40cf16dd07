// SPDX-License-Identifier: GPL-3.0-or-later
// A picture before it has a format: a title, something that paints itself into a rectangle, and the
// lines that stand below it. Painters replay scenes, so the same picture serves the preview, PNG,
// SVG, PDF, the clipboard and the printer.
#pragma once

#include <functional>

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

enum class PictureSubject {
    Timeline,
    Graph,
    GraphThroughTime,  // several dates side by side
    GraphMatrix,       // actors by actors
    EventsPerPeriod,
    ActivityPerActor,
    Quantities
};

enum class TextAs { Live, Outlines };

struct Picture {
    QString title;
    QStringList caption;  // filter, cut-off date, numbered sources: one paragraph each
    std::function<void(QPainter &painter, const QRectF &area, const Theme &theme)> paint;
};

struct PictureOptions {
    QSizeF size{1600, 1000};     // in pixels of the result; SVG and PDF count 96 to the inch
    int dpi = 96;                // text and lines grow with it; PNG only
    bool isTransparent = false;  // PNG and SVG
    bool isDark = false;
    bool hasTitle = true;
    bool hasCaption = true;
    TextAs text = TextAs::Live;  // SVG and PDF
    QFont font;                  // the desktop's
};

}  // namespace dateline::ui
