// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/overview_scene.h"

#include <algorithm>

#include "app/timeline/navigation.h"

namespace dateline {

namespace {

constexpr double kBinWidth = 7;
constexpr double kNarrowestWindow = 10;
constexpr double kTop = 5;

// Where the years stand; the columns end above it.
double axisTop(const OverviewFrame &frame)
{
    return frame.height - frame.metrics.axisHeight - 3;
}

// Months and smaller units mean nothing without what holds them, and there is one row only: where
// the year, the month or the day changes, its name takes the place of the label and of those that
// it would touch.
void nameTheWhole(Axis &axis, const TextMeasure &measure)
{
    constexpr double kGap = 6;
    constexpr std::int64_t kUnderAYear = 300 * kSecondsPerDay;
    const auto &minors = axis.minors;
    if (minors.size() < 2 || minors[1].at.seconds - minors[0].at.seconds > kUnderAYear)
        return;
    for (const Tick &whole : axis.majors) {
        const auto first = std::find_if(axis.minors.begin(), axis.minors.end(), [&](const Tick &t) {
            return !t.text.empty() && t.at >= whole.at;
        });
        if (whole.text.empty() || first == axis.minors.end())
            continue;
        first->text = whole.text;
        first->labelWidth = measure(whole.text, LabelFont::Axis);
        const double end = first->labelX + first->labelWidth + kGap;
        for (auto next = first + 1; next != axis.minors.end() && next->labelX < end; ++next)
            next->text.clear();
    }
}

}  // namespace

TimeScale overviewScale(TimeSpan extent, double width)
{
    NavigationLimits limits = NavigationLimits::around(extent);
    limits.extent = {};
    return fitted(TimeScale(extent.begin(), 0, 1, 0, width), extent, 0.04, limits);
}

void countOverview(const OverviewFrame &frame, const EventColumns &events, const RowSet &shown,
                   Density &density)
{
    countEvents(events, shown, frame.scale, kBinWidth, density);
}

void buildOverview(const OverviewFrame &frame, const Density &density, const AxisWords &words,
                   const TextMeasure &measure, TimelineScene &scene)
{
    scene.clear();
    scene.width = frame.width;
    scene.height = frame.height;
    scene.pixelRatio = frame.pixelRatio;
    const double bottom = axisTop(frame);
    scene.plot = {0, kTop, frame.width, bottom - kTop};
    scene.content.rects.push_back({{0, 0, frame.width, frame.height}, Tone::Panel, 0});
    scene.content.lines.push_back({0, 0.5, frame.width, 0.5, Tone::StrongRule, Stroke::Solid});

    Axis axis;
    buildAxis(frame.scale, words, measure, axis);
    nameTheWhole(axis, measure);
    for (const Tick &tick : axis.minors) {
        const double x = std::floor(tick.x) + 0.5;
        scene.content.lines.push_back({x, kTop, x, bottom, Tone::Rule, Stroke::Solid});
        if (tick.text.empty())
            continue;
        SceneText label;
        label.x = tick.labelX;
        label.centreY = frame.height - frame.metrics.axisHeight / 2 - 1;
        label.width = tick.labelWidth;
        label.font = LabelFont::Axis;
        label.tone = Tone::FaintInk;
        scene.content.texts.push_back(scene.withText(label, tick.text));
    }
    for (const Tick &tick : axis.majors) {
        if (tick.text.empty() || tick.x < 0)
            continue;
        const double x = std::floor(tick.x) + 0.5;
        scene.content.lines.push_back({x, kTop, x, bottom, Tone::StrongRule, Stroke::Solid});
    }

    if (density.highest() == 0)
        return;
    // One long event among many short ones must not flatten them: what is ongoing stands behind,
    // on its own scale, at a third of the height.
    std::uint32_t most = 1;
    std::uint32_t mostOngoing = 1;
    for (std::size_t i = 0; i < density.size(); ++i) {
        most = std::max(most, density.count(i));
        mostOngoing = std::max(mostOngoing, density.ongoing(i));
    }
    for (std::size_t i = 0; i < density.size(); ++i) {
        if (density.count(i) + density.ongoing(i) == 0)
            continue;
        const double height = scene.plot.height;
        DensityColumn column;
        column.box = {density.x(i), kTop, kBinWidth, height};
        column.count = density.count(i);
        column.ongoing = density.ongoing(i);
        const double countHeight =
            column.count == 0 ? 0 : std::max(2.0, height * column.count / most);
        const double ongoingHeight =
            column.ongoing == 0 ? 0 : std::max(2.0, height / 3 * column.ongoing / mostOngoing);
        column.countTop = bottom - countHeight;
        column.ongoingTop = std::min(column.countTop, bottom - ongoingHeight);
        column.span = TimeSpan::between(frame.scale.toInstant(density.x(i)),
                                        frame.scale.toInstant(density.x(i) + kBinWidth));
        scene.content.columns.push_back(column);
    }
}

Box overviewWindow(const OverviewFrame &frame, TimeSpan window)
{
    double x0 = frame.scale.toX(window.begin());
    double x1 = frame.scale.toX(window.end());
    if (x1 - x0 < kNarrowestWindow) {
        const double middle = (x0 + x1) / 2;
        x0 = middle - kNarrowestWindow / 2;
        x1 = middle + kNarrowestWindow / 2;
    }
    x0 = std::clamp(x0, 1.0, std::max(1.0, frame.width - kNarrowestWindow - 1));
    x1 = std::clamp(x1, x0 + kNarrowestWindow, std::max(x0 + kNarrowestWindow, frame.width - 1));
    return {x0, 3, x1 - x0, axisTop(frame) - 3};
}

void buildOverviewWindow(const OverviewFrame &frame, TimeSpan window,
                         std::optional<TimeSpan> filterRange, TimelineScene &scene)
{
    scene.clear();
    scene.width = frame.width;
    scene.height = frame.height;
    scene.pixelRatio = frame.pixelRatio;
    const Box box = overviewWindow(frame, window);
    if (filterRange) {
        const double x0 = std::max(frame.scale.toX(filterRange->begin()), 0.0);
        const double x1 = std::min(frame.scale.toX(filterRange->end()), frame.width);
        if (x1 > x0)
            scene.content.rects.push_back({{x0, box.bottom(), x1 - x0, 2}, Tone::Accent, 0});
    }
    scene.content.rings.push_back({box, Tone::Accent, 1.2, 3});
    constexpr double kHandleHeight = 16;
    for (const double x : {box.x, box.right()}) {
        const Box handle{x - 2.5, box.centreY() - kHandleHeight / 2, 5, kHandleHeight};
        scene.top.rects.push_back({handle, Tone::Paper, 2.5});
        scene.top.rings.push_back({handle, Tone::Accent, 1.2, 2.5});
    }
}

}  // namespace dateline
