// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_legend.h"

#include <array>

#include "app/network/link_colours.h"

namespace dateline {

namespace {

constexpr double kSide = 14;  // from the picture's edge, pixels
constexpr double kStrokeWidth = 26;
constexpr double kShapeWidth = 12;
constexpr double kTextGap = 6;
constexpr double kItemGap = 15;

struct Item {
    SceneLegendMark mark;
    double markWidth = 0;
    std::string text;
    double textWidth = 0;

    double width() const { return markWidth + kTextGap + textWidth; }
};

std::vector<Item> strokes(const NetworkSceneRequest &request, const NetworkScene &scene)
{
    std::array<bool, 6> certainties{};
    bool hasBelonging = false;
    bool hasShared = false;
    bool hasQuoted = false;
    const auto note = [&](std::uint32_t number) {
        const NetworkLink &link = request.network->links()[number];
        if (link.isBelonging)
            hasBelonging = true;
        else if (link.origin == LinkOrigin::SharedEvents)
            hasShared = true;
        else if (link.origin == LinkOrigin::Quotation)
            hasQuoted = true;
        else
            certainties[static_cast<std::size_t>(link.certainty)] = true;
    };
    for (const SceneLink &link : scene.links)
        note(link.link);
    // Thin lines and masses have no strokes; what their colours mean stands in colours().
    const auto noteGrey = [&](std::uint8_t colour) {
        hasBelonging |= colour == kBelongingColour;
        hasShared |= colour == kDerivedColour;
    };
    for (const NetworkLine &line : scene.lines)
        noteGrey(line.colour);
    if (scene.mass)
        for (const LinkMass::Plane &plane : scene.mass->planes)
            noteGrey(plane.colour);

    std::vector<Item> items;
    const auto add = [&](SceneLegendMark::Kind kind, Certainty certainty, std::string text) {
        if (text.empty())
            return;
        Item item;
        item.mark.kind = kind;
        item.mark.certainty = certainty;
        item.markWidth = kStrokeWidth;
        item.textWidth = request.measure.width(text, NetworkFont::Small);
        item.text = std::move(text);
        items.push_back(std::move(item));
    };
    // Certainties that look the same share a line.
    const auto strokeOf = [](std::size_t certainty) {
        constexpr std::array<int, 6> kStrokes{0, 0, 1, 2, 2, 3};
        return kStrokes[certainty];
    };
    for (std::size_t i = 0; i < certainties.size() && request.words.certainty; ++i) {
        if (!certainties[i])
            continue;
        std::string text = request.words.certainty(static_cast<Certainty>(i));
        for (std::size_t j = i + 1; j < certainties.size(); ++j) {
            if (certainties[j] && strokeOf(j) == strokeOf(i)) {
                text += ", " + request.words.certainty(static_cast<Certainty>(j));
                certainties[j] = false;
            }
        }
        add(SceneLegendMark::Kind::Stroke, static_cast<Certainty>(i), std::move(text));
    }
    if (hasBelonging)
        add(SceneLegendMark::Kind::Belonging, Certainty::Confirmed, request.words.belonging);
    if (hasShared)
        add(SceneLegendMark::Kind::Derived, Certainty::Confirmed, request.words.derived);
    if (hasQuoted)
        add(SceneLegendMark::Kind::Derived, Certainty::Confirmed, request.words.quoted);
    return items;
}

// The kinds of relations behind each colour in view, where no link is named: the first two of
// those that share a colour.
std::vector<Item> colours(const NetworkSceneRequest &request, const NetworkScene &scene)
{
    std::array<bool, kRelationColours> isSeen{};
    const auto note = [&isSeen](std::uint8_t colour) {
        if (colour < kRelationColours)
            isSeen[colour] = true;
    };
    for (const NetworkLine &line : scene.lines)
        note(line.colour);
    if (scene.mass)
        for (const LinkMass::Plane &plane : scene.mass->planes)
            note(plane.colour);
    constexpr std::size_t kMostWords = 2;
    const Vocabulary &kinds = request.snapshot->relations->kindWords();
    const LinkColours ofKinds(*request.snapshot->relations);
    std::vector<Item> items;
    for (std::uint8_t colour = 0; colour < kRelationColours; ++colour) {
        if (!isSeen[colour])
            continue;
        Item item;
        std::size_t words = 0;
        for (std::uint32_t kind = 1; kind < kinds.size() && words <= kMostWords; ++kind) {
            if (ofKinds.ofKind(kind) != colour)
                continue;
            item.text += words == 0 ? "" : words < kMostWords ? ", " : ", …";
            if (words++ < kMostWords)
                item.text += kinds.word(kind);
        }
        item.mark.kind = SceneLegendMark::Kind::Colour;
        item.mark.colour = colour;
        item.markWidth = kStrokeWidth;
        item.textWidth = request.measure.width(item.text, NetworkFont::Small);
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Item> shapes(const NetworkSceneRequest &request, const NetworkScene &scene)
{
    std::vector<std::pair<NodeShape, std::uint16_t>> seen;
    for (const SceneNode &node : scene.nodes) {
        const std::pair<NodeShape, std::uint16_t> look{node.shape, node.kind};
        if (std::find(seen.begin(), seen.end(), look) == seen.end())
            seen.push_back(look);
    }
    std::sort(seen.begin(), seen.end());
    std::vector<Item> items;
    for (const auto &[shape, kind] : seen) {
        if (!request.words.actorKind)
            break;
        Item item;
        item.mark.shape = shape;
        item.mark.actorKind = kind;
        item.markWidth = kShapeWidth;
        item.text = request.words.actorKind(scene.actorKinds[kind]);
        item.textWidth = request.measure.width(item.text, NetworkFont::Small);
        if (!item.text.empty())
            items.push_back(std::move(item));
    }
    return items;
}

double widthOf(const std::vector<Item> &items)
{
    double width = items.empty() ? 0 : -kItemGap;
    for (const Item &item : items)
        width += item.width() + kItemGap;
    return width;
}

void place(const std::vector<Item> &items, double left, double middle, double textHeight,
           NetworkScene &scene)
{
    for (const Item &item : items) {
        SceneLegendMark mark = item.mark;
        mark.box = {left, middle - 6, left + item.markWidth, middle + 6};
        scene.legend.push_back(mark);
        const double textLeft = left + item.markWidth + kTextGap;
        NetworkText text;
        text.text = item.text;
        text.box = {textLeft, middle - textHeight / 2, textLeft + item.textWidth,
                    middle + textHeight / 2};
        text.style = SceneTextStyle::Legend;
        scene.texts.push_back(std::move(text));
        left += item.width() + kItemGap;
    }
}

}  // namespace

double legendHeight(const NetworkMeasure &measure)
{
    return measure.smallHeight + 12;
}

void addNetworkLegend(const NetworkSceneRequest &request, NetworkScene &scene)
{
    std::vector<Item> left = strokes(request, scene);
    const std::vector<Item> kinds = colours(request, scene);
    left.insert(left.begin(), kinds.begin(), kinds.end());
    std::vector<Item> right = shapes(request, scene);
    const double room = scene.width - 2 * kSide;
    // Shapes say less than strokes that need a word: they go first where the picture is narrow.
    while (!right.empty() && widthOf(left) + widthOf(right) + 2 * kItemGap > room)
        right.pop_back();
    while (!left.empty() && widthOf(left) > room)
        left.pop_back();
    const double middle = scene.height - legendHeight(request.measure) / 2 - 1;
    place(left, kSide, middle, request.measure.smallHeight, scene);
    place(right, scene.width - kSide - widthOf(right), middle, request.measure.smallHeight, scene);
}

}  // namespace dateline
