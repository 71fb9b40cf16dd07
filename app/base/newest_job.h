// SPDX-License-Identifier: GPL-3.0-or-later
// One worker thread for one concern (a layout, a search, a load). Of several requests only the
// newest runs to its end: a running one is asked to stop, a waiting one is replaced.
//
//     NewestJob job;
//     job.start([snapshot](std::stop_token stop) { ... post the result ... });
//
// start(), cancel() and the destructor are called on one thread (the owner's). The work runs on the
// worker and must hold values only; what it throws ends that request and is handed to onFailure.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "app/base/error.h"

namespace dateline {

class NewestJob {
public:
    using Work = std::function<void(std::stop_token)>;
    using OnFailure = std::function<void(Error)>;  // called on the worker

    explicit NewestJob(OnFailure onFailure = {});
    ~NewestJob();  // asks the running work to stop and waits for it
    NewestJob(const NewestJob &) = delete;
    NewestJob &operator=(const NewestJob &) = delete;

    void start(Work work);
    void cancel();  // stops the running work and forgets the waiting one; does not wait
    bool isBusy() const;

private:
    void run(std::stop_token threadStop);

    OnFailure m_onFailure;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Work> m_waiting;
    std::stop_source m_current;
    bool m_isRunning = false;
    std::jthread m_thread;
};

}  // namespace dateline
