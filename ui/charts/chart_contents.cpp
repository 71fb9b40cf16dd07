// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_contents.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "app/model/edtf.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"
#include "ui/paint/label.h"

namespace dateline::ui {

namespace {

constexpr std::uint32_t kMostPeriods = 36;
constexpr std::size_t kMostActors = 18;
constexpr std::size_t kMostKinds = 10;  // a legend that can still be read

// A time axis of Qt counts years of four digits.
constexpr Instant kFirstDrawn = Instant{-62'135'596'800};
constexpr Instant kLastDrawn = Instant{253'402'300'799};
constexpr qint64 kMillisecondsOf30Days = 30LL * 86'400'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Charts", text);
}

// Charts, graph and timeline give a kind the same colour: its place in the file's vocabulary.
std::uint32_t colourOf(std::uint32_t kind)
{
    return kind == 0 ? Theme::kCategoryCount - 1 : kind - 1;
}

qint64 millisecondsAt(Instant t)
{
    return std::clamp(t, kFirstDrawn, kLastDrawn).seconds * 1000;
}

// Adds up all series from the place on, which together are the last one then.
void mergeFrom(std::size_t place, std::vector<BarContent::Series> &series,
               std::vector<std::vector<std::string>> &kinds)
{
    if (series.size() <= place)
        return;
    BarContent::Series &rest = series[place];
    rest.name = tr("other kinds");
    rest.colour = Theme::kCategoryCount - 1;
    for (std::size_t i = place + 1; i < series.size(); ++i) {
        for (std::size_t at = 0; at < rest.values.size(); ++at)
            rest.values[at] += series[i].values[at];
        kinds[place].push_back(kinds[i].front());
    }
    series.resize(place + 1);
    kinds.resize(place + 1);
}

QString numberText(double value)
{
    return QLocale().toString(value, 'f', std::floor(value) == value ? 0 : 1);
}

}  // namespace

PeriodChart periodChart(const Snapshot &snapshot, const RowSet &shown)
{
    const PeriodTally tally = tallyPeriods(snapshot, shown, kMostPeriods);
    PeriodChart chart;
    chart.content.valueTitle = tr("Events");
    for (const TimeSpan &period : tally.periods) {
        const std::string text = edtfFor(period, tally.unit);
        const Result<Edtf> date = Edtf::parse(text);
        chart.content.categories.append(date ? shortDateText(*date) : toQString(text));
        chart.periods.push_back(period);
        chart.periodTexts.push_back(text);
    }
    const bool hasWider = std::any_of(tally.series.begin(), tally.series.end(),
                                      [](const auto &series) { return series.wider > 0; });
    if (hasWider) {
        chart.content.categories.append(tr("wider"));
        chart.periods.emplace_back();
        chart.periodTexts.emplace_back();
    }
    for (const PeriodTally::Series &series : tally.series) {
        BarContent::Series bars;
        const std::string &kind = snapshot.events->kindWords().word(series.kind);
        bars.name = kind.empty() ? tr("without a kind") : toQString(kind);
        bars.colour = colourOf(series.kind);
        bars.values.assign(series.counts.begin(), series.counts.end());
        if (hasWider)
            bars.values.push_back(series.wider);
        chart.content.series.push_back(std::move(bars));
        chart.kinds.push_back({kind});
    }
    if (chart.kinds.size() > kMostKinds)
        mergeFrom(kMostKinds - 1, chart.content.series, chart.kinds);
    return chart;
}

ActorChart actorChart(const Snapshot &snapshot, const RowSet &shown)
{
    std::vector<ActorTally> tallies = tallyActors(snapshot, shown);
    ActorChart chart;
    if (tallies.size() > kMostActors) {
        chart.left = static_cast<int>(tallies.size() - kMostActors);
        tallies.resize(kMostActors);
    }
    std::reverse(tallies.begin(), tallies.end());  // the axis counts from the bottom
    BarContent::Series bars;
    bars.name = tr("Events");
    for (const ActorTally &tally : tallies) {
        const Actor &actor = snapshot.actor(tally.actor);
        chart.content.categories.append(toQString(actor.name));
        chart.actors.push_back(actor.id);
        bars.values.push_back(tally.events);
    }
    chart.content.direction = BarDirection::Sideways;
    chart.content.valueTitle = tr("Events");
    chart.content.series.push_back(std::move(bars));
    return chart;
}

std::vector<QuantityChart> quantityCharts(const Snapshot &snapshot, const RowSet &shown)
{
    std::map<QString, QuantityChart> charts;
    for (const QuantityBand &band : quantityBands(snapshot, shown)) {
        const QString unit = toQString(band.unit);
        QuantityChart &chart = charts[unit];
        chart.unit = unit;
        chart.content.valueTitle = unit.isEmpty() ? tr("Number") : unit;
        BandContent::Band drawn;
        drawn.name = toQString(band.what);
        drawn.colour = static_cast<std::uint32_t>(chart.content.bands.size());
        for (const QuantityBand::Step &step : band.steps)
            drawn.steps.push_back({millisecondsAt(step.from), step.low, step.high});
        const BandContent::Step &last = drawn.steps.back();
        chart.sums.append(last.low == last.high
                              ? tr("%1: %2 in the end").arg(drawn.name, numberText(last.low))
                              : tr("%1: %2 to %3 in the end")
                                    .arg(drawn.name, numberText(last.low), numberText(last.high)));
        // The last step needs width to be seen.
        const qint64 length = last.milliseconds - drawn.steps.front().milliseconds;
        const qint64 end = last.milliseconds + std::max(length / 8, kMillisecondsOf30Days);
        chart.content.end = chart.content.bands.empty() ? end : std::max(chart.content.end, end);
        chart.content.bands.push_back(std::move(drawn));
    }
    std::vector<QuantityChart> list;
    for (auto &[unit, chart] : charts)
        list.push_back(std::move(chart));
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        return a.content.bands.front().steps.size() > b.content.bands.front().steps.size();
    });
    return list;
}

void paintChartSubject(QPainter &painter, const QRectF &area, const Theme &theme,
                       PictureSubject subject, const Snapshot &snapshot, const RowSet &shown)
{
    const double inset = QFontMetricsF(theme.font()).height();
    const QRectF inner = area.adjusted(inset, inset / 2, -inset, 0);
    if (subject == PictureSubject::EventsPerPeriod) {
        paintChart(painter, inner, periodChart(snapshot, shown).content, theme);
    } else if (subject == PictureSubject::ActivityPerActor) {
        paintChart(painter, inner, actorChart(snapshot, shown).content, theme);
    } else if (subject == PictureSubject::Quantities) {
        const std::vector<QuantityChart> charts = quantityCharts(snapshot, shown);
        if (charts.empty()) {
            painter.setPen(theme.faintInk());
            drawLabel(painter, inner.topLeft() + QPointF(0, 2 * inset),
                      tr("No event that is shown has a quantity."), theme.font());
            return;
        }
        const double height = inner.height() / static_cast<double>(charts.size());
        for (std::size_t i = 0; i < charts.size(); ++i) {
            const QRectF part(inner.left(), inner.top() + height * static_cast<double>(i),
                              inner.width(), height);
            painter.setPen(theme.ink());
            drawLabel(painter, part.topLeft() + QPointF(0, inset),
                      charts[i].sums.join(QStringLiteral("   ")), theme.strongFont());
            paintChart(painter, part.adjusted(0, inset * 1.4, 0, 0), charts[i].content, theme);
        }
    }
}

}  // namespace dateline::ui
