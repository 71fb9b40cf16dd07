// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_layout.h"

#include <algorithm>

#include "app/base/check.h"
#include "app/network/adjacency.h"
#include "app/network/box_packing.h"
#include "app/network/dice.h"
#include "app/network/force_layout.h"
#include "app/network/overlap_removal.h"
#include "app/network/plain_layouts.h"
#include "app/network/small_layout.h"

namespace dateline {

namespace {

constexpr double kPartGap = 1.5;
constexpr std::uint32_t kMostSeparated = 2'000;  // marks are kept off each other up to here

class LargeLayout {
public:
    LargeLayout(const LayoutRequest &request, std::stop_token stop, const LayoutProgress &progress)
        : m_request(request), m_stop(std::move(stop)), m_progress(progress),
          m_graph(request.nodeCount, request.pairs), m_positions(request.nodeCount)
    {
    }

    LayoutResult run()
    {
        bool hasStarts = false;
        for (std::uint32_t i = 0; i < m_request.nodeCount && !hasStarts; ++i)
            hasStarts = usesStart(i);
        if (hasStarts)
            layOutFromStart();
        else
            layOutParts();
        if (m_request.nodeCount <= kMostSeparated)
            separateMarks();
        return {std::move(m_positions), !m_stop.stop_requested()};
    }

private:
    bool isPinned(std::uint32_t node) const
    {
        return !m_request.isPinned.empty() && m_request.isPinned[node] &&
               !m_request.start.empty() && m_request.start[node];
    }
    bool usesStart(std::uint32_t node) const
    {
        return !m_request.start.empty() && m_request.start[node] &&
               (isPinned(node) || m_request.startFrom != LayoutStart::Afresh);
    }

    void layOutParts()
    {
        std::uint32_t count = 0;
        const auto component = m_graph.components(&count);
        std::vector<std::vector<std::uint32_t>> parts(count);
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node)
            parts[component[node]].push_back(node);
        std::stable_sort(parts.begin(), parts.end(),
                         [](const auto &a, const auto &b) { return a.size() > b.size(); });
        std::vector<std::uint32_t> localOf(m_request.nodeCount);
        for (const auto &part : parts)
            for (std::uint32_t i = 0; i < part.size(); ++i)
                localOf[part[i]] = i;
        std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> pairs(count);
        for (const auto &[a, b] : m_request.pairs)
            pairs[component[a]].emplace_back(localOf[a], localOf[b]);

        std::vector<PlaneBox> boxes;
        double done = 0;
        for (const auto &part : parts) {
            const double before = done;
            done += static_cast<double>(part.size()) / m_request.nodeCount;
            const auto points = forceLayout(
                Adjacency(static_cast<std::uint32_t>(part.size()), pairs[component[part.front()]]),
                {}, m_request.seed, m_stop, [&](double share) {
                    if (m_progress)
                        m_progress(before + share * (done - before));
                });
            PlaneBox box{points[0].x, points[0].y, points[0].x, points[0].y};
            for (std::size_t i = 0; i < part.size(); ++i) {
                m_positions[part[i]] = points[i];
                box = box.united({points[i].x, points[i].y, points[i].x, points[i].y});
            }
            boxes.push_back(box);
        }
        const std::vector<PlaneBox> unpacked = boxes;
        packBoxes(boxes, m_request.width / m_request.height, kPartGap);
        for (std::size_t i = 0; i < parts.size(); ++i)
            for (const std::uint32_t node : parts[i])
                m_positions[node] = m_positions[node] + Point{boxes[i].left - unpacked[i].left,
                                                              boxes[i].top - unpacked[i].top};
    }

    // All parts at once: nobody is packed away from where it was.
    void layOutFromStart()
    {
        ForceStart start;
        start.positions.resize(m_request.nodeCount);
        start.isHeld.assign(m_request.nodeCount, 0);
        std::vector<std::uint8_t> isKnown(m_request.nodeCount, 0);
        Dice dice(m_request.seed);
        Point middle;
        double known = 0;
        for (std::uint32_t i = 0; i < m_request.nodeCount; ++i) {
            if (!usesStart(i))
                continue;
            start.positions[i] = *m_request.start[i];
            start.isHeld[i] = isPinned(i) || m_request.startFrom == LayoutStart::StayThere;
            isKnown[i] = 1;
            middle = middle + start.positions[i];
            ++known;
        }
        middle = middle * (1 / known);
        for (std::uint32_t i = 0; i < m_request.nodeCount; ++i) {
            if (isKnown[i])
                continue;
            Point sum;
            double neighbours = 0;
            for (const std::uint32_t other : m_graph.of(i)) {
                if (isKnown[other]) {
                    sum = sum + start.positions[other];
                    ++neighbours;
                }
            }
            const Point near = neighbours > 0 ? sum * (1 / neighbours) : middle;
            start.positions[i] = near + Point{dice.between(-1, 1), dice.between(-1, 1)};
            isKnown[i] = 1;
        }
        m_positions = forceLayout(m_graph, start, m_request.seed, m_stop, m_progress);
    }

    void separateMarks()
    {
        std::vector<NodeExtent> marks(m_request.nodeCount);
        std::vector<std::uint8_t> isHeld(m_request.nodeCount, 0);
        for (std::uint32_t i = 0; i < m_request.nodeCount; ++i) {
            if (!m_request.extents.empty())
                marks[i].radius = m_request.extents[i].radius;
            isHeld[i] = isPinned(i);
        }
        removeOverlaps(m_positions, marks, isHeld, 0.02, m_stop);
    }

    const LayoutRequest &m_request;
    std::stop_token m_stop;
    const LayoutProgress &m_progress;
    Adjacency m_graph;
    std::vector<Point> m_positions;
};

// Rules place everything; what the user pinned stays, and the rest makes way.
LayoutResult layOutByRule(const LayoutRequest &request, std::stop_token stop)
{
    LayoutResult result;
    result.positions =
        request.kind == LayoutKind::CircleByGroup ? circleLayout(request) : layeredLayout(request);
    std::vector<std::uint8_t> isHeld(request.nodeCount, 0);
    bool anyHeld = false;
    for (std::uint32_t i = 0; i < request.nodeCount; ++i) {
        if (request.isPinned.empty() || !request.isPinned[i] || request.start.empty() ||
            !request.start[i])
            continue;
        result.positions[i] = *request.start[i];
        isHeld[i] = 1;
        anyHeld = true;
    }
    if (anyHeld && !request.extents.empty() && request.nodeCount <= kSmallGraph)
        removeOverlaps(result.positions, request.extents, isHeld, 0.1, stop);
    result.isComplete = !stop.stop_requested();
    return result;
}

}  // namespace

LayoutResult layOut(const LayoutRequest &request, std::stop_token stop,
                    const LayoutProgress &progress)
{
    const auto fits = [&request](std::size_t size) {
        return size == 0 || size == request.nodeCount;
    };
    DL_CHECK(fits(request.extents.size()) && fits(request.start.size()) &&
             fits(request.isPinned.size()) && fits(request.groups.size()));
    DL_CHECK(request.lengths.empty() || request.lengths.size() == request.pairs.size());
    DL_CHECK(request.lanes.empty() || request.lanes.size() == request.pairs.size());
    DL_CHECK(request.width > 0 && request.height > 0);
    if (request.nodeCount == 0)
        return {};
    if (request.kind != LayoutKind::ByLinks)
        return layOutByRule(request, std::move(stop));
    if (request.nodeCount <= kSmallGraph)
        return layOutSmall(request, std::move(stop), progress);
    return LargeLayout(request, std::move(stop), progress).run();
}

}  // namespace dateline
