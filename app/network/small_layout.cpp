// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/small_layout.h"

#include <numbers>

#include "app/network/adjacency.h"
#include "app/network/box_packing.h"
#include "app/network/dice.h"
#include "app/network/layout_search.h"
#include "app/network/overlap_removal.h"
#include "app/network/stress_layout.h"

namespace dateline {

namespace {

constexpr double kGap = 0.1;          // between the boxes of nodes, in units
constexpr double kPartGap = 0.3;      // between parts of the graph
constexpr double kMostStretch = 1.9;  // of one direction against the other
constexpr int kTries = 6;
constexpr int kLongSweeps = 3'000;

class SmallLayout {
public:
    SmallLayout(const LayoutRequest &request, std::stop_token stop, const LayoutProgress &progress)
        : m_request(request), m_stop(std::move(stop)), m_progress(progress),
          m_extents(request.extents), m_positions(request.nodeCount), m_held(request.nodeCount, 0)
    {
        m_extents.resize(request.nodeCount);
        for (std::uint32_t i = 0; i < request.nodeCount; ++i)
            m_held[i] = hasStart(i) && !request.isPinned.empty() && request.isPinned[i];
    }

    LayoutResult run()
    {
        splitIntoParts();
        planRooms();
        std::vector<std::size_t> free;   // parts that can be moved as a whole
        std::vector<std::size_t> fixed;  // parts that hold something in its place
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            (isFixed(m_parts[i]) ? fixed : free).push_back(i);
        double done = 0;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (isFixed(m_parts[i]))
                layOutFixedPart(m_parts[i]);
            else
                layOutFreePart(m_parts[i]);
            done += static_cast<double>(m_parts[i].size());
            if (m_progress)
                m_progress(done / m_request.nodeCount);
        }
        packParts(fixed, free);
        removeOverlaps(m_positions, m_extents, m_held, kGap, m_stop);
        if (fixed.empty())
            moveToOrigin();
        return {std::move(m_positions), !m_stop.stop_requested()};
    }

private:
    using Part = std::vector<std::uint32_t>;

    bool hasStart(std::uint32_t node) const
    {
        return !m_request.start.empty() && m_request.start[node].has_value();
    }
    bool usesStart(std::uint32_t node) const
    {
        return hasStart(node) && (m_held[node] || m_request.startFrom != LayoutStart::Afresh);
    }
    bool isFixed(const Part &part) const
    {
        for (const std::uint32_t node : part)
            if (m_held[node] || (hasStart(node) && m_request.startFrom == LayoutStart::StayThere))
                return true;
        return false;
    }

    // Parts by size, then by their first node. All single free nodes are one part, the last.
    void splitIntoParts()
    {
        const Adjacency graph(m_request.nodeCount, m_request.pairs);
        std::uint32_t count = 0;
        const auto component = graph.components(&count);
        std::vector<Part> parts(count);
        for (std::uint32_t i = 0; i < m_request.nodeCount; ++i)
            parts[component[i]].push_back(i);
        Part singles;
        for (Part &part : parts) {
            if (part.size() == 1 && !isFixed(part))
                singles.push_back(part.front());
            else
                m_parts.push_back(std::move(part));
        }
        std::stable_sort(m_parts.begin(), m_parts.end(),
                         [](const Part &a, const Part &b) { return a.size() > b.size(); });
        if (!singles.empty()) {
            if (!m_request.groups.empty())
                std::stable_sort(singles.begin(), singles.end(),
                                 [this](std::uint32_t a, std::uint32_t b) {
                                     return m_request.groups[a] < m_request.groups[b];
                                 });
            m_singles = singles;
            m_parts.push_back(std::move(singles));
        }
    }

    double areaOf(const Part &part) const
    {
        double area = 0;
        for (const std::uint32_t node : part) {
            const PlaneBox box = m_extents[node].whole({}).grown(kGap);
            area += box.width() * box.height();
        }
        return area;
    }

    // Single nodes stand in rows below, or in columns beside, whichever leaves the more useful
    // room; the linked parts share what is left.
    void planRooms()
    {
        m_room = {0, 0, m_request.width, m_request.height};
        if (m_singles.empty() || m_singles.size() == m_request.nodeCount) {
            m_singlesWidth = m_request.width;
            return;
        }
        std::vector<PlaneBox> cells = singleCells();
        double bestArea = -1;
        for (int columns = 1; columns <= static_cast<int>(cells.size()); ++columns) {
            double widest = 0;
            for (const PlaneBox &cell : cells)
                widest = std::max(widest, cell.width());
            const double width = columns * (widest + kPartGap) - kPartGap + 1e-6;
            if (width > m_request.width)
                break;
            PlaneBox bounds;
            packCells(cells, width, kPartGap, bounds);
            const double beside = (m_request.width - bounds.width() - kPartGap) * m_request.height;
            const double below = (m_request.height - bounds.height() - kPartGap) * m_request.width;
            if (bounds.height() <= m_request.height && beside > bestArea) {
                bestArea = beside;
                m_singlesWidth = width;
                m_room.right = m_request.width - bounds.width() - kPartGap;
                m_room.bottom = m_request.height;
            }
            if (below > bestArea) {
                bestArea = below;
                m_singlesWidth = width;
                m_room.right = m_request.width;
                m_room.bottom = m_request.height - bounds.height() - kPartGap;
            }
        }
        m_room.right = std::max(m_room.right, m_request.width / 2);
        m_room.bottom = std::max(m_room.bottom, m_request.height / 2);
    }

    std::vector<PlaneBox> singleCells() const
    {
        std::vector<PlaneBox> cells;
        for (const std::uint32_t node : m_singles)
            cells.push_back(m_extents[node].whole({}));
        return cells;
    }

    PlaneBox roomOf(const Part &part) const
    {
        double all = 0;
        for (const Part &other : m_parts)
            if (&other != &m_parts.back() || m_singles.empty())
                all += areaOf(other);
        const double share = std::sqrt(areaOf(part) / all);
        return {0, 0, m_room.width() * share, m_room.height() * share};
    }

    LayoutSearch searchFor(const Part &part, std::vector<std::uint32_t> &localOf) const
    {
        LayoutSearch search;
        localOf.assign(m_request.nodeCount, UINT32_MAX);
        for (std::uint32_t i = 0; i < part.size(); ++i) {
            localOf[part[i]] = i;
            search.extents.push_back(m_extents[part[i]]);
        }
        for (std::size_t i = 0; i < m_request.pairs.size(); ++i) {
            const auto [a, b] = m_request.pairs[i];
            if (a == b || localOf[a] == UINT32_MAX)
                continue;
            search.pairs.emplace_back(localOf[a], localOf[b]);
            search.lengths.push_back(m_request.lengths.empty() ? 1.0F : m_request.lengths[i]);
            search.lanes.push_back(m_request.lanes.empty() ? std::uint16_t{1} : m_request.lanes[i]);
        }
        search.isHeld.assign(part.size(), 0);
        search.anchors.resize(part.size());
        search.seed = m_request.seed;
        return search;
    }

    void layOutFreePart(const Part &part)
    {
        if (&part == &m_parts.back() && !m_singles.empty()) {
            PlaneBox bounds;
            const auto points = packCells(singleCells(), m_singlesWidth, kPartGap, bounds);
            for (std::size_t i = 0; i < part.size(); ++i)
                m_positions[part[i]] = points[i];
            return;
        }
        std::vector<std::uint32_t> localOf;
        LayoutSearch search = searchFor(part, localOf);
        search.room = roomOf(part);
        const Adjacency graph(static_cast<std::uint32_t>(part.size()), search.pairs,
                              search.lengths);
        const WantedDistances wanted(graph);
        const bool isFromThere =
            m_request.startFrom == LayoutStart::FromThere && countStarted(part) * 2 >= part.size();
        std::vector<Point> best =
            isFromThere ? improved(part, search, wanted) : found(part, search, wanted);
        removeOverlaps(best, search.extents, search.isHeld, kGap, m_stop);
        for (std::size_t i = 0; i < part.size(); ++i)
            m_positions[part[i]] = best[i];
    }

    // Short searches from several starts, long ones from the best of these.
    std::vector<Point> found(const Part &part, LayoutSearch &search,
                             const WantedDistances &wanted) const
    {
        struct Try {
            double cost;
            std::vector<Point> points;
        };
        std::vector<Try> tries;
        const int count = part.size() < 60 ? kTries : 1;
        for (int i = 0; i < count && (tries.empty() || !m_stop.stop_requested()); ++i) {
            search.seed = m_request.seed + static_cast<std::uint64_t>(i) * 7;
            std::vector<Point> points = stressLayout(wanted, search.seed, m_stop);
            rotateInto(points, search.room, i);
            stretchInto(points, search);
            searchReadable(search, wanted, points, m_stop);
            const double cost = readingCost(search, wanted, points);
            tries.push_back({cost, std::move(points)});
        }
        const auto isBetter = [](const Try &a, const Try &b) { return a.cost < b.cost; };
        std::stable_sort(tries.begin(), tries.end(), isBetter);
        search.heat = 0.5;
        search.sweeps = kLongSweeps;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, tries.size()); ++i) {
            searchReadable(search, wanted, tries[i].points, m_stop);
            tries[i].cost = readingCost(search, wanted, tries[i].points);
        }
        return std::min_element(tries.begin(), tries.end(), isBetter)->points;
    }

    // From where things are: cooler, so that the whole keeps its shape.
    std::vector<Point> improved(const Part &part, LayoutSearch &search,
                                const WantedDistances &wanted) const
    {
        std::vector<Point> points = startOf(part);
        PlaneBox room = boundsOf(points, search.extents);
        const Point centre = room.centre();
        search.room = room.united(
            PlaneBox::around(centre, search.room.width() / 2, search.room.height() / 2));
        search.firstStep = 0.8;
        search.heat = 0.25;
        search.sweeps = kLongSweeps / 2;
        searchReadable(search, wanted, points, m_stop);
        return points;
    }

    // Something in the part has its place: the others find theirs around it.
    void layOutFixedPart(const Part &part)
    {
        std::vector<std::uint32_t> localOf;
        LayoutSearch search = searchFor(part, localOf);
        const bool staysThere = m_request.startFrom == LayoutStart::StayThere;
        bool areAllHeld = true;
        for (std::size_t i = 0; i < part.size(); ++i) {
            search.isHeld[i] = m_held[part[i]] || (staysThere && hasStart(part[i]));
            areAllHeld = areAllHeld && search.isHeld[i];
        }
        std::vector<Point> points = startOf(part);
        if (!areAllHeld) {
            PlaneBox held = boundsOf(points, search.extents, &search.isHeld);
            const Point centre = held.centre();
            search.room =
                held.united(PlaneBox::around(centre, m_request.width / 2, m_request.height / 2));
            const Adjacency graph(static_cast<std::uint32_t>(part.size()), search.pairs,
                                  search.lengths);
            const WantedDistances wanted(graph);
            majoriseStress(wanted, points, search.isHeld, m_stop);
            search.firstStep = m_request.startFrom == LayoutStart::Afresh ? 1.6 : 0.9;
            searchReadable(search, wanted, points, m_stop);
        }
        for (std::size_t i = 0; i < part.size(); ++i)
            m_positions[part[i]] = points[i];
    }

    std::size_t countStarted(const Part &part) const
    {
        std::size_t count = 0;
        for (const std::uint32_t node : part)
            count += usesStart(node) ? 1u : 0u;
        return count;
    }

    // Start positions; a node without one begins beside the middle of its neighbours that have one.
    std::vector<Point> startOf(const Part &part) const
    {
        Dice dice(m_request.seed);
        std::vector<std::optional<Point>> known(m_request.nodeCount);
        Point middle;
        double count = 0;
        for (const std::uint32_t node : part) {
            if (usesStart(node)) {
                known[node] = m_request.start[node];
                middle = middle + *known[node];
                ++count;
            }
        }
        if (count > 0)
            middle = middle * (1 / count);
        const Adjacency graph(m_request.nodeCount, m_request.pairs);
        for (bool isGrowing = true; isGrowing;) {
            isGrowing = false;
            for (const std::uint32_t node : part) {
                if (known[node])
                    continue;
                Point sum;
                double neighbours = 0;
                for (const std::uint32_t other : graph.of(node)) {
                    if (known[other]) {
                        sum = sum + *known[other];
                        ++neighbours;
                    }
                }
                if (neighbours == 0)
                    continue;
                const double angle = 2 * std::numbers::pi * dice.unit();
                known[node] = sum * (1 / neighbours) + Point{std::cos(angle), std::sin(angle)};
                isGrowing = true;
            }
        }
        std::vector<Point> points;
        for (const std::uint32_t node : part)
            points.push_back(
                known[node].value_or(middle + Point{dice.between(-1, 1), dice.between(-1, 1)}));
        return points;
    }

    static PlaneBox boundsOf(const std::vector<Point> &points,
                             const std::vector<NodeExtent> &extents,
                             const std::vector<std::uint8_t> *only = nullptr)
    {
        std::optional<PlaneBox> bounds;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (only && !(*only)[i])
                continue;
            const PlaneBox box = extents[i].whole(points[i]);
            bounds = bounds ? bounds->united(box) : box;
        }
        return bounds.value_or(PlaneBox{});
    }

    // Turns the picture so that it fills the room best. Later tries take the next best turns.
    static void rotateInto(std::vector<Point> &points, const PlaneBox &room, int attempt)
    {
        constexpr int kTurns = 24;
        std::vector<std::pair<double, int>> turns;
        for (int i = 0; i < kTurns; ++i) {
            const double angle = std::numbers::pi * i / kTurns;
            PlaneBox box;
            bool isFirst = true;
            for (const Point point : points) {
                const Point at = turned(point, angle);
                const PlaneBox dot{at.x, at.y, at.x, at.y};
                box = isFirst ? dot : box.united(dot);
                isFirst = false;
            }
            turns.emplace_back(std::max(box.width() / room.width(), box.height() / room.height()),
                               i);
        }
        std::stable_sort(turns.begin(), turns.end());
        const double angle =
            std::numbers::pi * turns[static_cast<std::size_t>(attempt % 3)].second / kTurns;
        for (Point &point : points)
            point = turned(point, angle);
    }

    static Point turned(Point point, double angle)
    {
        return {point.x * std::cos(angle) - point.y * std::sin(angle),
                point.x * std::sin(angle) + point.y * std::cos(angle)};
    }

    // Scales so that the boxes just fit the room, without making links overlong.
    static void stretchInto(std::vector<Point> &points, const LayoutSearch &search)
    {
        PlaneBox dots{points[0].x, points[0].y, points[0].x, points[0].y};
        for (const Point point : points)
            dots = dots.united({point.x, point.y, point.x, point.y});
        double halfWidth = 0;
        double above = 0;
        double below = 0;
        for (const NodeExtent &extent : search.extents) {
            const PlaneBox box = extent.whole({});
            halfWidth = std::max(halfWidth, box.right);
            above = std::max(above, -box.top);
            below = std::max(below, box.bottom);
        }
        const PlaneBox &room = search.room;
        double scaleX = std::max(0.1, room.width() - 2 * halfWidth) / std::max(0.01, dots.width());
        double scaleY =
            std::max(0.1, room.height() - above - below) / std::max(0.01, dots.height());
        scaleX = std::min(scaleX, kMostStretch * scaleY);
        scaleY = std::min(scaleY, kMostStretch * scaleX);
        constexpr double kMostGrowth = 1.8;
        scaleX = std::min(scaleX, kMostGrowth);
        scaleY = std::min(scaleY, kMostGrowth);
        const Point centre = dots.centre();
        const Point target{room.centre().x, room.centre().y + (above - below) / 2};
        for (Point &point : points)
            point = {target.x + (point.x - centre.x) * scaleX,
                     target.y + (point.y - centre.y) * scaleY};
    }

    PlaneBox boundsOfPart(const Part &part) const
    {
        PlaneBox bounds = m_extents[part[0]].whole(m_positions[part[0]]);
        for (const std::uint32_t node : part)
            bounds = bounds.united(m_extents[node].whole(m_positions[node]));
        return bounds;
    }

    // What is fixed is one block that stays; the free parts stand around it, or side by side.
    void packParts(const std::vector<std::size_t> &fixed, const std::vector<std::size_t> &free)
    {
        std::vector<PlaneBox> boxes;
        if (!fixed.empty()) {
            PlaneBox block = boundsOfPart(m_parts[fixed[0]]);
            for (const std::size_t part : fixed)
                block = block.united(boundsOfPart(m_parts[part]));
            boxes.push_back(block);
        }
        for (const std::size_t part : free)
            boxes.push_back(boundsOfPart(m_parts[part]));
        const std::vector<PlaneBox> before = boxes;
        packBoxes(boxes, m_request.width / m_request.height, kPartGap);
        const std::size_t offset = fixed.empty() ? 0 : 1;
        for (std::size_t i = 0; i < free.size(); ++i) {
            const PlaneBox &from = before[i + offset];
            const PlaneBox &to = boxes[i + offset];
            for (const std::uint32_t node : m_parts[free[i]])
                m_positions[node] =
                    m_positions[node] + Point{to.left - from.left, to.top - from.top};
        }
    }

    void moveToOrigin()
    {
        const Point centre = boundsOf(m_positions, m_extents).centre();
        for (Point &point : m_positions)
            point = point - centre;
    }

    const LayoutRequest &m_request;
    std::stop_token m_stop;
    const LayoutProgress &m_progress;
    std::vector<NodeExtent> m_extents;
    std::vector<Point> m_positions;
    std::vector<std::uint8_t> m_held;
    std::vector<Part> m_parts;
    Part m_singles;
    double m_singlesWidth = 0;
    PlaneBox m_room;
};

}  // namespace

LayoutResult layOutSmall(const LayoutRequest &request, std::stop_token stop,
                         const LayoutProgress &progress)
{
    if (request.nodeCount == 0)
        return {};
    return SmallLayout(request, std::move(stop), progress).run();
}

}  // namespace dateline
