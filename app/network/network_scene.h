// SPDX-License-Identifier: GPL-3.0-or-later
// A graph as a picture: marks, curves and texts in pixels, already cut, trimmed and placed. Plain
// values; painters only replay them, on a screen or on paper. Colours are numbers that a theme
// knows; everything said by colour is also said by shape, stroke or letters.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/network/link_mass.h"
#include "app/network/network.h"
#include "app/network/node_labels.h"
#include "app/network/plane.h"

namespace dateline {

// Categories 0..6 of the theme for kinds of relations; the grey 7th is for what is derived or only
// says who belongs where.
inline constexpr std::uint32_t kRelationColours = 7;
inline constexpr std::uint8_t kBelongingColour = 254;
inline constexpr std::uint8_t kDerivedColour = 255;
// The colour of a kind: its rank among those in the file that are not about belonging.
std::uint8_t relationColour(const RelationColumns &relations, std::uint32_t kind);

struct SceneNode {
    std::uint32_t node = 0;  // in the network
    Point at;
    float radius = 0;
    NodeShape shape = NodeShape::Circle;
    std::uint16_t kind = 0;  // in NetworkScene::actorKinds
    bool isDimmed = false;
    bool isPinned = false;
};

// A quadratic curve; straight where the control point lies on the chord.
struct SceneCurve {
    Point from;
    Point control;
    Point to;
};

struct SceneLink {
    std::uint32_t link = 0;  // in the network
    std::uint8_t colour = 0;
    Certainty certainty = Certainty::Confirmed;
    float width = 1;
    bool isDimmed = false;
    bool hasArrow = false;
    SceneCurve whole;              // from mark to mark, for hit tests
    std::uint32_t firstPiece = 0;  // what is drawn: the curve without the parts behind names
    std::uint32_t lastPiece = 0;
    Point arrowTip;
    Point arrowFrom;  // where the arrow's base is, on its axis
};

// One of many links: thin and straight.
struct NetworkLine {
    Point from;
    Point to;
    std::uint32_t link = 0;
    std::uint8_t colour = 0;
    bool isDimmed = false;
};

enum class SceneTextStyle : std::uint8_t { Name, Second, LinkName, Legend, HullName, Column };

struct NetworkText {
    std::string text;
    PlaneBox box;  // the text stands in its middle; a legend's at its left
    SceneTextStyle style = SceneTextStyle::Name;
    std::uint8_t colour = kDerivedColour;  // of a LinkName or HullName
    std::uint32_t node = UINT32_MAX;       // whose name it is
    bool isDimmed = false;
    bool hasGround = false;  // covers marks below it, and is told apart from them
};

struct SceneLegendMark {
    enum class Kind : std::uint8_t { Shape, Stroke, Belonging, Derived, Colour };
    Kind kind = Kind::Shape;
    PlaneBox box;
    NodeShape shape = NodeShape::Circle;
    std::uint16_t actorKind = 0;
    Certainty certainty = Certainty::Confirmed;
    std::uint8_t colour = 0;  // of a Colour: kinds of relations
};

// The soft ground of a community.
struct SceneHull {
    std::vector<Point> corners;  // clockwise, convex
    double margin = 0;           // pixels that the ground reaches beyond
    std::uint8_t colour = 0;     // a category of the theme
    std::string name;
    Point nameAt;  // its upper edge, in the middle
};

struct NetworkRing {
    Point at;
    float radius = 0;
};

struct NetworkScene {
    double width = 0;
    double height = 0;
    bool isVeiled = false;                 // an overlay that pales what is below it
    bool hasCrowd = false;                 // so much that the legend needs a ground
    bool isDoubt = false;                  // an overlay whose glows and rings are amber
    std::vector<SceneHull> hulls;          // the largest first
    std::vector<NetworkLine> rules;        // between columns
    std::shared_ptr<const LinkMass> mass;  // of links that are too many for lines
    std::vector<NetworkLine> lines;        // sorted by colour
    std::vector<SceneLink> links;          // in the order of painting
    std::vector<SceneCurve> pieces;
    std::vector<SceneLink> glows;    // drawn wide in the accent colour, under everything
    std::vector<NetworkRing> rings;  // the selection
    std::vector<SceneNode> nodes;
    std::vector<NetworkText> texts;
    std::vector<SceneLegendMark> legend;
    std::vector<std::string> actorKinds;
};

}  // namespace dateline
