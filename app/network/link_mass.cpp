// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/link_mass.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/base/check.h"
#include "app/network/edge_raster.h"
#include "app/network/link_colours.h"

namespace dateline {

namespace {

constexpr int kBand = 96;  // rows or columns of a raster: it stays in a core's own cache
constexpr std::size_t kMostPlanePixels = 30'000'000;  // of all planes together
constexpr int kMostSide = 16'000;
constexpr std::uint32_t kLinksAChunk = 32'768;
constexpr std::size_t kLinksBetweenStops = 8'192;
constexpr std::size_t kMostSmooth = 100'000;  // links: in larger crowds steps are not seen
constexpr int kBlock = 32;                    // of a transposition: weights in a cache line

struct Segment {
    PixelPoint from;
    PixelPoint to;
};

// Links of one colour on their way into one picture. Those that cross more columns than rows are
// counted in bands of rows, the others, with x and y exchanged, in bands of columns: so each runs
// along the memory of a raster that fits a cache.
class GroupRaster {
public:
    GroupRaster(const LinkMassRequest &request, const LinkGroups::Group &group,
                const LinkMass &mass, std::vector<std::uint16_t> &plane,
                const std::stop_token &stop)
        : m_request(request), m_group(group), m_mass(mass), m_plane(plane), m_stop(stop),
          m_look(request.groups->ends.size() <= kMostSmooth ? LineLook::Smooth : LineLook::Plain),
          m_flatBands(bandsOf(mass.height)), m_steepBands(bandsOf(mass.width))
    {
    }

    void run(WorkerTeam &team)
    {
        const std::uint32_t links =
            (m_group.last - m_group.first + m_request.everyNth - 1) / m_request.everyNth;
        m_chunks.resize((links + kLinksAChunk - 1) / kLinksAChunk);
        team.run(m_chunks.size(), 1, [this](std::size_t first, std::size_t last) {
            for (std::size_t chunk = first; chunk < last; ++chunk)
                sortChunk(chunk);
        });
        std::vector<std::optional<EdgeRaster>> steep(m_steepBands);
        team.run(m_steepBands, 1, [&](std::size_t first, std::size_t last) {
            for (std::size_t band = first; band < last; ++band)
                countSteep(band, steep[band]);
        });
        team.run(m_flatBands, 1, [&](std::size_t first, std::size_t last) {
            for (std::size_t band = first; band < last; ++band)
                countFlat(band, steep);
        });
    }

private:
    using Bins = std::vector<std::vector<Segment>>;  // flat bands, then steep ones

    static std::size_t bandsOf(int side)
    {
        return static_cast<std::size_t>((side + kBand - 1) / kBand);
    }

    void sortChunk(std::size_t chunk)
    {
        Bins &bins = m_chunks[chunk];
        bins.resize(m_flatBands + m_steepBands);
        const auto scale = static_cast<float>(m_mass.scale);
        const auto right = static_cast<float>(m_mass.width);
        const auto bottom = static_cast<float>(m_mass.height);
        const std::uint32_t step = m_request.everyNth;
        const std::uint32_t begin =
            m_group.first + static_cast<std::uint32_t>(chunk) * kLinksAChunk * step;
        const std::uint32_t end = static_cast<std::uint32_t>(
            std::min<std::uint64_t>(m_group.last, std::uint64_t{begin} + kLinksAChunk * step));
        for (std::uint32_t i = begin; i < end && !m_stop.stop_requested(); i += step) {
            const LinkGroups::Ends ends = m_request.groups->ends[i];
            Segment line{m_request.at[ends.from], m_request.at[ends.to]};
            line.from = {line.from.x * scale, line.from.y * scale};
            line.to = {line.to.x * scale, line.to.y * scale};
            const float left = std::min(line.from.x, line.to.x);
            const float rightmost = std::max(line.from.x, line.to.x);
            const float top = std::min(line.from.y, line.to.y);
            const float lowest = std::max(line.from.y, line.to.y);
            if (lowest < -1 || top > bottom + 1 || rightmost < -1 || left > right + 1)
                continue;
            if (!m_request.isSkipped.empty() &&
                (m_request.isSkipped[ends.from] | m_request.isSkipped[ends.to]))
                continue;
            if (rightmost - left >= lowest - top) {
                addTo(bins, 0, m_flatBands, line, top, lowest);
            } else {
                std::swap(line.from.x, line.from.y);
                std::swap(line.to.x, line.to.y);
                addTo(bins, m_flatBands, m_steepBands, line, left, rightmost);
            }
        }
    }

    // The bands that the line, or the pixel beside it, is in.
    static void addTo(Bins &bins, std::size_t firstBin, std::size_t count, const Segment &line,
                      float least, float most)
    {
        const auto bandAt = [count](float at) {
            const float last = static_cast<float>(count - 1);
            return static_cast<std::size_t>(std::clamp(at / kBand, 0.0F, last));
        };
        const std::size_t last = bandAt(most + 1);
        for (std::size_t band = bandAt(least - 1); band <= last; ++band)
            bins[firstBin + band].push_back(line);
    }

    void count(EdgeRaster &raster, std::size_t bin) const
    {
        const auto times = static_cast<int>(m_request.everyNth);
        std::size_t counted = 0;
        for (const Bins &bins : m_chunks) {
            for (const Segment &line : bins[bin]) {
                if (++counted % kLinksBetweenStops == 0 && m_stop.stop_requested())
                    return;
                raster.add({line.from.x, line.from.y}, {line.to.x, line.to.y}, times, m_look);
            }
        }
    }

    bool isEmpty(std::size_t bin) const
    {
        return std::all_of(m_chunks.begin(), m_chunks.end(),
                           [bin](const Bins &bins) { return bins[bin].empty(); });
    }

    void countSteep(std::size_t band, std::optional<EdgeRaster> &raster) const
    {
        const std::size_t bin = m_flatBands + band;
        if (m_stop.stop_requested() || isEmpty(bin))
            return;
        const int left = static_cast<int>(band) * kBand;
        raster.emplace(m_mass.height, std::min(kBand, m_mass.width - left), left);
        count(*raster, bin);
    }

    void countFlat(std::size_t band, const std::vector<std::optional<EdgeRaster>> &steep) const
    {
        if (m_stop.stop_requested())
            return;
        const int top = static_cast<int>(band) * kBand;
        const int bottom = std::min(top + kBand, m_mass.height);
        if (!isEmpty(band)) {
            EdgeRaster raster(m_mass.width, bottom - top, top);
            count(raster, band);
            for (int y = top; y < bottom; ++y)
                std::copy(raster.row(y).begin(), raster.row(y).end(), rowOf(y));
        }
        for (const auto &raster : steep)
            if (raster)
                for (int y = top; y < bottom; y += kBlock)
                    addTransposed(*raster, y, std::min(y + kBlock, bottom));
    }

    // Rows [top, bottom) of what was counted with x and y exchanged.
    void addTransposed(const EdgeRaster &raster, int top, int bottom) const
    {
        const int left = raster.firstRow();
        const int right = left + raster.rows();
        for (int x = left; x < right; ++x) {
            const std::uint16_t *column = raster.row(x).data();
            if (std::all_of(column + top, column + bottom,
                            [](std::uint16_t weight) { return weight == 0; }))
                continue;
            for (int y = top; y < bottom; ++y) {
                std::uint16_t &cell = rowOf(y)[x];
                cell = static_cast<std::uint16_t>(
                    std::min<unsigned>(UINT16_MAX, unsigned{cell} + column[y]));
            }
        }
    }

    std::uint16_t *rowOf(int y) const
    {
        return m_plane.data() +
               static_cast<std::size_t>(y) * static_cast<std::size_t>(m_mass.width);
    }

    const LinkMassRequest &m_request;
    const LinkGroups::Group &m_group;
    const LinkMass &m_mass;
    std::vector<std::uint16_t> &m_plane;
    const std::stop_token &m_stop;
    LineLook m_look;
    std::size_t m_flatBands;
    std::size_t m_steepBands;
    std::vector<Bins> m_chunks;
};

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
    for (const LinkGroups::Group &group : groups) {
        mass.planes.push_back(
            {group.colour, group.isDimmed,
             std::vector<std::uint16_t>(width * static_cast<std::size_t>(mass.height), 0)});
        GroupRaster(request, group, mass, mass.planes.back().weights, stop).run(team);
    }
    return mass;
}

}  // namespace dateline
