// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/work_line.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

#include "ui/bridge/long_jobs.h"
#include "ui/views/eliding_label.h"

namespace dateline::ui {

namespace {

constexpr int kQuickMs = 500;  // what takes no longer is not shown
constexpr int kBriefMs = 400;  // what is shown is not gone at once
constexpr int kThousandths = 1'000;

}  // namespace

WorkLine::WorkLine(LongJobs &jobs, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_text(new ElidingLabel), m_bar(new QProgressBar),
      m_stop(new QToolButton)
{
    const int unit = fontMetrics().height();
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(unit * 8, qMax(4, unit / 4));
    m_bar->setAccessibleName(tr("Progress"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop; everything stays as it was"));
    m_stop->setAccessibleName(tr("Stop what is going on"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, unit / 2, 0);
    row->setSpacing(unit / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    hide();

    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, [this] { setShown(m_jobs.isBusy()); });
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_jobs.stop();
    });
    connect(&m_jobs, &LongJobs::started, this, &WorkLine::begin);
    connect(&m_jobs, &LongJobs::advanced, this, &WorkLine::showWork);
    connect(&m_jobs, &LongJobs::ended, this, &WorkLine::end);
}

// The room of the longest that is said, so that nothing moves while numbers change.
QSize WorkLine::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 90, QWidget::sizeHint().height()};
}

void WorkLine::begin()
{
    m_stop->setEnabled(true);
    showWork();
    if (isHidden())
        m_turn.start(kQuickMs);
}

void WorkLine::showWork()
{
    const QString text = m_jobs.text();
    m_text->setLine(text.isEmpty()
                        ? tr("%1…").arg(m_jobs.title())
                        : tr("%1: %2", "what is done, how far it is").arg(m_jobs.title(), text));
    const double share = m_jobs.share();
    m_bar->setRange(0, share < 0 ? 0 : kThousandths);
    if (share >= 0)
        m_bar->setValue(qRound(share * kThousandths));
}

void WorkLine::end()
{
    if (isHidden()) {
        m_turn.stop();
        return;
    }
    m_stop->setEnabled(false);
    if (!m_turn.isActive())
        setShown(false);
}

void WorkLine::setShown(bool isShown)
{
    if (isShown == !isHidden())
        return;
    setVisible(isShown);
    if (isShown)
        m_turn.start(kBriefMs);
    Q_EMIT shownChanged(isShown);
}

}  // namespace dateline::ui
