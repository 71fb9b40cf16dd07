// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_layout.h"

#include <algorithm>

namespace dateline {

namespace {

double headingHeight(const TimelineMetrics &metrics)
{
    return std::ceil(metrics.nameHeight + 6);
}

}  // namespace

void LaneLayout::setLanes(const Snapshot &snapshot, const Lanes &lanes)
{
    m_snapshot = &snapshot;
    m_lanes = &lanes;
    m_secondsPerPixel = 0;
    m_isFixed = false;
}

void LaneLayout::arrange(double secondsPerPixel, const TimelineMetrics &metrics,
                         double availableHeight, RowHeight rowHeight,
                         const LanePacker::LabelWidth &labelWidth)
{
    if (m_lanes == nullptr ||
        (secondsPerPixel == m_secondsPerPixel && availableHeight == m_availableHeight &&
         metrics.labelHeight == m_labelHeight && rowHeight == m_rowHeight))
        return;
    const bool isSameFixed = m_isFixed && availableHeight == m_availableHeight &&
                             metrics.labelHeight == m_labelHeight && rowHeight == m_rowHeight;
    m_secondsPerPixel = secondsPerPixel;
    m_availableHeight = availableHeight;
    m_labelHeight = metrics.labelHeight;
    m_rowHeight = rowHeight;
    if (isSameFixed)
        return;
    m_isFixed = m_lanes->entryCount > kMostPacked;
    if (m_isFixed) {
        placeFixed(metrics);
        return;
    }
    if (rowHeight == RowHeight::Compact) {
        arrangeWith(Spacing::Tight, metrics, labelWidth);
        return;
    }
    for (const Spacing spacing : {Spacing::Roomy, Spacing::Close, Spacing::Tight}) {
        arrangeWith(spacing, metrics, labelWidth);
        if (availableHeight <= 0 || m_height <= availableHeight)
            break;
    }
}

void LaneLayout::arrangeWith(Spacing spacing, const TimelineMetrics &metrics,
                             const LanePacker::LabelWidth &labelWidth)
{
    LanePacker::Room room;
    room.ifCrowded = LanePacker::IfCrowded::LeaveOut;
    double padding = 5;
    double shortest = metrics.nameHeight + metrics.noteHeight + 8;
    m_rowPitch = metrics.labelHeight + 3;
    if (spacing == Spacing::Close) {
        room.labelRows = 2;
        padding = 4;
        shortest = metrics.nameHeight + 9;
        m_rowPitch = metrics.labelHeight + 1;
    } else if (spacing == Spacing::Tight) {
        room.labelRows = 1;
        padding = 2.5;
        shortest = metrics.nameHeight + 5;
        m_rowPitch = std::max(metrics.labelHeight - 1, metrics.markHeight() + 4);
    }

    // A few lanes may use all of the height: one lane of everything is as high as the plot.
    const auto lanes = static_cast<double>(std::max<std::size_t>(m_lanes->lanes.size(), 1));
    const auto fair = static_cast<int>((m_availableHeight / lanes - 2 * padding) / m_rowPitch);
    room.mostRows = std::max(room.mostRows, fair);
    if (spacing == Spacing::Roomy)
        room.labelRows = std::max(room.labelRows, fair);

    const TimeScale scale(m_snapshot->events->extent().begin(), 0, m_secondsPerPixel, 0, 1);
    m_marks.clear();
    m_places.resize(m_lanes->lanes.size());
    double y = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        LanePlace &place = m_places[i];
        place.firstMark = static_cast<std::uint32_t>(m_marks.size());
        const int rows = m_packer.pack(m_lanes->rowsOf(m_lanes->lanes[i]), *m_snapshot, scale,
                                       metrics, labelWidth, room, m_marks);
        place.lastMark = static_cast<std::uint32_t>(m_marks.size());
        place.mode = rows == 0 ? LaneMode::Crowded : LaneMode::Packed;
        place.rows = static_cast<std::uint8_t>(rows == 0 ? 3 : rows);
        place.y = y;
        place.height = m_lanes->lanes[i].form == LaneForm::OpenGroup
                           ? headingHeight(metrics)
                           : std::ceil(std::max(shortest, place.rows * m_rowPitch + 2 * padding));
        y += place.height;
    }
    m_height = y;
}

void LaneLayout::placeFixed(const TimelineMetrics &metrics)
{
    m_rowPitch = metrics.labelHeight + 1;
    m_marks.clear();
    m_places.resize(m_lanes->lanes.size());
    constexpr double kPadding = 8;
    const bool isCompact = m_rowHeight == RowHeight::Compact;
    const auto heightOf = [&](std::uint32_t rows) {
        const double lowest = metrics.nameHeight + metrics.noteHeight + kPadding;
        return isCompact ? std::ceil(metrics.nameHeight + 2)
                         : std::ceil(std::max(lowest, rows * m_rowPitch + kPadding));
    };
    // A few lanes use all of the height.
    const auto lanes = static_cast<double>(std::max<std::size_t>(m_lanes->lanes.size(), 1));
    const auto fair = static_cast<std::uint32_t>(std::clamp(
        (m_availableHeight / lanes - kPadding) / m_rowPitch, 0.0, double{LanePacker::kMostRows}));
    double y = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        LanePlace &place = m_places[i];
        const Lane &lane = m_lanes->lanes[i];
        place.firstMark = place.lastMark = 0;
        place.mode = LaneMode::OnDemand;
        const std::uint32_t count = lane.count();
        const std::uint32_t rows = count > 200 ? 4 : count > 20 ? 3 : count > 3 ? 2 : 1;
        place.rows =
            static_cast<std::uint8_t>(isCompact ? 1 : std::max(rows, std::min(fair, count)));
        place.y = y;
        place.height =
            lane.form == LaneForm::OpenGroup ? headingHeight(metrics) : heightOf(place.rows);
        y += place.height;
    }
    m_height = y;
}

std::size_t LaneLayout::fixedLanes(double availableHeight) const
{
    constexpr double kLargestShare = 0.6;
    if (m_lanes == nullptr || m_places.size() != m_lanes->lanes.size())
        return 0;
    std::size_t count = 0;
    while (count < m_places.size() && m_lanes->lanes[count].isPinned)
        ++count;
    const bool isAll = count == m_places.size();
    return isAll || m_places[count].y > kLargestShare * availableHeight ? 0 : count;
}

std::size_t LaneLayout::firstBelow(std::size_t fixedLanes, double scrolled) const
{
    const auto first = m_places.begin() + static_cast<std::ptrdiff_t>(fixedLanes);
    const double top = first->y + scrolled - 0.5;
    const auto found =
        std::lower_bound(first, m_places.end(), top,
                         [](const LanePlace &place, double height) { return place.y < height; });
    return static_cast<std::size_t>(found - m_places.begin());
}

std::size_t LaneLayout::laneAt(double y) const
{
    if (y < 0 || y >= m_height)
        return m_places.size();
    const auto after =
        std::upper_bound(m_places.begin(), m_places.end(), y,
                         [](double height, const LanePlace &place) { return height < place.y; });
    return static_cast<std::size_t>(after - m_places.begin()) - 1;
}

double LaneLayout::rowCentre(const LanePlace &place, int rows, int row) const
{
    return place.y + place.height / 2 + (row - (rows - 1) / 2.0) * m_rowPitch;
}

}  // namespace dateline
