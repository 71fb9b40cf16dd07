// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the text: the base widget moves caret and selection, this adds what can be
// done with words and with marks.
#include <cmath>

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>
#include <QVariantAnimation>

#include "ui/views/annotation_bar.h"
#include "ui/views/source_layout.h"
#include "ui/views/source_text.h"

namespace dateline::ui {

namespace {

constexpr double kZoomStep = 1.1;

}  // namespace

// The base takes the room between two lines for the end of the upper one. Here it belongs to the
// line above, as the underlines do.
QPointF SourceText::snapped(QPointF point) const
{
    const QPointF offset = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(offset);
        if (point.y() >= box.bottom())
            continue;
        const int lines = block.layout()->lineCount();
        const int number = qBound(
            0, static_cast<int>(std::floor((point.y() - box.top()) / m_layout->slotHeight())),
            lines - 1);
        if (number < 0)
            return point;
        const QTextLine line = block.layout()->lineAt(number);
        const double middle = box.top() + line.y() + line.height() / 2;
        return box.top() <= point.y() ? QPointF(point.x(), middle) : point;
    }
    return point;
}

QMouseEvent SourceText::snapped(const QMouseEvent &event) const
{
    return QMouseEvent(event.type(), snapped(event.position()), event.scenePosition(),
                       event.globalPosition(), event.button(), event.buttons(), event.modifiers(),
                       event.pointingDevice());
}

int SourceText::characterAt(QPoint point) const
{
    const QPointF place = snapped(point);
    const QPointF offset = contentOffset();
    const QTextBlock block = cursorForPosition(place.toPoint()).block();
    const QRectF box = blockBoundingGeometry(block).translated(offset);
    const QTextLayout *layout = block.layout();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const double top = box.top() + i * m_layout->slotHeight();
        if (place.y() < top || place.y() >= top + m_layout->slotHeight())
            continue;
        const QRectF letters = line.naturalTextRect();
        const double x = place.x() - box.left();
        if (x < letters.left() || x > letters.right())
            return -1;
        return block.position() + line.xToCursor(x, QTextLine::CursorOnCharacter);
    }
    return -1;
}

bool SourceText::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int place = characterAt(help->pos());
        QString tip = place < 0 ? QString() : tipOf(m_marks.at(place));
        if (const int suggestion = place < 0 ? -1 : suggestionAt(place);
            suggestion >= 0 && m_suggestionTip)
            tip = m_suggestionTip(suggestion);
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

void SourceText::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QMouseEvent there = snapped(*event);
    QPlainTextEdit::mousePressEvent(&there);
}

void SourceText::mouseMoveEvent(QMouseEvent *event)
{
    QMouseEvent there = snapped(*event);
    QPlainTextEdit::mouseMoveEvent(&there);
}

void SourceText::mouseDoubleClickEvent(QMouseEvent *event)
{
    QMouseEvent there = snapped(*event);
    QPlainTextEdit::mouseDoubleClickEvent(&there);
}

void SourceText::mouseReleaseEvent(QMouseEvent *event)
{
    QMouseEvent there = snapped(*event);
    QPlainTextEdit::mouseReleaseEvent(&there);
    if (event->button() != Qt::LeftButton)
        return;
    Q_EMIT selectionSettled();
    const QPoint point = event->position().toPoint();
    if (textCursor().hasSelection() ||
        (point - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        return;
    const int place = characterAt(point);
    const std::vector<AnnotationId> ids =
        place < 0 ? std::vector<AnnotationId>() : m_marks.at(place);
    if (ids.empty()) {
        m_lastClicked = {};
        if (const int suggestion = place < 0 ? -1 : suggestionAt(place); suggestion >= 0) {
            selectRange(m_suggestions[static_cast<std::size_t>(suggestion)].range);
            Q_EMIT selectionSettled();
        }
        return;
    }
    // The shortest first; clicking again goes on to the longer ones below it.
    std::size_t next = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i] == m_lastClicked)
            next = (i + 1) % ids.size();
    }
    m_lastClicked = ids[next];
    Q_EMIT markClicked(m_lastClicked, event->modifiers());
}

void SourceText::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(m_zoom * std::pow(kZoomStep, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    m_scrolling->stop();
    QPlainTextEdit::wheelEvent(event);
}

bool SourceText::takesKey(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::NoModifier) {
        switch (event.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
        case Qt::Key_F3:
        case Qt::Key_Delete:
        case Qt::Key_Space:
        case Qt::Key_Period:
        case Qt::Key_Comma:
            return true;
        case Qt::Key_Escape:
            return textCursor().hasSelection();
        default:
            return event.key() == Qt::Key_E ||
                   (textCursor().hasSelection() && isAnnotatingKey(event.key()));
        }
    }
    if (modifiers == Qt::ControlModifier) {
        return event.matches(QKeySequence::Find) || event.key() == Qt::Key_Plus ||
               event.key() == Qt::Key_Minus || event.key() == Qt::Key_Equal ||
               event.key() == Qt::Key_0;
    }
    return modifiers == Qt::AltModifier &&
           (event.key() == Qt::Key_Down || event.key() == Qt::Key_Up);
}

bool SourceText::runKey(const QKeyEvent &event)
{
    if (!takesKey(event))
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        Q_EMIT editRequested();
        return true;
    case Qt::Key_Delete:
        Q_EMIT removeRequested();
        return true;
    case Qt::Key_Space:
        if (const std::vector<AnnotationId> ids = m_marks.at(caret()); !ids.empty())
            Q_EMIT markClicked(ids.front(), event.modifiers());
        return true;
    case Qt::Key_Period:
    case Qt::Key_Comma:
        Q_EMIT stepSuggestionRequested(event.key() == Qt::Key_Period ? 1 : -1);
        return true;
    case Qt::Key_Escape:
        placeCaret(selectedRange().end);
        return true;
    case Qt::Key_F3:
        Q_EMIT findRequested(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * kZoomStep);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom / kZoomStep);
        return true;
    case Qt::Key_0:
        setZoom(1.0);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        Q_EMIT stepRequested(event.key() == Qt::Key_Down ? 1 : -1);
        return true;
    default:
        break;
    }
    if (event.matches(QKeySequence::Find))
        Q_EMIT findRequested(0);
    else
        Q_EMIT annotateRequested(QChar(static_cast<char16_t>(event.key())));
    return true;
}

void SourceText::keyPressEvent(QKeyEvent *event)
{
    if (runKey(*event)) {
        event->accept();
        return;
    }
    m_scrolling->stop();
    QPlainTextEdit::keyPressEvent(event);
}

void SourceText::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const int place =
        isByMouse ? characterAt(viewport()->mapFromGlobal(event->globalPos())) : caret();
    const bool hasWords = textCursor().hasSelection();
    const bool hasMark = place >= 0 && !m_marks.at(place).empty();
    if (isByMouse && hasMark && !hasWords)
        placeCaret(place);

    QMenu menu(this);
    for (const AnnotatingKey &key : annotatingKeys()) {
        QAction *action = menu.addAction(key.sentence);
        action->setShortcut(QKeySequence(key.letter.unicode()));
        action->setShortcutVisibleInContextMenu(true);
        action->setEnabled(hasWords);
        connect(action, &QAction::triggered, this,
                [this, letter = key.letter] { Q_EMIT annotateRequested(letter); });
    }
    menu.addSeparator();
    QAction *edit = menu.addAction(tr("Edit the note…"), this, [this] { Q_EMIT editRequested(); });
    QAction *remove =
        menu.addAction(tr("Delete the annotation…"), this, [this] { Q_EMIT removeRequested(); });
    edit->setEnabled(hasMark);
    remove->setEnabled(hasMark);
    menu.addSeparator();
    menu.addAction(tr("Copy"), QKeySequence::Copy, this, &QPlainTextEdit::copy)
        ->setEnabled(hasWords);
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &QPlainTextEdit::selectAll);
    menu.addAction(tr("Find…"), QKeySequence::Find, this, [this] { Q_EMIT findRequested(0); });
    menu.exec(event->globalPos());
}

}  // namespace dateline::ui
