// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in words: "autumn 2024", "March 2025, approximately", "until March 2025". Month names come
// from the locale, the rest is translated (context DateText). What is only known to the month never
// gets a day, and the year is always named. Pure functions; GUI thread or any other.
#pragma once

#include <QLocale>
#include <QString>

#include "app/model/edtf.h"

namespace dateline::ui {

// The whole meaning, for details and tool tips. Undated is "undated".
QString dateText(const Edtf &date, const QLocale &locale = QLocale());

// The same for lists and marks: "Mar 2025 ~", "…/Mar 2025", "20–28 Feb 2025".
QString shortDateText(const Edtf &date, const QLocale &locale = QLocale());

// From the first day that it can mean to the last one, both included: "1 Sep – 30 Nov 2024",
// "from 21 Mar 2025". Empty for what has no bounds at all.
QString boundsText(const Edtf &date, const QLocale &locale = QLocale());
QString boundsText(TimeSpan span, const QLocale &locale = QLocale());

// The unit that holds the instant: "21 March 2025", "2020s". Distant instants are "…".
QString instantText(Instant t, Precision precision, const QLocale &locale = QLocale());

}  // namespace dateline::ui
