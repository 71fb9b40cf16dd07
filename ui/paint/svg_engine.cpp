// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/svg_engine.h"

#include <cmath>

#include <QBuffer>
#include <QFontInfo>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPen>
#include <QPixmap>
#include <QRadialGradient>

#include "ui/paint/svg_groups.h"
#include "ui/paint/svg_path.h"

namespace dateline::ui {

namespace {

// From here on a drawing is for looking at, not for moving its shapes about one by one.
constexpr std::size_t kManyPieces = 3'000;

QByteArray attribute(const char *name, const QByteArray &value)
{
    return ' ' + QByteArray(name) + "=\"" + value + '"';
}

QByteArray colourText(const QColor &colour)
{
    const QByteArray name = colour.name(QColor::HexRgb).toLatin1();
    if (name[1] == name[2] && name[3] == name[4] && name[5] == name[6])
        return QByteArray("#") + name[1] + name[3] + name[5];
    return name;
}

QByteArray opacityText(double opacity)
{
    return QByteArray::number(std::round(opacity * 1'000) / 1'000);
}

// What XML forbids is left out.
QByteArray escaped(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            plain += c;
            plain += text[++i];
        } else if (!c.isSurrogate() && c.unicode() < 0xfffe &&
                   (c.unicode() >= 0x20 || c == u'\t')) {
            plain += c;
        }
    }
    return plain.toHtmlEscaped().toUtf8();
}

bool needsItsSpaces(const QString &text)
{
    return text.startsWith(u' ') || text.endsWith(u' ') || text.contains(u"  ") ||
           text.contains(u'\t');
}

QByteArray matrixText(const QTransform &transform)
{
    QByteArray text = "matrix(";
    for (const double value : {transform.m11(), transform.m12(), transform.m21(), transform.m22()})
        text += QByteArray::number(value, 'g', 6) + ' ';
    return text + svgNumber(transform.dx()) + ' ' + svgNumber(transform.dy()) + ')';
}

QPaintEngine::PaintEngineFeatures features()
{
    return QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform |
           QPaintEngine::LinearGradientFill | QPaintEngine::RadialGradientFill |
           QPaintEngine::AlphaBlend | QPaintEngine::PainterPaths | QPaintEngine::Antialiasing |
           QPaintEngine::BrushStroke | QPaintEngine::ConstantOpacity |
           QPaintEngine::ObjectBoundingModeGradients;
}

}  // namespace

SvgEngine::SvgEngine(const QSizeF &size) : QPaintEngine(features()), m_view(QPointF(), size) {}

void SvgEngine::updateState(const QPaintEngineState &)
{
    m_isResolved = false;
}

std::uint32_t SvgEngine::lookOf(const QByteArray &attributes)
{
    const auto known = m_lookNumbers.constFind(attributes);
    if (known != m_lookNumbers.constEnd())
        return *known;
    const auto number = static_cast<std::uint32_t>(m_looks.size());
    m_looks.push_back(attributes);
    m_lookNumbers.insert(attributes, number);
    return number;
}

QByteArray SvgEngine::gradientId(const QBrush &brush)
{
    const QGradient &gradient = *brush.gradient();
    const bool isOfShape = gradient.coordinateMode() == QGradient::ObjectMode ||
                           gradient.coordinateMode() == QGradient::ObjectBoundingMode;
    const QTransform map = brush.transform() * (m_isMapped ? m_transform : QTransform());
    const auto place = [&](const QPointF &point) { return isOfShape ? point : map.map(point); };
    const double grown = isOfShape ? 1 : std::hypot(map.m11(), map.m12());
    const bool isRadial = gradient.type() == QGradient::RadialGradient;
    QByteArray made;
    if (!isOfShape)
        made += attribute("gradientUnits", "userSpaceOnUse");
    if (isRadial) {
        const auto &radial = static_cast<const QRadialGradient &>(gradient);
        made += attribute("cx", svgNumber(place(radial.center()).x())) +
                attribute("cy", svgNumber(place(radial.center()).y())) +
                attribute("r", svgNumber(radial.radius() * grown)) +
                attribute("fx", svgNumber(place(radial.focalPoint()).x())) +
                attribute("fy", svgNumber(place(radial.focalPoint()).y()));
    } else {
        const auto &linear = static_cast<const QLinearGradient &>(gradient);
        made += attribute("x1", svgNumber(place(linear.start()).x())) +
                attribute("y1", svgNumber(place(linear.start()).y())) +
                attribute("x2", svgNumber(place(linear.finalStop()).x())) +
                attribute("y2", svgNumber(place(linear.finalStop()).y()));
    }
    if (gradient.spread() != QGradient::PadSpread)
        made += attribute("spreadMethod",
                          gradient.spread() == QGradient::ReflectSpread ? "reflect" : "repeat");
    made += '>';
    for (const QGradientStop &stop : gradient.stops()) {
        made += "<stop" + attribute("offset", QByteArray::number(stop.first, 'g', 4)) +
                attribute("stop-color", colourText(stop.second));
        if (const double opacity = stop.second.alphaF() * painter()->opacity(); opacity < 0.999)
            made += attribute("stop-opacity", opacityText(opacity));
        made += "/>";
    }
    QByteArray &id = m_gradients[made];
    if (id.isEmpty()) {
        const QByteArray element = isRadial ? "radialGradient" : "linearGradient";
        id = "g" + QByteArray::number(m_gradients.size());
        m_definitions += '<' + element + attribute("id", id) + made + "</" + element + ">\n";
    }
    return id;
}

QByteArray SvgEngine::paintOf(const char *property, const QBrush &brush)
{
    if (brush.style() == Qt::NoBrush)
        return attribute(property, "none");
    if (brush.style() == Qt::LinearGradientPattern || brush.style() == Qt::RadialGradientPattern)
        return attribute(property, "url(#" + gradientId(brush) + ')');
    QByteArray text = attribute(property, colourText(brush.color()));
    if (const double opacity = brush.color().alphaF() * painter()->opacity(); opacity < 0.999)
        text += attribute((QByteArray(property) + "-opacity").constData(), opacityText(opacity));
    return text;
}

void SvgEngine::resolve()
{
    if (m_isResolved)
        return;
    m_isResolved = true;
    m_textLook.reset();
    m_shapeLooks = {};
    const QPainter &drawn = *painter();
    m_transform = drawn.combinedTransform();
    // A transform that keeps circles round can be worked into the numbers.
    m_scale = std::hypot(m_transform.m11(), m_transform.m12());
    m_isMapped = std::abs(m_transform.m11() - m_transform.m22()) < 1e-9 &&
                 std::abs(m_transform.m12() + m_transform.m21()) < 1e-9 && m_scale > 1e-9;
    m_under = m_isMapped ? QByteArray() : attribute("transform", matrixText(m_transform));

    m_fill = paintOf("fill", drawn.brush());
    const QPen pen = drawn.pen();
    m_stroke.clear();
    m_reach = 0;
    if (pen.style() == Qt::NoPen)
        return;
    const double width = std::max(pen.widthF(), pen.widthF() <= 0 ? 1.0 : 0.0) *
                         (m_isMapped && !pen.isCosmetic() ? m_scale : 1.0);
    m_stroke = paintOf("stroke", pen.brush());
    m_isOpaqueStroke = pen.brush().style() == Qt::SolidPattern && pen.color().alpha() == 255 &&
                       drawn.opacity() > 0.999;
    if (width != 1)
        m_stroke += attribute("stroke-width", svgNumber(width));
    if (pen.capStyle() != Qt::FlatCap)
        m_stroke +=
            attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? "round" : "square");
    if (pen.joinStyle() == Qt::RoundJoin)
        m_stroke += attribute("stroke-linejoin", "round");
    else if (pen.joinStyle() == Qt::BevelJoin)
        m_stroke += attribute("stroke-linejoin", "bevel");
    if (pen.style() != Qt::SolidLine) {
        QByteArray dashes;
        for (const double dash : pen.dashPattern())
            dashes += (dashes.isEmpty() ? "" : " ") + svgNumber(dash * width);
        m_stroke += attribute("stroke-dasharray", dashes);
        if (pen.dashOffset() != 0)
            m_stroke += attribute("stroke-dashoffset", svgNumber(pen.dashOffset() * width));
    }
    m_reach = width *
              (pen.joinStyle() == Qt::MiterJoin || pen.joinStyle() == Qt::SvgMiterJoin ? 1.5 : 0.8);
}

void SvgEngine::addShape(const QPainterPath &path, bool isFilled)
{
    resolve();
    const bool hasFill = isFilled && painter()->brush().style() != Qt::NoBrush;
    if (!hasFill && m_stroke.isEmpty())
        return;
    const bool isWinding = hasFill && path.fillRule() == Qt::WindingFill;
    std::optional<std::uint32_t> &known = m_shapeLooks[!hasFill ? 0 : isWinding ? 2 : 1];
    if (!known) {
        QByteArray look = hasFill ? m_fill : attribute("fill", "none");
        if (isWinding)
            look += attribute("fill-rule", "nonzero");
        known = lookOf(look + m_stroke + m_under);
    }
    Piece piece;
    piece.look = *known;
    piece.path = m_isMapped ? m_transform.map(path) : path;
    const QRectF bounds = m_transform.map(path).controlPointRect();
    piece.bounds = bounds.adjusted(-m_reach, -m_reach, m_reach, m_reach);
    piece.mayCrossItsOwn = !hasFill && m_isOpaqueStroke;
    add(std::move(piece));
}

void SvgEngine::add(Piece piece)
{
    // Not even a hair of what lies outside can be seen. (A level line is no empty shape.)
    const QRectF &b = piece.bounds;
    if (b.right() < m_view.left() || b.left() > m_view.right() || b.bottom() < m_view.top() ||
        b.top() > m_view.bottom())
        return;
    m_pieces.push_back(std::move(piece));
}

void SvgEngine::drawPath(const QPainterPath &path)
{
    addShape(path, true);
}

void SvgEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    if (count < 2)
        return;
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i)
        path.lineTo(points[i]);
    if (mode != PolylineMode)
        path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    addShape(path, mode != PolylineMode);
}

QByteArray SvgEngine::textLook(const QFont &font)
{
    // The family that the words were measured with, as the desktop's own names mean nothing
    // elsewhere.
    const QFontInfo real(font);
    const QByteArray family = real.family().toHtmlEscaped().replace(u'\'', QString()).toUtf8();
    const double size =
        (font.pixelSize() > 0 ? font.pixelSize() : real.pixelSize()) * (m_isMapped ? m_scale : 1);
    QByteArray look = paintOf("fill", QBrush(painter()->pen().color())) +
                      attribute("font-family", '\'' + family + "',sans-serif") +
                      attribute("font-size", svgNumber(size));
    if (font.weight() != QFont::Normal)
        look += attribute("font-weight", QByteArray::number(static_cast<int>(font.weight())));
    if (font.italic())
        look += attribute("font-style", "italic");
    return look;
}

void SvgEngine::drawTextItem(const QPointF &baseline, const QTextItem &item)
{
    if (item.text().isEmpty())
        return;
    resolve();
    if (!m_textLook || m_font != item.font()) {
        m_font = item.font();
        // Turned text stands in a frame of its own.
        const bool isTurned = m_isMapped && m_transform.type() > QTransform::TxScale;
        m_textLook = lookOf(textLook(m_font) +
                            (isTurned ? attribute("transform", matrixText(m_transform)) : m_under));
    }
    const bool isTurned = m_transform.type() > QTransform::TxScale || !m_isMapped;
    Piece piece;
    piece.kind = Kind::Text;
    piece.look = *m_textLook;
    piece.mayCrossItsOwn = true;
    piece.text = item.text();
    piece.at = isTurned ? baseline : m_transform.map(baseline);
    piece.right = piece.at.x() + item.width() * (isTurned ? 1 : m_scale);
    piece.bounds = m_transform.mapRect(QRectF(baseline.x(), baseline.y() - item.ascent(),
                                              item.width(), item.ascent() + item.descent()));
    const bool isLeftward = (item.renderFlags() & QTextItem::RightToLeft) != 0;
    if (isLeftward)
        piece.right = -1e9;
    // The parts of a text in several scripts arrive one by one.
    if (!m_pieces.empty() && !isLeftward) {
        Piece &before = m_pieces.back();
        if (before.kind == Kind::Text && before.look == piece.look &&
            before.at.y() == piece.at.y() && std::abs(before.right - piece.at.x()) < 0.05) {
            before.text += piece.text;
            before.right = piece.right;
            before.bounds |= piece.bounds;
            return;
        }
    }
    add(std::move(piece));
}

void SvgEngine::drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &part)
{
    drawImage(target, pixmap.toImage(), part, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF &target, const QImage &image, const QRectF &part,
                          Qt::ImageConversionFlags)
{
    resolve();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    (part == QRectF(image.rect()) ? image : image.copy(part.toRect())).save(&buffer, "PNG");
    Piece piece;
    piece.kind = Kind::Image;
    piece.bounds = m_transform.mapRect(target);
    const QRectF place =
        m_isMapped && m_transform.type() <= QTransform::TxScale ? piece.bounds : target;
    piece.element =
        "<image" + attribute("x", svgNumber(place.x())) + attribute("y", svgNumber(place.y())) +
        attribute("width", svgNumber(place.width())) +
        attribute("height", svgNumber(place.height())) + attribute("preserveAspectRatio", "none");
    if (place != piece.bounds)
        piece.element += attribute("transform", matrixText(m_transform));
    if (painter()->opacity() < 0.999)
        piece.element += attribute("opacity", opacityText(painter()->opacity()));
    piece.element += attribute("xlink:href", "data:image/png;base64," + png.toBase64()) + "/>\n";
    piece.look = lookOf("image " + QByteArray::number(m_looks.size()));
    m_hasImages = true;
    add(std::move(piece));
}

QByteArray SvgEngine::elementOf(const Piece &piece, const QByteArray &look) const
{
    if (piece.kind == Kind::Image)
        return piece.element;
    if (piece.kind == Kind::Shape) {
        SvgPath path;
        path.add(piece.path);
        return path.text().isEmpty() ? QByteArray()
                                     : "<path" + look + attribute("d", path.text()) + "/>\n";
    }
    QByteArray element = "<text" + look + attribute("x", svgNumber(piece.at.x())) +
                         attribute("y", svgNumber(piece.at.y()));
    if (needsItsSpaces(piece.text))
        element += attribute("xml:space", "preserve");
    return element + '>' + escaped(piece.text) + "</text>\n";
}

QByteArray SvgEngine::separately() const
{
    QByteArray body;
    for (std::size_t i = 0; i < m_pieces.size();) {
        std::size_t end = i + 1;
        while (end < m_pieces.size() && m_pieces[end].look == m_pieces[i].look)
            ++end;
        const QByteArray &look = m_looks[m_pieces[i].look];
        const bool isGroup = end - i > 1;
        if (isGroup)
            body += "<g" + look + ">\n";
        for (; i < end; ++i)
            body += elementOf(m_pieces[i], isGroup ? QByteArray() : look);
        if (isGroup)
            body += "</g>\n";
    }
    return body;
}

QByteArray SvgEngine::together() const
{
    struct Group {
        Kind kind = Kind::Shape;
        std::uint32_t look = 0;
        SvgPath path;
        QByteArray elements;
        const Piece *only = nullptr;
    };
    SvgGroups order(m_view.size());
    std::vector<Group> groups;
    for (const Piece &piece : m_pieces) {
        const std::uint32_t number =
            order.groupFor({piece.look, piece.bounds, piece.mayCrossItsOwn});
        if (number == groups.size()) {
            groups.push_back({piece.kind, piece.look, {}, {}, &piece});
        } else {
            groups[number].only = nullptr;
        }
        if (piece.kind == Kind::Shape)
            groups[number].path.add(piece.path);
        else
            groups[number].elements += elementOf(piece, {});
    }
    QByteArray body;
    for (const Group &group : groups) {
        const QByteArray &look = m_looks[group.look];
        if (group.kind == Kind::Shape)
            body += group.path.text().isEmpty()
                        ? QByteArray()
                        : "<path" + look + attribute("d", group.path.text()) + "/>\n";
        else if (group.only != nullptr)
            body += elementOf(*group.only, look);
        else
            body += "<g" + look + ">\n" + group.elements + "</g>\n";
    }
    return body;
}

QByteArray SvgEngine::body() const
{
    QByteArray body;
    if (!m_definitions.isEmpty())
        body += "<defs>\n" + m_definitions + "</defs>\n";
    return body + (m_pieces.size() < kManyPieces ? separately() : together());
}

}  // namespace dateline::ui
