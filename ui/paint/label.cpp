// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/label.h"

#include <QCache>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace dateline::ui {

namespace {

thread_local TextAs currentText = TextAs::Live;

constexpr int kKeptLabels = 4'096;

struct LabelKey {
    QString text;
    QFont font;
    bool operator==(const LabelKey &other) const
    {
        return text == other.text && font == other.font;
    }
};

size_t qHash(const LabelKey &key, size_t seed)
{
    // A font has a score of properties; those that differ among labels are enough.
    return qHashMulti(seed, key.text, key.font.pixelSize(), key.font.pointSize());
}

// Shaping a text costs more than drawing it, and the same few hundred are drawn in every frame.
struct ShapedLabel {
    ShapedLabel(const QString &text, const QFont &font)
    {
        QTextLayout layout(text, font);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        if (!line.isValid())
            return;
        runs = layout.glyphRuns();
        ascent = line.ascent();
        width = line.naturalTextWidth();
    }

    QList<QGlyphRun> runs;
    qreal ascent = 0;
    qreal width = 0;
};

const ShapedLabel &shaped(const QString &text, const QFont &font)
{
    static thread_local QCache<LabelKey, ShapedLabel> cache(kKeptLabels);
    const LabelKey key{text, font};
    if (const ShapedLabel *known = cache.object(key))
        return *known;
    auto *made = new ShapedLabel(text, font);
    cache.insert(key, made);
    return *made;
}

// Elsewhere the text itself must be written, or glyphs of another size are wanted.
bool canReuseGlyphs(const QPainter &painter)
{
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.worldTransform().type() <= QTransform::TxTranslate;
}

}  // namespace

LabelMode::LabelMode(TextAs text) : m_before(currentText)
{
    currentText = text;
}

LabelMode::~LabelMode()
{
    currentText = m_before;
}

double labelWidth(const QString &text, const QFont &font)
{
    return shaped(text, font).width;
}

void drawLabel(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font)
{
    if (currentText == TextAs::Live) {
        painter.setFont(font);
        if (!canReuseGlyphs(painter)) {
            painter.drawText(baseline, text);
            return;
        }
        const ShapedLabel &label = shaped(text, font);
        for (const QGlyphRun &run : label.runs)
            painter.drawGlyphRun(baseline - QPointF(0, label.ascent), run);
        return;
    }
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.fillPath(path, painter.pen().color());
}

}  // namespace dateline::ui
