// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of work that is under way: how many a second, and how long it will take yet.
// Plain arithmetic on times that the caller takes; any thread, one at a time.
#pragma once

#include <cstdint>
#include <optional>

namespace dateline {

class ProgressEstimate {
public:
    struct Reading {
        std::optional<double> perSecond;
        std::optional<double> secondsLeft;
    };
    // seconds: since the work began; share: of the whole that is done, 0..1; count: of what is
    // counted. Nothing is said of the first second and the first hundredth, which tell little. The
    // rate is that of the whole time; it stays what it was while the count stands still.
    Reading at(double seconds, double share, std::int64_t count)
    {
        Reading reading;
        if (count > m_count) {
            m_count = count;
            m_countedAfter = seconds;
        }
        if (seconds < 1)
            return reading;
        if (m_count > 0 && m_countedAfter > 0)
            reading.perSecond = static_cast<double>(m_count) / m_countedAfter;
        if (share >= 0.01 && share <= 1)
            reading.secondsLeft = seconds * (1 - share) / share;
        return reading;
    }

private:
    std::int64_t m_count = 0;
    double m_countedAfter = 0;
};

}  // namespace dateline
