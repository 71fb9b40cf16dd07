// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/mark_painter.h"

#include <cmath>
#include <numbers>

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QVarLengthArray>

#include "ui/paint/mark_outline.h"

namespace dateline::ui {

namespace {

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
    painter.drawPath(glyphPath(mark.look.glyph, centre, radius - kOutline / 2));
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
    const double top = box.y + kOutline / 2;
    const double bottom = box.bottom() - kOutline / 2;
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
        painter.drawLine(QPointF(box.x + kOutline / 2, top), QPointF(box.x + kOutline / 2, bottom));
    if (mark.endStrength >= 1 && !mark.has(kCutRight) && !mark.has(kArrowRight))
        painter.drawLine(QPointF(box.right() - kOutline / 2, top),
                         QPointF(box.right() - kOutline / 2, bottom));
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
        teeth.append(QLineF(x, mark.box.y + kOutline, x, mark.box.y + kOutline + tooth));
        teeth.append(
            QLineF(x, mark.box.bottom() - kOutline - tooth, x, mark.box.bottom() - kOutline));
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
    QPen link(colours.line, kOutline);
    if (!isAll) {
        link.setCapStyle(Qt::FlatCap);
        link.setDashPattern({1.2, 1.8});
    }
    painter.setPen(link);
    for (std::size_t i = 1; i < stretches.size(); ++i)
        painter.drawLine(QPointF(stretches[i - 1].x1, y), QPointF(stretches[i].x0, y));
    if (!stretches.empty()) {
        if (mark.box.x < stretches.front().x0 - kOutline)
            painter.drawLine(QPointF(mark.box.x, y), QPointF(stretches.front().x0, y));
        if (mark.box.right() > stretches.back().x1 + kOutline)
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
    painter.setPen(QPen(line, kOutline));
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
    QPen pen(line, kOutline);
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
