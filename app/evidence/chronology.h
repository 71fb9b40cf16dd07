// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot have been, or can hardly have been, by the dates, places and numbers of a project.
// Must: whatever each date means within what is written; May: for some reading of them. Pure;
// O(rows log rows), but for one person's overlapping stays, of which each is held against the next
// few.
//
// Codes: person_in_two_places, role_outside_term, effect_before_cause, part_outside_whole,
// parts_above_whole, meeting_one_sided, source_dates_reversed, version_before_first.
//
// Order and parts are told by claims whose value is another event's title: the fields "cause",
// "follows" and "response to" (that one came first), "leads to" and "precedes" (it came after), and
// "part of". A role's field "date" tells a day on which somebody held it.
#pragma once

#include "app/evidence/finding.h"

namespace dateline {

Findings checkChronology(const Snapshot &snapshot);

// The parts of it.
void checkStays(Findings &findings, const Snapshot &snapshot);
void checkTerms(Findings &findings, const Snapshot &snapshot);
void checkOrder(Findings &findings, const Snapshot &snapshot);
void checkWholes(Findings &findings, const Snapshot &snapshot);
void checkSides(Findings &findings, const Snapshot &snapshot);
void checkVersions(Findings &findings, const Snapshot &snapshot);

}  // namespace dateline
