// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/letter_pairs.h"

#include <QChar>
#include <QRawFont>

namespace dateline::ui {

namespace {

bool isIn(char16_t letter, char16_t first, char16_t last)
{
    return letter >= first && letter <= last;
}

// Letters without marks of their own, which the one before moves at most; digits, and what stands
// between words. Not the soft hyphen, which is seen at the end of a line only.
bool isKerned(char16_t letter)
{
    return isIn(letter, u'!', u'~') || (isIn(letter, 0x00a1, 0x024f) && letter != 0x00ad) ||
           isIn(letter, 0x0391, 0x03ce) || isIn(letter, 0x0400, 0x0481) ||
           isIn(letter, 0x048a, 0x052f) || isIn(letter, 0x2013, 0x2026);
}

// Letters that each fill a square: so many that pairs of them hardly repeat, and none is kerned.
bool isSquare(char16_t letter)
{
    return isIn(letter, 0x4e00, 0x9fff) || isIn(letter, 0xac00, 0xd7a3);
}

}  // namespace

bool LetterPairs::addTo(ShapedLine &line, QStringView word)
{
    const std::optional<qreal> width = place(word);
    if (!width)
        return false;
    const qreal begin = line.width();
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Letter &one = letter(word[static_cast<qsizetype>(i)].unicode());
        line.add(one.like, one.glyph, begin + m_places[i]);
    }
    line.setWidth(begin + *width);
    return true;
}

std::optional<qreal> LetterPairs::widthOf(QStringView word)
{
    return place(word);
}

std::optional<qreal> LetterPairs::place(QStringView word)
{
    m_places.clear();
    const bool hasSpace = word.endsWith(u' ');
    const QStringView letters = hasSpace ? word.chopped(1) : word;
    if (letters.isEmpty())
        return std::nullopt;
    qreal x = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const char16_t code = letters[i].unicode();
        if (!(isKerned(code) || isSquare(code)) || !letter(code).isPlain)
            return std::nullopt;
        if (i > 0) {
            const std::optional<qreal> way = step(letters[i - 1].unicode(), code);
            if (!way)
                return std::nullopt;
            x += *way;
        }
        m_places.push_back(x);
    }
    const char16_t last = letters.back().unicode();
    return x + (hasSpace ? pair(last, u' ').width : letter(last).width);
}

const LetterPairs::Letter &LetterPairs::letter(char16_t code)
{
    const auto known = m_letters.constFind(code);
    if (known != m_letters.constEnd())
        return *known;
    const ShapedText shaped = shapedWhole(QString(QChar(code)), m_font);
    Letter made;
    made.width = shaped.width;
    if (shaped.runs.size() == 1 && shaped.runs.front().glyphIndexes().size() == 1) {
        const QGlyphRun &run = shaped.runs.front();
        made.isPlain = run.positions().front() == QPointF();
        made.like = run;
        made.glyph = run.glyphIndexes().front();
    }
    return *m_letters.insert(code, made);
}

const LetterPairs::Pair &LetterPairs::pair(char16_t first, char16_t second)
{
    const quint32 key = static_cast<quint32>(first) << 16u | second;
    const auto known = m_pairs.constFind(key);
    if (known != m_pairs.constEnd())
        return *known;
    const ShapedText both = shapedWhole(QString(QChar(first)) + QChar(second), m_font);
    Pair made;
    made.width = both.width;
    if (second != u' ' && both.runs.size() == 1) {
        const QGlyphRun &run = both.runs.front();
        const Letter one = letter(first);  // a copy: the next may move it
        const Letter &other = letter(second);
        const QList<QPointF> places = run.positions();
        made.isPlain = run.glyphIndexes() == QList<quint32>{one.glyph, other.glyph} &&
                       run.rawFont() == one.like.rawFont() &&
                       run.rawFont() == other.like.rawFont() && places.front() == QPointF() &&
                       places.back().y() == 0 &&
                       qAbs(places.back().x() + other.width - both.width) < 0.01;
        made.step = places.back().x();
    }
    return *m_pairs.insert(key, made);
}

std::optional<qreal> LetterPairs::step(char16_t first, char16_t second)
{
    if (isSquare(first) || isSquare(second))
        return letter(first).width;
    const Pair &both = pair(first, second);
    return both.isPlain ? std::optional(both.step) : std::nullopt;
}

}  // namespace dateline::ui
