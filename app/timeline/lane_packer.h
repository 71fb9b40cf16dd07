// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the events of one lane into sub-rows, so that no mark touches another and no label touches a
// mark or a label. Marks come first, in the order of time, into the first row that has room; then
// labels, most important first: inside a long mark, right of it, left of it, or in another row that
// has room for both; where there is none the label is left out. Marks that find no row are gathered
// into clusters in the last row, which say how many they are: nothing is dropped.
//
// Works on the x of a scale, so that the result holds for as long as the zoom does: panning never
// makes a mark change its row. O(n log n) for n events; the vectors inside are kept for reuse.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <vector>

#include "app/model/snapshot.h"
#include "app/timeline/event_mark.h"

namespace dateline {

enum class LabelSide : std::uint8_t { None, Inside, Right, Left };

struct PackedMark {
    EventRow row;
    MarkForm form = MarkForm::Dot;
    LabelSide label = LabelSide::None;
    std::uint8_t subRow = 0;
    std::uint32_t count = 1;  // events that the mark stands for; 0: gathered into `head`
    std::uint32_t head = 0;   // position of the cluster's first mark
    double x0 = 0;            // with a cluster's other marks
    double x1 = 0;
};

class LanePacker {
public:
    static constexpr int kMostRows = 40;
    using LabelWidth = std::function<double(EventRow)>;

    // Marks of which many are gathered into clusters.
    enum class IfCrowded : std::uint8_t {
        Keep,
        LeaveOut,  // counts will be shown in their place
    };
    struct Room {
        int mostRows = 6;   // for marks
        int labelRows = 3;  // rows that may be opened for the sake of labels
        IfCrowded ifCrowded = IfCrowded::Keep;
    };

    // Appends one PackedMark per event to `marks`, in the order of `rows`, and returns how many
    // sub-rows are in use; 0, and nothing is appended, where crowded ones are left out. Heads are
    // positions counted from the first that was appended.
    int pack(std::span<const std::uint32_t> rows, const Snapshot &snapshot, const TimeScale &scale,
             const TimelineMetrics &metrics, const LabelWidth &labelWidth, Room room,
             std::vector<PackedMark> &marks);

private:
    struct Interval {
        double x0;
        double x1;
    };

    void placeMarks(std::span<PackedMark> marks, const TimelineMetrics &metrics, int mostRows);
    void placeLabels(std::span<PackedMark> marks, const Snapshot &snapshot,
                     const TimelineMetrics &metrics, const LabelWidth &labelWidth, int labelRows);
    bool moveToRowWithRoom(PackedMark &mark, double width, const TimelineMetrics &metrics,
                           int labelRows);
    bool isFree(int row, double x0, double x1) const;
    void occupy(int row, double x0, double x1);
    void release(int row, double x0);

    std::array<std::vector<Interval>, kMostRows> m_taken;
    std::array<std::uint32_t, kMostRows> m_lastMark{};
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_importance;
    int m_rowCount = 0;
};

}  // namespace dateline
