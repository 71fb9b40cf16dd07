// SPDX-License-Identifier: GPL-3.0-or-later
// What a date becomes when its mark, or one end of it, is dragged on the time line. Moving a whole
// mark keeps the precision that the date was written in: a month stays a month. An end takes the
// finer of the date's own precision and the zoom's; whoever performs the edit asks before it
// becomes finer than it was. "~", "?" and open ends stay. The result is EDTF text. Pure.
#pragma once

#include <string>

#include "app/model/date_bounds.h"

namespace dateline {

enum class DragPart : std::uint8_t { Whole, Begin, End };

// From where it was taken to where it was let go. Empty where nothing can be dragged (an open end,
// an undated event).
std::string draggedDate(const When &when, DragPart part, Instant taken, Instant released,
                        Precision atZoom);

// A date at a place on the screen, as precise as the zoom.
std::string dateAt(Instant t, Precision atZoom);

}  // namespace dateline
