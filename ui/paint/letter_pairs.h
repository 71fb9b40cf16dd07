// SPDX-License-Identifier: GPL-3.0-or-later
// Words put together from letters: what two letters are beside each other is asked of Qt's layout
// once, and each word of such letters is then the same glyphs in the same places as if it had been
// shaped, in a fraction of the time. For letters that stand one behind the other, moved by the
// letter before at most: Latin, Greek, Cyrillic, Hangul syllables, Chinese. Where two letters of a
// font are more than that (a ligature), the word is not taken. One thread.
#pragma once

#include <optional>
#include <vector>

#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QString>

#include "ui/paint/shaped_text.h"

namespace dateline::ui {

class LetterPairs {
public:
    explicit LetterPairs(const QFont &font) : m_font(font) {}

    // A word, which one space may follow. False, with the line as it was: it must be shaped whole.
    bool addTo(ShapedLine &line, QStringView word);
    // How wide that would be.
    std::optional<qreal> widthOf(QStringView word);

private:
    struct Letter {
        QGlyphRun like;
        quint32 glyph = 0;
        qreal width = 0;
        bool isPlain = false;  // one glyph at the beginning of the base line
    };
    struct Pair {
        qreal step = 0;   // from the beginning of the first to that of the second
        qreal width = 0;  // of both
        bool isPlain = false;
    };

    const Letter &letter(char16_t code);
    const Pair &pair(char16_t first, char16_t second);
    // From one letter to the next; nothing where they take part in each other's shape.
    std::optional<qreal> step(char16_t first, char16_t second);

    // Fills m_places, from 0; the width.
    std::optional<qreal> place(QStringView word);

    QFont m_font;
    QHash<char16_t, Letter> m_letters;
    QHash<quint32, Pair> m_pairs;
    std::vector<qreal> m_places;  // of the word at hand
};

}  // namespace dateline::ui
