// SPDX-License-Identifier: GPL-3.0-or-later
// Analyse, Shortest path: two actors, the shortest way between them through what is shown, and the
// claims and events that each step rests on. A row leads to what it names; the window stays usable.
#pragma once

#include "ui/bridge/view_context.h"

class QWidget;

namespace dateline::ui {

// The actors that are selected are filled in.
void showPathDialog(const ViewContext &context, QWidget *parent);

}  // namespace dateline::ui
