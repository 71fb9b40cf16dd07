// SPDX-License-Identifier: GPL-3.0-or-later
// Small scenes laid over the graph: the selection, what is hovered, a path.
#include <algorithm>

#include "app/network/network_scene_builder.h"

namespace dateline {

namespace {

// More marks or lines than that cannot be told apart, and would cost a frame.
constexpr std::size_t kMostMarks = 4'000;
constexpr std::size_t kMostLines = 2'000;

// Numbers that are asked for one by one.
class Chosen {
public:
    explicit Chosen(std::span<const std::uint32_t> numbers)
        : m_numbers(numbers.begin(), numbers.end())
    {
        std::sort(m_numbers.begin(), m_numbers.end());
    }
    bool has(std::uint32_t number) const
    {
        return std::binary_search(m_numbers.begin(), m_numbers.end(), number);
    }

private:
    std::vector<std::uint32_t> m_numbers;
};

// Every so many of them, so that no more than most are left.
std::vector<std::uint32_t> sampled(const std::vector<std::uint32_t> &numbers, std::size_t most)
{
    if (numbers.size() <= most)
        return numbers;
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < most; ++i)
        kept.push_back(numbers[i * numbers.size() / most]);
    return kept;
}

}  // namespace

NetworkScene buildNetworkOverlay(const NetworkScene &scene, std::span<const std::uint32_t> nodes,
                                 std::span<const std::uint32_t> links, OverlayStyle style)
{
    const Chosen wantedNodes(nodes);
    const Chosen wantedLinks(links);
    NetworkScene overlay;
    overlay.width = scene.width;
    overlay.height = scene.height;
    overlay.actorKinds = scene.actorKinds;
    overlay.isVeiled = style == OverlayStyle::Spotlight;
    for (const SceneLink &link : scene.links) {
        if (!wantedLinks.has(link.link))
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
        if (!wantedLinks.has(line.link))
            continue;
        overlay.lines.push_back(line);
        overlay.lines.back().isDimmed = false;
    }
    for (const SceneNode &node : scene.nodes) {
        if (!wantedNodes.has(node.node))
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
            const bool isNodeName = text.node != UINT32_MAX && wantedNodes.has(text.node);
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

NetworkScene buildNetworkOverlay(const NetworkSceneRequest &request, const NetworkPart &part,
                                 OverlayStyle style)
{
    const NetworkPart shown{sampled(part.nodes, kMostMarks), sampled(part.links, kMostLines)};
    NetworkSceneRequest small = request;
    small.only = &shown;
    small.hulls = {};
    small.isDimmedNode = {};
    small.withLegend = false;
    NetworkScene overlay = buildNetworkScene(small);
    overlay.isVeiled = style == OverlayStyle::Spotlight;
    if (style == OverlayStyle::Ring) {
        for (const SceneNode &node : overlay.nodes)
            overlay.rings.push_back({node.at, std::max(node.radius, 3.0F) + 5});
        overlay.nodes.clear();
        overlay.texts.clear();
        overlay.glows = overlay.links;
    }
    return overlay;
}

}  // namespace dateline
