// SPDX-License-Identifier: GPL-3.0-or-later
// How two dates as written lie to each other. "Certainly" holds whichever of its possible instants
// each date means; "possibly" holds for at least one choice. Undated lies nowhere: every answer is
// no. Widths for ~ and ? are the caller's affair. Constant time.
#pragma once

#include "app/model/date_bounds.h"

namespace dateline {

// All of a is over when b begins.
constexpr bool certainlyBefore(const When &a, const When &b)
{
    return a.isDated() && b.isDated() && a.bounds.latestEnd <= b.bounds.earliestBegin;
}

// Some reading has all of a over when b begins.
constexpr bool possiblyBefore(const When &a, const When &b)
{
    const Instant firstEnd =
        a.form == DateForm::Span ? a.bounds.earliestEnd : a.bounds.earliestBegin;
    const Instant lastBegin = b.form == DateForm::Span ? b.bounds.latestBegin : b.bounds.latestEnd;
    return a.isDated() && b.isDated() && firstEnd < lastBegin;
}

// The date may have something of itself inside the span.
constexpr bool possiblyOverlaps(const When &when, TimeSpan span)
{
    return when.isDated() && when.bounds.whole().overlaps(span);
}

// The date has something of itself inside the span, whatever is true: it lies wholly inside, or
// its certain part reaches in.
constexpr bool certainlyOverlaps(const When &when, TimeSpan span)
{
    if (!when.isDated())
        return false;
    const DateBounds &bounds = when.bounds;
    if (span.begin() <= bounds.earliestBegin && bounds.latestEnd <= span.end())
        return true;
    if (when.form != DateForm::Span)
        return false;
    // It began before the span ended, and ended after the span began, in every reading.
    return bounds.latestBegin <= span.end() && bounds.earliestEnd >= span.begin() &&
           bounds.latestBegin <= bounds.earliestEnd;
}

// The dates can mean the same time, or share some of it.
constexpr bool possiblyTogether(const When &a, const When &b)
{
    return a.isDated() && b.isDated() && a.bounds.whole().overlaps(b.bounds.whole());
}

}  // namespace dateline
