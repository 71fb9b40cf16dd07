// SPDX-License-Identifier: GPL-3.0-or-later
// Where each lane stands from top to bottom, and its marks' sub-rows and labels. Depends on the
// zoom, not on the place in time: arrange() does nothing while lanes, zoom, sizes and height stay.
// It spaces the lanes out as far as the height allows and closes up, in three steps, when they
// would not all be seen; compact ones are always as close as that. Above kMostPacked entries lanes
// have fixed heights at any zoom and the scene builder packs what it shows. Holds no texts.
// O(entries) when something changed.
#pragma once

#include <span>
#include <vector>

#include "app/timeline/lane_packer.h"
#include "app/timeline/lanes.h"

namespace dateline {

enum class LaneMode : std::uint8_t {
    Packed,    // its marks are here
    Crowded,   // so many overlap that counts per column say more
    OnDemand,  // decided for what is in view
};

enum class RowHeight : std::uint8_t {
    Fitting,  // as high as there is room
    Compact,  // as low as their names
};

struct LanePlace {
    double y = 0;  // from the top of all lanes
    double height = 0;
    std::uint32_t firstMark = 0;
    std::uint32_t lastMark = 0;
    std::uint8_t rows = 1;
    LaneMode mode = LaneMode::Packed;
};

class LaneLayout {
public:
    static constexpr std::size_t kMostPacked = 4'000;

    // Both must outlive the layout's use; call again when either changed.
    void setLanes(const Snapshot &snapshot, const Lanes &lanes);
    // availableHeight: what the lanes have on the screen; 0: as much as they like (paper).
    void arrange(double secondsPerPixel, const TimelineMetrics &metrics, double availableHeight,
                 RowHeight rowHeight, const LanePacker::LabelWidth &labelWidth);

    double height() const { return m_height; }
    double rowPitch() const { return m_rowPitch; }
    const std::vector<LanePlace> &places() const { return m_places; }
    std::span<const PackedMark> marksOf(const LanePlace &place) const
    {
        return std::span(m_marks).subspan(place.firstMark, place.lastMark - place.firstMark);
    }
    // How many pinned lanes stay at the top while the others scroll below them: all, or none where
    // they would leave the others too little of this height.
    std::size_t fixedLanes(double availableHeight) const;
    // The first lane of those that scroll which stands wholly below this height of scrolling: they
    // move by whole lanes where others stay, as nothing may lie under those.
    std::size_t firstBelow(std::size_t fixedLanes, double scrolled) const;
    // The lane at a height, or places().size().
    std::size_t laneAt(double y) const;
    // The middle of a sub-row.
    double rowCentre(const LanePlace &place, int rows, int row) const;

private:
    enum class Spacing : std::uint8_t { Roomy, Close, Tight };
    void arrangeWith(Spacing spacing, const TimelineMetrics &metrics,
                     const LanePacker::LabelWidth &labelWidth);
    void placeFixed(const TimelineMetrics &metrics);

    const Snapshot *m_snapshot = nullptr;
    const Lanes *m_lanes = nullptr;
    LanePacker m_packer;
    std::vector<LanePlace> m_places;
    std::vector<PackedMark> m_marks;
    double m_height = 0;
    double m_rowPitch = 18;
    double m_secondsPerPixel = 0;  // 0: nothing arranged yet
    double m_availableHeight = 0;
    double m_labelHeight = 0;
    RowHeight m_rowHeight = RowHeight::Fitting;
    bool m_isFixed = false;
};

}  // namespace dateline
