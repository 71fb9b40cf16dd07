// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the walk over a parsed page into paragraphs: white space folded, blocks parted by an empty
// line, lines by a line end, cells by a TAB. For html_text.cpp.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace dateline {

// Elements without words of the text: scripts, styles, controls, what lies elsewhere.
bool isLeftOut(GumboTag tag);

class HtmlWords {
public:
    void begin(GumboTag tag);
    void end(GumboTag tag);
    void add(std::string_view words);
    std::string text() const { return m_text; }

private:
    void breakLine(int lineEnds);
    void append(std::string_view word);

    std::string m_text;
    int m_breaks = 0;         // line ends to write before the next word
    bool m_hasBlank = false;  // a blank to write before the next word
    bool m_hasTab = false;
    int m_preformatted = 0;
};

}  // namespace dateline
