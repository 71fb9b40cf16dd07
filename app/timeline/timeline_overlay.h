// SPDX-License-Identifier: GPL-3.0-or-later
// What changes while the picture stands: rings around selected marks and the one under the pointer,
// the claims on the date of a selected event, amber rings around those that a doubt would take
// along, the label of a selected mark that had no room for it, the brush, the ghost of what is
// dragged, the date under the pointer. A second, tiny scene over the first, which it never
// rebuilds. Pure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/timeline/timeline_scene_builder.h"

namespace dateline {

struct TimelineEmphasis {
    std::vector<EventRow> selected;  // ascending
    EventRow hovered;
    std::uint32_t hoveredLane = UINT32_MAX;
    EventRow current;  // has the keyboard's focus, in that lane
    std::uint32_t currentLane = UINT32_MAX;
    std::vector<std::uint32_t> selectedLanes;  // of selected actors
    // What each claim on the date of the one selected event says, the preferred one first.
    struct Whisker {
        When when;
        std::optional<Instant> published;  // of its source
        std::string label;                 // outlet and grade
        bool isPreferred = false;
        bool isAgainst = false;
        bool operator==(const Whisker &) const = default;
    };
    std::vector<Whisker> whiskers;
    // Where nothing unfolds: when sources told of the one selected event, ascending.
    std::vector<Instant> published;
    std::shared_ptr<const RowSet> doubted;  // rest on what is doubted alone; may be null
    std::optional<TimeSpan> range;          // of the filter: a line under the ruler
    std::optional<TimeSpan> brush;
    std::optional<double> cursorX;  // names the date there in the ruler
    struct Ghost {
        Box box;
        std::string text;  // the date that a release would give
        bool operator==(const Ghost &) const = default;
    };
    std::optional<Ghost> ghost;
    bool operator==(const TimelineEmphasis &) const = default;
};

// `words` names the instants under pointer and brush.
void buildOverlay(const TimelineScene &scene, const TimelineFrame &frame, const Lanes &lanes,
                  const Snapshot &snapshot, const TimelineEmphasis &emphasis,
                  const AxisWords &words, const TextMeasure &measure, TimelineScene &overlay);

}  // namespace dateline
