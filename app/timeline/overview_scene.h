// SPDX-License-Identifier: GPL-3.0-or-later
// The strip below the timeline: how many events lie where in the whole file, the years, and over it
// the window that the timeline shows. Two scenes as on the timeline itself: the second changes with
// every pan, the first only with content and size. Pure.
#pragma once

#include <optional>

#include "app/timeline/density.h"
#include "app/timeline/timeline_scene.h"

namespace dateline {

struct OverviewFrame {
    double width = 800;
    double height = 56;
    double pixelRatio = 1;
    TimelineMetrics metrics;
    TimeScale scale;  // on the whole width: overviewScale
};

// All of the extent, with a little room on both sides.
TimeScale overviewScale(TimeSpan extent, double width);

// What the scene shows the heights of: O(events), so that a worker counts many. Any thread.
void countOverview(const OverviewFrame &frame, const EventColumns &events, const RowSet &shown,
                   Density &density);
void buildOverview(const OverviewFrame &frame, const Density &density, const AxisWords &words,
                   const TextMeasure &measure, TimelineScene &scene);

// Where the window stands; never narrower than can be taken hold of.
Box overviewWindow(const OverviewFrame &frame, TimeSpan window);
void buildOverviewWindow(const OverviewFrame &frame, TimeSpan window,
                         std::optional<TimeSpan> filterRange, TimelineScene &scene);

}  // namespace dateline
