// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_scene_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "app/base/check.h"
#include "app/network/link_curves.h"
#include "app/network/network_hit.h"
#include "app/network/network_legend.h"
#include "app/network/occupied_room.h"

namespace dateline {

namespace {

constexpr double kFullMarkZoom = 0.72;   // from here on marks have their full size
constexpr double kLeastNameZoom = 0.3;   // below, only the most linked have names
constexpr std::size_t kMostNames = 400;  // more nodes than that: the same
constexpr std::size_t kNamesAmongDots = 40;
constexpr std::size_t kMostCurves = 1'500;
constexpr double kNameMargin = 2;  // pixels kept free around a name

class Builder {
public:
    explicit Builder(const NetworkSceneRequest &request)
        : m_request(request), m_network(*request.network), m_camera(request.camera),
          m_room(request.camera.width, request.camera.height)
    {
        m_scene.width = m_camera.width;
        m_scene.height = m_camera.height;
        m_bottom = m_camera.height - (request.withLegend ? legendHeight(request.measure) : 0);
    }

    NetworkScene build()
    {
        addNodes();
        const bool isReadable =
            m_camera.zoom >= kLeastNameZoom && m_scene.nodes.size() <= kMostNames;
        if (countLinksInView() <= kMostCurves && m_camera.zoom >= 0.15)
            addCurves();
        else
            addLines();
        if (isReadable) {
            addNames(m_scene.nodes.size());
            addLinkNames();
        } else {
            m_isCrowd = true;
            addNames(kNamesAmongDots);
        }
        cutLinks();
        if (m_request.withLegend)
            addNetworkLegend(m_request, m_scene);
        return std::move(m_scene);
    }

private:
    bool isDimmed(std::uint32_t node) const
    {
        return !m_request.isDimmedNode.empty() && m_request.isDimmedNode[node];
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

    void addNodes()
    {
        const auto radii = nodeRadii(m_network, m_request.sizing);
        const double scale = std::clamp(m_camera.zoom / kFullMarkZoom, 0.1, 1.0);
        m_all.resize(m_network.nodeCount());
        const PlaneBox picture{0, 0, m_camera.width, m_camera.height};
        for (std::uint32_t i = 0; i < m_network.nodeCount(); ++i) {
            SceneNode &node = m_all[i];
            node.node = i;
            node.at = m_camera.toPixel(m_request.positions[i]);
            node.radius = static_cast<float>(std::max(1.5, radii[i] * scale));
            node.shape = m_network.nodes()[i].shape;
            node.isDimmed = isDimmed(i);
            node.isPinned = !m_request.isPinned.empty() && m_request.isPinned[i];
            if (!picture.grown(node.radius + 4.0).contains(node.at))
                continue;
            node.kind = numberOfKind(m_request.snapshot->actor(m_network.nodes()[i].actor).kind);
            m_scene.nodes.push_back(node);
        }
    }

    bool isInView(const NetworkLink &link) const
    {
        const Point a = m_all[link.from].at;
        const Point b = m_all[link.to].at;
        return std::max(a.x, b.x) >= 0 && std::min(a.x, b.x) <= m_camera.width &&
               std::max(a.y, b.y) >= 0 && std::min(a.y, b.y) <= m_camera.height;
    }

    std::size_t countLinksInView() const
    {
        std::size_t count = 0;
        for (const NetworkLink &link : m_network.links())
            count += isInView(link) ? 1u : 0u;
        return count;
    }

    std::uint8_t colourOf(const NetworkLink &link) const
    {
        if (link.isBelonging)
            return kBelongingColour;
        if (link.origin != LinkOrigin::Relation)
            return kDerivedColour;
        return relationColour(*m_request.snapshot->relations, link.kind);
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
    void addCurves()
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < m_network.linkCount(); ++i)
            if (isInView(m_network.links()[i]))
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return colourOf(m_network.links()[a]) > colourOf(m_network.links()[b]);
        });
        for (const std::uint32_t number : order) {
            const NetworkLink &link = m_network.links()[number];
            SceneLink drawn;
            drawn.link = number;
            drawn.colour = colourOf(link);
            drawn.certainty = link.certainty;
            drawn.width = widthOf(link);
            drawn.isDimmed = isLinkDimmed(link);
            drawn.whole = curveBetween(m_all[link.from], m_all[link.to], link, m_camera.zoom);
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

    // So many that only their mass is seen.
    void addLines()
    {
        for (std::uint32_t i = 0; i < m_network.linkCount(); ++i) {
            const NetworkLink &link = m_network.links()[i];
            if (isInView(link))
                m_scene.lines.push_back({m_all[link.from].at, m_all[link.to].at, i, colourOf(link),
                                         isLinkDimmed(link)});
        }
        std::stable_sort(m_scene.lines.begin(), m_scene.lines.end(),
                         [](const NetworkLine &a, const NetworkLine &b) {
                             return a.colour != b.colour ? a.colour > b.colour
                                                         : a.isDimmed > b.isDimmed;
                         });
    }

    // The most linked first. Names of so many nodes keep clear of each other's marks; in a crowd
    // they may cover those of the nodes without a name.
    void addNames(std::size_t most)
    {
        std::vector<std::uint32_t> order(m_scene.nodes.size());
        std::iota(order.begin(), order.end(), 0u);
        most = std::min(most, order.size());
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most),
                          order.end(), [this](std::uint32_t a, std::uint32_t b) {
                              const SceneNode &first = m_scene.nodes[a];
                              const SceneNode &second = m_scene.nodes[b];
                              if (first.isDimmed != second.isDimmed)
                                  return second.isDimmed;
                              const std::size_t links = m_network.linksOf(first.node).size();
                              const std::size_t others = m_network.linksOf(second.node).size();
                              return links != others ? links > others : a < b;
                          });
        order.resize(most);
        const auto takeRoom = [this](const SceneNode &node) {
            m_room.add(PlaneBox::around(node.at, node.radius + 1.0, node.radius + 1.0), node.node);
        };
        if (!m_isCrowd)
            std::for_each(m_scene.nodes.begin(), m_scene.nodes.end(), takeRoom);
        for (const std::uint32_t number : order) {
            if (m_isCrowd)
                takeRoom(m_scene.nodes[number]);
            addName(m_scene.nodes[number]);
        }
    }

    void addName(const SceneNode &node)
    {
        NodeLabel label = labelOf(*m_request.snapshot, m_network.nodes()[node.node].actor,
                                  m_request.asOf, m_request.measure);
        if (placeName(node, label) || label.second.empty())
            return;
        label.second.clear();
        label.width = 0;
        for (const std::string &line : label.name)
            label.width = std::max(label.width, m_request.measure.width(line, NetworkFont::Name));
        label.height -= m_request.measure.smallHeight;
        placeName(node, label);
    }

    // Below the mark as in the layout; where that is taken, beside or above it.
    bool placeName(const SceneNode &node, const NodeLabel &label)
    {
        const double w = label.width;
        const double h = label.height;
        const double r = node.radius + kLabelGap;
        const Point at = node.at;
        const double inside = std::clamp(at.x - w / 2, 3.0, std::max(3.0, m_camera.width - w - 3));
        const std::array<Point, 5> corners{{{at.x - w / 2, at.y + r},
                                            {inside, at.y + r},
                                            {at.x + r + 2, at.y - h / 2},
                                            {at.x - r - 2 - w, at.y - h / 2},
                                            {at.x - w / 2, at.y - r - h}}};
        const PlaneBox picture{0, 0, m_camera.width, m_bottom};
        for (const Point corner : corners) {
            const PlaneBox box{corner.x, corner.y, corner.x + w, corner.y + h};
            if (!picture.contains(box) || box.right < at.x - r - 3 || box.left > at.x + r + 3 ||
                !m_room.isFree(box.grown(kNameMargin), node.node))
                continue;
            addNameLines(node, label, box);
            return true;
        }
        return false;
    }

    void addNameLines(const SceneNode &node, const NodeLabel &label, const PlaneBox &box)
    {
        double top = box.top;
        const auto add = [&](const std::string &text, NetworkFont font, SceneTextStyle style) {
            const double width = m_request.measure.width(text, font);
            const double height = m_request.measure.height(font);
            const double left = box.centre().x - width / 2;
            m_room.add({left, top, left + width, top + height});
            m_scene.texts.push_back({text,
                                     {left, top, left + width, top + height},
                                     style,
                                     kDerivedColour,
                                     node.node,
                                     node.isDimmed,
                                     m_isCrowd});
            top += height;
        };
        for (const std::string &line : label.name)
            add(line, NetworkFont::Name, SceneTextStyle::Name);
        if (!label.second.empty())
            add(label.second, NetworkFont::Small, SceneTextStyle::Second);
    }

    // The widest links first: they rest on most sources.
    void addLinkNames()
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < m_scene.links.size(); ++i)
            if (m_scene.links[i].colour < kRelationColours)
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_scene.links[a].width > m_scene.links[b].width;
        });
        for (const std::uint32_t number : order) {
            const SceneLink &link = m_scene.links[number];
            const std::string &word =
                m_request.snapshot->relations->kindWords().word(m_network.links()[link.link].kind);
            if (!word.empty() && !placeLinkName(link, word))
                placeLinkName(link, word.substr(0, firstLetter(word)));
        }
    }

    static std::size_t firstLetter(const std::string &word)
    {
        std::size_t length = 1;
        while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80)
            ++length;
        return length;
    }

    // On the curve, at the place where the fewest other links run below it.
    bool placeLinkName(const SceneLink &link, const std::string &text)
    {
        const double w = m_request.measure.width(text, NetworkFont::Small) + 6;
        const double h = m_request.measure.smallHeight;
        if (lengthOf(link.whole) < w * 0.8 + 34)
            return false;
        static constexpr std::array<double, 7> kPlaces{0.5, 0.44, 0.56, 0.37, 0.63, 0.3, 0.7};
        PlaneBox best;
        int bestCrossed = -1;
        for (const double t : kPlaces) {
            const PlaneBox box = PlaneBox::around(pointOn(link.whole, t), w / 2, h / 2);
            if (box.left < 2 || box.top < 2 || box.right > m_camera.width - 2 ||
                box.bottom > m_bottom || !m_room.isFree(box.grown(1)))
                continue;
            int crossed = 0;
            for (const SceneLink &other : m_scene.links)
                if (other.link != link.link && meets(other.whole, box))
                    ++crossed;
            if (bestCrossed < 0 || crossed < bestCrossed) {
                best = box;
                bestCrossed = crossed;
            }
            if (crossed == 0)
                break;
        }
        if (bestCrossed < 0)
            return false;
        m_room.add(best);
        m_scene.texts.push_back(
            {text, best, SceneTextStyle::LinkName, link.colour, UINT32_MAX, link.isDimmed});
        return true;
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
    NetworkScene m_scene;
    std::vector<SceneNode> m_all;
    OccupiedRoom m_room;
    bool m_isCrowd = false;
    double m_bottom = 0;
};

}  // namespace

std::uint8_t relationColour(const RelationColumns &relations, std::uint32_t kind)
{
    const Vocabulary &words = relations.kindWords();
    if (kind == 0 || isBelongingKind(words.word(kind)))
        return kBelongingColour;
    std::uint32_t rank = 0;
    for (std::uint32_t i = 1; i < kind; ++i)
        rank += isBelongingKind(words.word(i)) ? 0u : 1u;
    return static_cast<std::uint8_t>(rank % kRelationColours);
}

NetworkScene buildNetworkScene(const NetworkSceneRequest &request)
{
    DL_CHECK(request.snapshot && request.network);
    DL_CHECK(request.positions.size() == request.network->nodeCount());
    return Builder(request).build();
}

NetworkScene buildNetworkOverlay(const NetworkScene &scene, std::span<const std::uint32_t> nodes,
                                 std::span<const std::uint32_t> links, OverlayStyle style)
{
    const auto has = [](std::span<const std::uint32_t> list, std::uint32_t number) {
        return std::find(list.begin(), list.end(), number) != list.end();
    };
    NetworkScene overlay;
    overlay.width = scene.width;
    overlay.height = scene.height;
    overlay.actorKinds = scene.actorKinds;
    overlay.isVeiled = style == OverlayStyle::Spotlight;
    for (const SceneLink &link : scene.links) {
        if (!has(links, link.link))
            continue;
        SceneLink copy = link;
        copy.isDimmed = false;
        copy.firstPiece = static_cast<std::uint32_t>(overlay.pieces.size());
        overlay.pieces.insert(overlay.pieces.end(), scene.pieces.begin() + link.firstPiece,
                              scene.pieces.begin() + link.lastPiece);
        copy.lastPiece = static_cast<std::uint32_t>(overlay.pieces.size());
        if (style == OverlayStyle::Ring)
            overlay.glows.push_back(copy);
        overlay.links.push_back(copy);
    }
    for (const NetworkLine &line : scene.lines) {
        if (!has(links, line.link))
            continue;
        overlay.lines.push_back(line);
        overlay.lines.back().isDimmed = false;
    }
    for (const SceneNode &node : scene.nodes) {
        if (!has(nodes, node.node))
            continue;
        if (style == OverlayStyle::Ring) {
            overlay.rings.push_back({node.at, node.radius + 5});
            continue;
        }
        overlay.nodes.push_back(node);
        overlay.nodes.back().isDimmed = false;
    }
    if (style == OverlayStyle::Spotlight) {
        for (const NetworkText &text : scene.texts) {
            const bool isNodeName = text.node != UINT32_MAX && has(nodes, text.node);
            const bool isLegend = text.style == SceneTextStyle::Legend;
            if (!isNodeName && !isLegend)
                continue;
            overlay.texts.push_back(text);
            overlay.texts.back().isDimmed = false;
        }
        overlay.legend = scene.legend;
    }
    return overlay;
}

std::vector<NodeExtent> nodeExtents(const Snapshot &snapshot, const Network &network,
                                    std::optional<Instant> asOf, NodeSizing sizing,
                                    const NetworkMeasure &measure)
{
    const auto radii = nodeRadii(network, sizing);
    std::vector<NodeExtent> extents;
    extents.reserve(network.nodeCount());
    const bool isReadable = network.nodeCount() <= kSmallGraph;
    for (std::uint32_t i = 0; i < network.nodeCount(); ++i) {
        NodeExtent extent;
        extent.radius = radii[i] / kPixelsPerUnit;
        if (isReadable) {
            const NodeLabel label = labelOf(snapshot, network.nodes()[i].actor, asOf, measure);
            extent.labelWidth = (label.width + 2 * kNameMargin) / kPixelsPerUnit;
            extent.labelHeight = (label.height + kLabelGap + kNameMargin) / kPixelsPerUnit;
        }
        extents.push_back(extent);
    }
    return extents;
}

std::vector<float> likedLengths(const Snapshot &snapshot, const Network &network,
                                const NetworkMeasure &measure)
{
    constexpr double kBelonging = 0.95;
    constexpr double kShortest = 1.25;
    constexpr double kLongest = 2.6;
    const auto pairs = network.pairs();
    std::vector<float> lengths(pairs.size(), static_cast<float>(kBelonging));
    const auto relations = snapshot.relations;
    for (const NetworkLink &link : network.links()) {
        if (link.isBelonging || link.origin != LinkOrigin::Relation)
            continue;
        const std::pair<std::uint32_t, std::uint32_t> pair{std::min(link.from, link.to),
                                                           std::max(link.from, link.to)};
        const auto at = std::lower_bound(pairs.begin(), pairs.end(), pair) - pairs.begin();
        const double name =
            measure.width(relations->kindWords().word(link.kind), NetworkFont::Small);
        // Both marks, the name, and some of the line on either side of it.
        const double wanted = (2 * 17 + name + 44 + 14 * (link.laneCount - 1)) / kPixelsPerUnit;
        auto &length = lengths[static_cast<std::size_t>(at)];
        length = std::max(length, static_cast<float>(std::clamp(wanted, kShortest, kLongest)));
    }
    return lengths;
}

}  // namespace dateline
