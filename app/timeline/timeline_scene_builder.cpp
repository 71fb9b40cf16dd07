// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_scene_builder.h"

#include <algorithm>
#include <cmath>

#include "app/base/check.h"
#include "app/timeline/lane_rows.h"
#include "app/timeline/lane_view.h"
#include "app/timeline/timeline_frame.h"

namespace dateline {

namespace {

// Where the number of the highest column stands: beside it, on the nearest ground that columns
// leave free down to `bottom`; right of it where there is none.
double besideHighest(std::span<const DensityColumn> columns, const Box &highest, double width,
                     double bottom, const Box &plot)
{
    constexpr double kGap = 3;
    constexpr double kFurthest = 90;
    const auto isFree = [&](double x) {
        if (x <= plot.x || x + width >= plot.right())
            return false;
        // Columns follow one another from left to right.
        const auto first =
            std::partition_point(columns.begin(), columns.end(), [x](const DensityColumn &column) {
                return column.box.right() <= x - kGap;
            });
        const auto last = std::partition_point(
            first, columns.end(),
            [end = x + width + kGap](const DensityColumn &column) { return column.box.x < end; });
        return std::none_of(first, last, [bottom](const DensityColumn &column) {
            return std::min(column.countTop, column.ongoingTop) < bottom;
        });
    };
    for (double away = kGap; away < kFurthest; away += kGap) {
        if (isFree(highest.right() + away))
            return highest.right() + away;
        if (isFree(highest.x - away - width))
            return highest.x - away - width;
    }
    const double right = highest.right() + kGap;
    return right + width < plot.right() ? right : highest.x - kGap - width;
}

}  // namespace

TimelineSceneBuilder::TimelineSceneBuilder(TextMeasure measure, TimelineWords words)
    : m_measure(std::move(measure)), m_words(std::move(words)), m_snapshot(Snapshot::empty()),
      m_shown(std::make_shared<RowSet>()), m_lanes(std::make_shared<Lanes>()),
      m_counts(std::make_shared<EventCounts>())
{
    m_layout.setLanes(*m_snapshot, *m_lanes);
}

void TimelineSceneBuilder::setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown,
                                      std::shared_ptr<const Lanes> lanes,
                                      std::shared_ptr<const EventCounts> counts)
{
    DL_CHECK(snapshot && shown && lanes);
    const bool hasOtherEvents = m_snapshot->events != snapshot->events;
    m_snapshot = std::move(snapshot);
    m_shown = std::move(shown);
    m_lanes = std::move(lanes);
    m_density.forget();
    m_marks.forget();
    const EventColumns &events = *m_snapshot->events;
    if (hasOtherEvents || m_labelWidths.size() != events.size())
        m_labelWidths.assign(events.size(), -1.0F);
    m_certainties.clear();
    for (std::uint32_t word = 0; word < events.statusWords().size(); ++word)
        m_certainties.push_back(certaintyOf(events.statusWords().word(word)));
    m_counts = counts ? std::move(counts)
                      : std::make_shared<const EventCounts>(m_snapshot->events, *m_shown,
                                                            rowsByEnd(events));
    m_layout.setLanes(*m_snapshot, *m_lanes);
}

Box TimelineSceneBuilder::plotOf(const TimelineFrame &frame)
{
    const double top = frame.metrics.rulerHeight();
    return {frame.headerWidth, top, std::max(frame.width - frame.headerWidth, 1.0),
            std::max(frame.height - top, 0.0)};
}

double TimelineSceneBuilder::labelWidth(EventRow row)
{
    float &width = m_labelWidths[row.value];
    if (width < 0) {
        width = static_cast<float>(
            std::ceil(m_measure(m_snapshot->events->title(row), LabelFont::Mark)));
    }
    return width;
}

void TimelineSceneBuilder::arrange(const TimelineFrame &frame)
{
    const double longest = frame.metrics.longestLabel();
    const double available = frame.height > 0 ? plotOf(frame).height : 0;
    m_layout.arrange(frame.scale.secondsPerPixel(), frame.metrics, available, frame.rowHeight,
                     [&](EventRow row) { return std::min(labelWidth(row), longest); });
}

double TimelineSceneBuilder::contentHeight(const TimelineFrame &frame)
{
    arrange(frame);
    return m_layout.height();
}

void TimelineSceneBuilder::build(const TimelineFrame &request, TimelineScene &scene)
{
    scene.clear();
    TimelineFrame frame = request;
    arrange(request);
    if (request.height <= 0)
        frame.height = frame.metrics.rulerHeight() + m_layout.height();
    const Box plot = plotOf(frame);
    frame.scale = request.scale.placedAt(plot.x, plot.width);
    addAreas(frame, scene);

    const TimeSpan visible = frame.scale.visible();
    m_range = m_snapshot->events->candidates(visible);
    scene.counts = m_counts->in(visible);
    addLanes(frame, scene);
    addAxis(frame, m_words, m_measure, scene);
    addLaneNames(frame, *m_lanes, m_measure, scene);
}

void TimelineSceneBuilder::addLanes(TimelineFrame &frame, TimelineScene &scene)
{
    const std::vector<LanePlace> &places = m_layout.places();
    const std::size_t fixed = fixedLanes(frame);
    const double scrolled = std::max(frame.scrollY, 0.0);
    std::size_t first = 0;
    if (fixed > 0) {
        frame.scrollY = 0;
        for (std::size_t i = 0; i < fixed; ++i)
            addLane(i, frame, scene);
        first = m_layout.firstBelow(fixed, scrolled);
        if (first < places.size())
            frame.scrollY = places[first].y - places[fixed].y;
    } else {
        first = m_layout.laneAt(scrolled);
    }
    for (std::size_t i = first; i < places.size(); ++i) {
        if (places[i].y - frame.scrollY >= scene.plot.height)
            break;
        addLane(i, frame, scene);
    }
}

std::size_t TimelineSceneBuilder::fixedLanes(const TimelineFrame &frame) const
{
    return frame.height > 0 ? m_layout.fixedLanes(plotOf(frame).height) : 0;
}

void TimelineSceneBuilder::addLane(std::size_t index, const TimelineFrame &frame,
                                   TimelineScene &scene)
{
    LaneView view;
    view.index = static_cast<std::uint32_t>(index);
    view.lane = &m_lanes->lanes[index];
    view.place = m_layout.places()[index];
    view.rows = view.place.rows;
    view.frame = &frame;
    view.scale = frame.scale;
    view.plot = scene.plot;
    view.offsetY = scene.plot.y - frame.scrollY;
    view.worldX = frame.scale.toX(m_snapshot->events->extent().begin());

    const Box box{0, view.place.y + view.offsetY, scene.width, view.place.height};
    scene.lanes.push_back({view.index, box, false});
    if (index % 2 == 1)
        scene.content.rects.push_back({box, Tone::Band, 0});
    switch (view.place.mode) {
    case LaneMode::Packed:
        addPacked(view, scene);
        break;
    case LaneMode::Crowded:
        addColumns(view, scene);
        break;
    case LaneMode::OnDemand:
        addOnDemand(view, scene);
        break;
    }
}

std::span<const std::uint32_t> TimelineSceneBuilder::visibleRows(const Lane &lane) const
{
    return rowsWithin(m_lanes->rowsOf(lane), m_range);
}

void TimelineSceneBuilder::addPacked(const LaneView &view, TimelineScene &scene)
{
    const std::span<const std::uint32_t> rows = m_lanes->rowsOf(*view.lane);
    const std::span<const std::uint32_t> visible = visibleRows(*view.lane);
    const std::span<const PackedMark> all = m_layout.marksOf(view.place);
    // A mark that is drawn wider than its time reaches into view a little before its time does.
    constexpr std::size_t kNeighbours = 8;
    std::size_t first = static_cast<std::size_t>(visible.data() - rows.data());
    const std::size_t last = std::min(first + visible.size() + kNeighbours, all.size());
    first = first > kNeighbours ? first - kNeighbours : 0;
    addMarks(view, all.subspan(first, last - first), first, scene);
}

void TimelineSceneBuilder::addMarks(const LaneView &view, std::span<const PackedMark> marks,
                                    std::size_t first, TimelineScene &scene)
{
    const TimelineMetrics &metrics = view.frame->metrics;
    // What stands further out than this has nothing in view, not even its label.
    const double left = view.plot.x - metrics.longestLabel() - view.worldX;
    const double right = view.plot.right() + metrics.longestLabel() - view.worldX;
    const auto isAway = [left, right](const PackedMark &mark) {
        return mark.count == 0 || mark.x1 < left || mark.x0 > right;
    };
    m_rooms.clear();
    for (const PackedMark &packed : marks) {
        if (isAway(packed))
            continue;
        const bool isBeside = packed.label == LabelSide::Right || packed.label == LabelSide::Left;
        const double reach =
            isBeside ? std::min(labelWidth(packed.row), metrics.longestLabel()) + metrics.labelGap()
                     : 0;
        m_rooms.push_back(
            {packed.subRow, packed.row,
             packed.x0 + view.worldX - (packed.label == LabelSide::Left ? reach : 0),
             packed.x1 + view.worldX + (packed.label == LabelSide::Right ? reach : 0)});
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (isAway(marks[i]))
            continue;
        const std::size_t marksBefore = scene.content.marks.size();
        addMark(view, marks[i], scene);
        if (marks[i].count > 1 && scene.content.marks.size() > marksBefore)
            addMembers(marks, i, first, scene);
    }
}

void TimelineSceneBuilder::addMembers(std::span<const PackedMark> marks, std::size_t head,
                                      std::size_t first, TimelineScene &scene) const
{
    TimelineMark &mark = scene.content.marks.back();
    mark.firstMember = static_cast<std::uint32_t>(scene.members.size());
    scene.members.push_back(marks[head].row);
    // Members follow their head in time.
    std::uint32_t left = marks[head].count - 1;
    for (std::size_t i = head + 1; i < marks.size() && left > 0; ++i) {
        if (marks[i].count == 0 && marks[i].head == first + head) {
            scene.members.push_back(marks[i].row);
            --left;
        }
    }
    mark.memberCount = static_cast<std::uint32_t>(scene.members.size()) - mark.firstMember;
}

void TimelineSceneBuilder::addOnDemand(LaneView &view, TimelineScene &scene)
{
    const double longest = view.frame->metrics.longestLabel();
    const LanePacker::LabelWidth width = [&](EventRow row) {
        return std::min(labelWidth(row), longest);
    };
    const LaneMarks::View packed =
        m_marks.of(view.index, m_lanes->rowsOf(*view.lane), *m_snapshot, view.scale,
                   {view.frame->metrics, width, view.place.rows});
    if (packed.isCrowded()) {
        addColumns(view, scene);
        return;
    }
    view.rows = packed.rows;
    addMarks(view, packed.marks, 0, scene);
}

void TimelineSceneBuilder::addColumns(const LaneView &view, TimelineScene &scene)
{
    const LaneDensity::View columns =
        m_density.of(view.index, m_lanes->rowsOf(*view.lane), *m_snapshot->events, view.scale);
    const std::uint32_t highest = columns.highest();
    if (highest == 0)
        return;

    const double padding = std::min(4.0, std::round(view.place.height * 0.1));
    const double top = view.place.y + view.offsetY + padding;
    const double height = view.place.height - 2 * padding;
    const double perEvent = height / highest;
    // Whole pixels of the screen, so that columns are as crisp as the ground between them.
    const double ratio = view.frame->pixelRatio;
    const double begin = view.scale.toX(columns.begin(columns.first));
    const double width = view.scale.toPixels(
        static_cast<double>(columns.begin(1).seconds - columns.begin(0).seconds));
    const auto edge = [&](std::int64_t column) {
        const double x = begin + static_cast<double>(column - columns.first) * width;
        return std::round(x * ratio) / ratio;
    };
    const std::size_t before = scene.content.columns.size();
    std::size_t peak = before;
    for (std::int64_t i = columns.first; i < columns.last; ++i) {
        const std::uint32_t count = columns.count(i);
        const std::uint32_t ongoing = columns.ongoing(i);
        if (count + ongoing == 0)
            continue;
        DensityColumn column;
        const double x = std::max(edge(i), view.plot.x);
        const double right = std::min(edge(i + 1), view.plot.right());
        if (right <= x)
            continue;
        column.box = {x, top, right - x, height};
        // One event is still seen beside a thousand.
        const double countHeight = count == 0 ? 0 : std::max(2.0, count * perEvent);
        const double ongoingHeight = ongoing == 0 ? 0 : std::max(1.0, ongoing * perEvent);
        column.countTop = column.box.bottom() - countHeight;
        column.ongoingTop = std::max(top, column.countTop - ongoingHeight);
        column.lane = view.index;
        column.count = count;
        column.ongoing = ongoing;
        column.span = columns.span(i);
        if (count + ongoing == highest)
            peak = scene.content.columns.size();
        scene.content.columns.push_back(column);
    }
    const auto made = std::span(scene.content.columns).subspan(before);
    if (made.empty())
        return;
    // The scale of the columns is told by the number at the highest.
    const std::string text = std::to_string(highest);
    SceneText label;
    label.font = LabelFont::LaneNote;
    label.tone = Tone::FaintInk;
    label.width = m_measure(text, LabelFont::LaneNote);
    const double noteHeight = view.frame->metrics.noteHeight;
    label.centreY = top + noteHeight / 2 - 1;
    label.x =
        besideHighest(made, made[peak - before].box, label.width, top + noteHeight - 3, view.plot);
    scene.content.texts.push_back(scene.withText(label, text));
}

CategoryLook TimelineSceneBuilder::lookOf(EventRow row, Colouring colouring) const
{
    const EventColumns &events = *m_snapshot->events;
    switch (colouring) {
    case Colouring::Kind:
        return lookOfWord(events.kind(row));
    case Colouring::Status:
        return lookOfWord(events.status(row));
    case Colouring::Place:
        return lookOfWord(events.place(row));
    }
    return {};
}

Certainty TimelineSceneBuilder::certaintyOfRow(EventRow row) const
{
    return m_certainties[m_snapshot->events->status(row)];
}

}  // namespace dateline
