// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/label.h"

#include <algorithm>
#include <utility>

#include <QCache>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QTextOption>

namespace dateline::ui {

namespace {

thread_local TextAs currentText = TextAs::Live;

constexpr int kKeptLabels = 4'096;
constexpr int kKeptWords = 8'192;

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
    QList<QGlyphRun> runs;  // about the beginning of the base line
    qreal width = 0;
};

using LabelCache = QCache<LabelKey, ShapedLabel>;

ShapedLabel shapedWhole(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setFlags(QTextOption::IncludeTrailingSpaces);  // a word brings its space along
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    ShapedLabel label;
    if (!line.isValid())
        return label;
    label.runs = layout.glyphRuns();
    label.width = line.naturalTextWidth();
    const QPointF toBaseline(0, -line.ascent());
    for (QGlyphRun &run : label.runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position += toBaseline;
        run.setPositions(positions);
    }
    return label;
}

// Left to right, and no letter of one word takes part in the shape of the next.
bool isMadeOfWords(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) {
        const char16_t code = letter.unicode();
        return code < 0x0590 || (code >= 0x1E00 && code < 0x2028) ||
               (code >= 0x2030 && code < 0x2060) || (code >= 0x2C60 && code < 0x2E80) ||
               (code >= 0x3000 && code < 0xA000) || (code >= 0xAC00 && code < 0xD7B0);
    });
}

// The end of the word that begins here, with the space behind it. Numbers hardly repeat, but their
// digits do, and no two digits are kerned.
qsizetype wordEnd(const QString &text, qsizetype from)
{
    const auto isDigit = [&text](qsizetype at) { return text[at] >= u'0' && text[at] <= u'9'; };
    if (isDigit(from))
        return from + 1;
    qsizetype end = from;
    while (end < text.size() && text[end] != u' ' && !isDigit(end))
        ++end;
    return end < text.size() && text[end] == u' ' ? end + 1 : end;
}

// Each word by itself: titles that have never been shown are made of words that have, mostly.
ShapedLabel shapedByWords(const QString &text, const QFont &font, LabelCache &words)
{
    ShapedLabel label;
    QList<quint32> glyphs;
    QList<QPointF> positions;
    const auto finishRun = [&] {
        if (glyphs.isEmpty())
            return;
        label.runs.back().setGlyphIndexes(std::exchange(glyphs, {}));
        label.runs.back().setPositions(std::exchange(positions, {}));
    };
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = wordEnd(text, from);
        const LabelKey key{text.mid(from, end - from), font};
        const ShapedLabel *word = words.object(key);
        if (word == nullptr) {
            auto *const made = new ShapedLabel(shapedWhole(key.text, font));
            words.insert(key, made);
            word = made;
        }
        for (const QGlyphRun &run : word->runs) {
            if (label.runs.isEmpty() || label.runs.back().rawFont() != run.rawFont()) {
                finishRun();
                label.runs.append(run);
            }
            glyphs += run.glyphIndexes();
            for (const QPointF &position : run.positions())
                positions.append(position + QPointF(label.width, 0));
        }
        label.width += word->width;
        from = end;
    }
    finishRun();
    return label;
}

const ShapedLabel &shaped(const QString &text, const QFont &font)
{
    static thread_local LabelCache labels(kKeptLabels);
    static thread_local LabelCache words(kKeptWords);
    const LabelKey key{text, font};
    if (const ShapedLabel *known = labels.object(key))
        return *known;
    auto *made = new ShapedLabel(isMadeOfWords(text) ? shapedByWords(text, font, words)
                                                     : shapedWhole(text, font));
    labels.insert(key, made);
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
            painter.drawGlyphRun(baseline, run);
        return;
    }
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.fillPath(path, painter.pen().color());
}

}  // namespace dateline::ui
