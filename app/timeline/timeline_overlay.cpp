// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_overlay.h"

#include <algorithm>

#include "app/timeline/fitted_text.h"

namespace dateline {

namespace {

constexpr double kRingGap = 3;
constexpr double kDoubtGap = 1.5;  // inside the ring of the selection
constexpr double kDoubtWidth = 3;

bool isSelected(const TimelineEmphasis &emphasis, EventRow row)
{
    return std::binary_search(emphasis.selected.begin(), emphasis.selected.end(), row);
}

bool holdsSelected(const TimelineScene &scene, const TimelineMark &mark,
                   const TimelineEmphasis &emphasis)
{
    if (mark.form != MarkForm::Cluster)
        return isSelected(emphasis, mark.row);
    const auto first = scene.members.begin() + mark.firstMember;
    return std::any_of(first, first + mark.memberCount,
                       [&](EventRow row) { return isSelected(emphasis, row); });
}

bool holdsDoubted(const TimelineScene &scene, const TimelineMark &mark, const RowSet &doubted)
{
    if (mark.form != MarkForm::Cluster)
        return doubted.contains(mark.row);
    const auto first = scene.members.begin() + mark.firstMember;
    return std::any_of(first, first + mark.memberCount,
                       [&](EventRow row) { return doubted.contains(row); });
}

Box grown(const Box &box, double by)
{
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

// A ring that would leave the plot is cut to it.
Box cutTo(const Box &box, const Box &plot)
{
    const double x0 = std::max(box.x, plot.x + 1);
    const double x1 = std::min(box.right(), plot.right() - 1);
    return {x0, box.y, std::max(x1 - x0, 1.0), box.height};
}

void addRing(const TimelineScene &scene, const TimelineMark &mark, double width,
             TimelineScene &overlay)
{
    const Box box = cutTo(grown(mark.box, kRingGap), scene.plot);
    overlay.content.rings.push_back({box, Tone::Accent, width, box.height / 2});
}

// The label of a selected event that found no room gets some, over what is there.
void addMissingLabels(const TimelineScene &scene, const TimelineFrame &frame,
                      const Snapshot &snapshot, const TimelineEmphasis &emphasis,
                      const TextMeasure &measure, TimelineScene &overlay)
{
    constexpr std::size_t kMostLabels = 12;
    if (emphasis.selected.size() > kMostLabels)
        return;
    for (const EventRow row : emphasis.selected) {
        const auto isItsLabel = [&](const SceneText &text) { return text.row == row; };
        if (std::any_of(scene.content.texts.begin(), scene.content.texts.end(), isItsLabel))
            continue;
        const auto mark = std::find_if(
            scene.content.marks.begin(), scene.content.marks.end(), [&](const TimelineMark &other) {
                return other.row == row && other.form != MarkForm::Cluster &&
                       other.box.y >= scene.plot.y;
            });
        if (mark == scene.content.marks.end())
            continue;
        const FittedText fitted = fittedText(
            snapshot.events->title(row), frame.metrics.longestLabel(), LabelFont::Mark, measure);
        const double gap = kRingGap + frame.metrics.labelGap();
        SceneText label;
        label.width = fitted.width;
        label.x = mark->box.right() + gap;
        if (label.x + label.width > scene.plot.right() - 4)
            label.x = std::max(mark->box.x - gap - label.width, scene.plot.x + 4);
        label.centreY = mark->box.centreY();
        label.row = row;
        const double height = frame.metrics.labelHeight + 2;
        overlay.content.rects.push_back(
            {{label.x - 4, label.centreY - height / 2, label.width + 8, height},
             Tone::AccentGround,
             3});
        overlay.content.texts.push_back(overlay.withText(label, fitted.text));
    }
}

// The mark of the one selected event, in the lane where it was picked.
const TimelineMark *unfoldedMark(const TimelineScene &scene, const TimelineEmphasis &emphasis)
{
    const TimelineMark *mark = nullptr;
    if (emphasis.selected.size() != 1)
        return mark;
    for (const TimelineMark &candidate : scene.content.marks) {
        if (candidate.row == emphasis.selected.front() && candidate.form != MarkForm::Cluster &&
            candidate.box.y >= scene.plot.y && candidate.box.bottom() <= scene.plot.bottom() &&
            (mark == nullptr || candidate.lane == emphasis.currentLane))
            mark = &candidate;
    }
    return mark;
}

// Under the one selected event a line for each claim on its date, from the earliest to the latest
// that it can mean, and a dotted one to the day on which its source was published.
void addWhiskers(const TimelineScene &scene, const TimelineFrame &frame,
                 const TimelineEmphasis &emphasis, const TextMeasure &measure,
                 TimelineScene &overlay)
{
    const TimelineMark *mark = emphasis.whiskers.empty() ? nullptr : unfoldedMark(scene, emphasis);
    if (mark == nullptr)
        return;
    constexpr double kCap = 3;
    constexpr double kPadding = 5;
    const double line = frame.metrics.noteHeight + 2;
    const double height = line * static_cast<double>(emphasis.whiskers.size()) + 2 * kPadding;
    double top = mark->box.bottom() + kRingGap + 4;
    if (top + height > scene.plot.bottom())
        top = std::max(scene.plot.y, mark->box.y - kRingGap - 4 - height);
    const auto toX = [&](Instant t) {
        return std::clamp(frame.scale.toX(t), scene.plot.x + 1, scene.plot.right() - 1);
    };
    double left = mark->box.x;
    double right = mark->box.right();
    double widest = 0;
    for (const TimelineEmphasis::Whisker &whisker : emphasis.whiskers) {
        left = std::min(left, toX(whisker.when.bounds.earliestBegin));
        right = std::max(right, toX(whisker.when.bounds.latestEnd));
        if (whisker.published)
            right = std::max(right, toX(*whisker.published));
        widest = std::max(widest, measure(whisker.label, LabelFont::LaneNote));
    }
    left = std::max(left, scene.plot.x + kPadding);
    double labelX = right + 2 * kPadding;
    if (labelX + widest > scene.plot.right() - kPadding)
        labelX = std::max(scene.plot.x + kPadding, left - 2 * kPadding - widest);
    const double groundLeft = std::min(left, labelX) - kPadding;
    const double groundRight = std::max(right, labelX + widest) + kPadding;
    const Box ground{groundLeft, top, groundRight - groundLeft, height};
    overlay.content.rects.push_back({ground, Tone::Panel, 4});
    overlay.content.rings.push_back({ground, Tone::StrongRule, 1, 4});
    double y = std::floor(top + kPadding + line / 2) + 0.5;
    for (const TimelineEmphasis::Whisker &whisker : emphasis.whiskers) {
        const Tone tone = whisker.isPreferred ? Tone::Accent
                          : whisker.isAgainst ? Tone::Warning
                                              : Tone::Ink;
        const double x0 = toX(whisker.when.bounds.earliestBegin);
        const double x1 = std::max(toX(whisker.when.bounds.latestEnd), x0 + 1);
        const Stroke stroke = whisker.isAgainst ? Stroke::Dashed : Stroke::Solid;
        overlay.content.lines.push_back({x0, y, x1, y, tone, stroke});
        for (const double x : {x0, x1})
            overlay.content.lines.push_back({x, y - kCap, x, y + kCap, tone, Stroke::Solid});
        if (whisker.published) {
            const double x = toX(*whisker.published);
            overlay.content.lines.push_back(
                {x > x1 ? x1 : x0, y, x, y, Tone::FaintInk, Stroke::Dotted});
            overlay.content.rects.push_back({{x - 2, y - 2, 4, 4}, Tone::FaintInk, 2});
        }
        SceneText label;
        label.x = labelX;
        label.centreY = y;
        label.font = LabelFont::LaneNote;
        label.tone = whisker.isPreferred ? Tone::Ink : Tone::FaintInk;
        label.width = measure(whisker.label, label.font);
        overlay.content.texts.push_back(overlay.withText(label, whisker.label));
        y += line;
    }
}

// From the one selected event a dotted line to each day on which a source told of it; beyond the
// plot it only points there.
void addPublications(const TimelineScene &scene, const TimelineFrame &frame,
                     const TimelineEmphasis &emphasis, TimelineScene &overlay)
{
    if (emphasis.published.empty() || !emphasis.whiskers.empty())
        return;
    const TimelineMark *mark = unfoldedMark(scene, emphasis);
    if (mark == nullptr)
        return;
    const double y = std::floor(mark->box.bottom() + kRingGap + 2) + 0.5;
    if (y > scene.plot.bottom())
        return;
    double from = mark->box.x;
    double to = mark->box.right();
    for (const Instant instant : emphasis.published) {
        const double x = frame.scale.toX(instant);
        const double seen = std::clamp(x, scene.plot.x, scene.plot.right());
        from = std::min(from, seen);
        to = std::max(to, seen);
        if (x == seen)
            overlay.content.rects.push_back({{x - 2, y - 2, 4, 4}, Tone::FaintInk, 2});
    }
    if (from < mark->box.x)
        overlay.content.lines.push_back({from, y, mark->box.x, y, Tone::FaintInk, Stroke::Dotted});
    if (to > mark->box.right())
        overlay.content.lines.push_back(
            {mark->box.right(), y, to, y, Tone::FaintInk, Stroke::Dotted});
}

// Selected events that lie in the columns of a crowded lane.
void markInColumns(const TimelineScene &scene, const TimelineFrame &frame, const Lanes &lanes,
                   const Snapshot &snapshot, const TimelineEmphasis &emphasis,
                   TimelineScene &overlay)
{
    constexpr std::size_t kMostMarked = 200;
    std::uint32_t lane = UINT32_MAX;
    for (const DensityColumn &column : scene.content.columns) {
        if (column.lane == lane)
            continue;
        lane = column.lane;
        const auto rows = lanes.rowsOf(lanes.lanes[lane]);
        for (std::size_t i = 0; i < std::min(emphasis.selected.size(), kMostMarked); ++i) {
            const EventRow row = emphasis.selected[i];
            if (!std::binary_search(rows.begin(), rows.end(), row.value))
                continue;
            const MarkBox box = markBox(snapshot.events->when(row), frame.scale, frame.metrics);
            const double x =
                (std::max(box.x0, scene.plot.x) + std::min(box.x1, scene.plot.right())) / 2;
            if (x < scene.plot.x || x > scene.plot.right())
                continue;
            overlay.content.rings.push_back(
                {{x - 3, column.box.y, 6, column.box.height}, Tone::Accent, 2, 3});
        }
    }
}

// A date in the upper row of the ruler, on an accent ground.
void addChip(const TimelineScene &scene, const TimelineFrame &frame, double x,
             const std::string &text, const TextMeasure &measure, TimelineScene &overlay)
{
    constexpr double kPadding = 5;
    SceneText label;
    label.font = LabelFont::Axis;
    label.tone = Tone::AccentText;
    label.width = measure(text, label.font);
    const double width = label.width + 2 * kPadding;
    const double left = std::clamp(x - width / 2, scene.plot.x + 1,
                                   std::max(scene.plot.x + 1, scene.plot.right() - width - 1));
    const Box chip{left, scene.ruler.y + 2, width, frame.metrics.axisHeight + 1};
    label.x = chip.x + kPadding;
    label.centreY = chip.centreY();
    overlay.top.rects.push_back({chip, Tone::Accent, 3});
    overlay.top.texts.push_back(overlay.withText(label, text));
}

void addBrush(const TimelineScene &scene, const TimelineFrame &frame, TimeSpan brush,
              const AxisWords &words, const TextMeasure &measure, TimelineScene &overlay)
{
    const double x0 = std::clamp(frame.scale.toX(brush.begin()), scene.plot.x, scene.plot.right());
    const double x1 = std::clamp(frame.scale.toX(brush.end()), scene.plot.x, scene.plot.right());
    for (const double x : {x0, x1}) {
        const double line = std::floor(x) + 0.5;
        overlay.content.lines.push_back(
            {line, scene.ruler.y, line, scene.plot.bottom(), Tone::Accent, Stroke::Solid});
    }
    overlay.top.rects.push_back({{x0, scene.ruler.bottom() - 3, x1 - x0, 3}, Tone::Accent, 0});
    const Instant last{brush.isEmpty() ? brush.end().seconds : brush.end().seconds - 1};
    const AxisText text =
        frame.scale.secondsPerPixel() < 3'600 ? AxisText::TimeOfDay : AxisText::WholeDay;
    const std::string begin = words(brush.begin(), AxisText::WholeDay) +
                              (text == AxisText::TimeOfDay ? " " + words(brush.begin(), text) : "");
    const std::string end = words(last, AxisText::WholeDay) +
                            (text == AxisText::TimeOfDay ? " " + words(brush.end(), text) : "");
    addChip(scene, frame, (x0 + x1) / 2, begin + " \u2013 " + end, measure, overlay);
}

}  // namespace

void buildOverlay(const TimelineScene &scene, const TimelineFrame &frame, const Lanes &lanes,
                  const Snapshot &snapshot, const TimelineEmphasis &emphasis,
                  const AxisWords &words, const TextMeasure &measure, TimelineScene &overlay)
{
    overlay.clear();
    overlay.width = scene.width;
    overlay.height = scene.height;
    overlay.pixelRatio = scene.pixelRatio;
    overlay.plot = scene.plot;
    for (const SceneLane &lane : scene.lanes) {
        const double y0 = std::max(lane.box.y, scene.plot.y);
        if (y0 < lane.box.bottom() &&
            std::find(emphasis.selectedLanes.begin(), emphasis.selectedLanes.end(), lane.index) !=
                emphasis.selectedLanes.end())
            overlay.content.rects.push_back({{0, y0, 3, lane.box.bottom() - y0}, Tone::Accent, 0});
    }
    for (const TimelineMark &mark : scene.content.marks) {
        if (mark.box.centreY() < scene.plot.y || mark.box.centreY() > scene.plot.bottom())
            continue;
        if (emphasis.doubted && holdsDoubted(scene, mark, *emphasis.doubted)) {
            const Box box = cutTo(grown(mark.box, kDoubtGap), scene.plot);
            overlay.content.rings.push_back({box, Tone::Doubt, kDoubtWidth, box.height / 2});
        }
        const bool isCurrent = mark.row == emphasis.current && mark.lane == emphasis.currentLane;
        if (holdsSelected(scene, mark, emphasis))
            addRing(scene, mark, isCurrent ? 2.5 : 2, overlay);
        else if (isCurrent || (mark.row == emphasis.hovered && mark.lane == emphasis.hoveredLane))
            addRing(scene, mark, 1, overlay);
    }
    markInColumns(scene, frame, lanes, snapshot, emphasis, overlay);
    addMissingLabels(scene, frame, snapshot, emphasis, measure, overlay);
    addWhiskers(scene, frame, emphasis, measure, overlay);
    addPublications(scene, frame, emphasis, overlay);
    if (emphasis.range && !emphasis.brush) {
        const double x0 =
            std::clamp(frame.scale.toX(emphasis.range->begin()), scene.plot.x, scene.plot.right());
        const double x1 =
            std::clamp(frame.scale.toX(emphasis.range->end()), scene.plot.x, scene.plot.right());
        if (x1 > x0)
            overlay.top.rects.push_back(
                {{x0, scene.ruler.bottom() - 3, x1 - x0, 2}, Tone::Accent, 0});
    }
    if (emphasis.ghost) {
        const Box &box = emphasis.ghost->box;
        overlay.content.rings.push_back({box, Tone::Accent, 1.5, box.height / 2});
        addChip(scene, frame, box.centreX(), emphasis.ghost->text, measure, overlay);
    } else if (emphasis.brush) {
        addBrush(scene, frame, *emphasis.brush, words, measure, overlay);
    } else if (emphasis.cursorX) {
        const double x = std::floor(*emphasis.cursorX) + 0.5;
        overlay.top.lines.push_back(
            {x, scene.ruler.bottom() - 5, x, scene.ruler.bottom(), Tone::Accent, Stroke::Solid});
    }
}

}  // namespace dateline
