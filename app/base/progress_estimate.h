// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of work that is under way: how many a second, and how long it will take yet.
// Plain arithmetic on times that the caller takes; any thread, one at a time.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

namespace dateline {

class ProgressEstimate {
public:
    struct Reading {
        std::optional<double> perSecond;
        std::optional<double> secondsLeft;
    };
    // seconds: since the work began; share: of the whole that is done, 0..1, or less than 0 where
    // nobody knows; count: of what is counted. Nothing is said of the first second and the first
    // hundredth, which tell little. Speeds are those of the last seconds, so that one number does
    // not jump at every look nor hold on to a beginning long past; the rate stays what it was while
    // the count stands still.
    Reading at(double seconds, double share, std::int64_t count)
    {
        Reading reading;
        if (seconds < 1)
            return reading;
        follow(m_counted, seconds, static_cast<double>(count));
        if (m_counted.speed > 0)
            reading.perSecond = m_counted.speed;
        if (share < 0.01 || share > 1)
            return reading;
        follow(m_shared, seconds, share);
        // What stands still (a stage of which nothing is known) takes its time, too.
        const double stood = seconds - m_shared.at;
        const double speed = std::min(m_shared.speed, share / seconds * kMostFaster);
        if (share >= 1)
            reading.secondsLeft = 0;
        else if (speed > 0)
            reading.secondsLeft = std::max((1 - share) / speed - stood, 0.0);
        return reading;
    }

private:
    struct Speed {
        double value = 0;
        double at = 0;
        double speed = 0;
    };
    static constexpr double kMemorySeconds = 6;
    static constexpr double kMostFaster = 4;  // than the mean: what goes this fast will not last

    static void follow(Speed &speed, double seconds, double value)
    {
        if (value < speed.value)  // another thing is counted now
            speed = {0, speed.at, 0};
        if (value <= speed.value || seconds <= speed.at)
            return;
        const double passed = seconds - speed.at;
        const double now = (value - speed.value) / passed;
        const double weight = speed.speed > 0 ? 1 - std::exp(-passed / kMemorySeconds) : 1;
        speed = {value, seconds, speed.speed + weight * (now - speed.speed)};
    }

    Speed m_counted;
    Speed m_shared;
};

// As people say it: no digit that the next look would change.
struct TimeLeft {
    std::int64_t count = 0;
    bool isMinutes = false;
};
inline TimeLeft roundedTimeLeft(double seconds)
{
    const auto rounded = [seconds](double step) {
        return static_cast<std::int64_t>(std::llround(seconds / step) * std::llround(step));
    };
    if (seconds < 9.5)
        return {std::max<std::int64_t>(rounded(1), 1), false};
    if (seconds < 57.5)
        return {rounded(5), false};
    if (seconds < 115)
        return {rounded(10), false};
    return {rounded(60) / 60, true};
}
inline std::int64_t roundedRate(double perSecond)
{
    double step = 1;
    while (perSecond / step >= 100)
        step *= 10;
    return static_cast<std::int64_t>(std::llround(perSecond / step) * std::llround(step));
}

}  // namespace dateline
