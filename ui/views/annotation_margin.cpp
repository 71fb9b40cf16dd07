// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/annotation_margin.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace dateline::ui {

namespace {

constexpr int kMostInLine = 3;

}  // namespace

AnnotationMargin::AnnotationMargin(SourceText &text) : QWidget(&text), m_text(text)
{
    setAccessibleName(tr("Notes in the margin"));
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
}

// Notes that begin in the same line stand beside each other, the first one outermost.
std::vector<AnnotationMargin::Mark> AnnotationMargin::marks() const
{
    const double size = qMax(4.0, m_text.fontMetrics().height() * 0.24);
    std::vector<Mark> marks;
    int line = -1;
    int inLine = 0;
    for (const SourceText::NotePlace &note : m_text.visibleNotes()) {
        inLine = note.rect.top() == line ? inLine + 1 : 0;
        line = note.rect.top();
        if (inLine >= kMostInLine)
            continue;
        const double right = width() - size * 0.7 - inLine * (size + 2);
        marks.push_back({note.id, note.colour,
                         QRectF(right - size, note.rect.center().y() - size / 2, size, size)});
    }
    return marks;
}

AnnotationId AnnotationMargin::markAt(QPointF point) const
{
    for (const Mark &mark : marks()) {
        if (mark.rect.adjusted(-2, -4, 2, 4).contains(point))
            return mark.id;
    }
    return {};
}

bool AnnotationMargin::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const AnnotationId id = markAt(help->pos());
        if (id)
            QToolTip::showText(help->globalPos(), m_text.tipOf({id}), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void AnnotationMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Mark &mark : marks()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.colour);
        painter.drawRoundedRect(mark.rect, 1.5, 1.5);
        if (m_text.isStrong(mark.id)) {
            painter.setPen(QPen(m_text.theme().accent(), 1.2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(mark.rect.adjusted(-2, -2, 2, 2), 2.5, 2.5);
        }
    }
}

void AnnotationMargin::mouseReleaseEvent(QMouseEvent *event)
{
    const AnnotationId id = markAt(event->position());
    if (id && event->button() == Qt::LeftButton)
        Q_EMIT m_text.markClicked(id, event->modifiers());
}

void AnnotationMargin::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_text.viewport(), event);
}

}  // namespace dateline::ui
