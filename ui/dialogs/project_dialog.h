// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to the project and not to the user: its title, the hemisphere of its seasons, and
// how wide "about" and "perhaps" are. Each change is an edit of the file, undone like any other.
#pragma once

#include "ui/bridge/view_context.h"

class QWidget;

namespace dateline::ui {

// False where nothing was changed.
bool changeProjectDialog(const ViewContext &context, QWidget *parent);

}  // namespace dateline::ui
