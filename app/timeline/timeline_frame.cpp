// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_frame.h"

#include <algorithm>

#include "app/timeline/fitted_text.h"

namespace dateline {

namespace {

double snapped(double x, const TimelineFrame &frame)
{
    // Lines are one logical pixel wide and stand in the middle of one.
    return (std::floor(x * frame.pixelRatio) + 0.5) / frame.pixelRatio;
}

void addVertical(SceneLayer &layer, double x, double y0, double y1, Tone tone,
                 Stroke stroke = Stroke::Solid)
{
    layer.lines.push_back({x, y0, x, y1, tone, stroke});
}

void addHorizontal(SceneLayer &layer, double x0, double x1, double y, Tone tone)
{
    layer.lines.push_back({x0, y, x1, y, tone, Stroke::Solid});
}

// A stretch of the ruler's lower row that a date has taken.
struct Taken {
    double x0 = 0;
    double x1 = 0;
    bool touches(double a, double b) const { return x0 < b && a < x1; }
};

// A date in the lower row of the ruler, with its line through the plot. Kept inside the plot.
Taken addDate(const TimelineFrame &frame, const TextMeasure &measure, Instant at,
              const std::string &words, bool isAsOf, TimelineScene &scene)
{
    const double x = snapped(frame.scale.toX(at), frame);
    if (x < scene.plot.x || x > scene.plot.right())
        return {};
    const TimelineMetrics &metrics = frame.metrics;
    const Tone tone = isAsOf ? Tone::Accent : Tone::Today;
    addVertical(scene.content, x, scene.plot.y, scene.plot.bottom(), tone,
                isAsOf ? Stroke::Dashed : Stroke::Dotted);
    constexpr double kPadding = 5;
    SceneText label;
    label.font = LabelFont::Axis;
    label.tone = isAsOf ? Tone::AccentText : Tone::FaintInk;
    label.width = measure(words, label.font);
    const double width = label.width + 2 * kPadding;
    const double left = std::clamp(x - width / 2, scene.plot.x + 1,
                                   std::max(scene.plot.x + 1, scene.plot.right() - width - 1));
    const Box chip{left, scene.ruler.bottom() - metrics.axisHeight - 3, width,
                   metrics.axisHeight + 1};
    label.x = chip.x + kPadding;
    label.centreY = chip.centreY();
    if (isAsOf)
        scene.top.rects.push_back({chip, Tone::Accent, 3});
    scene.top.texts.push_back(scene.withText(label, words));
    return {chip.x - 4, chip.right() + 4};
}

constexpr double kIndent = 10;  // of lanes under the heading of their group

// A triangle says whether the group is open; how many lanes it has stands beside its name where it
// has no second line.
std::string headingOf(const Lane &lane, const Lanes &lanes)
{
    const bool isOpen = lane.form == LaneForm::OpenGroup;
    std::string text = isOpen ? "\u25be " : "\u25b8 ";
    text += lanes.name(lane);
    return isOpen ? text + " \u00b7 " + lanes.note(lane) : text;
}

void addCounts(const TimelineFrame &frame, const TimelineWords &words, const TextMeasure &measure,
               TimelineScene &scene)
{
    const double left = frame.metrics.laneInset();
    const double room = frame.headerWidth - left - 6;
    const double rowHeight = scene.ruler.height / 2;
    const auto add = [&](const std::string &text, Tone tone, double centreY) {
        const FittedText fitted = fittedText(text, room, LabelFont::Axis, measure);
        SceneText label;
        label.x = left;
        label.centreY = centreY;
        label.width = fitted.width;
        label.font = LabelFont::Axis;
        label.tone = tone;
        if (!fitted.text.empty())
            scene.top.texts.push_back(scene.withText(label, fitted.text));
    };
    if (words.counted)
        add(words.counted(scene.counts), Tone::Ink, scene.ruler.y + rowHeight * 0.5 + 1);
    if (words.beyond)
        add(words.beyond(scene.counts), Tone::FaintInk, scene.ruler.y + rowHeight * 1.5 - 2);
}

}  // namespace

void addAreas(const TimelineFrame &frame, TimelineScene &scene)
{
    scene.width = frame.width;
    scene.height = frame.height;
    scene.pixelRatio = frame.pixelRatio;
    scene.plot = TimelineSceneBuilder::plotOf(frame);
    scene.ruler = {0, 0, frame.width, frame.metrics.rulerHeight()};
    scene.header = {0, scene.plot.y, frame.headerWidth, scene.plot.height};
}

void addAxis(const TimelineFrame &frame, const TimelineWords &words, const TextMeasure &measure,
             TimelineScene &scene)
{
    const TimelineMetrics &metrics = frame.metrics;
    const Box &plot = scene.plot;
    Axis axis;
    buildAxis(frame.scale, words.axis, measure, axis);

    const double bottomLine = scene.ruler.bottom() - 0.5;
    if (frame.hasGrounds)
        scene.top.rects.push_back({scene.ruler, Tone::Paper, 0});
    std::optional<Taken> asOf;
    std::optional<Taken> today;
    if (frame.asOf)
        asOf = addDate(frame, measure, *frame.asOf, words.axis(*frame.asOf, AxisText::WholeDay),
                       true, scene);
    if (frame.today)
        today = addDate(frame, measure, *frame.today, words.today, false, scene);
    const auto isTaken = [&](double x0, double x1) {
        return (asOf && asOf->touches(x0, x1)) || (today && today->touches(x0, x1));
    };
    if (asOf && today && asOf->touches(today->x0, today->x1))
        scene.top.texts.pop_back();  // the line of today stays, its word gives way

    const double minorCentre = scene.ruler.bottom() - metrics.axisHeight / 2 - 3;
    const double majorCentre = scene.ruler.y + metrics.axisHeight / 2 + 3;
    for (const Tick &tick : axis.minors) {
        const bool isMajor = std::any_of(axis.majors.begin(), axis.majors.end(),
                                         [&](const Tick &major) { return major.at == tick.at; });
        const double x = snapped(tick.x, frame);
        if (!isMajor) {
            addVertical(scene.content, x, plot.y, plot.bottom(), Tone::Rule);
            if (!isTaken(x, x + 1))
                addVertical(scene.top, x, minorCentre - metrics.axisHeight / 2 + 2, bottomLine,
                            Tone::Rule);
        }
        if (tick.text.empty() || isTaken(tick.labelX, tick.labelX + tick.labelWidth))
            continue;
        SceneText label;
        label.x = tick.labelX;
        label.centreY = minorCentre;
        label.width = tick.labelWidth;
        label.font = LabelFont::Axis;
        label.tone = Tone::FaintInk;
        scene.top.texts.push_back(scene.withText(label, tick.text));
    }
    for (const Tick &tick : axis.majors) {
        if (tick.x >= plot.x) {
            const double x = snapped(tick.x, frame);
            addVertical(scene.content, x, plot.y, plot.bottom(), Tone::StrongRule);
            const double end =
                isTaken(x, x + 1) ? minorCentre - metrics.axisHeight / 2 : bottomLine;
            addVertical(scene.top, x, scene.ruler.y, end, Tone::StrongRule);
        }
        if (tick.text.empty())
            continue;
        SceneText label;
        label.x = tick.labelX;
        label.centreY = majorCentre;
        label.width = tick.labelWidth;
        label.font = LabelFont::AxisMajor;
        label.style = kStrongText;
        scene.top.texts.push_back(scene.withText(label, tick.text));
    }
    addHorizontal(scene.top, 0, scene.width, bottomLine, Tone::StrongRule);
    addVertical(scene.top, frame.headerWidth - 0.5, scene.ruler.y, bottomLine, Tone::StrongRule);
    addCounts(frame, words, measure, scene);
}

void addLaneNames(const TimelineFrame &frame, const Lanes &lanes, const TextMeasure &measure,
                  TimelineScene &scene)
{
    const TimelineMetrics &metrics = frame.metrics;
    const double left = metrics.laneInset();
    const double room = frame.headerWidth - left - 8;
    if (frame.hasGrounds)
        scene.side.rects.push_back({scene.header, Tone::Paper, 0});
    for (SceneLane &place : scene.lanes) {
        const Lane &lane = lanes.lanes[place.index];
        if (place.index % 2 == 1 && frame.hasGrounds)
            scene.side.rects.push_back(
                {{0, place.box.y, frame.headerWidth, place.box.height}, Tone::Band, 0});
        const bool hasNote = place.box.height >= metrics.nameHeight + metrics.noteHeight + 4;
        const double indent =
            !lanes.groups.empty() && lane.form == LaneForm::Item && !lane.isPinned ? kIndent : 0;
        const FittedText name =
            fittedText(lane.isGroup() ? headingOf(lane, lanes) : std::string(lanes.name(lane)),
                       room - indent, LabelFont::LaneName, measure);
        place.isNameElided = name.isElided;
        // Names stand beside the first row of marks, so that the eye runs from one to the other.
        const double block = metrics.nameHeight + (hasNote ? metrics.noteHeight : 0);
        const double top = place.box.y + (place.box.height - block) / 2;
        SceneText label;
        label.x = left + indent;
        label.centreY = top + metrics.nameHeight / 2;
        label.width = name.width;
        label.font = LabelFont::LaneName;
        label.tone = lane.form == LaneForm::Rest ? Tone::FaintInk : Tone::Ink;
        scene.side.texts.push_back(scene.withText(label, name.text));
        // Where the pinned ones end.
        if (lane.isPinned && place.index + 1 < lanes.lanes.size() &&
            !lanes.lanes[place.index + 1].isPinned)
            addHorizontal(scene.side, 0, scene.width, std::floor(place.box.bottom()) - 0.5,
                          Tone::StrongRule);
        if (!hasNote)
            continue;
        const FittedText note =
            fittedText(lanes.note(lane), room - indent, LabelFont::LaneNote, measure);
        label.centreY = top + metrics.nameHeight + metrics.noteHeight / 2;
        label.width = note.width;
        label.font = LabelFont::LaneNote;
        label.tone = Tone::FaintInk;
        scene.side.texts.push_back(scene.withText(label, note.text));
    }
    addVertical(scene.side, frame.headerWidth - 0.5, scene.header.y, scene.header.bottom(),
                Tone::StrongRule);
}

}  // namespace dateline
