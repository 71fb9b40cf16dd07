// SPDX-License-Identifier: GPL-3.0-or-later
// A text as glyphs in their places, which is drawn again without being shaped again. Any thread.
#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QPointF>
#include <QString>

namespace dateline::ui {

struct ShapedText {
    QList<QGlyphRun> runs;  // about the beginning of the base line
    qreal width = 0;        // with spaces at its end
};

// By Qt's own layout: right for every script, some twenty microseconds for a title.
ShapedText shapedWhole(const QString &text, const QFont &font);

// Pieces of one line, put one behind the other: as few runs as there are changes of font.
class ShapedLine {
public:
    qreal width() const { return m_line.width; }
    void reserve(qsizetype glyphs);
    // A glyph of the font and look of that run, at `x` from the beginning of the line.
    void add(const QGlyphRun &like, quint32 glyph, qreal x);
    // Behind what is there.
    void add(const ShapedText &piece);
    void setWidth(qreal width) { m_line.width = width; }
    ShapedText finish();

private:
    void finishRun();
    void startRun(const QGlyphRun &like);

    ShapedText m_line;
    QList<quint32> m_glyphs;  // of its last run
    QList<QPointF> m_places;
};

}  // namespace dateline::ui
