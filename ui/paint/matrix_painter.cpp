// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/matrix_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MatrixPainter)
};

constexpr std::uint32_t kStoredColour = 0;  // a category of the theme: blue
constexpr double kLeastForm = 5;            // pixels; in smaller cells forms are not told apart
constexpr double kSide = 14;                // pixels beside the legend of a picture

QColor mixed(const QColor &ground, const QColor &colour, double share)
{
    const auto part = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {part(ground.red(), colour.red()), part(ground.green(), colour.green()),
            part(ground.blue(), colour.blue())};
}

QRectF rectOf(const PlaneBox &box)
{
    return {QPointF(box.left, box.top), QPointF(box.right, box.bottom)};
}

void paintMark(QPainter &painter, const QRectF &box, const MatrixMark &mark, const Theme &theme)
{
    const QColor full = mark.isDerived ? theme.faintInk() : theme.category(kStoredColour);
    const QColor colour = mixed(theme.paper(), full, mark.strength);
    const double side = std::min(box.width(), box.height());
    if (mark.isDerived || side < kLeastForm || mark.certainty <= Certainty::Reported) {
        painter.fillRect(box, colour);
        return;
    }
    const double pen = std::max(1.0, side / 9);
    const QRectF inner = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.setPen(QPen(colour, pen));
    painter.setBrush(Qt::NoBrush);
    if (mark.certainty == Certainty::Assessed) {
        // Stripes as lines of their own: patterns of brushes are lost in SVG.
        painter.drawRect(inner);
        for (int stripe = 1; stripe < 3; ++stripe) {
            const double y = inner.top() + inner.height() * stripe / 3;
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        }
    } else {
        painter.drawRect(inner);
        if (mark.certainty == Certainty::Denied) {
            painter.drawLine(inner.topLeft(), inner.bottomRight());
            painter.drawLine(inner.bottomLeft(), inner.topRight());
        }
    }
}

QImage grainsOf(const MatrixScene &scene, const Theme &theme)
{
    QImage image(scene.grainColumns, scene.grainRows, QImage::Format_RGB32);
    const QColor full = theme.category(kStoredColour);
    std::array<QRgb, 256> shades{};
    for (std::size_t i = 0; i < shades.size(); ++i)
        shades[i] = mixed(theme.paper(), full, static_cast<double>(i) / 255).rgb();
    for (int row = 0; row < scene.grainRows; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        const std::uint8_t *grains =
            scene.grains.data() +
            static_cast<std::size_t>(row) * static_cast<std::size_t>(scene.grainColumns);
        for (int column = 0; column < scene.grainColumns; ++column)
            line[column] = shades[grains[column]];
    }
    return image;
}

// Names of rows end at the table; those of columns stand or rise above it.
void paintNames(QPainter &painter, const MatrixScene &scene, const NetworkMatrix &matrix,
                const Theme &theme, const NetworkFonts &fonts, const MatrixEmphasis &emphasis)
{
    const double base = fonts.baselineBelowCentre(NetworkFont::Small);
    painter.setFont(fonts.font(NetworkFont::Small));
    const QFontMetricsF metrics(fonts.font(NetworkFont::Small));
    const auto colourOf = [&](std::uint32_t node, std::optional<std::uint32_t> hovered) {
        const std::uint32_t row = matrix.rowOf[node];
        const bool isSelected = std::find(emphasis.selected.begin(), emphasis.selected.end(),
                                          row) != emphasis.selected.end();
        return isSelected ? theme.accent() : hovered == row ? theme.ink() : theme.faintInk();
    };
    for (const MatrixName &name : scene.rowNames) {
        const QString text = toQString(name.text);
        painter.setPen(colourOf(name.node, emphasis.hoveredRow));
        painter.drawText(
            QPointF(scene.table.left - 5 - metrics.horizontalAdvance(text), name.at + base), text);
    }
    for (const MatrixName &name : scene.columnNames) {
        painter.save();
        painter.translate(name.at, scene.table.top - 5);
        painter.rotate(scene.hasSlantedNames ? -45 : -90);
        painter.setPen(colourOf(name.node, emphasis.hoveredColumn));
        painter.drawText(QPointF(0, base), toQString(name.text));
        painter.restore();
    }
}

}  // namespace

void paintMatrix(QPainter &painter, const MatrixScene &scene, const NetworkMatrix &matrix,
                 const Theme &theme, const NetworkFonts &fonts, const MatrixEmphasis &emphasis)
{
    const QRectF table = rectOf(scene.table);
    if (table.width() <= 0 || table.height() <= 0)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const PlaneBox &block : scene.blocks)
        painter.fillRect(rectOf(block), theme.band());
    const auto band = [&](std::uint32_t row, bool isRow, const QColor &colour) {
        const double first = isRow ? scene.camera.y(row) : scene.camera.x(row);
        const double size = std::max(2.0, isRow ? scene.camera.cell : scene.camera.cellWidth());
        const QRectF strip = isRow ? QRectF(table.left(), first, table.width(), size)
                                   : QRectF(first, table.top(), size, table.height());
        painter.fillRect(strip & table, colour);
    };
    for (const std::uint32_t row : emphasis.selected) {
        band(row, true, theme.accentGround());
        band(row, false, theme.accentGround());
    }
    if (emphasis.hoveredRow)
        band(*emphasis.hoveredRow, true, theme.rule());
    if (emphasis.hoveredColumn)
        band(*emphasis.hoveredColumn, false, theme.rule());
    if (!scene.grains.empty())
        painter.drawImage(table.topLeft(), grainsOf(scene, theme));
    painter.setPen(QPen(theme.rule(), 1));
    for (const double y : scene.rowLines)
        painter.drawLine(QPointF(table.left(), y), QPointF(table.right(), y));
    for (const double x : scene.columnLines)
        painter.drawLine(QPointF(x, table.top()), QPointF(x, table.bottom()));
    painter.setPen(QPen(theme.strongRule(), 1));
    for (const PlaneBox &block : scene.blocks)
        painter.drawRect(rectOf(block));
    for (const MatrixMark &mark : scene.marks)
        paintMark(painter, rectOf(mark.box), mark, theme);
    painter.setPen(QPen(theme.strongRule(), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(table);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNames(painter, scene, matrix, theme, fonts, emphasis);
}

double matrixLegendHeight(const NetworkFonts &fonts)
{
    return fonts.measure().smallHeight * 1.8;
}

void paintMatrixLegend(QPainter &painter, const QRectF &area, const Theme &theme,
                       const NetworkFonts &fonts)
{
    const double side = fonts.measure().smallHeight * 0.8;
    painter.setFont(fonts.font(NetworkFont::Small));
    const QFontMetricsF metrics(fonts.font(NetworkFont::Small));
    double x = area.left();
    const double middle = area.center().y();
    const auto add = [&](const MatrixMark &mark, const QString &text) {
        const double width = side + 6 + metrics.horizontalAdvance(text);
        if (x + width > area.right())
            return;
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintMark(painter, QRectF(x, middle - side / 2, side, side), mark, theme);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.faintInk());
        painter.drawText(
            QPointF(x + side + 6, middle + fonts.baselineBelowCentre(NetworkFont::Small)), text);
        x += width + 16;
    };
    add({{}, 1, false, Certainty::Confirmed}, Texts::tr("confirmed"));
    add({{}, 1, false, Certainty::Assessed}, Texts::tr("assessed"));
    add({{}, 1, false, Certainty::Suspected}, Texts::tr("suspected"));
    add({{}, 1, false, Certainty::Denied}, Texts::tr("denied"));
    add({{}, 0.7F, true, Certainty::Confirmed}, Texts::tr("in the same events"));
    const QString direction = Texts::tr("a row's tie to a column");
    if (x + metrics.horizontalAdvance(direction) <= area.right()) {
        painter.setPen(theme.faintInk());
        painter.drawText(QPointF(x, middle + fonts.baselineBelowCentre(NetworkFont::Small)),
                         direction);
    }
}

void paintMatrixPicture(QPainter &painter, const QRectF &area, const Theme &theme,
                        const Snapshot &snapshot, const RowSet &shown,
                        const NetworkPictureOptions &options)
{
    RowSet windowEvents;
    const NetworkQuery query = queryOf(options, snapshot, shown, windowEvents);
    const Network network = buildNetwork(snapshot, query);
    const NetworkMatrix matrix = matrixOf(network);
    const NetworkFonts fonts(theme);
    const double legend = options.withLegend ? matrixLegendHeight(fonts) : 0;
    MatrixCamera camera;
    camera.width = area.width() - 2;
    camera.height = area.height() - legend - 2;
    fitMatrix(camera, snapshot, network, matrix, fonts.measure());
    // In the middle of the picture.
    const double side = camera.left + camera.cellWidth() * matrix.size();
    const double aside = std::max(0.0, (area.width() - side) / 2);
    camera.width = std::min(camera.width, area.width() - aside - 2);
    painter.save();
    painter.translate(area.left() + aside, area.top() + 1);
    paintMatrix(painter, buildMatrixScene(snapshot, network, matrix, camera, fonts.measure()),
                matrix, theme, fonts, {});
    painter.restore();
    if (options.withLegend)
        paintMatrixLegend(
            painter,
            QRectF(area.left() + kSide, area.bottom() - legend, area.width() - 2 * kSide, legend),
            theme, fonts);
}

}  // namespace dateline::ui
