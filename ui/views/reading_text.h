// SPDX-License-Identifier: GPL-3.0-or-later
// A source's text as one reads and selects it. Both keep every character in its place, for
// annotations count them. Pure; O(length).
#pragma once

#include <QString>

namespace dateline::ui {

// UTF-16 code units of the text that is shown.
struct TextRange {
    int begin = 0;
    int end = 0;
    bool isEmpty() const { return begin >= end; }
    bool operator==(const TextRange &) const = default;
};

// A text whose lines were broken to a fixed width, as in wires and mails, with a space for each
// break inside a paragraph; any other text as it is. Lists, quotations and short lines keep theirs.
QString withoutHardBreaks(const QString &text);

// The selection without blanks at its ends, and with the whole of a word that it begins or ends in.
// In scripts that hang particles on words (Hangul, Han, kana) it stays as it is.
TextRange wholeWords(const QString &text, TextRange range);

}  // namespace dateline::ui
