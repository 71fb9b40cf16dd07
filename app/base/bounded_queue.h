// SPDX-License-Identifier: GPL-3.0-or-later
// A queue between two threads that holds a few values only: who puts waits while it is full, who
// takes waits while it is empty. So one stage of a pipeline runs beside the next, and neither the
// quicker nor the slower of them makes the memory grow.
//
//     while (std::optional<Batch> batch = queue.take()) ...   // none: closed, and all are taken
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace dateline {

template <typename T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

    // False, and the value dropped, once the queue is closed: by whoever takes, as a rule.
    bool put(T value)
    {
        std::unique_lock lock(m_mutex);
        m_hasRoom.wait(lock, [this] { return m_values.size() < m_capacity || m_isClosed; });
        if (m_isClosed)
            return false;
        m_values.push_back(std::move(value));
        m_hasValue.notify_one();
        return true;
    }

    std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_hasValue.wait(lock, [this] { return !m_values.empty() || m_isClosed; });
        if (m_values.empty())
            return std::nullopt;
        std::optional<T> value(std::move(m_values.front()));
        m_values.pop_front();
        m_hasRoom.notify_one();
        return value;
    }

    // What is in it can still be taken; nothing more comes in.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_hasValue.notify_all();
        m_hasRoom.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_hasRoom;
    std::condition_variable m_hasValue;
    std::deque<T> m_values;
    std::size_t m_capacity;
    bool m_isClosed = false;
};

}  // namespace dateline
