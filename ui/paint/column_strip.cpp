// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/column_strip.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

namespace dateline::ui {

namespace {

// The pixels of an image, for which QImage::scanLine would ask at each line whether they are
// shared.
class Pixels {
public:
    explicit Pixels(QImage &image)
        : m_first(reinterpret_cast<QRgb *>(image.bits())),
          m_perLine(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    {
    }
    // Lines [from, to).
    void fill(int left, int width, int from, int to, QRgb colour) const
    {
        for (int y = from; y < to; ++y)
            std::fill_n(m_first + y * m_perLine + left, width, colour);
    }

private:
    QRgb *m_first;
    qsizetype m_perLine;
};

}  // namespace

void ColumnStrip::paint(QPainter &painter, std::span<const DensityColumn> columns, double ratio,
                        const Colours &colours)
{
    for (std::size_t first = 0; first < columns.size();) {
        std::size_t last = first + 1;
        while (last < columns.size() && columns[last].lane == columns[first].lane &&
               columns[last].box.y == columns[first].box.y)
            ++last;
        paintLane(painter, columns.subspan(first, last - first), ratio, colours);
        first = last;
    }
}

void ColumnStrip::paintLane(QPainter &painter, std::span<const DensityColumn> columns, double ratio,
                            const Colours &colours)
{
    const auto pixel = [ratio](double value) {
        return static_cast<int>(std::floor(value * ratio + 0.5));
    };
    const int left = pixel(columns.front().box.x);
    const int top = pixel(columns.front().box.y);
    const QSize size(pixel(columns.back().box.right()) - left,
                     pixel(columns.front().box.bottom()) - top);
    if (size.isEmpty())
        return;
    if (m_strip.width() < size.width() || m_strip.height() < size.height())
        m_strip = QImage(size.expandedTo(m_strip.size()), QImage::Format_ARGB32_Premultiplied);
    const Pixels pixels(m_strip);
    pixels.fill(0, size.width(), 0, size.height(), 0u);
    const QRgb count = qPremultiply(colours.count.rgba());
    const QRgb ongoing = qPremultiply(colours.ongoing.rgba());
    for (const DensityColumn &column : columns) {
        const Box &box = column.box;
        const int x = pixel(box.x) - left;
        const int width = std::min(pixel(box.x + drawnWidth(box)) - left, size.width()) - x;
        const int countTop = std::clamp(pixel(column.countTop) - top, 0, size.height());
        const int ongoingTop = std::clamp(pixel(column.ongoingTop) - top, 0, countTop);
        if (column.ongoing > 0)
            pixels.fill(x, width, ongoingTop, countTop, ongoing);
        if (column.count > 0)
            pixels.fill(x, width, countTop, size.height(), count);
    }
    m_strip.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(left, top) / ratio, m_strip, QRect(QPoint(), size));
}

}  // namespace dateline::ui
