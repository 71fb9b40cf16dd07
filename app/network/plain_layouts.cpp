// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/plain_layouts.h"

#include <cmath>
#include <numbers>
#include <numeric>

#include "app/network/adjacency.h"
#include "app/network/crowd_layouts.h"
#include "app/network/overlap_removal.h"

namespace dateline {

namespace {

constexpr int kSweeps = 12;
constexpr double kGap = 0.15;
constexpr double kTaller = 1.04;  // from try to try

std::uint32_t groupOf(const LayoutRequest &request, std::uint32_t node)
{
    return request.groups.empty() ? 0 : request.groups[node];
}

NodeExtent extentOf(const LayoutRequest &request, std::uint32_t node)
{
    return request.extents.empty() ? NodeExtent{} : request.extents[node];
}

struct ColumnSize {
    double width = 0;   // of the widest
    double height = 0;  // of all below each other
};

ColumnSize sizeOf(const LayoutRequest &request, std::span<const std::uint32_t> column)
{
    ColumnSize size;
    for (const std::uint32_t node : column) {
        const PlaneBox box = extentOf(request, node).whole({});
        size.width = std::max(size.width, box.width());
        size.height += box.height() + kGap;
    }
    return size;
}

// Into how many columns beside each other each is parted, so that none is higher.
std::vector<std::size_t> partsFor(const std::vector<ColumnSize> &sizes,
                                  const std::vector<std::vector<std::uint32_t>> &columns,
                                  double height)
{
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        parts.push_back(std::min(columns[i].size(),
                                 static_cast<std::size_t>(std::ceil(sizes[i].height / height))));
    return parts;
}

// The order is given; long columns are parted where the view is wider than high, so that all of it
// is seen as large as can be.
std::vector<Point> inColumns(const LayoutRequest &request,
                             const std::vector<std::vector<std::uint32_t>> &columns)
{
    if (columns.empty())
        return {};
    std::vector<ColumnSize> sizes;
    for (const auto &column : columns)
        sizes.push_back(sizeOf(request, column));
    double tallest = request.height;
    std::vector<std::size_t> parts;
    double used = 0;
    for (;; tallest *= kTaller) {
        parts = partsFor(sizes, columns, tallest);
        used = 0;
        bool isParted = false;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            used += static_cast<double>(parts[i]) * (sizes[i].width + kGap) - kGap;
            isParted = isParted || parts[i] > 1;
        }
        const double gaps = 2 * kGap * static_cast<double>(columns.size() - 1);
        if (!isParted || used + gaps <= request.width * tallest / request.height)
            break;
    }
    const double wide = request.width * tallest / request.height;
    const double gap =
        columns.size() < 2
            ? 0
            : std::max(2 * kGap, (wide - used) / static_cast<double>(columns.size() - 1));
    std::vector<Point> positions(request.nodeCount);
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::span<const std::uint32_t> all(columns[i]);
        for (std::size_t part = 0; part < parts[i]; ++part) {
            const std::size_t first = part * all.size() / parts[i];
            const auto column = all.subspan(first, (part + 1) * all.size() / parts[i] - first);
            const double spare = std::max(0.0, tallest - sizeOf(request, column).height) /
                                 static_cast<double>(column.size());
            double y = -tallest / 2 + spare / 2;
            for (const std::uint32_t node : column) {
                const PlaneBox box = extentOf(request, node).whole({});
                positions[node] = {x + sizes[i].width / 2, y - box.top};
                y += box.height() + kGap + spare;
            }
            x += sizes[i].width + kGap;
        }
        x += gap - kGap;
    }
    for (Point &position : positions)
        position.x -= (x - gap) / 2;
    return positions;
}

}  // namespace

std::vector<double> circleAngles(const LayoutRequest &request)
{
    const std::uint32_t count = request.nodeCount;
    const Adjacency graph(count, request.pairs);
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    const auto byGroup = [&request](std::uint32_t a, std::uint32_t b) {
        return groupOf(request, a) < groupOf(request, b);
    };
    std::stable_sort(order.begin(), order.end(), byGroup);
    std::vector<double> angle(count);
    const auto spread = [&] {
        for (std::uint32_t i = 0; i < count; ++i)
            angle[order[i]] = 2 * std::numbers::pi * i / std::max(1u, count);
    };
    spread();
    // Within its group each node turns towards the mean direction of its neighbours.
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        std::vector<double> wish(count);
        for (std::uint32_t node = 0; node < count; ++node) {
            double x = 0.5 * std::cos(angle[node]);
            double y = 0.5 * std::sin(angle[node]);
            for (const std::uint32_t other : graph.of(node)) {
                x += std::cos(angle[other]);
                y += std::sin(angle[other]);
            }
            wish[node] =
                std::remainder(std::atan2(y, x) - angle[node], 2 * std::numbers::pi) + angle[node];
        }
        const auto before = order;
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return groupOf(request, a) != groupOf(request, b) ? byGroup(a, b) : wish[a] < wish[b];
        });
        spread();
        if (before == order)
            break;
    }
    return angle;
}

std::vector<Point> circleLayout(const LayoutRequest &request)
{
    const std::uint32_t count = request.nodeCount;
    if (count > kSmallGraph)
        return discLayout(request);
    const std::vector<double> angle = circleAngles(request);
    std::vector<Point> positions(count);
    std::vector<NodeExtent> extents;
    double halfWidth = 0;
    for (std::uint32_t node = 0; node < count; ++node) {
        extents.push_back(extentOf(request, node));
        halfWidth = std::max(halfWidth, extents.back().whole({}).right);
    }
    double radiusX = std::max(1.0, request.width / 2 - halfWidth);
    double radiusY = std::max(0.8, request.height / 2 - 0.5);
    constexpr int kMostGrowths = 200;
    for (int growth = 0; growth < kMostGrowths; ++growth) {
        for (std::uint32_t node = 0; node < count; ++node)
            positions[node] = {radiusX * std::cos(angle[node]), radiusY * std::sin(angle[node])};
        if (countOverlaps(positions, extents) == 0)
            break;
        radiusX *= 1.02;
        radiusY *= 1.05;
    }
    return positions;
}

std::vector<Point> layeredLayout(const LayoutRequest &request)
{
    const std::uint32_t count = request.nodeCount;
    const Adjacency graph(count, request.pairs);
    std::uint32_t layers = 0;
    for (std::uint32_t node = 0; node < count; ++node)
        layers = std::max(layers, groupOf(request, node) + 1);
    std::vector<std::vector<std::uint32_t>> columns(layers);
    for (std::uint32_t node = 0; node < count; ++node)
        columns[groupOf(request, node)].push_back(node);
    std::erase_if(columns, [](const auto &column) { return column.empty(); });

    std::vector<double> height(count);
    const auto number = [&] {
        for (const auto &column : columns)
            for (std::size_t i = 0; i < column.size(); ++i)
                height[column[i]] =
                    (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
    };
    number();
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (auto &column : columns) {
            std::vector<double> wish(count);
            for (const std::uint32_t node : column) {
                double sum = height[node];
                double neighbours = 1;
                for (const std::uint32_t other : graph.of(node)) {
                    sum += height[other];
                    ++neighbours;
                }
                wish[node] = sum / neighbours;
            }
            std::stable_sort(
                column.begin(), column.end(),
                [&wish](std::uint32_t a, std::uint32_t b) { return wish[a] < wish[b]; });
        }
        number();
    }

    if (count > kSmallGraph)
        return bandLayout(request, columns);
    return inColumns(request, columns);
}

}  // namespace dateline
