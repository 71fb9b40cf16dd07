// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below a picture: how many events it shows, the filter, the cut-off date, and the
// numbered sources of the events in it, and of what is said about those who take part in them.
#pragma once

#include <QString>
#include <QStringList>

#include "app/model/filter.h"

namespace dateline::ui {

// The filter sentence and the as-of text may be empty. At most twelve sources are named; the rest
// are counted.
QStringList pictureCaption(const Snapshot &snapshot, const RowSet &shown,
                           const QString &filterSentence, const QString &asOf);

}  // namespace dateline::ui
