// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/html_words.h"

#include <algorithm>

namespace dateline {

namespace {

// Line ends around a block: two part paragraphs, one parts lines, none is a word inside a line.
int breaksAround(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_HR:
        return 2;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BODY:
        return 1;
    default:
        return 0;
    }
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

}  // namespace

bool isLeftOut(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
        return true;
    default:
        return false;
    }
}

void HtmlWords::begin(GumboTag tag)
{
    if (tag == GUMBO_TAG_BR)
        m_breaks = std::min(m_breaks + 1, 2);
    if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && m_breaks == 0 && !m_text.empty())
        m_hasTab = true;
    if (tag == GUMBO_TAG_PRE)
        ++m_preformatted;
    breakLine(breaksAround(tag));
}

void HtmlWords::end(GumboTag tag)
{
    if (tag == GUMBO_TAG_PRE)
        --m_preformatted;
    breakLine(breaksAround(tag));
}

void HtmlWords::breakLine(int lineEnds)
{
    m_breaks = std::max(m_breaks, lineEnds);
}

void HtmlWords::add(std::string_view words)
{
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        if (isBlank(words[i])) {
            if (m_preformatted > 0 && words[i] == '\n')
                m_breaks = std::min(m_breaks + 1, 2);
            m_hasBlank = true;
            ++i;
            continue;
        }
        while (end < words.size() && !isBlank(words[end]))
            ++end;
        append(words.substr(i, end - i));
        i = end;
    }
}

void HtmlWords::append(std::string_view word)
{
    if (!m_text.empty()) {
        if (m_breaks > 0)
            m_text.append(static_cast<std::size_t>(m_breaks), '\n');
        else if (m_hasTab)
            m_text += '\t';
        else if (m_hasBlank)
            m_text += ' ';
    }
    m_breaks = 0;
    m_hasTab = false;
    m_hasBlank = false;
    // A soft hyphen is no letter: with it a word would not be found, nor quoted.
    constexpr std::string_view kSoftHyphen = "\xC2\xAD";
    for (std::size_t i = 0; i < word.size();) {
        if (word.substr(i).starts_with(kSoftHyphen)) {
            i += kSoftHyphen.size();
            continue;
        }
        m_text += word[i++];
    }
}

}  // namespace dateline
