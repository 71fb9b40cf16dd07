// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/date_drag.h"

#include <optional>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"
#include "app/timeline/time_scale.h"

namespace dateline {

namespace {

// The unit that the stretch is, exactly; none where it is no unit of the calendar.
std::optional<Precision> unitOf(TimeSpan span)
{
    for (const Precision precision :
         {Precision::Second, Precision::Minute, Precision::Day, Precision::Month, Precision::Season,
          Precision::Year, Precision::Decade, Precision::Century, Precision::Coarser}) {
        if (unitAround(span.begin(), precision) == span)
            return precision;
    }
    return std::nullopt;
}

Instant middleOf(TimeSpan span)
{
    return {span.begin().seconds + (span.end().seconds - span.begin().seconds) / 2};
}

std::string textAt(Instant t, Precision precision)
{
    return edtfFor(TimeSpan::between(t, t), precision);
}

std::string qualifier(const When &when)
{
    if (when.has(kApproximate) && when.has(kUncertain))
        return "%";
    return when.has(kApproximate) ? "~" : when.has(kUncertain) ? "?" : "";
}

// One end of a span: the stretch in which it lies, or how its being open is written.
struct End {
    TimeSpan stretch;
    std::string open;  // "..", or empty for unknown; only where isOpen
    bool isOpen = false;

    std::string text(const std::string &suffix) const
    {
        if (isOpen)
            return open;
        const Precision precision = unitOf(stretch).value_or(Precision::Day);
        return textAt(middleOf(stretch), precision) + suffix;
    }
    void shift(double seconds)
    {
        if (isOpen)
            return;
        const Precision precision = unitOf(stretch).value_or(Precision::Day);
        stretch = unitAround(TimeScale::shifted(middleOf(stretch), seconds), precision);
    }
    void moveTo(Instant t, Precision atZoom)
    {
        // Ends of an interval are written as days or coarser units, never as times.
        const Precision own = unitOf(stretch).value_or(Precision::Day);
        stretch = unitAround(t, std::max(std::min(own, atZoom), Precision::Day));
    }
};

std::string draggedSpan(const When &when, DragPart part, double seconds, Instant released,
                        Precision atZoom)
{
    const DateBounds &bounds = when.bounds;
    End begin{TimeSpan::between(bounds.earliestBegin, bounds.latestBegin), "", false};
    End end{TimeSpan::between(bounds.earliestEnd, bounds.latestEnd), "", false};
    if (when.has(kOpenBegin) || when.has(kUnknownBegin))
        begin = {{}, when.has(kOpenBegin) ? ".." : "", true};
    if (when.has(kOpenEnd) || when.has(kUnknownEnd))
        end = {{}, when.has(kOpenEnd) ? ".." : "", true};
    switch (part) {
    case DragPart::Whole:
        begin.shift(seconds);
        end.shift(seconds);
        break;
    case DragPart::Begin:
        if (begin.isOpen)
            return {};
        begin.moveTo(released, atZoom);
        if (!end.isOpen && begin.stretch.begin() >= end.stretch.end())
            begin.stretch = end.stretch;
        break;
    case DragPart::End:
        if (end.isOpen)
            return {};
        end.moveTo(released, atZoom);
        if (!begin.isOpen && end.stretch.end() <= begin.stretch.begin())
            end.stretch = begin.stretch;
        break;
    }
    const std::string suffix = qualifier(when);
    return begin.text(suffix).append("/").append(end.text(suffix));
}

// Some day between two days stays that: "[2024-06..2024-08]" is one of them, not all.
std::string oneOf(TimeSpan span, Precision precision, const std::string &suffix)
{
    const Instant last{span.end().seconds - 1};
    if (unitAround(span.begin(), precision) == unitAround(last, precision))
        return textAt(span.begin(), precision) + suffix;
    return std::string("[")
        .append(textAt(span.begin(), precision) + suffix)
        .append("..")
        .append(textAt(last, precision) + suffix)
        .append("]");
}

}  // namespace

std::string dateAt(Instant t, Precision atZoom)
{
    return textAt(t, atZoom);
}

std::string draggedDate(const When &when, DragPart part, Instant taken, Instant released,
                        Precision atZoom)
{
    if (!when.isDated())
        return {};
    const double seconds = TimeScale::secondsBetween(taken, released);
    if (when.form == DateForm::Span)
        return draggedSpan(when, part, seconds, released, atZoom);

    const TimeSpan whole = when.bounds.whole();
    if (whole.begin().isDistant() || whole.end().isDistant())
        return {};
    const std::string suffix = qualifier(when);
    const std::optional<Precision> unit = unitOf(whole);
    if (part == DragPart::Whole) {
        if (unit)
            return textAt(TimeScale::shifted(middleOf(whole), seconds), *unit) + suffix;
        // No unit of the calendar: both ends move by whole days.
        const double days = std::round(seconds / static_cast<double>(kSecondsPerDay));
        const double shift = days * static_cast<double>(kSecondsPerDay);
        return oneOf(TimeSpan::between(TimeScale::shifted(whole.begin(), shift),
                                       TimeScale::shifted(whole.end(), shift)),
                     Precision::Day, suffix);
    }
    // "One of" is written with days or coarser units, never with times.
    const Precision precision =
        std::max(std::min(unit.value_or(Precision::Day), atZoom), Precision::Day);
    const TimeSpan reached = unitAround(released, precision);
    const Instant begin = part == DragPart::Begin ? reached.begin() : whole.begin();
    const Instant end = part == DragPart::End ? reached.end() : whole.end();
    if (begin >= end)
        return oneOf(reached, precision, suffix);
    return oneOf(TimeSpan::between(begin, end), precision, suffix);
}

}  // namespace dateline
