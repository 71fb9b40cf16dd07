// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/edtf_widths.h"

#include <algorithm>
#include <cmath>

#include "app/model/civil_date.h"

namespace dateline {

namespace {

// The calendar's own units where whole ones are asked for, so that "about June" is May to July and
// not 30 days more on either side.
Instant stepped(Instant t, Precision precision, double units, int direction)
{
    if (t.isDistant() || units <= 0)
        return t;
    const auto whole = static_cast<std::int64_t>(std::floor(units));
    const CivilDate day = civilDateAt(t);
    const std::int64_t time = secondOfDay(t);
    const auto months = [&](std::int64_t each) {
        return addSeconds(instantOf(addMonths(day, direction * whole * each)), time);
    };
    Instant there = t;
    double rest = units - static_cast<double>(whole);
    std::int64_t unitSeconds = kSecondsPerDay;
    switch (precision) {
    case Precision::Second:
        return addSeconds(t, direction * std::llround(units));
    case Precision::Minute:
        return addSeconds(t, direction * std::llround(units * 60));
    case Precision::Day:
        return addSeconds(t, direction * std::llround(units * static_cast<double>(kSecondsPerDay)));
    case Precision::Month:
        there = months(1);
        unitSeconds = 30 * kSecondsPerDay;
        break;
    case Precision::Season:
        there = months(3);
        unitSeconds = 91 * kSecondsPerDay;
        break;
    case Precision::Year:
        there = months(12);
        unitSeconds = 365 * kSecondsPerDay;
        break;
    case Precision::Decade:
        there = months(120);
        unitSeconds = 3652 * kSecondsPerDay;
        break;
    case Precision::Century:
    case Precision::Coarser:
        there = months(1200);
        unitSeconds = 36524 * kSecondsPerDay;
        break;
    case Precision::None:
        return t;
    }
    rest *= static_cast<double>(unitSeconds);
    return addSeconds(there, direction * std::llround(rest));
}

}  // namespace

DateBounds widened(const When &when, const DateWidths &widths)
{
    const double units = std::max(when.has(kApproximate) ? widths.approximate : 0,
                                  when.has(kUncertain) ? widths.uncertain : 0);
    DateBounds bounds = when.bounds;
    bounds.earliestBegin = stepped(bounds.earliestBegin, when.precision, units, -1);
    bounds.latestEnd = stepped(bounds.latestEnd, when.precision, units, 1);
    return bounds;
}

}  // namespace dateline
