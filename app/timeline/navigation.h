// SPDX-License-Identifier: GPL-3.0-or-later
// Moving about in time: zoom about a point, pan, fit, and the steps between two scales that make it
// smooth. All functions return a scale on the same plot that keeps within the limits. Pure.
#pragma once

#include "app/timeline/time_scale.h"

namespace dateline {

// Ten thousand years of 365.2425 days.
inline constexpr double kLongestView = 10'000.0 * 365.2425 * 86'400.0;
inline constexpr double kShortestView = 60.0;

struct NavigationLimits {
    double shortest = kShortestView;  // seconds on the plot
    double longest = kLongestView;
    // Where the data lie: a view may leave them by as much as it shows, and no further. Empty: no
    // limit.
    TimeSpan extent;

    // Limits that let the whole of the data be seen, even where they are older than ten thousand
    // years.
    static NavigationLimits around(TimeSpan extent);
};

TimeScale clamped(const TimeScale &scale, const NavigationLimits &limits);
// Factor above 1 shows less. The time under x stays under x, as long as the limits allow.
TimeScale zoomed(const TimeScale &scale, double x, double factor, const NavigationLimits &limits);
// The picture follows the pointer: a positive distance shows earlier times.
TimeScale panned(const TimeScale &scale, double pixels, const NavigationLimits &limits);
// The span in the middle, with that share of the width free on either side. A moment gets a day.
TimeScale fitted(const TimeScale &scale, TimeSpan span, double margin,
                 const NavigationLimits &limits);
// All of the data, with more room on the right, where the labels of the last events stand.
TimeScale wholeOf(const TimeScale &scale, TimeSpan extent, const NavigationLimits &limits);
// The least movement that brings the span into view; none if it is in view. A span that is longer
// than the view is brought in by its begin.
TimeScale revealing(const TimeScale &scale, TimeSpan span, const NavigationLimits &limits);
// A step from one scale to another: 0 gives from, 1 gives to. A point that both have in common
// stays still on the way.
TimeScale between(const TimeScale &from, const TimeScale &to, double progress);

}  // namespace dateline
