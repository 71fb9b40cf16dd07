// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the marks: grid, ruler, lane names, the as-of date and today, the counts in
// the corner. Part of the scene builder, apart from it because it knows nothing of events. Pure.
#pragma once

#include "app/timeline/timeline_scene_builder.h"

namespace dateline {

// Sets the areas; call first.
void addAreas(const TimelineFrame &frame, TimelineScene &scene);
// Grid lines into the content; ruler with labels, dates and counts into the top layer.
void addAxis(const TimelineFrame &frame, const TimelineWords &words, const TextMeasure &measure,
             TimelineScene &scene);
// The names of scene.lanes into the side layer.
void addLaneNames(const TimelineFrame &frame, const Lanes &lanes, const TextMeasure &measure,
                  TimelineScene &scene);

}  // namespace dateline
