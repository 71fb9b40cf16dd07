// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the history of an outlet's or speaker's grades where the last one was withdrawn:
// from then on there is none.
#pragma once

namespace dateline {

inline constexpr char kWithdrawnGrade = '-';

}  // namespace dateline
