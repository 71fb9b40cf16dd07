// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/stress_layout.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numbers>
#include <queue>
#include <utility>

#include "app/network/dice.h"

namespace dateline {

namespace {

constexpr float kUnknown = std::numeric_limits<float>::max();
constexpr int kMaxRounds = 200;
constexpr int kStarts = 8;
constexpr int kStartsOfMany = 4;
constexpr std::uint32_t kFewNodes = 100;
constexpr int kDescents = 40;
constexpr double kLastStep = 0.05;  // against the weight of a link

struct PairOrder {
    std::uint16_t a = 0;
    std::uint16_t b = 0;
};

std::vector<PairOrder> shuffledPairs(std::uint32_t count, std::uint64_t seed)
{
    std::vector<PairOrder> order;
    order.reserve(static_cast<std::size_t>(count) * count / 2);
    for (std::uint32_t a = 0; a < count; ++a)
        for (std::uint32_t b = a + 1; b < count; ++b)
            order.push_back({static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b)});
    Dice dice(seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[dice.below(static_cast<std::uint32_t>(i))]);
    return order;
}

// Pair by pair to the wanted distance, by less and less of the way: finds the shape of the whole
// from any start where majorisation stays with the one that it began with.
void descendPairByPair(const WantedDistances &wanted, const std::vector<PairOrder> &order,
                       std::vector<Point> &positions, const std::stop_token &stop)
{
    double longest = 1;
    double shortest = std::numeric_limits<double>::max();
    for (std::uint32_t node = 0; node < wanted.nodeCount(); ++node) {
        for (std::uint32_t other = 0; other < node; ++other) {
            longest = std::max(longest, wanted(node, other));
            shortest = std::min(shortest, std::max(wanted(node, other), 1e-3));
        }
    }
    // The step, times a pair's weight, is its part of the way; it begins where all go the whole.
    double step = longest * longest;
    const double fall = std::pow(kLastStep * shortest * shortest / step, 1.0 / (kDescents - 1));
    for (int round = 0; round < kDescents && !stop.stop_requested(); ++round, step *= fall) {
        for (const PairOrder pair : order) {
            const double want = wanted(pair.a, pair.b);
            const double part = std::min(1.0, step / std::max(want * want, 1e-6));
            const Point away = positions[pair.a] - positions[pair.b];
            const double far = std::max(lengthOf(away), 1e-9);
            const Point move = away * (part * (far - want) / (2 * far));
            positions[pair.a] = positions[pair.a] - move;
            positions[pair.b] = positions[pair.b] + move;
        }
    }
}

}  // namespace

WantedDistances::WantedDistances(const Adjacency &graph)
    : m_count(graph.nodeCount()),
      m_distances(static_cast<std::size_t>(graph.nodeCount()) * graph.nodeCount(), kUnknown)
{
    using Reached = std::pair<float, std::uint32_t>;
    for (std::uint32_t from = 0; from < m_count; ++from) {
        float *row = m_distances.data() + static_cast<std::size_t>(from) * m_count;
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
        row[from] = 0;
        open.emplace(0.0F, from);
        while (!open.empty()) {
            const auto [far, node] = open.top();
            open.pop();
            if (far > row[node])
                continue;
            const auto neighbours = graph.of(node);
            const auto lengths = graph.weightsOf(node);
            for (std::size_t i = 0; i < neighbours.size(); ++i) {
                const float there = far + lengths[i];
                if (there < row[neighbours[i]]) {
                    row[neighbours[i]] = there;
                    open.emplace(there, neighbours[i]);
                }
            }
        }
        // Parts that are not joined are kept a little apart; packing places them.
        for (std::uint32_t to = 0; to < m_count; ++to)
            if (row[to] == kUnknown)
                row[to] = 3;
    }
}

double stressOf(const WantedDistances &wanted, const std::vector<Point> &positions)
{
    double sum = 0;
    for (std::uint32_t a = 0; a < wanted.nodeCount(); ++a) {
        for (std::uint32_t b = a + 1; b < wanted.nodeCount(); ++b) {
            const double share = distance(positions[a], positions[b]) / wanted(a, b) - 1;
            sum += share * share;
        }
    }
    return sum;
}

void majoriseStress(const WantedDistances &wanted, std::vector<Point> &positions,
                    const std::vector<std::uint8_t> &isHeld, std::stop_token stop)
{
    const std::uint32_t count = wanted.nodeCount();
    double before = stressOf(wanted, positions);
    for (int round = 0; round < kMaxRounds && !stop.stop_requested(); ++round) {
        for (std::uint32_t node = 0; node < count; ++node) {
            if (!isHeld.empty() && isHeld[node])
                continue;
            // Every other node votes for the point at the wanted distance from it, on the line
            // to here; near ones weigh more.
            Point sum;
            double weights = 0;
            for (std::uint32_t other = 0; other < count; ++other) {
                if (other == node)
                    continue;
                const double want = wanted(node, other);
                const double weight = 1 / (want * want);
                const Point away = positions[node] - positions[other];
                const double far = lengthOf(away);
                const double stretch = far > 1e-9 ? want / far : 0;
                sum = sum + (positions[other] + away * stretch) * weight;
                weights += weight;
            }
            if (weights > 0)
                positions[node] = sum * (1 / weights);
        }
        const double after = stressOf(wanted, positions);
        if (before - after < 1e-3 * before && round > 5)
            return;
        before = after;
    }
}

std::vector<Point> stressLayout(const WantedDistances &wanted, std::uint64_t seed,
                                std::stop_token stop)
{
    const std::uint32_t count = wanted.nodeCount();
    const std::vector<PairOrder> order = shuffledPairs(count, seed);
    const int starts = count <= kFewNodes ? kStarts : kStartsOfMany;
    std::vector<Point> best;
    double bestStress = 0;
    for (int start = 0; start < starts; ++start) {
        Dice dice(seed * 1'000 + static_cast<std::uint64_t>(start));
        std::vector<Point> positions(count);
        const double radius = std::sqrt(static_cast<double>(count));
        for (std::uint32_t i = 0; i < count; ++i) {
            // The first start is a circle, which shows symmetry; the others are dice.
            const double angle = 2 * std::numbers::pi * i / count;
            positions[i] =
                start == 0 ? Point{radius * std::cos(angle), radius * std::sin(angle)}
                           : Point{dice.between(-radius, radius), dice.between(-radius, radius)};
        }
        descendPairByPair(wanted, order, positions, stop);
        const double stress = stressOf(wanted, positions);
        if (best.empty() || stress < bestStress) {
            best = std::move(positions);
            bestStress = stress;
        }
        if (stop.stop_requested())
            break;
    }
    majoriseStress(wanted, best, {}, stop);
    return best;
}

}  // namespace dateline
