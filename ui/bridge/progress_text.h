// SPDX-License-Identifier: GPL-3.0-or-later
// How far long work is, in words: "120,000 rows/s, about 40 s left". One wording for the window.
#pragma once

#include <QString>

#include "app/base/long_work.h"
#include "app/base/progress_estimate.h"

namespace dateline::ui {

// What the stage does, how fast, and what is left; "" where nothing can be said yet.
QString progressText(const WorkProgress &now, const ProgressEstimate::Reading &reading);

}  // namespace dateline::ui
