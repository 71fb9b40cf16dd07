// SPDX-License-Identifier: GPL-3.0-or-later
// The events that the words of a filter mean: at once in a small file, from a worker in a large
// one. The newest words win. GUI thread.
#pragma once

#include <functional>

#include <QString>

#include "app/base/column.h"
#include "app/model/ids.h"
#include "ui/bridge/search_job.h"

namespace dateline::ui {

class WordsLookup final : public SearchJob {
    Q_OBJECT

public:
    explicit WordsLookup(SessionHub &hub, QObject *parent = nullptr) : SearchJob(hub, parent) {}

    // Each once: see eventsMeantBy(). Called before start() returns, or later on this
    // thread, or never where something else was asked for meanwhile.
    using Take = std::function<void(Column<EventId>)>;
    void start(const QString &words, Take take);
};

}  // namespace dateline::ui
