// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_scene_builder.h"

#include <algorithm>
#include <cmath>

#include "app/base/check.h"
#include "app/network/link_colours.h"
#include "app/network/link_curves.h"
#include "app/network/network_hit.h"
#include "app/network/network_legend.h"
#include "app/network/scene_names.h"

namespace dateline {

namespace {

constexpr double kFullMarkZoom = 0.72;     // from here on marks have their full size
constexpr double kLeastNameZoom = 0.3;     // below, only the most linked have names
constexpr std::size_t kMostNames = 400;    // more nodes than that: the same
constexpr double kPixelsPerName = 14'000;  // of the picture, among dots
constexpr std::size_t kNamesAmongDots = 40;
constexpr std::size_t kMostCurves = 1'500;
constexpr std::size_t kMostLines = 20'000;  // thin lines that may be picked; more are a mass
constexpr double kLeastCurveZoom = 0.15;
constexpr double kLeastDot = 1.5;     // pixels from its middle to its side
constexpr double kDottedShare = 0.1;  // of the picture by dots, at most
constexpr double kMarkedShare = 0.3;  // by marks, where they are too many to be read
constexpr double kUsualRadius = 14;

class Builder {
public:
    explicit Builder(const NetworkSceneRequest &request)
        : m_request(request), m_network(*request.network), m_camera(request.camera),
          m_colours(*request.snapshot->relations),
          m_scale(std::clamp(m_camera.zoom / kFullMarkZoom, 0.1, 1.0))
    {
        m_scene.width = m_camera.width;
        m_scene.height = m_camera.height;
    }

    NetworkScene build()
    {
        addHulls();
        addColumns();
        if (m_request.only) {
            addPart();
        } else {
            addNodes();
            addLinks();
        }
        const bool isReadable =
            m_camera.zoom >= kLeastNameZoom && m_scene.nodes.size() <= kMostNames;
        SceneNames names(m_request, m_scene,
                         isReadable ? SceneNames::Among::Few : SceneNames::Among::Crowd);
        if (isReadable) {
            names.addNodeNames(m_scene.nodes.size());
            names.addLinkNames();
        } else {
            names.addNodeNames(std::max(
                kNamesAmongDots,
                static_cast<std::size_t>(m_scene.width * m_scene.height / kPixelsPerName)));
        }
        names.addHullNames();
        cutLinks();
        m_scene.hasCrowd = m_scene.mass != nullptr || m_scene.nodes.size() > kMostNames;
        if (m_request.withLegend)
            addNetworkLegend(m_request, m_scene);
        return std::move(m_scene);
    }

private:
    bool isDimmed(std::uint32_t node) const
    {
        return !m_request.isDimmedNode.empty() && m_request.isDimmedNode[node];
    }

    SceneNode nodeAt(std::uint32_t i) const
    {
        SceneNode node;
        node.node = i;
        node.at = m_camera.toPixel(m_request.positions[i]);
        node.radius = static_cast<float>(
            std::max(m_leastDot, nodeRadius(m_network, i, m_request.sizing) * m_scale));
        node.shape = m_network.nodes()[i].shape;
        node.isDimmed = isDimmed(i);
        node.isPinned = !m_request.isPinned.empty() && m_request.isPinned[i];
        return node;
    }

    std::uint16_t numberOfKind(const std::string &kind)
    {
        auto &kinds = m_scene.actorKinds;
        const auto found = std::find(kinds.begin(), kinds.end(), kind);
        if (found != kinds.end())
            return static_cast<std::uint16_t>(found - kinds.begin());
        kinds.push_back(kind);
        return static_cast<std::uint16_t>(kinds.size() - 1);
    }

    void addNode(SceneNode node)
    {
        node.kind =
            numberOfKind(m_request.snapshot->actor(m_network.nodes()[node.node].actor).kind);
        m_scene.nodes.push_back(node);
    }

    void addHulls()
    {
        constexpr double kMargin = 26;
        for (const CommunityHull &hull : m_request.hulls) {
            SceneHull drawn;
            drawn.colour = hull.colour;
            drawn.name = hull.name;
            drawn.margin = kMargin * std::max(0.35, m_scale);
            PlaneBox box;
            for (const Point corner : hull.corners) {
                const Point at = m_camera.toPixel(corner);
                const PlaneBox point{at.x, at.y, at.x, at.y};
                box = drawn.corners.empty() ? point : box.united(point);
                drawn.corners.push_back(at);
            }
            drawn.nameAt = {box.centre().x, box.top - drawn.margin};
            if (box.grown(drawn.margin).meets({0, 0, m_camera.width, m_camera.height}))
                m_scene.hulls.push_back(std::move(drawn));
        }
    }

    // Labels stay at the upper edge, whatever part of the columns is in view; what has no room
    // beside the one before has none.
    void addColumns()
    {
        const double height = columnLabelHeight(m_request.measure);
        const double bottom =
            m_camera.height - (m_request.withLegend ? legendHeight(m_request.measure) : 0);
        double taken = 0;
        for (std::size_t i = 0; i < m_request.columns.size(); ++i) {
            const LabelledColumn &column = m_request.columns[i];
            const double left = m_camera.toPixel({column.left, 0}).x;
            const double right = m_camera.toPixel({column.right, 0}).x;
            if (i > 0) {
                const double before = m_camera.toPixel({m_request.columns[i - 1].right, 0}).x;
                const double x = (before + left) / 2;
                if (x > 0 && x < m_camera.width)
                    m_scene.rules.push_back({{x, height}, {x, bottom}, 0, kDerivedColour, false});
            }
            const double width = m_request.measure.width(column.label, NetworkFont::Small) + 6;
            const double from = (left + right - width) / 2;
            if (from < taken || from + width > m_camera.width)
                continue;
            taken = from + width + 4;
            NetworkText text;
            text.text = column.label;
            text.box = {from, 2, from + width, height - 2};
            text.style = SceneTextStyle::Column;
            text.hasGround = true;
            m_scene.texts.push_back(std::move(text));
        }
    }

    void addNodes()
    {
        const std::uint32_t count = m_network.nodeCount();
        m_at.resize(count);
        m_isNear.assign(count, 0);
        m_isLeftOut.assign(m_request.leftOutNodes.empty() ? 0 : count, 0);
        for (const std::uint32_t node : m_request.leftOutNodes)
            m_isLeftOut[node] = 1;
        constexpr double kMostRadius = 18 + 4;  // of a mark, and some air
        const PlaneBox picture = PlaneBox{0, 0, m_camera.width, m_camera.height}.grown(kMostRadius);
        std::vector<std::uint32_t> seen;
        for (std::uint32_t i = 0; i < count; ++i) {
            const Point at = m_camera.toPixel(m_request.positions[i]);
            m_at[i] = {static_cast<float>(at.x), static_cast<float>(at.y)};
            if (picture.contains(at) && !isLeftOut(i))
                seen.push_back(i);
        }
        // Marks that are too many to be read leave ground between them.
        const double room = m_camera.width * m_camera.height /
                            (4 * static_cast<double>(std::max<std::size_t>(1, seen.size())));
        m_leastDot = std::clamp(std::sqrt(kDottedShare * room), 0.6, kLeastDot);
        if (seen.size() > kMostNames)
            m_scale = std::min(m_scale, std::sqrt(kMarkedShare * room) / kUsualRadius);
        for (const std::uint32_t i : seen) {
            const SceneNode node = nodeAt(i);
            if (!PlaneBox{0, 0, m_camera.width, m_camera.height}
                     .grown(node.radius + 4.0)
                     .contains(node.at))
                continue;
            m_isNear[i] = 1;
            addNode(node);
        }
    }

    bool isLeftOut(std::uint32_t node) const { return !m_isLeftOut.empty() && m_isLeftOut[node]; }

    bool isInView(const NetworkLink &link) const
    {
        const PixelPoint a = m_at[link.from];
        const PixelPoint b = m_at[link.to];
        return std::max(a.x, b.x) >= 0 && std::min(a.x, b.x) <= static_cast<float>(m_scene.width) &&
               std::max(a.y, b.y) >= 0 &&
               std::min(a.y, b.y) <= static_cast<float>(m_scene.height) &&
               !(isLeftOut(link.from) || isLeftOut(link.to));
    }
    bool isNear(const NetworkLink &link) const { return m_isNear[link.from] | m_isNear[link.to]; }

    void addLinks()
    {
        std::size_t inView = 0;
        std::size_t near = 0;
        const bool isClose = m_camera.zoom >= kLeastCurveZoom;
        for (const NetworkLink &link : m_network.links()) {
            if (!isInView(link))
                continue;
            ++inView;
            near += isNear(link) ? 1u : 0u;
            // Then they are a mass, however many more there are.
            if (inView > kMostLines && (near > kMostCurves || !isClose))
                break;
        }
        if (inView <= kMostCurves && isClose) {
            addCurves([this](const NetworkLink &link) { return isInView(link); });
        } else if (near <= kMostCurves && isClose) {
            addCurves([this](const NetworkLink &link) { return isNear(link) && isInView(link); });
            for (std::uint32_t i = 0; i < m_isNear.size(); ++i)
                if (isLeftOut(i))
                    m_isNear[i] = 1;
            addMass(m_isNear);
        } else if (inView <= kMostLines) {
            addLines();
        } else {
            addMass(m_isLeftOut);
        }
    }

    void addMass(std::span<const std::uint8_t> isSkipped)
    {
        LinkMassRequest request;
        LinkGroups made;
        request.groups = m_request.groups;
        if (!request.groups) {
            made = groupLinks(*m_request.snapshot, m_network, m_request.isDimmedNode);
            request.groups = &made;
        }
        request.at = m_at;
        request.isSkipped = isSkipped;
        request.width = m_scene.width;
        request.height = m_scene.height;
        request.scale = m_request.pixelScale;
        request.everyNth = m_request.everyNthLink;
        WorkerTeam team(m_request.threads);
        m_scene.mass = std::make_shared<const LinkMass>(rasterLinks(request, team, m_request.stop));
    }

    float widthOf(const NetworkLink &link) const
    {
        double width = 1.1;
        if (link.origin == LinkOrigin::SharedEvents || link.origin == LinkOrigin::Quotation)
            width = 0.9 + 0.35 * std::log2(std::max(1u, link.weight));
        else if (!link.isBelonging)
            width = 1.4 + 0.55 * std::min(link.sources, 4u);
        return static_cast<float>(std::min(width, 3.6) *
                                  std::clamp(m_camera.zoom / 0.6, 0.45, 1.0));
    }

    bool isLinkDimmed(const NetworkLink &link) const
    {
        return isDimmed(link.from) || isDimmed(link.to);
    }

    // Grey ones first, so that the relations lie above them.
    template <typename IsWanted>
    void addCurves(IsWanted isWanted)
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < m_network.linkCount(); ++i)
            if (isWanted(m_network.links()[i]))
                order.push_back(i);
        addCurves(std::move(order));
    }

    void addCurves(std::vector<std::uint32_t> order)
    {
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_colours.of(m_network.links()[a]) > m_colours.of(m_network.links()[b]);
        });
        for (const std::uint32_t number : order) {
            const NetworkLink &link = m_network.links()[number];
            SceneLink drawn;
            drawn.link = number;
            drawn.colour = m_colours.of(link);
            drawn.certainty = link.certainty;
            drawn.width = widthOf(link);
            drawn.isDimmed = isLinkDimmed(link);
            drawn.whole = curveBetween(nodeAt(link.from), nodeAt(link.to), link, m_camera.zoom);
            drawn.hasArrow = link.isDirected && !link.isBelonging && m_camera.zoom >= 0.25;
            if (drawn.hasArrow)
                addArrow(drawn);
            m_scene.links.push_back(drawn);
        }
    }

    // The line ends where the arrow's base is, so that a thick one does not show beside the tip.
    static void addArrow(SceneLink &link)
    {
        const double length = lengthOf(link.whole);
        const double head = std::min(6.0 + 1.6 * link.width, length * 0.6);
        const double t = length > 0 ? 1 - head / length : 0;
        link.arrowTip = link.whole.to;
        link.arrowFrom = pointOn(link.whole, t);
    }

    void addLine(std::uint32_t number)
    {
        const NetworkLink &link = m_network.links()[number];
        m_scene.lines.push_back({m_camera.toPixel(m_request.positions[link.from]),
                                 m_camera.toPixel(m_request.positions[link.to]), number,
                                 m_colours.of(link), isLinkDimmed(link)});
    }

    void addLines()
    {
        for (std::uint32_t i = 0; i < m_network.linkCount(); ++i)
            if (isInView(m_network.links()[i]))
                addLine(i);
        sortLines();
    }

    void sortLines()
    {
        std::stable_sort(m_scene.lines.begin(), m_scene.lines.end(),
                         [](const NetworkLine &a, const NetworkLine &b) {
                             return a.colour != b.colour ? a.colour > b.colour
                                                         : a.isDimmed > b.isDimmed;
                         });
    }

    // A few marks and links of a graph, whatever its size.
    void addPart()
    {
        const NetworkPart &part = *m_request.only;
        const PlaneBox picture{0, 0, m_camera.width, m_camera.height};
        for (const std::uint32_t i : part.nodes) {
            const SceneNode node = nodeAt(i);
            if (picture.grown(node.radius + 4.0).contains(node.at))
                addNode(node);
        }
        if (part.links.size() <= kMostCurves && m_camera.zoom >= kLeastCurveZoom) {
            addCurves(part.links);
            return;
        }
        for (const std::uint32_t link : part.links)
            addLine(link);
        sortLines();
    }

    void cutLinks()
    {
        std::vector<PlaneBox> boxes;
        for (const NetworkText &text : m_scene.texts)
            boxes.push_back(text.box.grown(1));
        for (SceneLink &link : m_scene.links) {
            SceneCurve curve = link.whole;
            if (link.hasArrow) {
                const double length = lengthOf(curve);
                const double head = distance(link.arrowFrom, link.arrowTip);
                curve = partOf(curve, 0, length > 0 ? std::max(0.0, 1 - head / length) : 0);
            }
            link.firstPiece = static_cast<std::uint32_t>(m_scene.pieces.size());
            addPiecesOutside(curve, boxes, m_scene.pieces);
            link.lastPiece = static_cast<std::uint32_t>(m_scene.pieces.size());
        }
    }

    const NetworkSceneRequest &m_request;
    const Network &m_network;
    const NetworkCamera &m_camera;
    LinkColours m_colours;
    double m_scale;
    double m_leastDot = kLeastDot;
    NetworkScene m_scene;
    std::vector<PixelPoint> m_at;  // of all nodes
    std::vector<std::uint8_t> m_isNear;
    std::vector<std::uint8_t> m_isLeftOut;  // empty: none is
};

}  // namespace

double columnLabelHeight(const NetworkMeasure &measure)
{
    return measure.smallHeight + 8;
}

NetworkScene buildNetworkScene(const NetworkSceneRequest &request)
{
    DL_CHECK(request.snapshot && request.network);
    DL_CHECK(request.positions.size() == request.network->nodeCount());
    return Builder(request).build();
}

}  // namespace dateline
