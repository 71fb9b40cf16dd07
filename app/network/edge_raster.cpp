// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/edge_raster.h"

#include "app/base/check.h"

namespace dateline {

namespace {

// A sixteenth bit part of a pixel, so that the inner loop adds integers.
constexpr int kFraction = 16;

}  // namespace

EdgeRaster::EdgeRaster(int width, int height)
    : m_width(width), m_height(height),
      m_counts(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0)
{
    DL_CHECK(width > 0 && height > 0 && width < (1 << 15) && height < (1 << 15));
}

void EdgeRaster::add(Point from, Point to)
{
    const PlaneBox picture{0, 0, m_width - 1.0, m_height - 1.0};
    double enter = 0;
    double leave = 1;
    if (!clipTo(from, to, picture, enter, leave))
        return;
    const Point along = to - from;
    const Point a = from + along * enter;
    const Point b = from + along * leave;
    const bool isFlat = std::abs(b.x - a.x) >= std::abs(b.y - a.y);
    const double steps = isFlat ? std::abs(b.x - a.x) : std::abs(b.y - a.y);
    const int count = static_cast<int>(steps);
    const auto fixed = [](double value) {
        return static_cast<std::int64_t>(value * (1 << kFraction));
    };
    const double share = steps > 0 ? 1 / steps : 0;
    const std::int64_t stepX = fixed((b.x - a.x) * share);
    const std::int64_t stepY = fixed((b.y - a.y) * share);
    std::int64_t x = fixed(a.x + 0.5);
    std::int64_t y = fixed(a.y + 0.5);
    for (int i = 0; i <= count; ++i, x += stepX, y += stepY) {
        const std::int64_t column = std::clamp<std::int64_t>(x >> kFraction, 0, m_width - 1);
        const std::int64_t line = std::clamp<std::int64_t>(y >> kFraction, 0, m_height - 1);
        std::uint16_t &cell = m_counts[static_cast<std::size_t>(line * m_width + column)];
        cell = static_cast<std::uint16_t>(cell + (cell < UINT16_MAX ? 1 : 0));
    }
}

}  // namespace dateline
