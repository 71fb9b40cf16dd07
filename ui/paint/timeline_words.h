// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a timeline's picture needs, translated and in the locale's manner. Pure functions;
// any thread.
#pragma once

#include <QLocale>
#include <QString>

#include "app/timeline/lanes.h"
#include "app/timeline/timeline_scene_builder.h"

namespace dateline::ui {

TimelineWords timelineWords(const QLocale &locale = QLocale());
LaneWords laneWords(const QLocale &locale = QLocale());

// "17 of 17 events" and "1 earlier · 2 later · 1 undated".
QString countedText(const TimelineCounts &counts, const QLocale &locale = QLocale());
QString beyondText(const TimelineCounts &counts, const QLocale &locale = QLocale());

}  // namespace dateline::ui
