// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/network_canvas.h"

#include <algorithm>

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>

#include "app/network/layout_request.h"
#include "ui/views/network_texts.h"

namespace dateline::ui {

namespace {

constexpr double kMargin = 14;
constexpr double kMostFitZoom = 1.3;
constexpr int kRestMilliseconds = 140;
constexpr int kHoverMilliseconds = 160;  // a mouse that only passes pales nothing
constexpr std::size_t kMostAccessible = 1'000;

// Keys of canvas items: actors by their ids, relations by theirs, derived links by their ends.
constexpr qint64 kRelationKeys = qint64{1} << 40;
constexpr qint64 kDerivedKeys = qint64{1} << 60;
constexpr qint64 kEndKeys = qint64{1} << 28;

}  // namespace

NetworkCanvas::NetworkCanvas(QWidget *parent)
    : QWidget(parent), m_theme(Theme::fromPalette(palette(), font())), m_fonts(m_theme),
      m_measure(m_fonts.measure())
{
    installCanvasAccessibility();
    setAccessibleName(tr("Graph canvas"));
    setAccessibleDescription(tr("Actors and their links. Tab goes through the actors, arrows go to "
                                "neighbours, plus and minus zoom."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 90);
    m_content.snapshot = Snapshot::empty();
    m_content.network = std::make_shared<const Network>();
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_isMoving = false; });
    connect(&m_renderer, &NetworkRenderer::rendered, this, &NetworkCanvas::takeFrame);
    connect(&m_renderer, &NetworkRenderer::overviewRendered, this, &NetworkCanvas::takeOverview);
    m_hoverDelay.setSingleShot(true);
    m_hoverDelay.setInterval(kHoverMilliseconds);
    connect(&m_hoverDelay, &QTimer::timeout, this, [this] { setHovered(m_willHover); });
}

NetworkCanvas::~NetworkCanvas()
{
    m_renderer.cancel();
}

void NetworkCanvas::takeTheme()
{
    m_theme = Theme::fromPalette(palette(), font());
    m_fonts = NetworkFonts(m_theme);
    m_measure = m_fonts.measure();
    m_minimap.clear();
    m_shared.reset();
    invalidate();
}

void NetworkCanvas::setContent(NetworkContent content)
{
    const bool isOther = content.network != m_content.network;
    m_content = std::move(content);
    if (isOther) {
        // Numbers of nodes and links mean something else now.
        m_hovered = m_willHover = Network::kNone;
        m_hoverDelay.stop();
        m_gesture = Gesture::None;
        m_selected = {};
        m_picked.clear();
        m_spotlight = {};
        m_doubted = {};
        m_dragged.clear();
        m_frame.reset();
        m_overview.reset();
    }
    m_shared.reset();
    m_minimap.clear();
    if (m_overview && isLarge())  // soon to be replaced
        m_minimap.setPicture(m_overview->picture, m_overview->camera);
    if (m_isFitted)
        fit();
    invalidate();
    noteCanvasChanged(this);
}

void NetworkCanvas::setSnapshot(SnapshotPointer snapshot)
{
    m_content.snapshot = std::move(snapshot);
    noteCanvasChanged(this);
}

void NetworkCanvas::setSelected(NetworkMarks marks, std::vector<std::uint32_t> picked)
{
    m_picked = std::move(picked);
    if (marks == m_selected)
        return;
    m_selected = std::move(marks);
    update();
    noteCanvasChanged(this);
}

void NetworkCanvas::setDoubted(NetworkMarks marks)
{
    if (marks == m_doubted)
        return;
    m_doubted = std::move(marks);
    update();
}

void NetworkCanvas::setSpotlight(NetworkMarks marks)
{
    if (marks == m_spotlight)
        return;
    m_spotlight = std::move(marks);
    update();
}

void NetworkCanvas::setHint(const QString &hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    update();
}

void NetworkCanvas::setCamera(const NetworkCamera &camera)
{
    m_camera = camera;
    m_camera.width = width();
    m_camera.height = height();
    moved();
}

PlaneBox NetworkCanvas::margins() const
{
    const double dates = m_content.columns.empty() ? 0 : columnLabelHeight(m_measure);
    return {kMargin, kMargin + dates, kMargin, kMargin + legendHeight(m_measure)};
}

void NetworkCanvas::fit()
{
    m_camera.width = width();
    m_camera.height = height();
    m_isFitted = true;
    if (m_content.positions.empty())
        return;
    const auto extents = nodeExtents(*m_content.snapshot, *m_content.network, m_content.asOf,
                                     m_content.sizing, m_measure);
    fitNetwork(m_camera, m_content.positions, extents, margins(), kMostFitZoom);
    invalidate();
}

void NetworkCanvas::zoomBy(double factor)
{
    m_camera.zoomBy(factor, {width() / 2.0, height() / 2.0});
    moved();
}

void NetworkCanvas::centreOn(std::uint32_t node)
{
    if (node >= m_content.positions.size())
        return;
    m_camera.centre = m_content.positions[node];
    moved();
}

void NetworkCanvas::reveal(const std::vector<std::uint32_t> &nodes)
{
    if (nodes.empty())
        return;
    const PlaneBox view = PlaneBox{0, 0, m_camera.width, m_camera.height}.grown(-kMargin);
    const bool isSeen = std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) {
        return view.contains(m_camera.toPixel(m_content.positions[node]));
    });
    if (!isSeen)
        centreOn(nodes.front());
}

void NetworkCanvas::moved()
{
    m_isFitted = false;
    if (isLarge()) {
        m_isMoving = true;
        m_rest.start();
    }
    invalidate();
    noteCanvasChanged(this);
}

void NetworkCanvas::invalidate()
{
    m_scene.reset();
    m_ground = QPixmap();
    if (isLarge())
        requestFrame();
    update();
}

NetworkSceneRequest NetworkCanvas::sceneRequest() const
{
    NetworkSceneRequest request = sceneRequestFor(m_content);
    request.camera = m_camera;
    request.measure = m_measure;
    return request;
}

NetworkScene NetworkCanvas::build() const
{
    NetworkSceneRequest request = sceneRequest();
    request.words = networkWords();
    std::vector<CommunityHull> hulls;
    if (m_content.communities)
        hulls = communityHulls(*m_content.snapshot, *m_content.network, *m_content.communities,
                               m_content.positions);
    request.hulls = hulls;
    return buildNetworkScene(request);
}

void NetworkCanvas::buildIfNeeded()
{
    if (!m_scene)
        m_scene = build();
}

const NetworkScene &NetworkCanvas::scene()
{
    if (isLarge() && m_frame)
        return m_frame->scene;
    buildIfNeeded();
    return *m_scene;
}

NetworkMarks NetworkCanvas::neighbourhood(std::uint32_t node) const
{
    NetworkMarks marks;
    marks.nodes = m_content.network->neighboursOf(node);
    marks.nodes.push_back(node);
    const auto links = m_content.network->linksOf(node);
    marks.links.assign(links.begin(), links.end());
    return marks;
}

void NetworkCanvas::resizeEvent(QResizeEvent *event)
{
    m_camera.width = event->size().width();
    m_camera.height = event->size().height();
    if (m_isFitted)
        fit();
    invalidate();
    Q_EMIT resized();
}

void NetworkCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        takeTheme();
}

std::vector<CanvasItem> NetworkCanvas::canvasItems() const
{
    if (m_content.positions.empty() || (isLarge() && !m_frame))
        return {};
    const NetworkScene scene = isLarge() ? m_frame->scene : m_scene ? *m_scene : build();
    const Snapshot &snapshot = *m_content.snapshot;
    const Network &network = *m_content.network;
    const auto has = [](const std::vector<std::uint32_t> &list, std::uint32_t number) {
        return std::find(list.begin(), list.end(), number) != list.end();
    };
    const auto focus = hasFocus() ? current() : std::nullopt;
    std::vector<const SceneNode *> nodes;
    for (const SceneNode &node : scene.nodes)
        nodes.push_back(&node);
    std::stable_sort(nodes.begin(), nodes.end(),
                     [](const SceneNode *a, const SceneNode *b) { return a->at.y < b->at.y; });
    std::vector<CanvasItem> items;
    for (const SceneNode *node : nodes) {
        if (items.size() >= kMostAccessible)
            break;
        CanvasItem item;
        item.key = snapshot.actor(network.nodes()[node->node].actor).id.value;
        item.name = nodeName(snapshot, network, node->node, m_content.asOf);
        item.box = QRectF(node->at.x - node->radius, node->at.y - node->radius, 2.0 * node->radius,
                          2.0 * node->radius);
        item.isSelected = has(m_selected.nodes, node->node);
        item.isFocused = focus == node->node;
        items.push_back(std::move(item));
    }
    for (const SceneLink &link : scene.links) {
        if (items.size() >= kMostAccessible)
            break;
        const Point middle = pointOn(link.whole, 0.5);
        CanvasItem item;
        item.key = keyOfLink(link.link);
        item.name = linkName(snapshot, network, link.link);
        item.box = QRectF(middle.x - 6, middle.y - 6, 12, 12);
        item.isSelected = has(m_selected.links, link.link);
        items.push_back(std::move(item));
    }
    return items;
}

qint64 NetworkCanvas::keyOfLink(std::uint32_t number) const
{
    const Snapshot &snapshot = *m_content.snapshot;
    const NetworkLink &link = m_content.network->links()[number];
    if (link.origin == LinkOrigin::Relation)
        return kRelationKeys + snapshot.relations->id(link.relation).value;
    const auto actor = [&](std::uint32_t node) {
        return snapshot.actor(m_content.network->nodes()[node].actor).id.value;
    };
    return kDerivedKeys + actor(link.from) * kEndKeys + actor(link.to);
}

void NetworkCanvas::pressCanvasItem(qint64 key)
{
    NetworkHit hit;
    if (key < kRelationKeys) {
        hit.node = m_content.network->nodeOf(m_content.snapshot->actorRow(ActorId{key}));
    } else {
        for (std::uint32_t i = 0; i < m_content.network->linkCount() && hit.isNothing(); ++i)
            if (keyOfLink(i) == key)
                hit.link = i;
    }
    if (!hit.isNothing())
        Q_EMIT clicked(hit, Qt::NoModifier);
}

}  // namespace dateline::ui
