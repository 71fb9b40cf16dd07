// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text_places.h"

#include <algorithm>

namespace dateline::ui {

TextPlaces::TextPlaces(QStringView text) : m_length(static_cast<int>(text.size()))
{
    for (int i = 0; i + 1 < m_length; ++i) {
        if (text[i].isHighSurrogate() && text[i + 1].isLowSurrogate()) {
            m_pairs.push_back(i);
            ++i;
        }
    }
}

int TextPlaces::toUtf16(std::int64_t codePoint) const
{
    if (codePoint <= 0)
        return 0;
    // The n-th pair begins at code point m_pairs[n] - n; count those that lie before.
    std::size_t low = 0;
    std::size_t high = m_pairs.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (m_pairs[middle] - static_cast<std::int64_t>(middle) < codePoint)
            low = middle + 1;
        else
            high = middle;
    }
    const std::int64_t utf16 = codePoint + static_cast<std::int64_t>(low);
    return static_cast<int>(std::min<std::int64_t>(utf16, m_length));
}

std::int64_t TextPlaces::toCodePoint(int utf16) const
{
    const int place = std::clamp(utf16, 0, m_length);
    const auto before = std::lower_bound(m_pairs.begin(), m_pairs.end(), place) - m_pairs.begin();
    return place - before;
}

std::int64_t TextPlaces::codePointCount() const
{
    return m_length - static_cast<std::int64_t>(m_pairs.size());
}

QString shownText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit == u'\r')
            text[i] = i + 1 < text.size() && text[i + 1] == u'\n' ? u' ' : u'\n';
        else if (unit == 0xfdd0 || unit == 0xfdd1 || unit == 0)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

}  // namespace dateline::ui
