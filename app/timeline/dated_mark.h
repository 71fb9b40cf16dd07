// SPDX-License-Identifier: GPL-3.0-or-later
// The mark of one date in a plot: its box cut to the plot, where it is solid, how it fades, and
// what its outline says about the date. The timeline, its legend and the date field draw the same.
// Pure.
//   Set: one capsule a member, hollow where one of them is meant, solid where all are.
//   Unspecified digits: likewise where they leave gaps ("156X-12-25"), else a combed outline.
//   An end of a span that is itself approximate or uncertain: a wave at that end.
#pragma once

#include <string_view>
#include <vector>

#include "app/timeline/timeline_scene.h"

namespace dateline {

struct MarkPlace {
    double left = 0;  // of the plot
    double right = 0;
    double centreY = 0;
    double height = 0;
    double pixelRatio = 1;
};

// Without what lies in the text of the date alone, see addForm(). The row, colour and certainty are
// the caller's.
TimelineMark datedMark(const When &when, const MarkBox &whole, const MarkPlace &place);

// What bounds do not say, read from the text: the members of a set, digits, rough ends. Costs a
// reading of the text, and nothing for the dates that have none of these. Members are appended to
// `stretches`; with mayLink false gaps between digits are not shown one by one.
void addForm(TimelineMark &mark, std::string_view edtf, const When &when, const TimeScale &scale,
             const MarkPlace &place, std::vector<MarkStretch> &stretches, bool mayLink = true);

}  // namespace dateline
