// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_hit.h"

#include <algorithm>

#include "app/timeline/lane_rows.h"

namespace dateline {

namespace {

constexpr double kGrip = 5;           // how near to an end one can take hold of it
constexpr double kShortestHeld = 18;  // a shorter mark is moved as a whole

double distance(const Box &box, double x, double y)
{
    const double dx = std::max({box.x - x, x - box.right(), 0.0});
    const double dy = std::max({box.y - y, y - box.bottom(), 0.0});
    return std::hypot(dx, dy);
}

MarkPart partAt(const TimelineMark &mark, double x)
{
    if (mark.form == MarkForm::Dot || mark.form == MarkForm::Linked ||
        mark.form == MarkForm::Cluster || mark.box.width < kShortestHeld)
        return MarkPart::Body;
    if (x <= mark.box.x + kGrip && !mark.has(kCutLeft) && !mark.has(kArrowLeft))
        return MarkPart::Begin;
    if (x >= mark.box.right() - kGrip && !mark.has(kCutRight) && !mark.has(kArrowRight))
        return MarkPart::End;
    return MarkPart::Body;
}

TimelinePart areaAt(const TimelineScene &scene, double x, double y)
{
    const Box whole{0, 0, scene.width, scene.height};
    if (!whole.contains(x, y))
        return TimelinePart::Outside;
    if (std::abs(x - scene.plot.x) <= 3)
        return TimelinePart::HeaderEdge;
    if (scene.ruler.contains(x, y))
        return x < scene.plot.x ? TimelinePart::Corner : TimelinePart::Ruler;
    return x < scene.plot.x ? TimelinePart::LaneName : TimelinePart::Plot;
}

// The place of a row in its lane.
std::size_t positionIn(std::span<const std::uint32_t> rows, EventRow row)
{
    return static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), row.value) -
                                    rows.begin());
}

// Where an event is taken to be when the next one in another lane is looked for.
double middleOf(const EventColumns &events, std::uint32_t row)
{
    const DateBounds bounds = events.when({row}).bounds;
    if (bounds.earliestBegin.isDistant())
        return static_cast<double>(bounds.latestEnd.seconds);
    if (bounds.latestEnd.isDistant())
        return static_cast<double>(bounds.earliestBegin.seconds);
    return static_cast<double>(bounds.earliestBegin.seconds) / 2 +
           static_cast<double>(bounds.latestEnd.seconds) / 2;
}

}  // namespace

TimelineHit hitAt(const TimelineScene &scene, double x, double y, double tolerance)
{
    TimelineHit hit;
    hit.part = areaAt(scene, x, y);
    const bool hasLane = hit.part == TimelinePart::Plot || hit.part == TimelinePart::LaneName ||
                         (hit.part == TimelinePart::HeaderEdge && y >= scene.plot.y);
    if (!hasLane)
        return hit;
    for (const SceneLane &lane : scene.lanes) {
        if (y >= lane.box.y && y < lane.box.bottom())
            hit.lane = lane.index;
    }
    if (hit.part == TimelinePart::LaneName)
        return hit;

    double nearest = tolerance;
    const std::vector<TimelineMark> &marks = scene.content.marks;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        const double away = distance(marks[i].box, x, y);
        if (away > nearest || (away == nearest && hit.hasMark()))
            continue;
        nearest = away;
        hit.mark = i;
        hit.markPart = partAt(marks[i], x);
    }
    if (hit.hasMark()) {
        hit.lane = marks[hit.mark].lane;
        return hit;
    }
    for (const SceneText &label : scene.content.texts) {
        if (label.row.isNull() || x < label.x || x >= label.x + label.width ||
            std::abs(y - label.centreY) > 7)
            continue;
        for (std::uint32_t i = 0; i < marks.size(); ++i) {
            if (marks[i].row == label.row && marks[i].box.centreY() == label.centreY) {
                hit.mark = i;
                hit.markPart = MarkPart::Label;
                hit.lane = marks[i].lane;
            }
        }
    }
    if (hit.hasMark())
        return hit;
    const std::vector<DensityColumn> &columns = scene.content.columns;
    for (std::uint32_t i = 0; i < columns.size(); ++i) {
        if (columns[i].box.contains(x, y))
            hit.column = i;
    }
    return hit;
}

std::vector<EventRow> eventsOf(const TimelineHit &hit, const TimelineScene &scene,
                               const Lanes &lanes, const Snapshot &snapshot, std::size_t limit)
{
    std::vector<EventRow> found;
    if (hit.hasMark()) {
        const TimelineMark &mark = scene.content.marks[hit.mark];
        if (mark.form != MarkForm::Cluster)
            return {mark.row};
        const auto first = scene.members.begin() + mark.firstMember;
        found.assign(first, first + static_cast<std::ptrdiff_t>(
                                        std::min<std::size_t>(mark.memberCount, limit)));
        return found;
    }
    if (!hit.hasColumn())
        return found;
    // Those that begin in the column first, then those that go on in it.
    const DensityColumn &column = scene.content.columns[hit.column];
    const EventColumns &events = *snapshot.events;
    const std::span<const std::uint32_t> rows = lanes.rowsOf(lanes.lanes[column.lane]);
    std::vector<EventRow> ongoing;
    for (const std::uint32_t row : rowsWithin(rows, events.candidates(column.span))) {
        if (found.size() >= limit)
            break;
        const TimeSpan whole = events.when({row}).bounds.whole();
        if (!whole.overlaps(column.span))
            continue;
        (column.span.contains(whole.begin()) ? found : ongoing).push_back({row});
    }
    for (const EventRow row : ongoing) {
        if (found.size() < limit)
            found.push_back(row);
    }
    return found;
}

std::optional<LaneEvent> stepFrom(const LaneEvent &from, Step step, const Lanes &lanes,
                                  const Snapshot &snapshot)
{
    if (from.lane >= lanes.lanes.size())
        return std::nullopt;
    const std::span<const std::uint32_t> rows = lanes.rowsOf(lanes.lanes[from.lane]);
    const std::size_t position = positionIn(rows, from.row);
    if (step == Step::Earlier || step == Step::Later) {
        const bool isAtEnd = step == Step::Earlier ? position == 0 : position + 1 >= rows.size();
        if (isAtEnd)
            return std::nullopt;
        return LaneEvent{from.lane, {rows[step == Step::Earlier ? position - 1 : position + 1]}};
    }
    // Headings of groups hold nothing to stop at.
    const auto count = static_cast<std::uint32_t>(lanes.lanes.size());
    const std::uint32_t way = step == Step::LaneAbove ? UINT32_MAX : 1;
    std::uint32_t lane = from.lane + way;
    while (lane < count && lanes.lanes[lane].count() == 0)
        lane += way;
    if (lane >= count)
        return std::nullopt;
    const std::span<const std::uint32_t> others = lanes.rowsOf(lanes.lanes[lane]);
    const double here = middleOf(*snapshot.events, from.row.value);
    // The same event, where it stands there too; else the nearest of those that begin around it.
    const std::size_t near = positionIn(others, from.row);
    if (near < others.size() && others[near] == from.row.value)
        return LaneEvent{lane, from.row};
    constexpr std::size_t kReach = 64;
    const std::size_t first = near > kReach ? near - kReach : 0;
    const std::size_t last = std::min(near + kReach, others.size());
    std::size_t best = first;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = first; i < last; ++i) {
        const double away = std::abs(middleOf(*snapshot.events, others[i]) - here);
        if (away < least) {
            least = away;
            best = i;
        }
    }
    return LaneEvent{lane, {others[best]}};
}

namespace {

// The lanes that can hold the event, without asking each; none where that is not known.
std::optional<std::vector<std::uint32_t>> lanesThatMayHold(EventRow row, const Lanes &lanes)
{
    std::vector<std::uint32_t> found;
    const auto add = [&](std::size_t key) {
        if (key < lanes.laneOfKey.size())
            found.push_back(lanes.laneOfKey[key]);
    };
    switch (lanes.grouping) {
    case Grouping::Actor:
        if (!lanes.participations)
            return std::nullopt;
        for (const ParticipationColumns::Entry &entry : lanes.participations->ofEvent(row))
            add(entry.actor.value);
        break;
    case Grouping::Kind:
        add(lanes.events->kind(row));
        break;
    case Grouping::Place:
        add(lanes.events->place(row));
        break;
    case Grouping::None:
        break;
    case Grouping::Source:
        return std::nullopt;
    }
    found.push_back(lanes.restLane);
    return found;
}

}  // namespace

std::optional<LaneEvent> findInLanes(EventRow row, std::uint32_t fromLane, const Lanes &lanes)
{
    const auto count = static_cast<std::uint32_t>(lanes.lanes.size());
    if (count == 0 || !lanes.events || row.value >= lanes.events->datedSize())
        return std::nullopt;
    const auto holds = [&](std::uint32_t lane) {
        const std::span<const std::uint32_t> rows = lanes.rowsOf(lanes.lanes[lane]);
        return std::binary_search(rows.begin(), rows.end(), row.value);
    };
    fromLane %= count;
    std::uint32_t nearest = Lanes::kNone;  // counted downwards from fromLane, and round
    if (const auto candidates = lanesThatMayHold(row, lanes)) {
        for (const std::uint32_t lane : *candidates) {
            if (lane < count && holds(lane))
                nearest = std::min(nearest, (lane + count - fromLane) % count);
        }
    } else {
        for (std::uint32_t i = 0; i < count && nearest == Lanes::kNone; ++i) {
            if (holds((fromLane + i) % count))
                nearest = i;
        }
    }
    if (nearest == Lanes::kNone)
        return std::nullopt;
    return LaneEvent{(fromLane + nearest) % count, row};
}

}  // namespace dateline
