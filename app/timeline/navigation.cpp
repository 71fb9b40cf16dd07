// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/navigation.h"

namespace dateline {

namespace {

// The scale whose point at x shows the instant plus the fraction of a second.
TimeScale anchoredAt(const TimeScale &scale, double secondsPerPixel, double x)
{
    const double secondsToX = (x - scale.left()) * scale.secondsPerPixel();
    const double secondsToXAfter = (x - scale.left()) * secondsPerPixel;
    const TimeScale zoomedScale(scale.begin(), scale.fraction(), secondsPerPixel, scale.left(),
                                scale.width());
    return zoomedScale.movedBy(secondsToX - secondsToXAfter);
}

}  // namespace

NavigationLimits NavigationLimits::around(TimeSpan extent)
{
    NavigationLimits limits;
    limits.extent = extent;
    const double seconds = TimeScale::secondsBetween(extent.begin(), extent.end());
    limits.longest = std::max(kLongestView, seconds * 1.25);
    return limits;
}

TimeScale clamped(const TimeScale &scale, const NavigationLimits &limits)
{
    const double width = std::max(scale.width(), 1.0);
    const double secondsPerPixel =
        std::clamp(scale.secondsPerPixel(), limits.shortest / width, limits.longest / width);
    TimeScale result = scale;
    if (secondsPerPixel != scale.secondsPerPixel())
        result = anchoredAt(scale, secondsPerPixel, scale.left() + width / 2);
    if (limits.extent.isEmpty())
        return result;
    const double shown = result.spanSeconds();
    const double beginToLeft =
        TimeScale::secondsBetween(limits.extent.begin(), result.begin()) + result.fraction();
    const double endToLeft =
        TimeScale::secondsBetween(limits.extent.end(), result.begin()) + result.fraction();
    if (beginToLeft < -shown)
        return result.movedBy(-shown - beginToLeft);
    if (endToLeft > 0)
        return result.movedBy(-endToLeft);
    return result;
}

TimeScale zoomed(const TimeScale &scale, double x, double factor, const NavigationLimits &limits)
{
    const double width = std::max(scale.width(), 1.0);
    const double secondsPerPixel = std::clamp(scale.secondsPerPixel() / factor,
                                              limits.shortest / width, limits.longest / width);
    return clamped(anchoredAt(scale, secondsPerPixel, x), limits);
}

TimeScale panned(const TimeScale &scale, double pixels, const NavigationLimits &limits)
{
    return clamped(scale.movedBy(-pixels * scale.secondsPerPixel()), limits);
}

TimeScale fitted(const TimeScale &scale, TimeSpan span, double margin,
                 const NavigationLimits &limits)
{
    TimeSpan shown = span;
    if (shown.isEmpty())
        shown = TimeSpan::between(shown.begin(), TimeScale::shifted(shown.begin(), kSecondsPerDay));
    const double seconds = TimeScale::secondsBetween(shown.begin(), shown.end());
    const double spare = seconds * margin / (1.0 - 2.0 * std::min(margin, 0.45));
    const TimeScale whole(shown.begin(), 0.0,
                          (seconds + 2.0 * spare) / std::max(scale.width(), 1.0), scale.left(),
                          scale.width());
    return clamped(whole.movedBy(-spare), limits);
}

TimeScale wholeOf(const TimeScale &scale, TimeSpan extent, const NavigationLimits &limits)
{
    constexpr double kLeft = 0.02;
    const double width = std::max(scale.width(), 1.0);
    const double right = std::clamp(170.0 / width, 0.02, 0.3);
    if (extent.isEmpty())
        return fitted(scale, extent, 0.4, limits);
    const double seconds = TimeScale::secondsBetween(extent.begin(), extent.end());
    const double whole = seconds / (1.0 - kLeft - right);
    const TimeScale result(extent.begin(), 0.0, whole / width, scale.left(), scale.width());
    return clamped(result.movedBy(-whole * kLeft), limits);
}

TimeScale revealing(const TimeScale &scale, TimeSpan span, const NavigationLimits &limits)
{
    constexpr double kMarginPixels = 24;
    const double first = scale.left() + std::min(kMarginPixels, scale.width() / 4);
    const double last = scale.right() - std::min(kMarginPixels, scale.width() / 4);
    const double begin = span.begin().isDistant() ? scale.toX(span.end()) : scale.toX(span.begin());
    const double end = span.end().isDistant() ? begin : scale.toX(span.end());
    if (begin >= first && end <= last)
        return scale;
    if (begin <= first && end >= last)
        return scale;  // it fills the view
    if (end - begin > last - first || begin < first)
        return panned(scale, first - begin, limits);
    return panned(scale, last - end, limits);
}

TimeScale between(const TimeScale &from, const TimeScale &to, double progress)
{
    if (progress <= 0)
        return from.placedAt(to.left(), to.width());
    if (progress >= 1)
        return to;
    const double a = from.secondsPerPixel();
    const double b = to.secondsPerPixel();
    const double secondsPerPixel = a * std::pow(b / a, progress);
    // For a zoom the left edge moves in step with the seconds per pixel: that keeps the common
    // point still. For a pan there is no such point and it moves evenly.
    const double share = std::abs(b / a - 1.0) < 1e-6 ? progress : (secondsPerPixel - a) / (b - a);
    const double distance =
        TimeScale::secondsBetween(from.begin(), to.begin()) + to.fraction() - from.fraction();
    const TimeScale start(from.begin(), from.fraction(), secondsPerPixel, to.left(), to.width());
    return start.movedBy(distance * share);
}

}  // namespace dateline
