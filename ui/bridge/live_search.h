// SPDX-License-Identifier: GPL-3.0-or-later
// The search behind a field that somebody types into, on a worker: the newest words win, and what
// is found on the way is shown before the rest is. GUI thread.
#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "app/base/newest_job.h"
#include "app/model/search_hit.h"

namespace dateline {
class BackgroundSearch;
}

namespace dateline::ui {

class SessionHub;

class LiveSearch final : public QObject {
    Q_OBJECT

public:
    explicit LiveSearch(SessionHub &hub, QObject *parent = nullptr);
    ~LiveSearch() override;

    void start(const QString &words, int limit);
    void cancel();
    // False once all was found, or nothing was asked for.
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    // The best that is known; again, while isBusy(), when there is more.
    void found(const std::vector<dateline::SearchHit> &hits);

private:
    void take(int request, const std::vector<SearchHit> &hits, bool isAll);

    SessionHub &m_hub;
    std::shared_ptr<BackgroundSearch> m_search;  // of the file that is open
    int m_request = 0;
    bool m_isBusy = false;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
