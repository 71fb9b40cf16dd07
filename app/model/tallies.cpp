// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/tallies.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/model/civil_date.h"

namespace dateline {

namespace {

constexpr std::array kUnits{Precision::Day,    Precision::Month,   Precision::Year,
                            Precision::Decade, Precision::Century, Precision::Coarser};

// From the first to the last instant that shown events name; empty at 0 where none does.
TimeSpan extentOf(const EventColumns &events, const RowSet &shown)
{
    Instant first = Instant::distantFuture();
    Instant last = Instant::distantPast();
    shown.bits().forEachIn(0, events.datedSize(), [&](std::uint32_t row) {
        for (const Instant end : {events.begins()[row], events.ends()[row]}) {
            if (end.isDistant())
                continue;
            first = std::min(first, end);
            last = std::max(last, end);
        }
    });
    return first < last ? TimeSpan::between(first, last) : TimeSpan();
}

// When the event has certainly begun. A date that is open towards the past tells that only by its
// end; a distant instant stands for a date that names none.
Instant certainBegin(const DateBounds &bounds)
{
    return bounds.latestBegin.isDistant() ? bounds.latestEnd : bounds.latestBegin;
}

// The periods of one unit that cover the span, or nothing where they would be too many.
std::vector<TimeSpan> periodsOf(TimeSpan span, Precision unit, std::uint32_t most)
{
    std::vector<TimeSpan> periods;
    for (Instant at = span.begin(); at < span.end();) {
        const TimeSpan period = unitAround(at, unit);
        if (period.isEmpty() || periods.size() >= most)
            return {};
        periods.push_back(period);
        at = period.end();
    }
    return periods;
}

}  // namespace

PeriodTally tallyPeriods(const Snapshot &snapshot, const RowSet &shown, std::uint32_t mostPeriods)
{
    const EventColumns &events = *snapshot.events;
    PeriodTally tally;
    const TimeSpan extent = extentOf(events, shown);
    for (const Precision unit : kUnits) {
        tally.unit = unit;
        tally.periods = periodsOf(extent, unit, mostPeriods);
        if (!tally.periods.empty())
            break;
    }

    std::map<std::uint32_t, PeriodTally::Series> byKind;
    shown.bits().forEach([&](std::uint32_t i) {
        const EventRow row{i};
        if (i >= events.datedSize()) {
            ++tally.undated;
            return;
        }
        PeriodTally::Series &series = byKind[events.kind(row)];
        series.kind = events.kind(row);
        series.counts.resize(tally.periods.size());
        ++series.total;
        const auto next = std::upper_bound(
            tally.periods.begin(), tally.periods.end(), events.begins()[i],
            [](Instant at, const TimeSpan &period) { return at < period.begin(); });
        const bool fits = next != tally.periods.begin() && events.ends()[i] <= (next - 1)->end();
        if (fits)
            ++series.counts[static_cast<std::size_t>(next - 1 - tally.periods.begin())];
        else
            ++series.wider;
    });
    for (auto &[kind, series] : byKind)
        tally.series.push_back(std::move(series));
    std::stable_sort(tally.series.begin(), tally.series.end(),
                     [](const auto &a, const auto &b) { return a.total > b.total; });
    return tally;
}

std::vector<ActorTally> tallyActors(const Snapshot &snapshot, const RowSet &shown)
{
    std::vector<ActorTally> tallies;
    for (std::uint32_t i = 0; i < snapshot.actors->size(); ++i) {
        ActorTally tally{{i}, 0};
        for (const EventRow event : snapshot.participations->eventsOf(tally.actor))
            tally.events += shown.contains(event) ? 1u : 0u;
        if (tally.events > 0)
            tallies.push_back(tally);
    }
    std::stable_sort(tallies.begin(), tallies.end(),
                     [](const auto &a, const auto &b) { return a.events > b.events; });
    return tallies;
}

std::vector<QuantityBand> quantityBands(const Snapshot &snapshot, const RowSet &shown)
{
    std::map<std::pair<std::string, std::string>, QuantityBand> bands;
    for (const Quantity &quantity : *snapshot.quantities) {
        const EventRow row = snapshot.events->rowOf(quantity.event);
        if (!row || row.value >= snapshot.events->datedSize() || !shown.contains(row) ||
            (!quantity.low && !quantity.high))
            continue;
        const DateBounds bounds = snapshot.events->when(row).bounds;
        const Instant from = certainBegin(bounds);
        if (from.isDistant())
            continue;
        QuantityBand &band = bands[{quantity.what, quantity.unit}];
        band.what = quantity.what;
        band.unit = quantity.unit;
        QuantityBand::Step step;
        step.when = bounds.whole();
        step.from = from;
        step.event = row;
        step.ownLow = quantity.low ? *quantity.low : *quantity.high;
        step.ownHigh = quantity.high.value_or(step.ownLow);
        step.mode = quantity.mode;
        band.steps.push_back(step);
    }
    std::vector<QuantityBand> sorted;
    for (auto &[key, band] : bands) {
        std::stable_sort(band.steps.begin(), band.steps.end(),
                         [](const auto &a, const auto &b) { return a.from < b.from; });
        double low = 0;
        double high = 0;
        for (QuantityBand::Step &step : band.steps) {
            const bool adds = step.mode == QuantityMode::Additional;
            low = (adds ? low : 0) + step.ownLow;
            high = (adds ? high : 0) + step.ownHigh;
            step.low = low;
            step.high = high;
        }
        sorted.push_back(std::move(band));
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.steps.size() > b.steps.size(); });
    return sorted;
}

}  // namespace dateline
