// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/ribbons.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr double kRoomAround = 0.12;  // of what is shown, on either side
constexpr double kFewestSeconds = 366.0 * static_cast<double>(kSecondsPerDay);
constexpr double kShortestAttested = 3;  // pixels

}  // namespace

TimeSpan ribbonSpan(std::span<const When> dates, Instant at)
{
    Instant first = at;
    Instant last = at;
    const auto take = [&](Instant t) {
        if (t.isDistant())
            return;
        first = std::min(first, t);
        last = std::max(last, t);
    };
    for (const When &when : dates) {
        if (!when.isDated())
            continue;
        const DateBounds &bounds = when.bounds;
        for (const Instant t :
             {bounds.earliestBegin, bounds.latestBegin, bounds.earliestEnd, bounds.latestEnd})
            take(t);
    }
    const double length = std::max(TimeScale::secondsBetween(first, last), kFewestSeconds);
    const double room = length * kRoomAround;
    return TimeSpan::between(TimeScale::shifted(first, -room),
                             TimeScale::shifted(first, length + room));
}

Ribbon ribbonOf(const Edtf &date, std::span<const When> attested, Certainty certainty,
                const TimeScale &scale, const MarkPlace &place, const TimelineMetrics &metrics)
{
    Ribbon ribbon;
    ribbon.mark.set(kNoGlyph);
    ribbon.mark.box = {place.left, place.centreY, 0, 0};
    if (!date.isDated())
        return ribbon;
    const When &when = date.when();
    ribbon.mark = datedMark(when, markBox(when, scale, metrics), place);
    addForm(ribbon.mark, date.text(), when, scale, place, ribbon.stretches);
    ribbon.mark.certainty = certainty;
    ribbon.mark.set(kNoGlyph);
    for (const When &said : attested) {
        if (!said.isDated())
            continue;
        double x0 = std::max(scale.toX(said.bounds.earliestBegin), place.left);
        double x1 = std::min(scale.toX(said.bounds.latestEnd), place.right);
        if (x0 >= place.right || x1 <= place.left)
            continue;
        if (x1 - x0 < kShortestAttested) {
            const double middle = (x0 + x1) / 2;
            x0 = middle - kShortestAttested / 2;
            x1 = middle + kShortestAttested / 2;
        }
        ribbon.attested.push_back({x0, x1});
    }
    return ribbon;
}

}  // namespace dateline
