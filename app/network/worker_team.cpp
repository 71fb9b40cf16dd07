// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/worker_team.h"

#include <algorithm>

namespace dateline {

WorkerTeam::WorkerTeam(unsigned threads)
{
    const unsigned wanted =
        threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
    for (unsigned i = 1; i < wanted; ++i)
        m_threads.emplace_back([this] { serve(); });
}

WorkerTeam::~WorkerTeam()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_hasWork.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void WorkerTeam::run(std::size_t count, std::size_t chunk, const Part &part)
{
    if (m_threads.empty() || count <= chunk) {
        for (std::size_t first = 0; first < count; first += chunk)
            part(first, std::min(count, first + chunk));
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_part = &part;
        m_count = count;
        m_chunk = chunk;
        m_next = 0;
        m_busy = m_threads.size();
        ++m_runs;
    }
    m_hasWork.notify_all();
    work(part, count, chunk);
    std::unique_lock lock(m_mutex);
    m_isDone.wait(lock, [this] { return m_busy == 0; });
}

void WorkerTeam::serve()
{
    std::uint64_t seen = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_hasWork.wait(lock, [&] { return m_isEnding || m_runs != seen; });
        if (m_isEnding)
            return;
        seen = m_runs;
        const Part &part = *m_part;
        const std::size_t count = m_count;
        const std::size_t chunk = m_chunk;
        lock.unlock();
        work(part, count, chunk);
        lock.lock();
        if (--m_busy == 0)
            m_isDone.notify_one();
    }
}

void WorkerTeam::work(const Part &part, std::size_t count, std::size_t chunk)
{
    for (;;) {
        const std::size_t first = m_next.fetch_add(chunk);
        if (first >= count)
            return;
        part(first, std::min(count, first + chunk));
    }
}

}  // namespace dateline
