// SPDX-License-Identifier: GPL-3.0-or-later
// Very many straight links as counts per pixel: where only their mass can be seen, how many pass is
// all that a picture can say. About two nanoseconds a pixel of each link. A value; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/network/plane.h"

namespace dateline {

class EdgeRaster {
public:
    EdgeRaster(int width, int height);

    // One pixel a column or row, whichever the line crosses more of; parts outside are left out.
    void add(Point from, Point to);

    int width() const { return m_width; }
    int height() const { return m_height; }
    std::span<const std::uint16_t> row(int y) const
    {
        return std::span(m_counts).subspan(static_cast<std::size_t>(y) *
                                               static_cast<std::size_t>(m_width),
                                           static_cast<std::size_t>(m_width));
    }

private:
    int m_width;
    int m_height;
    std::vector<std::uint16_t> m_counts;
};

}  // namespace dateline
