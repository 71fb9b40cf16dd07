// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what is painted on a canvas known to assistive technology: the canvas is a list, and each
// thing on it an entry with a name, a place, a selected state and a press action. A widget
// implements AccessibleCanvas and calls installCanvasAccessibility() once, in its constructor.
// Entries are asked for only while somebody listens, so a canvas costs nothing otherwise. GUI
// thread.
#pragma once

#include <vector>

#include <QRectF>
#include <QString>

class QWidget;

namespace dateline::ui {

struct CanvasItem {
    qint64 key = 0;       // stays the same for the same thing as long as it is seen
    QString name;         // "Mutual defence treaty signed, June 2024, confirmed, 2 sources"
    QString description;  // where it stands, what a press does; may be empty
    QRectF box;           // in the coordinates of the canvas
    bool isSelected = false;
    bool isFocused = false;
};

// What a canvas tells. Implemented by the widget class itself.
class AccessibleCanvas {
public:
    virtual ~AccessibleCanvas() = default;

    // What is seen now, in reading order.
    virtual std::vector<CanvasItem> canvasItems() const = 0;
    // The widget in whose coordinates the boxes are: the viewport of a scroll area.
    virtual const QWidget *canvasSurface() const = 0;
    virtual void pressCanvasItem(qint64 key) = 0;
    // Another number whenever the items may be others; a canvas that does not count says so by
    // noteCanvasChanged alone.
    virtual quint64 canvasRevision() const { return 0; }
};

void installCanvasAccessibility();

// Tell that other things are seen now, or that the focus went to one of them. No cost while nobody
// listens.
void noteCanvasChanged(QWidget *canvas);
void noteCanvasFocus(QWidget *canvas, qint64 key);

}  // namespace dateline::ui
