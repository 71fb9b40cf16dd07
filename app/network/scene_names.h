// SPDX-License-Identifier: GPL-3.0-or-later
// Names in a graph's picture: they never touch marks or each other, and the most linked actors get
// theirs first. Part of buildNetworkScene().
#pragma once

#include "app/network/network_scene_builder.h"
#include "app/network/occupied_room.h"

namespace dateline {

// Around a name, kept free; pixels.
inline constexpr double kNameMargin = 2;

class SceneNames {
public:
    // Among many marks, names may cover those of nodes without one, and have a ground.
    enum class Among : std::uint8_t { Few, Crowd };

    SceneNames(const NetworkSceneRequest &request, NetworkScene &scene, Among among);

    void addNodeNames(std::size_t most);
    void addLinkNames();
    // A word in the middle of each hull, where there is room.
    void addHullNames();

private:
    void addName(const SceneNode &node);
    bool placeName(const SceneNode &node, const NodeLabel &label);
    void addNameLines(const SceneNode &node, const NodeLabel &label, const PlaneBox &box);
    bool placeLinkName(const SceneLink &link, const std::string &text);

    const NetworkSceneRequest &m_request;
    const Network &m_network;
    NetworkScene &m_scene;
    OccupiedRoom m_room;
    Among m_among;
    double m_bottom;  // above the legend
};

}  // namespace dateline
