// SPDX-License-Identifier: GPL-3.0-or-later
// How the open project reads dates: the hemisphere of its seasons, and how wide "about" and
// "perhaps" are there. Settings of the file, changed like anything in it. GUI thread.
#pragma once

#include "app/model/edtf_widths.h"
#include "app/suggestions/date_readings.h"

namespace dateline::ui {

class SessionHub;

inline constexpr char16_t kHemisphereSetting[] = u"hemisphere";  // "south"; else the north
inline constexpr char16_t kApproximateSetting[] = u"approximate_width";
inline constexpr char16_t kUncertainSetting[] = u"uncertain_width";

DateSetting dateSettingOf(const SessionHub &hub, const Edtf &published = {},
                          const std::string &language = {});
DateWidths dateWidthsOf(const SessionHub &hub);

}  // namespace dateline::ui
