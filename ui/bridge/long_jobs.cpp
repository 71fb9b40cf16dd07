// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/long_jobs.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

#include "app/base/heap_memory.h"
#include "ui/bridge/post.h"
#include "ui/bridge/progress_text.h"

namespace dateline::ui {

// What the two threads share.
struct LongJobs::Run {
    void end(Result<void> how)
    {
        {
            const std::scoped_lock lock(mutex);
            result = std::move(how);
        }
        hasEnded.notify_all();
    }

    std::stop_source stop;
    std::mutex mutex;
    std::condition_variable hasEnded;
    std::optional<Result<void>> result;
};

LongJobs::LongJobs(QObject *parent) : QObject(parent)
{
    m_job = std::make_unique<NewestJob>([this](Error error) {
        post(this, [this, error = std::move(error)] {
            if (const std::shared_ptr<Run> run = m_run) {
                run->end(tl::unexpected(error));
                finish(run);
            }
        });
    });
}

LongJobs::~LongJobs()
{
    stop();
    m_job.reset();  // waits
}

bool LongJobs::start(const QString &title, Work work, Then then)
{
    if (isBusy())
        return false;
    m_run = std::make_shared<Run>();
    m_then = std::move(then);
    m_title = title;
    m_text.clear();
    m_share = -1;
    m_estimate = {};
    m_begun.start();
    // The job's own token would come too late for work that has not begun.
    m_job->start([this, run = m_run, work = std::move(work)](const std::stop_token &) mutable {
        LongWork watched([&run] { return run->stop.stop_requested(); },
                         [this, &run](const WorkProgress &now) {
                             post(this, [this, run, now] { tell(run, now); });
                         });
        Result<void> result = work(watched);
        work = {};  // what it holds goes before anybody hears that it is done
        giveBackFreeHeap();
        run->end(std::move(result));
        post(this, [this, run] { finish(run); });
    });
    Q_EMIT started();
    return true;
}

void LongJobs::stop()
{
    if (m_run)
        m_run->stop.request_stop();
}

bool LongJobs::waitFor(int milliseconds)
{
    const std::shared_ptr<Run> run = m_run;
    if (!run)
        return true;
    {
        std::unique_lock lock(run->mutex);
        run->hasEnded.wait_for(lock, std::chrono::milliseconds(milliseconds),
                               [&run] { return run->result.has_value(); });
    }
    finish(run);
    return !isBusy();
}

void LongJobs::tell(const std::shared_ptr<Run> &run, const WorkProgress &now)
{
    if (run != m_run)
        return;
    const double seconds = static_cast<double>(m_begun.elapsed()) / 1000;
    const std::int64_t count = now.unit == WorkUnit::Nothing ? 0 : now.done;
    m_text = progressText(now, m_estimate.at(seconds, now.share, count));
    m_share = now.share;
    Q_EMIT advanced();
}

void LongJobs::finish(const std::shared_ptr<Run> &run)
{
    if (run != m_run)
        return;
    Result<void> result;
    {
        const std::scoped_lock lock(run->mutex);
        if (!run->result)
            return;
        result = *run->result;
    }
    m_run.reset();
    const Then then = std::exchange(m_then, nullptr);
    Q_EMIT ended();
    if (then)
        then(result);
}

}  // namespace dateline::ui
