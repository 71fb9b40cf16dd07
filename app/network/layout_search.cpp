// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/layout_search.h"

#include <limits>
#include <numbers>

#include "app/network/dice.h"

namespace dateline {

namespace {

// What each fault of a picture costs; a crossing is the measure.
constexpr double kCrossing = 1.0;
constexpr double kOverlap = 3.0;       // two boxes touch; and more with the area in common
constexpr double kOverlapArea = 30.0;  // per square unit
constexpr double kOutside = 25.0;      // per unit outside the room
constexpr double kThroughMark = 3.0;   // a link runs through a mark that it does not end at
constexpr double kThroughLabel = 2.0;  // or through a name
constexpr double kThroughOwnLabel = 0.45;
constexpr double kNamedThroughOwnLabel = 1.3;  // the arrow's head would be behind the name
constexpr double kNarrowAngle = 0.7;
constexpr double kTooShort = 9.0;
constexpr double kTooLong = 0.15;
constexpr double kLong = 1.4;  // times the liked length
constexpr double kStress = 0.5;
constexpr double kAnchor = 3.0;  // per square unit
constexpr double kNoLimit = std::numeric_limits<double>::max();
constexpr double kMargin = 0.07;  // between boxes, in units

constexpr double kNarrowest = 0.5;  // angles below cost, in radians
constexpr double kLastHeat = 0.01;
constexpr double kBudget = 5e7;  // elementary tests, most of them left out

class Search {
public:
    Search(const LayoutSearch &search, const WantedDistances &wanted, std::vector<Point> &positions)
        : m_search(search), m_wanted(wanted), m_positions(positions),
          m_count(static_cast<std::uint32_t>(positions.size())), m_incident(positions.size()),
          m_known(positions.size()), m_knownAt(positions.size(), 0)
    {
        for (std::uint32_t i = 0; i < search.pairs.size(); ++i) {
            m_incident[search.pairs[i].first].push_back(i);
            m_incident[search.pairs[i].second].push_back(i);
        }
        m_shapes.resize(m_count);
        for (std::uint32_t i = 0; i < m_count; ++i)
            moveTo(i, positions[i]);
        setScale();
    }

    double total() const
    {
        double sum = 0;
        for (std::uint32_t i = 0; i < m_count; ++i)
            sum += costAround(i, kNoLimit);
        return sum;
    }

    void run(std::stop_token stop, const LayoutProgress &progress)
    {
        const double links = static_cast<double>(m_search.pairs.size());
        const double perMove = 2.0 * (links + m_count) * (1 + 2 * links / m_count);
        const double sweeps =
            std::clamp(kBudget / (perMove * m_count), 10.0, 1.0 * m_search.sweeps);
        const int rounds = static_cast<int>(sweeps);
        Dice dice(m_search.seed);
        std::vector<Point> best = m_positions;
        double bestCost = total();
        for (int round = 0; round < rounds && !stop.stop_requested(); ++round) {
            const double passed = static_cast<double>(round) / rounds;
            const bool isCold = passed > 0.85;
            const double heat =
                isCold ? 0 : m_search.heat * std::pow(kLastHeat / m_search.heat, passed / 0.85);
            const double reach = m_search.firstStep * std::pow(0.05, passed);
            for (std::uint32_t i = 0; i < m_count; ++i) {
                if (m_search.isHeld[i])
                    continue;
                if (!isCold && m_count > 2 && dice.unit() < 0.12)
                    trySwap(i, dice.below(m_count), heat, dice);
                else
                    tryMove(i, reach, heat, dice);
            }
            if (round % 8 == 7 || round == rounds - 1) {
                const double cost = total();
                if (cost < bestCost) {
                    bestCost = cost;
                    best = m_positions;
                }
                if (progress)
                    progress(passed);
            }
        }
        for (std::uint32_t i = 0; i < m_count; ++i)
            moveTo(i, best[i]);
    }

private:
    // The factor by which the picture is larger than the wanted distances, so that stress judges
    // shape alone.
    void setScale()
    {
        double squares = 0;
        double sum = 0;
        for (std::uint32_t a = 0; a < m_count; ++a) {
            for (std::uint32_t b = a + 1; b < m_count; ++b) {
                const double share = distance(m_positions[a], m_positions[b]) / m_wanted(a, b);
                squares += share * share;
                sum += share;
            }
        }
        m_scale = sum > 0 ? squares / sum : 1;
    }

    // What a node covers where it stands, kept because every test asks for it.
    struct Shape {
        PlaneBox whole;  // with half the margin
        PlaneBox mark;   // with the margin
        PlaneBox label;
    };

    void moveTo(std::uint32_t node, Point at)
    {
        const NodeExtent &extent = m_search.extents[node];
        m_positions[node] = at;
        m_shapes[node] = {extent.whole(at).grown(kMargin / 2), extent.mark(at).grown(kMargin),
                          extent.label(at)};
    }

    // The cost up to which a change is accepted: the dice are thrown first, so that a bad change is
    // given up at the first faults found.
    static double limitAbove(double before, double heat, Dice &dice)
    {
        return heat > 0 ? before - heat * std::log(1 - dice.unit()) : before;
    }

    void tryMove(std::uint32_t node, double reach, double heat, Dice &dice)
    {
        const Point from = m_positions[node];
        const double angle = 2 * std::numbers::pi * dice.unit();
        const double far = reach * std::sqrt(dice.unit());
        const double limit = limitAbove(currentCost(node), heat, dice);
        moveTo(node, from + Point{far * std::cos(angle), far * std::sin(angle)});
        if (costAround(node, limit) > limit)
            moveTo(node, from);
        else
            ++m_changes;
    }

    // Asked for again and again while nothing moves.
    double currentCost(std::uint32_t node)
    {
        if (m_knownAt[node] != m_changes) {
            m_known[node] = costAround(node, kNoLimit);
            m_knownAt[node] = m_changes;
        }
        return m_known[node];
    }

    void trySwap(std::uint32_t a, std::uint32_t b, double heat, Dice &dice)
    {
        if (a == b || m_search.isHeld[b] || m_search.anchors[a] || m_search.anchors[b])
            return;
        // What both count is the same before and after but for the link between them.
        const double before = currentCost(a) + currentCost(b);
        const double limit = limitAbove(before, heat, dice);
        const Point atA = m_positions[a];
        const Point atB = m_positions[b];
        moveTo(a, atB);
        moveTo(b, atA);
        const double after = costAround(a, limit);
        if (after <= limit && after + costAround(b, limit - after) <= limit) {
            ++m_changes;
            return;
        }
        moveTo(a, atA);
        moveTo(b, atB);
    }

    // Everything that depends on where the node stands. Once it is above the limit the rest is left
    // out: cheap tests come first.
    double costAround(std::uint32_t node, double limit) const
    {
        const Point at = m_positions[node];
        const PlaneBox &box = m_shapes[node].whole;
        double cost = outside(box);
        if (m_search.anchors[node]) {
            const double drift = distance(at, *m_search.anchors[node]);
            cost += kAnchor * drift * drift;
        }
        double stress = 0;
        for (std::uint32_t other = 0; other < m_count; ++other) {
            if (other == node)
                continue;
            const PlaneBox &otherBox = m_shapes[other].whole;
            if (box.meets(otherBox))
                cost += kOverlap + kOverlapArea * box.commonArea(otherBox);
            const double share =
                distance(at, m_positions[other]) / (m_wanted(node, other) * m_scale) - 1;
            stress += share * share;
        }
        cost += kStress * stress / m_count;
        if (cost > limit)
            return cost;
        cost += angles(node);
        for (const std::uint32_t link : m_incident[node])
            cost += courseOfLink(link, node);
        for (std::uint32_t link = 0; link < m_search.pairs.size() && cost <= limit; ++link) {
            const auto [a, b] = m_search.pairs[link];
            if (a != node && b != node)
                cost += through(link, node);
        }
        for (const std::uint32_t link : m_incident[node]) {
            if (cost > limit)
                break;
            cost += crossingsOf(link);
        }
        return cost;
    }

    double outside(const PlaneBox &box) const
    {
        const PlaneBox &room = m_search.room;
        return kOutside *
               (std::max(0.0, room.left - box.left) + std::max(0.0, room.top - box.top) +
                std::max(0.0, box.right - room.right) + std::max(0.0, box.bottom - room.bottom));
    }

    // What a fault of this pair's links counts: all parallel ones share it.
    double weightOf(std::uint32_t link) const
    {
        return 0.6 + 0.4 * std::min<int>(m_search.lanes[link], 4);
    }

    double through(std::uint32_t link, std::uint32_t node) const
    {
        const Point a = m_positions[m_search.pairs[link].first];
        const Point b = m_positions[m_search.pairs[link].second];
        const Shape &shape = m_shapes[node];
        const double fan = (m_search.lanes[link] - 1) * kLaneSpacing / 2;
        const double reach = kMargin + fan;
        if (std::max(a.x, b.x) < shape.whole.left - reach ||
            std::min(a.x, b.x) > shape.whole.right + reach ||
            std::max(a.y, b.y) < shape.whole.top - reach ||
            std::min(a.y, b.y) > shape.whole.bottom + reach)
            return 0;
        double cost = throughSegment(a, b, shape);
        if (m_search.lanes[link] > 1) {
            const Point along = b - a;
            const double far = lengthOf(along);
            const Point out = far > 0 ? Point{-along.y, along.x} * (fan / far) : Point{};
            const Point middle = (a + b) * 0.5;
            for (const Point bulge : {middle + out, middle - out})
                cost += throughSegment(a, bulge, shape) + throughSegment(bulge, b, shape);
        }
        return cost * weightOf(link);
    }

    static double throughSegment(Point a, Point b, const Shape &shape)
    {
        double cost = 0;
        if (lengthInside(a, b, shape.mark) > 0)
            cost += kThroughMark;
        if (shape.label.height() > 0 && lengthInside(a, b, shape.label) > 0)
            cost += kThroughLabel;
        return cost;
    }

    // Length, own names in the way, and the angle at the other end.
    double courseOfLink(std::uint32_t link, std::uint32_t node) const
    {
        const auto [first, second] = m_search.pairs[link];
        const Point a = m_positions[first];
        const Point b = m_positions[second];
        const double share = distance(a, b) / m_search.lengths[link];
        double cost = 0;
        if (share < 1)
            cost += kTooShort * (1 - share) * (1 - share);
        else if (share > kLong)
            cost += kTooLong * (share - kLong) * (share - kLong);
        for (const std::uint32_t end : {first, second}) {
            const PlaneBox &label = m_shapes[end].label;
            if (label.height() > 0 && lengthInside(a, b, label) > 0.05)
                cost += m_search.lengths[link] > 1 ? kNamedThroughOwnLabel : kThroughOwnLabel;
        }
        return cost + anglesAt(link, first == node ? second : first);
    }

    // With other links, and with the marks and names of other nodes.
    double crossingsOf(std::uint32_t link) const
    {
        const auto [first, second] = m_search.pairs[link];
        const Point a = m_positions[first];
        const Point b = m_positions[second];
        const double left = std::min(a.x, b.x);
        const double right = std::max(a.x, b.x);
        const double top = std::min(a.y, b.y);
        const double bottom = std::max(a.y, b.y);
        double cost = 0;
        for (std::uint32_t i = 0; i < m_search.pairs.size(); ++i) {
            const auto [c, d] = m_search.pairs[i];
            if (c == first || c == second || d == first || d == second)
                continue;
            const Point from = m_positions[c];
            const Point to = m_positions[d];
            if (std::max(from.x, to.x) < left || std::min(from.x, to.x) > right ||
                std::max(from.y, to.y) < top || std::min(from.y, to.y) > bottom)
                continue;
            if (segmentsCross(a, b, from, to))
                cost += kCrossing * weightOf(link) * weightOf(i);
        }
        for (std::uint32_t other = 0; other < m_count; ++other)
            if (other != first && other != second)
                cost += through(link, other);
        return cost;
    }

    // Links that leave a node in nearly the same direction look like one.
    double angleCost(std::uint32_t at, std::uint32_t linkA, std::uint32_t linkB) const
    {
        const Point a = m_positions[otherEnd(linkA, at)] - m_positions[at];
        const Point b = m_positions[otherEnd(linkB, at)] - m_positions[at];
        const double product = lengthOf(a) * lengthOf(b);
        if (product == 0)
            return kNarrowAngle;
        const double along = a.x * b.x + a.y * b.y;
        const double sine = std::abs(cross(a, b)) / product;
        if (along <= 0 || sine >= kNarrowest)
            return 0;
        const double lack = 1 - sine / kNarrowest;
        return kNarrowAngle * lack * lack;
    }

    double anglesAt(std::uint32_t link, std::uint32_t end) const
    {
        double cost = 0;
        for (const std::uint32_t other : m_incident[end])
            if (other != link)
                cost += angleCost(end, link, other);
        return cost;
    }

    double angles(std::uint32_t node) const
    {
        double cost = 0;
        const auto &links = m_incident[node];
        for (std::size_t i = 0; i < links.size(); ++i)
            for (std::size_t j = i + 1; j < links.size(); ++j)
                cost += angleCost(node, links[i], links[j]);
        return cost;
    }

    std::uint32_t otherEnd(std::uint32_t link, std::uint32_t node) const
    {
        const auto [a, b] = m_search.pairs[link];
        return a == node ? b : a;
    }

    const LayoutSearch &m_search;
    const WantedDistances &m_wanted;
    std::vector<Point> &m_positions;
    std::uint32_t m_count;
    std::vector<std::vector<std::uint32_t>> m_incident;
    std::vector<Shape> m_shapes;
    std::uint64_t m_changes = 1;
    std::vector<double> m_known;
    std::vector<std::uint64_t> m_knownAt;
    double m_scale = 1;
};

}  // namespace

void searchReadable(const LayoutSearch &search, const WantedDistances &wanted,
                    std::vector<Point> &positions, std::stop_token stop,
                    const LayoutProgress &progress)
{
    if (positions.size() > 1)
        Search(search, wanted, positions).run(stop, progress);
}

double readingCost(const LayoutSearch &search, const WantedDistances &wanted,
                   const std::vector<Point> &positions)
{
    std::vector<Point> copy = positions;
    return Search(search, wanted, copy).total();
}

int countCrossings(const std::vector<std::pair<std::uint32_t, std::uint32_t>> &pairs,
                   const std::vector<Point> &positions)
{
    int count = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (std::size_t j = i + 1; j < pairs.size(); ++j) {
            const auto [a, b] = pairs[i];
            const auto [c, d] = pairs[j];
            if (a != c && a != d && b != c && b != d &&
                segmentsCross(positions[a], positions[b], positions[c], positions[d]))
                ++count;
        }
    }
    return count;
}

}  // namespace dateline
