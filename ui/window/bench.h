// SPDX-License-Identifier: GPL-3.0-or-later
// The bench of the command line: the real main window, off screen, worked by real wheel and mouse
// events, each frame painted at once and timed. Times are wall clock; read medians and ratios.
#pragma once

#include <string>
#include <vector>

#include <QSize>

#include "app/base/error.h"

namespace dateline::ui {

// One JSON object as docs say (CLI: bench). Needs a QApplication; the file is not changed.
// Only these scripts; all where none is named.
Result<std::string> runBench(const std::string &file, QSize size,
                             const std::vector<std::string> &only = {});

}  // namespace dateline::ui
