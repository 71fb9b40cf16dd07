// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas moving about in time, finding what is where, and picking it.
#include <algorithm>

#include <QScrollBar>
#include <QStyle>

#include "ui/bridge/text.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_texts.h"
#include "ui/views/timeline_view.h"

namespace dateline::ui {

void TimelineCanvas::goTo(const TimeScale &scale, Travel travel)
{
    m_isFitted = false;
    m_glide.stop();
    const bool mayGlide = travel == Travel::Glide && m_motion == Travel::Glide && isVisible() &&
                          style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    if (!mayGlide) {
        setScale(scale);
        return;
    }
    m_glideFrom = m_frame.scale;
    m_glideTo = scale;
    m_glide.start();
}

void TimelineCanvas::zoomBy(double factor, double x, Travel travel)
{
    // Steps that come while one is under way add up.
    const TimeScale base =
        m_glide.state() == QAbstractAnimation::Running ? m_glideTo : m_frame.scale;
    goTo(zoomed(base, x, factor, m_limits), travel);
}

void TimelineCanvas::panBy(double dx, double dy)
{
    if (dx != 0)
        goTo(panned(m_frame.scale, dx, m_limits), Travel::Jump);
    if (dy != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(dy));
}

TimeScale TimelineCanvas::wholeScale() const
{
    const SnapshotPointer &content = m_builder->content();
    return wholeOf(m_frame.scale, content ? spanToShow(*content->events) : TimeSpan(), m_limits);
}

void TimelineCanvas::fitAll(Travel travel)
{
    goTo(wholeScale(), travel);
    m_isFitted = true;
}

void TimelineCanvas::fit(TimeSpan span, Travel travel)
{
    constexpr double kMargin = 0.18;
    TimeSpan shown = span;
    // An end that is open is no place to go to.
    if (shown.begin().isDistant() && shown.end().isDistant())
        shown = m_limits.extent;
    else if (shown.begin().isDistant())
        shown = TimeSpan::between(std::min(m_limits.extent.begin(), shown.end()), shown.end());
    else if (shown.end().isDistant())
        shown = TimeSpan::between(shown.begin(), std::max(m_limits.extent.end(), shown.begin()));
    goTo(fitted(m_frame.scale, shown, kMargin, m_limits), travel);
}

void TimelineCanvas::reveal(const LaneEvent &event)
{
    const TimeSpan whole = snapshot().events->when(event.row).bounds.whole();
    const TimeScale base =
        m_glide.state() == QAbstractAnimation::Running ? m_glideTo : m_frame.scale;
    const TimeScale there = revealing(base, whole, m_limits);
    if (!(there == base))
        goTo(there, Travel::Glide);
    updateScrollBar();
    scrollToLane(event.lane);
}

void TimelineCanvas::scrollToLane(std::uint32_t lane)
{
    const std::vector<LanePlace> &places = m_builder->layout().places();
    if (lane >= places.size())
        return;
    const LanePlace &place = places[lane];
    QScrollBar *bar = verticalScrollBar();
    const std::size_t fixed = m_builder->fixedLanes(m_frame);
    if (lane < fixed)
        return;  // is there already
    const double top = place.y - places[fixed].y;
    if (top < bar->value())
        bar->setValue(static_cast<int>(std::floor(top)));
    else if (place.y + place.height > bar->value() + bar->pageStep())
        bar->setValue(static_cast<int>(std::ceil(place.y + place.height)) - bar->pageStep());
}

void TimelineCanvas::showLane(std::uint32_t lane)
{
    updateScrollBar();
    scrollToLane(lane);
    if (lane < lanes().lanes.size() && !lanes().lanes[lane].isGroup())
        pickLane(lane, Pick::Only);
}

double TimelineCanvas::centreX() const
{
    return m_frame.scale.left() + m_frame.scale.width() / 2;
}

void TimelineCanvas::setHeaderWidth(double width)
{
    m_headerWidth = width;
    placeFrame();
    invalidate();
}

TimelineHit TimelineCanvas::hit(const QPointF &place)
{
    return hitAt(scene(), place.x(), place.y());
}

std::vector<EventRow> TimelineCanvas::eventsAt(const TimelineHit &hit)
{
    return eventsOf(hit, scene(), lanes(), snapshot());
}

NewEventPlace TimelineCanvas::placeAt(const QPointF &place)
{
    NewEventPlace result;
    const Instant at = m_frame.scale.toInstant(place.x());
    result.when = Edtf::parse(edtfFor(TimeSpan::between(at, at), precision())).value_or(Edtf());
    const TimelineHit where = hit(place);
    if (where.lane >= lanes().lanes.size())
        return result;
    const Lane &lane = lanes().lanes[where.lane];
    result.actor = lanes().item(lane).actor();
    result.source = lanes().item(lane).source();
    if (lanes().grouping == Grouping::Kind)
        result.kind = toQString(lanes().word(lane));
    if (lanes().grouping == Grouping::Place)
        result.place = toQString(lanes().word(lane));
    return result;
}

void TimelineCanvas::setHovered(const TimelineHit &hit)
{
    const EventRow row = hit.hasMark() ? m_scene.content.marks[hit.mark].row : EventRow();
    const std::uint32_t lane = hit.hasMark() ? hit.lane : UINT32_MAX;
    if (row == m_emphasis.hovered && lane == m_emphasis.hoveredLane)
        return;
    m_emphasis.hovered = row;
    m_emphasis.hoveredLane = lane;
    invalidateOverlay();
}

void TimelineCanvas::setCursor(std::optional<double> x)
{
    if (x == m_emphasis.cursorX)
        return;
    m_emphasis.cursorX = x;
    invalidateOverlay();
}

void TimelineCanvas::setBrush(std::optional<TimeSpan> span)
{
    m_emphasis.brush = span;
    invalidateOverlay();
}

void TimelineCanvas::setGhost(std::optional<TimelineEmphasis::Ghost> ghost)
{
    m_emphasis.ghost = std::move(ghost);
    invalidateOverlay();
}

void TimelineCanvas::pick(const LaneEvent &event, Pick how)
{
    const EventColumns &events = *snapshot().events;
    m_isPicking = true;
    const std::optional<LaneEvent> before = m_current;
    setCurrent(event);
    switch (how) {
    case Pick::Only:
        m_context.selection.select(events.id(event.row));
        break;
    case Pick::Toggle:
        m_context.selection.toggle(events.id(event.row));
        break;
    case Pick::Range: {
        const EventRow from = before ? before->row : event.row;
        std::vector<ItemRef> items;
        for (const std::uint32_t row : lanes().rowsOf(lanes().lanes[event.lane])) {
            if (row >= std::min(from, event.row).value && row <= std::max(from, event.row).value)
                items.push_back(events.id({row}));
        }
        if (event.row < from)
            std::reverse(items.begin(), items.end());
        m_context.selection.setItems(items);
        break;
    }
    }
    m_isPicking = false;
}

void TimelineCanvas::pickLane(std::uint32_t lane, Pick how)
{
    if (lane >= lanes().lanes.size())
        return;
    if (lanes().lanes[lane].isGroup()) {
        Q_EMIT groupToggled(lane);
        return;
    }
    const ItemRef item = lanes().item(lanes().lanes[lane]);
    m_isPicking = true;
    if (!item.isNull() && how == Pick::Toggle)
        m_context.selection.toggle(item);
    else if (!item.isNull())
        m_context.selection.select(item);
    m_isPicking = false;
}

std::optional<LaneEvent> TimelineCanvas::firstInView()
{
    for (const TimelineMark &mark : scene().content.marks) {
        if (mark.box.y >= m_scene.plot.y)
            return LaneEvent{mark.lane, mark.row};
    }
    return std::nullopt;
}

void TimelineCanvas::expectEdit()
{
    m_context.hub.expectEdit();
}

bool TimelineCanvas::isEditable() const
{
    return m_context.hub.isOpen() && !m_context.hub.isReadOnly();
}

}  // namespace dateline::ui
