// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/time_strip.h"

#include <algorithm>
#include <cmath>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>

#include "app/model/civil_date.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/icons.h"
#include "ui/paint/theme.h"

namespace dateline::ui {

namespace {

constexpr int kPlaces = 10'000;  // of the knob
constexpr int kSide = 7;         // pixels left and right, for the knob
constexpr double kKnob = 5;
constexpr double kColumn = 3;
constexpr double kPlayMilliseconds = 200;  // from day to day, at the usual speed
constexpr int kFastestMilliseconds = 60;
constexpr std::int64_t kSteps = 120;  // Play crosses the file in so many steps, or by days

// Play goes by whole days, so that the As of field shows days.
Instant dayOf(Instant at)
{
    return unitAround(at, Precision::Day).begin();
}

void include(std::optional<TimeSpan> &extent, Instant at)
{
    if (at.isDistant())
        return;
    extent = extent ? TimeSpan::between(std::min(extent->begin(), at), std::max(extent->end(), at))
                    : TimeSpan::between(at, at);
}

Instant lastOfDay(Instant at)
{
    const Instant end = unitAround(at, Precision::Day).end();
    return end.isDistant() ? at : Instant{end.seconds - 1};
}

// The day in the As of field, without the last second that stands for it.
QString dayText(Instant day)
{
    return toQString(isoDate(unitAround(day, Precision::Day).begin()));
}

}  // namespace

TimeSpan datedExtent(const Snapshot &snapshot)
{
    std::optional<TimeSpan> extent;
    if (const TimeSpan events = snapshot.events->extent(); !events.isEmpty()) {
        include(extent, events.begin());
        include(extent, events.end());
    }
    if (const std::optional<TimeSpan> relations = snapshot.relations->extent()) {
        include(extent, relations->begin());
        include(extent, relations->end());
    }
    return extent.value_or(TimeSpan());
}

DaySlider::DaySlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, kPlaces);
    setSingleStep(kPlaces / 200);
    setPageStep(kPlaces / 20);
    setAccessibleName(tr("As of"));
    setToolTip(tr("The day at which the graph is shown: drag, or use the arrow keys"));
    setMouseTracking(true);
    connect(this, &QSlider::valueChanged, this, [this](int value) {
        if (!m_isTold && !m_extent.isEmpty())
            Q_EMIT dayRequested(dayAt(value));
    });
}

QSize DaySlider::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() * 3 / 2};
}

QSize DaySlider::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() * 3 / 2};
}

void DaySlider::setSnapshot(const SnapshotPointer &snapshot)
{
    if (m_snapshot && m_snapshot->events == snapshot->events &&
        m_snapshot->relations == snapshot->relations)
        return;
    const TimeSpan extent = datedExtent(*snapshot);
    if (!m_snapshot || m_snapshot->relations != snapshot->relations || extent != m_extent)
        m_relationCounts.clear();
    m_snapshot = snapshot;
    m_extent = extent;
    m_counts.clear();
    update();
}

void DaySlider::setDay(std::optional<Instant> day, std::optional<std::int64_t> windowSeconds)
{
    m_day = day;
    m_window = windowSeconds;
    m_isTold = true;
    if (m_extent.isEmpty() || !day) {
        setValue(kPlaces);
    } else {
        const double whole = static_cast<double>(m_extent.end().seconds) -
                             static_cast<double>(m_extent.begin().seconds);
        const double share =
            (static_cast<double>(day->seconds) - static_cast<double>(m_extent.begin().seconds)) /
            whole;
        setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kPlaces)));
    }
    m_isTold = false;
    update();
}

Instant DaySlider::dayAt(int value) const
{
    const double begin = static_cast<double>(m_extent.begin().seconds);
    const double end = static_cast<double>(m_extent.end().seconds);
    const double at = begin + (end - begin) * value / kPlaces;
    return lastOfDay(Instant{static_cast<std::int64_t>(at)});
}

double DaySlider::xOf(Instant instant) const
{
    const double begin = static_cast<double>(m_extent.begin().seconds);
    const double end = static_cast<double>(m_extent.end().seconds);
    const double share = std::clamp(
        (static_cast<double>(instant.seconds) - begin) / std::max(1.0, end - begin), 0.0, 1.0);
    return kSide + share * (width() - 2 * kSide);
}

void DaySlider::countIfNeeded()
{
    const auto columns =
        static_cast<std::size_t>(std::max(1.0, (width() - 2 * kSide) / kColumn)) + 1;
    if (m_counts.size() == columns || !m_snapshot)
        return;
    const auto columnOf = [&](Instant at) {
        return std::min(columns - 1, static_cast<std::size_t>((xOf(at) - kSide) / kColumn));
    };
    // An edit of an event, say, leaves a million relations as they were.
    if (m_relationCounts.size() != columns) {
        m_relationCounts.assign(columns, 0);
        for (std::uint32_t i = 0; i < m_snapshot->relations->size(); ++i) {
            const Instant begin = m_snapshot->relations->when(RelationRow{i}).bounds.earliestBegin;
            if (!begin.isDistant())
                ++m_relationCounts[columnOf(begin)];
        }
    }
    m_counts = m_relationCounts;
    // Events stand in the order of their begins.
    const EventColumns &events = *m_snapshot->events;
    const Instant *from = events.begins().begin();
    const Instant *const end = from + events.datedSize();
    from = std::find_if(from, end, [](Instant at) { return !at.isDistant(); });
    while (from != end && !from->isDistant()) {
        const std::size_t column = columnOf(*from);
        const Instant *const next = std::partition_point(
            from, end, [&](Instant at) { return !at.isDistant() && columnOf(at) == column; });
        m_counts[column] += static_cast<std::uint32_t>(next - from);
        from = next;
    }
}

void DaySlider::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(palette(), font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double base = height() - 3.5;
    if (m_extent.isEmpty())
        return;
    countIfNeeded();
    const double day = xOf(m_day.value_or(m_extent.end()));
    if (m_day && m_window) {
        const double from = xOf(Instant{m_day->seconds - *m_window});
        painter.fillRect(QRectF(from, 2, day - from, base - 2), theme.accentGround());
    }
    const std::uint32_t most = *std::max_element(m_counts.begin(), m_counts.end());
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        const double high =
            (base - 6) * std::sqrt(static_cast<double>(m_counts[i]) / std::max(1u, most));
        const double left = kSide + static_cast<double>(i) * kColumn;
        painter.fillRect(QRectF(left, base - std::max(1.5, high), kColumn - 1, std::max(1.5, high)),
                         left <= day ? theme.bar() : theme.rule());
    }
    painter.setPen(QPen(theme.strongRule(), 1));
    painter.drawLine(QPointF(kSide, base), QPointF(width() - kSide, base));
    painter.setPen(QPen(m_day ? theme.accent() : theme.faintInk(), 1.5));
    painter.drawLine(QPointF(day, 2), QPointF(day, base));
    painter.setBrush(m_day ? theme.accent() : theme.panel());
    painter.drawEllipse(QPointF(day, base - 1), kKnob - 1.5, kKnob - 1.5);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent(), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

void DaySlider::resizeEvent(QResizeEvent *event)
{
    QSlider::resizeEvent(event);
    m_counts.clear();
    m_relationCounts.clear();
}

void DaySlider::takePlace(double x)
{
    const double share = std::clamp((x - kSide) / std::max(1, width() - 2 * kSide), 0.0, 1.0);
    const int wanted = static_cast<int>(std::lround(share * kPlaces));
    if (wanted == value() && !m_extent.isEmpty())
        Q_EMIT dayRequested(dayAt(wanted));
    setValue(wanted);
}

void DaySlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        takePlace(event->position().x());
}

void DaySlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        takePlace(event->position().x());
}

TimeStrip::TimeStrip(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_play(new QAction(tr("Play through time"), this)),
      m_playTimer(new QTimer(this)), m_speed(new QComboBox), m_slider(new DaySlider),
      m_window(new QComboBox), m_day(new QLabel), m_newest(new QToolButton)
{
    m_play->setCheckable(true);
    auto *playing = new QToolButton;
    playing->setDefaultAction(m_play);
    playing->setAutoRaise(true);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast Play goes"));
    m_speed->addItem(tr("slow"), 0.5);
    m_speed->addItem(tr("normal"), 1.0);
    m_speed->addItem(tr("fast"), 2.0);
    m_speed->addItem(tr("very fast"), 5.0);
    m_speed->setCurrentIndex(1);
    m_window->setAccessibleName(tr("Window before the day"));
    m_window->setToolTip(tr("Show all there was up to the day, or only what was shortly before"));
    m_window->addItem(tr("all so far"), qint64{0});
    m_window->addItem(tr("five years"), qint64{1'826} * kSecondsPerDay);
    m_window->addItem(tr("a year"), qint64{365} * kSecondsPerDay);
    m_window->addItem(tr("three months"), qint64{91} * kSecondsPerDay);
    m_window->addItem(tr("a month"), qint64{30} * kSecondsPerDay);
    m_window->addItem(tr("a week"), qint64{7} * kSecondsPerDay);
    m_day->setProperty("faint", true);
    m_day->setMinimumWidth(m_day->fontMetrics().averageCharWidth() * 16);
    m_newest->setText(tr("Newest"));
    m_newest->setToolTip(tr("Show what holds now, whatever the day"));
    m_newest->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    const int unit = fontMetrics().height() / 3;
    row->setContentsMargins(unit, unit / 2, unit, unit / 2);
    row->setSpacing(unit);
    row->addWidget(playing);
    row->addWidget(m_speed);
    row->addWidget(m_slider, 1);
    row->addWidget(m_day);
    row->addWidget(m_window);
    row->addWidget(m_newest);

    connect(m_play, &QAction::toggled, this, [this, playing](bool isPlaying) {
        setPlaying(isPlaying);
        playing->setAccessibleName(m_play->toolTip());
    });
    setPlaying(false);
    playing->setAccessibleName(m_play->toolTip());
    connect(m_playTimer, &QTimer::timeout, this, &TimeStrip::playStep);
    connect(&context.hub, &SessionHub::opened, this, [this] { m_play->setChecked(false); });
    connect(m_slider, &DaySlider::dayRequested, this,
            [this](Instant day) { m_context.filter.setAsOf(day, dayText(day)); });
    connect(m_newest, &QToolButton::clicked, this,
            [this] { m_context.filter.setAsOf(std::nullopt); });
    connect(m_speed, &QComboBox::currentIndexChanged, this, &TimeStrip::takeSpeed);
    connect(m_window, &QComboBox::currentIndexChanged, this, [this] {
        // A window ends on a day; without one, on the last.
        if (windowSeconds() && !m_context.filter.asOf() && !m_slider->extent().isEmpty()) {
            const Instant day = m_slider->dayAt(m_slider->maximum());
            m_context.filter.setAsOf(day, dayText(day));
        }
        follow();
        Q_EMIT windowChanged();
    });
    connect(&context.hub, &SessionHub::snapshotChanged, this, &TimeStrip::follow);
    connect(&context.filter, &ViewFilter::asOfChanged, this, &TimeStrip::follow);
    follow();
}

std::optional<std::int64_t> TimeStrip::windowSeconds() const
{
    const qint64 seconds = m_window->currentData().toLongLong();
    return seconds > 0 ? std::optional<std::int64_t>(seconds) : std::nullopt;
}

double TimeStrip::speed() const
{
    return m_speed->currentData().toDouble();
}

void TimeStrip::takeSpeed()
{
    m_playTimer->setInterval(
        std::max(kFastestMilliseconds, static_cast<int>(kPlayMilliseconds / speed())));
}

void TimeStrip::setPlaying(bool isPlaying)
{
    m_play->setIcon(icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setToolTip(isPlaying ? tr("Pause") : tr("Play the relations as they came and went"));
    if (!isPlaying) {
        m_playTimer->stop();
        return;
    }
    const TimeSpan extent = datedExtent(*m_context.hub.snapshot());
    if (extent.isEmpty()) {
        m_play->setChecked(false);
        return;
    }
    const std::optional<Instant> asOf = m_context.filter.asOf();
    if (!asOf || *asOf < extent.begin() || *asOf >= extent.end()) {
        const Instant first = dayOf(extent.begin());
        m_context.filter.setAsOf(first, toQString(isoDate(first)));
    }
    takeSpeed();
    m_playTimer->start();
}

void TimeStrip::playStep()
{
    const TimeSpan extent = datedExtent(*m_context.hub.snapshot());
    // Each end by itself: the distance between the two may be more than a number holds.
    const std::int64_t length = extent.end().seconds / kSteps - extent.begin().seconds / kSteps;
    const std::int64_t step = std::max<std::int64_t>(1, length / kSecondsPerDay) * kSecondsPerDay;
    const Instant now = dayOf(m_context.filter.asOf().value_or(extent.begin()));
    const Instant next = addSeconds(now, step);
    if (next >= extent.end()) {
        m_context.filter.setAsOf(std::nullopt);
        m_play->setChecked(false);
        return;
    }
    m_context.filter.setAsOf(next, toQString(isoDate(next)));
}

void TimeStrip::follow()
{
    m_slider->setSnapshot(m_context.hub.snapshot());
    const std::optional<Instant> day = m_context.filter.asOf();
    m_slider->setDay(day, windowSeconds());
    m_day->setText(day && !day->isDistant() ? instantText(*day, Precision::Day) : tr("newest"));
    m_newest->setEnabled(day.has_value());
    setEnabled(!m_slider->extent().isEmpty());
}

}  // namespace dateline::ui
