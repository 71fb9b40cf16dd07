// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_packer.h"

#include <algorithm>
#include <numeric>

namespace dateline {

namespace {

// Longer than this, a mark is not drawn out into its cluster: an open end would swallow the rest.
constexpr double kLongestInCluster = 60;
// A lane of which more than this share lies in clusters, and has more events than that, is crowded.
constexpr double kCrowdedShare = 0.2;
constexpr std::size_t kCrowdedCount = 60;

std::uint32_t importance(const EventEvidence &evidence)
{
    return (evidence.isContested ? 1u << 20u : 0u) + evidence.sources * 16u +
           std::min<std::uint32_t>(evidence.claims, 15u);
}

bool isCrowded(std::span<const PackedMark> marks)
{
    if (marks.size() < kCrowdedCount)
        return false;
    const auto gathered = std::count_if(marks.begin(), marks.end(),
                                        [](const PackedMark &mark) { return mark.count == 0; });
    return static_cast<double>(gathered) > kCrowdedShare * static_cast<double>(marks.size());
}

}  // namespace

int LanePacker::pack(std::span<const std::uint32_t> rows, const Snapshot &snapshot,
                     const TimeScale &scale, const TimelineMetrics &metrics,
                     const LabelWidth &labelWidth, Room room, std::vector<PackedMark> &marks)
{
    const std::size_t first = marks.size();
    marks.reserve(first + rows.size());
    for (const std::uint32_t row : rows) {
        const MarkBox box = markBox(snapshot.events->when({row}), scale, metrics);
        PackedMark mark;
        mark.row = {row};
        mark.form = box.form;
        mark.x0 = box.x0;
        mark.x1 = box.x1;
        marks.push_back(mark);
    }
    const std::span<PackedMark> packed = std::span(marks).subspan(first);
    placeMarks(packed, metrics, std::clamp(room.mostRows, 1, kMostRows));
    if (room.ifCrowded == IfCrowded::LeaveOut && isCrowded(packed)) {
        marks.resize(first);
        return 0;
    }
    placeLabels(packed, snapshot, metrics, labelWidth, std::clamp(room.labelRows, 0, kMostRows));
    return std::max(m_rowCount, 1);
}

void LanePacker::placeMarks(std::span<PackedMark> marks, const TimelineMetrics &metrics,
                            int mostRows)
{
    m_rowCount = 0;
    for (std::vector<Interval> &row : m_taken)
        row.clear();
    // Where each row ends so far. Marks come by begin, but a short one is drawn wider than it is
    // and may reach a little further left than its predecessor, so that rows are compared by x0.
    std::array<double, kMostRows> rowEnd{};
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        PackedMark &mark = marks[i];
        mark.head = i;
        int row = 0;
        while (row < m_rowCount &&
               rowEnd[static_cast<std::size_t>(row)] + metrics.markGap() > mark.x0)
            ++row;
        if (row == mostRows) {
            row = mostRows - 1;
            const auto last = static_cast<std::size_t>(row);
            PackedMark &head = marks[m_lastMark[last]];
            mark.subRow = static_cast<std::uint8_t>(row);
            mark.count = 0;
            mark.head = m_lastMark[last];
            ++head.count;
            if (mark.x1 - mark.x0 <= kLongestInCluster)
                head.x1 = std::max(head.x1, mark.x1);
            rowEnd[last] = std::max(rowEnd[last], head.x1);
            m_taken[last].back().x1 = head.x1;
            continue;
        }
        const auto index = static_cast<std::size_t>(row);
        m_rowCount = std::max(m_rowCount, row + 1);
        mark.subRow = static_cast<std::uint8_t>(row);
        rowEnd[index] = mark.x1;
        m_lastMark[index] = i;
        m_taken[index].push_back({mark.x0, mark.x1});
    }
    for (PackedMark &mark : marks) {
        if (mark.count > 1)
            mark.form = MarkForm::Cluster;
    }
}

void LanePacker::placeLabels(std::span<PackedMark> marks, const Snapshot &snapshot,
                             const TimelineMetrics &metrics, const LabelWidth &labelWidth,
                             int labelRows)
{
    m_order.resize(marks.size());
    m_importance.resize(marks.size());
    std::iota(m_order.begin(), m_order.end(), 0u);
    for (std::size_t i = 0; i < marks.size(); ++i)
        m_importance[i] = importance(snapshot.evidenceOf(marks[i].row));
    std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (m_importance[a] != m_importance[b])
            return m_importance[a] > m_importance[b];
        const double lengthOfA = marks[a].x1 - marks[a].x0;
        const double lengthOfB = marks[b].x1 - marks[b].x0;
        return lengthOfA != lengthOfB ? lengthOfA > lengthOfB : a < b;
    });
    for (const std::uint32_t i : m_order) {
        PackedMark &mark = marks[i];
        if (mark.count != 1)
            continue;
        const double width = labelWidth(mark.row);
        if (width <= 0)
            continue;
        const double gap = metrics.labelGap();
        // Between the members of a linked mark there is no ground for words.
        if (mark.form != MarkForm::Linked && mark.x1 - mark.x0 >= width + metrics.insideRoom()) {
            mark.label = LabelSide::Inside;
        } else if (isFree(mark.subRow, mark.x1 + 0.5, mark.x1 + gap + width + gap)) {
            mark.label = LabelSide::Right;
            occupy(mark.subRow, mark.x1 + 0.5, mark.x1 + gap + width);
        } else if (isFree(mark.subRow, mark.x0 - gap - width - gap, mark.x0 - 0.5)) {
            mark.label = LabelSide::Left;
            occupy(mark.subRow, mark.x0 - gap - width, mark.x0 - 0.5);
        } else {
            moveToRowWithRoom(mark, width, metrics, labelRows);
        }
    }
}

bool LanePacker::moveToRowWithRoom(PackedMark &mark, double width, const TimelineMetrics &metrics,
                                   int labelRows)
{
    const double gap = metrics.labelGap();
    const double free = metrics.markGap();
    const double right = mark.x1 + gap + width;
    const double left = mark.x0 - gap - width;
    const int rows = std::max(m_rowCount, std::min(m_rowCount + 1, labelRows));
    for (int row = 0; row < rows; ++row) {
        if (row == mark.subRow)
            continue;
        LabelSide side = LabelSide::None;
        if (isFree(row, mark.x0 - free, right + gap))
            side = LabelSide::Right;
        else if (isFree(row, left - gap, mark.x1 + free))
            side = LabelSide::Left;
        if (side == LabelSide::None)
            continue;
        release(mark.subRow, mark.x0);
        mark.subRow = static_cast<std::uint8_t>(row);
        mark.label = side;
        m_rowCount = std::max(m_rowCount, row + 1);
        occupy(row, side == LabelSide::Left ? left : mark.x0,
               side == LabelSide::Right ? right : mark.x1);
        return true;
    }
    return false;
}

bool LanePacker::isFree(int row, double x0, double x1) const
{
    const std::vector<Interval> &taken = m_taken[static_cast<std::size_t>(row)];
    const auto next = std::lower_bound(taken.begin(), taken.end(), x0,
                                       [](const Interval &a, double x) { return a.x1 <= x; });
    return next == taken.end() || next->x0 >= x1;
}

void LanePacker::occupy(int row, double x0, double x1)
{
    std::vector<Interval> &taken = m_taken[static_cast<std::size_t>(row)];
    const auto at = std::lower_bound(taken.begin(), taken.end(), x0,
                                     [](const Interval &a, double x) { return a.x0 < x; });
    taken.insert(at, {x0, x1});
}

void LanePacker::release(int row, double x0)
{
    std::vector<Interval> &taken = m_taken[static_cast<std::size_t>(row)];
    const auto at = std::lower_bound(taken.begin(), taken.end(), x0,
                                     [](const Interval &a, double x) { return a.x0 < x; });
    if (at != taken.end() && at->x0 == x0)
        taken.erase(at);
}

}  // namespace dateline
