// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/link_mass.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/check.h"
#include "app/network/edge_raster.h"
#include "app/network/link_colours.h"

namespace dateline {

namespace {

constexpr std::size_t kBandPixels = 400'000;  // of a raster: they stay in a core's own cache
constexpr std::size_t kMostPlanePixels = 30'000'000;  // of all planes together
constexpr int kMostSide = 16'000;
constexpr std::uint32_t kLinksBetweenStops = 16'384;
constexpr std::size_t kMostSmooth = 100'000;  // links: in larger crowds steps are not seen

// Weights of one colour in some rows, copied to its plane at the end.
void rasterBand(const LinkMassRequest &request, const LinkGroups::Group &group, double scale,
                EdgeRaster &raster, const std::stop_token &stop)
{
    const float top = static_cast<float>((raster.firstRow() - 1) / scale);
    const float bottom = static_cast<float>((raster.firstRow() + raster.rows() + 1) / scale);
    const float right = static_cast<float>(request.width);
    const auto times = static_cast<int>(request.everyNth);
    const LineLook look =
        request.groups->ends.size() <= kMostSmooth ? LineLook::Smooth : LineLook::Plain;
    for (std::uint32_t i = group.first; i < group.last; i += request.everyNth) {
        if ((i - group.first) % kLinksBetweenStops < request.everyNth && stop.stop_requested())
            return;
        const LinkGroups::Ends ends = request.groups->ends[i];
        const PixelPoint a = request.at[ends.from];
        const PixelPoint b = request.at[ends.to];
        if (std::max(a.y, b.y) < top || std::min(a.y, b.y) > bottom || std::max(a.x, b.x) < 0 ||
            std::min(a.x, b.x) > right)
            continue;
        if (!request.isSkipped.empty() &&
            (request.isSkipped[ends.from] | request.isSkipped[ends.to]))
            continue;
        raster.add({a.x * scale, a.y * scale}, {b.x * scale, b.y * scale}, times, look);
    }
}

}  // namespace

LinkGroups groupLinks(const Snapshot &snapshot, const Network &network,
                      std::span<const std::uint8_t> isDimmed)
{
    const LinkColours colours(*snapshot.relations);
    // Colour and dimming as one number, in the order of painting: grey ones first, dimmed before
    // bright.
    const auto keyOf = [&](const NetworkLink &link) {
        const bool dims = !isDimmed.empty() && (isDimmed[link.from] || isDimmed[link.to]);
        return static_cast<std::size_t>(255 - colours.of(link)) * 2 + (dims ? 0 : 1);
    };
    std::array<std::uint32_t, 513> begins{};
    for (const NetworkLink &link : network.links())
        ++begins[keyOf(link) + 1];
    LinkGroups result;
    for (std::size_t key = 0; key < 512; ++key) {
        const std::uint32_t count = begins[key + 1];
        begins[key + 1] += begins[key];
        if (count > 0)
            result.groups.push_back({static_cast<std::uint8_t>(255 - key / 2), key % 2 == 0,
                                     begins[key], begins[key + 1]});
    }
    result.ends.resize(network.linkCount());
    for (const NetworkLink &link : network.links())
        result.ends[begins[keyOf(link)]++] = {link.from, link.to};
    return result;
}

LinkMass rasterLinks(const LinkMassRequest &request, WorkerTeam &team, const std::stop_token &stop)
{
    DL_CHECK(request.groups && request.everyNth > 0);
    const std::vector<LinkGroups::Group> &groups = request.groups->groups;
    LinkMass mass;
    const double pixels = std::max(1.0, request.width * request.height) *
                          static_cast<double>(std::max<std::size_t>(1, groups.size()));
    mass.scale = std::min({request.scale, kMostSide / std::max(request.width, request.height),
                           std::max(1.0, std::sqrt(kMostPlanePixels / pixels))});
    mass.width = std::max(1, static_cast<int>(std::ceil(request.width * mass.scale)));
    mass.height = std::max(1, static_cast<int>(std::ceil(request.height * mass.scale)));
    const auto width = static_cast<std::size_t>(mass.width);
    const int rows = std::clamp(static_cast<int>(kBandPixels / width), 16, mass.height);
    const auto bands = static_cast<std::size_t>((mass.height + rows - 1) / rows);
    for (const LinkGroups::Group &group : groups)
        mass.planes.push_back(
            {group.colour, group.isDimmed,
             std::vector<std::uint16_t>(width * static_cast<std::size_t>(mass.height), 0)});
    team.run(groups.size() * bands, 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t unit = first; unit < last && !stop.stop_requested(); ++unit) {
            const int top = static_cast<int>(unit % bands) * rows;
            const int height = std::min(rows, mass.height - top);
            EdgeRaster raster(mass.width, height, top);
            rasterBand(request, groups[unit / bands], mass.scale, raster, stop);
            auto *plane = mass.planes[unit / bands].weights.data();
            for (int y = top; y < top + height; ++y) {
                const auto row = raster.row(y);
                std::copy(row.begin(), row.end(), plane + static_cast<std::size_t>(y) * width);
            }
        }
    });
    return mass;
}

}  // namespace dateline
