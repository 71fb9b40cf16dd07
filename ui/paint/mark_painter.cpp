// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/mark_painter.h"

#include <array>
#include <cmath>
#include <numbers>

#include <QLinearGradient>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QVarLengthArray>

namespace dateline::ui {

namespace {

constexpr double kPen = 1.4;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return qRound(x * (1.0 - share) + y * share); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()),
                  channel(a.blue(), b.blue()));
}

QPainterPath polygonPath(const QPointF &centre, double radius, int corners, double turn)
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        const QPointF point(centre.x() + radius * std::cos(angle),
                            centre.y() + radius * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath starPath(const QPointF &centre, double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + std::numbers::pi * i / 5;
        const double reach = i % 2 == 0 ? radius : radius * 0.5;
        const QPointF point(centre.x() + reach * std::cos(angle),
                            centre.y() + reach * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath plusPath(const QPointF &centre, double radius)
{
    const double thick = radius * 0.42;
    QPainterPath path;
    const double steps[12][2] = {{-thick, -radius}, {thick, -radius},  {thick, -thick},
                                 {radius, -thick},  {radius, thick},   {thick, thick},
                                 {thick, radius},   {-thick, radius},  {-thick, thick},
                                 {-radius, thick},  {-radius, -thick}, {-thick, -thick}};
    path.moveTo(centre + QPointF(steps[0][0], steps[0][1]));
    for (int i = 1; i < 12; ++i)
        path.lineTo(centre + QPointF(steps[i][0], steps[i][1]));
    path.closeSubpath();
    return path;
}

// How a mark's colours follow from its kind and from being dimmed.
struct Colours {
    QColor line;
    QColor ground;
    QColor bar;
};

Colours coloursOf(const TimelineMark &mark, const Theme &theme)
{
    Colours colours;
    colours.line = theme.category(mark.look.colour);
    if (mark.has(kDimmed))
        colours.line = mixed(colours.line, theme.paper(), 0.68);
    colours.ground = mixed(theme.paper(), colours.line, theme.isDark() ? 0.26 : 0.14);
    colours.bar = mixed(theme.paper(), colours.line, theme.isDark() ? 0.55 : 0.42);
    return colours;
}

QPen penOf(const TimelineMark &mark, const QColor &colour)
{
    QPen pen(colour, kPen);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    switch (mark.certainty) {
    case Certainty::Confirmed:
    case Certainty::Reported:
    case Certainty::Denied:
        break;
    case Certainty::Assessed:
        pen.setDashPattern({3.4, 2.2});
        break;
    case Certainty::Suspected:
    case Certainty::Expected:
        pen.setDashPattern({1.0, 1.7});
        break;
    }
    return pen;
}

// From (x0, y) to (x1, y) in waves of eight pixels; a short line in as many as fit it, of a long
// one the last is longer or shorter, so that all before it stay what they are whatever its length.
// On a raster single lines are by far the fastest (800 pixels: 8 ms as one path, 0.5 ms as many,
// 0.2 ms as lines); a drawing that is kept gets one path.
void strokeWave(QPainter &painter, double x0, double x1, double y)
{
    constexpr double kHeight = 1.0;
    constexpr int kManyWaves = 8;
    const int waves = std::max(1, static_cast<int>(std::lround((x1 - x0) / kWaveLength)));
    const double usual = waves < kManyWaves ? (x1 - x0) / waves : kWaveLength;
    const auto beginOf = [=](int wave) { return wave == waves ? x1 : x0 + usual * wave; };
    if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        static constexpr int kPieces = 6;
        static constexpr std::array<double, kPieces> kSines = {0, -0.87, -0.87, 0, 0.87, 0.87};
        QVarLengthArray<QLineF, 600> lines;
        QPointF last(x0, y);
        for (int wave = 0; wave < waves; ++wave) {
            const double begin = beginOf(wave);
            const double length = beginOf(wave + 1) - begin;
            for (int i = 1; i <= kPieces; ++i) {
                const QPointF point(begin + length * i / kPieces,
                                    y + kHeight * kSines[static_cast<std::size_t>(i % kPieces)]);
                lines.append(QLineF(last, point));
                last = point;
            }
        }
        painter.drawLines(lines.constData(), static_cast<int>(lines.size()));
        return;
    }
    QPainterPath path(QPointF(x0, y));
    for (int wave = 0; wave < waves; ++wave) {
        const double x = beginOf(wave);
        const double length = beginOf(wave + 1) - x;
        path.quadTo(x + length / 4, y - 2 * kHeight, x + length / 2, y);
        path.quadTo(x + length * 3 / 4, y + 2 * kHeight, x + length, y);
    }
    painter.drawPath(path);
}

// The sides of a capsule or bar. Where the plot's edge cuts it, and where an arrow follows, it
// stays open.
struct Sides {
    explicit Sides(const TimelineMark &mark, double radius)
        : isOpenLeft(mark.has(kCutLeft) || mark.has(kArrowLeft)),
          isOpenRight(mark.has(kCutRight) || mark.has(kArrowRight)), top(mark.box.y + kPen / 2),
          bottom(mark.box.bottom() - kPen / 2), left(mark.box.x + (isOpenLeft ? 0 : kPen / 2)),
          right(mark.box.right() - (isOpenRight ? 0 : kPen / 2)),
          corner(std::min({radius, (bottom - top) / 2, (right - left) / 2}))
    {
    }

    bool isOpenLeft;
    bool isOpenRight;
    double top;
    double bottom;
    double left;
    double right;
    double corner;
};

QPainterPath fillPath(const TimelineMark &mark, double radius)
{
    const Sides sides(mark, radius);
    const double r = sides.corner;
    QPainterPath path;
    if (sides.isOpenLeft) {
        path.moveTo(sides.left, sides.bottom);
        path.lineTo(sides.left, sides.top);
    } else {
        path.moveTo(sides.left + r, sides.bottom);
        path.arcTo(QRectF(sides.left, sides.bottom - 2 * r, 2 * r, 2 * r), 270, -90);
        path.arcTo(QRectF(sides.left, sides.top, 2 * r, 2 * r), 180, -90);
    }
    if (sides.isOpenRight) {
        path.lineTo(sides.right, sides.top);
        path.lineTo(sides.right, sides.bottom);
    } else {
        path.arcTo(QRectF(sides.right - 2 * r, sides.top, 2 * r, 2 * r), 90, -90);
        path.arcTo(QRectF(sides.right - 2 * r, sides.bottom - 2 * r, 2 * r, 2 * r), 0, -90);
    }
    path.closeSubpath();
    return path;
}

// Each side by itself: straight dashed lines are cheap for the rasterizer, dashed paths are not.
void strokeSides(QPainter &painter, const TimelineMark &mark, double radius)
{
    const Sides sides(mark, radius);
    const double r = sides.corner;
    const double from = sides.isOpenLeft ? sides.left : sides.left + r;
    const double to = sides.isOpenRight ? sides.right : sides.right - r;
    const bool isWavy = mark.has(kWavy) || mark.has(kQuestioned);
    if (to - from > 0.5) {
        for (const double y : {sides.top, sides.bottom}) {
            if (isWavy)
                strokeWave(painter, from, to, y);
            else
                painter.drawLine(QPointF(from, y), QPointF(to, y));
        }
    }
    if (!sides.isOpenLeft) {
        QPainterPath path(QPointF(sides.left + r, sides.bottom));
        path.arcTo(QRectF(sides.left, sides.bottom - 2 * r, 2 * r, 2 * r), 270, -90);
        path.arcTo(QRectF(sides.left, sides.top, 2 * r, 2 * r), 180, -90);
        painter.drawPath(path);
    }
    if (!sides.isOpenRight) {
        QPainterPath path(QPointF(sides.right - r, sides.top));
        path.arcTo(QRectF(sides.right - 2 * r, sides.top, 2 * r, 2 * r), 90, -90);
        path.arcTo(QRectF(sides.right - 2 * r, sides.bottom - 2 * r, 2 * r, 2 * r), 0, -90);
        painter.drawPath(path);
    }
}

// A closed, solid outline is on a raster what is left of it under its own inside: two fills cost
// half of a fill and four strokes.
void paintFramed(QPainter &painter, const TimelineMark &mark, double radius, const QColor &fill,
                 const QColor &line)
{
    const Sides sides(mark, radius);
    const bool isSolid = mark.certainty == Certainty::Confirmed ||
                         mark.certainty == Certainty::Reported ||
                         mark.certainty == Certainty::Denied;
    painter.setPen(Qt::NoPen);
    if (isSolid && !sides.isOpenLeft && !sides.isOpenRight && !mark.has(kWavy) &&
        !mark.has(kQuestioned) && painter.paintEngine()->type() == QPaintEngine::Raster) {
        const QRectF outer(mark.box.x, mark.box.y, mark.box.width, mark.box.height);
        const double outerCorner = sides.corner + kPen / 2;
        const double innerCorner = std::max(0.0, sides.corner - kPen / 2);
        painter.setBrush(line);
        painter.drawRoundedRect(outer, outerCorner, outerCorner);
        painter.setBrush(fill);
        painter.drawRoundedRect(outer.adjusted(kPen, kPen, -kPen, -kPen), innerCorner, innerCorner);
        return;
    }
    painter.setBrush(fill);
    painter.drawPath(fillPath(mark, radius));
    painter.setPen(penOf(mark, line));
    painter.setBrush(Qt::NoBrush);
    strokeSides(painter, mark, radius);
}

void paintDot(QPainter &painter, const TimelineMark &mark, const Colours &colours)
{
    const QPointF centre(mark.box.centreX(), mark.box.centreY());
    const double radius = mark.box.height / 2;
    const bool isSolid =
        mark.certainty == Certainty::Confirmed || mark.certainty == Certainty::Reported;
    if (isSolid) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.line);
        painter.drawPath(glyphPath(mark.look.glyph, centre, radius));
        return;
    }
    painter.setPen(penOf(mark, colours.line));
    painter.setBrush(colours.ground);
    painter.drawPath(glyphPath(mark.look.glyph, centre, radius - kPen / 2));
}

void paintCapsule(QPainter &painter, const TimelineMark &mark, const Colours &colours)
{
    paintFramed(painter, mark, mark.box.height / 2, colours.ground, colours.line);
}

void paintBar(QPainter &painter, const TimelineMark &mark, const Colours &colours,
              const Theme &theme)
{
    const Box &box = mark.box;
    const bool isFaint =
        mark.certainty == Certainty::Suspected || mark.certainty == Certainty::Expected;
    const QColor fill =
        isFaint || mark.certainty == Certainty::Denied ? colours.ground : colours.bar;
    constexpr double kRadius = 2;
    const bool isFading = mark.beginStrength < 1 || mark.endStrength < 1;
    if (!isFading) {
        paintFramed(painter, mark, kRadius, fill, colours.line);
        return;
    }
    painter.setPen(Qt::NoPen);
    // Opaque: PDF of this Qt loses the alpha of gradients.
    const auto gradientOf = [&](const QColor &colour) {
        QLinearGradient gradient(box.x, 0, box.right(), 0);
        const auto stop = [&](double x, double strength) {
            gradient.setColorAt(std::clamp((x - box.x) / box.width, 0.0, 1.0),
                                mixed(theme.paper(), colour, strength));
        };
        stop(mark.solidBegin, 1);
        stop(mark.solidEnd, 1);
        stop(box.x, mark.beginStrength);
        stop(box.right(), mark.endStrength);
        return gradient;
    };
    painter.setBrush(gradientOf(fill));
    painter.drawPath(fillPath(mark, kRadius));

    // The outline fades with it; where the event is certain it says how well that is known.
    const double top = box.y + kPen / 2;
    const double bottom = box.bottom() - kPen / 2;
    painter.setBrush(gradientOf(mixed(theme.paper(), colours.line, 0.6)));
    const auto edge = [&](double x0, double x1) {
        if (x1 <= x0)
            return;
        painter.setPen(Qt::NoPen);
        painter.drawRect(QRectF(x0, box.y, x1 - x0, 1));
        painter.drawRect(QRectF(x0, box.bottom() - 1, x1 - x0, 1));
    };
    edge(box.x, mark.solidBegin);
    edge(mark.solidEnd, box.right());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(mark, colours.line));
    if (mark.solidEnd - mark.solidBegin > 2) {
        painter.drawLine(QPointF(mark.solidBegin, top), QPointF(mark.solidEnd, top));
        painter.drawLine(QPointF(mark.solidBegin, bottom), QPointF(mark.solidEnd, bottom));
    }
    if (mark.beginStrength >= 1 && !mark.has(kCutLeft) && !mark.has(kArrowLeft))
        painter.drawLine(QPointF(box.x + kPen / 2, top), QPointF(box.x + kPen / 2, bottom));
    if (mark.endStrength >= 1 && !mark.has(kCutRight) && !mark.has(kArrowRight))
        painter.drawLine(QPointF(box.right() - kPen / 2, top),
                         QPointF(box.right() - kPen / 2, bottom));
}

// Short teeth along both edges: some of the digits are not known.
void paintComb(QPainter &painter, const TimelineMark &mark, const QColor &line)
{
    const double step = mark.box.height * 0.55;
    const double tooth = mark.box.height * 0.24;
    const double from = mark.box.x + mark.box.height / 2;
    const double to = mark.box.right() - mark.box.height / 2;
    if (to - from < step)
        return;
    const auto count = std::min(400, static_cast<int>((to - from) / step));
    const double length = (to - from) / count;
    QVarLengthArray<QLineF, 120> teeth;
    for (int i = 0; i <= count; ++i) {
        const double x = from + length * i;
        if (x > mark.solidBegin && x < mark.solidEnd)
            continue;
        teeth.append(QLineF(x, mark.box.y + kPen, x, mark.box.y + kPen + tooth));
        teeth.append(QLineF(x, mark.box.bottom() - kPen - tooth, x, mark.box.bottom() - kPen));
    }
    painter.setPen(QPen(line, 1));
    painter.drawLines(teeth.constData(), static_cast<int>(teeth.size()));
}

// The members on a line: solid where all are meant, hollow on a dotted line where it is one of
// them.
void paintLinked(QPainter &painter, const TimelineMark &mark, const Colours &colours,
                 std::span<const MarkStretch> stretches)
{
    const bool isAll = mark.has(kAllMembers);
    const double y = mark.box.centreY();
    QPen link(colours.line, kPen);
    if (!isAll) {
        link.setCapStyle(Qt::FlatCap);
        link.setDashPattern({1.2, 1.8});
    }
    painter.setPen(link);
    for (std::size_t i = 1; i < stretches.size(); ++i)
        painter.drawLine(QPointF(stretches[i - 1].x1, y), QPointF(stretches[i].x0, y));
    if (!stretches.empty()) {
        if (mark.box.x < stretches.front().x0 - kPen)
            painter.drawLine(QPointF(mark.box.x, y), QPointF(stretches.front().x0, y));
        if (mark.box.right() > stretches.back().x1 + kPen)
            painter.drawLine(QPointF(stretches.back().x1, y), QPointF(mark.box.right(), y));
    }
    for (const MarkStretch &stretch : stretches) {
        TimelineMark member = mark;
        member.flags = static_cast<std::uint16_t>(mark.flags & (kWavy | kQuestioned | kDimmed));
        member.box.x = stretch.x0;
        member.box.width = stretch.x1 - stretch.x0;
        const bool isDay = member.box.width < mark.box.height;
        painter.setPen(isAll ? QPen(Qt::NoPen) : penOf(mark, colours.line));
        painter.setBrush(isAll ? colours.line : colours.ground);
        const double radius = mark.box.height / 2;
        if (isDay) {
            painter.drawPath(glyphPath(mark.look.glyph, QPointF(member.box.centreX(), y),
                                       radius * (isAll ? 0.7 : 0.62)));
        } else if (isAll) {
            painter.drawPath(fillPath(member, radius));
        } else {
            paintCapsule(painter, member, colours);
        }
    }
}

// A wave across the end of a span that is known to be rough.
void paintRoughEnd(QPainter &painter, const TimelineMark &mark, const QColor &line, double x)
{
    const double height = mark.box.height;
    const double reach = height * 0.2;
    QPainterPath wave(QPointF(x, mark.box.y - 1));
    wave.cubicTo(x + 2 * reach, mark.box.y + height * 0.3, x - 2 * reach, mark.box.y + height * 0.7,
                 x, mark.box.bottom() + 1);
    painter.setPen(QPen(line, kPen));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(wave);
}

void paintCluster(QPainter &painter, const TimelineMark &mark, const Theme &theme)
{
    const Box &box = mark.box;
    const QRectF rect(box.x, box.y, box.width, box.height);
    painter.setPen(QPen(theme.strongRule(), 1));
    painter.setBrush(mixed(theme.paper(), theme.bar(), 0.35));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), box.height / 2, box.height / 2);
}

void paintArrow(QPainter &painter, const TimelineMark &mark, const QColor &colour, bool isLeft)
{
    const double y = mark.box.centreY();
    const double reach = mark.box.height / 2 - 1;
    const double tip = isLeft ? mark.box.x - 7 : mark.box.right() + 7;
    const double back = isLeft ? tip + reach : tip - reach;
    QPainterPath path;
    path.moveTo(back, y - reach);
    path.lineTo(tip, y);
    path.lineTo(back, y + reach);
    QPen pen(colour, 1.6);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

// A wedge cut into the top of the mark; its edges are drawn where the mark itself is hollow.
void paintNotch(QPainter &painter, const TimelineMark &mark, const QColor &line, const Theme &theme)
{
    const Box &box = mark.box;
    const bool isDot = mark.form == MarkForm::Dot;
    const bool isShort = isDot || box.width < 2.4 * box.height;
    const double x = isShort ? box.centreX() : box.right() - box.height;
    const double half = box.height * 0.27;
    const QPointF left(x - half, box.y - 1);
    const QPointF tip(x, box.y + box.height * (isDot ? 0.48 : isShort ? 0.36 : 0.5));
    const QPointF right(x + half, box.y - 1);
    QPainterPath wedge(left);
    wedge.lineTo(tip);
    wedge.lineTo(right);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.paper());
    painter.drawPath(wedge);
    if (isDot)
        return;
    QPen pen(line, kPen);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(wedge);
}

void paintCross(QPainter &painter, const TimelineMark &mark, const Theme &theme)
{
    const QPointF centre(mark.glyphX, mark.box.centreY());
    const double reach = mark.box.height / 2 + 1;
    painter.setBrush(Qt::NoBrush);
    for (const QPen &pen : {QPen(theme.paper(), 3.4), QPen(theme.ink(), 1.4)}) {
        painter.setPen(pen);
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach));
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach));
    }
}

}  // namespace

QPainterPath glyphPath(std::uint8_t glyph, const QPointF &centre, double radius)
{
    QPainterPath path;
    switch (glyph % 8) {
    case 0:
        path.addEllipse(centre, radius, radius);
        return path;
    case 1: {
        const double half = radius * 0.88;
        path.addRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
        return path;
    }
    case 2:
        return polygonPath(centre, radius * 1.2, 4, 0);
    case 3:
        return polygonPath(centre + QPointF(0, radius * 0.22), radius * 1.25, 3,
                           -std::numbers::pi / 2);
    case 4:
        return polygonPath(centre - QPointF(0, radius * 0.22), radius * 1.25, 3,
                           std::numbers::pi / 2);
    case 5:
        return polygonPath(centre, radius * 1.06, 6, 0);
    case 6:
        return plusPath(centre, radius * 1.08);
    default:
        return starPath(centre, radius * 1.3);
    }
}

void paintGlyph(QPainter &painter, const CategoryLook &look, const QPointF &centre, double radius,
                const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.category(look.colour));
    painter.drawPath(glyphPath(look.glyph, centre, radius));
}

void paintMark(QPainter &painter, const TimelineMark &mark, const Theme &theme,
               std::span<const MarkStretch> stretches)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours colours = coloursOf(mark, theme);
    switch (mark.form) {
    case MarkForm::Dot:
        paintDot(painter, mark, colours);
        break;
    case MarkForm::Capsule:
        paintCapsule(painter, mark, colours);
        if (mark.has(kDigits))
            paintComb(painter, mark, colours.line);
        break;
    case MarkForm::Bar:
        paintBar(painter, mark, colours, theme);
        if (mark.has(kRoughBegin))
            paintRoughEnd(painter, mark, colours.line, mark.box.x);
        if (mark.has(kRoughEnd))
            paintRoughEnd(painter, mark, colours.line, mark.box.right());
        break;
    case MarkForm::Linked:
        if (mark.firstStretch + mark.stretchCount <= stretches.size())
            paintLinked(painter, mark, colours,
                        stretches.subspan(mark.firstStretch, mark.stretchCount));
        break;
    case MarkForm::Cluster:
        paintCluster(painter, mark, theme);
        return;
    }
    if (mark.has(kArrowLeft))
        paintArrow(painter, mark, colours.line, true);
    if (mark.has(kArrowRight))
        paintArrow(painter, mark, colours.line, false);
    const bool hasGlyph = mark.form != MarkForm::Dot && mark.form != MarkForm::Linked;
    if (hasGlyph && !mark.has(kNoGlyph)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.line);
        painter.drawPath(glyphPath(mark.look.glyph, QPointF(mark.glyphX, mark.box.centreY()),
                                   mark.box.height * 0.25));
    }
    if (mark.certainty == Certainty::Denied)
        paintCross(painter, mark, theme);
    if (mark.has(kContested))
        paintNotch(painter, mark, colours.line, theme);
}

QColor toneColour(Tone tone, const Theme &theme)
{
    switch (tone) {
    case Tone::Paper:
        return theme.paper();
    case Tone::Panel:
        return theme.panel();
    case Tone::Band:
        return theme.band();
    case Tone::Ink:
        return theme.ink();
    case Tone::FaintInk:
        return theme.faintInk();
    case Tone::Today:
        return theme.isDark() ? theme.faintInk().darker(130) : theme.faintInk().lighter(130);
    case Tone::Rule:
        return theme.rule();
    case Tone::StrongRule:
        return theme.strongRule();
    case Tone::Accent:
        return theme.accent();
    case Tone::AccentGround:
        return theme.accentGround();
    case Tone::AccentText:
        return theme.accentText();
    case Tone::Warning:
        return theme.warning();
    case Tone::Doubt:
        return theme.doubt();
    case Tone::Bar:
        return theme.bar();
    case Tone::BarGround:
        return mixed(theme.paper(), theme.bar(), 0.4);
    case Tone::Category:
    case Tone::CategoryGround:
        break;
    }
    const auto value = static_cast<std::uint16_t>(tone);
    const auto ground = static_cast<std::uint16_t>(Tone::CategoryGround);
    if (value >= ground)
        return theme.categoryGround(value - ground);
    return theme.category(value - static_cast<std::uint16_t>(Tone::Category));
}

}  // namespace dateline::ui
