// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of lanes that are packed as they come into view. What is packed reaches beyond the
// view, further each time that the view moves on, so that most frames of a pan pack nothing and a
// mark keeps its row and its label on the way. Packing: O(n log n) for the n events of a lane in
// view. Not for several threads at once.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "app/timeline/lane_packer.h"

namespace dateline {

class LaneMarks {
public:
    struct View {
        std::span<const PackedMark> marks;  // of the view, and of some time beside it
        int rows = 1;

        // Counts per column say more; there are no marks then.
        bool isCrowded() const { return rows == 0; }
    };
    // What a lane is packed with.
    struct Sizes {
        const TimelineMetrics &metrics;
        const LanePacker::LabelWidth &labelWidth;
        int mostRows = 1;
    };

    // Other events, other lanes or another font.
    void forget();
    // `rows` are all of the lane, ascending; x counts from where the earliest event begins. Valid
    // until the next call.
    View of(std::uint32_t lane, std::span<const std::uint32_t> rows, const Snapshot &snapshot,
            const TimeScale &scale, const Sizes &sizes);

private:
    struct Packed {
        double secondsPerPixel = 0;
        double labelHeight = 0;
        int mostRows = 0;
        double beside = 0;  // of the view's width, on either side
        TimeSpan span;      // of what was packed
        std::vector<PackedMark> marks;
        int rows = 1;
    };

    // False where they are too many for marks.
    bool collect(std::span<const std::uint32_t> rows, const EventColumns &events, TimeSpan visible,
                 TimeSpan wider);
    void pack(std::span<const std::uint32_t> rows, const Snapshot &snapshot, const TimeScale &scale,
              const Sizes &sizes, Packed &packed);

    LanePacker m_packer;
    std::unordered_map<std::uint32_t, Packed> m_lanes;
    std::size_t m_kept = 0;  // marks of all lanes
    std::vector<std::uint32_t> m_collected;
};

}  // namespace dateline
