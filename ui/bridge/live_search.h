// SPDX-License-Identifier: GPL-3.0-or-later
// The search behind a field that somebody types into, on a worker: the newest words win, and what
// is found on the way is shown before the rest is. GUI thread.
#pragma once

#include <vector>

#include "app/model/search_hit.h"
#include "ui/bridge/search_job.h"

namespace dateline::ui {

class LiveSearch final : public SearchJob {
    Q_OBJECT

public:
    explicit LiveSearch(SessionHub &hub, QObject *parent = nullptr) : SearchJob(hub, parent) {}

    void start(const QString &words, int limit);

Q_SIGNALS:
    // The best that is known; again, while isBusy(), when there is more.
    void found(const std::vector<dateline::SearchHit> &hits);

private:
    void take(int request, const std::vector<SearchHit> &hits, bool isAll);
};

}  // namespace dateline::ui
