// SPDX-License-Identifier: GPL-3.0-or-later
// The other picture of a dense graph: a table of actors by actors with a mark where two are tied
// (Bertin's reorderable matrix; Ghoniem, Fekete and Castagliola, On the readability of graphs using
// node-link and matrix-based representations, 2005: dense graphs are read better so). Communities
// stand together, the largest first, each a square on the diagonal. Pure, any thread.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "app/network/network.h"
#include "app/network/node_labels.h"
#include "app/network/plane.h"

namespace dateline {

struct MatrixCell {
    std::uint32_t row = 0;  // positions in the order; from
    std::uint32_t column = 0;
    std::uint32_t links = 0;                     // stored ones
    std::uint32_t weight = 0;                    // of derived ones: shared events, quotations
    Certainty certainty = Certainty::Confirmed;  // the surest of the stored ones
};

// Who stands where, and what ties them. An undirected tie is in both halves; a directed one only in
// the row of whom it comes from.
struct NetworkMatrix {
    std::vector<std::uint32_t> order;     // nodes, by row
    std::vector<std::uint32_t> rowOf;     // rows, by node
    std::vector<std::uint32_t> blocks;    // first row of each community, ascending
    std::vector<MatrixCell> cells;        // by row, then column
    std::vector<std::size_t> firstOfRow;  // in cells; one more than rows
    std::uint32_t highestWeight = 1;

    std::uint32_t size() const { return static_cast<std::uint32_t>(order.size()); }
    std::span<const MatrixCell> row(std::uint32_t row) const
    {
        return std::span(cells).subspan(firstOfRow[row], firstOfRow[row + 1] - firstOfRow[row]);
    }
    const MatrixCell *at(std::uint32_t row, std::uint32_t column) const;  // null: not tied
};
NetworkMatrix matrixOf(const Network &network, const std::stop_token &stop = {});

// The links that a cell stands for.
std::vector<std::uint32_t> linksOfCell(const Network &network, const NetworkMatrix &matrix,
                                       std::uint32_t row, std::uint32_t column);

// Where the table is looked at: the place of its upper left corner that is in view, in rows, and
// the size of a cell in pixels. Cells are wider than high where that gives each column its name.
struct MatrixCamera {
    double width = 0;
    double height = 0;
    double left = 0;  // pixels for the names of rows
    double top = 0;   // for those of columns
    double cell = 12;
    double aspect = 1;  // width of a cell by its height
    double row = 0;
    double column = 0;

    double cellWidth() const { return cell * aspect; }
    double x(double at) const { return left + (at - column) * cellWidth(); }
    double y(double at) const { return top + (at - row) * cell; }
    double columnAt(double x) const { return column + (x - left) / cellWidth(); }
    double rowAt(double y) const { return row + (y - top) / cell; }
    void fit(std::uint32_t size);
    void zoom(double factor, double x, double y);  // about a pixel
    void clamp(std::uint32_t size);                // something stays in view
};

// As it is drawn.
struct MatrixMark {
    PlaneBox box;
    float strength = 1;  // 0..1
    bool isDerived = false;
    Certainty certainty = Certainty::Confirmed;
};
struct MatrixName {
    std::string text;
    double at = 0;  // the middle of the row or column, in pixels
    std::uint32_t node = 0;
};
struct MatrixScene {
    MatrixCamera camera;
    PlaneBox table;                // the part of the table in view
    std::vector<PlaneBox> blocks;  // cut to the table
    std::vector<double> rowLines;  // between rows, where cells are large enough
    std::vector<double> columnLines;
    std::vector<MatrixMark> marks;
    // Cells smaller than a pixel or two: how full each place is, 0..255, from the table's corner.
    int grainColumns = 0;
    int grainRows = 0;
    double grain = 1;  // pixels
    std::vector<std::uint8_t> grains;
    std::vector<MatrixName> rowNames;
    std::vector<MatrixName> columnNames;
    // Names of columns rise at 45 degrees where that leaves each its line; else they stand upright.
    bool hasSlantedNames = false;
};
// Room for the names, as much as they need within reason, and the whole table beside it.
void fitMatrix(MatrixCamera &camera, const Snapshot &snapshot, const Network &network,
               const NetworkMatrix &matrix, const NetworkMeasure &measure);

// named: rows and columns whose names come first; of the others, who is tied to most. Names do not
// meet.
MatrixScene buildMatrixScene(const Snapshot &snapshot, const Network &network,
                             const NetworkMatrix &matrix, const MatrixCamera &camera,
                             const NetworkMeasure &measure,
                             std::span<const std::uint32_t> named = {});

}  // namespace dateline
