// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/label.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <QCache>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include "ui/paint/elided_label.h"
#include "ui/paint/letter_pairs.h"
#include "ui/paint/shaped_text.h"

namespace dateline::ui {

namespace {

thread_local TextAs currentText = TextAs::Live;

constexpr int kKeptLabels = 4'096;
constexpr int kKeptWords = 8'192;

struct LabelKey {
    QString text;
    int font = 0;  // see Shaper
    bool operator==(const LabelKey &other) const
    {
        return font == other.font && text == other.text;
    }
};

size_t qHash(const LabelKey &key, size_t seed)
{
    return qHashMulti(seed, key.text, key.font);
}

// Shaping a text costs more than drawing it, and the same few hundred are drawn in every frame.
using LabelCache = QCache<LabelKey, ShapedText>;

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

// One thread's texts. Fonts are few, but to compare two of them is dear: each has a number here.
class Shaper {
public:
    const ShapedText &label(const QString &text, const QFont &font)
    {
        const LabelKey key{text, numberOf(font)};
        if (const ShapedText *known = m_labels.object(key))
            return *known;
        auto *const made = new ShapedText(isMadeOfWords(text) ? byWords(text, font, key.font)
                                                              : shapedWhole(text, font));
        m_labels.insert(key, made);
        return *made;
    }

    // How wide the words from `from` to `end` are, which end there.
    qreal wordWidth(const QString &text, qsizetype from, qsizetype end, const QFont &font)
    {
        const int number = numberOf(font);
        const QStringView word = QStringView(text).mid(from, end - from);
        const std::optional<qreal> width = pairs(number).widthOf(word);
        return width ? *width : shapedWord(word, font, number).width;
    }

private:
    int numberOf(const QFont &font)
    {
        constexpr std::size_t kMostFonts = 64;
        const auto known = std::find(m_fonts.begin(), m_fonts.end(), font);
        if (known != m_fonts.end())
            return static_cast<int>(known - m_fonts.begin());
        if (m_fonts.size() == kMostFonts) {
            m_fonts.clear();
            m_pairs.clear();
            m_labels.clear();
            m_words.clear();
        }
        m_fonts.push_back(font);
        m_pairs.emplace_back(font);
        return static_cast<int>(m_fonts.size()) - 1;
    }

    LetterPairs &pairs(int number) { return m_pairs[static_cast<std::size_t>(number)]; }

    const ShapedText &shapedWord(QStringView word, const QFont &font, int number)
    {
        const LabelKey key{word.toString(), number};
        if (const ShapedText *known = m_words.object(key))
            return *known;
        auto *const made = new ShapedText(shapedWhole(key.text, font));
        m_words.insert(key, made);
        return *made;
    }

    // Each word by itself: most titles that have never been shown are made of letters that stand
    // one behind the other, or of words that have been shown.
    ShapedText byWords(const QString &text, const QFont &font, int number)
    {
        ShapedLine line;
        line.reserve(text.size());
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype end = wordEnd(text, from);
            const QStringView word = QStringView(text).mid(from, end - from);
            if (!pairs(number).addTo(line, word))
                line.add(shapedWord(word, font, number));
            from = end;
        }
        return line.finish();
    }

    std::vector<QFont> m_fonts;
    std::vector<LetterPairs> m_pairs;  // of each font
    LabelCache m_labels{kKeptLabels};
    LabelCache m_words{kKeptWords};
};

Shaper &shaper()
{
    static thread_local Shaper ofThisThread;
    return ofThisThread;
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
    return shaper().label(text, font).width;
}

QString elidedLabel(const QString &text, const QFont &font, double width)
{
    if (!isMadeOfWords(text))
        return labelWidth(text, font) <= width
                   ? text
                   : QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
    const QString ellipsis(QChar(u'\u2026'));
    const double room = width - labelWidth(ellipsis, font);
    // The last word that begins where an ellipsis would still fit, and where it begins.
    qsizetype cutFrom = 0;
    qsizetype cutEnd = 0;
    double cutAt = 0;
    double at = 0;
    for (qsizetype from = 0; from < text.size() && at <= width;) {
        const qsizetype end = wordEnd(text, from);
        if (at <= room) {
            cutFrom = from;
            cutEnd = end;
            cutAt = at;
        }
        at += shaper().wordWidth(text, from, end, font);
        from = end;
    }
    if (at <= width)
        return text;
    // As it is drawn: a digit is a word of its own.
    const auto piecesWidth = [&font](const QString &head) {
        double sum = 0;
        for (qsizetype from = 0; from < head.size();) {
            const qsizetype end = wordEnd(head, from);
            sum += shaper().wordWidth(head, from, end, font);
            from = end;
        }
        return sum;
    };
    // As many of its letters as fit beside the ellipsis; never a letter without its accents.
    qsizetype low = cutFrom;
    qsizetype high = cutEnd;
    while (low < high) {
        const qsizetype middle = low + (high - low + 1) / 2;
        const QString head = text.mid(cutFrom, middle - cutFrom) + ellipsis;
        if (cutAt + piecesWidth(head) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    while (low > 0 && low < text.size() && text[low].isMark())
        --low;
    while (low > 0 && text[low - 1].isSpace())
        --low;
    return text.left(low) + ellipsis;
}

void drawLabel(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font)
{
    if (currentText == TextAs::Live) {
        painter.setFont(font);
        if (!canReuseGlyphs(painter)) {
            painter.drawText(baseline, text);
            return;
        }
        const ShapedText &label = shaper().label(text, font);
        for (const QGlyphRun &run : label.runs)
            painter.drawGlyphRun(baseline, run);
        return;
    }
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.fillPath(path, painter.pen().color());
}

}  // namespace dateline::ui
