// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/timeline_painter.h"

#include <cmath>

#include <QPainter>

#include "ui/bridge/text.h"
#include "ui/paint/column_strip.h"
#include "ui/paint/label.h"
#include "ui/paint/mark_painter.h"
#include "ui/paint/timeline_sprites.h"

namespace dateline::ui {

namespace {

QRectF toRect(const Box &box)
{
    return {box.x, box.y, box.width, box.height};
}

class Replay {
public:
    Replay(QPainter &painter, const TimelineScene &scene, const Theme &theme,
           const LabelFonts &fonts, TimelineSprites *sprites)
        : m_painter(painter), m_scene(scene), m_theme(theme), m_fonts(fonts), m_sprites(sprites)
    {
    }

    void layer(const SceneLayer &layer)
    {
        for (const SceneRect &rect : layer.rects)
            paintRect(rect);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        for (const SceneLine &line : layer.lines)
            paintLine(line);
        paintColumns(layer.columns);
        for (const TimelineMark &mark : layer.marks) {
            if (m_sprites == nullptr || !m_sprites->drawMark(m_painter, mark, m_theme))
                paintMark(m_painter, mark, m_theme, layer.stretches);
        }
        for (const SceneRing &ring : layer.rings)
            paintRing(ring);
        for (const SceneText &text : layer.texts)
            paintText(text);
    }

private:
    void paintRect(const SceneRect &rect)
    {
        const QColor colour = toneColour(rect.fill, m_theme);
        if (rect.radius <= 0) {
            m_painter.setRenderHint(QPainter::Antialiasing, false);
            m_painter.fillRect(toRect(rect.box), colour);
            return;
        }
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawRoundedRect(toRect(rect.box), rect.radius, rect.radius);
    }

    // A straight line is a rectangle of whole device pixels: crisp at 1x, 1.5x and 2x.
    void paintLine(const SceneLine &line)
    {
        const double ratio = m_scene.pixelRatio;
        const double width = std::max(1.0, std::floor(ratio)) / ratio;
        const bool isVertical = line.x0 == line.x1;
        const auto snapped = [ratio](double value) { return std::round(value * ratio) / ratio; };
        const double across = snapped((isVertical ? line.x0 : line.y0) - width / 2);
        const double from = isVertical ? line.y0 : line.x0;
        const double to = isVertical ? line.y1 : line.x1;
        const QColor colour = toneColour(line.tone, m_theme);
        const auto fill = [&](double a, double b) {
            const QRectF rect =
                isVertical ? QRectF(across, a, width, b - a) : QRectF(a, across, b - a, width);
            m_painter.fillRect(rect, colour);
        };
        if (line.stroke == Stroke::Solid) {
            fill(from, to);
            return;
        }
        const double dash = line.stroke == Stroke::Dashed ? 4 : 1;
        for (double at = from; at < to; at += dash + 3)
            fill(at, std::min(at + dash, to));
    }

    void paintColumns(const std::vector<DensityColumn> &columns)
    {
        const QColor count = toneColour(Tone::Bar, m_theme);
        const QColor ongoing = toneColour(Tone::BarGround, m_theme);
        if (m_sprites != nullptr && m_sprites->isOnGrid()) {
            static thread_local ColumnStrip strip;
            strip.paint(m_painter, columns, m_scene.pixelRatio, {count, ongoing});
            return;
        }
        for (const DensityColumn &column : columns) {
            const Box &box = column.box;
            const double width = ColumnStrip::drawnWidth(box);
            if (column.ongoing > 0)
                m_painter.fillRect(
                    QRectF(box.x, column.ongoingTop, width, column.countTop - column.ongoingTop),
                    ongoing);
            if (column.count > 0)
                m_painter.fillRect(
                    QRectF(box.x, column.countTop, width, box.bottom() - column.countTop), count);
        }
    }

    void paintRing(const SceneRing &ring)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(toneColour(ring.tone, m_theme), ring.width));
        m_painter.drawRoundedRect(toRect(ring.box), ring.radius, ring.radius);
    }

    void paintText(const SceneText &text)
    {
        QFont font = m_fonts.font(text.font);
        if ((text.style & kStruckOut) != 0)
            font.setStrikeOut(true);
        const QColor colour = toneColour(text.tone, m_theme);
        const QPointF baseline(text.x, text.centreY + m_fonts.baselineBelowCentre(text.font));
        if (m_sprites != nullptr &&
            m_sprites->drawLabel(m_painter, baseline, m_scene.text(text), font, text.font, colour))
            return;
        if (m_sprites != nullptr)
            m_painter.setRenderHint(QPainter::Antialiasing);  // for the line through a word
        m_painter.setPen(colour);
        drawLabel(m_painter, baseline, toQString(m_scene.text(text)), font);
    }

    QPainter &m_painter;
    const TimelineScene &m_scene;
    const Theme &m_theme;
    const LabelFonts &m_fonts;
    TimelineSprites *m_sprites;
};

void replay(QPainter &painter, const TimelineScene &scene, const Theme &theme,
            const LabelFonts &fonts, TimelineSprites *sprites)
{
    Replay replay(painter, scene, theme, fonts, sprites);
    replay.layer(scene.content);
    replay.layer(scene.side);
    replay.layer(scene.top);
}

}  // namespace

void TimelinePainter::paint(QPainter &painter, const TimelineScene &scene, const Theme &theme)
{
    paint(painter, scene, theme, LabelFonts(theme));
}

void TimelinePainter::paint(QPainter &painter, const TimelineScene &scene, const Theme &theme,
                            const LabelFonts &fonts)
{
    replay(painter, scene, theme, fonts, nullptr);
}

void TimelinePainter::paintOnScreen(QPainter &painter, const TimelineScene &scene,
                                    const Theme &theme, const LabelFonts &fonts)
{
    static thread_local TimelineSprites sprites;
    sprites.begin(painter, theme, fonts);
    replay(painter, scene, theme, fonts, &sprites);
}

}  // namespace dateline::ui
