// SPDX-License-Identifier: GPL-3.0-or-later
// A search of the open file on a worker: the newest request wins, and one ends with the file that
// it is about. What derives from it says what is searched for and what becomes of it. GUI thread.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include <QObject>

#include "app/base/newest_job.h"

namespace dateline {
class BackgroundSearch;
}

namespace dateline::ui {

class SessionHub;

class SearchJob : public QObject {
    Q_OBJECT

public:
    ~SearchJob() override;

    void cancel();
    // False once all was found, or nothing was asked for.
    bool isBusy() const { return m_isBusy; }

protected:
    explicit SearchJob(SessionHub &hub, QObject *parent);

    SessionHub &hub() const { return m_hub; }
    // The work is done on the worker; the number is that of the request, to be handed back with
    // what was found.
    using Work = std::function<void(BackgroundSearch &, int, const std::stop_token &)>;
    void run(Work work);
    // On this thread: whether it is still wanted. The last of a request ends it.
    bool isWanted(int request, bool isLast);

private:
    SessionHub &m_hub;
    std::shared_ptr<BackgroundSearch> m_search;  // of the file that is open
    int m_request = 0;
    bool m_isBusy = false;
    NewestJob m_job;  // last: ends before what it works for
};

}  // namespace dateline::ui
