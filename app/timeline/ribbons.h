// SPDX-License-Identifier: GPL-3.0-or-later
// Ribbons: what somebody was and to whom they were tied, each as a bar from its begin to its end,
// below each other on one time axis. Ends are as rough as they are known; what claims attest stands
// on its bar. Geometry only; the mark language is that of the timeline. Pure; O(ribbons).
#pragma once

#include <span>
#include <vector>

#include "app/model/edtf.h"
#include "app/timeline/dated_mark.h"

namespace dateline {

// The stretch of time that shows all that is dated, and the instant of interest, with some room on
// both sides. An end that is not known takes none.
TimeSpan ribbonSpan(std::span<const When> dates, Instant at);

struct Ribbon {
    TimelineMark mark;
    std::vector<MarkStretch> stretches;  // of a linked mark
    std::vector<MarkStretch> attested;   // where claims say that it held, cut to the plot
};

// `attested`: the dates of the claims for it. A date that says nothing gives a mark without width.
Ribbon ribbonOf(const Edtf &date, std::span<const When> attested, Certainty certainty,
                const TimeScale &scale, const MarkPlace &place, const TimelineMetrics &metrics);

}  // namespace dateline
