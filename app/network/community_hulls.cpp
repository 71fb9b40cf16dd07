// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/community_hulls.h"

#include <algorithm>
#include <unordered_map>

#include "app/base/check.h"

namespace dateline {

namespace {

constexpr double kKeptShare = 0.9;    // of the members, nearest to their middle
constexpr double kFarAway = 2.5;      // times the distance of the one at that share: stays outside
constexpr std::uint8_t kColours = 7;  // categories of a theme

// Andrew's monotone chain; clockwise where y points down.
std::vector<Point> convexHull(std::vector<Point> points)
{
    std::sort(points.begin(), points.end(),
              [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3)
        return points;
    std::vector<Point> hull;
    const auto add = [&hull](Point point, std::size_t least) {
        while (hull.size() > least &&
               cross(hull.back() - hull[hull.size() - 2], point - hull.back()) <= 0)
            hull.pop_back();
        hull.push_back(point);
    };
    for (const Point point : points)
        add(point, 1);
    const std::size_t upper = hull.size();
    for (std::size_t i = points.size() - 1; i-- > 0;)
        add(points[i], upper);
    hull.pop_back();
    return hull;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Without those who stand far away.
std::vector<Point> gathered(const std::vector<Point> &members)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const Point member : members) {
        xs.push_back(member.x);
        ys.push_back(member.y);
    }
    const Point middle{median(std::move(xs)), median(std::move(ys))};
    std::vector<double> away;
    for (const Point member : members)
        away.push_back(distance(member, middle));
    std::sort(away.begin(), away.end());
    const auto at = static_cast<std::size_t>(kKeptShare * static_cast<double>(away.size() - 1));
    const double limit = away[at] * kFarAway;
    std::vector<Point> kept;
    for (const Point member : members)
        if (distance(member, middle) <= limit)
            kept.push_back(member);
    return kept;
}

// What is said of each community by its inner links, in one pass over them.
struct Inside {
    std::uint32_t central = Network::kNone;
    std::uint32_t centralLinks = 0;
    std::uint32_t links = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> kinds;  // of relations
};

std::vector<Inside> lookInside(const Network &network, const Communities &communities)
{
    std::vector<Inside> all(communities.count);
    std::vector<std::uint32_t> inner(network.nodeCount(), 0);
    for (const NetworkLink &link : network.links()) {
        const std::uint32_t community = communities.ofNode[link.from];
        if (community != communities.ofNode[link.to])
            continue;
        ++inner[link.from];
        ++inner[link.to];
        Inside &inside = all[community];
        ++inside.links;
        if (link.origin == LinkOrigin::Relation && !link.isBelonging)
            ++inside.kinds[link.kind];
    }
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node) {
        Inside &inside = all[communities.ofNode[node]];
        if (inside.central == Network::kNone || inner[node] > inside.centralLinks) {
            inside.central = node;
            inside.centralLinks = inner[node];
        }
    }
    return all;
}

std::string nameOf(const Snapshot &snapshot, const Network &network, const Inside &inside)
{
    if (inside.central == Network::kNone)
        return {};
    std::string name = snapshot.actor(network.nodes()[inside.central].actor).name;
    for (const auto &[kind, count] : inside.kinds)
        if (count * 2 > inside.links && kind != 0)
            name += " · " + snapshot.relations->kindWords().word(kind);
    return name;
}

}  // namespace

std::vector<CommunityHull> communityHulls(const Snapshot &snapshot, const Network &network,
                                          const Communities &communities,
                                          std::span<const Point> positions)
{
    DL_CHECK(communities.ofNode.size() == network.nodeCount());
    DL_CHECK(positions.size() == network.nodeCount());
    std::vector<std::vector<std::uint32_t>> members(communities.count);
    for (std::uint32_t node = 0; node < network.nodeCount(); ++node)
        members[communities.ofNode[node]].push_back(node);
    std::vector<std::uint32_t> order;
    for (std::uint32_t community = 0; community < communities.count; ++community)
        if (members[community].size() >= kLeastHullMembers)
            order.push_back(community);
    std::stable_sort(order.begin(), order.end(), [&members](std::uint32_t a, std::uint32_t b) {
        return members[a].size() > members[b].size();
    });
    order.resize(std::min(order.size(), kMostHulls));
    const std::vector<Inside> inside = lookInside(network, communities);
    std::vector<CommunityHull> hulls;
    for (const std::uint32_t community : order) {
        std::vector<Point> places;
        for (const std::uint32_t node : members[community])
            places.push_back(positions[node]);
        CommunityHull hull;
        hull.corners = convexHull(gathered(places));
        hull.community = community;
        hull.members = static_cast<std::uint32_t>(members[community].size());
        hull.colour = static_cast<std::uint8_t>(hulls.size() % kColours);
        hull.name = nameOf(snapshot, network, inside[community]);
        hulls.push_back(std::move(hull));
    }
    return hulls;
}

}  // namespace dateline
