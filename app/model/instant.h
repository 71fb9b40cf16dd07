// SPDX-License-Identifier: GPL-3.0-or-later
// A point on the time line: seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar,
// without leap seconds. The two ends of the type stand for "open": longer ago, or later, than
// anything that can be written down. Range: some 290 thousand million years either way.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace dateline {

struct Instant {
    std::int64_t seconds = 0;

    static constexpr Instant distantPast() { return {std::numeric_limits<std::int64_t>::min()}; }
    static constexpr Instant distantFuture() { return {std::numeric_limits<std::int64_t>::max()}; }
    constexpr bool isDistant() const { return *this == distantPast() || *this == distantFuture(); }
    constexpr auto operator<=>(const Instant &) const = default;
};

inline constexpr std::int64_t kSecondsPerMinute = 60;
inline constexpr std::int64_t kSecondsPerHour = 3'600;
inline constexpr std::int64_t kSecondsPerDay = 86'400;

}  // namespace dateline
