// SPDX-License-Identifier: GPL-3.0-or-later
// How work that can take long tells how far it is and hears that it shall stop: opening, import,
// export, undo of an import, on whatever thread they run.
//
//     work.enter(WorkStage::Writing, 0.9, rows, WorkUnit::Rows);
//     for (...)
//         if (!work.advance())
//             return failure(ErrorCode::Cancelled, "...");
//
// Belongs to the thread that works. Listener and question are called on it, at most some twenty
// times a second; advance() costs a look at the clock, and none for most rows.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <utility>

namespace dateline {

enum class WorkStage {
    Rows,      // of an import, or of its undo
    Indexes,   // made anew
    Text,      // made searchable
    Snapshot,  // read anew after that
    Reading,   // a file
    Format,    // an earlier version's, brought to this one's
    Writing,   // a file
    Drawing,   // a picture
};

enum class WorkUnit { Nothing, Rows, Bytes };

struct WorkProgress {
    WorkStage stage = WorkStage::Rows;
    double share = -1;       // of the whole, 0..1; less than 0: nobody knows
    std::int64_t done = 0;   // of what is counted
    std::int64_t total = 0;  // 0: not known
    WorkUnit unit = WorkUnit::Nothing;
};

class LongWork {
public:
    using Listener = std::function<void(const WorkProgress &)>;

    // Either may be empty.
    explicit LongWork(std::function<bool()> isToStop, Listener listener = {})
        : m_isToStop(std::move(isToStop)), m_listener(std::move(listener))
    {
    }
    LongWork(const LongWork &) = delete;
    LongWork &operator=(const LongWork &) = delete;

    // From here on this is what is done. At its end the whole will be that far; less than 0: nobody
    // knows how far.
    void enter(WorkStage stage, double shareAtEnd, std::int64_t total = 0,
               WorkUnit unit = WorkUnit::Nothing)
    {
        m_shareBefore = m_now.share < 0 ? 0 : m_shareAtEnd;
        m_shareAtEnd = shareAtEnd;
        m_now = {stage, shareAtEnd < 0 ? -1 : m_shareBefore, 0, total, unit};
        m_unseen = 0;
        m_looked = {};
        look();
    }

    // Some more, or this many in all. False: stop.
    bool advance(std::int64_t some = 1)
    {
        m_now.done += some;
        m_unseen += some;
        return m_unseen < kBetweenLooks ? !m_isStopped : look();
    }
    bool reach(std::int64_t done)
    {
        m_now.done = done;
        return look();
    }
    // The same where nothing has advanced.
    bool look()
    {
        using namespace std::chrono_literals;
        m_unseen = 0;
        const auto now = std::chrono::steady_clock::now();
        if (m_isStopped || now - m_looked < 50ms)
            return !m_isStopped;
        m_looked = now;
        if (m_now.share >= 0 && m_now.total > 0) {
            const double part = static_cast<double>(m_now.done) / static_cast<double>(m_now.total);
            m_now.share = m_shareBefore + (m_shareAtEnd - m_shareBefore) * (part < 1 ? part : 1);
        }
        if (m_listener)
            m_listener(m_now);
        m_isStopped = m_isToStop && m_isToStop();
        return !m_isStopped;
    }

private:
    static constexpr std::int64_t kBetweenLooks = 16;

    std::function<bool()> m_isToStop;
    Listener m_listener;
    WorkProgress m_now;
    double m_shareBefore = 0;
    double m_shareAtEnd = 0;
    std::int64_t m_unseen = 0;
    bool m_isStopped = false;
    std::chrono::steady_clock::time_point m_looked;
};

}  // namespace dateline
