// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_canvas.h"

#include <algorithm>

#include <QAccessible>
#include <QDateTime>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include "app/model/civil_date.h"
#include "ui/bridge/text.h"
#include "ui/paint/timeline_painter.h"
#include "ui/paint/timeline_words.h"
#include "ui/views/timeline_gestures.h"
#include "ui/views/timeline_texts.h"
#include "ui/views/timeline_view.h"

namespace dateline::ui {

namespace {

constexpr double kNarrowestHeader = 72;
constexpr int kGlideMilliseconds = 150;

Instant now()
{
    return {QDateTime::currentSecsSinceEpoch()};
}

}  // namespace

TimelineCanvas::TimelineCanvas(const ViewContext &context, QWidget *parent)
    : QAbstractScrollArea(parent), m_context(context),
      m_theme(Theme::fromPalette(palette(), font())), m_fonts(m_theme), m_measure(m_fonts)
{
    installCanvasAccessibility();
    setAccessibleName(tr("Timeline canvas"));
    setAccessibleDescription(
        tr("Events along time. Arrows go from mark to mark, plus and minus zoom."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAcceptDrops(true);
    m_gestures = std::make_unique<TimelineGestures>(*this);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setDuration(kGlideMilliseconds);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        setScale(between(m_glideFrom, m_glideTo, value.toDouble()));
    });
    m_shown = std::make_shared<RowSet>();
    takeTheme();
}

TimelineCanvas::~TimelineCanvas() = default;

void TimelineCanvas::takeTheme()
{
    m_theme = Theme::fromPalette(palette(), font());
    m_fonts = LabelFonts(m_theme);
    m_measure = CachedTextMeasure(m_fonts);
    TimelineWords words = timelineWords(locale());
    m_axisWords = words.axis;
    // The pane's title has the numbers.
    words.counted = nullptr;
    words.beyond = nullptr;
    auto builder = std::make_unique<TimelineSceneBuilder>(m_measure, std::move(words));
    if (m_builder)
        builder->setContent(m_builder->content(), m_shown, m_builder->sharedLanes(),
                            m_builder->sharedCounts());
    m_builder = std::move(builder);
    m_frame.metrics = m_fonts.timelineMetrics();
    verticalScrollBar()->setSingleStep(static_cast<int>(m_frame.metrics.labelHeight * 2));
    placeFrame();
    invalidate();
}

void TimelineCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LocaleChange:
        takeTheme();
        break;
    default:
        break;
    }
}

void TimelineCanvas::setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown,
                                std::shared_ptr<const Lanes> lanes,
                                std::shared_ptr<const EventCounts> counts)
{
    m_limits = NavigationLimits::around(snapshot->events->extent());
    m_shown = shown;
    m_builder->setContent(std::move(snapshot), std::move(shown), std::move(lanes),
                          std::move(counts));
    m_emphasis.hovered = {};
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (m_isFitted)
        fitAll(Travel::Jump);
    // Rows and lanes are others now; the current event stays the same one.
    m_current.reset();
    m_isPicking = true;
    showSelection();
    m_isPicking = false;
    invalidate();
}

void TimelineCanvas::setColouring(Colouring colouring)
{
    m_frame.colouring = colouring;
    invalidate();
}

void TimelineCanvas::setRowHeight(RowHeight height)
{
    // The row at the top stays there.
    const std::size_t first = m_builder->layout().laneAt(m_frame.scrollY);
    m_frame.rowHeight = height;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    invalidate();
    updateScrollBar();
    const std::vector<LanePlace> &places = m_builder->layout().places();
    if (first < places.size())
        verticalScrollBar()->setValue(static_cast<int>(places[first].y));
}

void TimelineCanvas::setAsOf(std::optional<Instant> asOf)
{
    m_frame.asOf = asOf;
    invalidate();
}

void TimelineCanvas::setFilterRange(std::optional<TimeSpan> range)
{
    m_emphasis.range = range;
    invalidateOverlay();
}

void TimelineCanvas::showSelection()
{
    const Snapshot &rows = snapshot();
    m_emphasis.selected.clear();
    for (const EventId id : m_context.selection.events(rows)) {
        const EventRow row = rows.events->rowOf(id);
        if (row)
            m_emphasis.selected.push_back(row);
    }
    std::sort(m_emphasis.selected.begin(), m_emphasis.selected.end());
    m_emphasis.doubted = m_context.whatIf.fallenEvents();
    takeWhiskers();
    m_emphasis.selectedLanes.clear();
    for (const ItemRef item : m_context.selection.items()) {
        const std::uint32_t lane = lanes().laneOf(item);
        if (lane != Lanes::kNone && lanes().lanes[lane].form == LaneForm::Item)
            m_emphasis.selectedLanes.push_back(lane);
    }
    const EventId last = m_context.selection.current().event();
    EventRow row = last ? rows.events->rowOf(last) : EventRow();
    if (row.isNull() && !m_emphasis.selected.empty())
        row = m_emphasis.selected.front();
    if (row.isNull()) {
        setCurrent(std::nullopt);
    } else if (!m_current || m_current->row != row) {
        const std::uint32_t from = m_current ? m_current->lane : 0;
        setCurrent(findInLanes(row, from, lanes()));
        if (m_current && !m_isPicking)
            reveal(*m_current);
    }
    invalidateOverlay();
    noteCanvasChanged(this);
}

void TimelineCanvas::showDoubt()
{
    m_emphasis.doubted = m_context.whatIf.fallenEvents();
    invalidateOverlay();
    noteCanvasChanged(this);
}

void TimelineCanvas::setCurrent(std::optional<LaneEvent> current)
{
    m_current = current;
    m_emphasis.current = current && hasFocus() ? current->row : EventRow();
    m_emphasis.currentLane = current ? current->lane : UINT32_MAX;
    invalidateOverlay();
    if (current && hasFocus())
        noteCanvasFocus(this, keyOf(current->lane, current->row));
}

void TimelineCanvas::invalidate()
{
    m_isSceneStale = true;
    m_isOverlayStale = true;
    ++m_revision;
    viewport()->update();
}

void TimelineCanvas::invalidateOverlay()
{
    m_isOverlayStale = true;
    ++m_revision;
    viewport()->update();
}

void TimelineCanvas::setScale(const TimeScale &scale)
{
    if (scale == m_frame.scale)
        return;
    m_frame.scale = scale;
    invalidate();
    Q_EMIT scaleChanged();
}

void TimelineCanvas::placeFrame()
{
    m_frame.width = viewport()->width();
    m_frame.height = std::max(1, viewport()->height());
    m_frame.pixelRatio = viewport()->devicePixelRatioF();
    m_frame.headerWidth =
        std::clamp(m_headerWidth, kNarrowestHeader,
                   std::max(kNarrowestHeader, std::min(320.0, m_frame.width * 0.45)));
    const dateline::Box plot = TimelineSceneBuilder::plotOf(m_frame);
    const TimeScale &scale = m_frame.scale;
    if (scale.width() <= 1 || scale.left() != plot.x || scale.width() != plot.width) {
        m_glide.stop();
        // The same stretch of time on the new width.
        const double secondsPerPixel =
            scale.secondsPerPixel() * std::max(scale.width(), 1.0) / plot.width;
        m_frame.scale =
            clamped(TimeScale(scale.begin(), scale.fraction(), secondsPerPixel, plot.x, plot.width),
                    m_limits);
        if (m_isFitted)
            m_frame.scale = wholeScale();
        Q_EMIT scaleChanged();
    }
}

void TimelineCanvas::updateScrollBar()
{
    // Once the bar is there it stays until the content or the size changes: a bar that comes and
    // goes while one zooms would move everything.
    const double room = TimelineSceneBuilder::plotOf(m_frame).height;
    const double content = m_builder->contentHeight(m_frame);
    const int most = std::max(0, static_cast<int>(std::ceil(content - room)));
    verticalScrollBar()->setPageStep(static_cast<int>(room));
    verticalScrollBar()->setRange(0, most);
    if (most > 0 && verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_frame.scrollY = verticalScrollBar()->value();
}

void TimelineCanvas::buildIfNeeded()
{
    if (m_isSceneStale) {
        updateScrollBar();
        m_frame.today = now();
        m_builder->build(m_frame, m_scene);
        m_isScenePainted = false;
        m_isSceneStale = false;
        m_isOverlayStale = true;
        noteCanvasChanged(this);
    }
    if (m_isOverlayStale) {
        TimelineFrame placed = m_frame;
        buildOverlay(m_scene, placed, lanes(), snapshot(), m_emphasis, m_axisWords, m_measure,
                     m_overlay);
        m_isOverlayStale = false;
    }
}

const TimelineScene &TimelineCanvas::scene()
{
    buildIfNeeded();
    return m_scene;
}

TimelineCounts TimelineCanvas::counts() const
{
    return m_builder->countsIn(visibleSpan());
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    if (m_frame.pixelRatio != viewport()->devicePixelRatioF()) {  // on another screen now
        placeFrame();
        m_isSceneStale = true;
    }
    // While it moves, every frame has a scene of its own; one that is shown again is kept.
    const bool isSameScene = !m_isSceneStale && m_isScenePainted;
    buildIfNeeded();
    QPainter painter(viewport());
    if (!isSameScene) {
        m_ground = QPixmap();
        paintScene(painter);
        m_isScenePainted = true;
    } else {
        if (m_ground.isNull()) {
            m_ground = QPixmap(viewport()->size() * m_frame.pixelRatio);
            m_ground.setDevicePixelRatio(m_frame.pixelRatio);
            QPainter ground(&m_ground);
            paintScene(ground);
        }
        painter.drawPixmap(0, 0, m_ground);
    }
    TimelinePainter::paint(painter, m_overlay, m_theme, m_fonts);
    if (lanes().lanes.empty())
        paintEmptyHint(painter);
}

void TimelineCanvas::paintScene(QPainter &painter)
{
    painter.fillRect(viewport()->rect(), m_theme.paper());
    TimelinePainter::paintOnScreen(painter, m_scene, m_theme, m_fonts);
}

void TimelineCanvas::paintEmptyHint(QPainter &painter)
{
    QString text;
    if (!m_hint.isEmpty())
        text = m_hint;
    else if (!m_context.hub.isOpen())
        text = tr("No file is open.");
    else if (snapshot().events->size() == 0)
        text = tr("No events yet. Double-click here to make one, or select words in a source and "
                  "press E.");
    else if (m_shown->count() == 0)
        text = tr("The filter lets none of the %1 events through.")
                   .arg(locale().toString(snapshot().events->size()));
    else
        text = tr("None of these events has a date. Drag one from above onto the time line.");
    const dateline::Box plot = TimelineSceneBuilder::plotOf(m_frame);
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.faintInk());
    painter.drawText(QRectF(plot.x, plot.y, plot.width, plot.height).adjusted(24, 12, -24, -12),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
}

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeFrame();
    invalidate();
}

void TimelineCanvas::scrollContentsBy(int, int)
{
    m_frame.scrollY = verticalScrollBar()->value();
    invalidate();
}

}  // namespace dateline::ui
