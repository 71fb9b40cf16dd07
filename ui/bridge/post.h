// SPDX-License-Identifier: GPL-3.0-or-later
// The one way by which a worker's result reaches the GUI thread: the function runs there, in order,
// unless the receiver is gone by then.
#pragma once

#include <utility>

#include <QMetaObject>
#include <QObject>

namespace dateline::ui {

template <typename Function>
void post(QObject *receiver, Function &&function)
{
    QMetaObject::invokeMethod(receiver, std::forward<Function>(function), Qt::QueuedConnection);
}

}  // namespace dateline::ui
