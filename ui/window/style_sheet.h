// SPDX-License-Identifier: GPL-3.0-or-later
// The calm look of the widgets around the canvases, made from a theme: thin rules, one accent, no
// frames in frames. All lengths follow the font.
#pragma once

#include <QPalette>
#include <QString>

#include "ui/paint/theme.h"

namespace dateline::ui {

QString styleSheet(const Theme &theme);
QPalette paletteOf(const Theme &theme);  // for a light or dark look other than the desktop's

}  // namespace dateline::ui
