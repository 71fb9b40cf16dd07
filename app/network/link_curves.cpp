// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/link_curves.h"

#include <numbers>

#include "app/network/network_hit.h"

namespace dateline {

namespace {

constexpr double kGapAtMark = 2;
constexpr double kEndSpacing = 4.5;  // pixels between parallel links, at the marks
constexpr double kLeastPiece = 3;

// The edge of a regular polygon with a corner at the given angle.
double polygonEdge(int corners, double firstCorner, double radius, double angle)
{
    const double sector = 2 * std::numbers::pi / corners;
    double within = std::fmod(angle - firstCorner, sector);
    if (within < 0)
        within += sector;
    return radius * std::cos(sector / 2) / std::cos(within - sector / 2);
}

// Where the curve, from its given end, leaves the mark: by halving, edges are convex.
double leaveAt(const SceneCurve &curve, const SceneNode &mark, bool isFromBegin)
{
    const auto isInside = [&](double t) {
        const Point away = pointOn(curve, isFromBegin ? t : 1 - t) - mark.at;
        const double far = lengthOf(away);
        return far < 1e-6 || far < edgeOf(mark.shape, mark.radius, away) + kGapAtMark;
    };
    double inside = 0;
    double outside = 0.5;
    if (isInside(outside))
        return outside;  // the marks overlap
    for (int i = 0; i < 20; ++i) {
        const double middle = (inside + outside) / 2;
        (isInside(middle) ? inside : outside) = middle;
    }
    return outside;
}

// Parameters at which one coordinate of the curve takes the value, appended.
void addRoots(double from, double control, double to, double value, std::vector<double> &roots)
{
    const double a = from - 2 * control + to;
    const double b = 2 * (control - from);
    const double c = from - value;
    if (std::abs(a) < 1e-9) {
        if (std::abs(b) > 1e-9)
            roots.push_back(-c / b);
        return;
    }
    const double root = b * b - 4 * a * c;
    if (root < 0)
        return;
    roots.push_back((-b + std::sqrt(root)) / (2 * a));
    roots.push_back((-b - std::sqrt(root)) / (2 * a));
}

PlaneBox hullOf(const SceneCurve &curve)
{
    return {std::min({curve.from.x, curve.control.x, curve.to.x}),
            std::min({curve.from.y, curve.control.y, curve.to.y}),
            std::max({curve.from.x, curve.control.x, curve.to.x}),
            std::max({curve.from.y, curve.control.y, curve.to.y})};
}

// The parameters between which the curve is inside the box, appended as [begin, end] pairs.
void addInside(const SceneCurve &curve, const PlaneBox &box,
               std::vector<std::pair<double, double>> &inside)
{
    if (!hullOf(curve).grown(0.5).meets(box))
        return;
    std::vector<double> roots{0, 1};
    addRoots(curve.from.x, curve.control.x, curve.to.x, box.left, roots);
    addRoots(curve.from.x, curve.control.x, curve.to.x, box.right, roots);
    addRoots(curve.from.y, curve.control.y, curve.to.y, box.top, roots);
    addRoots(curve.from.y, curve.control.y, curve.to.y, box.bottom, roots);
    std::erase_if(roots, [](double t) { return t < 0 || t > 1; });
    std::sort(roots.begin(), roots.end());
    for (std::size_t i = 1; i < roots.size(); ++i)
        if (box.contains(pointOn(curve, (roots[i - 1] + roots[i]) / 2)))
            inside.emplace_back(roots[i - 1], roots[i]);
}

}  // namespace

double edgeOf(NodeShape shape, double radius, Point direction)
{
    const double angle = std::atan2(direction.y, direction.x);
    constexpr double kPi = std::numbers::pi;
    switch (shape) {
    case NodeShape::Circle:
        return radius;
    case NodeShape::DoubleCircle:
        return radius;
    case NodeShape::Square:
        return polygonEdge(4, kPi / 4, radius * 0.92 * std::numbers::sqrt2, angle);
    case NodeShape::Hexagon:
        return polygonEdge(6, 0, radius, angle);
    case NodeShape::Diamond:
        return polygonEdge(4, 0, radius, angle);
    case NodeShape::Triangle:
        return polygonEdge(3, -kPi / 2, radius, angle);
    case NodeShape::Pentagon:
        return polygonEdge(5, -kPi / 2, radius, angle);
    }
    return radius;
}

SceneCurve curveBetween(const SceneNode &from, const SceneNode &to, const NetworkLink &link,
                        double zoom)
{
    const Point along = to.at - from.at;
    const double far = lengthOf(along);
    const double lane = link.lane - (link.laneCount - 1) / 2.0;
    // The middle of the curve is half as far out as its control point.
    const double spacing =
        2 * std::min(kLaneSpacing * kPixelsPerUnit * std::clamp(zoom / 0.8, 0.1, 1.0), 0.2 * far);
    const double bend = (link.from < link.to ? 1 : -1) * lane * spacing;
    const Point across = far > 0 ? Point{-along.y / far, along.x / far} : Point{};
    // Arrow heads side by side, as far as the smaller mark is wide.
    const double side = (link.from < link.to ? 1 : -1) *
                        std::clamp(lane * kEndSpacing, -0.6 * std::min(from.radius, to.radius),
                                   0.6 * std::min(from.radius, to.radius));
    const SceneCurve whole{from.at + across * side, (from.at + to.at) * 0.5 + across * bend,
                           to.at + across * side};
    return partOf(whole, leaveAt(whole, from, true), 1 - leaveAt(whole, to, false));
}

SceneCurve partOf(const SceneCurve &curve, double begin, double end)
{
    // The control point of a part is where its end tangents meet (de Casteljau, blossomed).
    const auto blossom = [&curve](double s, double t) {
        return curve.from * ((1 - s) * (1 - t)) + curve.control * (s * (1 - t) + t * (1 - s)) +
               curve.to * (s * t);
    };
    return {blossom(begin, begin), blossom(begin, end), blossom(end, end)};
}

void addPiecesOutside(const SceneCurve &curve, std::span<const PlaneBox> boxes,
                      std::vector<SceneCurve> &pieces)
{
    std::vector<std::pair<double, double>> inside;
    for (const PlaneBox &box : boxes)
        addInside(curve, box, inside);
    if (inside.empty()) {
        pieces.push_back(curve);
        return;
    }
    std::sort(inside.begin(), inside.end());
    const auto add = [&](double begin, double end) {
        if (end <= begin)
            return;
        const SceneCurve piece = partOf(curve, begin, end);
        if (lengthOf(piece) >= kLeastPiece)
            pieces.push_back(piece);
    };
    double at = 0;
    for (const auto &[begin, end] : inside) {
        add(at, begin);
        at = std::max(at, end);
    }
    add(at, 1);
}

bool meets(const SceneCurve &curve, const PlaneBox &box)
{
    std::vector<std::pair<double, double>> inside;
    addInside(curve, box, inside);
    return !inside.empty();
}

double lengthOf(const SceneCurve &curve)
{
    const double chord = distance(curve.from, curve.to);
    const double hull = distance(curve.from, curve.control) + distance(curve.control, curve.to);
    return (2 * chord + hull) / 3;
}

}  // namespace dateline
