// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/charts_panel.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/base/background_work.h"
#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/views/in_sight.h"

namespace dateline::ui {

namespace {

constexpr std::uint32_t kManyEvents = 50'000;  // from which a worker counts them

}  // namespace

ChartsPanel::ChartsPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_periods(new Chart), m_actors(new Chart), m_quantities(new QVBoxLayout), m_note(new QLabel)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_tabs->setAccessibleName(tr("Charts"));
    m_tabs->addTab(tr("Events per period"));
    m_tabs->addTab(tr("Activity per actor"));
    m_tabs->addTab(tr("Quantities"));
    m_tabs->setDrawBase(false);
    auto *quantities = new QWidget;
    quantities->setLayout(m_quantities);
    quantities->setBackgroundRole(QPalette::Base);
    quantities->setAutoFillBackground(true);
    m_pages->addWidget(m_periods);
    m_pages->addWidget(m_actors);
    // Each kind of quantity has a chart of its own: with many of them the pane must not grow.
    auto *scroller = new QScrollArea;
    scroller->setAccessibleName(tr("Quantities"));
    scroller->setWidgetResizable(true);
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setWidget(quantities);
    m_pages->addWidget(scroller);
    m_periods->setAccessibleName(tr("Events per period by kind"));
    m_actors->setAccessibleName(tr("Events per actor"));
    m_note->setProperty("faint", true);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 0, 12, 6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(m_note);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_isStale = true;
        fill();
    });
    connect(m_periods, &Chart::barClicked, this, &ChartsPanel::filterByPeriod);
    connect(m_actors, &Chart::barClicked, this,
            [this](int, int category) { filterByActor(category); });
    connect(&m_context.filter, &ViewFilter::changed, this, &ChartsPanel::invalidate);
    connect(&m_context.hub, &SessionHub::snapshotChanged, this, &ChartsPanel::invalidate);
}

ChartsPanel::~ChartsPanel()
{
    m_job.cancel();
}

PictureSubject ChartsPanel::subject() const
{
    switch (m_tabs->currentIndex()) {
    case 1:
        return PictureSubject::ActivityPerActor;
    case 2:
        return PictureSubject::Quantities;
    default:
        return PictureSubject::EventsPerPeriod;
    }
}

void ChartsPanel::invalidate()
{
    m_isStale = true;
    showInSight();
}

void ChartsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showInSight();
}

void ChartsPanel::showInSight()
{
    if (isInSight(*this))
        fill();
}

void ChartsPanel::fill()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    const RowSet &shown = m_context.filter.shown();
    const QLocale locale;
    const QString counted =
        tr("%1 of %2 events").arg(locale.toString(shown.count()), locale.toString(shown.size()));
    switch (m_tabs->currentIndex()) {
    case 0:
        fillWith(periodChart,
                 [this, counted](PeriodChart chart) { takePeriods(std::move(chart), counted); });
        break;
    case 1:
        fillWith(actorChart,
                 [this, counted](ActorChart chart) { takeActors(std::move(chart), counted); });
        break;
    default:
        fillWith(quantityCharts,
                 [this](const std::vector<QuantityChart> &charts) { takeQuantities(charts); });
    }
}

template <typename Make, typename Take>
void ChartsPanel::fillWith(Make make, Take take)
{
    const SnapshotPointer snapshot = m_context.hub.snapshot();
    const quint64 run = ++m_run;
    if (snapshot->events->size() < kManyEvents) {
        take(make(*snapshot, m_context.filter.shown()));
        return;
    }
    auto shown = m_context.filter.sharedShown();
    m_job.start([this, run, make, take, snapshot, shown](const std::stop_token &) {
        yieldToOthers();
        post(this, [this, run, take, made = make(*snapshot, *shown)] {
            if (run == m_run)
                take(made);
        });
    });
}

void ChartsPanel::takePeriods(PeriodChart chart, const QString &counted)
{
    m_periodSpans = std::move(chart.periods);
    m_periodTexts = std::move(chart.periodTexts);
    m_kinds = std::move(chart.kinds);
    m_periods->setContent(std::move(chart.content));
    m_note->setText(tr("%1. “Wider” counts dates that no single period holds. Click a bar to "
                       "filter by its kind and period.")
                        .arg(counted));
}

void ChartsPanel::takeActors(ActorChart chart, const QString &counted)
{
    m_actorIds = std::move(chart.actors);
    m_note->setText(chart.left > 0
                        ? tr("%1. %n less active actors are not drawn. Click a bar to filter by "
                             "its actor.",
                             nullptr, chart.left)
                              .arg(counted)
                        : tr("%1. Click a bar to filter by its actor.").arg(counted));
    m_actors->setContent(std::move(chart.content));
}

void ChartsPanel::takeQuantities(const std::vector<QuantityChart> &charts)
{
    while (QLayoutItem *item = m_quantities->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QuantityChart &chart : charts) {
        auto *heading = new QLabel(chart.sums.join(QStringLiteral("   ")));
        heading->setProperty("heading", true);
        m_quantities->addWidget(heading);
        heading->setContentsMargins(12, 4, 12, 0);
        auto *widget = new Chart;
        widget->setAccessibleName(chart.sums.join(QStringLiteral(", ")));
        widget->setMinimumHeight(fontMetrics().height() * 11);
        widget->setContent(chart.content);
        m_quantities->addWidget(widget, 1);
    }
    m_note->setText(
        charts.empty()
            ? tr("No event that is shown has a quantity. Add one in Details.")
            : tr("Bands go from the lowest to the highest number; additional numbers add "
                 "up, from the latest day that each date allows."));
}

void ChartsPanel::filterByPeriod(int series, int category)
{
    const auto place = static_cast<std::size_t>(category);
    if (place >= m_periodSpans.size() || static_cast<std::size_t>(series) >= m_kinds.size())
        return;
    Filter filter = m_context.filter.filter();
    filter.kinds = m_kinds[static_cast<std::size_t>(series)];
    if (!m_periodSpans[place].isEmpty()) {
        filter.range = m_periodSpans[place];
        filter.rangeText = m_periodTexts[place];
    }
    m_context.filter.setFilter(std::move(filter));
}

void ChartsPanel::filterByActor(int category)
{
    if (static_cast<std::size_t>(category) >= m_actorIds.size())
        return;
    Filter filter = m_context.filter.filter();
    filter.actors = {m_actorIds[static_cast<std::size_t>(category)]};
    m_context.filter.setFilter(std::move(filter));
}

}  // namespace dateline::ui
