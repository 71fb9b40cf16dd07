// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/newest_job.h"

#include <exception>

namespace dateline {

NewestJob::NewestJob(OnFailure onFailure)
    : m_onFailure(std::move(onFailure)), m_thread([this](std::stop_token stop) { run(stop); })
{
}

NewestJob::~NewestJob()
{
    cancel();
    m_thread.request_stop();
    m_wake.notify_all();
}

void NewestJob::start(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_current.request_stop();
        m_waiting = std::move(work);
    }
    m_wake.notify_all();
}

void NewestJob::cancel()
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.reset();
    m_current.request_stop();
}

bool NewestJob::isBusy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isRunning || m_waiting.has_value();
}

void NewestJob::run(std::stop_token threadStop)
{
    while (true) {
        Work work;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            m_isRunning = false;
            if (!m_wake.wait(lock, threadStop, [this] { return m_waiting.has_value(); }))
                return;
            work = std::move(*m_waiting);
            m_waiting.reset();
            m_current = std::stop_source();
            stop = m_current.get_token();
            m_isRunning = true;
        }
        try {
            work(stop);
        } catch (const std::exception &exception) {
            if (m_onFailure)
                m_onFailure(Error{ErrorCode::Internal, exception.what()});
        }
    }
}

}  // namespace dateline
