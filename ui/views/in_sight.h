// SPDX-License-Identifier: GPL-3.0-or-later
// Whether anything of a widget can be seen: behind another tab a dock is only moved out of sight,
// and counts as visible all the same. GUI thread.
#pragma once

#include <QRegion>
#include <QWidget>

namespace dateline::ui {

inline bool isInSight(const QWidget &widget)
{
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

}  // namespace dateline::ui
