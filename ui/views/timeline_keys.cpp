// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of TimelineGestures.
#include <QKeyEvent>
#include <QScrollBar>

#include "ui/views/timeline_gestures.h"
#include "ui/views/timeline_view.h"

namespace dateline::ui {

namespace {

using Travel = TimelineCanvas::Travel;

constexpr double kKeyZoom = 1.5;
constexpr double kArrowShare = 0.1;  // of the plot's width
constexpr double kPageShare = 0.8;

}  // namespace

bool TimelineGestures::key(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape) {
        if (cancel())
            return true;
        if (!m_canvas.hasSelection())
            return false;
        m_canvas.clearSelection();
        return true;
    }
    if (event.key() == Qt::Key_L &&
        event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        Q_EMIT m_canvas.findRowRequested();
        return true;
    }
    return stepKey(event) || moveKey(event);
}

// From mark to mark, and what is done with one.
bool TimelineGestures::stepKey(const QKeyEvent &event)
{
    const std::optional<LaneEvent> current = m_canvas.current();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current)
            return false;
        Q_EMIT m_canvas.openRequested(m_canvas.snapshot().events->id(current->row));
        return true;
    case Qt::Key_F2:
        if (!current)
            return false;
        Q_EMIT m_canvas.editRequested(m_canvas.snapshot().events->id(current->row));
        return true;
    case Qt::Key_Delete:
        if (!m_canvas.hasSelection() || !m_canvas.isEditable())
            return false;
        Q_EMIT m_canvas.removeRequested();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        break;
    default:
        return false;
    }
    if (event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    if (!current) {
        // The first step goes to the first mark in view.
        const std::optional<LaneEvent> first = m_canvas.firstInView();
        if (!first)
            return false;
        m_canvas.pick(*first, TimelineCanvas::Pick::Only);
        return true;
    }
    const Step step = event.key() == Qt::Key_Left    ? Step::Earlier
                      : event.key() == Qt::Key_Right ? Step::Later
                      : event.key() == Qt::Key_Up    ? Step::LaneAbove
                                                     : Step::LaneBelow;
    const std::optional<LaneEvent> next =
        stepFrom(*current, step, m_canvas.lanes(), m_canvas.snapshot());
    if (!next)
        return true;  // the last one: nothing moves, and nothing else is meant
    m_canvas.pick(*next, event.modifiers().testFlag(Qt::ShiftModifier)
                             ? TimelineCanvas::Pick::Range
                             : TimelineCanvas::Pick::Only);
    m_canvas.reveal(*next);
    return true;
}

bool TimelineGestures::moveKey(const QKeyEvent &event)
{
    const double width = m_canvas.scale().width();
    const TimeSpan extent = m_canvas.limits().extent;
    const auto panTo = [&](double distance) {
        m_canvas.goTo(panned(m_canvas.scale(), distance, m_canvas.limits()), Travel::Glide);
    };
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas.zoomBy(kKeyZoom, m_canvas.centreX(), Travel::Glide);
        return true;
    case Qt::Key_Minus:
        m_canvas.zoomBy(1 / kKeyZoom, m_canvas.centreX(), Travel::Glide);
        return true;
    case Qt::Key_0:
        m_canvas.fitAll(Travel::Glide);
        return true;
    case Qt::Key_Left:
        panTo(width * kArrowShare);
        return true;
    case Qt::Key_Right:
        panTo(-width * kArrowShare);
        return true;
    case Qt::Key_Up:
        m_canvas.panBy(0, m_canvas.verticalScrollBar()->singleStep());
        return true;
    case Qt::Key_Down:
        m_canvas.panBy(0, -m_canvas.verticalScrollBar()->singleStep());
        return true;
    case Qt::Key_PageUp:
        panTo(width * kPageShare);
        return true;
    case Qt::Key_PageDown:
        panTo(-width * kPageShare);
        return true;
    case Qt::Key_Home:
        panTo(m_canvas.scale().left() + width * 0.05 - m_canvas.scale().toX(extent.begin()));
        return true;
    case Qt::Key_End:
        panTo(m_canvas.scale().right() - width * 0.15 - m_canvas.scale().toX(extent.end()));
        return true;
    default:
        return false;
    }
}

}  // namespace dateline::ui
