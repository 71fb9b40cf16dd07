// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_gestures.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/views/timeline_texts.h"
#include "ui/views/timeline_view.h"

namespace dateline::ui {

namespace {

constexpr double kWheelFactor = 1.25;  // for one notch
constexpr double kWheelNotch = 120;

TimelineCanvas::Pick pickFor(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier))
        return TimelineCanvas::Pick::Toggle;
    return modifiers.testFlag(Qt::ShiftModifier) ? TimelineCanvas::Pick::Range
                                                 : TimelineCanvas::Pick::Only;
}

}  // namespace

void TimelineGestures::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_pressed = m_last = event.position();
    m_hit = m_canvas.hit(m_pressed);
    if (m_hit.part == TimelinePart::HeaderEdge && !m_hit.hasMark()) {
        m_gesture = Gesture::ResizeHeader;
        return;
    }
    // Shift+click on a mark picks a range; Shift+drag from anywhere else brushes.
    const bool wantsBrush = m_hit.part == TimelinePart::Ruler ||
                            (m_hit.part == TimelinePart::Plot &&
                             event.modifiers().testFlag(Qt::ShiftModifier) && !m_hit.hasMark());
    m_gesture = wantsBrush ? Gesture::Brush : Gesture::Pressed;
}

void TimelineGestures::move(const QMouseEvent &event)
{
    const QPointF place = event.position();
    switch (m_gesture) {
    case Gesture::None:
        hover(place);
        break;
    case Gesture::Pressed:
        if ((place - m_pressed).manhattanLength() >= QApplication::startDragDistance())
            beginDrag(place);
        break;
    case Gesture::Pan:
        m_canvas.panBy(place.x() - m_last.x(), place.y() - m_last.y());
        break;
    case Gesture::Brush:
        if (std::abs(place.x() - m_pressed.x()) >= 3)
            m_canvas.setBrush(brushed(place.x()));
        break;
    case Gesture::DragMark:
        dragMark(place);
        break;
    case Gesture::ResizeHeader:
        m_canvas.setHeaderWidth(place.x());
        break;
    }
    m_last = place;
}

void TimelineGestures::beginDrag(const QPointF &place)
{
    const bool isMark = m_hit.hasMark() && m_hit.markPart != MarkPart::Label;
    const std::vector<EventRow> rows = isMark ? m_canvas.eventsAt(m_hit) : std::vector<EventRow>();
    if (rows.size() != 1 || !m_canvas.isEditable()) {
        m_gesture = Gesture::Pan;
        m_canvas.viewport()->setCursor(Qt::ClosedHandCursor);
        m_canvas.panBy(place.x() - m_pressed.x(), place.y() - m_pressed.y());
        return;
    }
    m_gesture = Gesture::DragMark;
    m_canvas.expectEdit();
    m_row = rows.front();
    m_box = m_canvas.scene().content.marks[m_hit.mark].box;
    m_part = m_hit.markPart == MarkPart::Begin ? DragPart::Begin
             : m_hit.markPart == MarkPart::End ? DragPart::End
                                               : DragPart::Whole;
    m_taken = m_canvas.scale().toInstant(m_pressed.x());
    dragMark(place);
}

void TimelineGestures::dragMark(const QPointF &place)
{
    const When when = m_canvas.snapshot().events->when(m_row);
    m_date = draggedDate(when, m_part, m_taken, m_canvas.scale().toInstant(place.x()),
                         m_canvas.precision());
    const double dx = place.x() - m_pressed.x();
    Box box = m_box;
    if (m_part != DragPart::End)
        box.x += dx;
    if (m_part == DragPart::Begin)
        box.width -= dx;
    else if (m_part == DragPart::End)
        box.width += dx;
    if (box.width < 0)
        box = {box.x + box.width, box.y, -box.width, box.height};
    const Edtf date = Edtf::parse(m_date).value_or(Edtf());
    const QString words =
        m_date.empty() ? TimelineView::tr("This end is open") : dateText(date, m_canvas.locale());
    m_canvas.setGhost(TimelineEmphasis::Ghost{box, toUtf8(words)});
}

void TimelineGestures::dropMark()
{
    m_canvas.setGhost(std::nullopt);
    const Edtf before = dateOf(m_canvas.snapshot(), m_row);
    const Result<Edtf> after = Edtf::parse(m_date);
    if (!m_date.empty() && after && !(*after == before))
        Q_EMIT m_canvas.moveRequested(m_canvas.snapshot().events->id(m_row), before, *after);
}

TimeSpan TimelineGestures::brushed(double x) const
{
    const TimeScale &scale = m_canvas.scale();
    const auto inPlot = [&](double place) {
        return scale.toInstant(std::clamp(place, scale.left(), scale.right()));
    };
    return TimeSpan::between(inPlot(m_pressed.x()), inPlot(x));
}

void TimelineGestures::finishBrush(double x)
{
    const bool hasLength = std::abs(x - m_pressed.x()) >= 3;
    m_canvas.setBrush(std::nullopt);
    if (hasLength)
        Q_EMIT m_canvas.rangeBrushed(brushed(x));
}

void TimelineGestures::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const Gesture gesture = std::exchange(m_gesture, Gesture::None);
    switch (gesture) {
    case Gesture::Pressed:
        click(event);
        break;
    case Gesture::Brush:
        finishBrush(event.position().x());
        break;
    case Gesture::DragMark:
        dropMark();
        break;
    case Gesture::None:
    case Gesture::Pan:
    case Gesture::ResizeHeader:
        break;
    }
    hover(event.position());
}

void TimelineGestures::click(const QMouseEvent &event)
{
    const TimelineCanvas::Pick how = pickFor(event.modifiers());
    if (m_hit.part == TimelinePart::LaneName) {
        m_canvas.pickLane(m_hit.lane, how);
        return;
    }
    const std::vector<EventRow> rows = m_canvas.eventsAt(m_hit);
    if (rows.size() == 1)
        m_canvas.pick({m_hit.lane, rows.front()}, how);
    else if (rows.size() > 1)
        m_canvas.chooseAmong(m_hit, event.globalPosition().toPoint());
    else if (m_hit.part == TimelinePart::Plot && how == TimelineCanvas::Pick::Only)
        m_canvas.clearSelection();
}

void TimelineGestures::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_gesture = Gesture::None;
    const QPointF place = event.position();
    const TimelineHit hit = m_canvas.hit(place);
    const std::vector<EventRow> rows = m_canvas.eventsAt(hit);
    if (!rows.empty()) {
        const EventColumns &events = *m_canvas.snapshot().events;
        Instant begin = events.when(rows.front()).bounds.earliestBegin;
        Instant end = events.when(rows.front()).bounds.latestEnd;
        for (const EventRow row : rows) {
            begin = std::min(begin, events.when(row).bounds.earliestBegin);
            end = std::max(end, events.when(row).bounds.latestEnd);
        }
        const TimeSpan whole = hit.hasColumn() ? m_canvas.scene().content.columns[hit.column].span
                                               : TimeSpan::between(begin, end);
        m_canvas.fit(whole, TimelineCanvas::Travel::Glide);
    } else if (hit.part == TimelinePart::Ruler) {
        m_canvas.zoomBy(2, place.x(), TimelineCanvas::Travel::Glide);
    } else if (hit.part == TimelinePart::Plot && m_canvas.isEditable()) {
        Q_EMIT m_canvas.createRequested(m_canvas.placeAt(place));
    }
}

void TimelineGestures::wheel(const QWheelEvent &event)
{
    // A touchpad gives pixels, a wheel gives notches; the horizontal axis always pans.
    const QPointF pixels = event.pixelDelta();
    const QPointF angle = event.angleDelta();
    const bool wantsPan =
        event.modifiers().testFlag(Qt::ShiftModifier) || std::abs(angle.x()) > std::abs(angle.y());
    const QPointF place = event.position();
    if (wantsPan) {
        const double along = angle.x() != 0 ? angle.x() : angle.y();
        const double dx = !pixels.isNull() ? (pixels.x() != 0 ? pixels.x() : pixels.y())
                                           : along / kWheelNotch * 80;
        m_canvas.panBy(dx, 0);
        return;
    }
    if (angle.y() == 0)
        return;
    // Over the lane names there is no time to zoom about: the lanes scroll.
    const TimelineHit hit = m_canvas.hit(place);
    if (hit.part == TimelinePart::LaneName || event.modifiers().testFlag(Qt::AltModifier)) {
        m_canvas.panBy(0, !pixels.isNull() ? pixels.y() : angle.y() / kWheelNotch * 48);
        return;
    }
    const bool isSmooth = !pixels.isNull();
    const double factor = std::pow(kWheelFactor, angle.y() / kWheelNotch);
    m_canvas.zoomBy(factor, std::max(place.x(), m_canvas.scale().left()),
                    isSmooth ? TimelineCanvas::Travel::Jump : TimelineCanvas::Travel::Glide);
}

void TimelineGestures::hover(const QPointF &place)
{
    const TimelineHit hit = m_canvas.hit(place);
    m_canvas.setHovered(hit);
    const bool isOverTime = hit.part == TimelinePart::Plot || hit.part == TimelinePart::Ruler;
    m_canvas.setCursor(isOverTime ? std::optional(place.x()) : std::nullopt);
    showCursor(hit);
}

void TimelineGestures::showCursor(const TimelineHit &hit)
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    const bool isEnd = hit.markPart == MarkPart::Begin || hit.markPart == MarkPart::End;
    if (hit.hasMark() || hit.hasColumn())
        shape = isEnd && m_canvas.isEditable() ? Qt::SizeHorCursor : Qt::PointingHandCursor;
    else if (hit.part == TimelinePart::HeaderEdge)
        shape = Qt::SplitHCursor;
    else if (hit.part == TimelinePart::Ruler)
        shape = Qt::IBeamCursor;
    if (m_canvas.viewport()->cursor().shape() != shape)
        m_canvas.viewport()->setCursor(shape);
}

void TimelineGestures::leave()
{
    if (!isIdle())
        return;
    m_canvas.setHovered({});
    m_canvas.setCursor(std::nullopt);
}

bool TimelineGestures::cancel()
{
    if (isIdle())
        return false;
    m_gesture = Gesture::None;
    m_canvas.setGhost(std::nullopt);
    m_canvas.setBrush(std::nullopt);
    m_canvas.viewport()->unsetCursor();
    return true;
}

}  // namespace dateline::ui
