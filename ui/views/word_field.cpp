// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/word_field.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

#include "ui/bridge/text.h"

namespace dateline::ui {

WordField::WordField(const QString &name, FieldLook look, QWidget *parent)
    : QComboBox(parent), m_look(look)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setName(name);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(16);
    if (look != FieldLook::Framed)
        setProperty("quiet", true);
    lineEdit()->installEventFilter(this);
    connect(lineEdit(), &QLineEdit::textEdited, this, &WordField::edited);
    connect(this, &QComboBox::editTextChanged, this, [this] { updateGeometry(); });
    connect(this, &QComboBox::activated, this, [this] {
        Q_EMIT edited();
        commit();
    });
}

void WordField::setHint(const QString &hint)
{
    lineEdit()->setPlaceholderText(hint);
    updateGeometry();
}

void WordField::setName(const QString &name)
{
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name);
}

QStringList WordField::words(const Vocabulary *inUse, std::span<const std::string_view> offered)
{
    QStringList words;
    if (inUse != nullptr) {
        for (const std::uint32_t number : inUse->byCount())
            words.append(toQString(inUse->word(number)));
    }
    for (const std::string_view word : offered) {
        const QString text = toQString(word);
        if (!words.contains(text))
            words.append(text);
    }
    return words;
}

void WordField::setChoices(const Vocabulary *inUse, std::span<const std::string_view> offered)
{
    setChoices(words(inUse, offered));
}

void WordField::setChoices(const QStringList &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    const QString text = currentText();
    const bool isModified = lineEdit()->isModified();
    const int cursor = lineEdit()->cursorPosition();
    clear();
    addItems(choices);
    setCurrentIndex(findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive));
    setEditText(text);
    lineEdit()->setModified(isModified);
    lineEdit()->setCursorPosition(cursor);
}

bool WordField::isBeingTyped() const
{
    return lineEdit()->hasFocus() && currentText() != m_value;
}

void WordField::setValue(const QString &value)
{
    const bool keeps = isBeingTyped();
    m_value = value;
    if (keeps || currentText() == value)
        return;
    setCurrentIndex(findText(value, Qt::MatchFixedString | Qt::MatchCaseSensitive));
    setEditText(value);
    lineEdit()->setCursorPosition(0);
}

// A quiet field is as wide as its word, so that words stand beside each other as in a sentence.
QSize WordField::sizeHint() const
{
    const QSize usual = QComboBox::sizeHint();
    if (m_look == FieldLook::Framed)
        return usual;
    const QString text = currentText().isEmpty() ? lineEdit()->placeholderText() : currentText();
    const int letter = fontMetrics().averageCharWidth();
    return {fontMetrics().horizontalAdvance(text) + letter * 5, usual.height()};
}

QSize WordField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 7, QComboBox::minimumSizeHint().height()};
}

void WordField::commit()
{
    if (currentText() == m_value)
        return;
    m_value = currentText();
    Q_EMIT committed();
}

bool WordField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != lineEdit())
        return QComboBox::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            commit();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (press->key() == Qt::Key_Escape && currentText() != m_value) {
            setEditText(m_value);
            lineEdit()->selectAll();
            Q_EMIT edited();
            return true;
        }
        const bool isChoosing = completer() != nullptr && completer()->popup()->isVisible() &&
                                completer()->popup()->currentIndex().isValid();
        if ((press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) && !isChoosing) {
            commit();
            return m_look != FieldLook::Framed;
        }
    }
    return QComboBox::eventFilter(watched, event);
}

void WordField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

ChoiceField::ChoiceField(const QString &name, FieldLook look, QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(AdjustToContents);
    if (look != FieldLook::Framed)
        setProperty("quiet", true);
    connect(this, &QComboBox::activated, this, [this] {
        Q_EMIT edited();
        Q_EMIT committed();
    });
}

void ChoiceField::setValue(const QVariant &value)
{
    setCurrentIndex(findData(value));
}

void ChoiceField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

}  // namespace dateline::ui
