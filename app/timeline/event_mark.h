// SPDX-License-Identifier: GPL-3.0-or-later
// The form in which an event stands on a time line, and the room that it needs there. Packing and
// the scene both ask here, so that they agree. Pure.
//   Moment: a dot; wider than a dot (a day seen close up): a capsule.
//   Range (a month, a season, 2025-02-2X) and set: a capsule as long as what the date can mean.
//   Span: a bar, certain between solidBegin and solidEnd, fading towards its ends; an open end is
//   an arrow, an unknown one only fades.
//   Set, and unspecified digits that leave gaps: its members, linked by a line (see dated_mark.h).
#pragma once

#include "app/model/date_bounds.h"
#include "app/timeline/time_scale.h"
#include "app/timeline/timeline_metrics.h"

namespace dateline {

enum class MarkForm : std::uint8_t { Dot, Capsule, Bar, Linked, Cluster };

struct MarkBox {
    MarkForm form = MarkForm::Dot;
    double x0 = 0;  // +-TimeScale::kFarAway for an end that is not known
    double x1 = 0;
    double solidBegin = 0;  // Bar only; solidBegin > solidEnd: nothing is certain
    double solidEnd = 0;
};

MarkBox markBox(const When &when, const TimeScale &scale, const TimelineMetrics &metrics);

// A word's colour and shape: colours repeat after eight, pairs of both after sixty-four. Word 0 is
// the empty one and grey.
struct CategoryLook {
    std::uint16_t colour = 0;
    std::uint8_t glyph = 0;
    bool operator==(const CategoryLook &) const = default;
};
constexpr std::uint32_t kColourCount = 8;
constexpr CategoryLook lookOfWord(std::uint32_t number)
{
    if (number == 0)
        return {kColourCount - 1, 0};
    const std::uint32_t index = number - 1;
    return {static_cast<std::uint16_t>(index % kColourCount),
            static_cast<std::uint8_t>((index + index / kColourCount) % kColourCount)};
}

}  // namespace dateline
