// SPDX-License-Identifier: GPL-3.0-or-later
// Short words that tables, lists and panels share, so that the same thing reads the same in each.
// Pure functions; any thread.
#pragma once

#include <string_view>

#include <QString>

namespace dateline::ui {

QString shortDateOf(std::string_view edtf);  // "Mar 2025 ~"; as written where it is no date
QString longDateOf(std::string_view edtf);   // "March 2025, approximately"
QString numberText(qlonglong number);        // grouped by the locale
QString numberText(double number);           // no more digits than it has
// "1 source", "12 sources": one holds for 1, many has %1 in the place of the number.
QString counted(qlonglong number, const QString &one, const QString &many);
QString joined(const QStringList &parts);  // with middle dots, without the empty ones
QString oneLine(std::string_view text, int longest = 400);  // a quote or note in one line

}  // namespace dateline::ui
