// SPDX-License-Identifier: GPL-3.0-or-later
// Columns + scale + lanes -> scene. Visits only events in the span that is shown and only lanes
// that are in view, found by binary search; lanes with more marks than columns become counts per
// column. So a million events cost what can be seen of them. Widths and words come in as functions.
// One builder serves one picture, on one thread; it keeps its vectors, and widths of titles once
// measured, so that a frame allocates nothing per event.
//
//     TimelineSceneBuilder builder(measure, words);
//     builder.setContent(snapshot, shown, lanes);
//     builder.build(frame, scene);
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/timeline/event_counts.h"
#include "app/timeline/lane_density.h"
#include "app/timeline/lane_layout.h"
#include "app/timeline/lane_marks.h"
#include "app/timeline/timeline_scene.h"

namespace dateline {

// The words of a picture that the file does not have.
struct TimelineWords {
    AxisWords axis = plainAxisWords;
    // Two lines for the corner: "17 of 17 events", "1 earlier · 2 later".
    std::function<std::string(const TimelineCounts &)> counted;
    std::function<std::string(const TimelineCounts &)> beyond;
    std::string today = "today";
};

// What is to be seen. The scale is placed onto the plot by the builder.
struct TimelineFrame {
    double width = 800;
    double height = 400;  // 0: as high as the lanes need
    double headerWidth = 128;
    double scrollY = 0;
    double pixelRatio = 1;
    TimeScale scale;
    TimelineMetrics metrics;
    Colouring colouring = Colouring::Kind;
    RowHeight rowHeight = RowHeight::Fitting;
    std::optional<Instant> asOf;
    std::optional<Instant> today;
    bool hasGrounds = true;  // ruler and header hide what scrolls under them; not on paper
};

class TimelineSceneBuilder {
public:
    TimelineSceneBuilder(TextMeasure measure, TimelineWords words);

    // `shown` are the events that pass the filter; lanes may hold more of them, which are then
    // dimmed. Forgets what was packed; widths are kept while the snapshot's events are the same.
    // `counts` are those of `shown`; none: made here, O(events).
    void setContent(SnapshotPointer snapshot, std::shared_ptr<const RowSet> shown,
                    std::shared_ptr<const Lanes> lanes,
                    std::shared_ptr<const EventCounts> counts = {});

    // The height of all lanes at this zoom; the plot shows a window of it.
    double contentHeight(const TimelineFrame &frame);
    void build(const TimelineFrame &frame, TimelineScene &scene);
    // How many lanes stay at the top whatever frame.scrollY is; of what was arranged last.
    std::size_t fixedLanes(const TimelineFrame &frame) const;

    const Lanes &lanes() const { return *m_lanes; }
    const Snapshot &snapshot() const { return *m_snapshot; }
    const SnapshotPointer &content() const { return m_snapshot; }
    const std::shared_ptr<const Lanes> &sharedLanes() const { return m_lanes; }
    const std::shared_ptr<const EventCounts> &sharedCounts() const { return m_counts; }
    // Of the span that a scale shows, without a scene.
    TimelineCounts countsIn(TimeSpan visible) const { return m_counts->in(visible); }
    const LaneLayout &layout() const { return m_layout; }
    // The plot that a frame has: the scale must lie on it.
    static Box plotOf(const TimelineFrame &frame);

private:
    struct LaneView;  // one lane while its marks are made
    struct Room {     // of a mark with its label, to see whether a label may change its side
        std::uint8_t subRow;
        EventRow row;
        double x0;
        double x1;
    };

    double labelWidth(EventRow row);
    void arrange(const TimelineFrame &frame);
    void addLanes(TimelineFrame &frame, TimelineScene &scene);
    void addLane(std::size_t index, const TimelineFrame &frame, TimelineScene &scene);
    void addPacked(const LaneView &view, TimelineScene &scene);
    // A slice of a lane's packed marks; `first` is the position of its first one among them.
    void addMarks(const LaneView &view, std::span<const PackedMark> marks, std::size_t first,
                  TimelineScene &scene);
    void addMembers(std::span<const PackedMark> marks, std::size_t head, std::size_t first,
                    TimelineScene &scene) const;
    void addOnDemand(LaneView &view, TimelineScene &scene);
    void addColumns(const LaneView &view, TimelineScene &scene);
    void addMark(const LaneView &view, const PackedMark &packed, TimelineScene &scene);
    void addLabel(const LaneView &view, const PackedMark &packed, TimelineMark &mark,
                  TimelineScene &scene);
    bool isRoomFree(const PackedMark &packed, double x0, double x1) const;
    void appendLabel(const LaneView &view, const PackedMark &packed, const TimelineMark &mark,
                     double x, double width, TimelineScene &scene);
    std::span<const std::uint32_t> visibleRows(const Lane &lane) const;
    CategoryLook lookOf(EventRow row, Colouring colouring) const;
    Certainty certaintyOfRow(EventRow row) const;

    TextMeasure m_measure;
    TimelineWords m_words;
    SnapshotPointer m_snapshot;
    std::shared_ptr<const RowSet> m_shown;
    std::shared_ptr<const Lanes> m_lanes;
    std::shared_ptr<const EventCounts> m_counts;
    LaneLayout m_layout;
    LaneDensity m_density;
    LaneMarks m_marks;
    std::vector<float> m_labelWidths;      // per event row; below 0: not measured yet
    std::vector<Certainty> m_certainties;  // per word of status
    std::vector<Room> m_rooms;
    EventColumns::Range m_range;
};

}  // namespace dateline
