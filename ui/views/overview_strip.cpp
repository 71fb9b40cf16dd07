// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overview_strip.h"

#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "app/model/row_moves.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/post.h"
#include "ui/paint/timeline_painter.h"
#include "ui/paint/timeline_words.h"
#include "ui/views/timeline_texts.h"

namespace dateline::ui {

namespace {

constexpr double kGripReach = 6;
constexpr std::uint32_t kManyEvents = 50'000;  // from which a worker counts them

}  // namespace

OverviewStrip::OverviewStrip(QWidget *parent)
    : QWidget(parent), m_theme(Theme::fromPalette(palette(), font())), m_fonts(m_theme),
      m_measure(m_fonts), m_snapshot(Snapshot::empty()), m_shown(std::make_shared<RowSet>())
{
    setAccessibleName(tr("Overview of the whole file"));
    setAccessibleDescription(
        tr("Left and right move the window of the timeline, plus and minus change its length."));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    takeTheme();
}

void OverviewStrip::takeTheme()
{
    m_theme = Theme::fromPalette(palette(), font());
    m_fonts = LabelFonts(m_theme);
    m_measure = CachedTextMeasure(m_fonts);
    m_words = timelineWords(locale()).axis;
    m_frame.metrics = m_fonts.timelineMetrics();
    setFixedHeight(sizeHint().height());
    invalidate();
}

OverviewStrip::~OverviewStrip()
{
    m_job.cancel();
}

QSize OverviewStrip::sizeHint() const
{
    return {200, static_cast<int>(m_frame.metrics.axisHeight + 42)};
}

void OverviewStrip::setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown)
{
    if (snapshot == m_snapshot && shown == m_shown)
        return;
    followEdit(*snapshot);
    m_snapshot = std::move(snapshot);
    m_shown = std::move(shown);
    m_isStale = true;
    // Nobody has to see the old columns once more before a worker begins with the new ones.
    if (isVisible() && m_snapshot->events->size() >= kManyEvents)
        buildIfNeeded();
    else
        update();
}

void OverviewStrip::setWindow(TimeSpan window)
{
    if (window == m_window)
        return;
    m_window = window;
    update();
}

void OverviewStrip::setFilterRange(std::optional<TimeSpan> range)
{
    m_filterRange = range;
    update();
}

void OverviewStrip::invalidate()
{
    m_isStale = true;
    update();
}

void OverviewStrip::buildIfNeeded()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    OverviewFrame frame = m_frame;
    frame.width = width();
    frame.height = height();
    frame.pixelRatio = devicePixelRatioF();
    frame.scale = overviewScale(spanToShow(*m_snapshot->events), width());
    const quint64 run = ++m_run;
    if (m_snapshot->events->size() < kManyEvents) {
        Density density;
        countOverview(frame, *m_snapshot->events, *m_shown, density);
        take(frame, density);
        return;
    }
    if (isWholeKnown(frame)) {
        m_job.cancel();
        take(frame, m_whole.density);
        update();
        return;
    }
    m_isCounting = true;
    m_job.start(
        [this, run, frame, events = m_snapshot->events, shown = m_shown](const std::stop_token &) {
            Density density;
            countOverview(frame, *events, *shown, density);
            post(this, [this, run, frame, events, shown, density = std::move(density)]() {
                if (run != m_run)
                    return;
                if (shown->count() == events->size())
                    m_whole = {events, frame.scale, density};
                take(frame, density);
                update();
            });
        });
}

// What was counted goes along with an edit of few events, instead of being counted anew.
void OverviewStrip::followEdit(const Snapshot &next)
{
    const std::shared_ptr<const EventColumns> before = m_whole.events.lock();
    const EventMoves *moves = next.eventMoves.get();
    if (!before || next.events == before || moves == nullptr || moves->before.lock() != before ||
        !moves->rows.areFew())
        return;
    dateline::followEdit(*before, moves->rows, *next.events, m_whole.scale, m_whole.density);
    m_whole.events = next.events;
}

bool OverviewStrip::isWholeKnown(const OverviewFrame &frame) const
{
    return m_whole.events.lock() == m_snapshot->events && m_whole.scale == frame.scale &&
           m_shown->count() == m_snapshot->events->size();
}

void OverviewStrip::take(const OverviewFrame &frame, const Density &density)
{
    m_isCounting = false;
    m_frame = frame;
    buildOverview(m_frame, density, m_words, m_measure, m_scene);
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    buildIfNeeded();
    QPainter painter(this);
    TimelinePainter::paint(painter, m_scene, m_theme, m_fonts);
    if (m_snapshot->events->datedSize() == 0)
        return;
    // The ground of the window lies under nothing but itself: a wash that columns shine through.
    const Box box = overviewWindow(m_frame, m_window);
    QColor wash = m_theme.accent();
    wash.setAlphaF(0.10F);
    painter.fillRect(QRectF(box.x, box.y, box.width, box.height), wash);
    buildOverviewWindow(m_frame, m_window, m_filterRange, m_overlay);
    TimelinePainter::paint(painter, m_overlay, m_theme, m_fonts);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent(), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5));
    }
}

void OverviewStrip::resizeEvent(QResizeEvent *)
{
    invalidate();
}

OverviewStrip::Grip OverviewStrip::gripAt(double x) const
{
    const Box box = overviewWindow(m_frame, m_window);
    // A narrow window is moved by its middle, which must stay reachable.
    const double reach = std::min(kGripReach, box.width / 3);
    if (std::abs(x - box.x) <= reach)
        return Grip::Begin;
    if (std::abs(x - box.right()) <= reach)
        return Grip::End;
    return x > box.x && x < box.right() ? Grip::Window : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_snapshot->events->datedSize() == 0)
        return;
    buildIfNeeded();
    m_pressed = event->position().x();
    m_grip = gripAt(m_pressed);
    m_windowAtPress = m_window;
    if (m_grip == Grip::None) {
        // Beside the window: it comes there, and can be dragged on.
        const double half = TimeScale::secondsBetween(m_window.begin(), m_window.end()) / 2;
        const Instant at = m_frame.scale.toInstant(m_pressed);
        m_windowAtPress =
            TimeSpan::between(TimeScale::shifted(at, -half), TimeScale::shifted(at, half));
        m_grip = Grip::Window;
        Q_EMIT windowRequested(m_windowAtPress);
    }
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_grip != Grip::None) {
        moveWindow(x);
        return;
    }
    const Grip grip = gripAt(x);
    setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor
              : grip == Grip::Window                   ? Qt::OpenHandCursor
                                                       : Qt::ArrowCursor);
}

void OverviewStrip::moveWindow(double x)
{
    const double seconds = (x - m_pressed) * m_frame.scale.secondsPerPixel();
    Instant begin = m_windowAtPress.begin();
    Instant end = m_windowAtPress.end();
    if (m_grip != Grip::End)
        begin = TimeScale::shifted(begin, seconds);
    if (m_grip != Grip::Begin)
        end = TimeScale::shifted(end, seconds);
    if (begin < end)
        Q_EMIT windowRequested(TimeSpan::between(begin, end));
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_grip = Grip::None;
}

void OverviewStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (angle.y() != 0)
        Q_EMIT zoomRequested(std::pow(1.25, angle.y() / 120.0));
    else if (angle.x() != 0)
        Q_EMIT panRequested(-angle.x() / 120.0 * 0.1);
    event->accept();
}

void OverviewStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT panRequested(-0.1);
        break;
    case Qt::Key_Right:
        Q_EMIT panRequested(0.1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomRequested(1.5);
        break;
    case Qt::Key_Minus:
        Q_EMIT zoomRequested(1 / 1.5);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool OverviewStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const DensityColumn &column : m_scene.content.columns) {
        if (!column.box.contains(help->pos().x(), help->pos().y()))
            continue;
        const QString text =
            tr("%1 events here, %2 ongoing")
                .arg(locale().toString(column.count), locale().toString(column.ongoing));
        QToolTip::showText(help->globalPos(),
                           text + QLatin1Char('\n') + boundsText(column.span, locale()), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

void OverviewStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LocaleChange)
        takeTheme();
}

}  // namespace dateline::ui
