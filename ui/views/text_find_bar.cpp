// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/text_find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace dateline::ui {

namespace {

constexpr int kMostWords = 80;  // characters of a selection that are taken over

}  // namespace

TextFindBar::TextFindBar(SourceText &text, QWidget *parent)
    : QWidget(parent), m_text(text), m_words(new QLineEdit), m_count(new QLabel)
{
    m_words->setPlaceholderText(tr("Find in this text"));
    m_words->setAccessibleName(tr("Find in this text"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_count->setProperty("faint", true);
    const auto button = [this](const QString &sign, const QString &name, auto run) {
        auto *made = new QToolButton;
        made->setText(sign);
        made->setAccessibleName(name);
        made->setToolTip(name);
        connect(made, &QToolButton::clicked, this, run);
        return made;
    };
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_words, 1);
    row->addWidget(m_count);
    row->addWidget(button(QStringLiteral("‹"), tr("Previous match"), [this] { step(-1); }));
    row->addWidget(button(QStringLiteral("›"), tr("Next match"), [this] { step(1); }));
    row->addWidget(button(QStringLiteral("×"), tr("Close the search"), [this] { close(); }));
    connect(m_words, &QLineEdit::textChanged, this, &TextFindBar::find);
    hide();
}

void TextFindBar::open()
{
    const TextRange range = m_text.selectedRange();
    if (!range.isEmpty() && range.end - range.begin <= kMostWords)
        m_words->setText(m_text.text().mid(range.begin, range.end - range.begin).simplified());
    show();
    m_words->setFocus();
    m_words->selectAll();
    find();
}

void TextFindBar::close()
{
    hide();
    m_text.setFound({});
    m_text.setFocus();
}

void TextFindBar::textChanged()
{
    if (isVisible())
        find();
}

void TextFindBar::find()
{
    m_found.clear();
    m_current = -1;
    const QString words = m_words->text();
    if (!words.isEmpty()) {
        const QString &text = m_text.text();
        qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive);
        while (at >= 0) {
            const int begin = static_cast<int>(at);
            m_found.push_back({begin, begin + static_cast<int>(words.size())});
            at = text.indexOf(words, at + words.size(), Qt::CaseInsensitive);
        }
    }
    m_text.setFound(m_found);
    // From where the reader is, not from the top.
    const int from = m_text.selectedRange().begin;
    for (std::size_t i = 0; i < m_found.size() && m_current < 0; ++i) {
        if (m_found[i].begin >= from)
            m_current = static_cast<int>(i);
    }
    if (m_current < 0 && !m_found.empty())
        m_current = 0;
    if (m_current >= 0)
        m_text.reveal(m_found[static_cast<std::size_t>(m_current)]);
    showCount();
}

void TextFindBar::step(int direction)
{
    if (!isVisible()) {
        open();
        return;
    }
    if (m_found.empty())
        return;
    const int count = static_cast<int>(m_found.size());
    m_current = (m_current + direction + count) % count;
    const TextRange range = m_found[static_cast<std::size_t>(m_current)];
    m_text.selectRange(range);
    m_text.reveal(range);
    showCount();
}

void TextFindBar::showCount()
{
    const QLocale locale;
    if (m_words->text().isEmpty())
        m_count->clear();
    else if (m_found.empty())
        m_count->setText(tr("not found"));
    else
        m_count->setText(
            tr("%1 of %2")
                .arg(locale.toString(m_current + 1), locale.toString(qulonglong(m_found.size()))));
    m_words->setAccessibleDescription(m_count->text());
}

bool TextFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const auto &press = *static_cast<QKeyEvent *>(event);
        switch (press.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F3:
            step(press.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace dateline::ui
