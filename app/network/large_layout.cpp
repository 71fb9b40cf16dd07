// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/large_layout.h"

#include <algorithm>
#include <cmath>

#include "app/network/adjacency.h"
#include "app/network/box_packing.h"
#include "app/network/dice.h"
#include "app/network/force_layout.h"
#include "app/network/overlap_removal.h"
#include "app/network/pin_fitting.h"
#include "app/network/stress_layout.h"

namespace dateline {

namespace {

constexpr double kPartGap = 1.5;
constexpr std::size_t kSmallPart = 100;
constexpr double kMarkGap = 0.02;
constexpr double kMostFilled = 0.1;                // of the picture by marks, before they part
constexpr double kDenser = 5'000;                  // nodes
constexpr std::uint32_t kMostSeparated = 200'000;  // marks are kept off each other up to here
constexpr double kViewedShare = 0.5;               // of the nodes: smaller parts show no first view

using Part = std::vector<std::uint32_t>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

PlaneBox boundsOf(const std::vector<Point> &points)
{
    PlaneBox box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point point : points)
        box = box.united({point.x, point.y, point.x, point.y});
    return box;
}

class LargeLayout {
public:
    LargeLayout(const LayoutRequest &request, const std::stop_token &stop,
                const LayoutProgress &progress, const LayoutFirstViews &firstViews)
        : m_request(request), m_stop(stop), m_progress(progress), m_firstViews(firstViews),
          m_team(request.threads), m_graph(request.nodeCount, request.pairs),
          m_positions(request.nodeCount)
    {
    }

    LayoutResult run()
    {
        if (startsFromThere()) {
            layOutFromStart();
        } else {
            layOutParts();
            if (!m_request.extents.empty())
                makeRoomForMarks();
            meetPins();
        }
        if (!m_request.extents.empty() && m_request.nodeCount <= kMostSeparated)
            separateMarks();
        return {std::move(m_positions), !m_stop.stop_requested()};
    }

private:
    bool hasStart(std::uint32_t node) const
    {
        return !m_request.start.empty() && m_request.start[node].has_value();
    }
    bool isPinned(std::uint32_t node) const
    {
        return hasStart(node) && !m_request.isPinned.empty() && m_request.isPinned[node];
    }
    bool startsFromThere() const
    {
        if (m_request.startFrom == LayoutStart::Afresh)
            return false;
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node)
            if (hasStart(node))
                return true;
        return false;
    }

    // Connected parts by size, then by their first node.
    std::vector<Part> parts(std::vector<std::uint32_t> &partOf) const
    {
        std::uint32_t count = 0;
        partOf = m_graph.components(&count);
        std::vector<Part> parts(count);
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node)
            parts[partOf[node]].push_back(node);
        std::stable_sort(parts.begin(), parts.end(),
                         [](const Part &a, const Part &b) { return a.size() > b.size(); });
        for (std::uint32_t part = 0; part < count; ++part)
            for (const std::uint32_t node : parts[part])
                partOf[node] = part;
        return parts;
    }

    void layOutParts()
    {
        std::vector<std::uint32_t> partOf;
        const std::vector<Part> all = parts(partOf);
        std::vector<std::uint32_t> localOf(m_request.nodeCount);
        for (const Part &part : all)
            for (std::uint32_t i = 0; i < part.size(); ++i)
                localOf[part[i]] = i;
        std::vector<Pairs> pairs(all.size());
        if (all.size() > 1)
            for (const auto &[a, b] : m_request.pairs)
                pairs[partOf[a]].emplace_back(localOf[a], localOf[b]);
        std::vector<PlaneBox> boxes;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Part &part = all[i];
            const Adjacency own(static_cast<std::uint32_t>(part.size()), pairs[i]);
            const std::vector<Point> points = layOutPart(all.size() == 1 ? m_graph : own, part);
            for (std::size_t j = 0; j < part.size(); ++j)
                m_positions[part[j]] = points[j];
            boxes.push_back(boundsOf(points));
            m_done += static_cast<double>(part.size());
            if (m_progress)
                m_progress(m_done / m_request.nodeCount);
        }
        const std::vector<PlaneBox> before = boxes;
        packBoxes(boxes, m_request.width / m_request.height, kPartGap);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const std::uint32_t node : all[i])
                m_positions[node] = m_positions[node] + Point{boxes[i].left - before[i].left,
                                                              boxes[i].top - before[i].top};
    }

    std::vector<Point> layOutPart(const Adjacency &graph, const Part &part)
    {
        if (part.size() == 1)
            return {{}};
        // Clusters of a small graph are wanted, those of each of its many small parts are not.
        const bool isAside = part.size() <= kSmallPart && part.size() * 4 < m_request.nodeCount;
        const bool isByStress = m_request.quality != LayoutQuality::Clusters || isAside;
        if (part.size() <= kSmallGraph && isByStress)
            return stressLayout(WantedDistances(graph), m_request.seed, m_stop);
        ForceEvents events;
        events.progress = [this, &part](double share) {
            if (m_progress)
                m_progress((m_done + share * static_cast<double>(part.size())) /
                           m_request.nodeCount);
        };
        if (m_firstViews && static_cast<double>(part.size()) > kViewedShare * m_request.nodeCount)
            events.firstViews = [this, &part](const std::vector<Point> &points) {
                showFirst(part, points);
            };
        return forceLayout(graph, m_request.quality, m_request.seed, m_team, m_stop, events);
    }

    // What is not laid out yet waits in rows below.
    void showFirst(const Part &part, const std::vector<Point> &points) const
    {
        const PlaneBox box = boundsOf(points);
        std::vector<std::optional<Point>> known(m_request.nodeCount);
        for (std::size_t i = 0; i < part.size(); ++i)
            known[part[i]] = points[i];
        std::vector<Point> all;
        const double step = std::max(box.width(), 1.0) / 50;
        Point waiting{box.left, box.bottom + step};
        for (const std::optional<Point> &point : known) {
            all.push_back(point.value_or(waiting));
            if (point)
                continue;
            waiting.x += step;
            if (waiting.x > box.right)
                waiting = {box.left, waiting.y + step};
        }
        m_firstViews(all);
    }

    // The whole is turned and moved so that it fits what is pinned; that goes to its place to the
    // last digit, and the rest settles around it.
    void meetPins()
    {
        std::vector<PinnedPoint> pins;
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node)
            if (isPinned(node))
                pins.push_back({node, *m_request.start[node]});
        if (pins.empty())
            return;
        fitToPins(m_positions, pins);
        ForceStart start{m_positions, std::vector<Footing>(m_request.nodeCount, Footing::Loose)};
        for (const PinnedPoint &pin : pins)
            start.footings[pin.node] = Footing::Held;
        m_positions = forceLayoutFrom(m_graph, start, m_request.quality, m_team, m_stop, {});
    }

    // All parts at once: nobody is packed away from where it was.
    void layOutFromStart()
    {
        ForceStart start{std::vector<Point>(m_request.nodeCount),
                         std::vector<Footing>(m_request.nodeCount, Footing::Loose)};
        std::vector<std::uint8_t> isKnown(m_request.nodeCount, 0);
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node) {
            if (!hasStart(node))
                continue;
            start.positions[node] = *m_request.start[node];
            start.footings[node] = isPinned(node) || m_request.startFrom == LayoutStart::StayThere
                                       ? Footing::Held
                                       : Footing::Anchored;
            isKnown[node] = 1;
        }
        placeNewcomers(start.positions, isKnown);
        ForceEvents events;
        events.progress = m_progress;
        m_positions = forceLayoutFrom(m_graph, start, m_request.quality, m_team, m_stop, events);
    }

    // Beside the middle of those neighbours that have a place; who knows nobody, beside the middle
    // of all.
    void placeNewcomers(std::vector<Point> &positions, std::vector<std::uint8_t> &isKnown) const
    {
        Point middle;
        double known = 0;
        double length = 0;
        double links = 0;
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node) {
            if (!isKnown[node])
                continue;
            middle = middle + positions[node];
            ++known;
            for (const std::uint32_t other : m_graph.of(node)) {
                if (isKnown[other]) {
                    length += distance(positions[node], positions[other]);
                    ++links;
                }
            }
        }
        middle = middle * (1 / known);
        length = links > 0 ? length / links : 1;
        Dice dice(m_request.seed);
        for (bool isGrowing = true; isGrowing;) {
            isGrowing = false;
            for (std::uint32_t node = 0; node < m_request.nodeCount; ++node) {
                if (isKnown[node])
                    continue;
                Point sum;
                double neighbours = 0;
                for (const std::uint32_t other : m_graph.of(node)) {
                    if (isKnown[other]) {
                        sum = sum + positions[other];
                        ++neighbours;
                    }
                }
                if (neighbours == 0)
                    continue;
                positions[node] = sum * (1 / neighbours) + scatter(dice, length / 2);
                isKnown[node] = 1;
                isGrowing = true;
            }
        }
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node)
            if (!isKnown[node])
                positions[node] = middle + scatter(dice, length);
    }

    static Point scatter(Dice &dice, double reach)
    {
        const double x = dice.between(-reach, reach);
        return {x, dice.between(-reach, reach)};
    }

    NodeExtent markOf(std::uint32_t node) const
    {
        NodeExtent mark;
        mark.radius = m_request.extents[node].radius;
        return mark;
    }

    // A crowded picture grows as a whole before single marks make way: its shape is kept.
    void makeRoomForMarks()
    {
        double marks = 0;
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node) {
            const double side = 2 * m_request.extents[node].radius + kMarkGap;
            marks += side * side;
        }
        const PlaneBox box = boundsOf(m_positions);
        const double room = std::max(box.width() * box.height(), 1e-9);
        // The middle of a larger graph is denser against the whole.
        const double filled = kMostFilled * std::min(1.0, kDenser / m_request.nodeCount);
        const double growth = std::sqrt(marks / (filled * room));
        if (growth <= 1)
            return;
        for (Point &position : m_positions)
            position = position * growth;
    }

    void separateMarks()
    {
        std::vector<NodeExtent> marks(m_request.nodeCount);
        std::vector<std::uint8_t> isHeld(m_request.nodeCount, 0);
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node) {
            marks[node] = markOf(node);
            isHeld[node] =
                isPinned(node) || (m_request.startFrom == LayoutStart::StayThere && hasStart(node));
        }
        removeOverlaps(m_positions, marks, isHeld, kMarkGap, m_stop);
    }

    const LayoutRequest &m_request;
    const std::stop_token &m_stop;
    const LayoutProgress &m_progress;
    const LayoutFirstViews &m_firstViews;
    WorkerTeam m_team;
    Adjacency m_graph;
    std::vector<Point> m_positions;
    double m_done = 0;
};

}  // namespace

LayoutResult layOutLarge(const LayoutRequest &request, const std::stop_token &stop,
                         const LayoutProgress &progress, const LayoutFirstViews &firstViews)
{
    return LargeLayout(request, stop, progress, firstViews).run();
}

}  // namespace dateline
