// SPDX-License-Identifier: GPL-3.0-or-later
// The mass of very many links: weights per pixel for each colour, rastered by several threads. Part
// of building a scene; a million links of a picture of 1400 x 900 take some hundred milliseconds
// on two threads. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "app/network/network.h"
#include "app/network/plane.h"
#include "app/network/worker_team.h"

namespace dateline {

// Ends of links, by colour: what is read for every picture of a large graph, made once for one
// network. Eight bytes a link.
struct LinkGroups {
    struct Group {
        std::uint8_t colour = 0;
        bool isDimmed = false;
        std::uint32_t first = 0;  // [first, last) of ends
        std::uint32_t last = 0;
    };
    struct Ends {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
    };
    std::vector<Group> groups;  // in the order of painting: what is derived first
    std::vector<Ends> ends;
};
// isDimmed: one per node, or empty.
LinkGroups groupLinks(const Snapshot &snapshot, const Network &network,
                      std::span<const std::uint8_t> isDimmed);

struct LinkMass {
    struct Plane {
        std::uint8_t colour = 0;
        bool isDimmed = false;
        std::vector<std::uint16_t> weights;  // EdgeRaster::kWhole: one line
    };
    int width = 0;
    int height = 0;
    double scale = 1;  // device pixels a pixel
    std::vector<Plane> planes;
};

struct PixelPoint {
    float x = 0;
    float y = 0;
};

struct LinkMassRequest {
    const LinkGroups *groups = nullptr;
    std::span<const PixelPoint> at;           // one per node
    std::span<const std::uint8_t> isSkipped;  // nodes whose links are left out; may be empty
    double width = 0;                         // pixels
    double height = 0;
    double scale = 1;            // wanted; less where the picture would be too large
    std::uint32_t everyNth = 1;  // a sample of the links, each counted so many times
};
// Stopped: what there is so far.
LinkMass rasterLinks(const LinkMassRequest &request, WorkerTeam &team,
                     const std::stop_token &stop = {});

}  // namespace dateline
