// SPDX-License-Identifier: GPL-3.0-or-later
// One lane while the scene builder makes its marks: shared by its two source files, and by nothing
// else.
#pragma once

#include "app/timeline/timeline_scene_builder.h"

namespace dateline {

struct TimelineSceneBuilder::LaneView {
    std::uint32_t index = 0;
    const Lane *lane = nullptr;
    LanePlace place;
    int rows = 1;
    double offsetY = 0;  // from the layout's heights to the picture's
    double worldX = 0;   // from packed x to the picture's
    const TimelineFrame *frame = nullptr;
    TimeScale scale;
    Box plot;
};

}  // namespace dateline
