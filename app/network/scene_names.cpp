// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/scene_names.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "app/network/link_curves.h"
#include "app/network/network_hit.h"

namespace dateline {

namespace {

std::size_t firstLetter(const std::string &word)
{
    std::size_t length = 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80)
        ++length;
    return length;
}

}  // namespace

SceneNames::SceneNames(const NetworkSceneRequest &request, NetworkScene &scene, Among among)
    : m_request(request), m_network(*request.network), m_scene(scene),
      m_room(scene.width, scene.height), m_among(among),
      m_bottom(scene.height - (request.withLegend ? legendHeight(request.measure) : 0))
{
}

// The most linked first. Names of so many nodes keep clear of each other's marks; in a crowd
// they may cover those of the nodes without a name.
void SceneNames::addNodeNames(std::size_t most)
{
    std::vector<std::uint32_t> order(m_scene.nodes.size());
    std::iota(order.begin(), order.end(), 0u);
    most = std::min(most, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(),
                      [this](std::uint32_t a, std::uint32_t b) {
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
    if (m_among == Among::Few)
        std::for_each(m_scene.nodes.begin(), m_scene.nodes.end(), takeRoom);
    for (const std::uint32_t number : order) {
        if (m_among == Among::Crowd)
            takeRoom(m_scene.nodes[number]);
        addName(m_scene.nodes[number]);
    }
}

void SceneNames::addName(const SceneNode &node)
{
    NodeLabel label =
        labelOf(*m_request.snapshot, m_network, node.node, m_request.asOf, m_request.measure);
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
bool SceneNames::placeName(const SceneNode &node, const NodeLabel &label)
{
    const double w = label.width;
    const double h = label.height;
    const double r = node.radius + kLabelGap;
    const Point at = node.at;
    const double inside = std::clamp(at.x - w / 2, 3.0, std::max(3.0, m_scene.width - w - 3));
    const std::array<Point, 5> corners{{{at.x - w / 2, at.y + r},
                                        {inside, at.y + r},
                                        {at.x + r + 2, at.y - h / 2},
                                        {at.x - r - 2 - w, at.y - h / 2},
                                        {at.x - w / 2, at.y - r - h}}};
    const PlaneBox picture{0, 0, m_scene.width, m_bottom};
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

void SceneNames::addNameLines(const SceneNode &node, const NodeLabel &label, const PlaneBox &box)
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
                                 m_among == Among::Crowd});
        top += height;
    };
    for (const std::string &line : label.name)
        add(line, NetworkFont::Name, SceneTextStyle::Name);
    if (!label.second.empty())
        add(label.second, NetworkFont::Small, SceneTextStyle::Second);
}

// The widest links first: they rest on most sources.
void SceneNames::addLinkNames()
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

// On the curve, at the place where the fewest other links run below it.
bool SceneNames::placeLinkName(const SceneLink &link, const std::string &text)
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
        if (box.left < 2 || box.top < 2 || box.right > m_scene.width - 2 || box.bottom > m_bottom ||
            !m_room.isFree(box.grown(1)))
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

void SceneNames::addHullNames()
{
    for (const SceneHull &hull : m_scene.hulls) {
        if (hull.name.empty())
            continue;
        const double w = m_request.measure.width(hull.name, NetworkFont::Name) + 6;
        const double h = m_request.measure.nameHeight;
        const Point top = hull.nameAt;
        for (const double below : {-h / 2, -h * 1.7, h * 0.8}) {
            const PlaneBox box = PlaneBox::around({top.x, top.y + below}, w / 2, h / 2);
            if (!PlaneBox{2, 2, m_scene.width - 2, m_bottom}.contains(box) ||
                !m_room.isFree(box.grown(kNameMargin)))
                continue;
            m_room.add(box);
            NetworkText text;
            text.text = hull.name;
            text.box = box;
            text.style = SceneTextStyle::HullName;
            text.colour = hull.colour;
            m_scene.texts.push_back(std::move(text));
            break;
        }
    }
}

}  // namespace dateline
