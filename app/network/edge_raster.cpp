// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/edge_raster.h"

#include "app/base/check.h"

namespace dateline {

namespace {

// A sixteenth bit part of a pixel, so that the inner loop adds integers.
constexpr int kFraction = 16;
constexpr int kShareBits = 4;  // of the fraction, that decide how two pixels share a weight
static_assert(1 << kShareBits == EdgeRaster::kWhole);

std::uint16_t saturated(unsigned sum)
{
    return static_cast<std::uint16_t>(sum < UINT16_MAX ? sum : UINT16_MAX);
}

// Whole numbers below and above, without a call: half of a short line's time.
double downOf(double value)
{
    const auto whole = static_cast<double>(static_cast<std::int64_t>(value));
    return whole > value ? whole - 1 : whole;
}

double upOf(double value)
{
    return -downOf(-value);
}

}  // namespace

EdgeRaster::EdgeRaster(int width, int rows, int firstRow)
    : m_width(width), m_rows(rows), m_firstRow(firstRow),
      m_stride(static_cast<std::size_t>(width) + 2 * kGuard),
      m_weights(m_stride * (static_cast<std::size_t>(rows) + 2 * kGuard), 0)
{
    DL_CHECK(width > 0 && rows > 0 && width < (1 << 14) && rows < (1 << 14));
}

void EdgeRaster::clear()
{
    std::fill(m_weights.begin(), m_weights.end(), std::uint16_t{0});
}

void EdgeRaster::add(Point from, Point to, int times, LineLook look)
{
    // Along the longer side, ascending; whole numbers are the middles of pixels.
    const bool isFlat = std::abs(to.x - from.x) >= std::abs(to.y - from.y);
    const double top = m_firstRow;
    double a = (isFlat ? from.x : from.y - top) - 0.5;
    double b = (isFlat ? to.x : to.y - top) - 0.5;
    double aside = (isFlat ? from.y - top : from.x) - 0.5;
    const double asideEnd = (isFlat ? to.y - top : to.x) - 0.5;
    const double slope = b != a ? (asideEnd - aside) / (b - a) : 0;
    if (a > b) {
        std::swap(a, b);
        aside = asideEnd;
    }
    const int lastAlong = (isFlat ? m_width : m_rows) - 1;
    const double asideRoom = isFlat ? m_rows : m_width;
    double first = upOf(a);
    double last = downOf(b);
    if (first > last) {
        first = last = downOf((a + b) / 2 + 0.5);
        aside += slope * (first - a);
    } else {
        aside += slope * (first - a);
    }
    // Where it runs beside the rows and columns that are held, nothing is to be done.
    double begin = std::max(first, 0.0);
    double end = std::min(last, static_cast<double>(lastAlong));
    if (slope != 0) {
        const double enter = first + (-1 - aside) / slope;
        const double leave = first + (asideRoom - aside) / slope;
        begin = std::max(begin, upOf(std::min(enter, leave)));
        end = std::min(end, downOf(std::max(enter, leave)));
    } else if (aside < -1 || aside > asideRoom) {
        return;
    }
    if (!(begin <= end))
        return;
    aside += slope * (begin - first);
    const std::size_t alongStep = isFlat ? 1 : m_stride;
    const std::size_t asideStep = isFlat ? m_stride : 1;
    // Lifted by the guard, so that it is never negative.
    auto fixed = static_cast<std::int64_t>((aside + kGuard) * (1 << kFraction));
    const auto step = static_cast<std::int64_t>(slope * (1 << kFraction));
    std::uint16_t *along =
        m_weights.data() + (static_cast<std::size_t>(begin) + kGuard) * alongStep;
    const auto count = static_cast<std::size_t>(end - begin) + 1;
    const auto weight = static_cast<unsigned>(times);
    if (look == LineLook::Plain) {
        fixed += 1 << (kFraction - 1);
        for (std::size_t i = 0; i < count; ++i, fixed += step, along += alongStep) {
            std::uint16_t *cell = along + static_cast<std::size_t>(fixed >> kFraction) * asideStep;
            *cell = saturated(*cell + unsigned{kWhole} * weight);
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i, fixed += step, along += alongStep) {
        std::uint16_t *cell = along + static_cast<std::size_t>(fixed >> kFraction) * asideStep;
        const auto share =
            static_cast<unsigned>(fixed >> (kFraction - kShareBits)) & (unsigned{kWhole} - 1);
        cell[0] = saturated(cell[0] + (unsigned{kWhole} - share) * weight);
        cell[asideStep] = saturated(cell[asideStep] + share * weight);
    }
}

}  // namespace dateline
