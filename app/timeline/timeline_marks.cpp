// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the scene builder that makes single marks and their labels.
#include <algorithm>

#include "app/timeline/dated_mark.h"
#include "app/timeline/fitted_text.h"
#include "app/timeline/lane_view.h"

namespace dateline {

namespace {

constexpr double kShortestLabel = 72;  // a shorter rest of a label says nothing

}  // namespace

void TimelineSceneBuilder::addMark(const LaneView &view, const PackedMark &packed,
                                   TimelineScene &scene)
{
    const When when = m_snapshot->events->when(packed.row);
    const TimelineMetrics &metrics = view.frame->metrics;
    MarkBox whole = markBox(when, view.scale, metrics);
    if (packed.form == MarkForm::Cluster) {
        whole.form = MarkForm::Cluster;
        whole.x1 = std::max(whole.x1, packed.x1 + view.worldX);
        const double needed =
            m_measure(std::to_string(packed.count), LabelFont::LaneNote) + metrics.markHeight();
        whole.x1 = std::max(whole.x1, whole.x0 + needed);
    }
    const double left = view.plot.x;
    const double right = view.plot.right();
    if (whole.x1 <= left || whole.x0 >= right)
        return;
    const double middle = (whole.x0 + whole.x1) / 2;
    if (whole.form == MarkForm::Dot && (middle < left || middle > right))
        return;

    const double centreY = view.offsetY + m_layout.rowCentre(view.place, view.rows, packed.subRow);
    const MarkPlace place{left, right, centreY, metrics.markHeight(), view.frame->pixelRatio};
    TimelineMark mark = datedMark(when, whole, place);
    if (packed.form != MarkForm::Cluster)
        addForm(mark, m_snapshot->events->whenText(packed.row), when, view.scale, place,
                scene.content.stretches, packed.label != LabelSide::Inside);
    mark.row = packed.row;
    mark.lane = view.index;
    mark.count = packed.count;
    mark.look = lookOf(packed.row, view.frame->colouring);
    mark.certainty = certaintyOfRow(packed.row);
    if (m_snapshot->evidenceOf(packed.row).isContested)
        mark.set(kContested);
    if (!m_shown->contains(packed.row))
        mark.set(kDimmed);
    const std::size_t labels = scene.content.texts.size();
    addLabel(view, packed, mark, scene);
    if (mark.has(kDigits) && scene.content.texts.size() > labels) {
        const SceneText &label = scene.content.texts.back();
        if (mark.box.contains(label.x, mark.box.centreY())) {
            mark.solidBegin = label.x - metrics.labelGap();
            mark.solidEnd = label.x + label.width + metrics.labelGap();
        }
    }
    const double height = metrics.markHeight();
    if ((mark.form == MarkForm::Bar && mark.box.width < height + 2) ||
        (mark.form == MarkForm::Capsule && mark.has(kContested) && mark.box.width < height * 1.7))
        mark.set(kNoGlyph);  // no room for it, or for it and the notch
    scene.content.marks.push_back(mark);
}

void TimelineSceneBuilder::addLabel(const LaneView &view, const PackedMark &packed,
                                    TimelineMark &mark, TimelineScene &scene)
{
    const TimelineMetrics &metrics = view.frame->metrics;
    const Box &box = mark.box;
    if (mark.form == MarkForm::Cluster) {
        const std::string text = std::to_string(mark.count);
        SceneText label;
        label.font = LabelFont::LaneNote;
        label.width = m_measure(text, label.font);
        label.x = box.centreX() - label.width / 2;
        label.centreY = box.centreY();
        label.row = mark.row;
        mark.set(kNoGlyph);
        scene.content.texts.push_back(scene.withText(label, text));
        return;
    }
    // A long mark has the shape of its kind at its head, for the eye that reads from the left.
    const double headX = box.x + metrics.labelInset();
    const bool isLong = mark.form != MarkForm::Linked && box.width > 4 * metrics.markHeight();
    if (isLong)
        mark.glyphX = headX;
    if (packed.label == LabelSide::None || mark.has(kDimmed))
        return;

    const double width = std::min(labelWidth(packed.row), metrics.longestLabel());
    const double gap = metrics.labelGap();
    const double insideX = headX + metrics.markHeight() / 2 + gap;
    const double insideRoom = box.right() - metrics.labelInset() - insideX;
    const double rightRoom = view.plot.right() - 3 - (box.right() + gap);
    const double leftRoom = box.x - gap - (view.plot.x + 4);
    const bool mayBeLeft = isRoomFree(packed, box.x - gap - width, box.x - 1);
    const bool mayBeRight = isRoomFree(packed, box.right() + 1, box.right() + gap + width);

    // The side that packing chose; where it lies outside the plot, another that is free; else what
    // can be seen of it.
    const bool wantsLeft = packed.label == LabelSide::Left;
    const bool wantsInside = packed.label == LabelSide::Inside;
    if ((wantsInside || isLong) && insideRoom >= width)
        appendLabel(view, packed, mark, insideX, width, scene);
    else if ((packed.label == LabelSide::Right || mayBeRight) && !wantsLeft && rightRoom >= width)
        appendLabel(view, packed, mark, box.right() + gap, width, scene);
    else if ((wantsLeft || mayBeLeft) && leftRoom >= width)
        appendLabel(view, packed, mark, box.x - gap - width, width, scene);
    else if (wantsLeft && mayBeRight && rightRoom >= width)
        appendLabel(view, packed, mark, box.right() + gap, width, scene);
    else if (packed.label == LabelSide::Right && rightRoom >= std::max(kShortestLabel, insideRoom))
        appendLabel(view, packed, mark, box.right() + gap, rightRoom, scene);
    else if (isLong && insideRoom >= kShortestLabel)
        appendLabel(view, packed, mark, insideX, insideRoom, scene);
    else if (wantsLeft && leftRoom >= kShortestLabel)
        appendLabel(view, packed, mark, view.plot.x + 4, leftRoom, scene);
}

bool TimelineSceneBuilder::isRoomFree(const PackedMark &packed, double x0, double x1) const
{
    // Only small lanes have rooms: others keep the side that packing chose.
    if (m_rooms.empty() || m_rooms.size() > 200)
        return false;
    return std::none_of(m_rooms.begin(), m_rooms.end(), [&](const Room &room) {
        return room.row != packed.row && room.subRow == packed.subRow && room.x0 < x1 &&
               room.x1 > x0;
    });
}

void TimelineSceneBuilder::appendLabel(const LaneView &view, const PackedMark &packed,
                                       const TimelineMark &mark, double x, double width,
                                       TimelineScene &scene)
{
    const FittedText fitted =
        fittedText(m_snapshot->events->title(mark.row), width, LabelFont::Mark, m_measure);
    if (fitted.text.empty())
        return;
    SceneText label;
    // A label left of its mark keeps its end beside it when it is cut.
    label.x =
        x + width <= mark.box.x ? mark.box.x - view.frame->metrics.labelGap() - fitted.width : x;
    label.centreY = mark.box.centreY();
    label.width = fitted.width;
    label.row = mark.row;
    if (mark.certainty == Certainty::Denied)
        label.style = kStruckOut;
    // The room is taken now: a later mark of the lane must not choose the same side.
    m_rooms.push_back({packed.subRow, mark.row, label.x, label.x + label.width});
    scene.content.texts.push_back(scene.withText(label, fitted.text));
}

}  // namespace dateline
