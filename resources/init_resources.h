// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the built-in files readable as :/icons/…, :/mappings/…, :/help/… and :/sample.dateline.
// Call it once, before the first of them is opened; calling it again does nothing. Any thread.
#pragma once

namespace dateline::ui {

void initResources();

}  // namespace dateline::ui
