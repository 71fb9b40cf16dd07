// SPDX-License-Identifier: GPL-3.0-or-later
// All tags of the project as a tree, with how often each is used: renaming one takes along what is
// below it, giving it another's name merges the two, dropping one on another moves it there. Each
// is one edit, undone like any other. GUI thread.
#pragma once

#include "ui/bridge/view_context.h"

class QWidget;

namespace dateline::ui {

void showTagsDialog(const ViewContext &context, QWidget *parent);

}  // namespace dateline::ui
