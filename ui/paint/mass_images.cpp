// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/mass_images.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/network/edge_raster.h"
#include "app/network/worker_team.h"

namespace dateline::ui {

namespace {

constexpr double kOneLine = 0.24;   // opacity where one link passes
constexpr double kCrowded = 0.86;   // and where as many pass as anywhere
constexpr double kFewPass = 24;     // lines; fewer in the fullest pixel are not made to look many
constexpr double kFullest = 0.997;  // of the pixels with links are no fuller
constexpr double kEmptiest = 0.03;
constexpr std::size_t kLookedAt = 200'000;  // pixels, to find the fullest
constexpr double kGreyCounts = 0.3;
constexpr std::size_t kShades = 4'096;
constexpr std::size_t kAlone = 200'000;  // pixels; one thread tints fewer as soon
constexpr std::size_t kRowsAtOnce = 16;

struct Tint {
    const std::uint16_t *weights;
    float red;
    float green;
    float blue;
    float counts;
};

std::vector<Tint> tintsOf(const LinkMass &mass, const LinkTint &tint)
{
    std::vector<Tint> tints;
    for (const LinkMass::Plane &plane : mass.planes) {
        const QColor colour = tint(plane.colour, plane.isDimmed);
        const double counts =
            (plane.colour < kRelationColours ? 1.0 : kGreyCounts) * (plane.isDimmed ? 0.2 : 1.0);
        tints.push_back({plane.weights.data(), static_cast<float>(colour.red()),
                         static_cast<float>(colour.green()), static_cast<float>(colour.blue()),
                         static_cast<float>(counts)});
    }
    return tints;
}

double linesIn(const std::vector<Tint> &tints, std::size_t pixel)
{
    unsigned sum = 0;
    for (const Tint &tint : tints)
        sum += tint.weights[pixel];
    return sum / static_cast<double>(EdgeRaster::kWhole);
}

// Lines in the emptiest and the fullest pixels that have any, but for a few.
struct Range {
    double least = 1;
    double most = kFewPass;
};

Range rangeOf(const std::vector<Tint> &tints, std::size_t pixels)
{
    const std::size_t step = std::max<std::size_t>(1, pixels / kLookedAt) | 1;
    std::vector<double> counts;
    for (std::size_t pixel = 0; pixel < pixels; pixel += step)
        if (const double lines = linesIn(tints, pixel); lines > 0)
            counts.push_back(lines);
    if (counts.empty())
        return {};
    const auto at = [&counts](double share) {
        const auto found = counts.begin() + static_cast<std::ptrdiff_t>(
                                                share * static_cast<double>(counts.size() - 1));
        std::nth_element(counts.begin(), found, counts.end());
        return *found;
    };
    // Where many pass everywhere, half of the emptiest is where the scale begins.
    return {std::max(1.0, at(kEmptiest) / 2), std::max(kFewPass, at(kFullest))};
}

int byteOf(float value)
{
    return static_cast<int>(std::clamp(value, 0.0F, 255.0F));
}

// Opacity of a weight, for weights up to kShades lines.
class Shades {
public:
    explicit Shades(const Range &range)
        : m_least(range.least), m_low(std::log2(1 + range.least)),
          m_scale(1 / std::max(0.5, std::log2(1 + range.most) - m_low))
    {
        for (std::size_t lines = 0; lines < kShades; ++lines)
            m_ofLines[lines] = static_cast<float>(at(static_cast<double>(lines)));
    }
    float of(unsigned weight) const
    {
        const unsigned lines = weight / EdgeRaster::kWhole;
        if (lines >= kShades - 1)
            return static_cast<float>(kCrowded);
        const float part = static_cast<float>(weight % EdgeRaster::kWhole) / EdgeRaster::kWhole;
        return m_ofLines[lines] * (1 - part) + m_ofLines[lines + 1] * part;
    }

private:
    double at(double lines) const
    {
        if (lines <= m_least)
            return kOneLine * lines / m_least;
        const double full = (std::log2(1 + lines) - m_low) * m_scale;
        return kOneLine + (kCrowded - kOneLine) * std::min(1.0, full);
    }

    double m_least;
    double m_low;
    double m_scale;
    std::array<float, kShades> m_ofLines{};
};

// A row at a time, plane after plane, so that several pixels are mixed at once.
class RowMix {
public:
    explicit RowMix(std::size_t width) : m_sums(width), m_mixed(4 * width) {}

    void tintRow(const std::vector<Tint> &tints, std::size_t y, const Shades &shades, QRgb *pixels)
    {
        const std::size_t width = m_sums.size();
        std::fill(m_sums.begin(), m_sums.end(), 0U);
        std::fill(m_mixed.begin(), m_mixed.end(), 0.0F);
        for (const Tint &tint : tints)
            add(tint, tint.weights + y * width);
        const float *counted = m_mixed.data() + 3 * width;
        for (std::size_t x = 0; x < width; ++x) {
            if (m_sums[x] == 0) {
                pixels[x] = 0;
                continue;
            }
            const float opacity = shades.of(m_sums[x]);
            const float share = opacity / counted[x];
            pixels[x] = qRgba(byteOf(m_mixed[x] * share), byteOf(m_mixed[width + x] * share),
                              byteOf(m_mixed[2 * width + x] * share), byteOf(255 * opacity));
        }
    }

private:
    void add(const Tint &tint, const std::uint16_t *weights)
    {
        const std::size_t width = m_sums.size();
        unsigned *sums = m_sums.data();
        float *red = m_mixed.data();
        float *green = red + width;
        float *blue = green + width;
        float *counted = blue + width;
        for (std::size_t x = 0; x < width; ++x) {
            const float counts = tint.counts * static_cast<float>(weights[x]);
            sums[x] += weights[x];
            red[x] += tint.red * counts;
            green[x] += tint.green * counts;
            blue[x] += tint.blue * counts;
            counted[x] += counts;
        }
    }

    std::vector<unsigned> m_sums;
    std::vector<float> m_mixed;  // red, green, blue, and how much of them
};

}  // namespace

QImage massImage(const LinkMass &mass, const LinkTint &tint)
{
    QImage image(mass.width, mass.height, QImage::Format_ARGB32_Premultiplied);
    if (mass.planes.empty()) {
        image.fill(Qt::transparent);
        return image;
    }
    const std::vector<Tint> tints = tintsOf(mass, tint);
    const auto width = static_cast<std::size_t>(mass.width);
    const auto height = static_cast<std::size_t>(mass.height);
    const Shades shades(rangeOf(tints, width * height));
    uchar *bits = image.bits();
    const auto stride = static_cast<std::size_t>(image.bytesPerLine());
    WorkerTeam team(width * height > kAlone ? 0 : 1);
    team.run(height, kRowsAtOnce, [&](std::size_t first, std::size_t last) {
        RowMix mix(width);
        for (std::size_t y = first; y < last; ++y)
            mix.tintRow(tints, y, shades, reinterpret_cast<QRgb *>(bits + y * stride));
    });
    return image;
}

QImage dotsImage(std::span<const SceneNode> nodes, double width, double height, double scale,
                 const std::function<QColor(const SceneNode &)> &colour)
{
    const int columns = std::clamp(static_cast<int>(std::ceil(width * scale)), 1, 16'000);
    const int rows = std::clamp(static_cast<int>(std::ceil(height * scale)), 1, 16'000);
    QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (const SceneNode &node : nodes) {
        if (node.radius >= kLeastOutlined)
            continue;
        const QColor tint = colour(node);
        const double left = (node.at.x - node.radius) * scale;
        const double right = (node.at.x + node.radius) * scale;
        const double top = (node.at.y - node.radius) * scale;
        const double bottom = (node.at.y + node.radius) * scale;
        const int firstRow = std::max(0, static_cast<int>(std::floor(top)));
        const int lastRow = std::min(rows - 1, static_cast<int>(std::ceil(bottom)) - 1);
        const int firstColumn = std::max(0, static_cast<int>(std::floor(left)));
        const int lastColumn = std::min(columns - 1, static_cast<int>(std::ceil(right)) - 1);
        for (int y = firstRow; y <= lastRow; ++y) {
            auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
            const double high = std::min(bottom, y + 1.0) - std::max(top, static_cast<double>(y));
            for (int x = firstColumn; x <= lastColumn; ++x) {
                const double wide =
                    std::min(right, x + 1.0) - std::max(left, static_cast<double>(x));
                const int cover = byteOf(static_cast<float>(256 * high * wide));
                const int below = 255 - cover;
                const QRgb old = pixels[x];
                const auto over = [&](int mine, int theirs) {
                    return (mine * cover + theirs * below) / 255;
                };
                pixels[x] = qRgba(over(tint.red(), qRed(old)), over(tint.green(), qGreen(old)),
                                  over(tint.blue(), qBlue(old)), over(255, qAlpha(old)));
            }
        }
    }
    return image;
}

}  // namespace dateline::ui
