// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include "ui/bridge/long_jobs.h"
#include "ui/window/work_line.h"

namespace dateline::ui {

StatusBar::StatusBar(const ViewContext &context, QWidget *parent)
    : QStatusBar(parent), m_context(context), m_counts(new QLabel), m_filter(new QLabel),
      m_chips(new QHBoxLayout), m_state(new QLabel)
{
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    auto *left = new QWidget;
    auto *row = new QHBoxLayout(left);
    const int gap = fontMetrics().height();
    row->setContentsMargins(gap / 2, 0, 0, 0);
    row->setSpacing(gap);
    m_chips->setSpacing(gap / 3);
    row->addWidget(m_counts);
    row->addWidget(m_filter);
    row->addLayout(m_chips);
    row->addStretch();
    addWidget(left, 1);
    m_state->setContentsMargins(0, 0, gap / 2, 0);
    auto *work = new WorkLine(m_context.hub.jobs());
    addPermanentWidget(work);
    addPermanentWidget(m_state);
    // One says that all is saved, the other that something is going on: not both at once.
    connect(work, &WorkLine::shownChanged, this,
            [this](bool isShown) { m_state->setVisible(!isShown); });

    connect(&m_context.filter, &ViewFilter::changed, this, [this] {
        showCounts();
        showFilter();
    });
    connect(&m_context.filter, &ViewFilter::lookingChanged, this, &StatusBar::showFilter);
    connect(&m_context.hub, &SessionHub::opened, this, &StatusBar::showState);
    connect(&m_context.hub, &SessionHub::lentChanged, this, &StatusBar::showState);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, &StatusBar::showCounts);
    showCounts();
    showFilter();
    showState();
}

void StatusBar::showCounts()
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    const QLocale locale;
    QString text;
    if (m_context.hub.isOpen()) {
        text = tr("%1 of %2 events     %3 actors     %4 sources")
                   .arg(locale.toString(m_context.filter.shown().count()),
                        locale.toString(snapshot.events->size()),
                        locale.toString(static_cast<qulonglong>(snapshot.actors->size())),
                        locale.toString(static_cast<qulonglong>(snapshot.sources->size())));
    }
    m_counts->setText(text);
    m_counts->setAccessibleName(text);
}

void StatusBar::showFilter()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();  // a chip may be the sender: it goes later, but is not seen again
        item->widget()->deleteLater();
        delete item;
    }
    const std::vector<ViewFilter::Chip> chips = m_context.filter.chips();
    const QString words = m_context.filter.lookingFor();
    m_filter->setText(!m_context.hub.isOpen()            ? QString()
                      : chips.empty() && words.isEmpty() ? tr("Filter: none")
                                                         : tr("Filter:"));
    m_filter->setAccessibleName(tr("Filter: %1").arg(m_context.filter.sentence()));
    for (const ViewFilter::Chip &chip : chips) {
        auto *button = new QToolButton;
        button->setText(tr("%1  ×").arg(chip.text));
        button->setToolTip(tr("Take this part off the filter"));
        button->setAccessibleName(tr("Take off: %1").arg(chip.text));
        connect(button, &QToolButton::clicked, this,
                [this, part = chip.part] { m_context.filter.clearPart(part); });
        m_chips->addWidget(button);
    }
    if (words.isEmpty())
        return;
    auto *looking = new QToolButton;
    looking->setText(tr("Looking for “%1”…  ×").arg(words));
    looking->setToolTip(tr("Do not filter by these words"));
    looking->setAccessibleName(tr("Stop looking for %1").arg(words));
    connect(looking, &QToolButton::clicked, this,
            [this] { m_context.filter.setFilter(m_context.filter.filter()); });
    m_chips->addWidget(looking);
}

void StatusBar::showState()
{
    QString text;
    if (m_context.hub.isOpen())
        text = m_context.hub.isReadOnly() ? tr("Read-only     Times as written, UTC")
                                          : tr("All changes saved     Times as written, UTC");
    m_state->setText(text);
    m_state->setToolTip(m_context.hub.readOnlyText());
}

}  // namespace dateline::ui
