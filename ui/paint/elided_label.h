// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is cut to a width, for lists of titles that nobody has seen yet: no more of it is
// shaped than is seen. Next to label.h, with whose words it is drawn. Any thread.
#pragma once

#include <QFont>
#include <QString>

namespace dateline::ui {

// The text, or as much of its beginning as the width takes, with an ellipsis.
QString elidedLabel(const QString &text, const QFont &font, double width);

}  // namespace dateline::ui
