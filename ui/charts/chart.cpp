// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include <algorithm>
#include <cmath>

#include <QDateTime>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

namespace dateline::ui {

namespace {

void styleAxis(QAbstractAxis *axis, const Theme &theme, bool hasGrid)
{
    axis->setLabelsFont(theme.smallFont());
    axis->setLabelsColor(theme.faintInk());
    axis->setTitleFont(theme.smallFont());
    axis->setTitleBrush(theme.faintInk());
    axis->setLinePen(QPen(theme.strongRule(), 1));
    axis->setGridLinePen(QPen(theme.rule(), 1));
    axis->setGridLineVisible(hasGrid);
}

void styleChart(QChart &chart, const Theme &theme, bool hasLegend)
{
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setLocalizeNumbers(true);
    chart.setBackgroundBrush(Qt::NoBrush);
    chart.setBackgroundPen(Qt::NoPen);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins(QMargins(4, 4, 4, 4));
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->setVisible(hasLegend);
    chart.legend()->setAlignment(Qt::AlignBottom);
    chart.legend()->setFont(theme.smallFont());
    chart.legend()->setLabelColor(theme.ink());
    chart.legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
}

// Whole numbers on the axis, a handful of them, with nought among them.
void fitCounts(QValueAxis *axis, double least, double most)
{
    double step = 1;
    for (int i = 0; (most - least) / step > 6.0; ++i)
        step *= i % 3 == 1 ? 2.5 : 2.0;  // 1, 2, 5, 10, 20, 50 ...
    axis->setRange(std::floor(least / step) * step, std::max(step, std::ceil(most / step) * step));
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(step);
    axis->setLabelFormat(QStringLiteral("%.0f"));
}

double highestBar(const BarContent &content)
{
    double most = 0;
    for (qsizetype i = 0; i < content.categories.size(); ++i) {
        double sum = 0;
        for (const BarContent::Series &series : content.series)
            sum += series.values[static_cast<std::size_t>(i)];
        most = std::max(most, sum);
    }
    return most;
}

QAbstractBarSeries *build(QChart &chart, const BarContent &content, const Theme &theme)
{
    const bool isSideways = content.direction == BarDirection::Sideways;
    QAbstractBarSeries *bars =
        isSideways ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries)
                   : new QStackedBarSeries;
    for (const BarContent::Series &series : content.series) {
        auto *set = new QBarSet(series.name);
        set->setBrush(theme.category(series.colour));
        set->setPen(QPen(theme.paper(), 1));
        for (const double value : series.values)
            set->append(value);
        bars->append(set);
    }
    bars->setBarWidth(0.72);
    chart.addSeries(bars);
    auto *categories = new QBarCategoryAxis;
    QStringList names;
    for (const QString &name : content.categories) {
        // Qt Charts drops a category that is there already; names must differ.
        QString distinct = name;
        while (names.contains(distinct))
            distinct += QChar(0x200b);
        names.append(distinct);
    }
    categories->append(names);
    auto *values = new QValueAxis;
    values->setTitleText(content.valueTitle);
    fitCounts(values, 0, highestBar(content));
    styleAxis(categories, theme, false);
    styleAxis(values, theme, true);
    if (!isSideways && names.size() > 12)
        categories->setLabelsAngle(-90);
    chart.addAxis(categories, isSideways ? Qt::AlignLeft : Qt::AlignBottom);
    chart.addAxis(values, isSideways ? Qt::AlignBottom : Qt::AlignLeft);
    bars->attachAxis(categories);
    bars->attachAxis(values);
    styleChart(chart, theme, content.series.size() > 1);
    return bars;
}

QString rangeText(double low, double high)
{
    const QLocale locale;
    return low == high ? locale.toString(low)
                       : QStringLiteral("%1–%2").arg(locale.toString(low), locale.toString(high));
}

// What a person who cannot see the chart is told: "Jun 2024: 2; Mar 2025: 9".
QString spoken(const BarContent &content)
{
    QStringList parts;
    for (qsizetype i = 0; i < content.categories.size(); ++i) {
        double sum = 0;
        for (const BarContent::Series &series : content.series)
            sum += series.values[static_cast<std::size_t>(i)];
        if (sum > 0)
            parts.append(QStringLiteral("%1: %2").arg(content.categories[i], rangeText(sum, sum)));
    }
    return parts.join(QStringLiteral("; "));
}

QString spoken(const BandContent &content)
{
    QStringList parts;
    for (const BandContent::Band &band : content.bands) {
        QStringList steps;
        for (const BandContent::Step &step : band.steps)
            steps.append(rangeText(step.low, step.high));
        parts.append(QStringLiteral("%1: %2").arg(band.name, steps.join(QStringLiteral(", "))));
    }
    return parts.join(QStringLiteral("; "));
}

void build(QChart &chart, const BandContent &content, const Theme &theme)
{
    auto *time = new QDateTimeAxis;
    auto *values = new QValueAxis;
    chart.addAxis(time, Qt::AlignBottom);
    chart.addAxis(values, Qt::AlignLeft);
    qint64 first = content.end;
    double least = 0;
    double most = 0;
    for (const BandContent::Band &band : content.bands) {
        auto *low = new QLineSeries;
        auto *high = new QLineSeries;
        for (std::size_t i = 0; i < band.steps.size(); ++i) {
            const BandContent::Step &step = band.steps[i];
            const qint64 end =
                i + 1 < band.steps.size() ? band.steps[i + 1].milliseconds : content.end;
            for (const qint64 at : {step.milliseconds, end}) {
                low->append(static_cast<double>(at), step.low);
                high->append(static_cast<double>(at), step.high);
            }
            first = std::min(first, step.milliseconds);
            least = std::min(least, step.low);
            most = std::max(most, step.high);
        }
        auto *area = new QAreaSeries(high, low);
        low->setParent(area);
        high->setParent(area);
        area->setName(band.name);
        QColor ground = theme.category(band.colour);
        area->setPen(QPen(ground, 1.6));
        ground.setAlphaF(0.28F);
        area->setBrush(ground);
        chart.addSeries(area);
        area->attachAxis(time);
        area->attachAxis(values);
    }
    const qint64 width = std::max<qint64>(content.end - first, 86'400'000);
    time->setRange(QDateTime::fromMSecsSinceEpoch(first - width / 20, Qt::UTC),
                   QDateTime::fromMSecsSinceEpoch(content.end, Qt::UTC));
    constexpr qint64 kDay = 86'400'000;
    time->setFormat(width > 3 * 366 * kDay ? QStringLiteral("yyyy")
                    : width < 150 * kDay   ? QStringLiteral("d MMM yyyy")
                                           : QStringLiteral("MMM yyyy"));
    time->setTickCount(6);
    values->setTitleText(content.valueTitle);
    fitCounts(values, least, most);
    styleAxis(time, theme, false);
    styleAxis(values, theme, true);
    styleChart(chart, theme, true);
}

}  // namespace

struct Chart::Private {
    ChartContent content;
    QChartView *view = nullptr;
};

void paintChart(QPainter &painter, const QRectF &area, const ChartContent &content,
                const Theme &theme)
{
    auto *chart = new QChart;
    std::visit([&](const auto &values) { build(*chart, values, theme); }, content);
    // A view lays the chart out; without one the bars are missing.
    QChartView view(chart);
    view.setFrameShape(QFrame::NoFrame);
    view.resize(area.size().toSize());
    view.grab(QRect(0, 0, 1, 1));
    chart->resize(area.size());
    painter.save();
    chart->scene()->render(&painter, area, QRectF(QPointF(), area.size()), Qt::IgnoreAspectRatio);
    painter.restore();
}

Chart::Chart(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->view = new QChartView(this);
    d->view->setRenderHint(QPainter::Antialiasing);
    d->view->setFrameShape(QFrame::NoFrame);
    d->view->setBackgroundBrush(Qt::NoBrush);
    d->view->setFocusPolicy(Qt::NoFocus);
    d->view->setAccessibleName(tr("Chart"));
    d->view->viewport()->setFocusPolicy(Qt::NoFocus);
    d->view->setBackgroundRole(QPalette::Base);
    d->view->viewport()->setBackgroundRole(QPalette::Base);
    d->view->viewport()->setAccessibleName(tr("Bars and bands"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->view);
}

Chart::~Chart() = default;

const ChartContent &Chart::content() const
{
    return d->content;
}

void Chart::setContent(ChartContent content)
{
    d->content = std::move(content);
    setAccessibleDescription(
        std::visit([](const auto &values) { return spoken(values); }, d->content));
    rebuild();
}

void Chart::rebuild()
{
    const Theme theme = Theme::fromPalette(palette(), font());
    auto *chart = new QChart;
    if (const auto *bars = std::get_if<BarContent>(&d->content)) {
        QAbstractBarSeries *series = build(*chart, *bars, theme);
        const QList<QBarSet *> sets = series->barSets();
        for (int i = 0; i < sets.size(); ++i) {
            // Queued: whoever hears of it may set other content, and the bar that was clicked is
            // still busy with the click.
            connect(
                sets[i], &QBarSet::clicked, this,
                [this, i](int category) { Q_EMIT barClicked(i, category); }, Qt::QueuedConnection);
            connect(sets[i], &QBarSet::hovered, this, [this, sets, i](bool isOver, int category) {
                if (!isOver)
                    return;
                const auto &content = std::get<BarContent>(d->content);
                QToolTip::showText(QCursor::pos(),
                                   QStringLiteral("%1 · %2: %3")
                                       .arg(content.categories.value(category), sets[i]->label(),
                                            QLocale().toString(sets[i]->at(category))));
            });
        }
    } else {
        build(*chart, std::get<BandContent>(d->content), theme);
    }
    QChart *before = d->view->chart();
    d->view->setChart(chart);
    delete before;
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        rebuild();
}

}  // namespace dateline::ui
