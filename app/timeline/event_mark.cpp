// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/event_mark.h"

namespace dateline {

namespace {

MarkBox widened(MarkForm form, double x0, double x1, double shortest)
{
    if (x1 - x0 < shortest) {
        const double middle = (x0 + x1) / 2;
        x0 = middle - shortest / 2;
        x1 = middle + shortest / 2;
    }
    return {form, x0, x1, x0, x1};
}

}  // namespace

MarkBox markBox(const When &when, const TimeScale &scale, const TimelineMetrics &metrics)
{
    const double x0 = scale.toX(when.bounds.earliestBegin);
    const double x1 = scale.toX(when.bounds.latestEnd);
    switch (when.form) {
    case DateForm::Undated:
    case DateForm::Moment:
        // "About 21 March" has a wavy outline, and that needs some length.
        if (when.has(kApproximate))
            return widened(MarkForm::Capsule, x0, x1, metrics.markHeight() * 1.6);
        if (x1 - x0 <= metrics.markHeight() * 1.5)
            return widened(MarkForm::Dot, (x0 + x1) / 2, (x0 + x1) / 2, metrics.markHeight());
        return {MarkForm::Capsule, x0, x1, x0, x1};
    case DateForm::Range:
        return widened(MarkForm::Capsule, x0, x1, metrics.shortestCapsule());
    case DateForm::Set:
        return widened(MarkForm::Linked, x0, x1, metrics.shortestCapsule());
    case DateForm::Span: {
        MarkBox box = widened(MarkForm::Bar, x0, x1, metrics.shortestBar());
        box.solidBegin = std::clamp(scale.toX(when.bounds.latestBegin), box.x0, box.x1);
        box.solidEnd = std::clamp(scale.toX(when.bounds.earliestEnd), box.x0, box.x1);
        return box;
    }
    }
    return {};
}

}  // namespace dateline
