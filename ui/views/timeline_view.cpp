// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_view.h"

#include <QEvent>
#include <QMetaMethod>
#include <QVBoxLayout>

#include "app/model/civil_date.h"
#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/paint/timeline_words.h"
#include "ui/views/actor_strip.h"
#include "ui/views/coverage_strip.h"
#include "ui/views/overview_strip.h"
#include "ui/views/timeline_canvas.h"
#include "ui/views/timeline_legend_strip.h"
#include "ui/views/undated_tray.h"

namespace dateline::ui {

namespace {

constexpr double kButtonZoom = 1.5;
// Events and participations from which rows are made off the GUI thread.
constexpr std::size_t kManyRows = 50'000;

FilteredOutEvents othersIn(const ViewFilter &filter)
{
    switch (filter.filteredOut()) {
    case ViewFilter::FilteredOut::Dimmed:
        return FilteredOutEvents::Dimmed;
    case ViewFilter::FilteredOut::Shown:
        return FilteredOutEvents::Shown;
    case ViewFilter::FilteredOut::Hidden:
        break;
    }
    return FilteredOutEvents::Hidden;
}

}  // namespace

TimelineView::TimelineView(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_tray(new UndatedTray(context, this)),
      m_canvas(new TimelineCanvas(context, this)),
      m_actorStrip(new ActorStrip(context, m_canvas, this)),
      m_coverage(new CoverageStrip(context, m_canvas, this)), m_overview(new OverviewStrip(this)),
      m_legend(new TimelineLegendStrip(this)), m_maker(std::make_shared<TimelineContentMaker>())
{
    setAccessibleName(tr("Timeline"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tray);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_actorStrip);
    column->addWidget(m_coverage);
    column->addWidget(m_overview);
    column->addWidget(m_legend);
    m_legend->hide();
    setFocusProxy(m_canvas);

    connect(&context.hub, &SessionHub::opened, this, &TimelineView::showFile);
    connect(&context.hub, &SessionHub::snapshotChanged, this, &TimelineView::showContent);
    connect(&context.filter, &ViewFilter::changed, this, &TimelineView::showContent);
    connect(&context.filter, &ViewFilter::asOfChanged, this, &TimelineView::showContent);
    connect(&context.filter, &ViewFilter::appearanceChanged, this, &TimelineView::showContent);
    connect(&context.selection, &Selection::changed, this, &TimelineView::showSelection);
    connect(&context.whatIf, &WhatIf::changed, m_canvas, &TimelineCanvas::showDoubt);

    connect(m_canvas, &TimelineCanvas::moveRequested, this, &TimelineView::moveRequested);
    connect(m_canvas, &TimelineCanvas::createRequested, this, &TimelineView::createRequested);
    connect(m_canvas, &TimelineCanvas::openRequested, this, &TimelineView::openRequested);
    connect(m_canvas, &TimelineCanvas::editRequested, this, &TimelineView::editRequested);
    connect(m_canvas, &TimelineCanvas::removeRequested, this, &TimelineView::removeRequested);
    connect(m_canvas, &TimelineCanvas::copyPictureRequested, this,
            &TimelineView::copyPictureRequested);
    connect(m_canvas, &TimelineCanvas::exportPictureRequested, this,
            &TimelineView::exportPictureRequested);
    connect(m_canvas, &TimelineCanvas::rangeBrushed, this, &TimelineView::filterTo);
    connect(m_canvas, &TimelineCanvas::groupToggled, this, &TimelineView::toggleGroup);
    connect(m_canvas, &TimelineCanvas::rowsMenuAsked, this, &TimelineView::fillRowsMenu);
    connect(m_canvas, &TimelineCanvas::findRowRequested, this, &TimelineView::findRow);
    connect(m_canvas, &TimelineCanvas::scaleChanged, this, [this] {
        m_overview->setWindow(m_canvas->visibleSpan());
        m_coverage->follow();
        m_actorStrip->follow();
        Q_EMIT visibleSpanChanged(m_canvas->visibleSpan());
        showStatus();
    });

    connect(m_overview, &OverviewStrip::windowRequested, this, &TimelineView::showSpan);
    connect(m_overview, &OverviewStrip::panRequested, this,
            [this](double share) { m_canvas->panBy(-share * m_canvas->scale().width(), 0); });
    connect(m_overview, &OverviewStrip::zoomRequested, this, [this](double factor) {
        m_canvas->zoomBy(factor, m_canvas->centreX(), TimelineCanvas::Travel::Glide);
    });
    showContent();
}

TimelineView::~TimelineView()
{
    m_job.cancel();
}

void TimelineView::showFile()
{
    // The content comes with the next snapshotChanged; then everything is shown.
    m_isNewFile = true;
    m_rows.pinned.clear();
    m_rows.closed.clear();
}

void TimelineView::showContent()
{
    const SnapshotPointer snapshot = m_context.hub.snapshot();
    const quint64 revision = m_context.filter.revision();
    if (snapshot == m_seenSnapshot && revision == m_seenRevision && m_rows == m_seenRows)
        return;
    m_seenSnapshot = snapshot;
    m_seenRevision = revision;
    m_seenRows = m_rows;
    TimelineContentWish wish;
    wish.snapshot = snapshot;
    wish.passing = m_context.filter.sharedShown();
    wish.others = othersIn(m_context.filter);
    wish.lanes = m_rows;
    wish.lanes.grouping = m_context.filter.grouping();
    wish.lanes.asOf = m_context.filter.asOf();
    const quint64 run = ++m_run;
    const bool isLarge = snapshot->events->size() + snapshot->participations->size() > kManyRows;
    if (!isLarge && !m_isMaking) {
        takeContent(m_maker->make(wish, laneWords(locale())));
        return;
    }
    // Until it is there, the rows are those before; of another file there are none yet.
    m_isMaking = true;
    if (m_isNewFile) {
        m_canvas->setContent(snapshot, wish.passing, std::make_shared<const Lanes>(),
                             std::make_shared<const EventCounts>());
        m_canvas->setHint(tr("The rows of %1 events are being made…")
                              .arg(locale().toString(snapshot->events->size())));
    } else if (wish.others != FilteredOutEvents::Shown) {
        // Another worker counts them meanwhile.
        m_overview->setContent(snapshot, wish.passing);
    }
    m_job.start([this, run, maker = m_maker, wish = std::move(wish),
                 words = laneWords(locale())](std::stop_token stop) {
        if (stop.stop_requested())
            return;
        post(this, [this, run, content = maker->make(wish, words)] {
            if (run == m_run)
                takeContent(content);
        });
    });
}

bool TimelineView::isUpToDate() const
{
    return !m_isMaking && (m_overview->isUpToDate() || !m_overview->isVisible());
}

void TimelineView::takeContent(const TimelineContent &content)
{
    m_isMaking = false;
    const std::optional<TimeSpan> range = m_context.filter.filter().range;
    m_canvas->setHint(QString());
    m_canvas->setColouring(m_context.filter.colouring());
    m_canvas->setAsOf(m_context.filter.asOf());
    m_canvas->setFilterRange(range);
    m_canvas->setContent(content.snapshot, content.shown, content.lanes, content.counts);
    m_overview->setContent(content.snapshot, content.shown);
    m_coverage->setContent(content.snapshot, content.shown);
    m_legend->setContent(content.snapshot, content.shown, m_context.filter.colouring());
    m_actorStrip->refresh();
    m_overview->setFilterRange(range);
    m_tray->setContent(*content.snapshot, *content.shown);
    if (m_isNewFile) {
        m_canvas->fitAll(TimelineCanvas::Travel::Jump);
        m_isNewFile = false;
    }
    m_overview->setWindow(m_canvas->visibleSpan());
    showStatus();
}

void TimelineView::setActorStripShown(bool isShown)
{
    m_actorStrip->setOn(isShown);
}

void TimelineView::setLegendShown(bool isShown)
{
    m_legend->setVisible(isShown);
}

bool TimelineView::isLegendShown() const
{
    return !m_legend->isHidden();
}

void TimelineView::showSelection()
{
    // The strip takes its room from the lanes, of which one is then brought into view.
    m_actorStrip->showSelection();
    layout()->activate();
    m_canvas->showSelection();
    m_tray->showSelection();
}

void TimelineView::filterTo(TimeSpan span)
{
    // The range is what its text says, no more exact than the zoom was.
    const std::string text = edtfFor(span, m_canvas->precision());
    const Result<Edtf> date = Edtf::parse(text);
    if (date && date->isDated())
        m_context.filter.setRange(date->when().bounds.whole(), toQString(text));
    else  // hours and minutes, of which EDTF makes no intervals
        m_context.filter.setRange(
            span, toQString(isoDate(span.begin()).append("/").append(isoDate(span.end()))));
}

void TimelineView::zoomIn()
{
    m_canvas->zoomBy(kButtonZoom, m_canvas->centreX(), TimelineCanvas::Travel::Glide);
}

void TimelineView::zoomOut()
{
    m_canvas->zoomBy(1 / kButtonZoom, m_canvas->centreX(), TimelineCanvas::Travel::Glide);
}

void TimelineView::fitAll()
{
    m_canvas->fitAll(TimelineCanvas::Travel::Glide);
}

void TimelineView::fitSelection()
{
    const Snapshot &snapshot = *m_context.hub.snapshot();
    std::optional<TimeSpan> whole;
    for (const EventId id : m_context.selection.events(snapshot)) {
        const EventRow row = snapshot.events->rowOf(id);
        if (row.isNull() || row.value >= snapshot.events->datedSize())
            continue;
        const TimeSpan span = snapshot.events->when(row).bounds.whole();
        whole = whole ? TimeSpan::between(std::min(whole->begin(), span.begin()),
                                          std::max(whole->end(), span.end()))
                      : span;
    }
    if (whole)
        m_canvas->fit(*whole, TimelineCanvas::Travel::Glide);
}

void TimelineView::showSpan(TimeSpan span)
{
    const TimeScale &scale = m_canvas->scale();
    m_canvas->goTo(
        clamped(TimeScale::showing(span, scale.left(), scale.width()), m_canvas->limits()),
        TimelineCanvas::Travel::Jump);
}

TimeSpan TimelineView::visibleSpan() const
{
    return m_canvas->visibleSpan();
}

QString TimelineView::statusText() const
{
    const TimelineCounts counts = m_canvas->counts();
    const QString counted = countedText(counts, locale());
    const QString beyond = beyondText(counts, locale());
    return beyond.isEmpty() ? counted : counted + QStringLiteral(" · ") + beyond;
}

void TimelineView::showStatus()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&TimelineView::statusChanged)))
        Q_EMIT statusChanged(statusText());
}

}  // namespace dateline::ui
