// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/crowd_layouts.h"

#include <algorithm>
#include <numbers>
#include <numeric>

#include "app/network/adjacency.h"
#include "app/network/box_packing.h"
#include "app/network/overlap_removal.h"
#include "app/network/plain_layouts.h"

namespace dateline {

namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr double kGap = 0.15;      // between what names cover
constexpr double kDotRoom = 0.5;   // the side of the square that a dot of a large graph has
constexpr double kBlockGap = 0.8;  // between blocks of a grid
constexpr double kGolden = 0.618'033'988'749'895;

NodeExtent extentOf(const LayoutRequest &request, std::uint32_t node)
{
    return request.extents.empty() ? NodeExtent{} : request.extents[node];
}

bool isRead(const LayoutRequest &request)
{
    return request.nodeCount <= kSmallGraph;
}

std::vector<std::vector<std::uint32_t>> groupsOf(const LayoutRequest &request)
{
    std::uint32_t count = 1;
    for (const std::uint32_t group : request.groups)
        count = std::max(count, group + 1);
    std::vector<std::vector<std::uint32_t>> groups(count);
    for (std::uint32_t node = 0; node < request.nodeCount; ++node)
        groups[request.groups.empty() ? 0 : request.groups[node]].push_back(node);
    std::erase_if(groups, [](const auto &group) { return group.empty(); });
    return groups;
}

// Steps from the centre; the neighbour that each was reached by.
struct Rings {
    std::vector<std::vector<std::uint32_t>> nodes;  // by ring, children of one parent together
    std::vector<std::uint32_t> ringOf;
};

Rings ringsAround(std::uint32_t centre, const Adjacency &graph, std::uint32_t count)
{
    constexpr std::uint32_t kUnknown = UINT32_MAX;
    Rings rings;
    rings.ringOf.assign(count, kUnknown);
    rings.ringOf[centre] = 0;
    rings.nodes.push_back({centre});
    for (std::uint32_t ring = 0; !rings.nodes[ring].empty(); ++ring) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t node : rings.nodes[ring]) {
            for (const std::uint32_t other : graph.of(node)) {
                if (rings.ringOf[other] != kUnknown)
                    continue;
                rings.ringOf[other] = ring + 1;
                next.push_back(other);
            }
        }
        rings.nodes.push_back(std::move(next));
    }
    for (std::uint32_t node = 0; node < count; ++node)
        if (rings.ringOf[node] == kUnknown)
            rings.nodes.back().push_back(node);
    if (rings.nodes.back().empty())
        rings.nodes.pop_back();
    return rings;
}

// On each ring in the order of the directions in which its nodes' neighbours on the ring before
// stand; spread evenly.
std::vector<double> directions(Rings &rings, const Adjacency &graph, std::uint32_t count)
{
    std::vector<double> angle(count, 0);
    for (std::size_t ring = 1; ring < rings.nodes.size(); ++ring) {
        std::vector<std::uint32_t> &nodes = rings.nodes[ring];
        if (ring > 1) {
            for (const std::uint32_t node : nodes) {
                double x = 0;
                double y = 0;
                for (const std::uint32_t other : graph.of(node)) {
                    if (rings.ringOf[other] + 1 != rings.ringOf[node])
                        continue;
                    x += std::cos(angle[other]);
                    y += std::sin(angle[other]);
                }
                angle[node] = x != 0 || y != 0 ? std::atan2(y, x) : std::numbers::pi;
            }
            std::stable_sort(
                nodes.begin(), nodes.end(),
                [&angle](std::uint32_t a, std::uint32_t b) { return angle[a] < angle[b]; });
        }
        // Turned so that the mean way from where each would like to be is null.
        double turn = 0;
        const double step = kTurn / static_cast<double>(nodes.size());
        if (ring > 1) {
            for (std::size_t i = 0; i < nodes.size(); ++i)
                turn += angle[nodes[i]] - step * static_cast<double>(i);
            turn /= static_cast<double>(nodes.size());
        } else {
            turn = -std::numbers::pi;
        }
        for (std::size_t i = 0; i < nodes.size(); ++i)
            angle[nodes[i]] = turn + step * static_cast<double>(i);
    }
    return angle;
}

std::vector<Point> broadRings(const Rings &rings, const std::vector<double> &angle)
{
    std::vector<Point> positions(angle.size());
    double inner = kDotRoom;
    for (std::size_t ring = 1; ring < rings.nodes.size(); ++ring) {
        const auto &nodes = rings.nodes[ring];
        const double area = static_cast<double>(nodes.size()) * kDotRoom * kDotRoom;
        const double outer = std::sqrt(inner * inner + area / std::numbers::pi);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const double share = std::fmod(static_cast<double>(i) * kGolden, 1.0);
            const double radius =
                std::sqrt(inner * inner + share * (outer * outer - inner * inner));
            positions[nodes[i]] = {radius * std::cos(angle[nodes[i]]),
                                   radius * std::sin(angle[nodes[i]])};
        }
        inner = outer * 1.06 + 4 * kDotRoom;
    }
    return positions;
}

// One line a ring, as near as names allow.
std::vector<Point> thinRings(const LayoutRequest &request, const Rings &rings,
                             const std::vector<double> &angle)
{
    std::vector<NodeExtent> extents;
    for (std::uint32_t node = 0; node < request.nodeCount; ++node)
        extents.push_back(extentOf(request, node));
    std::vector<Point> positions(request.nodeCount);
    const double ringCount = std::max(1.0, static_cast<double>(rings.nodes.size()) - 1);
    const double broad = std::clamp(request.width / request.height, 1.0, 1.9);
    double step = std::max(0.9, (request.height / 2 - 0.5) / ringCount);
    constexpr int kMostGrowths = 120;
    for (int growth = 0; growth < kMostGrowths; ++growth) {
        for (std::size_t ring = 0; ring < rings.nodes.size(); ++ring)
            for (const std::uint32_t node : rings.nodes[ring])
                positions[node] = {broad * step * static_cast<double>(ring) * std::cos(angle[node]),
                                   step * static_cast<double>(ring) * std::sin(angle[node])};
        if (countOverlaps(positions, extents) == 0)
            break;
        step *= 1.03;
    }
    return positions;
}

// Rows of equal cells, about as broad as high.
std::vector<Point> block(std::size_t count, double width, double height, double shape)
{
    const double columns =
        std::max(1.0, std::round(std::sqrt(static_cast<double>(count) * shape * height / width)));
    std::vector<Point> places;
    for (std::size_t i = 0; i < count; ++i) {
        const double row = std::floor(static_cast<double>(i) / columns);
        const double column = static_cast<double>(i) - row * columns;
        places.push_back({(column + 0.5) * width, (row + 0.5) * height});
    }
    return places;
}

}  // namespace

std::vector<Point> radialLayout(const LayoutRequest &request)
{
    const std::uint32_t count = request.nodeCount;
    const Adjacency graph(count, request.pairs);
    std::uint32_t centre = request.centre;
    if (centre >= count) {
        centre = 0;
        for (std::uint32_t node = 1; node < count; ++node)
            if (graph.of(node).size() > graph.of(centre).size())
                centre = node;
    }
    Rings rings = ringsAround(centre, graph, count);
    const std::vector<double> angle = directions(rings, graph, count);
    return isRead(request) ? thinRings(request, rings, angle) : broadRings(rings, angle);
}

std::vector<Point> gridLayout(const LayoutRequest &request)
{
    const Adjacency graph(request.nodeCount, request.pairs);
    const double shape = request.width / request.height;
    std::vector<std::vector<std::uint32_t>> groups = groupsOf(request);
    std::vector<std::vector<Point>> places;
    std::vector<PlaneBox> boxes;
    std::vector<double> lifts;
    for (auto &group : groups) {
        std::stable_sort(group.begin(), group.end(), [&graph](std::uint32_t a, std::uint32_t b) {
            return graph.of(a).size() > graph.of(b).size();
        });
        double width = kDotRoom;
        double height = kDotRoom;
        double top = -kDotRoom / 2;
        if (isRead(request)) {
            PlaneBox widest;
            for (const std::uint32_t node : group)
                widest = widest.united(extentOf(request, node).whole({}));
            width = widest.width() + kGap;
            height = widest.height() + kGap;
            top = widest.top - kGap / 2;
        }
        places.push_back(block(group.size(), width, height, std::max(1.0, shape)));
        lifts.push_back(-top - height / 2);
        PlaneBox box{0, 0, 0, 0};
        for (const Point place : places.back())
            box = box.united(PlaneBox::around(place, width / 2, height / 2));
        boxes.push_back(box);
    }
    packBoxes(boxes, shape, kBlockGap);
    std::vector<Point> positions(request.nodeCount);
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = 0; j < groups[i].size(); ++j)
            positions[groups[i][j]] = places[i][j] + Point{boxes[i].left, boxes[i].top + lifts[i]};
    return positions;
}

std::vector<Point> discLayout(const LayoutRequest &request)
{
    const auto groups = groupsOf(request);
    std::vector<std::uint32_t> groupOf(request.nodeCount);
    for (std::uint32_t group = 0; group < groups.size(); ++group)
        for (const std::uint32_t node : groups[group])
            groupOf[node] = group;
    // The circle of the groups themselves says in which order they stand.
    LayoutRequest outer;
    outer.nodeCount = static_cast<std::uint32_t>(groups.size());
    for (const auto &[a, b] : request.pairs)
        if (groupOf[a] != groupOf[b])
            outer.pairs.emplace_back(std::min(groupOf[a], groupOf[b]),
                                     std::max(groupOf[a], groupOf[b]));
    std::sort(outer.pairs.begin(), outer.pairs.end());
    outer.pairs.erase(std::unique(outer.pairs.begin(), outer.pairs.end()), outer.pairs.end());
    const std::vector<double> wish = circleAngles(outer);
    std::vector<std::uint32_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&wish](std::uint32_t a, std::uint32_t b) { return wish[a] < wish[b]; });
    std::vector<double> radii;
    double around = 0;
    for (const auto &group : groups) {
        radii.push_back(kDotRoom * std::sqrt(static_cast<double>(group.size()) / std::numbers::pi));
        around += 2 * radii.back() + kDotRoom;
    }
    const double largest = *std::max_element(radii.begin(), radii.end());
    const double radius =
        groups.size() == 1 ? 0 : std::max(1.15 * around / kTurn, 1.3 * largest + kDotRoom);
    std::vector<Point> positions(request.nodeCount);
    double passed = 0;
    for (const std::uint32_t group : order) {
        const double angle = (passed + radii[group] + kDotRoom / 2) / around * kTurn;
        passed += 2 * radii[group] + kDotRoom;
        const Point middle{radius * std::cos(angle), radius * std::sin(angle)};
        // Like the seeds of a sunflower: as dense everywhere.
        for (std::size_t i = 0; i < groups[group].size(); ++i) {
            const double share =
                (static_cast<double>(i) + 0.5) / static_cast<double>(groups[group].size());
            const double turn = static_cast<double>(i) * kTurn * kGolden;
            positions[groups[group][i]] =
                middle + Point{std::cos(turn), std::sin(turn)} * (radii[group] * std::sqrt(share));
        }
    }
    return positions;
}

std::vector<Point> bandLayout(const LayoutRequest &request,
                              const std::vector<std::vector<std::uint32_t>> &ordered)
{
    constexpr double kBandGap = 6 * kDotRoom;
    const double shape = request.width / request.height;
    const double high =
        std::max(1.0, std::floor(std::sqrt(request.nodeCount / std::max(0.2, shape))));
    std::vector<Point> positions(request.nodeCount);
    double left = 0;
    for (const auto &group : ordered) {
        const double columns = std::ceil(static_cast<double>(group.size()) / high);
        const double rows = std::ceil(static_cast<double>(group.size()) / columns);
        const double step = high / rows;  // short bands are as high as the others
        for (std::size_t i = 0; i < group.size(); ++i) {
            const double row = std::floor(static_cast<double>(i) / columns);
            const double column = static_cast<double>(i) - row * columns;
            positions[group[i]] = {left + (column + 0.5) * kDotRoom,
                                   ((row + 0.5) * step - high / 2) * kDotRoom};
        }
        left += columns * kDotRoom + kBandGap;
    }
    for (Point &position : positions)
        position.x -= (left - kBandGap) / 2;
    return positions;
}

}  // namespace dateline
