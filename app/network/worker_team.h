// SPDX-License-Identifier: GPL-3.0-or-later
// A few threads that share loops over ranges. What a loop does to one range must not depend on any
// other range: then the result is the same whatever the number of threads. The caller takes part in
// the work; run() is not to be called from within a range. Starting costs some 50 us a thread, a
// run some 5 us.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline {

class WorkerTeam {
public:
    using Part = std::function<void(std::size_t first, std::size_t last)>;

    explicit WorkerTeam(unsigned threads);  // 0: as many as the machine runs at once
    ~WorkerTeam();
    WorkerTeam(const WorkerTeam &) = delete;
    WorkerTeam &operator=(const WorkerTeam &) = delete;

    // Calls part for [0, chunk), [chunk, 2 chunk) ... up to count, and returns when all are done.
    void run(std::size_t count, std::size_t chunk, const Part &part);

private:
    void serve();
    void work(const Part &part, std::size_t count, std::size_t chunk);

    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::condition_variable m_isDone;
    std::atomic<std::size_t> m_next{0};
    const Part *m_part = nullptr;
    std::size_t m_count = 0;
    std::size_t m_chunk = 1;
    std::size_t m_busy = 0;
    std::uint64_t m_runs = 0;
    bool m_isEnding = false;
};

}  // namespace dateline
