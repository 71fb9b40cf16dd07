// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_matrix.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "app/model/code_points.h"
#include "app/network/communities.h"

namespace dateline {

namespace {

constexpr double kLeastMark = 3;    // pixels; smaller cells become grains
constexpr double kLeastLines = 6;   // smaller cells have no lines between them
constexpr double kNameRoom = 0.95;  // of a line, from name to name
constexpr double kLargestCell = 60;
constexpr double kFitCell = 26;

// One for every link, from where it comes to where it goes.
void addCell(std::vector<MatrixCell> &cells, const NetworkLink &link, std::uint32_t row,
             std::uint32_t column)
{
    const bool isStored = link.origin == LinkOrigin::Relation || link.origin == LinkOrigin::Role;
    MatrixCell cell;
    cell.row = row;
    cell.column = column;
    cell.links = isStored ? 1 : 0;
    cell.weight = isStored ? 0 : link.weight;
    cell.certainty = isStored ? link.certainty : Certainty::Denied;
    cells.push_back(cell);
}

void mergeCells(std::vector<MatrixCell> &cells)
{
    std::sort(cells.begin(), cells.end(), [](const MatrixCell &a, const MatrixCell &b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    std::size_t kept = 0;
    for (const MatrixCell &cell : cells) {
        if (kept > 0 && cells[kept - 1].row == cell.row && cells[kept - 1].column == cell.column) {
            cells[kept - 1].links += cell.links;
            cells[kept - 1].weight += cell.weight;
            cells[kept - 1].certainty = std::min(cells[kept - 1].certainty, cell.certainty);
        } else {
            cells[kept++] = cell;
        }
    }
    cells.resize(kept);
}

// Communities by size, their members by how many they are tied to.
void putInOrder(NetworkMatrix &matrix, const Network &network, std::span<const NodePair> pairs,
                const std::stop_token &stop)
{
    const std::uint32_t count = network.nodeCount();
    const Communities found = communitiesOf(count, pairs, stop);
    const std::vector<std::uint32_t> degree = degrees(count, pairs);
    std::vector<std::uint32_t> sizes(found.count, 0);
    for (const std::uint32_t community : found.ofNode)
        ++sizes[community];
    matrix.order.resize(count);
    std::iota(matrix.order.begin(), matrix.order.end(), 0u);
    const auto key = [&](std::uint32_t node) {
        const std::uint32_t community = found.ofNode[node];
        return std::tuple(UINT32_MAX - sizes[community], community, UINT32_MAX - degree[node],
                          node);
    };
    std::sort(matrix.order.begin(), matrix.order.end(),
              [&key](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    matrix.rowOf.resize(count);
    for (std::uint32_t row = 0; row < count; ++row) {
        matrix.rowOf[matrix.order[row]] = row;
        if (row == 0 || found.ofNode[matrix.order[row]] != found.ofNode[matrix.order[row - 1]])
            matrix.blocks.push_back(row);
    }
}

// [first, last) of the rows or columns that are in view.
std::pair<std::uint32_t, std::uint32_t> inView(double first, double last, std::uint32_t size)
{
    const auto bounded = [size](double value) {
        return static_cast<std::uint32_t>(std::clamp(value, 0.0, static_cast<double>(size)));
    };
    return {bounded(std::floor(first)), bounded(std::ceil(last))};
}

// As many letters as there is room for.
std::string fitted(const std::string &text, double width, const NetworkMeasure &measure)
{
    if (measure.width(text, NetworkFont::Small) <= width)
        return text;
    std::int64_t fits = 0;
    std::int64_t tooMany = codePointCount(text);
    while (tooMany - fits > 1) {
        const std::int64_t middle = (fits + tooMany) / 2;
        const std::string shorter = std::string(firstCodePoints(text, middle)) + "…";
        (measure.width(shorter, NetworkFont::Small) <= width ? fits : tooMany) = middle;
    }
    return std::string(firstCodePoints(text, fits)) + "…";
}

float strengthOf(const MatrixCell &cell, std::uint32_t highestWeight)
{
    if (cell.links > 0)
        return cell.links == 1 ? 0.75F : 1.0F;
    const double share = std::log2(1.0 + cell.weight) / std::log2(1.0 + highestWeight);
    return static_cast<float>(0.25 + 0.75 * share);
}

void addGrains(MatrixScene &scene, const NetworkMatrix &matrix,
               std::pair<std::uint32_t, std::uint32_t> rows,
               std::pair<std::uint32_t, std::uint32_t> columns)
{
    const MatrixCamera &camera = scene.camera;
    scene.grainColumns = static_cast<int>(std::ceil((scene.table.right - scene.table.left)));
    scene.grainRows = static_cast<int>(std::ceil((scene.table.bottom - scene.table.top)));
    if (scene.grainColumns <= 0 || scene.grainRows <= 0)
        return;
    std::vector<float> full(static_cast<std::size_t>(scene.grainColumns) *
                            static_cast<std::size_t>(scene.grainRows));
    // A cell larger than a pixel fills all that it covers.
    const int side = std::max(1, static_cast<int>(camera.cell));
    for (std::uint32_t row = rows.first; row < rows.second; ++row) {
        const auto y = static_cast<int>(camera.y(row) - scene.table.top);
        for (const MatrixCell &cell : matrix.row(row)) {
            if (cell.column < columns.first || cell.column >= columns.second)
                continue;
            const auto x = static_cast<int>(camera.x(cell.column) - scene.table.left);
            const float share = cell.links > 0 ? 1.0F : 0.5F;
            for (int i = std::max(0, y); i < std::min(scene.grainRows, y + side); ++i)
                for (int j = std::max(0, x); j < std::min(scene.grainColumns, x + side); ++j)
                    full[static_cast<std::size_t>(i) *
                             static_cast<std::size_t>(scene.grainColumns) +
                         static_cast<std::size_t>(j)] += share;
        }
    }
    // How many cells lie in a pixel; a single one among many stays visible.
    const double inOne = std::max(1.0, 1 / (camera.cell * camera.cell));
    scene.grains.resize(full.size());
    for (std::size_t i = 0; i < full.size(); ++i) {
        if (full[i] <= 0)
            continue;
        const double share = std::min(1.0, std::log2(1 + full[i]) / std::log2(1 + inOne));
        scene.grains[i] = static_cast<std::uint8_t>(std::lround(70 + 185 * share));
    }
}

// Names that have room, who is asked for first, then who is tied to most.
template <typename PlaceOf>
std::vector<MatrixName>
namesIn(const Snapshot &snapshot, const Network &network, const NetworkMatrix &matrix,
        std::pair<std::uint32_t, std::uint32_t> shown, std::span<const std::uint32_t> named,
        double width, const NetworkMeasure &measure, PlaceOf &&placeOf, double least)
{
    const double room = std::max(1.0, measure.smallHeight * kNameRoom);
    std::vector<std::uint32_t> order(named.begin(), named.end());
    std::erase_if(order,
                  [&shown](std::uint32_t row) { return row < shown.first || row >= shown.second; });
    const std::size_t first = order.size();
    for (std::uint32_t row = shown.first; row < shown.second; ++row)
        order.push_back(row);
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(first), order.end(),
                     [&matrix](std::uint32_t a, std::uint32_t b) {
                         return matrix.row(a).size() > matrix.row(b).size();
                     });
    std::map<double, std::uint32_t> taken;  // by place
    for (const std::uint32_t row : order) {
        const double at = placeOf(row + 0.5);
        const auto after = taken.lower_bound(at - room);
        if (at >= least && (after == taken.end() || after->first >= at + room))
            taken.emplace(at, row);
    }
    std::vector<MatrixName> names;
    for (const auto &[at, row] : taken) {
        const std::uint32_t node = matrix.order[row];
        names.push_back({fitted(markName(snapshot, network, node), width, measure), at, node});
    }
    return names;
}

}  // namespace

const MatrixCell *NetworkMatrix::at(std::uint32_t rowNumber, std::uint32_t column) const
{
    const std::span<const MatrixCell> cellsOfRow = row(rowNumber);
    const auto found = std::lower_bound(
        cellsOfRow.begin(), cellsOfRow.end(), column,
        [](const MatrixCell &cell, std::uint32_t want) { return cell.column < want; });
    return found != cellsOfRow.end() && found->column == column ? &*found : nullptr;
}

NetworkMatrix matrixOf(const Network &network, const std::stop_token &stop)
{
    NetworkMatrix matrix;
    putInOrder(matrix, network, network.pairs(), stop);
    matrix.cells.reserve(network.links().size() * 2);
    for (const NetworkLink &link : network.links()) {
        const std::uint32_t from = matrix.rowOf[link.from];
        const std::uint32_t to = matrix.rowOf[link.to];
        addCell(matrix.cells, link, from, to);
        if (!link.isDirected)
            addCell(matrix.cells, link, to, from);
    }
    mergeCells(matrix.cells);
    matrix.firstOfRow.assign(network.nodeCount() + 1, 0);
    for (const MatrixCell &cell : matrix.cells) {
        ++matrix.firstOfRow[cell.row + 1];
        matrix.highestWeight = std::max(matrix.highestWeight, cell.weight);
    }
    std::partial_sum(matrix.firstOfRow.begin(), matrix.firstOfRow.end(), matrix.firstOfRow.begin());
    return matrix;
}

std::vector<std::uint32_t> linksOfCell(const Network &network, const NetworkMatrix &matrix,
                                       std::uint32_t row, std::uint32_t column)
{
    const std::uint32_t from = matrix.order[row];
    const std::uint32_t to = matrix.order[column];
    std::vector<std::uint32_t> links;
    for (const std::uint32_t number : network.linksOf(from)) {
        const NetworkLink &link = network.links()[number];
        if ((link.from == from && link.to == to) ||
            (!link.isDirected && link.to == from && link.from == to))
            links.push_back(number);
    }
    return links;
}

void MatrixCamera::fit(std::uint32_t size)
{
    row = column = 0;
    cell = std::clamp(std::min(width, height) - header, 1.0, 1e6) / std::max(1u, size);
    cell = std::min(cell, kFitCell);
}

void MatrixCamera::zoom(double factor, double pixelX, double pixelY)
{
    const double atColumn = columnAt(std::max(pixelX, header));
    const double atRow = rowAt(std::max(pixelY, header));
    cell = std::clamp(cell * factor, 0.002, kLargestCell);
    column = atColumn - (std::max(pixelX, header) - header) / cell;
    row = atRow - (std::max(pixelY, header) - header) / cell;
}

void MatrixCamera::clamp(std::uint32_t size)
{
    const auto bounded = [size](double at, double room) {
        const double most = std::max(0.0, size - room);
        return std::clamp(at, 0.0, most);
    };
    column = bounded(column, (width - header) / cell);
    row = bounded(row, (height - header) / cell);
}

MatrixScene buildMatrixScene(const Snapshot &snapshot, const Network &network,
                             const NetworkMatrix &matrix, const MatrixCamera &camera,
                             const NetworkMeasure &measure, std::span<const std::uint32_t> named)
{
    MatrixScene scene;
    scene.camera = camera;
    const std::uint32_t size = matrix.size();
    const auto rows = inView(camera.row, camera.rowAt(camera.height), size);
    const auto columns = inView(camera.column, camera.columnAt(camera.width), size);
    scene.table = {camera.header, camera.header, std::min(camera.width, camera.x(size)),
                   std::min(camera.height, camera.y(size))};
    const auto cut = [&scene](PlaneBox box) {
        return PlaneBox{std::max(box.left, scene.table.left), std::max(box.top, scene.table.top),
                        std::min(box.right, scene.table.right),
                        std::min(box.bottom, scene.table.bottom)};
    };
    for (std::size_t i = 0; i < matrix.blocks.size(); ++i) {
        const double first = matrix.blocks[i];
        const double last = i + 1 < matrix.blocks.size() ? matrix.blocks[i + 1] : size;
        const PlaneBox box =
            cut({camera.x(first), camera.y(first), camera.x(last), camera.y(last)});
        if (last - first > 1 && box.right - box.left > 2 && box.bottom - box.top > 2)
            scene.blocks.push_back(box);
    }
    if (camera.cell >= kLeastLines) {
        for (std::uint32_t row = rows.first; row <= rows.second; ++row)
            if (camera.y(row) >= scene.table.top)
                scene.rowLines.push_back(camera.y(row));
        for (std::uint32_t column = columns.first; column <= columns.second; ++column)
            if (camera.x(column) >= scene.table.left)
                scene.columnLines.push_back(camera.x(column));
    }
    if (camera.cell < kLeastMark) {
        addGrains(scene, matrix, rows, columns);
    } else {
        const double gap = camera.cell >= kLeastLines ? 1 : 0;
        for (std::uint32_t row = rows.first; row < rows.second; ++row) {
            for (const MatrixCell &cell : matrix.row(row)) {
                if (cell.column < columns.first || cell.column >= columns.second)
                    continue;
                const PlaneBox box = cut({camera.x(cell.column) + gap, camera.y(row) + gap,
                                          camera.x(cell.column + 1), camera.y(row + 1)});
                if (box.right > box.left && box.bottom > box.top)
                    scene.marks.push_back({box, strengthOf(cell, matrix.highestWeight),
                                           cell.links == 0, cell.certainty});
            }
        }
    }
    scene.rowNames = namesIn(
        snapshot, network, matrix, rows, named, camera.header - 8, measure,
        [&](double row) { return camera.y(row); }, scene.table.top);
    scene.columnNames = namesIn(
        snapshot, network, matrix, columns, named, camera.header - 8, measure,
        [&](double column) { return camera.x(column); }, scene.table.left);
    return scene;
}

}  // namespace dateline
