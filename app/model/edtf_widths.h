// SPDX-License-Identifier: GPL-3.0-or-later
// How far "about" (~) and "perhaps" (?) reach. The standard gives them no width, and bounds never
// have one; where a reader wants to know what "about June 2024" takes in, a project says how many
// units of the date's own precision that is. Pure.
#pragma once

#include "app/model/date_bounds.h"

namespace dateline {

struct DateWidths {
    double approximate = 1;  // units before and after: "2024-06~" takes in May and July
    double uncertain = 0;    // a date in doubt is no wider for it

    bool operator==(const DateWidths &) const = default;
};

// The same bounds for a date that is neither.
DateBounds widened(const When &when, const DateWidths &widths);

}  // namespace dateline
