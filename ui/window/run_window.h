// SPDX-License-Identifier: GPL-3.0-or-later
// The program with a window: arguments, application, first start. Returns the exit status.
#pragma once

namespace dateline::ui {

// dateline [FILE] | --sample. Without either: the sample at the very first start, then the start
// page.
int runWindow(int argc, char **argv);

}  // namespace dateline::ui
