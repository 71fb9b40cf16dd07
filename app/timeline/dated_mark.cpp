// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/dated_mark.h"

#include <algorithm>
#include <cmath>

#include "app/model/edtf_reader.h"
#include "app/model/edtf_stretches.h"

namespace dateline {

namespace {

constexpr double kArrowRoom = 11;             // between an arrow's end and the plot's edge
constexpr double kFaintest = 0.16;            // how solid the most uncertain end still is
constexpr double kShortestGap = 2;            // a narrower one between two members is not seen
constexpr std::size_t kMostStretches = 4000;  // of one date; more are a combed outline

// How solid a bar is at x, on its way from `from`, where nothing is certain, to `to`.
double strengthAt(double x, double from, double to)
{
    if (from == to)
        return 1;
    return std::clamp((x - from) / (to - from), kFaintest, 1.0);
}

// Fills in how solid the part of a bar is that is seen. An end that is open or unknown has no
// length of its own: it fades over a part of what is seen.
void setStrengths(TimelineMark &mark, const MarkBox &whole, const When &when)
{
    const double x0 = mark.box.x;
    const double x1 = mark.box.right();
    const double openFade = std::min(110.0, mark.box.width * 0.45);
    const bool hasNoBegin = when.has(kOpenBegin) || when.has(kUnknownBegin);
    double solidBegin = hasNoBegin && whole.x0 < x0 ? x0 + openFade : whole.solidBegin;
    double solidEnd = when.has(kUnknownEnd) && whole.x1 > x1 ? x1 - openFade : whole.solidEnd;
    if (solidBegin > solidEnd)
        solidBegin = solidEnd = (solidBegin + solidEnd) / 2;
    const double from = hasNoBegin && whole.x0 < x0 ? x0 : whole.x0;
    const double to = when.has(kUnknownEnd) && whole.x1 > x1 ? x1 : whole.x1;
    mark.beginStrength = std::min(strengthAt(x0, from, solidBegin), strengthAt(x0, to, solidEnd));
    mark.endStrength = std::min(strengthAt(x1, from, solidBegin), strengthAt(x1, to, solidEnd));
    mark.solidBegin = std::clamp(solidBegin, x0, x1);
    mark.solidEnd = std::clamp(solidEnd, x0, x1);
    // An end that is known to less than a pen's width is a certain one.
    constexpr double kShortestFade = 3;
    if (mark.solidBegin - x0 < kShortestFade && solidBegin - from < kShortestFade) {
        mark.beginStrength = 1;
        mark.solidBegin = x0;
    }
    if (x1 - mark.solidEnd < kShortestFade && to - solidEnd < kShortestFade) {
        mark.endStrength = 1;
        mark.solidEnd = x1;
    }
}

// The members that can be told apart at this zoom, in the plot; none where they melt into one.
std::size_t appendStretches(const EdtfStretches &covered, const TimeScale &scale,
                            const MarkPlace &place, std::vector<MarkStretch> &stretches)
{
    const std::size_t first = stretches.size();
    const double shortest = place.height * 0.6;
    for (const TimeSpan &span : covered.spans) {
        double x0 = scale.toX(span.begin());
        double x1 = scale.toX(span.end());
        if (x1 - x0 < shortest) {
            const double middle = (x0 + x1) / 2;
            x0 = middle - shortest / 2;
            x1 = middle + shortest / 2;
        }
        if (x1 <= place.left || x0 >= place.right)
            continue;
        x0 = std::max(x0, place.left);
        x1 = std::min(x1, place.right);
        if (stretches.size() > first && x0 - stretches.back().x1 < kShortestGap)
            stretches.back().x1 = std::max(stretches.back().x1, x1);
        else
            stretches.push_back({x0, x1});
    }
    return stretches.size() - first;
}

void addRoughEnds(TimelineMark &mark, std::string_view edtf)
{
    EdtfReader reader(edtf);
    EdtfMember member;
    if (!reader.next(member) || reader.shape() != EdtfReader::Shape::Interval)
        return;
    const auto isRough = [](const EdtfEnd &end) {
        return end.kind == EdtfEnd::Kind::Date &&
               (end.date.flags() & (kApproximate | kUncertain)) != 0;
    };
    if (isRough(member.begin) && !mark.has(kCutLeft))
        mark.set(kRoughBegin);
    if (isRough(member.end) && !mark.has(kCutRight))
        mark.set(kRoughEnd);
}

}  // namespace

TimelineMark datedMark(const When &when, const MarkBox &whole, const MarkPlace &place)
{
    const auto snapped = [&place](double x) {
        return std::round(x * place.pixelRatio) / place.pixelRatio;
    };
    TimelineMark mark;
    mark.form = whole.form;
    const bool isDot = whole.form == MarkForm::Dot;
    double x0 = isDot ? whole.x0 : std::max(whole.x0, place.left);
    double x1 = isDot ? whole.x1 : std::min(whole.x1, place.right);
    if (!isDot && whole.x0 < place.left)
        mark.set(when.has(kOpenBegin) && whole.x0 == -TimeScale::kFarAway ? kArrowLeft : kCutLeft);
    if (!isDot && whole.x1 > place.right) {
        const bool isOpen = when.has(kOpenEnd) && whole.x1 == TimeScale::kFarAway;
        mark.set(isOpen ? kArrowRight : kCutRight);
        if (isOpen)
            x1 = std::max(x0 + 4, place.right - kArrowRoom);
    }
    if (mark.has(kArrowLeft))
        x0 = std::min(x0 + kArrowRoom, x1);
    x0 = snapped(x0);
    x1 = std::max(snapped(x1), x0 + 1 / place.pixelRatio);
    mark.box = {x0, snapped(place.centreY - place.height / 2), x1 - x0, place.height};

    // A span says at which of its ends, see addForm().
    if (when.has(kApproximate) && when.form != DateForm::Span)
        mark.set(kWavy);
    if (when.has(kUncertain) && when.form != DateForm::Span)
        mark.set(kQuestioned);
    mark.solidBegin = x0;
    mark.solidEnd = x1;
    if (mark.form == MarkForm::Bar)
        setStrengths(mark, whole, when);
    mark.glyphX = mark.box.centreX();
    return mark;
}

void addForm(TimelineMark &mark, std::string_view edtf, const When &when, const TimeScale &scale,
             const MarkPlace &place, std::vector<MarkStretch> &stretches, bool mayLink)
{
    if (when.form == DateForm::Span && (when.has(kApproximate) || when.has(kUncertain))) {
        addRoughEnds(mark, edtf);
        return;
    }
    const bool isSet = when.form == DateForm::Set;
    const bool isRange = when.form == DateForm::Range && when.has(kUnspecified);
    if (when.has(kUnspecified) && mark.form == MarkForm::Capsule) {
        mark.set(kDigits);
        mark.solidEnd = mark.solidBegin;  // no label to leave room for, so far
    }
    if (when.has(kAllOf))
        mark.set(kAllMembers);
    if (!isSet && !(isRange && mayLink))
        return;
    const std::size_t first = stretches.size();
    const EdtfStretches covered = stretchesOf(edtf, kMostStretches);
    const std::size_t count = covered.spans.size() > 1 || covered.isAllOf
                                  ? appendStretches(covered, scale, place, stretches)
                                  : 0;
    if (count > 1 || (count == 1 && isSet)) {
        mark.form = MarkForm::Linked;
        mark.firstStretch = static_cast<std::uint32_t>(first);
        mark.stretchCount = static_cast<std::uint32_t>(count);
        // The shape of the kind stands in the first member.
        mark.glyphX = (stretches[first].x0 + stretches[first].x1) / 2;
        return;
    }
    stretches.resize(first);
    if (mark.form == MarkForm::Linked)
        mark.form = MarkForm::Capsule;
}

}  // namespace dateline
