// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/text_field.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>

namespace dateline::ui {

namespace {

constexpr double kHeadingScale = 1.35;
constexpr double kMostLines = 12;

bool isReturn(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

// A menu, a completion or another window in front is no decision.
bool isLeaving(const QFocusEvent *event)
{
    return event->reason() != Qt::PopupFocusReason &&
           event->reason() != Qt::ActiveWindowFocusReason;
}

}  // namespace

TextField::TextField(const QString &name, FieldLook look, QWidget *parent)
    : QLineEdit(parent), m_look(look)
{
    setAccessibleName(name);
    if (look != FieldLook::Framed)
        setProperty("quiet", true);
    if (look == FieldLook::Heading)
        setHeadingFont();
    connect(this, &QLineEdit::textEdited, this, &TextField::edited);
}

void TextField::setHeadingFont()
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * kHeadingScale);
    font.setWeight(QFont::DemiBold);
    setFont(font);
}

void TextField::setValue(const QString &value)
{
    const bool keeps = isBeingTyped();
    m_value = value;
    if (keeps || text() == value)
        return;
    setText(value);
    setCursorPosition(0);
}

void TextField::commit(By)
{
    if (text() == m_value)
        return;
    m_value = text();
    Q_EMIT committed();
}

bool TextField::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange && m_look == FieldLook::Heading)
        setHeadingFont();
    // What was decided on is the file's history to undo, not the field's.
    if (event->type() == QEvent::ShortcutOverride && !isBeingTyped()) {
        const auto *keys = static_cast<QKeyEvent *>(event);
        if (keys->matches(QKeySequence::Undo) || keys->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void TextField::keyPressEvent(QKeyEvent *event)
{
    const bool isChoosing = completer() != nullptr && completer()->popup()->isVisible() &&
                            completer()->popup()->currentIndex().isValid();
    if (isReturn(event) && isChoosing) {
        event->ignore();  // the completer takes it
        return;
    }
    if (isReturn(event)) {
        commit(By::Return);
        if (m_look != FieldLook::Framed)
            return;
    } else if (event->key() == Qt::Key_Escape && text() != m_value) {
        setText(m_value);
        selectAll();
        Q_EMIT edited();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TextField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (!isLeaving(event))
        return;
    commit(By::Leaving);
    setCursorPosition(0);
}

// A quiet field that is too narrow for its text says so.
void TextField::paintEvent(QPaintEvent *event)
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const int margin = 2;
    if (m_look == FieldLook::Framed || hasFocus() ||
        fontMetrics().horizontalAdvance(text()) <= room.width() - 2 * margin) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room.adjusted(margin, 0, -margin, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width() - 2 * margin));
}

QStringList TagField::tags() const
{
    QStringList tags;
    for (const QString &part : text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

void TagField::setTags(const QStringList &tags)
{
    setValue(tags.join(QStringLiteral(", ")));
}

NotesField::NotesField(const QString &name, FieldLook look, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    if (look != FieldLook::Framed)
        setProperty("quiet", true);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    document()->setDocumentMargin(1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        if (hasFocus())
            Q_EMIT edited();
    });
}

void NotesField::setValue(const QString &value)
{
    const bool keeps = isBeingTyped();
    m_value = value;
    if (!keeps && toPlainText() != value)
        setPlainText(value);
}

QSize NotesField::sizeHint() const
{
    const double lines = qBound(1.0, document()->size().height(), kMostLines);
    const int height =
        qRound(lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin());
    const QMargins around = contentsMargins();
    const int frame = this->height() > 0 ? this->height() - viewport()->height() : 0;
    return {fontMetrics().averageCharWidth() * 20,
            height + qMax(frame, around.top() + around.bottom() + 2)};
}

void NotesField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void NotesField::commit()
{
    if (toPlainText() == m_value)
        return;
    m_value = toPlainText();
    Q_EMIT committed();
}

void NotesField::keyPressEvent(QKeyEvent *event)
{
    if (isReturn(event) && (event->modifiers() & Qt::ControlModifier) != 0) {
        commit();
        return;
    }
    if (event->key() == Qt::Key_Escape && toPlainText() != m_value) {
        setPlainText(m_value);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void NotesField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (isLeaving(event))
        commit();
}

}  // namespace dateline::ui
