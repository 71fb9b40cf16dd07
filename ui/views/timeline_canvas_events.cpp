// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas' events: passed to the gestures, shown as tool tips and menus, told to assistive
// technology.
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>

#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_gestures.h"
#include "ui/views/timeline_texts.h"
#include "ui/views/timeline_view.h"
#include "ui/views/undated_tray.h"

namespace dateline::ui {

bool TimelineCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_gestures->leave();
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text =
            m_gestures->isIdle() ? toolTipAt(hit(QPointF(help->pos()))) : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString TimelineCanvas::toolTipAt(const TimelineHit &hit)
{
    constexpr std::size_t kMostListed = 12;
    if (hit.part == TimelinePart::LaneName && hit.lane < lanes().lanes.size()) {
        const Lane &lane = lanes().lanes[hit.lane];
        return QStringLiteral("<p style='white-space:pre-wrap'><b>%1</b><br>%2</p>")
            .arg(toQString(lanes().name(lane)).toHtmlEscaped(),
                 toQString(lanes().note(lane)).toHtmlEscaped());
    }
    const std::vector<EventRow> rows = eventsAt(hit);
    if (rows.empty())
        return {};
    if (rows.size() == 1 && hit.hasMark())
        return eventToolTip(snapshot(), rows.front());
    QString text = QStringLiteral("<p style='white-space:pre-wrap'><b>%1</b>");
    if (hit.hasColumn()) {
        const DensityColumn &column = m_scene.content.columns[hit.column];
        text =
            text.arg(tr("%1 events here, %2 ongoing")
                         .arg(locale().toString(column.count), locale().toString(column.ongoing))) +
            QStringLiteral("<br>") + boundsText(column.span, locale()).toHtmlEscaped();
    } else {
        const std::uint32_t count = m_scene.content.marks[hit.mark].count;
        text = text.arg(tr("%1 events").arg(locale().toString(count)));
    }
    for (std::size_t i = 0; i < std::min(rows.size(), kMostListed); ++i)
        text += QStringLiteral("<br>") + eventTitle(snapshot(), rows[i]).toHtmlEscaped();
    if (rows.size() > kMostListed)
        text += QStringLiteral("<br>…");
    return text + QStringLiteral("</p>");
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    m_gestures->press(*event);
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_gestures->move(*event);
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_gestures->release(*event);
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_gestures->doubleClick(*event);
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    m_gestures->wheel(*event);
    event->accept();
}

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!m_gestures->key(*event))
        event->ignore();
}

void TimelineCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    setCurrent(m_current);
}

void TimelineCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    setCurrent(m_current);
}

void TimelineCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    QPointF place = viewport()->mapFromGlobal(QPointF(event->globalPos()));
    QPoint globalPlace = event->globalPos();
    TimelineHit where = hit(place);
    if (event->reason() == QContextMenuEvent::Keyboard && m_current) {
        const std::vector<TimelineMark> &marks = scene().content.marks;
        for (std::uint32_t i = 0; i < marks.size(); ++i) {
            if (marks[i].row != m_current->row || marks[i].lane != m_current->lane)
                continue;
            place = QPointF(marks[i].box.centreX(), marks[i].box.centreY());
            globalPlace = viewport()->mapToGlobal(place.toPoint());
            where = hit(place);
        }
    }
    showMenu(where, place, globalPlace);
}

void TimelineCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (isEditable() && draggedEvent(event->mimeData()))
        event->acceptProposedAction();
}

void TimelineCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    const EventId id = draggedEvent(event->mimeData());
    const QPointF place = event->position();
    if (!id || !scene().plot.contains(place.x(), place.y())) {
        setGhost(std::nullopt);
        event->ignore();
        return;
    }
    const double size = m_frame.metrics.markHeight() + 4;
    const dateline::Box box{place.x() - size / 2, place.y() - size / 2, size, size};
    setGhost(TimelineEmphasis::Ghost{box, toUtf8(dateText(placeAt(place).when, locale()))});
    event->acceptProposedAction();
}

void TimelineCanvas::dragLeaveEvent(QDragLeaveEvent *)
{
    setGhost(std::nullopt);
}

void TimelineCanvas::dropEvent(QDropEvent *event)
{
    setGhost(std::nullopt);
    const EventId id = draggedEvent(event->mimeData());
    const EventRow row = id ? snapshot().events->rowOf(id) : EventRow();
    if (row.isNull())
        return;
    event->acceptProposedAction();
    Q_EMIT moveRequested(id, dateOf(snapshot(), row), placeAt(event->position()).when);
}

qint64 TimelineCanvas::keyOf(std::uint32_t lane, EventRow row) const
{
    return (static_cast<qint64>(lane) << 40) + snapshot().events->id(row).value;
}

std::vector<CanvasItem> TimelineCanvas::canvasItems() const
{
    // Assistive technology asks between frames, too: what it is told is what the next one shows.
    const_cast<TimelineCanvas *>(this)->buildIfNeeded();
    std::vector<CanvasItem> items;
    for (const TimelineMark &mark : m_scene.content.marks) {
        if (mark.box.centreY() < m_scene.plot.y || mark.box.centreY() > m_scene.plot.bottom())
            continue;
        CanvasItem item;
        item.key = keyOf(mark.lane, mark.row);
        item.name = mark.form == MarkForm::Cluster
                        ? tr("%1 events, the first: %2")
                              .arg(locale().toString(mark.count), eventName(snapshot(), mark.row))
                        : eventName(snapshot(), mark.row);
        item.description =
            tr("In the row %1").arg(toQString(lanes().name(lanes().lanes[mark.lane])));
        item.box = QRectF(mark.box.x, mark.box.y, mark.box.width, mark.box.height);
        item.isSelected =
            std::binary_search(m_emphasis.selected.begin(), m_emphasis.selected.end(), mark.row);
        item.isFocused =
            hasFocus() && m_current && m_current->row == mark.row && m_current->lane == mark.lane;
        items.push_back(std::move(item));
    }
    return items;
}

void TimelineCanvas::pressCanvasItem(qint64 key)
{
    for (const TimelineMark &mark : m_scene.content.marks) {
        if (keyOf(mark.lane, mark.row) != key)
            continue;
        setFocus(Qt::OtherFocusReason);
        pick({mark.lane, mark.row}, Pick::Only);
        return;
    }
}

}  // namespace dateline::ui
