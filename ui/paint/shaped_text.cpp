// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/shaped_text.h"

#include <utility>

#include <QRawFont>
#include <QTextLayout>
#include <QTextOption>

namespace dateline::ui {

ShapedText shapedWhole(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setFlags(QTextOption::IncludeTrailingSpaces);  // a word brings its space along
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    ShapedText shaped;
    if (!line.isValid())
        return shaped;
    shaped.runs = layout.glyphRuns();
    shaped.width = line.naturalTextWidth();
    const QPointF toBaseline(0, -line.ascent());
    for (QGlyphRun &run : shaped.runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position += toBaseline;
        run.setPositions(positions);
    }
    return shaped;
}

void ShapedLine::reserve(qsizetype glyphs)
{
    m_glyphs.reserve(glyphs);
    m_places.reserve(glyphs);
}

void ShapedLine::add(const QGlyphRun &like, quint32 glyph, qreal x)
{
    startRun(like);
    m_glyphs.append(glyph);
    m_places.append(QPointF(x, 0));
}

void ShapedLine::add(const ShapedText &piece)
{
    for (const QGlyphRun &run : piece.runs) {
        startRun(run);
        m_glyphs += run.glyphIndexes();
        for (const QPointF &place : run.positions())
            m_places.append(place + QPointF(m_line.width, 0));
    }
    m_line.width += piece.width;
}

ShapedText ShapedLine::finish()
{
    finishRun();
    return std::exchange(m_line, {});
}

void ShapedLine::startRun(const QGlyphRun &like)
{
    if (!m_glyphs.isEmpty() && m_line.runs.back().rawFont() == like.rawFont())
        return;
    finishRun();
    m_line.runs.append(like);
}

void ShapedLine::finishRun()
{
    if (m_glyphs.isEmpty())
        return;
    m_line.runs.back().setGlyphIndexes(std::exchange(m_glyphs, {}));
    m_line.runs.back().setPositions(std::exchange(m_places, {}));
}

}  // namespace dateline::ui
