// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a role or a relation holds at an instant, by its dates: certainly, or only between the
// earliest and the latest that its rough ends can mean. Pure.
#pragma once

#include "app/model/date_bounds.h"

namespace dateline {

enum class Validity : std::uint8_t {
    Unknown,  // it has no dates
    No,
    Perhaps,
    Certain,
};

constexpr Validity validityAt(const When &when, Instant at)
{
    if (!when.isDated())
        return Validity::Unknown;
    const DateBounds &bounds = when.bounds;
    const bool hasNoEnd = bounds.latestEnd == Instant::distantFuture();
    if (at < bounds.earliestBegin || (at >= bounds.latestEnd && !hasNoEnd))
        return Validity::No;
    if (when.form == DateForm::Moment)
        return Validity::Certain;
    const bool hasEndless = bounds.earliestEnd == Instant::distantFuture();
    return when.form == DateForm::Span && bounds.latestBegin <= at &&
                   (at < bounds.earliestEnd || hasEndless)
               ? Validity::Certain
               : Validity::Perhaps;
}

}  // namespace dateline
