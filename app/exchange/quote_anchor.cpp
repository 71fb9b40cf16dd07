// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/quote_anchor.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr std::int64_t kStep = 256;

bool beginsCodePoint(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

QuotedText::QuotedText(std::string text) : m_text(std::move(text))
{
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        if (!beginsCodePoint(m_text[i]))
            continue;
        if (m_length % kStep == 0)
            m_bytes.push_back(i);
        ++m_length;
    }
}

std::optional<std::string_view> QuotedText::at(TextPlace place) const
{
    if (place.begin < 0 || place.end < place.begin || place.end > m_length)
        return {};
    const std::size_t begin = byteOf(place.begin);
    return std::string_view(m_text).substr(begin, byteOf(place.end) - begin);
}

std::vector<TextPlace> QuotedText::find(std::string_view exact, std::string_view prefix,
                                        std::string_view suffix, std::size_t limit) const
{
    std::vector<TextPlace> places;
    if (exact.empty())
        return places;
    const std::string_view text = m_text;
    for (std::size_t begin = text.find(exact);
         begin != std::string_view::npos && places.size() < limit;
         begin = text.find(exact, begin + 1)) {
        if (text.substr(0, begin).ends_with(prefix) &&
            text.substr(begin + exact.size()).starts_with(suffix))
            places.push_back({codePointOf(begin), codePointOf(begin + exact.size())});
    }
    return places;
}

std::size_t QuotedText::byteOf(std::int64_t codePoint) const
{
    if (codePoint >= m_length)
        return m_text.size();
    std::size_t byte = m_bytes[static_cast<std::size_t>(codePoint / kStep)];
    for (std::int64_t left = codePoint % kStep; left > 0; --left) {
        ++byte;
        while (!beginsCodePoint(m_text[byte]))
            ++byte;
    }
    return byte;
}

std::int64_t QuotedText::codePointOf(std::size_t byte) const
{
    if (byte >= m_text.size())
        return m_length;
    const auto after = std::upper_bound(m_bytes.begin(), m_bytes.end(), byte);
    const std::int64_t block = after - m_bytes.begin() - 1;
    const auto begin =
        m_text.begin() + static_cast<std::ptrdiff_t>(m_bytes[static_cast<std::size_t>(block)]);
    const auto end = m_text.begin() + static_cast<std::ptrdiff_t>(byte);
    return block * kStep + std::count_if(begin, end, beginsCodePoint);
}

}  // namespace dateline
