// SPDX-License-Identifier: GPL-3.0-or-later
// Converts places in one text between Unicode code points, which annotations count, and UTF-16
// units, which Qt counts. They differ after the first character beyond U+FFFF (an emoji, a rare
// ideograph). Built once per text in O(length); each question costs O(log of such characters).
#pragma once

#include <cstdint>
#include <vector>

#include <QString>

namespace dateline::ui {

class TextPlaces {
public:
    TextPlaces() = default;
    explicit TextPlaces(QStringView text);

    // Places outside the text are cut to it.
    int toUtf16(std::int64_t codePoint) const;
    // A place between the halves of a surrogate pair is the place before the pair.
    std::int64_t toCodePoint(int utf16) const;

    std::int64_t codePointCount() const;

private:
    std::vector<int> m_pairs;  // where each surrogate pair begins, in UTF-16 units
    int m_length = 0;
};

// The text as a QTextDocument keeps it, of the same length: line ends of all systems become one
// kind, and what the document takes for its own marks becomes a replacement character.
QString shownText(QString text);

}  // namespace dateline::ui
