// SPDX-License-Identifier: GPL-3.0-or-later
// What a mark of the timeline says in words: the tool tip, and its name for those who do not see
// it. Pure functions of a snapshot; GUI thread.
#pragma once

#include <QString>

#include "app/model/snapshot.h"

namespace dateline::ui {

// "Mutual defence treaty signed, June 2024, confirmed, 2 sources, contested".
QString eventName(const Snapshot &snapshot, EventRow row);

// Rich text: title; the date as written and in words; status; who took part; sources.
QString eventToolTip(const Snapshot &snapshot, EventRow row);

// The title, for a menu entry.
QString eventTitle(const Snapshot &snapshot, EventRow row);
Edtf dateOf(const Snapshot &snapshot, EventRow row);

// From the first to the last event; of a file without dated ones last year to next year, for
// somebody will make the first event there.
TimeSpan spanToShow(const EventColumns &events);

}  // namespace dateline::ui
