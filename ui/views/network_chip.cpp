// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace dateline::ui {

NetworkChip::NetworkChip(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("networkChip"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    m_text->setWordWrap(false);
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setFixedWidth(90);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_progress->setAccessibleName(tr("Progress of the layout"));
    m_button->setAutoDefault(false);
    m_button->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 6, 5);
    row->setSpacing(10);
    row->addWidget(m_text);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &NetworkChip::dismissed);
    hide();
}

void NetworkChip::showProgress(const QString &text, double share)
{
    m_text->setText(text);
    m_progress->setRange(0, share < 0 ? 0 : 100);
    if (share >= 0)
        m_progress->setValue(qRound(share * 100));
    m_progress->show();
    m_button->setText(tr("Stop"));
    m_button->setAccessibleName(tr("Stop the layout"));
    settle();
}

void NetworkChip::showMessage(const QString &text, Button button)
{
    m_text->setText(text);
    m_progress->hide();
    switch (button) {
    case Button::Stop:
        m_button->setText(tr("Stop"));
        break;
    case Button::Cancel:
        m_button->setText(tr("Cancel"));
        break;
    case Button::Close:
        m_button->setText(tr("Close"));
        break;
    }
    m_button->setAccessibleName(m_button->text());
    settle();
}

QString NetworkChip::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NetworkChip::settle()
{
    show();
    adjustSize();
    raise();
    if (const QWidget *canvas = parentWidget()) {
        const int width = qMin(sizeHint().width(), canvas->width() - 20);
        resize(width, sizeHint().height());
        move(canvas->width() - width - 10, 10);
    }
}

}  // namespace dateline::ui
