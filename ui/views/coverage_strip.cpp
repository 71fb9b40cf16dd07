// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/coverage_strip.h"

#include <algorithm>

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include "app/base/background_work.h"
#include "app/model/civil_date.h"
#include "ui/bridge/post.h"
#include "ui/bridge/text.h"
#include "ui/paint/theme.h"
#include "ui/views/timeline_canvas.h"

namespace dateline::ui {

namespace {

constexpr double kBinWidth = 4;
constexpr std::uint32_t kManyEvents = 50'000;  // from which a worker counts them

QString tellingText(Telling telling)
{
    switch (telling) {
    case Telling::Silence:
        return CoverageStrip::tr("nobody tells of anything");
    case Telling::Unsaid:
        return CoverageStrip::tr("events without a claim");
    case Telling::OneOrigin:
        return CoverageStrip::tr("one origin only");
    case Telling::SeveralOrigins:
        return CoverageStrip::tr("several independent origins");
    }
    return {};
}

}  // namespace

CoverageStrip::CoverageStrip(const ViewContext &context, TimelineCanvas *canvas, QWidget *parent)
    : QWidget(parent), m_context(context), m_canvas(canvas)
{
    setAccessibleName(tr("Coverage"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(40);
    connect(&m_soon, &QTimer::timeout, this, &CoverageStrip::countAnew);
}

CoverageStrip::~CoverageStrip()
{
    m_job.cancel();
}

QSize CoverageStrip::sizeHint() const
{
    // As high as its word.
    const Theme theme = Theme::fromPalette(QApplication::palette(), font());
    return {200, QFontMetrics(theme.smallFont()).height() + 3};
}

void CoverageStrip::setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown)
{
    if (!m_snapshot || snapshot->claims != m_snapshot->claims ||
        snapshot->events != m_snapshot->events || snapshot->sources != m_snapshot->sources)
        m_coverage.reset();
    m_snapshot = std::move(snapshot);
    m_shown = std::move(shown);
    m_soon.start();
}

void CoverageStrip::follow()
{
    m_soon.start();
}

void CoverageStrip::resizeEvent(QResizeEvent *)
{
    m_soon.start();
}

void CoverageStrip::countAnew()
{
    m_soon.stop();
    if (!m_snapshot || !m_shown)
        return;
    const Box plot = m_canvas->scene().plot;
    const auto bins = static_cast<std::size_t>(std::max(1.0, plot.width / kBinWidth));
    auto work = [snapshot = m_snapshot, shown = m_shown, coverage = m_coverage, bins, plot,
                 span = m_canvas->visibleSpan()] {
        Count count{snapshot, coverage, {}, span, plot.x, plot.width};
        if (!count.coverage)
            count.coverage = std::make_shared<const Coverage>(*snapshot);
        count.bins = count.coverage->binsIn(*snapshot->events, *shown, span, bins);
        return count;
    };
    const quint64 run = ++m_run;
    if (m_snapshot->events->size() < kManyEvents) {
        take(work());
        return;
    }
    m_job.start([this, run, work = std::move(work)](const std::stop_token &) {
        yieldToOthers();
        post(this, [this, run, count = work()] {
            if (run == m_run)
                take(count);
        });
    });
}

void CoverageStrip::take(Count count)
{
    if (count.snapshot == m_snapshot)
        m_coverage = std::move(count.coverage);
    m_bins = std::move(count.bins);
    m_span = count.span;
    m_left = count.left;
    m_width = count.width;
    const auto number = [this](Telling telling) {
        return std::count(m_bins.begin(), m_bins.end(), telling) * 100 /
               static_cast<std::ptrdiff_t>(m_bins.size());
    };
    setAccessibleDescription(tr("%1 % of what is shown is silence, %2 % rests on one origin only")
                                 .arg(number(Telling::Silence))
                                 .arg(number(Telling::OneOrigin)));
    update();
}

std::size_t CoverageStrip::binAt(double x) const
{
    const double share = m_width > 0 ? (x - m_left) / m_width : 0;
    const double bin = share * static_cast<double>(m_bins.size());
    return static_cast<std::size_t>(std::clamp(bin, 0.0, static_cast<double>(m_bins.size()) - 1));
}

QString CoverageStrip::textAt(double x) const
{
    if (m_bins.empty())
        return {};
    std::size_t first = binAt(x);
    std::size_t last = first;
    while (first > 0 && m_bins[first - 1] == m_bins[last])
        --first;
    while (last + 1 < m_bins.size() && m_bins[last + 1] == m_bins[first])
        ++last;
    const auto instant = [this](std::size_t bin) {
        const double width = static_cast<double>(m_span.end().seconds - m_span.begin().seconds);
        const double share = static_cast<double>(bin) / static_cast<double>(m_bins.size());
        return Instant{m_span.begin().seconds + static_cast<std::int64_t>(width * share)};
    };
    return tr("%1 to %2: %3")
        .arg(toQString(isoDate(instant(first))), toQString(isoDate(instant(last + 1))),
             tellingText(m_bins[first]));
}

bool CoverageStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos().x()), this);
        return true;
    }
    return QWidget::event(event);
}

void CoverageStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::fromPalette(QApplication::palette(), font());
    QPainter painter(this);
    painter.fillRect(rect(), theme.paper());
    painter.setPen(theme.rule());
    painter.drawLine(0, 0, width(), 0);
    painter.setFont(theme.smallFont());
    painter.setPen(theme.faintInk());
    painter.drawText(QRectF(8, 0, std::max(0.0, m_left - 12), height()),
                     Qt::AlignVCenter | Qt::AlignLeft, tr("Coverage"));
    const double top = 4;
    const double tall = height() - 2 * top + 1;
    for (std::size_t first = 0; first < m_bins.size();) {
        std::size_t last = first;
        while (last < m_bins.size() && m_bins[last] == m_bins[first])
            ++last;
        const double x0 =
            m_left + m_width * static_cast<double>(first) / static_cast<double>(m_bins.size());
        const double x1 =
            m_left + m_width * static_cast<double>(last) / static_cast<double>(m_bins.size());
        const QRectF stretch(x0, top, x1 - x0, tall);
        switch (m_bins[first]) {
        case Telling::SeveralOrigins:
            painter.fillRect(stretch, theme.bar());
            break;
        case Telling::OneOrigin:
            painter.fillRect(stretch, QBrush(theme.bar(), Qt::BDiagPattern));
            painter.setPen(theme.bar());
            painter.drawRect(stretch.adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        case Telling::Unsaid:
            painter.setPen(theme.strongRule());
            painter.drawRect(stretch.adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        case Telling::Silence:
            painter.setPen(QPen(theme.strongRule(), 1, Qt::DotLine));
            painter.drawLine(QPointF(x0, height() / 2.0), QPointF(x1, height() / 2.0));
            break;
        }
        first = last;
    }
}

}  // namespace dateline::ui
