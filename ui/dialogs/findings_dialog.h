// SPDX-License-Identifier: GPL-3.0-or-later
// Analyse, Check: what is broken in the file and where its claims disagree, like a compiler's list.
// A double-click, or Enter, selects what a line is about; the window stays usable beside it.
#pragma once

#include "ui/bridge/view_context.h"

class QWidget;

namespace dateline::ui {

void showFindingsDialog(const ViewContext &context, QWidget *parent);

}  // namespace dateline::ui
