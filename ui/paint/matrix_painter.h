// SPDX-License-Identifier: GPL-3.0-or-later
// Replays a graph's matrix on any painter. How sure a tie is shows by form too: a full square is
// confirmed or reported, a striped one assessed, a hollow one suspected or expected, a crossed one
// denied; grey ones are shared events. The ground is the caller's.
#pragma once

#include "app/network/network_matrix.h"
#include "ui/paint/network_fonts.h"
#include "ui/paint/network_picture.h"
#include "ui/paint/theme.h"

class QPainter;

namespace dateline::ui {

// Rows and columns that stand out: positions in the order.
struct MatrixEmphasis {
    std::vector<std::uint32_t> selected;
    std::optional<std::uint32_t> hoveredRow;
    std::optional<std::uint32_t> hoveredColumn;
};

void paintMatrix(QPainter &painter, const MatrixScene &scene, const NetworkMatrix &matrix,
                 const Theme &theme, const NetworkFonts &fonts, const MatrixEmphasis &emphasis);
// What the forms mean, in one line.
double matrixLegendHeight(const NetworkFonts &fonts);
void paintMatrixLegend(QPainter &painter, const QRectF &area, const Theme &theme,
                       const NetworkFonts &fonts);

// The whole as a picture of its own, for export. Any thread.
void paintMatrixPicture(QPainter &painter, const QRectF &area, const Theme &theme,
                        const Snapshot &snapshot, const RowSet &shown,
                        const NetworkPictureOptions &options);

}  // namespace dateline::ui
