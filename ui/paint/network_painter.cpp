// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/network_painter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <QPolygonF>

#include "app/network/edge_raster.h"
#include "app/network/network_hit.h"
#include "ui/bridge/text.h"
#include "ui/paint/label.h"
#include "ui/paint/mass_images.h"

namespace dateline::ui {

namespace {

constexpr double kDimmed = 0.76;         // how far dimmed things fade into the paper
constexpr float kGroundOpacity = 0.82F;  // of the ground below a name among many marks
constexpr double kVeil = 0.72;
constexpr std::size_t kMostPlainLines = 2'000;
constexpr std::size_t kMostSmoothLines = 500;  // a smooth one takes five times as long
constexpr std::size_t kMostDrawnMarks = 400;   // of more, those that look the same are stamped
constexpr std::size_t kMostPlainDots = 2'000;
constexpr double kHull = 0.86;  // how far hulls fade into the paper

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) {
        return static_cast<int>(std::lround(x * (1 - share) + y * share));
    };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()),
                  channel(a.blue(), b.blue()));
}

QPointF toQPoint(Point point)
{
    return {point.x, point.y};
}

QRectF toQRect(const PlaneBox &box)
{
    return {box.left, box.top, box.width(), box.height()};
}

QPainterPath wholeOf(const SceneLink &link)
{
    QPainterPath path;
    path.moveTo(toQPoint(link.whole.from));
    path.quadTo(toQPoint(link.whole.control), toQPoint(link.whole.to));
    return path;
}

double glowWidth(const NetworkScene &overlay, const SceneLink &link)
{
    return link.width + (overlay.isDoubt ? 4 : 6);
}

class Replay {
public:
    Replay(QPainter &painter, const NetworkScene &scene, const Theme &theme,
           const NetworkFonts &fonts)
        : m_painter(painter), m_scene(scene), m_theme(theme), m_fonts(fonts)
    {
    }

    void paintMarks()
    {
        if (m_scene.isVeiled) {
            QColor veil = m_theme.paper();
            veil.setAlphaF(static_cast<float>(kVeil));
            m_painter.fillRect(QRectF(0, 0, m_scene.width, m_scene.height), veil);
        }
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const SceneHull &hull : m_scene.hulls)
            paintHull(hull);
        paintRules();
        if (m_scene.mass) {
            const QImage image = massImage(*m_scene.mass, tint());
            m_painter.drawImage(QRectF(0, 0, image.width() / m_scene.mass->scale,
                                       image.height() / m_scene.mass->scale),
                                image);
        }
        paintLines();
        for (const SceneLink &link : m_scene.glows)
            paintGlow(link);
        for (const SceneLink &link : m_scene.links)
            paintLink(link);
        for (const NetworkRing &ring : m_scene.rings)
            paintRing(ring);
        paintNodes();
    }

    void paintWords()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintLegendGround();
        for (const SceneLegendMark &mark : m_scene.legend)
            paintLegendMark(mark);
        for (const NetworkText &text : m_scene.texts)
            paintText(text);
    }

private:
    QColor dimmedIf(bool isDimmed, const QColor &colour) const
    {
        return isDimmed ? mixed(colour, m_theme.paper(), kDimmed) : colour;
    }

    QColor ringColour() const { return m_scene.isDoubt ? m_theme.doubt() : m_theme.accent(); }

    QColor linkColour(std::uint8_t colour) const
    {
        if (colour == kBelongingColour)
            return mixed(m_theme.faintInk(), m_theme.paper(), 0.38);
        if (colour == kDerivedColour)
            return mixed(m_theme.faintInk(), m_theme.paper(), 0.58);
        return m_theme.category(colour);
    }

    QColor linkNameColour(std::uint8_t colour) const
    {
        return colour == kBelongingColour || colour == kDerivedColour
                   ? m_theme.faintInk()
                   : m_theme.categoryText(colour);
    }

    // Dashes are so many pixels, whatever the width of the line.
    QPen penFor(const QColor &colour, double width, Certainty certainty) const
    {
        QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        switch (m_theme.penStyle(certainty)) {
        case Qt::DashLine:
            pen.setDashPattern({7 / width, 4 / width});
            break;
        case Qt::DotLine:
            pen.setCapStyle(Qt::RoundCap);
            pen.setDashPattern({0.1 / width, (width + 4.2) / width});
            break;
        default:
            break;
        }
        return pen;
    }

    // Over a crowd the legend could not be read.
    void paintLegendGround()
    {
        if (m_scene.legend.empty() || !m_scene.hasCrowd)
            return;
        constexpr double kAir = 6;
        const double top = m_scene.legend.front().box.top - kAir;
        m_painter.fillRect(QRectF(0, top, m_scene.width, m_scene.height - top), m_theme.paper());
    }

    LinkTint tint() const
    {
        return [this](std::uint8_t colour, bool isDimmed) {
            return dimmedIf(isDimmed, linkColour(colour));
        };
    }

    // Soft: the corners are rounded by a broad pen. Opaque, so that overlaps are not counted.
    void paintHull(const SceneHull &hull)
    {
        const QColor ground = mixed(m_theme.category(hull.colour), m_theme.paper(), kHull);
        QPolygonF corners;
        for (const Point corner : hull.corners)
            corners.append(toQPoint(corner));
        m_painter.setPen(QPen(ground, 2 * hull.margin, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(ground);
        if (corners.size() == 1)
            m_painter.drawPoint(corners.first());
        else
            m_painter.drawPolygon(corners);
    }

    void paintRules()
    {
        m_painter.setPen(QPen(m_theme.rule(), 1));
        for (const NetworkLine &rule : m_scene.rules)
            m_painter.drawLine(toQPoint(rule.from), toQPoint(rule.to));
    }

    // One colour at a time: [first, last) of the lines. Many are rastered at once.
    void paintLines()
    {
        if (m_scene.lines.size() > kMostPlainLines) {
            paintManyLines();
            return;
        }
        for (std::size_t first = 0; first < m_scene.lines.size();) {
            const NetworkLine &line = m_scene.lines[first];
            std::size_t last = first + 1;
            while (last < m_scene.lines.size() && m_scene.lines[last].colour == line.colour &&
                   m_scene.lines[last].isDimmed == line.isDimmed)
                ++last;
            const QColor colour = dimmedIf(line.isDimmed, linkColour(line.colour));
            paintPlainLines(first, last, colour);
            first = last;
        }
    }

    void paintPlainLines(std::size_t first, std::size_t last, const QColor &colour)
    {
        QList<QLineF> batch;
        for (std::size_t i = first; i < last; ++i)
            batch.append(QLineF(toQPoint(m_scene.lines[i].from), toQPoint(m_scene.lines[i].to)));
        // Faint, so that they do not drown the marks.
        m_painter.setPen(QPen(mixed(colour, m_theme.paper(), 0.45), 1));
        m_painter.setRenderHint(QPainter::Antialiasing, m_scene.lines.size() <= kMostSmoothLines);
        m_painter.drawLines(batch);
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    // A line costs QPainter some 50 ns a pixel; counted, it costs two. What many links cross is
    // darker.
    void paintManyLines()
    {
        LinkMass mass;
        mass.scale = std::clamp(m_painter.deviceTransform().m11(), 0.25, 4.0);
        mass.width = sideOf(m_scene.width, mass.scale);
        mass.height = sideOf(m_scene.height, mass.scale);
        for (std::size_t first = 0; first < m_scene.lines.size();) {
            const NetworkLine &line = m_scene.lines[first];
            EdgeRaster raster(mass.width, mass.height);
            std::size_t last = first;
            for (; last < m_scene.lines.size() && m_scene.lines[last].colour == line.colour &&
                   m_scene.lines[last].isDimmed == line.isDimmed;
                 ++last)
                raster.add(m_scene.lines[last].from * mass.scale,
                           m_scene.lines[last].to * mass.scale);
            LinkMass::Plane plane{line.colour, line.isDimmed, {}};
            for (int y = 0; y < mass.height; ++y)
                plane.weights.insert(plane.weights.end(), raster.row(y).begin(),
                                     raster.row(y).end());
            mass.planes.push_back(std::move(plane));
            first = last;
        }
        m_painter.drawImage(QRectF(0, 0, mass.width / mass.scale, mass.height / mass.scale),
                            massImage(mass, tint()));
    }

    static int sideOf(double pixels, double scale)
    {
        return std::clamp(static_cast<int>(std::ceil(pixels * scale)), 1, 16'000);
    }

    QPainterPath pathOf(const SceneLink &link) const
    {
        QPainterPath path;
        for (std::uint32_t i = link.firstPiece; i < link.lastPiece; ++i) {
            const SceneCurve &piece = m_scene.pieces[i];
            path.moveTo(toQPoint(piece.from));
            path.quadTo(toQPoint(piece.control), toQPoint(piece.to));
        }
        return path;
    }

    void paintGlow(const SceneLink &link)
    {
        m_painter.strokePath(
            wholeOf(link), QPen(mixed(ringColour(), m_theme.paper(), m_scene.isDoubt ? 0.2 : 0.55),
                                glowWidth(m_scene, link), Qt::SolidLine, Qt::RoundCap));
    }

    void paintLink(const SceneLink &link)
    {
        const QColor colour = dimmedIf(link.isDimmed, linkColour(link.colour));
        m_painter.strokePath(pathOf(link), penFor(colour, link.width, link.certainty));
        if (link.hasArrow)
            paintArrow(link, colour);
        if (link.certainty == Certainty::Denied)
            paintCross(pointOn(link.whole, 0.5), colour);
    }

    void paintArrow(const SceneLink &link, const QColor &colour)
    {
        const Point axis = link.arrowTip - link.arrowFrom;
        const double length = lengthOf(axis);
        if (length < 1)
            return;
        const Point side = Point{-axis.y, axis.x} * ((2.2 + 0.75 * link.width) / length);
        const QPolygonF head{{toQPoint(link.arrowTip), toQPoint(link.arrowFrom + side),
                              toQPoint(link.arrowFrom + axis * 0.22),
                              toQPoint(link.arrowFrom - side)}};
        QPainterPath path;
        path.addPolygon(head);
        path.closeSubpath();
        m_painter.fillPath(path, colour);
    }

    void paintCross(Point at, const QColor &colour)
    {
        constexpr double kArm = 4.5;
        m_painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(at.x - kArm, at.y - kArm), QPointF(at.x + kArm, at.y + kArm));
        m_painter.drawLine(QPointF(at.x - kArm, at.y + kArm), QPointF(at.x + kArm, at.y - kArm));
    }

    void paintRing(const NetworkRing &ring)
    {
        m_painter.setPen(QPen(ringColour(), 2.5));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(toQPoint(ring.at), ring.radius, ring.radius);
    }

    void paintNodes()
    {
        const std::size_t kinds = m_scene.actorKinds.size();
        std::vector<QColor> strokes(kinds);
        std::vector<QColor> fills(kinds);
        for (std::size_t i = 0; i < kinds; ++i) {
            strokes[i] = m_theme.actorColour(m_scene.actorKinds[i]);
            fills[i] = m_theme.actorGround(m_scene.actorKinds[i]);
        }
        const auto dots =
            std::count_if(m_scene.nodes.begin(), m_scene.nodes.end(),
                          [](const SceneNode &node) { return node.radius < kLeastOutlined; });
        const bool areMany = static_cast<std::size_t>(dots) > kMostPlainDots;
        if (areMany) {
            const double scale = std::clamp(m_painter.deviceTransform().m11(), 0.25, 4.0);
            const QImage image = dotsImage(
                m_scene.nodes, m_scene.width, m_scene.height, scale,
                [&](const SceneNode &node) { return dimmedIf(node.isDimmed, strokes[node.kind]); });
            m_painter.drawImage(QRectF(0, 0, image.width() / scale, image.height() / scale), image);
        }
        const bool canStamp = m_scene.nodes.size() > kMostDrawnMarks && m_painter.paintEngine() &&
                              m_painter.paintEngine()->type() == QPaintEngine::Raster;
        for (const SceneNode &node : m_scene.nodes) {
            const QColor stroke = dimmedIf(node.isDimmed, strokes[node.kind]);
            if (node.radius < kLeastOutlined) {
                if (areMany)
                    continue;
                const double side = 2.0 * node.radius;
                m_painter.fillRect(
                    QRectF(node.at.x - node.radius, node.at.y - node.radius, side, side), stroke);
                continue;
            }
            const QColor fill = dimmedIf(node.isDimmed, fills[node.kind]);
            if (canStamp) {
                paintStamp(node, stroke, fill);
                continue;
            }
            paintMark(node.shape, node.at, node.radius, stroke, fill);
            if (node.isPinned) {
                m_painter.setPen(Qt::NoPen);
                m_painter.setBrush(stroke);
                m_painter.drawEllipse(toQPoint(node.at), 1.9, 1.9);
            }
        }
    }

    // An outline costs some 50 us; a picture of one like it, at whole device pixels, one.
    void paintStamp(const SceneNode &node, const QColor &stroke, const QColor &fill)
    {
        const double scale = m_painter.deviceTransform().m11();
        const auto size = static_cast<int>(std::lround(node.radius * 2));  // halves of pixels
        const StampKey key{node.shape, node.kind, node.isDimmed, size};
        const auto [stamp, isNew] = m_stamps.try_emplace(key);
        const double radius = size / 2.0;
        const double half = std::ceil(radius + 2);
        if (isNew) {
            const int pixels = static_cast<int>(std::ceil(2 * half * scale));
            stamp->second = QImage(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
            stamp->second.setDevicePixelRatio(scale);
            stamp->second.fill(Qt::transparent);
            QPainter painter(&stamp->second);
            painter.setRenderHint(QPainter::Antialiasing);
            Replay(painter, m_scene, m_theme, m_fonts)
                .paintMark(node.shape, {half, half}, radius, stroke, fill);
        }
        const auto whole = [scale](double at) { return std::round(at * scale) / scale; };
        m_painter.drawImage(QPointF(whole(node.at.x - half), whole(node.at.y - half)),
                            stamp->second);
        if (node.isPinned) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(stroke);
            m_painter.drawEllipse(toQPoint(node.at), 1.9, 1.9);
        }
    }

    void paintMark(NodeShape shape, Point at, double radius, const QColor &stroke,
                   const QColor &fill)
    {
        m_painter.setPen(QPen(stroke, 1.7, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        m_painter.setBrush(fill);
        m_painter.drawPath(NetworkPainter::outline(shape, at, radius));
        if (shape == NodeShape::DoubleCircle) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(toQPoint(at), radius * 0.62, radius * 0.62);
        }
    }

    void paintLegendMark(const SceneLegendMark &mark)
    {
        const Point middle = mark.box.centre();
        if (mark.kind == SceneLegendMark::Kind::Shape) {
            const std::string &kind = m_scene.actorKinds[mark.actorKind];
            paintMark(mark.shape, middle, mark.box.width() / 2 - 0.5, m_theme.actorColour(kind),
                      m_theme.actorGround(kind));
            return;
        }
        QPen pen = penFor(m_theme.faintInk(), 2, mark.certainty);
        if (mark.kind == SceneLegendMark::Kind::Belonging)
            pen = QPen(linkColour(kBelongingColour), 1.1);
        else if (mark.kind == SceneLegendMark::Kind::Derived)
            pen = QPen(linkColour(kDerivedColour), 1.4);
        else if (mark.kind == SceneLegendMark::Kind::Colour)
            pen = QPen(linkColour(mark.colour), 2.2);
        QPainterPath path;
        path.moveTo(mark.box.left, middle.y);
        path.lineTo(mark.box.right, middle.y);
        m_painter.strokePath(path, pen);
        if (mark.kind == SceneLegendMark::Kind::Stroke && mark.certainty == Certainty::Denied)
            paintCross(middle, m_theme.faintInk());
    }

    void paintText(const NetworkText &text)
    {
        const bool isHull = text.style == SceneTextStyle::HullName;
        const bool isName = text.style == SceneTextStyle::Name || isHull;
        const NetworkFont font = isName ? NetworkFont::Name : NetworkFont::Small;
        QColor colour = isName ? m_theme.ink() : m_theme.faintInk();
        if (text.style == SceneTextStyle::LinkName)
            colour = linkNameColour(text.colour);
        else if (isHull)
            colour = mixed(m_theme.category(text.colour), m_theme.ink(), 0.35);
        if (text.hasGround) {
            QColor ground = m_theme.paper();
            ground.setAlphaF(m_scene.isDoubt ? 1.0F : kGroundOpacity);
            m_painter.fillRect(toQRect(text.box.grown(m_scene.isDoubt ? 0 : 1.5)), ground);
        }
        m_painter.setPen(dimmedIf(text.isDimmed, colour));
        // A link's name has some air on both sides, inside its box.
        const bool hasAir = text.style == SceneTextStyle::LinkName ||
                            text.style == SceneTextStyle::Column || isHull;
        const double air = hasAir ? 3 : 0;
        const QRectF box = toQRect(text.box);
        drawLabel(m_painter,
                  QPointF(box.left() + air, box.center().y() + m_fonts.baselineBelowCentre(font)),
                  toQString(text.text), m_fonts.font(font));
    }

    // What marks of one look share: shape, kind, whether it is dimmed, radius in half pixels.
    using StampKey = std::tuple<NodeShape, std::uint16_t, bool, int>;
    std::map<StampKey, QImage> m_stamps;

    QPainter &m_painter;
    const NetworkScene &m_scene;
    const Theme &m_theme;
    const NetworkFonts &m_fonts;
};

QPainterPath polygon(int corners, double firstCorner, Point centre, double radius)
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = firstCorner + 2 * std::numbers::pi * i / corners;
        const QPointF corner(centre.x + radius * std::cos(angle),
                             centre.y + radius * std::sin(angle));
        if (i == 0)
            path.moveTo(corner);
        else
            path.lineTo(corner);
    }
    path.closeSubpath();
    return path;
}

}  // namespace

void NetworkPainter::paint(QPainter &painter, const NetworkScene &scene, const Theme &theme)
{
    paint(painter, scene, theme, NetworkFonts(theme));
}

void NetworkPainter::paint(QPainter &painter, const NetworkScene &scene, const Theme &theme,
                           const NetworkFonts &fonts)
{
    paintMarks(painter, scene, theme, fonts);
    paintWords(painter, scene, theme, fonts);
}

void NetworkPainter::paintMarks(QPainter &painter, const NetworkScene &scene, const Theme &theme,
                                const NetworkFonts &fonts)
{
    painter.save();
    Replay(painter, scene, theme, fonts).paintMarks();
    painter.restore();
}

void NetworkPainter::paintWords(QPainter &painter, const NetworkScene &scene, const Theme &theme,
                                const NetworkFonts &fonts)
{
    painter.save();
    Replay(painter, scene, theme, fonts).paintWords();
    painter.restore();
}

NetworkScene NetworkPainter::wordsOverGlow(const NetworkScene &scene, const NetworkScene &overlay)
{
    std::vector<QPainterPath> glows;
    for (const SceneLink &link : overlay.glows) {
        QPainterPathStroker stroker(QPen(Qt::black, glowWidth(overlay, link)));
        glows.push_back(stroker.createStroke(wholeOf(link)));
    }
    NetworkScene over;
    over.width = scene.width;
    over.height = scene.height;
    over.isDoubt = true;  // the paper below the names is opaque
    for (const NetworkText &text : scene.texts) {
        const bool isUnder = std::any_of(
            glows.begin(), glows.end(),
            [box = toQRect(text.box)](const QPainterPath &glow) { return glow.intersects(box); });
        if (!isUnder)
            continue;
        over.texts.push_back(text);
        over.texts.back().hasGround = true;
    }
    return over;
}

QPainterPath NetworkPainter::outline(NodeShape shape, Point centre, double radius)
{
    constexpr double kUp = -std::numbers::pi / 2;
    QPainterPath path;
    switch (shape) {
    case NodeShape::Circle:
    case NodeShape::DoubleCircle:
        path.addEllipse(toQPoint(centre), radius, radius);
        return path;
    case NodeShape::Square: {
        const double half = radius * 0.92;
        path.addRoundedRect(QRectF(centre.x - half, centre.y - half, 2 * half, 2 * half), 3, 3);
        return path;
    }
    case NodeShape::Hexagon:
        return polygon(6, 0, centre, radius);
    case NodeShape::Diamond:
        return polygon(4, 0, centre, radius);
    case NodeShape::Triangle:
        return polygon(3, kUp, centre, radius);
    case NodeShape::Pentagon:
        return polygon(5, kUp, centre, radius);
    }
    return path;
}

}  // namespace dateline::ui
