// SPDX-License-Identifier: GPL-3.0-or-later
// The only time <-> pixel formula of the program. A scale lays the time line onto [left, left +
// width) in logical pixels. Seconds are subtracted as integers before they become floating point,
// so that a minute is as exact in the year 9999 as in 1970. Nothing is clamped to the plot: what
// lies outside it has a coordinate outside it; only the distant instants saturate, at +-1e15. Value
// type.
#pragma once

#include <cmath>

#include "app/model/time_span.h"

namespace dateline {

class TimeScale {
public:
    TimeScale() = default;
    // The instant `begin`, plus a fraction of a second in [0, 1), lies at `left`.
    TimeScale(Instant begin, double fraction, double secondsPerPixel, double left, double width)
        : m_begin(begin), m_fraction(fraction), m_secondsPerPixel(secondsPerPixel), m_left(left),
          m_width(width)
    {
    }
    // The span fills the plot exactly. An empty span counts as one second.
    static TimeScale showing(TimeSpan span, double left, double width)
    {
        const double seconds = secondsBetween(span.begin(), span.end());
        return {span.begin(), 0.0, std::max(seconds, 1.0) / std::max(width, 1.0), left, width};
    }

    double left() const { return m_left; }
    double width() const { return m_width; }
    double right() const { return m_left + m_width; }
    double secondsPerPixel() const { return m_secondsPerPixel; }
    Instant begin() const { return m_begin; }
    double fraction() const { return m_fraction; }
    double spanSeconds() const { return m_width * m_secondsPerPixel; }
    // What the plot shows, rounded outwards to whole seconds.
    TimeSpan visible() const
    {
        return TimeSpan::between(m_begin, shifted(m_begin, std::ceil(m_fraction + spanSeconds())));
    }

    double toX(Instant t) const
    {
        if (t.isDistant())
            return t == Instant::distantPast() ? -kFarAway : kFarAway;
        return m_left + (secondsBetween(m_begin, t) - m_fraction) / m_secondsPerPixel;
    }
    // The whole second that holds the point.
    Instant toInstant(double x) const
    {
        return shifted(m_begin, std::floor(m_fraction + (x - m_left) * m_secondsPerPixel));
    }
    double toPixels(double seconds) const { return seconds / m_secondsPerPixel; }

    // The same zoom, so much later or earlier.
    TimeScale movedBy(double seconds) const
    {
        const double offset = m_fraction + seconds;
        const double whole = std::floor(offset);
        return {shifted(m_begin, whole), offset - whole, m_secondsPerPixel, m_left, m_width};
    }
    // The same begin and zoom on another plot.
    TimeScale placedAt(double left, double width) const
    {
        return {m_begin, m_fraction, m_secondsPerPixel, left, width};
    }
    bool operator==(const TimeScale &) const = default;

    static constexpr double kFarAway = 1e15;

    static double secondsBetween(Instant from, Instant to)
    {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(to.seconds, from.seconds, &difference))
            return static_cast<double>(to.seconds) - static_cast<double>(from.seconds);
        return static_cast<double>(difference);
    }
    // Saturates short of the distant instants, so that a place on the screen never reads as "open".
    static Instant shifted(Instant t, double seconds)
    {
        constexpr double kLimit = 9.0e18;
        const double clamped = std::clamp(seconds, -kLimit, kLimit);
        std::int64_t sum = 0;
        if (__builtin_add_overflow(t.seconds, static_cast<std::int64_t>(clamped), &sum))
            return {clamped < 0 ? Instant::distantPast().seconds + 1
                                : Instant::distantFuture().seconds - 1};
        return {std::clamp(sum, Instant::distantPast().seconds + 1,
                           Instant::distantFuture().seconds - 1)};
    }

private:
    Instant m_begin;
    double m_fraction = 0;
    double m_secondsPerPixel = 1;
    double m_left = 0;
    double m_width = 1;
};

}  // namespace dateline
