// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own line icons, drawn in the ink of the palette at any size and scale.
#pragma once

#include <QIcon>

namespace dateline::ui {

// By the file's name in resources/icons without its ending; an empty icon where there is none.
QIcon icon(const QString &name);

}  // namespace dateline::ui
