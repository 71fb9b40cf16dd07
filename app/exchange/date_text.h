// SPDX-License-Identifier: GPL-3.0-or-later
// The bounds of a date as ISO 8601, for other programs: the first and the last day that it can
// mean, or the first and the last second where the date has a time of day. Open and unknown ends
// have no text. Pure.
#pragma once

#include <string>

#include "app/model/edtf.h"

namespace dateline {

std::string earliestText(const Edtf &date);
std::string latestText(const Edtf &date);  // the last day itself, not the one after it

}  // namespace dateline
