// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_matrix.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
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
constexpr double kNameAir = 8;  // pixels that a header is larger than its names
constexpr double kLeastHeader = 40;
constexpr double kMostLeft = 0.32;  // of the width, by names
constexpr double kMostTop = 0.34;   // of the height
constexpr double kWidest = 320;
constexpr double kMostAspect = 2.5;
constexpr double kUsualHeader = 150;  // of so many names that nobody measures them all
constexpr std::uint32_t kMostMeasured = 600;

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

// The width of a cell that gives a slanted name a line of its own.
double slantedLine(const NetworkMeasure &measure)
{
    return measure.smallHeight * kNameRoom * std::numbers::sqrt2;
}

bool isSlanted(double cellWidth, const NetworkMeasure &measure)
{
    return cellWidth >= slantedLine(measure) - 1e-6;
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
    const int wide = std::max(1, static_cast<int>(camera.cellWidth()));
    for (std::uint32_t row = rows.first; row < rows.second; ++row) {
        const auto y = static_cast<int>(camera.y(row) - scene.table.top);
        for (const MatrixCell &cell : matrix.row(row)) {
            if (cell.column < columns.first || cell.column >= columns.second)
                continue;
            const auto x = static_cast<int>(camera.x(cell.column) - scene.table.left);
            const float share = cell.links > 0 ? 1.0F : 0.5F;
            for (int i = std::max(0, y); i < std::min(scene.grainRows, y + side); ++i)
                for (int j = std::max(0, x); j < std::min(scene.grainColumns, x + wide); ++j)
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
template <typename PlaceOf, typename WidthAt>
std::vector<MatrixName>
namesIn(const Snapshot &snapshot, const Network &network, const NetworkMatrix &matrix,
        std::pair<std::uint32_t, std::uint32_t> shown, std::span<const std::uint32_t> named,
        const NetworkMeasure &measure, PlaceOf &&placeOf, double least, WidthAt &&widthAt)
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
        names.push_back(
            {fitted(markName(snapshot, network, node), widthAt(at), measure), at, node});
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
    cell =
        std::clamp(std::min((width - left) / aspect, height - top), 1.0, 1e6) / std::max(1u, size);
    cell = std::min(cell, kFitCell);
}

void MatrixCamera::zoom(double factor, double pixelX, double pixelY)
{
    const double atColumn = columnAt(std::max(pixelX, left));
    const double atRow = rowAt(std::max(pixelY, top));
    cell = std::clamp(cell * factor, 0.002, kLargestCell);
    column = atColumn - (std::max(pixelX, left) - left) / cellWidth();
    row = atRow - (std::max(pixelY, top) - top) / cell;
}

void MatrixCamera::clamp(std::uint32_t size)
{
    const auto bounded = [size](double at, double room) {
        const double most = std::max(0.0, size - room);
        return std::clamp(at, 0.0, most);
    };
    column = bounded(column, (width - left) / cellWidth());
    row = bounded(row, (height - top) / cell);
}

void fitMatrix(MatrixCamera &camera, const Snapshot &snapshot, const Network &network,
               const NetworkMatrix &matrix, const NetworkMeasure &measure)
{
    double widest = matrix.size() > kMostMeasured ? kUsualHeader : 0;
    if (matrix.size() <= kMostMeasured)
        for (const std::uint32_t node : matrix.order)
            widest = std::max(widest,
                              measure.width(markName(snapshot, network, node), NetworkFont::Small));
    widest = std::min(widest, kWidest);
    const auto header = [](double wanted, double most) {
        return std::max(std::min(wanted + kNameAir, most), std::min(kLeastHeader, most));
    };
    camera.left = header(widest, camera.width * kMostLeft);
    // Slanted names need less height; they do where the cells that are left are wide enough.
    const double slanted = (widest + measure.smallHeight) / std::numbers::sqrt2;
    const auto fitWith = [&](double top, double line) {
        camera.top = header(top, camera.height * kMostTop);
        camera.aspect = 1;
        camera.fit(matrix.size());
        const double room = (camera.width - camera.left) / std::max(1u, matrix.size());
        camera.aspect =
            std::clamp(std::min(line, room) / std::max(camera.cell, 1e-9), 1.0, kMostAspect);
    };
    fitWith(slanted, slantedLine(measure));
    if (!isSlanted(camera.cellWidth(), measure))
        fitWith(widest, measure.smallHeight * kNameRoom);
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
    scene.table = {camera.left, camera.top, std::min(camera.width, camera.x(size)),
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
        snapshot, network, matrix, rows, named, measure, [&](double row) { return camera.y(row); },
        scene.table.top, [&](double) { return camera.left - kNameAir; });
    scene.hasSlantedNames = isSlanted(camera.cellWidth(), measure);
    scene.columnNames = namesIn(
        snapshot, network, matrix, columns, named, measure,
        [&](double column) { return camera.x(column); }, scene.table.left,
        [&](double at) {
            const double upright = camera.top - kNameAir;
            return scene.hasSlantedNames
                       ? std::min(upright, camera.width - at) * std::numbers::sqrt2 -
                             measure.smallHeight / 2
                       : upright;
        });
    return scene;
}

}  // namespace dateline
