// SPDX-License-Identifier: GPL-3.0-or-later
// How the graph's canvas is painted: small graphs by a scene of their own in every frame, large
// ones by the pictures of the renderer.
#include <algorithm>
#include <cmath>

#include <QPaintEvent>
#include <QPainter>

#include "ui/paint/network_painter.h"
#include "ui/views/network_canvas.h"

namespace dateline::ui {

namespace {

constexpr std::size_t kMostMovingWords = 160;  // names that follow a movement
constexpr double kMinimapWidth = 720;          // of its picture
constexpr double kMinimapHeight = 450;

}  // namespace

void NetworkCanvas::requestFrame()
{
    if (m_content.positions.empty() || width() < 2 || height() < 2)
        return;
    if (!m_shared) {
        NetworkContent drawn = m_content;
        drawn.snapshot = partDrawn(*m_content.snapshot);
        m_shared = std::make_shared<const NetworkContent>(std::move(drawn));
    }
    NetworkFrameRequest request{m_shared, {}, m_camera, m_theme, devicePixelRatioF()};
    if (m_gesture == Gesture::MoveNodes)
        request.leftOut = m_dragged;
    m_renderer.request(std::move(request));
}

void NetworkCanvas::takeFrame(const std::shared_ptr<const NetworkFrame> &frame)
{
    if (!isLarge() || frame->content->network != m_content.network)
        return;
    m_frame = frame;
    update();
    noteCanvasChanged(this);
    if (isSharp())
        Q_EMIT sharpened();
}

void NetworkCanvas::takeOverview(const std::shared_ptr<const NetworkOverview> &overview)
{
    if (!isLarge() || overview->content->network != m_content.network)
        return;
    m_overview = overview;
    m_minimap.setPicture(overview->picture, overview->camera);
    update();
}

bool NetworkCanvas::isSharp() const
{
    if (!isLarge() || m_content.positions.empty())
        return true;
    return m_frame && m_frame->isWhole && m_frame->camera == m_camera &&
           m_frame->content == m_shared && m_gesture != Gesture::MoveNodes &&
           m_frame->leftOut.empty();
}

void NetworkCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_content.positions.empty()) {
        painter.fillRect(rect(), m_theme.paper());
        painter.setPen(m_theme.faintInk());
        painter.setFont(font());
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_hint);
        return;
    }
    if (isLarge())
        paintLarge(painter);
    else
        paintSmall(painter);
    paintOverlays(painter);
    paintMinimap(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent(), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void NetworkCanvas::paintSmall(QPainter &painter)
{
    buildIfNeeded();
    if (m_ground.isNull()) {
        m_ground = QPixmap(size() * devicePixelRatioF());
        m_ground.setDevicePixelRatio(devicePixelRatioF());
        m_ground.fill(m_theme.paper());
        QPainter ground(&m_ground);
        NetworkPainter::paint(ground, *m_scene, m_theme, m_fonts);
    }
    painter.drawPixmap(0, 0, m_ground);
}

void NetworkCanvas::paintLarge(QPainter &painter)
{
    const bool isSame = m_frame && m_frame->camera == m_camera && m_frame->content == m_shared;
    if (isSame) {
        paintPicture(painter, m_frame->picture, m_frame->camera);
        paintLoose(painter);
        return;
    }
    painter.fillRect(rect(), m_theme.paper());
    if (m_overview)
        paintPicture(painter, m_overview->picture, m_overview->camera);
    if (!m_frame)
        return;
    paintPicture(painter, m_frame->marks, m_frame->camera);
    paintLoose(painter);
    NetworkPainter::paintWords(painter, movedWords(), m_theme, m_fonts);
}

// An earlier picture where it would be from here. A mere shift is one of whole device pixels, which
// copies rows.
void NetworkCanvas::paintPicture(QPainter &painter, const QImage &picture,
                                 const NetworkCamera &from) const
{
    const double growth = m_camera.zoom / from.zoom;
    const Point corner = m_camera.toPixel(from.toUnits({0, 0}));
    if (std::abs(growth - 1) < 1e-9) {
        const double scale = devicePixelRatioF();
        painter.drawImage(
            QPointF(std::round(corner.x * scale) / scale, std::round(corner.y * scale) / scale),
            picture);
        return;
    }
    // Only the part that is seen is scaled.
    const double pixels = picture.width() / from.width / growth;
    const QRectF target =
        QRectF(corner.x, corner.y, from.width * growth, from.height * growth) & QRectF(rect());
    if (target.isEmpty())
        return;
    painter.drawImage(target, picture,
                      QRectF((target.left() - corner.x) * pixels,
                             (target.top() - corner.y) * pixels, target.width() * pixels,
                             target.height() * pixels));
}

// The names of the last frame, in their own size, beside where their marks are now.
NetworkScene NetworkCanvas::movedWords() const
{
    const NetworkScene &drawn = m_frame->scene;
    NetworkScene words;
    words.width = drawn.width;
    words.height = drawn.height;
    words.actorKinds = drawn.actorKinds;
    words.legend = drawn.legend;
    words.hasCrowd = drawn.hasCrowd;
    const PlaneBox view{0, 0, m_camera.width, m_camera.height};
    for (const NetworkText &text : drawn.texts) {
        const bool isLegend = text.style == SceneTextStyle::Legend;
        if (!isLegend && words.texts.size() >= kMostMovingWords)
            continue;
        NetworkText moved = text;
        if (!isLegend && text.node != UINT32_MAX) {
            const Point before = m_frame->camera.toPixel(m_frame->content->positions[text.node]);
            const Point now = m_camera.toPixel(m_content.positions[text.node]);
            moved.box = text.box.movedBy(now - before);
        } else if (!isLegend) {
            const Point middle = text.box.centre();
            moved.box =
                text.box.movedBy(m_camera.toPixel(m_frame->camera.toUnits(middle)) - middle);
        }
        if (isLegend || view.meets(moved.box))
            words.texts.push_back(std::move(moved));
    }
    return words;
}

// What is being moved, and its links: the picture below is without them.
void NetworkCanvas::paintLoose(QPainter &painter)
{
    const std::vector<std::uint32_t> &loose =
        m_gesture == Gesture::MoveNodes ? m_dragged : m_frame->leftOut;
    if (loose.empty())
        return;
    NetworkPart part;
    part.nodes = loose;
    for (const std::uint32_t node : loose) {
        const auto links = m_content.network->linksOf(node);
        part.links.insert(part.links.end(), links.begin(), links.end());
    }
    NetworkScene overlay = buildNetworkOverlay(sceneRequest(), part, OverlayStyle::Spotlight);
    overlay.isVeiled = false;
    overlay.texts.clear();
    // Curves across the picture with their arrows would cost a frame.
    for (const SceneLink &link : overlay.links)
        overlay.lines.push_back({link.whole.from, link.whole.to, link.link, link.colour, false});
    overlay.links.clear();
    NetworkPainter::paint(painter, overlay, m_theme, m_fonts);
}

void NetworkCanvas::paintMarks(QPainter &painter, const NetworkMarks &marks, OverlayStyle style,
                               bool isDoubt)
{
    if (marks.isEmpty())
        return;
    NetworkScene overlay =
        isLarge() ? buildNetworkOverlay(sceneRequest(), {marks.nodes, marks.links}, style)
                  : buildNetworkOverlay(*m_scene, marks.nodes, marks.links, style);
    overlay.isDoubt = isDoubt;
    NetworkPainter::paint(painter, overlay, m_theme, m_fonts);
    // A broad glow would cover the names of links.
    if (isDoubt && !isLarge())
        NetworkPainter::paintWords(painter, NetworkPainter::wordsOverGlow(*m_scene, overlay),
                                   m_theme, m_fonts);
}

void NetworkCanvas::paintOverlays(QPainter &painter)
{
    NetworkMarks light = m_spotlight;
    if (m_hovered != Network::kNone && m_gesture == Gesture::None)
        light = neighbourhood(m_hovered);
    paintMarks(painter, light, OverlayStyle::Spotlight, false);
    paintMarks(painter, m_doubted, OverlayStyle::Ring, true);
    paintMarks(painter, m_selected, OverlayStyle::Ring, false);
}

QRectF NetworkCanvas::minimapArea() const
{
    if (m_content.positions.empty() || !m_minimap.isNeeded(m_camera))
        return {};
    return m_minimap.area(size(), legendHeight(m_measure));
}

void NetworkCanvas::paintMinimap(QPainter &painter)
{
    if (!isLarge() && m_minimap.isEmpty() && !m_isFitted)
        drawMinimap();
    if (const QRectF area = minimapArea(); !area.isEmpty())
        m_minimap.paint(painter, area, m_camera, m_theme);
}

// A small graph's picture is painted here: dots, lines and nothing else.
void NetworkCanvas::drawMinimap()
{
    NetworkSceneRequest request = sceneRequest();
    request.camera.width = kMinimapWidth;
    request.camera.height = kMinimapHeight;
    PlaneBox bounds = PlaneBox::around(m_content.positions[0], 0.5, 0.5);
    for (const Point at : m_content.positions)
        bounds = bounds.united(PlaneBox::around(at, 0.5, 0.5));
    request.camera.fit(bounds, {6, 6, 6, 6}, 1);
    request.withLegend = false;
    NetworkScene scene = buildNetworkScene(request);
    scene.texts.clear();
    for (SceneNode &node : scene.nodes)
        node.radius = std::max(node.radius, 8.0F);
    QImage picture(static_cast<int>(kMinimapWidth), static_cast<int>(kMinimapHeight),
                   QImage::Format_RGB32);
    picture.fill(m_theme.paper());
    QPainter painter(&picture);
    NetworkPainter::paint(painter, scene, m_theme, m_fonts);
    painter.end();
    m_minimap.setPicture(picture, request.camera);
}

void NetworkCanvas::moveViewTo(const QPointF &place)
{
    m_camera.centre = m_minimap.unitsAt(place, minimapArea());
    moved();
}

}  // namespace dateline::ui
