// SPDX-License-Identifier: GPL-3.0-or-later
// A scene as lines of text, coordinates in whole pixels, so that tests compare what is drawn and
// not how it looks. Widths of texts are fixed: 7 pixels a letter for names, 6 for small ones.
#pragma once

#include <cmath>
#include <string>

#include "app/network/network_scene_builder.h"

namespace dateline::test {

inline NetworkMeasure fixedMeasure()
{
    NetworkMeasure measure;
    measure.width = [](std::string_view text, NetworkFont font) {
        double letters = 0;
        for (const char byte : text)
            letters += (static_cast<unsigned char>(byte) & 0xC0) == 0x80 ? 0 : 1;
        return letters * (font == NetworkFont::Name ? 7.0 : 6.0);
    };
    measure.nameHeight = 15;
    measure.smallHeight = 13;
    return measure;
}

inline NetworkWords plainWords()
{
    NetworkWords words;
    words.certainty = [](Certainty certainty) { return std::string(nameOf(certainty)); };
    words.actorKind = [](std::string_view kind) { return std::string(kind); };
    words.belonging = "belongs to";
    words.derived = "same events";
    words.quoted = "quoted by";
    return words;
}

inline std::string toText(Point point)
{
    return std::to_string(std::lround(point.x)) + "," + std::to_string(std::lround(point.y));
}

inline std::string toText(const NetworkScene &scene)
{
    static constexpr const char *kShapes[]{"circle",  "square",   "hexagon", "double circle",
                                           "diamond", "triangle", "pentagon"};
    static constexpr const char *kStyles[]{"name", "second", "link name", "legend", "hull name"};
    std::string text;
    for (const NetworkLine &line : scene.lines)
        text += "line " + toText(line.from) + " - " + toText(line.to) + "\n";
    for (const SceneLink &link : scene.links) {
        text += "link " + std::to_string(link.link) + " " + std::string(nameOf(link.certainty));
        text += link.colour < kRelationColours    ? " colour " + std::to_string(link.colour)
                : link.colour == kBelongingColour ? " belonging"
                                                  : " derived";
        text += link.hasArrow ? " arrow" : "";
        text += link.isDimmed ? " dimmed" : "";
        text += " pieces " + std::to_string(link.lastPiece - link.firstPiece) + "\n";
    }
    for (const NetworkRing &ring : scene.rings)
        text += "ring " + toText(ring.at) + "\n";
    for (const SceneNode &node : scene.nodes) {
        text += std::string(kShapes[static_cast<int>(node.shape)]) + " " + toText(node.at);
        text += node.isPinned ? " pinned" : "";
        text += node.isDimmed ? " dimmed" : "";
        text += "\n";
    }
    for (const NetworkText &label : scene.texts)
        text += std::string(kStyles[static_cast<int>(label.style)]) + " \"" + label.text + "\"\n";
    return text;
}

}  // namespace dateline::test
