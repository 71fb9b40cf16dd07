// SPDX-License-Identifier: GPL-3.0-or-later
// Very many straight links as weights per pixel: where only their mass can be seen, how many pass
// is all that a picture can say. Lines are smooth: a weight is shared by the two pixels beside the
// line. Some three nanoseconds a pixel of each link. A value; any thread. Several rasters that each
// hold some rows of a picture give together what one raster of all rows gives.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/plane.h"

namespace dateline {

enum class LineLook : std::uint8_t { Smooth, Plain };

class EdgeRaster {
public:
    static constexpr int kWhole = 16;  // the weight of one line in a pixel that it fills

    // Rows [firstRow, firstRow + rows) of a picture.
    EdgeRaster(int width, int rows, int firstRow = 0);

    // Pixels of the picture; pixel 0 reaches from 0 to 1. One pixel's weight a column or row,
    // whichever the line crosses more of, and at least one; parts outside are left out. The line
    // counts so many times; weights end at UINT16_MAX.
    void add(Point from, Point to, int times = 1, LineLook look = LineLook::Smooth);

    int width() const { return m_width; }
    int rows() const { return m_rows; }
    int firstRow() const { return m_firstRow; }
    // y in the picture, of the rows that are held.
    std::span<const std::uint16_t> row(int y) const
    {
        return std::span(m_weights).subspan(
            static_cast<std::size_t>(y - m_firstRow + kGuard) * m_stride + kGuard,
            static_cast<std::size_t>(m_width));
    }
    void clear();

private:
    // Around what is shown, so that the inner loop need not ask where it is.
    static constexpr int kGuard = 2;

    int m_width;
    int m_rows;
    int m_firstRow;
    std::size_t m_stride;
    std::vector<std::uint16_t> m_weights;
};

}  // namespace dateline
