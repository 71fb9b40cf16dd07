// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse, wheel and keys mean on the timeline. A gesture keeps its preview in the canvas'
// overlay and nothing else; only its end asks for something. Escape ends any gesture without a
// trace. Lives as long as its canvas. GUI thread.
//
//   drag on empty space   pan                     wheel             zoom about the pointer
//   drag a mark, an end   change the date         Shift+wheel       pan
//   Shift+drag, ruler     brush a span            double-click      fit the mark; a new event
//   click, Ctrl, Shift    pick, toggle, range     arrows            from mark to mark
#pragma once

#include <optional>

#include <QPointF>

#include "app/timeline/date_drag.h"
#include "app/timeline/timeline_hit.h"
#include "ui/views/timeline_canvas.h"

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace dateline::ui {

class TimelineGestures {
public:
    explicit TimelineGestures(TimelineCanvas &canvas) : m_canvas(canvas) {}

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void wheel(const QWheelEvent &event);
    bool key(const QKeyEvent &event);  // true where it meant something
    void leave();
    bool cancel();  // true where a gesture was under way
    bool isIdle() const { return m_gesture == Gesture::None; }

private:
    enum class Gesture {
        None,
        Pressed,  // not yet known whether click or drag
        Pan,
        Brush,
        DragMark,
        ResizeHeader,
    };
    void hover(const QPointF &place);
    void showCursor(const TimelineHit &hit);
    void beginDrag(const QPointF &place);
    void dragMark(const QPointF &place);
    void dropMark();
    TimeSpan brushed(double x) const;
    void finishBrush(double x);
    void click(const QMouseEvent &event);
    bool stepKey(const QKeyEvent &event);
    bool moveKey(const QKeyEvent &event);

    TimelineCanvas &m_canvas;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
    TimelineHit m_hit;  // under the press
    DragPart m_part = DragPart::Whole;
    EventRow m_row;      // what is dragged
    Box m_box;           // where it was
    Instant m_taken;     // the instant that it was taken at
    std::string m_date;  // what a release would make of its date
};

}  // namespace dateline::ui
