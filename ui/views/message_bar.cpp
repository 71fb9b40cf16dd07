// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/message_bar.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"

namespace dateline::ui {

namespace {

constexpr int kNoteMilliseconds = 6'000;

}  // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_text(new QLabel), m_copy(new QToolButton), m_timer(new QTimer(this))
{
    setAccessibleName(tr("Messages"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setText(tr("Copy details"));
    m_copy->setAccessibleName(tr("Copy details"));
    auto *close = new QToolButton;
    close->setText(tr("Close"));
    close->setAccessibleName(tr("Close the message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &MessageBar::closeMessage);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_standing.details); });
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &MessageBar::endNote);
    hide();
}

void MessageBar::showError(const Error &error)
{
    const QString details =
        QStringLiteral("%1 %2\n%3: %4")
            .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                 QString::number(static_cast<int>(error.code)), toQString(error.detail));
    stay({errorText(error), details, Tone::Error});
}

void MessageBar::showNote(const QString &sentence)
{
    present({sentence, {}, Tone::Plain});
    m_timer->start(kNoteMilliseconds);
}

void MessageBar::showNotice(const QString &sentence)
{
    stay({sentence, {}, Tone::Plain});
}

void MessageBar::clear()
{
    m_timer->stop();
    m_standing = {};
    hide();
}

void MessageBar::stay(const Message &message)
{
    m_standing = message;
    present(message);
}

void MessageBar::endNote()
{
    if (m_standing.sentence.isEmpty())
        hide();
    else
        present(m_standing);
}

// Closes what is seen: a note first, then what stood below it.
void MessageBar::closeMessage()
{
    if (!m_timer->isActive())
        m_standing = {};
    m_timer->stop();
    endNote();
}

void MessageBar::present(const Message &message)
{
    m_timer->stop();
    m_text->setText(message.sentence);
    m_text->setAccessibleName(message.sentence);
    m_copy->setVisible(!message.details.isEmpty());
    const Theme theme = Theme::fromPalette(palette(), font());
    const bool isError = message.tone == Tone::Error;
    const QColor ground = isError ? theme.warningGround() : theme.accentGround();
    const QColor edge = isError ? theme.warning() : theme.accent();
    setStyleSheet(QStringLiteral("dateline--ui--MessageBar { background: %1; border: none; "
                                 "border-left: 3px solid %2; }")
                      .arg(ground.name(), edge.name()));
    show();
}

}  // namespace dateline::ui
