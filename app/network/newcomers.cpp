// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/newcomers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/network/adjacency.h"

namespace dateline {

namespace {

constexpr double kGap = 0.06;       // units between boxes
constexpr double kFirstRing = 0.5;  // a link wants some length
constexpr double kRingStep = 0.12;
constexpr int kMostRings = 400;
constexpr double kFlat = 0.6;  // rings are flatter than circles, as the picture is

PlaneBox roomOf(const NodeExtent &extent, Point at)
{
    const PlaneBox box = extent.whole(at);
    return {box.left - kGap, box.top - kGap, box.right + kGap, box.bottom + kGap};
}

class Placer {
public:
    explicit Placer(const LayoutRequest &request)
        : m_request(request), m_graph(request.nodeCount, request.pairs),
          m_places(request.nodeCount), m_isPlaced(request.nodeCount, 0)
    {
        Point sum;
        for (std::uint32_t i = 0; i < request.nodeCount; ++i) {
            if (!request.start[i])
                continue;
            put(i, *request.start[i]);
            sum = sum + *request.start[i];
        }
        if (!m_boxes.empty())
            m_middle = sum * (1.0 / static_cast<double>(m_boxes.size()));
    }

    std::vector<Point> place()
    {
        for (std::uint32_t left = 0; left < m_request.nodeCount; ++left) {
            const std::uint32_t next = mostTied();
            if (next == m_request.nodeCount)
                break;
            put(next, nearest(next, wishOf(next)));
        }
        return std::move(m_places);
    }

private:
    void put(std::uint32_t node, Point at)
    {
        m_places[node] = at;
        m_isPlaced[node] = 1;
        m_boxes.push_back(roomOf(m_request.extents[node], at));
    }

    std::uint32_t tiesOf(std::uint32_t node) const
    {
        const auto others = m_graph.of(node);
        return static_cast<std::uint32_t>(
            std::count_if(others.begin(), others.end(),
                          [this](std::uint32_t other) { return m_isPlaced[other] != 0; }));
    }

    std::uint32_t mostTied() const
    {
        std::uint32_t best = m_request.nodeCount;
        std::uint32_t most = 0;
        for (std::uint32_t node = 0; node < m_request.nodeCount; ++node) {
            if (m_isPlaced[node] != 0)
                continue;
            const std::uint32_t ties = tiesOf(node);
            if (best == m_request.nodeCount || ties > most) {
                best = node;
                most = ties;
            }
        }
        return best;
    }

    Point wishOf(std::uint32_t node) const
    {
        Point sum;
        double count = 0;
        for (const std::uint32_t other : m_graph.of(node)) {
            if (m_isPlaced[other] == 0)
                continue;
            sum = sum + m_places[other];
            ++count;
        }
        return count > 0 ? sum * (1 / count) : m_middle;
    }

    bool isFree(std::uint32_t node, Point at) const
    {
        const PlaneBox box = m_request.extents[node].whole(at);
        return std::none_of(m_boxes.begin(), m_boxes.end(),
                            [&box](const PlaneBox &other) { return other.meets(box); });
    }

    // Ring by ring outwards; on each the places start elsewhere, so that no rays come about.
    Point nearest(std::uint32_t node, Point wish) const
    {
        for (int ring = 0; ring < kMostRings; ++ring) {
            const double radius = kFirstRing + ring * kRingStep;
            const int places = 8 + 4 * ring;
            for (int i = 0; i < places; ++i) {
                const double angle =
                    2 * std::numbers::pi * (i + 0.37 * (ring % 3) + 0.11 * (node % 7)) / places;
                const Point at{wish.x + radius * std::cos(angle),
                               wish.y + kFlat * radius * std::sin(angle)};
                if (isFree(node, at))
                    return at;
            }
        }
        return wish;
    }

    const LayoutRequest &m_request;
    Adjacency m_graph;
    std::vector<Point> m_places;
    std::vector<std::uint8_t> m_isPlaced;
    std::vector<PlaneBox> m_boxes;
    Point m_middle;
};

}  // namespace

std::vector<Point> placeNewcomers(const LayoutRequest &request)
{
    return Placer(request).place();
}

}  // namespace dateline
