// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/network_painter.h"

#include <array>
#include <cmath>
#include <numbers>

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include "app/network/edge_raster.h"
#include "app/network/network_hit.h"
#include "ui/bridge/text.h"
#include "ui/paint/label.h"

namespace dateline::ui {

namespace {

constexpr double kDimmed = 0.76;         // how far dimmed things fade into the paper
constexpr float kGroundOpacity = 0.82F;  // of the ground below a name among many marks
constexpr float kLeastOutlined = 4;      // smaller marks are plain dots
constexpr double kVeil = 0.72;
constexpr std::size_t kMostPlainLines = 2'000;
constexpr std::size_t kDensities = 24;  // more links in one pixel look no darker

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

class Replay {
public:
    Replay(QPainter &painter, const NetworkScene &scene, const Theme &theme,
           const NetworkFonts &fonts)
        : m_painter(painter), m_scene(scene), m_theme(theme), m_fonts(fonts)
    {
    }

    void run()
    {
        if (m_scene.isVeiled) {
            QColor veil = m_theme.paper();
            veil.setAlphaF(static_cast<float>(kVeil));
            m_painter.fillRect(QRectF(0, 0, m_scene.width, m_scene.height), veil);
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        paintLines();
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const SceneLink &link : m_scene.glows)
            paintGlow(link);
        for (const SceneLink &link : m_scene.links)
            paintLink(link);
        for (const NetworkRing &ring : m_scene.rings)
            paintRing(ring);
        paintNodes();
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

    // One colour at a time: [first, last) of the lines.
    void paintLines()
    {
        for (std::size_t first = 0; first < m_scene.lines.size();) {
            const NetworkLine &line = m_scene.lines[first];
            std::size_t last = first + 1;
            while (last < m_scene.lines.size() && m_scene.lines[last].colour == line.colour &&
                   m_scene.lines[last].isDimmed == line.isDimmed)
                ++last;
            const QColor colour = dimmedIf(line.isDimmed, linkColour(line.colour));
            if (m_scene.lines.size() > kMostPlainLines)
                paintMass(first, last, colour);
            else
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
        m_painter.drawLines(batch);
    }

    // A line costs QPainter some 50 ns a pixel; counted, it costs two. What many links cross is
    // darker.
    void paintMass(std::size_t first, std::size_t last, const QColor &colour)
    {
        const double scale = std::clamp(m_painter.deviceTransform().m11(), 0.25, 4.0);
        const int width = std::clamp(static_cast<int>(std::ceil(m_scene.width * scale)), 1, 16'000);
        const int height =
            std::clamp(static_cast<int>(std::ceil(m_scene.height * scale)), 1, 16'000);
        EdgeRaster raster(width, height);
        for (std::size_t i = first; i < last; ++i)
            raster.add(m_scene.lines[i].from * scale, m_scene.lines[i].to * scale);
        std::array<QRgb, kDensities> shades{};
        for (std::size_t i = 1; i < shades.size(); ++i) {
            QColor shade = colour;
            shade.setAlphaF(static_cast<float>(1 - std::pow(0.8, static_cast<double>(i))));
            shades[i] = qPremultiply(shade.rgba());
        }
        QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < height; ++y) {
            const auto counts = raster.row(y);
            auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (std::size_t x = 0; x < counts.size(); ++x)
                pixels[x] = shades[std::min<std::size_t>(counts[x], kDensities - 1)];
        }
        m_painter.drawImage(QRectF(0, 0, width / scale, height / scale), image);
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
        QPainterPath path;
        path.moveTo(toQPoint(link.whole.from));
        path.quadTo(toQPoint(link.whole.control), toQPoint(link.whole.to));
        m_painter.strokePath(
            path, QPen(mixed(ringColour(), m_theme.paper(), m_scene.isDoubt ? 0.2 : 0.55),
                       link.width + (m_scene.isDoubt ? 4 : 6), Qt::SolidLine, Qt::RoundCap));
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
        for (const SceneNode &node : m_scene.nodes) {
            const QColor stroke = dimmedIf(node.isDimmed, strokes[node.kind]);
            if (node.radius < kLeastOutlined) {
                const double side = 2.0 * node.radius;
                m_painter.fillRect(
                    QRectF(node.at.x - node.radius, node.at.y - node.radius, side, side), stroke);
                continue;
            }
            paintMark(node.shape, node.at, node.radius, stroke,
                      dimmedIf(node.isDimmed, fills[node.kind]));
            if (node.isPinned) {
                m_painter.setPen(Qt::NoPen);
                m_painter.setBrush(stroke);
                m_painter.drawEllipse(toQPoint(node.at), 1.9, 1.9);
            }
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
        QPainterPath path;
        path.moveTo(mark.box.left, middle.y);
        path.lineTo(mark.box.right, middle.y);
        m_painter.strokePath(path, pen);
        if (mark.certainty == Certainty::Denied)
            paintCross(middle, m_theme.faintInk());
    }

    void paintText(const NetworkText &text)
    {
        const bool isName = text.style == SceneTextStyle::Name;
        const NetworkFont font = isName ? NetworkFont::Name : NetworkFont::Small;
        QColor colour = isName ? m_theme.ink() : m_theme.faintInk();
        if (text.style == SceneTextStyle::LinkName)
            colour = linkColour(text.colour);
        if (text.hasGround) {
            QColor ground = m_theme.paper();
            ground.setAlphaF(kGroundOpacity);
            m_painter.fillRect(toQRect(text.box.grown(1.5)), ground);
        }
        m_painter.setPen(dimmedIf(text.isDimmed, colour));
        // A link's name has some air on both sides, inside its box.
        const double air = text.style == SceneTextStyle::LinkName ? 3 : 0;
        const QRectF box = toQRect(text.box);
        drawLabel(m_painter,
                  QPointF(box.left() + air, box.center().y() + m_fonts.baselineBelowCentre(font)),
                  toQString(text.text), m_fonts.font(font));
    }

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
    painter.save();
    Replay(painter, scene, theme, fonts).run();
    painter.restore();
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
