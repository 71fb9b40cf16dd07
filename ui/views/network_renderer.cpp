// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_renderer.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include <QPainter>

#include "app/base/background_work.h"
#include "ui/bridge/post.h"
#include "ui/paint/network_fonts.h"
#include "ui/paint/network_painter.h"

namespace dateline::ui {

namespace {

// Links from which a sample is painted first; all of fewer are there as soon.
constexpr std::uint32_t kManyLinks = 60'000;
constexpr std::uint32_t kSampledLinks = 60'000;
constexpr std::uint32_t kOverviewLinks = 250'000;
constexpr double kOverviewWidth = 720;
constexpr double kOverviewHeight = 450;
constexpr std::chrono::milliseconds kSampleLasts(120);

PlaneBox boundsOf(const std::vector<Point> &positions)
{
    PlaneBox box{positions[0].x, positions[0].y, positions[0].x, positions[0].y};
    for (const Point at : positions)
        box = box.united({at.x, at.y, at.x, at.y});
    return box;
}

QImage paintedMarks(const NetworkScene &scene, const Theme &theme, const NetworkFonts &fonts,
                    double scale)
{
    QImage image(std::max(1, qRound(scene.width * scale)),
                 std::max(1, qRound(scene.height * scale)), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(theme.paper());
    QPainter painter(&image);
    NetworkPainter::paintMarks(painter, scene, theme, fonts);
    return image;
}

}  // namespace

SnapshotPointer partDrawn(const Snapshot &snapshot)
{
    Snapshot part = *Snapshot::empty();
    part.actors = snapshot.actors;
    part.relations = snapshot.relations;
    part.roles = snapshot.roles;
    return std::make_shared<const Snapshot>(std::move(part));
}

NetworkSceneRequest sceneRequestFor(const NetworkContent &content)
{
    NetworkSceneRequest request;
    request.snapshot = content.snapshot.get();
    request.network = content.network.get();
    request.positions = content.positions;
    request.isPinned = content.isPinned;
    request.isDimmedNode = content.isDimmed;
    request.asOf = content.asOf;
    request.sizing = content.sizing;
    request.columns = content.columns;
    return request;
}

// What pictures of the same graph share.
struct NetworkRenderer::Kept {
    std::shared_ptr<const NetworkContent> content;
    std::shared_ptr<const Network> network;  // that the groups are of
    std::vector<std::uint8_t> isDimmed;
    LinkGroups groups;
    std::vector<CommunityHull> hulls;
    std::optional<Theme> theme;
    std::optional<NetworkFonts> fonts;
    NetworkMeasure measure;
    NetworkWords words;
    std::shared_ptr<const NetworkContent> overviewOf;
    std::shared_ptr<const NetworkContent> sampleOf;
    std::chrono::steady_clock::time_point sampledAt;

    // A sample of a moment ago, moved to where it would be, is as good as another: so that at rest
    // the whole begins at once.
    bool hasFreshSample() const
    {
        return sampleOf == content && std::chrono::steady_clock::now() - sampledAt < kSampleLasts;
    }
    void noteSample()
    {
        sampleOf = content;
        sampledAt = std::chrono::steady_clock::now();
    }

    void take(const NetworkFrameRequest &request)
    {
        const bool isSameTheme = theme && theme->paper() == request.theme.paper() &&
                                 theme->font() == request.theme.font();
        if (!isSameTheme) {
            theme = request.theme;
            fonts.emplace(*theme);
            measure = fonts->measure();
            words = networkWords();
            overviewOf.reset();
        }
        if (content == request.content)
            return;
        content = request.content;
        if (network != content->network || isDimmed != content->isDimmed) {
            network = content->network;
            isDimmed = content->isDimmed;
            groups = groupLinks(*content->snapshot, *network, isDimmed);
        }
        hulls.clear();
        if (content->communities)
            hulls = communityHulls(*content->snapshot, *network, *content->communities,
                                   content->positions);
    }

    NetworkSceneRequest sceneRequest(const NetworkFrameRequest &request)
    {
        NetworkSceneRequest scene = sceneRequestFor(*content);
        scene.camera = request.camera;
        scene.measure = measure;
        scene.words = words;
        scene.hulls = hulls;
        scene.leftOutNodes = request.leftOut;
        scene.groups = &groups;
        scene.pixelScale = request.pixelScale;
        scene.threads = 0;
        return scene;
    }

    std::shared_ptr<const NetworkFrame> frame(const NetworkFrameRequest &request,
                                              std::uint32_t everyNth, const std::stop_token &stop)
    {
        NetworkSceneRequest scene = sceneRequest(request);
        scene.everyNthLink = everyNth;
        scene.stop = stop;
        auto made = std::make_shared<NetworkFrame>();
        made->content = content;
        made->leftOut = request.leftOut;
        made->camera = request.camera;
        made->isWhole = everyNth == 1;
        made->scene = buildNetworkScene(scene);
        if (stop.stop_requested())
            return nullptr;
        made->marks = paintedMarks(made->scene, *theme, *fonts, request.pixelScale);
        made->scene.mass.reset();
        made->picture = made->marks;
        QPainter painter(&made->picture);
        NetworkPainter::paintWords(painter, made->scene, *theme, *fonts);
        return made;
    }

    std::shared_ptr<const NetworkOverview> overview(const NetworkFrameRequest &request,
                                                    const std::stop_token &stop)
    {
        auto made = std::make_shared<NetworkOverview>();
        made->content = content;
        made->camera.width = kOverviewWidth;
        made->camera.height = kOverviewHeight;
        made->camera.fit(boundsOf(content->positions), {6, 6, 6, 6}, 1);
        NetworkSceneRequest scene = sceneRequest(request);
        scene.camera = made->camera;
        scene.leftOutNodes = {};
        scene.pixelScale = 1;
        scene.everyNthLink = std::max(1u, network->linkCount() / kOverviewLinks);
        scene.withLegend = false;
        scene.stop = stop;
        const NetworkScene built = buildNetworkScene(scene);
        if (stop.stop_requested())
            return nullptr;
        made->picture = paintedMarks(built, *theme, *fonts, 1);
        return made;
    }
};

NetworkRenderer::NetworkRenderer(QObject *parent)
    : QObject(parent), m_kept(std::make_shared<Kept>())
{
}

NetworkRenderer::~NetworkRenderer()
{
    m_job.cancel();
}

void NetworkRenderer::cancel()
{
    m_job.cancel();
}

// The sample is not stopped: while the camera moves on and on, it is what is seen of it.
void NetworkRenderer::request(NetworkFrameRequest request)
{
    m_job.start([this, kept = m_kept, request = std::move(request)](std::stop_token stop) {
        yieldToOthers(Haste::Soon);  // to what somebody waits for beside a graph that gets sharper
        const auto tell = [this](std::shared_ptr<const NetworkFrame> frame) {
            if (frame)
                post(this, [this, frame = std::move(frame)] { Q_EMIT rendered(frame); });
        };
        kept->take(request);
        const std::uint32_t links = kept->network->linkCount();
        if (links > kManyLinks && !kept->hasFreshSample()) {
            tell(kept->frame(request, links / kSampledLinks + 1, {}));
            kept->noteSample();
        }
        if (stop.stop_requested())
            return;
        tell(kept->frame(request, 1, stop));
        if (kept->overviewOf == kept->content || stop.stop_requested())
            return;
        if (auto overview = kept->overview(request, stop)) {
            kept->overviewOf = kept->content;
            post(this,
                 [this, overview = std::move(overview)] { Q_EMIT overviewRendered(overview); });
        }
    });
}

}  // namespace dateline::ui
